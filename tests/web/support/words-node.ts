// The words of a language, made from the locale file in the repository.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { languages } from "../../../web/src/words/language";
import { createWords, type Catalogue, type Words } from "../../../web/src/words/words";
import { root } from "./root";

export function wordsOf(tag: string): Words {
  const language = languages.find((each) => each.tag === tag);
  if (!language) throw new Error(`no language ${tag}`);
  return createWords(language, JSON.parse(readFileSync(join(root, `web/locales/${tag}.json`), "utf8")) as Catalogue);
}
