// Texts in the person's language: loading them, and turning keys with arguments into plain text.
//
// Use:  const words = await loadWords(chooseLanguage(languagesOf(element)), ["", "more"]);    the packs of state/packs.ts
//       words.t("finding.login.missing", { host })            text
//       words.rich("step.flush-dns-cache.text", args)         [{ text }, { code }]: wrap code in <code lang="en" dir="ltr">
//
// Law: never markup. A text is a string, or { "one", "other" } chosen by the argument `count`. Texts are found by a hash of
// their key, as no key is shipped. In a text, {name} is an argument, {name:duration} is seconds, {name:time} is a time, {name:text} is a value that
// is not a technical term; `this` is code. A missing key appears in brackets and a missing argument in braces, where tests find them.

import { hashOf, versions } from "locale-keys";
import type { Arg, Args } from "../contract";
import { fetchInTime } from "../load/in-time";
import { once } from "../load/once";
import type { Language } from "./language";
import { oneLine } from "./one-line";

export type Segment = { text: string } | { code: string };

export type Text = string | Partial<Record<Intl.LDMLPluralRule, string>>;

/** Texts by the hash of their key. */
export type Catalogue = ReadonlyMap<number, Text>;

export interface Words extends Language {
  t(key: string, args?: Args): string;
  rich(key: string, args?: Args): Segment[];
  has(key: string): boolean;
  number(value: number): string;
  list(items: readonly string[]): string;
  /** A clock time in the person's time zone, with the date if it is not today's. */
  when(time: string, today?: Date): string;
  /** 4000 is "1 hour 7 minutes": at most two units, rounded up, as a wait that is too short helps nobody. */
  duration(seconds: number): string;
}

// ---------------------------------------------------------------- its files

const loading = new Map<string, Promise<Catalogue>>();
const made = new Map<string, Promise<Words>>();

/** The words of some packs; has() is false for all others. Each pack is loaded once; if that fails, calling again retries. */
export function loadWords(language: Language, packs: readonly string[], base: string = import.meta.url): Promise<Words> {
  const { tag } = language;
  return once(made, `${tag} ${packs.join()} ${base}`, async () => {
    const loaded = await Promise.all(packs.map((pack) => loadPack(tag, pack, base)));
    return createWords(language, new Map(loaded.flatMap((catalogue) => [...catalogue])));
  });
}

// The file holds only texts and the hashes of their keys (web/tools/plugins/locale-keys.mjs).
function loadPack(tag: string, pack: string, base: string): Promise<Catalogue> {
  const url = new URL(`locales/${tag}${pack && `-${pack}`}-${versions[tag]}.json`, base).href;
  return once(loading, url, async () => {
    const file = await fetchInTime(url, (response) => response.json() as Promise<[string, ...(Text | null)[]]>);
    const [hashes, ...texts] = Array.isArray(file) ? file : [""];
    if (texts.length === 0 || hashes.length !== 4 * texts.length) throw new Error(`${url}: not the words of this version`);
    const bytes = atob(hashes);
    const hashAt = (at: number): number => (bytes.charCodeAt(at) << 16) | (bytes.charCodeAt(at + 1) << 8) | bytes.charCodeAt(at + 2);
    // null: not translated yet.
    return new Map(texts.flatMap((text, index) => (text === null ? [] : [[hashAt(3 * index), text]])));
  });
}

// ---------------------------------------------------------------- keys made into text

