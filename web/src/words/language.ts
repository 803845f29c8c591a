// Which language: the list of those that we have, and the choice among them.
//
// Law of this file: small and without imports, for the shell carries it, and only the shell: the app is given the language
// that was chosen, so that the loader stays one file. The words themselves are in words.ts.

/** The one list of languages: a further one is a line here and a file in locales/. */
export const languages: readonly Language[] = [
  { tag: "en", name: "English", dir: "ltr", listMark: ", " },
  { tag: "zh-CN", name: "\u7b80\u4f53\u4e2d\u6587", dir: "ltr", listMark: "\u3001" },
  { tag: "zh-TW", name: "\u7e41\u9ad4\u4e2d\u6587", dir: "ltr", listMark: "\u3001", also: /^zh-(hant|hk|mo)\b/ },
  { tag: "ja", name: "\u65e5\u672c\u8a9e", dir: "ltr", listMark: "\u3001" },
];

export interface Language {
  tag: string;
  name: string; // in the language itself
  dir: "ltr" | "rtl";
  listMark: string; // where Intl.ListFormat is missing
  also?: RegExp; // wishes in lower case that it meets better than an earlier one of the same primary language
}

/** The wishes in their order; the first that we have, else English. Chinese of no known script is zh-CN. */
export function chooseLanguage(wishes: Iterable<string | null | undefined>): Language {
  for (const wish of wishes) {
    const found = wish && match(wish.trim().toLowerCase().replace(/_/g, "-"));
    if (found) return found;
  }
  return languages[0] as Language;
}

/** The wishes around an element: its own lang, that of the article around it (through shadow roots), the browser's. */
export function languagesOf(element: Element): string[] {
  const own = element.getAttribute("lang");
  const root = element.getRootNode();
  const host = "host" in root ? (root as ShadowRoot).host : null;
  const around = element.parentElement?.closest("[lang]") ?? host?.closest("[lang]");
  const browser = typeof navigator === "undefined" ? [] : (navigator.languages ?? [navigator.language]);
  return [own ?? "", around?.getAttribute("lang") ?? "", ...browser];
}

// By hand and not by Intl.Locale, which throws on what some systems call their language ("C").
function match(wish: string): Language | undefined {
  const meets = [
    ({ tag }: Language) => tag.toLowerCase() === wish,
    ({ also }: Language) => also?.test(wish),
    ({ tag }: Language) => primary(tag) === primary(wish),
  ];
  return meets.map((each) => languages.find(each)).find(Boolean);
}

const primary = (tag: string): string => tag.split("-")[0] as string;
