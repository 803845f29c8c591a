// The entry of the app's chunk: the shell calls mount() once and passes on changes of its attributes.
import { render } from "preact";
import type { Turn } from "../contract";
import type { Language } from "../words/language";
import { parseResolvers } from "../lookup/resolvers";
import { loadWords } from "../words/words";
import { App } from "./app";
import type { Milestone } from "./state/milestones";
import type { Fields } from "./state/model";
import { formPacks } from "./state/packs";
import { adoptLate, type Sheet } from "../style/late";
import type { adopt } from "../style/sheet";
import { styles } from "../style/styles";

export interface Mounted {
  setLanguage(language: Language): Promise<void>;
  prefill(fields: Partial<Fields>): void;
  run(): void;
  stop(): void;
}

interface Options {
  host: HTMLElement & { readonly fields: Fields; turn?: Turn }; // read late: the person may still be typing into the shell's form
  place: HTMLElement; // holds the shell's own form until now
  language: Language;
  languages: readonly Language[]; // the shell's list, so the loader stays one file
  adopt: typeof adopt; // the shell's, so the loader stays one file
}

export async function mount({ host, place, language, languages, adopt }: Options): Promise<Mounted> {
  let packs = formPacks; // of the words that are drawn
  let words = await loadWords(language, packs);
  // A task of its own after reading the files: on a slow phone, a key pressed in between is handled in time.
  await new Promise((done) => setTimeout(done));
  for (const { css, file } of styles) adopt(host.shadowRoot as ShadowRoot, css, file);
  await released(place);
  let app: App | undefined;
  let shown = false;

  const tell = (name: string, detail: unknown) => host.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));

  const draw = () => {
    const props = {
      words,
      packs,
      languages,
      own: host.querySelector("[slot=heading]") !== null,
      chunk: import.meta.url, // esbuild gives the address of the file that this code ends up in
      fields: host.fields,
      resolvers: () => parseResolvers(host.getAttribute("resolvers")),
      loadPacks,
      dress: (sheets: readonly Sheet[]) => adoptLate(host.shadowRoot as ShadowRoot, sheets, adopt),
      onMount: (mounted: App) => void (app = mounted), // Preact 11 passes no ref to components
      onDiagnosis: (turn: Turn) => tell("alimail-diagnosis", (host.turn = turn)),
      onMilestone: ({ name, detail }: Milestone) => tell(name, detail),
    };
    const root = place.getRootNode() as ShadowRoot;
    const caret = shown ? undefined : caretOf(root);
    if (!shown) place.replaceChildren();
    shown = true;
    render(<App {...props} />, place);
    if (caret) restore(root, caret);
    tell("alimail-language", words);
  };
  let wanted = { language, packs };
  const speak = async (): Promise<void> => {
    const mine = wanted;
    const loaded = await loadWords(mine.language, mine.packs);
    if (mine !== wanted) return speak(); // another language, or more words, were wanted meanwhile
    if (words === loaded) return;
    words = loaded;
    packs = mine.packs;
    draw();
  };
  // Packs stay. One that does not arrive is not asked for again before somebody needs it again.
  async function loadPacks(names: readonly string[]): Promise<void> {
    const missing = (): string[] => names.filter((name) => !wanted.packs.includes(name));
    if (missing().length > 0) await loadWords(wanted.language, missing());
    const more = missing(); // others may have come meanwhile
    if (more.length > 0) wanted = { ...wanted, packs: [...wanted.packs, ...more] };
    return speak();
  }
  draw();
  tell("alimail-ready", { version: __VERSION__ });

  return {
    setLanguage: (next) => {
      wanted = { ...wanted, language: next };
      return speak();
    },
    prefill: (change) => app?.prefill(change),
    run: () => app?.run(),
    stop: () => app?.stop(),
  };
}

// A button that is replaced between the press and its release gets no click, so the press would be lost. Its click is
// handled before a task that begins with the release.
function released(place: HTMLElement): Promise<void> {
  return new Promise((done) => {
    if (!place.querySelector("button:active")) return done();
    const ends = ["pointerup", "pointercancel", "keyup", "blur"];
    const end = () => {
      for (const event of ends) removeEventListener(event, end, true);
      setTimeout(done);
    };
    for (const event of ends) addEventListener(event, end, true);
  });
}

// The app's form replaces the shell's while the person may be typing in it: the caret stays where it was.
interface Caret {
  test: string | undefined;
  start: number | null;
  end: number | null;
}

function caretOf(root: ShadowRoot): Caret | undefined {
  const { dataset, selectionStart, selectionEnd } = (root.activeElement ?? {}) as Partial<HTMLInputElement>;
  return dataset && { test: dataset["test"], start: selectionStart ?? null, end: selectionEnd ?? null };
}

function restore(root: ShadowRoot, { test, start, end }: Caret): void {
  const field = root.querySelector<HTMLInputElement>(`[data-test="${test}"]`);
  field?.focus();
  field?.setSelectionRange?.(start, end);
}
