// The words of a language, made from the locale file in the repository, or from texts that a test gives.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { hashOf } from "locale-keys";
import { languages } from "../../../web/src/words/language";
import { createWords, type Catalogue, type Text, type Words } from "../../../web/src/words/words";
import { root } from "./root";

export type Texts = Record<string, Text>;

export const catalogueOf = (texts: Texts): Catalogue => new Map(Object.entries(texts).map(([key, text]) => [hashOf(key), text]));

export const textsOf = (tag: string): Texts => JSON.parse(readFileSync(join(root, `web/locales/${tag}.json`), "utf8")) as Texts;

export function wordsOf(tag: string, texts = textsOf(tag)): Words {
  const language = languages.find((each) => each.tag === tag);
  if (!language) throw new Error(`no language ${tag}`);
  return createWords(language, catalogueOf(texts));
}
