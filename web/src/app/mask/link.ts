// The link to a case: what was typed, in the fragment, which never reaches a server. Loaded when somebody asks for a link.
//
// Law: whose mailbox it is stays out, and what looks like a password, also of a pasted bounce: the domain says enough, and
// links travel. At most 2 kB with everything, for mail programs and chats cut longer ones.
import { maskSecrets } from "./mask";
import type { Fields } from "../state/model";

export const longest = 2000;
const version = "1"; // of the fragment: another one may mean something else by the same names

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
  // Cut from the end: the first lines of a bounce say the most.
  let text = values.complaint;
  while (write(text).length > longest && text !== "") text = text.slice(0, Math.floor(text.length * 0.9));
  return write(text.replace(/[\ud800-\udbff]$/, ""));
}
