// Masks what must not leave with a bundle or a saved case: values that look like a password and, unless wanted, the mailbox
// of addresses. Pure, linear in the length of the text, and idempotent.
//
// Law: when in doubt, mask. Text about passwords that contains none stays, as it tells the cause.
import { isLabelAlone, labelled, labelsIn, type Range } from "./labels";
import { dialogueReader } from "./mask-dialogue";
import { keyBlock, shaped } from "./shapes";
import { tableReader } from "./table";
import { folded, isProse, isRemark, mask } from "./words";

export { looksSecret, mask } from "./words";

/** Masks passwords in the ways in which people and programs write them. Everything else stays as it is. */
export function maskSecrets(text: string): string {
  return eachLine(text, (line, ranges) => without(line, ranges)).join("\n");
}

const shortestSecret = 4; // characters: shorter ones occur in too many words

/** For quotations from `whole`: also masks a secret where the quotation omits the label that gave it away. */
export function secretMasker(whole: string): (quotation: string) => string {
  const found = eachLine(whole, (line, ranges) => ranges.map(([start, end]) => line.slice(start, end))).flat();
  // By their first letters: a quotation is then read once, however many secrets there are.
  const known = new Map<string, string[]>();
  for (const secret of new Set(found)) {
    if (secret.length < shortestSecret || secret === mask) continue;
    const head = secret.slice(0, shortestSecret);
    known.set(head, [...(known.get(head) ?? []), secret]);
  }
  for (const alike of known.values()) alike.sort((a, b) => b.length - a.length);
  return (quotation) => {
    const text = maskSecrets(quotation);
    if (known.size === 0) return text;
    const ranges: Range[] = [];
    for (let at = 0; at + shortestSecret <= text.length; at += 1) {
      const secret = known.get(text.slice(at, at + shortestSecret))?.find((one) => text.startsWith(one, at));
      if (!secret) continue;
      ranges.push([at, at + secret.length]);
      at += secret.length - 1;
    }
    return without(text, ranges);
  };
}

function eachLine<T>(text: string, use: (line: string, ranges: Range[]) => T): T[] {
  const dialogue = dialogueReader();
  const table = tableReader();
  let waiting: "sign" | "label" | undefined; // a label was alone on its line: the next line that is not empty may be its value
  let inKey = false;
  return text.split("\n").map((whole) => {
    const line = folded(whole);
    const bare = line.trimEnd();
    const key = keyBlock(bare, inKey);
    inKey = key.inside;
    const told = dialogue(bare);
    const cells = table(bare);
    if (key.range) return use(whole, [key.range]);
    if (waiting && bare) {
      const below = valueBelow(bare, waiting);
      waiting = undefined;
      if (below) return use(whole, [below]);
    }
    const labels = labelsIn(bare);
    const found = labelled(bare, labels);
    if (found.waiting) waiting = "sign";
    else if (labels.length > 0 && isLabelAlone(bare)) waiting = "label";
    return use(whole, [...found.ranges, ...shaped(bare), ...told, ...cells]);
  });
}

function valueBelow(line: string, waiting: "sign" | "label"): Range | undefined {
  const value = line.trim();
  const start = line.length - value.length;
  if (value.length < 4 || value.length > 128 || /[:\uff1a]/.test(value)) return undefined;
  const words = value.split(/\s+/);
  if (words.length > 1 && (waiting === "label" || words.length > 6 || isRemark(value))) return undefined;
  if (words.length === 1 && waiting === "label" && (isProse(value) || !/^[\x21-\x7e]+$/.test(value))) return undefined;
  return [start, line.length];
}

/** The text with a mask in the place of each range, and of each run of ranges. */
function without(text: string, ranges: Range[]): string {
  if (ranges.length === 0) return text;
  const sorted = [...ranges].sort(([a], [b]) => a - b);
  const pieces: string[] = [];
  let done = 0;
  for (let index = 0; index < sorted.length; ) {
    let [start, end] = sorted[index] as Range;
    for (index += 1; index < sorted.length && (sorted[index] as Range)[0] <= end; index += 1)
      end = Math.max(end, (sorted[index] as Range)[1]);
    pieces.push(text.slice(done, start), mask);
    done = end;
  }
  return pieces.join("") + text.slice(done);
}
