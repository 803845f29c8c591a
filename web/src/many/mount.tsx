// The entry of the app for a list of domains: many-page.ts calls mountMany() once.
import { render } from "preact";
import { listPacks } from "locale-keys";
import { formPacks } from "../app/state/packs";
import { loadCore, CoreError } from "../core/core";
import { codeOf } from "../load/in-time";
import { parseResolvers } from "../lookup/resolvers";
import { adopt } from "../style/sheet";
import { listStyles } from "../style/list-styles";
import type { Language } from "../words/language";
import { loadWords, type Words } from "../words/words";
import { createKeeper } from "./keep";
import { createList } from "./list";
import { Many } from "./many";
import type { Clock } from "./pace";
import { createPolite, politeLimits, seatsOf } from "./polite";

const clock: Clock = {
  now: () => Date.now(),
  later: (work, milliseconds) => {
    const timer = setTimeout(work, milliseconds);
    return () => clearTimeout(timer);
  },
};

const ofForm = [...formPacks, "many"];
const ofList = [...ofForm, ...listPacks];

const retryAfter = 3000; // milliseconds, where words did not arrive
const drawEvery = 100; // milliseconds: answers come faster than anybody reads

export interface MountedMany {
  setLanguage(language: Language): Promise<void>;
}

interface Options {
  host: HTMLElement; // its attributes: resolvers, and rate (questions a second) where these are one's own
  language: Language;
  languages: readonly Language[];
  onWords(words: Words): void;
  onLanguage(language: Language): void;
}

export async function mountMany({ host, language, languages, onWords, onLanguage }: Options): Promise<MountedMany> {
  const resolvers = parseResolvers(host.getAttribute("resolvers"));
  const isOwn = resolvers.every(({ region }) => region === "own");
  const rate = isOwn ? Number(host.getAttribute("rate")) : 0; // nobody speeds up the public ones
  const limits = rate > 0 ? { ...politeLimits, perSecond: rate } : politeLimits;
  const nameOf = (id: string): string => resolvers.find((one) => one.id === id)?.name ?? id;

  const first = seatsOf(resolvers).flatMap(([one]) => (one ? [one.name] : []));
  const others = resolvers.map(({ name }) => name).filter((name) => !first.includes(name));

  const root = host.attachShadow({ mode: "open" });
  const place = document.createElement("div");
  place.className = "root wide";
  place.dataset["theme"] = "auto";
  const slot = document.createElement("slot"); // what the page says without JavaScript, until there are words
  root.append(slot, place);
  for (const { css, file } of listStyles) adopt(root, css, file);

  let words = await loadWords(language, ofForm);
  let wanted = { language };
  let whole: "no" | "coming" | "there" = "no"; // all words, which are wanted as soon as there are rows
  let planned: ReturnType<typeof setTimeout> | undefined;
  const draw = (): void => {
    planned = undefined;
    render(
      <Many
        words={words}
        languages={languages}
        list={list}
        state={list.state()}
        limits={limits}
        resolvers={{ first, others }}
        nameOf={nameOf}
        onLanguage={onLanguage}
      />,
      place,
    );
  };
  const plan = (): void => {
    planned = planned ?? setTimeout(draw, drawEvery);
  };

  const list = createList({
    loadCore: () => loadCore(false),
    resolvers,
    makePolite: (onTrouble) => createPolite({ resolvers, clock, limits, onTrouble }),
    keeper: createKeeper(() => sessionStorage),
    online: () => navigator.onLine !== false,
    onChange: ({ rows }) => (rows.length > 0 && whole !== "there" ? void allWords() : plan()),
    failureOf: (error) => (error instanceof CoreError ? error.code : codeOf(error)),
  });
  addEventListener("online", () => list.state().halt === "offline" && list.goOn());

  const speak = (next: Words): void => {
    words = next;
    place.lang = words.tag;
    place.dir = words.dir;
    onWords(words);
    draw();
  };
  const setLanguage = async (next: Language): Promise<void> => {
    const mine = (wanted = { language: next });
    const loaded = await loadWords(next, whole === "no" ? ofForm : ofList);
    if (mine === wanted) speak(loaded);
  };
  // Nothing is drawn before they are there: a row without its words says nothing.
  async function allWords(): Promise<void> {
    if (whole !== "no") return;
    whole = "coming";
    try {
      await setLanguage(wanted.language);
      whole = "there";
      draw();
    } catch {
      whole = "no";
      setTimeout(() => void allWords(), retryAfter);
    }
  }
  slot.remove();
  speak(words);
  if (list.state().rows.length > 0) await allWords();
  return { setLanguage };
}
