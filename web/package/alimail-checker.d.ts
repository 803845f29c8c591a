// Types of <alimail-checker>. `import type {} from "alimail-checker"` makes the tag and its events known to TypeScript.
import type { Turn } from "./contract";

export type { Turn } from "./contract";

export interface AlimailFields {
  subject: string;
  complaint: string;
  start: string;
}

export interface AlimailWords {
  tag: string;
  dir: "ltr" | "rtl";
  t(key: string, args?: Record<string, unknown>): string;
}

export interface AlimailEventMap {
  "alimail-ready": CustomEvent<{ version: string }>;
  "alimail-start": CustomEvent<{ example?: string }>;
  "alimail-progress": CustomEvent<{ done: number; total: number }>;
  "alimail-diagnosis": CustomEvent<Turn>;
  "alimail-error": CustomEvent<{ code: string }>;
  "alimail-language": CustomEvent<AlimailWords>;
}

/** Attributes: subject, complaint, start, lang, theme, resolvers. No method starts a run: the person's press of the button is the consent. */
export interface AlimailChecker extends HTMLElement {
  readonly fields: AlimailFields;
  readonly turn?: Turn;
}

declare global {
  interface HTMLElementTagNameMap {
    "alimail-checker": AlimailChecker;
  }
  // They bubble and are composed, so listeners can be on the element or on anything around it.
  interface GlobalEventHandlersEventMap extends AlimailEventMap {}
}
