// The script of the page for a list of domains: chooses the language and loads the app.
import { mountMany } from "../many/mount";
import { chooseLanguage, languages, type Language } from "../words/language";
import type { Words } from "../words/words";
import { readFragment } from "./fragment";

const host = document.querySelector("#many") as HTMLElement;

const wished = readFragment(location.hash).get("lang");
const language = chooseLanguage([wished, ...navigator.languages]);

function onWords(words: Words): void {
  document.documentElement.lang = words.tag;
  document.documentElement.dir = words.dir;
  document.title = words.t("many.title");
}

const mounted = mountMany({ host, language, languages, onWords, onLanguage });

function onLanguage(next: Language): void {
  history.replaceState(null, "", `#lang=${next.tag}`);
  void mounted.then((app) => app.setLanguage(next));
}

// Without its words the page stays as it is written, and says what to do.
mounted.catch(() => host.removeAttribute("data-starting"));
