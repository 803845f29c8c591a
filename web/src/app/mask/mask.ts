// Masks what must not leave with a bundle or a saved case: values that look like a password and, unless wanted, the mailbox
// of addresses. Pure, linear in the length of the text, and idempotent.
//
// Law: when in doubt, mask. Text about passwords that contains none stays, as it tells the cause.
import data from "./secrets.json";
import { maskDialogue } from "./mask-dialogue";

export const mask = "***";

const either = (list: readonly string[]): string =>
  [...list]
    .sort((a, b) => b.length - a.length)
    .map((text) => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&").replace(/ /g, "[ _-]?"))
    .join("|");

const labels = either(data.labels);
const signs = "[:\\uff1a=\\uff1d]>?";
const aside = "(?:\\s?\\([^()]{0,40}\\)|\\s?\\uff08[^\\uff08\\uff09]{0,40}\\uff09| (?:for|of) \\S{1,80}?)?";
// A label with its sign, at the start or after something that is not a letter: "bypass: " is not a label.
const labelled = new RegExp(
  `(?:^|[^a-z])(?:(?:${labels})s?${aside}["'\\u201d]?\\s{0,4}${signs}|(?:${either(data.short)})\\s{0,4}[=\\uff1d])`,
  "gi",
);
const atStart = new RegExp(`^[\\s>*-]{0,8}(?:${either(data.short)})\\s{0,4}[:\\uff1a](?!\\S*:)`, "i");
const spoken = new RegExp(
  `((?:^|[^a-z])(?:${labels})(?:\\s{0,2}(${either(data.values)})|\\s{1,2}(is|was)(?=\\s))?\\s{0,3}["'\\u201c\\u2018\\u300c]?)(?![=:<>&])([\\x21-\\x7e]{3,128})`,
  "gi",
);
const tagged = new RegExp(`(<(?:${labels})>)[^<]{1,200}`, "gi");
const option = new RegExp(`(--?(?:${labels})\\s{1,3})(?!-)\\S{1,200}`, "gi");
const inAddress = /([a-z][a-z0-9+.-]{0,20}:\/\/[^\s/:@]{1,100}:)[^\s/@]{1,200}(?=@)/gi;
const header = /((?:proxy-)?authorization:\s{0,4}(?:(?:basic|bearer|digest|plain|login)\s{1,4})?)\S[^\r\n]*/gi;
const failing = new RegExp(`(?:${either(data.failing)})\\s*$`, "i");
const prose = new RegExp(`^["'(]?(?:${data.prose.map((word) => word.replace("/", "\\/")).join("|")})(?![\\w$@!%*+-])`, "i");
const han = /^[\u2e80-\u9fff\uf900-\ufaff]/;

/** Masks passwords in the ways in which people and programs write them. Everything else stays as it is. */
export function maskSecrets(text: string): string {
  const lines = text.split("\n");
  let waiting = false; // a label was alone on its line: the next line that is not empty may be its value
  const masked = lines.map((whole) => {
    const line = whole.replace(/\r$/, "");
    const end = whole.slice(line.length);
    if (waiting && line.trim()) {
      waiting = false;
      if (/^\s*[^\s:\uff1a]{4,128}\s*$/.test(line)) return line.replace(/\S+/, mask) + end;
    }
    const done = maskLine(line);
    waiting ||= done.waiting;
    return done.text + end;
  });
  return maskDialogue(masked, mask).join("\n");
}

/** For quotations from `whole`: also masks a secret where the quotation omits the label that gave it away. */
export function secretMasker(whole: string): (quotation: string) => string {
  const secrets = secretsIn(whole).sort((a, b) => b.length - a.length);
  return (quotation) => secrets.reduce((text, secret) => text.split(secret).join(mask), maskSecrets(quotation));
}

const shortestSecret = 4; // characters: shorter ones occur in too many words

// What maskSecrets() removes, line by line: the text between the pieces that it left.
function secretsIn(whole: string): string[] {
  const masked = maskSecrets(whole).split("\n");
  const found = whole.split("\n").flatMap((line, index) => {
    const [lead = "", ...pieces] = (masked[index] ?? line).split(mask);
    let at = lead.length;
    return pieces.map((piece, nth) => {
      const isLast = nth === pieces.length - 1;
      const end = isLast ? line.length - piece.length : line.indexOf(piece, at + 1);
      const secret = line.slice(at, Math.max(at, end)).trim();
      at = Math.max(at, end) + piece.length;
      return secret;
    });
  });
  return [...new Set(found)].filter(({ length }) => length >= shortestSecret);
}

function maskLine(line: string): { text: string; waiting: boolean } {
  const text = line.replace(header, `$1${mask}`).replace(inAddress, `$1${mask}`).replace(tagged, `$1${mask}`).replace(option, `$1${mask}`);
  const start = atStart.exec(text);
  const { done, waiting } = maskLabelled(text, start ? start[0].length : 0);
  return { text: done.replace(spoken, bySentence), waiting };
}

// What follows a label: nothing, a remark, or a value. `from`: the end of a label that counts only at the start of a line.
function maskLabelled(text: string, from: number): { done: string; waiting: boolean } {
  let done = "";
  let at = 0;
  labelled.lastIndex = 0;
  for (let next = from; next > 0 || at < text.length; next = 0) {
    const found = next ? undefined : labelled.exec(text);
    if (!next && !found) break;
    const behind = next || labelled.lastIndex;
    const tight = /[=\uff1d]$/.test(text.slice(0, behind)) && /^\S/.test(text.slice(behind, behind + 1));
    const lead = /^\s*/.exec(text.slice(behind, behind + 200))?.[0].length ?? 0;
    const start = behind + lead;
    if (start >= text.length) return { done: done + text.slice(at), waiting: true };
    const { value, tail } = valueOf(text.slice(0, found?.index ?? 0).slice(-20), text.slice(start), tight);
    done += text.slice(at, start) + value;
    at = text.length - tail.length;
    labelled.lastIndex = at;
  }
  return { done: done + text.slice(at), waiting: false };
}

function valueOf(before: string, rest: string, tight: boolean): { value: string; tail: string } {
  const split = (length: number, value: string) => ({ value, tail: rest.slice(length) });
  const quoted = /^(["'\u201c\u2018\u300c])[^"'\u201d\u2019\u300d]{1,200}(?=["'\u201d\u2019\u300d])/.exec(rest);
  if (quoted) return split(quoted[0].length, quoted[1] + mask);
  if (/^[245]\d\d(?![\w$@!%*])/.test(rest)) return split(0, ""); // a status code of a server
  const end = tight
    ? (/^[^\s&;"'<>,\uff0c\uff1b\u3002]+/.exec(rest)?.[0].length ?? 0)
    : (/[,;]\s|[\uff0c\uff1b\u3002]|\s\|\s|\s*$/.exec(rest)?.index ?? rest.length);
  const piece = rest.slice(0, end);
  const isRemark = han.test(piece) || prose.test(piece) || (failing.test(before) && /^(?:[a-z']+\s+){2}[a-z']+/i.test(piece));
  if (!isRemark) return split(end, piece && mask);
  return split(
    end,
    piece.replace(/[\x21-\x7e]{6,128}/g, (word) => (looksSecret(word) ? mask : word)),
  );
}

// "the password is hunter2": decided by the look of the word, as most people write "the password is wrong".
function bySentence(whole: string, head: string, han: string | undefined, verb: string | undefined, word: string): string {
  const bare = word.replace(/["',.;)]+$/, "");
  const quoted = /["'\u201c\u2018\u300c]$/.test(head) && Boolean(han || verb);
  const isValue = looksSecret(bare) || (han !== undefined && /^[\w$@!%*+#.-]{3,}$/.test(bare)) || (quoted && !prose.test(bare));
  return isValue && !/[:=]$/.test(bare) ? head + mask + word.slice(bare.length) : whole;
}

/** Letters mixed with digits or signs, or many digits: not a word, a host, or the number of an error. */
export function looksSecret(word: string): boolean {
  if (/^\d{6,}$/.test(word)) return true;
  if (word.length < 6 || /:\/\/|@.*\.|\..*\./.test(word) || word.startsWith(mask)) return false;
  return /[a-z]/i.test(word) && /[\d$!%^&*#@]/.test(word);
}
