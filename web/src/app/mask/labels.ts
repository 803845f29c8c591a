// Passwords that a label gives away: "password: …", "my password is …", "… is my password", in four languages.
//
// Labels are found once. Around each, patterns look at bounded pieces, from a fixed place, which takes linear time in all.
import data from "./secrets.json";
import { bare, either, found, han, isProse, isRemark, isValueBehind, looksSecret } from "./words";

export type Range = [start: number, end: number];

interface Label {
  start: number;
  end: number;
  isShort: boolean; // "pass", "pin": also other words
  isStrong: boolean; // names a password, and nothing else
}

const anyLabel = new RegExp(`(?:(${either(data.labels)})|(${either(data.short)})|(?:${either(data.words)}))`, "gi");
const letter = /[a-z]/i;
const camel = /[a-z][A-Z]/;

export function labelsIn(line: string): Label[] {
  return found(anyLabel, line).flatMap(({ 0: text, 1: strong, 2: short, index: start }) => {
    const isWord = letter.test(text);
    const isPlural = isWord && /s/i.test(line.charAt(start + text.length));
    const end = start + text.length + Number(isPlural);
    const runsOn = (at: number) => /^[a-z]{2}$/i.test(line.slice(at - 1, at + 1)) && !camel.test(line.slice(at - 1, at + 1));
    if (isWord && (runsOn(end) || (strong === undefined && runsOn(start)))) return [];
    const isTail = isWord && text.length < 3 && /[\w.@-]/.test(line.charAt(start - 1)); // "example.pw" is a name
    return [{ start, end, isShort: short !== undefined || isTail, isStrong: strong !== undefined && !isTail }];
  });
}

const sticky = (source: string): RegExp => new RegExp(source, "iy");
function at(pattern: RegExp, line: string, from: number): RegExpExecArray | null {
  pattern.lastIndex = from;
  return pattern.exec(line);
}

const values = either(data.values);
const aside = "(?:\\s?\\([^()]{0,40}\\)|\\s?\\uff08[^\\uff08\\uff09]{0,40}\\uff09|\\s(?:for|of)(?:\\s[^\\s:=]{1,60}){1,3}?)?";
const signs = "[:\\uff1a=\\uff1d]{1,2}>?";
const signed = sticky(
  `(?:\\s(?:used|entered|given|typed|sent))?${aside}(?:\\s{1,2}(?:is|was|are)|\\s{0,2}(?:${values}))?["'\\u201d\\]]?\\s{0,4}${signs}`,
);
const arrow = sticky(
  `${aside}\\s{0,3}(?:-{1,2}>|\\u2192|\\u21d2|\\u21e8|\\.{3,6}|\\u2026{1,2}|\\s[-\\u2013\\u2014]{1,2}\\s)\\s{0,4}(?=[\\x21-\\x7e])`,
);
const spoken = sticky(`${aside}\\s{1,3}(?:(is|was|are|to)\\s{1,2})?(?:now\\s{1,2})?["'\\u201c\\u2018]?(?![=:<>&|])(?=[\\x21-\\x7e])`);
const direct = sticky(`${aside}\\s{0,2}(?:${values})?\\s{0,2}["'\\u201c\\u2018]?(?![=:<>&|])(?=[\\x21-\\x7e])`);
const bracket = sticky(`${aside}\\s{0,2}(${values})?\\s{0,2}(?:\\(\\s?["']|[\\u300c\\u300e\\u3010\\u201c\\u2018\\u300a])`);
const unquoted = sticky("[^\"'\\u300d\\u300f\\u3011\\u201d\\u2019\\u300b]{1,200}");
const token = sticky("[\\x21-\\x7e]+");
const groups = sticky("[a-z0-9]{4}(?:[ -][a-z0-9]{4}){2,7}(?![a-z0-9])");
const clauseEnd = /^(?:$|\s{0,3}[,.;!?)\uff0c\u3002\uff1b\uff01\uff09]|\s{1,3}(?:and|but|or)\s|\s{0,40}$)/;
const owned =
  /\s{1,2}(is|was|as|for)\s{1,2}(?:(?:my|the|our|a|new|his|her|their|your|login|mail|email|old|current|app|smtp|imap)\s{1,2}){0,3}$/i;
