// The link to a case: what was typed, in the fragment, which never reaches a server. Loaded when somebody asks for a link.
//
// Law: the mailbox and what looks like a password are left out, also from a pasted bounce: the domain is enough, and links
// get around. At most 2 kB in total, as mail programs and chats cut longer links.
import { maskSecrets } from "./mask";
import type { Fields } from "../state/model";

export const longest = 2000;
const version = "1"; // of the fragment, so a later one can change what the names mean

/** `page`: the address of the page without its fragment. */
export function linkOf({ subject, complaint, start }: Fields, lang: string, page: string): string {
  const values = {
    v: version,
    subject: maskSecrets(subject).replace(/^.*[@\uff20\ufe6b]/, ""),
    complaint: maskSecrets(complaint).replace(/[^\s<>"'(),:;@\uff20\ufe6b]+([@\uff20\ufe6b])/g, "$1"),
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
