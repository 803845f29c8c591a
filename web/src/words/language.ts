// The languages that we have, and the choice among them.
//
// Law of this file: small and without imports, as only the shell carries it. The app gets the chosen language from the
// shell, so the loader stays one file. The texts are in words.ts.

/** The only list of languages: to add one, add a line here and a file in locales/. */
export const languages: readonly Language[] = [
  { tag: "en", name: "English", dir: "ltr" },
  { tag: "zh-CN", name: "\u7b80\u4f53\u4e2d\u6587", dir: "ltr" },
  { tag: "zh-TW", name: "\u7e41\u9ad4\u4e2d\u6587", dir: "ltr", also: /^zh-(hant|hk|mo)\b/ },
  { tag: "ja", name: "\u65e5\u672c\u8a9e", dir: "ltr" },
];

export interface Language {
  tag: string;
  name: string; // in the language itself
  dir: "ltr" | "rtl";
  also?: RegExp; // wishes, in lower case, that it fits better than an earlier language with the same primary tag
}

/** The first of the wishes that we have, otherwise English. Chinese of an unknown script is zh-CN. */
export function chooseLanguage(wishes: Iterable<string | null | undefined>): Language {
  for (const wish of wishes) {
    const found = wish && match(wish.trim().toLowerCase().replace(/_/g, "-"));
    if (found) return found;
  }
  return languages[0] as Language;
}

/** The wishes for an element: its own lang, that of the elements around it (through shadow roots), and the browser's. */
export function languagesOf(element: Element): (string | null | undefined)[] {
  const own = element.getAttribute("lang");
  const root = element.getRootNode();
  const host = "host" in root ? (root as ShadowRoot).host : null;
  const around = element.parentElement?.closest("[lang]") ?? host?.closest("[lang]");
  return [own, around?.getAttribute("lang"), ...navigator.languages];
}

// Not Intl.Locale, which throws on what some systems call their language ("C").
function match(wish: string): Language | undefined {
  const meets = [
    ({ tag }: Language) => tag.toLowerCase() === wish,
    ({ also }: Language) => also?.test(wish),
    ({ tag }: Language) => primary(tag) === primary(wish),
  ];
  return meets.map((each) => languages.find(each)).find(Boolean);
}

const primary = (tag: string): string => tag.split("-")[0] as string;
