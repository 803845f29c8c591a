// What a result without a cause shows of what was seen. The evidence has all of it, with its sources. Pure.
import type { Finding } from "../../contract";

const telling = /^(mx|login|client|spf|dkim|dmarc|reply|local)\./; // what a person with a mailbox recognizes
const most = 4;

/** The card says already that nothing was recognised, or that it is none of the kinds offered. */
export const seenIn = (findings: readonly Finding[]): Finding[] =>
  findings
    .filter(({ key, severity }) => !/^(words\.unrecognised|reply\.closest-none)$/.test(key) && (severity !== "info" || telling.test(key)))
    .slice(0, most);
