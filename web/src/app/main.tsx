// The door of the app chunk: the shell calls mount() once and passes on what its attributes say.
import { render } from "preact";
import type { Turn } from "../contract";
import type { Language } from "../words/language";
import { parseResolvers } from "../lookup/resolvers";
import { loadFirstWords, loadWords } from "../words/words";
import { App } from "./app";
import type { Milestone } from "./state/milestones";
import type { Fields } from "./state/model";
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
  place: HTMLElement; // where the shell's own form stands until now
  language: Language;
  languages: readonly Language[]; // all that there are: the shell's list, so that the loader stays one file
  adopt: typeof adopt; // the shell's, so that the loader stays one file
}

export async function mount({ host, place, language, languages, adopt }: Options): Promise<Mounted> {
  let words = await loadFirstWords(language);
  // Drawing is a task of its own, after that of reading the files: on a slow phone a key in between is heard in time.
  await new Promise((done) => setTimeout(done));
  for (const { css, file } of styles) adopt(host.shadowRoot as ShadowRoot, css, file);
  let app: App | undefined;
  let shown = false;
  let load = loadFirstWords; // until a result or the guide needs all of them

  const tell = (name: string, detail: unknown) =>
    host.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));

  const draw = () => {
    const props = {
      words,
      languages,
      fields: host.fields,
      resolvers: () => parseResolvers(host.getAttribute("resolvers")),
      allWords,
      onMount: (mounted: App) => void (app = mounted), // a ref reaches no component in Preact 11
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
  let wanted = language;
  const speak = async (): Promise<void> => {
    const [tongue, how] = [wanted, load];
    const loaded = await how(tongue);
    if (wanted !== tongue || load !== how) return speak(); // another one was chosen meanwhile, or more of it
    if (words === loaded) return;
    words = loaded;
    draw();
  };
  function allWords(): Promise<void> {
    load = loadWords;
    return speak();
  }
  draw();
  tell("alimail-ready", { version: __VERSION__ });

  return {
    setLanguage: (next) => {
      wanted = next;
      return speak();
    },
    prefill: (change) => app?.prefill(change),
    run: () => app?.run(),
    stop: () => app?.stop(),
  };
}

// The shell's form is replaced while the person stands in it: the caret must not notice.
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
