// The mailbox that a case is about, as it was typed. Pure.
import type { Case } from "../../contract";
import { maskSecrets } from "./mask";

const sign = /[@\uff20\ufe6b]/;
const ofMailbox = /[\w.!#$%&'*+/=?^`{|}~-]/;
const longestMailbox = 64;

// Other addresses in the text are those of the people who wrote or were written to.
function addressIn(text: string, domain: string): string | undefined {
  const pieces = text.split(sign);
  for (const [index, piece] of pieces.slice(0, -1).entries()) {
    let start = piece.length;
    while (start > 0 && piece.length - start < longestMailbox && ofMailbox.test(piece.charAt(start - 1))) start -= 1;
    const [host = ""] = /^[a-z\d.-]{1,255}/i.exec(pieces[index + 1] ?? "") ?? [];
    const isOurs = domain !== "" && host.toLowerCase().startsWith(domain) && /^[.-]*$/.test(host.slice(domain.length));
    if (isOurs && start < piece.length) return `${piece.slice(start)}@${domain}`;
  }
  return undefined;
}

/** Of the subject, otherwise of the words. `domain`: of the case. */
export const accountIn = ({ subject, complaint }: Case, domain: string): string | undefined =>
  addressIn(maskSecrets(subject), domain) ?? addressIn(maskSecrets(complaint), domain);
