// Complaints and subjects that are hard to read, each in one way. `share` is the part of the full size.

import { readFileSync } from "node:fs";

export const domain = "abc.com";
export const kilobytes = (share: number, size = 64): number => Math.floor(size * 1000 * share);
export const filled = (piece: string, bytes: number): string => piece.repeat(Math.max(1, Math.floor(bytes / Buffer.byteLength(piece))));

const lines = (make: (index: number) => string, bytes: number): string => {
  const all: string[] = [];
  for (let size = 0, index = 0; size < bytes; ++index) {
    const line = make(index);
    size += Buffer.byteLength(line) + 1;
    all.push(line);
  }
  return all.join("\n");
};

const allPhrases = (JSON.parse(readFileSync("core/words/phrases.json", "utf8")) as { concepts: { phrases: string[] }[] }).concepts
  .flatMap((concept) => concept.phrases)
  .map((phrase) => phrase.replace(/\{[^}]*\}/g, "").replace(/[\^$*]/g, ""));
const replyRows = (JSON.parse(readFileSync("core/bounces/server_replies.json", "utf8")) as { rows: { texts: string[] }[] }).rows;
const replyTexts = replyRows
  .flatMap((row) => row.texts)
  .flatMap((all) => all.split("|"))
  .map((text) => text.replaceAll(".", " "));

export const words =
  (make: (share: number) => string): ((share: number) => string) =>
  (share) => {
    const bytes = Buffer.from(make(share)).subarray(0, Math.floor(65_536 * share));
    return bytes.toString("utf8");
  };

export const complaints: Record<string, (share: number) => string> = {
  "one letter": (share) => filled("a", kilobytes(share)),
  blanks: (share) => filled(" ", kilobytes(share)) + "x",
  "blanks and breaks": (share) => filled(" \n\t", kilobytes(share)) + "x",
  "not not not": (share) => filled("not ", kilobytes(share)),
  "not, then what it denies": (share) => filled("not frozen ", kilobytes(share)),
  "not, nothing, then frozen": (share) => `not${filled("\u200b", kilobytes(share, 32))}${filled("frozen ", kilobytes(share, 31))}`,
  digits: (share) => filled("4", kilobytes(share)),
  "digits apart": (share) => filled("4.", kilobytes(share)),
  codes: (share) => filled("550 5.1.1 ", kilobytes(share)),
  Chinese: (share) => filled("没有登录邮箱冻结", kilobytes(share)),
  "one Chinese character": (share) => filled("没", kilobytes(share)),
  "halves of phrases": (share) => lines((i) => allPhrases[i % allPhrases.length]!.slice(0, -1), kilobytes(share)),
  "every phrase, again and again": (share) => lines((i) => allPhrases[(i * 7) % allPhrases.length]!, kilobytes(share)),
  "every phrase, in one clause": (share) => lines((i) => allPhrases[(i * 7) % allPhrases.length]!, kilobytes(share)).replaceAll("\n", " "),
  "every reply of a server": (share) => lines((i) => `550 5.7.1 ${replyTexts[(i * 3) % replyTexts.length]}`, kilobytes(share)),
  "replies without codes": (share) => lines((i) => replyTexts[(i * 3) % replyTexts.length]!, kilobytes(share)),
  "500 bounces": (share) =>
    lines((i) => `<u${i}@example.net>: host mx${i}.example.net[192.0.2.${i % 250}] said: 550 5.1.1 User unknown`, kilobytes(share)),
  "one line of a bounce": (share) => `550 5.1.1 ${filled("User unknown ", kilobytes(share))}`,
  "open brackets": (share) => filled("<", kilobytes(share)),
  "tags without an end": (share) => filled("<a b", kilobytes(share)) + "</",
  entities: (share) => filled("&amp", kilobytes(share)) + "</",
  "quoted-printable": (share) => filled("=\n", kilobytes(share)),
  quotes: (share) => filled("> ", kilobytes(share)),
  "at signs": (share) => filled("a@", kilobytes(share)),
  addresses: (share) => lines((i) => `from ${(i >> 8) % 250}.${i % 250}.7.9`, kilobytes(share)),
  colons: (share) => filled("1:", kilobytes(share)),
  headers: (share) => lines((i) => `Received: from h${i}.example (192.0.2.${i % 250})`, kilobytes(share)),
  "a folded header": (share) => `Received:${filled(" from a 192.0.2.7\n", kilobytes(share))}`,
  "dig, one after another": (share) =>
    lines(
      (i) =>
        `; <<>> DiG 9.18 <<>> h${i}.${domain}\n;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 1\n;; ANSWER SECTION:\nh${i}.${domain}. 600 IN A 203.0.113.7`,
      kilobytes(share),
    ),
  "dig, one answer": (share) =>
    `; <<>> DiG 9.18 <<>> mail.${domain}\n;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 1\n;; ANSWER SECTION:\n` +
    lines((i) => `mail.${domain}. 600 IN A 10.1.${(i >> 8) & 255}.${i & 255}`, kilobytes(share)),
  "dig, a TXT of many strings": (share) => `$ dig txt ${domain}\n${domain}. 600 IN TXT ${filled('"a" ', kilobytes(share))}`,
  "nslookup, names": (share) => lines((i) => `Name: h${i}.${domain}\nAddress: 10.1.1.${i % 250}`, kilobytes(share)),
  "nslookup, aliases": (share) =>
    `> nslookup mail.${domain}\nName: x.${domain}\nAddress: 10.1.1.1\nAliases: ${lines((i) => `a${i}.${domain}`, kilobytes(share))}`,
  "nslookup, prompts": (share) => lines((i) => `> h${i}.${domain}`, kilobytes(share)),
  "lines of one letter": (share) => filled("a\n", kilobytes(share)),
  "lines of a name": (share) => filled(`mail.${domain}\n`, kilobytes(share)),
  "lines of 2 kB": (share) => lines(() => `Address: ${"1".repeat(2000)}`, kilobytes(share)),
};

export const subjects: Record<string, string> = {
  letters: "a",
  dots: ".",
  names: "a.",
  "at signs": "a@",
  brackets: "<a.",
  spaces: "a.b ",
  Chinese: "网",
};