const used = new RegExp(`\\s{0,2}(?:(${either(data.behindIs)})|(?:${either(data.behindUse)}))\\s?(?:${either(data.owners)}){0,4}$`);
const ending = new RegExp(`^(?:${either(data.endings)})?(?:\\s|$|[,.;!?)\\uff0c\\u3002\\uff1b\\uff01\\uff09])`);
const pair = new RegExp(`(?:${either(data.accounts)})\\s?(?:${either(data.joints)})?\\s?$`);
const pronoun = /^(?:what|which|where|this|that|it|here|how|who|when|there|he|she|all)$/i;
const failing = new RegExp(`(?:${either(data.failing)})\\s{0,3}$`, "i");
const isPhrase = new RegExp(`^(?:${either(data.phrases)})`, "i");

// How far earlier labels of the line were read, or a line of nothing but labels would be read once for each.
interface Seen {
  clauseEnd: number;
  remarkEnd: number;
}

/** What follows or precedes the labels of a line. `waiting`: a label with its sign ends the line, so the value is below. */
export function labelled(line: string, labels: readonly Label[]): { ranges: Range[]; waiting: boolean } {
  const ranges: Range[] = [];
  let waiting = false;
  let from = 0; // what is before it belongs to a value already
  const seen: Seen = { clauseEnd: 0, remarkEnd: 0 };
  for (const label of labels) {
    if (label.start < from) continue;
    const value = afterSign(line, label, seen) ?? afterBracket(line, label) ?? behind(line, label);
    const next = value === "end of line" ? [] : value;
    waiting ||= value === "end of line";
    ranges.push(...next, ...before(line, label));
    from = Math.max(from, ...next.map(([, end]) => end));
  }
  return { ranges: [...ranges, ...near(line, labels)], waiting };
}

// ---------------------------------------------------------------- behind a sign

function afterSign(line: string, label: Label, seen: Seen): Range[] | "end of line" | undefined {
  const sign = at(signed, line, label.end);
  if (!sign) return undefined;
  const isEqual = /[=\uff1d]>?$/.test(sign[0]);
  const lead = line.slice(0, label.start);
  if (label.isShort && !isEqual) {
    const isFirst = label.start <= 8 && /^[\s>*-]{0,8}$/.test(lead) && !/^\S{0,200}:/.test(line.slice(label.end + sign[0].length));
    const mark = lead.charAt(lead.length - 1); // a pattern with $ would read all of it
    if (!isFirst && !/[\s,;/|]/.test(mark)) return undefined;
    if (!isFirst && mark !== "/") return oneWord(line, label.end + sign[0].length);
  }
  const behindSign = label.end + sign[0].length;
  const start = skipBlanks(line, behindSign);
  if (start >= line.length) return "end of line";
  return valueAt(line, start, isEqual && start === behindSign, lead.slice(-20), seen);
}

function oneWord(line: string, from: number): Range[] {
  const start = skipBlanks(line, from);
  const word = at(token, line, start)?.[0] ?? "";
  const { end } = bare(word);
  return end === 0 || isProse(word) || isStatus(word) ? [] : [[start, start + end]];
}

const isStatus = (text: string): boolean => /^[245]\d\d(?![\w$@!%*])/.test(text);
const open = "\"'\u201c\u2018\u300c\u300e\u3010";
const close = "\"'\u201d\u2019\u300d\u300f\u3011";

