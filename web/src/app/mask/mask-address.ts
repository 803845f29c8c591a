// Masks mail addresses. The domain stays, as it decides; each mailbox becomes a number, as it can matter whether two of
// them differ.
import data from "./secrets.json";
import { mask } from "./mask";

// Latin letters before the sign; Chinese ones only where there are none, as Chinese text has no space before an address.
const latin = "[\\w.!#$%&'*+^`{}~\\\\-]{1,64}";
const chinese = "[\\u4e00-\\u9fff]{1,4}";
const host = "(?:[a-z0-9\\u00a1-\\uffdc-]{1,63}\\.){1,20}[a-z\\u00a1-\\uffdc][a-z0-9\\u00a1-\\uffdc-]{0,62}";
const plainHost = "(?:[a-z0-9-]{1,63}\\.){1,20}[a-z][a-z0-9-]{1,62}";
const address = new RegExp(`(${latin}|${chinese})([@\\uff20\\ufe6b])(?=(${plainHost}|${host}))`, "gi");
const roles = new Set(data.roles);

/** All texts share one list of numbers. */
export function addressMasker(): (text: string) => string {
  const numbers = new Map<string, number>();
  return (text) =>
    text.replace(address, (whole: string, local: string, at: string, domain: string) => {
      if (roles.has(local.toLowerCase())) return whole;
      const key = `${local}@${domain}`.toLowerCase();
      if (!numbers.has(key)) numbers.set(key, numbers.size + 1);
      return `${mask}${numbers.get(key)}${at}`;
    });
}