const time = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;
const slot = /\{([\w-]+)(?::(\w+))?\}|`([^`]+)`/g;

export function createWords(language: Language, catalogue: Catalogue): Words {
  const { tag } = language;
  const template = (key: string, args: Args): string => {
    const value = catalogue.get(hashOf(key));
    if (typeof value === "string") return value;
    return value?.[pluralOf(tag, args["count"])] ?? value?.other ?? `[${key}]`;
  };

  const fill = (arg: Arg, format: string | undefined): Segment[] => {
    if (typeof arg === "number") return [{ text: format === "duration" ? words.duration(arg) : words.number(arg) }];
    if (typeof arg === "string" && time.test(arg)) return [{ text: words.when(arg) }];
    const asValue = (value: string): Segment =>
      format === "text" || format === "time" ? { text: oneLine(value) } : { code: oneLine(value) };
    return typeof arg === "string" ? [asValue(arg)] : listParts(language, arg, asValue);
  };

  const words: Words = {
    ...language,
    has: (key) => catalogue.has(hashOf(key)),
    rich: (key, args = {}) => {
      const text = template(key, args);
      const segments: Segment[] = [];
      let end = 0;
      for (const found of text.matchAll(slot)) {
        const [whole, name, format, code] = found;
        segments.push({ text: text.slice(end, found.index) });
        const arg = name !== undefined && Object.prototype.hasOwnProperty.call(args, name) ? args[name] : undefined;
        if (code !== undefined) segments.push({ code });
        else segments.push(...(arg === undefined ? [{ text: whole }] : fill(arg, format)));
        end = (found.index ?? 0) + whole.length;
      }
      segments.push({ text: text.slice(end) });
      return joinText(segments);
    },
    t: (key, args) => words.rich(key, args).map(textOf).join(""),
    number: (value) => guarded(() => formatter(`number ${tag}`, () => new Intl.NumberFormat(tag)).format(value), String(value)),
    list: (items) =>
      listParts(language, items, (text) => ({ text }))
        .map(textOf)
        .join(""),
    when: (text, today = new Date()) => when(tag, text, today),
    duration: (seconds) => duration(words, seconds),
  };
  return words;
}

function textOf(segment: Segment): string {
  return "code" in segment ? segment.code : segment.text;
}

function joinText(segments: readonly Segment[]): Segment[] {
  const joined: Segment[] = [];
  for (const segment of segments) {
    const last = joined[joined.length - 1];
    if ("code" in segment) joined.push(segment);
    else if (last && "text" in last) joined[joined.length - 1] = { text: last.text + segment.text };
    else if (segment.text !== "") joined.push(segment);
  }
  return joined;
}

// ---------------------------------------------------------------- what Intl knows, where it knows it

// Some systems lack a class or reject a tag; plain text is better than no page.
function guarded<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch {
    return otherwise;
  }
}

const formatters = new Map<string, unknown>();

/** The one of this name: making one takes ten milliseconds on a phone. */
function formatter<T>(name: string, make: () => T): T {
  if (!formatters.has(name)) formatters.set(name, make());
  return formatters.get(name) as T;
}

function pluralOf(tag: string, count: Arg | undefined): Intl.LDMLPluralRule {
  if (typeof count !== "number") return "other";
  return guarded(() => formatter(`plural ${tag}`, () => new Intl.PluralRules(tag)).select(count), count === 1 ? "one" : "other");
}

// ES2021; Safari has it since 14.1.
interface ListFormat {
  formatToParts(items: readonly string[]): { type: "element" | "literal"; value: string }[];
}
type ListFormatClass = new (tag: string) => ListFormat;

function listParts(language: Language, items: readonly string[], asValue: (item: string) => Segment): Segment[] {
  const { ListFormat } = Intl as { ListFormat?: ListFormatClass };
  const made = (list: ListFormatClass): ListFormat => formatter(`list ${language.tag}`, () => new list(language.tag));
  const parts = guarded(() => ListFormat && made(ListFormat).formatToParts(items), undefined);
  if (parts) return parts.map(({ type, value }) => (type === "element" ? asValue(value) : { text: value }));
  const mark = /^(zh|ja)/.test(language.tag) ? "\u3001" : ", ";
  return items.flatMap((item, index) => (index === 0 ? [asValue(item)] : [{ text: mark }, asValue(item)]));
}

function when(tag: string, text: string, today: Date): string {
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) return text;
  const clock: Intl.DateTimeFormatOptions = { hour: "2-digit", minute: "2-digit" };
  const isToday = date.toDateString() === today.toDateString();
  const form: Intl.DateTimeFormatOptions = isToday ? clock : { ...clock, month: "long", day: "numeric" };
  const made = (): Intl.DateTimeFormat => formatter(`${isToday ? "clock" : "date"} ${tag}`, () => new Intl.DateTimeFormat(tag, form));
  return guarded(() => made().format(date), date.toLocaleString());
}

const units = [
  { unit: "day", seconds: 86400 },
  { unit: "hour", seconds: 3600 },
  { unit: "minute", seconds: 60 },
  { unit: "second", seconds: 1 },
] as const;

function duration(words: Words, seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  const first = units.findIndex((unit) => whole >= unit.seconds);
  const big = units[first === -1 ? units.length - 1 : first] ?? units[3];
  const small = units[units.indexOf(big) + 1];
  // Rounded up in the smaller unit first, or 23:59:59 would read "23 hours 60 minutes".
  const rounded = small ? Math.ceil(whole / small.seconds) * small.seconds : whole;
  const rest = small ? (rounded % big.seconds) / small.seconds : 0;
  const head = measure(words, Math.floor(rounded / big.seconds), big.unit);
  return small && rest > 0 ? `${head} ${measure(words, rest, small.unit)}` : head;
}

function measure(words: Words, value: number, unit: string): string {
  // ES2020; Safari has it since 14.1.
  const form: Intl.NumberFormatOptions = { style: "unit", unit, unitDisplay: "long" };
  const made = (): Intl.NumberFormat => formatter(`${unit} ${words.tag}`, () => new Intl.NumberFormat(words.tag, form));
  return guarded(() => made().format(value), `${value} ${unit}`);
}