function valueAt(line: string, start: number, isTight: boolean, lead: string, seen: Seen): Range[] {
  const kind = open.indexOf(line.charAt(start));
  if (kind >= 0) {
    const end = closing(line, start + 1, close.charAt(kind));
    if (end > start + 1) return [[start + 1, end]];
  }
  if (isStatus(line.slice(start, start + 8))) return [];
  if (!isTight && seen.clauseEnd <= start) seen.clauseEnd = clauseAt(line, start);
  const end = isTight ? tightEnd(line, start) : looseEnd(line, start, seen.clauseEnd);
  const piece = line.slice(start, end);
  const isFailure = failing.test(lead) && /^(?:[a-z']{1,30}\s{1,3}){2}[a-z']/i.test(piece);
  if (!isRemark(piece) && !isFailure) return end > start ? [[start, end]] : [];
  const unread = Math.max(start, seen.remarkEnd);
  seen.remarkEnd = Math.max(end, seen.remarkEnd);
  return unread < end ? secretWords(line, unread, end) : [];
}

const longestQuoted = 1000; // characters

function closing(line: string, from: number, quote: string): number {
  for (let place = from; place < Math.min(line.length, from + longestQuoted); place += 1) {
    if (line.charAt(place) === "\\") place += 1;
    else if (line.charAt(place) === quote && !letter.test(line.charAt(place + 1))) return place; // not the one in "it's"
  }
  return -1;
}

// "password=a&user=b", "password=a; user=b": what begins another name ends the value.
function tightEnd(line: string, start: number): number {
  const ends = /[\s"'<>\uff0c\uff1b\u3002]|[&;,](?=\s|$|[\w.-]{1,40}=)/g;
  ends.lastIndex = start;
  return ends.exec(line)?.index ?? line.length;
}

function clauseAt(line: string, start: number): number {
  const ends = /[,;]\s|[\uff0c\uff1b\u3002]|\s\|\s/g;
  ends.lastIndex = start;
  return ends.exec(line)?.index ?? line.length;
}

function looseEnd(line: string, start: number, clause: number): number {
  return start + line.slice(start, nextLabel(line, start, clause)).trimEnd().length;
}

// "password:a user:b": another name with its sign ends the value, if something is before it.
function nextLabel(line: string, start: number, end: number): number {
  const found = anotherName.exec(line.slice(start, Math.min(end, start + 400)));
  return found ? start + found.index : end;
}
const anotherName = new RegExp(
  `\\s(?=(?:${either(data.accounts)}|user|user ?name|login|account|e-?mail|server|host|port|smtp|imap|id)\\s{0,2}[:\\uff1a=\\uff1d])`,
  "i",
);

// ---------------------------------------------------------------- behind a label without a sign

function afterBracket(line: string, label: Label): Range[] | undefined {
  const found = label.isShort ? null : at(bracket, line, label.end);
  if (!found) return undefined;
  const start = label.end + found[0].length;
  const inside = at(unquoted, line, start)?.[0] ?? "";
  const isSaid = found[1] !== undefined || /["']$/.test(found[0]);
  if (inside === "" || isProse(inside) || (!isSaid && !/[\x21-\x7e]{3}/.test(inside))) return undefined;
  return [[start, start + inside.length]];
}

function behind(line: string, label: Label): Range[] {
  const isWord = letter.test(line.charAt(label.end - 1)) && !han.test(line.charAt(label.end)); // "PW\u306f\u2026" is Japanese
  const pointed = label.isShort ? null : at(arrow, line, label.end);
  const found = pointed ?? at(isWord ? spoken : direct, line, label.end);
  if (!found) return [];
  const start = label.end + found[0].length;
  const word = at(token, line, start)?.[0] ?? "";
  const { end } = bare(word);
  const value: Range = [start, start + end];
  const text = word.slice(0, end);
  if (end < 3 || /[:=]$/.test(word)) return [];
  const four = label.isShort ? null : at(groups, line, start);
  if (four && !isProse(text)) return [[start, start + four[0].length]];
  const rest = line.slice(start + word.length, start + word.length + 60);
  if (isPhrase.test(line.slice(label.start, label.end))) return phrase(line, start);
  if (!isWord && label.isShort && !looksSecret(text)) return [];
  if (!isWord) return isValueBehind(text, rest) ? [value, ...second(line, label, start + word.length)] : [];
  if (looksSecret(text) || (label.isShort && /^\d{4,}$/.test(text))) return [value];
  const verb = found[1] === "to" && !resets.test(line.slice(Math.max(0, label.start - 40), label.start)) ? undefined : found[1];
  const isSaid = (verb !== undefined || /["'\u201c\u2018]$/.test(found[0])) && !label.isShort;
  if (isProse(word) || isStatus(text)) return [];
  const isLast = clauseEnd.test(line.slice(start + end, start + end + 60)) && /^[\x21-\x7e]*$/.test(text);
  const canBe = pointed ? !/^[A-Z]/.test(text) : label.isStrong;
  return isSaid || ((isLast || label.isStrong) && canBe && end >= 4) ? [value] : [];
}

const resets = /(?:set|chang|reset)\w{0,4}\s(?:\w{1,10}\s){0,3}$/i;

// "user and password joe summer", as Chinese writes it: two values for two names.
function second(line: string, label: Label, from: number): Range[] {
  if (!pair.test(line.slice(Math.max(0, label.start - 12), label.start))) return [];
  const gap = at(between, line, from);
  const start = from + (gap?.[0].length ?? 0);
  const word = gap ? (at(token, line, start)?.[0] ?? "") : "";
  return word.length < 3 ? [] : [[start, start + bare(word).end]];
}
const between = sticky(`[\\s,/|\\uff0c\\u3001]{0,3}(?:${either(data.joints)})?\\s{0,2}`);

function phrase(line: string, start: number): Range[] {
  const piece = line.slice(start, looseEnd(line, start, clauseAt(line, start)));
  return isRemark(piece) ? [] : [[start, start + piece.length]];
}

// ---------------------------------------------------------------- before a label, and near it

function before(line: string, label: Label): Range[] {
  if (label.isShort) return [];
  const lead = line.slice(Math.max(0, label.start - 80), label.start);
  const isWord = letter.test(line.charAt(label.end - 1));
  const found = (isWord ? owned : used).exec(lead);
  if (!found) return [];
  const end = label.start - found[0].length;
  let start = end;
  while (start > 0 && end - start < 128 && /[\x21-\x7e]/.test(line.charAt(start - 1))) start -= 1;
  const { start: left, end: right } = bare(line.slice(start, end));
  const text = line.slice(start + left, start + right);
  if (text.length < 4 || /^\d{3}$/.test(text) || isProse(text) || pronoun.test(text)) return [];
  const isGiven = /^(?:is|was|as)$/i.test(found[1] ?? "") || gives.test(line.slice(Math.max(0, start - 10), start));
  const isSaid = looksSecret(text) || (isWord ? isGiven : found[1] === undefined);
  const isClause = !isWord && found[1] !== undefined && ending.test(line.slice(label.end, label.end + 8));
  return isSaid || isClause ? [[start + left, start + right]] : [];
}

const gives = /\b(?:entered|typed|used?|using|tried|with|put)\s$/i;
const reach = 120; // characters from a label

/** Words that look like a password, in a sentence that names one. */
function near(line: string, labels: readonly Label[]): Range[] {
  const naming = labels.filter(({ start, end, isStrong }) => isStrong || /^cred/i.test(line.slice(start, end)));
  let from = 0;
  return naming.flatMap(({ start, end }) => {
    const [left, right] = [Math.max(from, start - reach), Math.min(line.length, end + reach)];
    from = Math.max(from, right);
    return left < right ? secretWords(line, wordStart(line, left), wordEnd(line, right)) : [];
  });
}

function wordStart(line: string, from: number): number {
  let start = from;
  while (start > 0 && from - start < 128 && /[\x21-\x7e]/.test(line.charAt(start - 1))) start -= 1;
  return start;
}

function wordEnd(line: string, from: number): number {
  let end = from;
  while (end < line.length && end - from < 128 && /[\x21-\x7e]/.test(line.charAt(end))) end += 1;
  return end;
}

const words = /[!-;=?-~]+/g;

// Only the piece is searched: in a line without such words, a search would go on to its end.
function secretWords(line: string, from: number, to: number): Range[] {
  return found(words, line.slice(from, to)).flatMap(({ 0: word, index }): Range[] => {
    const { start, end } = bare(word);
    const text = word.slice(start, end);
    return looksSecret(text) && !isProse(text + word.slice(end)) && !/[=:(]/.test(text) ? [[from + index + start, from + index + end]] : [];
  });
}

function skipBlanks(line: string, from: number): number {
  let place = from;
  while (place < line.length && /\s/.test(line.charAt(place))) place += 1;
  return place;
}

// ---------------------------------------------------------------- a label alone on its line

const alone = new RegExp(
  `^[\\s>*#-]{0,8}(?:(?:my|the|our|login|mail|email|new|old|current|your|smtp|imap)\\s){0,3}(?:${either(data.owners)}){0,3}(?:${either(data.labels)}|${either(data.words)})(?:\\s(?:is|was)|${values})?\\s{0,8}$`,
  "i",
);
/** Whether the line is a label and nothing else, with or without "is". */
export const isLabelAlone = (line: string): boolean => line.length < 100 && alone.test(line);
