// The link to a case: what was typed, in the fragment, which never reaches a server. Loaded when somebody asks for a link.
//
// Law: the mailbox and what looks like a password are left out, also from a pasted bounce: the domain is enough, and links
// get around. At most 2 kB in total, as mail programs and chats cut longer links.
import { maskSecrets } from "./mask";
import type { Fields } from "../state/model";

export const longest = 2000;
const longestName = 253; // letters of a name in DNS
const version = "1"; // of the fragment, so a later one can change what the names mean

const sign = /[@\uff20\ufe6b]/;
const outside = /[\s<>"'(),:;]/; // what no mailbox has in it

function withoutMailboxes(text: string): string {
  const pieces = text.split(sign);
  let at = 0;
  return pieces
    .map((piece, index) => {
      at += piece.length + 1;
      if (index === pieces.length - 1) return piece;
      let end = piece.length;
      while (end > 0 && !outside.test(piece.charAt(end - 1))) end -= 1;
      return piece.slice(0, end) + text.charAt(at - 1);
    })
    .join("");
}

/** `page`: the address of the page without its fragment. */
export function linkOf({ subject, complaint, start }: Fields, lang: string, page: string): string {
  const values = {
    v: version,
    subject: (maskSecrets(subject).split(sign).pop() ?? "").slice(0, longestName),
    // No written form takes less than one letter for one of the text, so the rest would be cut below.
    complaint: withoutMailboxes(maskSecrets(complaint)).slice(0, longest),
    start,
    lang,
  };
  const write = (text: string) => {
    const kept = Object.entries({ ...values, complaint: text }).filter(([, value]) => value.trim() !== "");
    return `${page}#${new URLSearchParams(kept)}`;
  };
  // Shortened from the end: the first lines of a bounce say the most.
  let text = values.complaint;
  while (write(text).length > longest && text !== "") text = text.slice(0, Math.floor(text.length * 0.9));
  return write(text.replace(/[\ud800-\udbff]$/, ""));
}
