// Passwords in protocol dialogues: AUTH and what follows it, PASS, LOGIN. Base64 does not hide anything.
import type { Range } from "./labels";
import { isProse } from "./words";

const time = /\[?\d[\d:.,TZ/ +-]{4,30}\]?\s/y;
const speaker = /(?:c(?:lient)?\s?:|->|>{1,3}|=>|~>|\u2192|\(out\)|se?nt?d?:)/iy;
const auth = /^(?:[\w.]{1,12}\s{1,8})?auth(?:enticate)?\s{1,8}(?:plain|login|cram-md5|xoauth2?|oauthbearer|ntlm)(?=\s|$)/i;
const pass = /^PASS\s{1,8}(?=\S)/;
const user = /^user\s{1,8}\S/i;
const passAgain = /^pass\s{1,8}(?=\S+$)/i;
const login = /^(?:(?=\S{0,11}[\d.])[\w.]{1,12}\s{1,8})?LOGIN\s{1,8}(?:"(?:[^"\\]|\\.){0,200}"|[^\s"]{1,200})\s{1,8}(?=\S)/;
const loginAgain = /^\d\S{0,11}\s{1,8}login\s{1,8}[^\s@]{1,100}@\S{1,100}\s{1,8}(?=\S+$)/i;
const tagged = /^(?=\S{0,11}[\d.])[\w.]{1,12}\s/;
const literal = /\{\d{1,5}\+?\}$/;
const prompt = /(?:^|[\s:])334(?:\s|$)/;
const credential = /^[a-z0-9+/]{4,}={0,2}$/i;
const serverReply = /(?:^|[\s:])[245]\d\d[\s-]/;
const longest = 6; // lines that an exchange may take

/** Where the command of a line begins, behind an optional time and speaker. */
function commandAt(line: string): number {
  let place = blanks(line, 0);
  for (const pattern of [time, speaker]) {
    pattern.lastIndex = place;
    place = blanks(line, place + (pattern.exec(line)?.[0].length ?? 0));
  }
  return place;
}

function blanks(line: string, from: number): number {
  let place = from;
  while (place < line.length && /\s/.test(line.charAt(place))) place += 1;
  return place;
}

/** Reads lines in their order; each gives the range of its secret, if there is one. */
export function dialogueReader(): (line: string) => Range[] {
  let open = 0;
  let literals = 0; // lines that an IMAP literal announced
  let named = false; // whether the line before gave a user
  return (line) => {
    const start = commandAt(line);
    const text = line.slice(start).trimEnd();
    const rest = (length: number): Range[] => {
      const from = start + length + blanks(text.slice(length), 0);
      return from < start + text.length ? [[from, start + text.length]] : [];
    };
    const wasNamed = named;
    named = user.test(text) || (wasNamed && /^\+/.test(text));
    const begun = auth.exec(text);
    if (begun && isExchange(text.slice(begun[0].length))) {
      open = longest;
      return rest(begun[0].length);
    }
    const told = pass.exec(text) ?? (wasNamed ? passAgain.exec(text) : null) ?? loginOf(text);
    if (told && !(passAgain.test(text) && isProse(text.slice(told[0].length)))) {
      if (literal.test(text) && /login/i.test(text)) literals = 2;
      return literal.test(text) ? [] : rest(told[0].length);
    }
    if (literals > 0 && text && !text.startsWith("+")) {
      literals -= 1;
      return tagged.test(text) ? [] : rest(0);
    }
    if (prompt.test(line)) open = longest;
    else if (serverReply.test(line)) open = 0;
    else if (open > 0) {
      open -= 1;
      if (credential.test(text)) return rest(0);
    }
    return [];
  };
}

// "AUTH LOGIN" alone, or with one word of base64; "AUTH LOGIN is refused" is a sentence.
const isExchange = (rest: string): boolean => /^\s*(?:"?\S{4,}"?)?$/.test(rest);

function loginOf(text: string): RegExpExecArray | null {
  const found = login.exec(text) ?? loginAgain.exec(text);
  if (!found) return null;
  const isQuoted = text.includes('"');
  const last = text.slice(found[0].length);
  return isQuoted || (tagged.test(text) && !/\s/.test(last)) ? found : null;
}
