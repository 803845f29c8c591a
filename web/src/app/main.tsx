// The door of the app chunk: the shell calls mount() once and passes on what its attributes say.
import { render } from "preact";
import type { Turn } from "../contract";
import { parseResolvers } from "../lookup/resolvers";
import { loadWords } from "../words";
import { App } from "./app";
import type { Fields } from "./model";
import type { adopt } from "./sheet";
import { styles } from "./styles";

export interface Mounted {
  setLanguage(tag: string): Promise<void>;
  prefill(fields: Partial<Fields>): void;
}

interface Options {
  host: HTMLElement & { fields: Fields }; // read late: the person may still be typing into the shell's form
  place: HTMLElement; // where the shell's own form stands until now
  language: string;
  adopt: typeof adopt; // the shell's, so that the loader stays one file
}

export async function mount({ host, place, language, adopt }: Options): Promise<Mounted> {
  let words = await loadWords(language);
  for (const { css, file } of styles) adopt(host.shadowRoot as ShadowRoot, css, file);
  let app: App | null = null;
  let shown = false;

  const tell = (name: string, detail: unknown) =>
    host.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));

  const draw = () => {
    const props = {
      words,
      fields: host.fields,
      resolvers: () => parseResolvers(host.getAttribute("resolvers")),
      onDiagnosis: (turn: Turn) => tell("alimail-diagnosis", turn),
    };
    const root = place.getRootNode() as ShadowRoot;
    const caret = shown ? undefined : caretOf(root);
    if (!shown) place.replaceChildren();
    shown = true;
    render(<App {...props} ref={(instance) => (app = instance)} />, place);
    if (caret) restore(root, caret);
    tell("alimail-language", words);
  };
  draw();

  return {
    setLanguage: async (tag) => {
      words = await loadWords(tag);
      draw();
    },
    prefill: (change) => app?.prefill(change),
  };
}

// The shell's field is replaced while the person stands in it: the caret must not notice.
interface Caret {
  id: string;
  start: number | null;
  end: number | null;
}

function caretOf(root: ShadowRoot): Caret | undefined {
  const field = root.activeElement;
  const isText = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
  return isText ? { id: field.id, start: field.selectionStart, end: field.selectionEnd } : undefined;
}

function restore(root: ShadowRoot, { id, start, end }: Caret): void {
  const field = root.getElementById(id) as HTMLInputElement | null;
  field?.focus();
  field?.setSelectionRange(start, end);
}
