// What tells a password from the words around it. Each function reads a bounded piece once.
import data from "./secrets.json";

export const mask = "***";

/** Like matchAll, which would copy the pattern for every line. `pattern` has the flag g. */
export function found(pattern: RegExp, text: string): RegExpExecArray[] {
  const all: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let one = pattern.exec(text); one; one = pattern.exec(text)) all.push(one);
  return all;
}

/** The words of a list as one pattern, the longest first; a space also fits "_", "-" and nothing. */
export const either = (list: readonly string[]): string =>
  [...list]
    .sort((a, b) => b.length - a.length)
    .map((text) => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&").replace(/ /g, "[ _-]?"))
    .join("|");

const proseWords = new Set(data.prose);
const terms = new Set(data.terms);
const bareWord = /^["'(]?([a-z][a-z/'\u2019-]{0,30})["'.,;:!?)]{0,3}$/i;
const longestWord = 128; // characters that are looked at

/** A word of a sentence about passwords, which is none itself. */
export function isProse(word: string): boolean {
  const found = bareWord.exec(word)?.[1]?.toLowerCase().replace("\u2019", "'");
  return found !== undefined && (proseWords.has(found) || found.endsWith("'s"));
}

const isTerm = (word: string): boolean => terms.has(word.toLowerCase());
const isHost = (word: string): boolean => /^[\w-]{1,63}(?:\.[\w-]{1,63}){1,9}$/.test(word) && /\.[a-z]{2,}$/i.test(word);

/** Letters mixed with digits or signs, or many digits: not a word, a host, an address, or the number of an error. */
export function looksSecret(whole: string): boolean {
  const word = whole.slice(0, longestWord);
  if (/^\d{6,}$/.test(word)) return true;
  if (word.length < 6 || word.startsWith(mask) || /^0x[\da-f]+$/i.test(word)) return false;
  if (isTerm(word) || isHost(word) || word.includes("://")) return false;
  const at = word.indexOf("@");
  if (at > 0 && word.includes(".", at)) return false;
  return /[a-z]/i.test(word) && /[\d$!%^&*#@]/.test(word);
}

/** Base64, and not a word: a letter in upper case behind one in lower case, a digit, or padding. */
export const looksEncoded = (word: string): boolean => word.length >= 8 && (/[\d=]/.test(word) || /[a-z][A-Z]/.test(word));

/** What follows a Chinese or Japanese label directly: a value, unless it is the number of an error or the name of a program. */
export function isValueBehind(word: string, next: string): boolean {
  if (word.length < 3 || /^\d{3}$/.test(word) || isTerm(word) || isProse(word) || isHost(word)) return false;
  return !(/^[\d.-]+$/.test(word) && units.test(next)) && !/@.{0,100}\./.test(word.slice(0, longestWord));
}
const units = new RegExp(`^\\s?(?:${either(data.units)})`);

export const han = /^[\u2e80-\u9fff\uf900-\ufaff]/;

/** A remark in the place of a value: "wrong, I checked it". Words that no sentence begins with are a passphrase. */
export function isRemark(piece: string): boolean {
  if (han.test(piece)) return true;
  const [first = "", second] = piece.slice(0, 200).split(/\s/, 2);
  if (!isProse(first)) return false;
  return second === undefined || /[,;.]$/.test(first) || isProse(second) || looksSecret(second) || han.test(second);
}

/** The word without the quotation marks and the punctuation at its ends. */
export function bare(word: string): { start: number; end: number } {
  let [start, end] = [0, word.length];
  while (start < end && "\"'(<[{`".includes(word.charAt(start))) start += 1;
  while (end > start && "\"',.;:)>]}`".includes(word.charAt(end - 1))) end -= 1;
  return { start, end };
}

/** The same length, with letters and digits of full width as ASCII: one pattern then finds both. */
export const folded = (text: string): string =>
  text
    .replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0]/g, " ");
