// What the message and the bundle tell in the same way: times, findings, records, and the page that says so. Pure.
//
// Law: it leaves the page, so every time is UTC and every quotation is masked.
import type { Args, Cause, Finding, RecordToPublish } from "../../contract";
import type { Words } from "../../words/words";
import { changeKey, hostPart } from "../state/panels";
import { isAlibabas } from "./page-name";
import { sentenceOf } from "./spoken";

export interface Teller {
  words: Words;
  nameOf(resolver: string): string;
  maskQuotation(text: string): string;
}

export const utc = (time: string): string => `${time.slice(0, 10)} ${time.slice(11, 19)} UTC`;

/** "Label: text". */
export const line = (words: Words, key: string, text: string): string => words.t("ui.in-short", { action: words.t(key), cause: text });

/** Quoted slices may hold a password, and times would appear in this browser's time zone. */
export function clean(args: Args, maskQuotation: Teller["maskQuotation"]): Args {
  const one = (text: string): string => (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) ? utc(text) : maskQuotation(text));
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [
      name,
      typeof value === "number" ? value : typeof value === "string" ? one(value) : value.map(one),
    ]),
  );
}

/** undefined: there are no words for it. */
export function sentence({ words, nameOf, maskQuotation }: Teller, finding: Finding): string | undefined {
  const { id, args } = sentenceOf(words, finding, nameOf);
  return words.has(id) ? words.t(id, clean(args, maskQuotation)) : undefined;
}

/** What to do with a record; its fields; what else to know. The name as most panels want it, and in brackets whole, as
 * the reader's panel is not known: a whole name in a panel that adds the domain makes a name that has it twice. */
export function recordLines(words: Words, record: RecordToPublish): [string, ...string[]] {
  const { host, zone, type, value, priority, current = [], leftOut, flattened, change } = record;
  const field = (name: string, text: string): string => line(words, `ui.record.${name}`, text);
  return [
    words.t(changeKey(record), { current }),
    field("type", type),
    field("host", host === zone ? `@ (${host})` : `${hostPart(record)} (${host})`),
    field("value", value),
    ...(priority === undefined ? [] : [field("priority", String(priority))]),
    ...(leftOut ? [words.t("change.left-out", { terms: leftOut })] : []),
    ...(flattened ? [words.t("change.flattened", { terms: flattened })] : []),
    ...(change === "remove" ? [words.t("change.remove.caution")] : []),
  ];
}

/** How to check a repair, with the command of the system that most people have, as the reader's is not known. */
export function checksOf({ words, maskQuotation }: Teller, { verify }: Cause): { text: string; command: string | undefined }[] {
  return verify.map(({ id, args, commands = [] }) => {
    const [command] = ["any", "windows"].flatMap((system) => commands.find((each) => each.system === system)?.lines[0] ?? []);
    return { text: words.t(`verify.${id}`, clean(args, maskQuotation)), command };
  });
}

/** How long a saved change takes until it is seen. */
export function settleLine(words: Words, { steps }: Cause): string[] {
  const seconds = steps.map(({ args }) => args["settle"]).find((value) => typeof value === "number");
  return seconds === undefined ? [] : [words.t("ui.message.settle", { seconds })];
}

/** Alibaba's page about it: of the cause, otherwise of the first step or record that has one. */
export function pageOf({ source, steps }: Cause, records: readonly RecordToPublish[]): string | undefined {
  return [source, ...[...steps, ...records].map((one) => one.source)].find((url) => url !== undefined && isAlibabas(url));
}
