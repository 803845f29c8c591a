// The SPF records of hostile zones, and what all texts of a zone need. `share` is the part of the full size.

import type { Question } from "./hostile-cases";
import { domain, filled } from "./hostile-texts";
import { mx, name, txt, type Sections } from "./wire";

export const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: Math.floor(count) }, (_, index) => make(index));

export const texts = (values: (string | Buffer)[]): Sections => ({ answer: values.map((value) => ({ type: "TXT", data: txt(value) })) });
export const isOwnText = ({ name: asked, type }: Question): boolean => asked === domain && type === "TXT";

/** Alibaba Mail by MX, so that a record to publish is made, and these TXT records at the domain. */
export const withTexts =
  (make: (share: number) => (string | Buffer)[]) =>
  (question: Question, share: number): Sections | undefined => {
    if (isOwnText(question)) return texts(make(share));
    if (question.name === domain && question.type === "MX") {
      return { answer: [{ type: "MX", data: mx(5, name("mx1.qiye.aliyun.com")) }] };
    }
    return undefined;
  };

export const address = (index: number): Buffer => Buffer.from([203, 0, (index >> 8) & 255, index & 255]);

// Four includes a record; the names say where in the tree they are.
export function spfTree(question: Question, share: number): Sections | undefined {
  if (question.type !== "TXT") return withTexts(() => [])(question, share);
  const includes = many(4, (index) => `include:${index}.${question.name}`).join(" ");
  const junk = filled("ip4:192.0.2.1 ", 50_000 * share);
  return texts([`v=spf1 ${includes} exists:%{l}.${"x".repeat(60)} ${junk}-all`]);
}

export function spfChain(question: Question, share: number): Sections | undefined {
  if (question.type !== "TXT") return withTexts(() => [])(question, share);
  const depth = question.name.split(".").length;
  const junk = many(511 * share, (index) => `site-verification-${"0".repeat(60)}${511 - index}`);
  return texts([...junk, `v=spf1 include:i${depth}.${question.name} a:${depth}.example mx:${depth}.example -all`]);
}

// Hosts and includes that addresses can replace, so the tree is read three times.
export function spfOfHosts(question: Question, share: number): Sections | undefined {
  if (question.type === "A") return { answer: [{ type: "A", data: address(question.name.length) }] };
  if (question.type === "AAAA") return { answer: [] };
  const hosts = many(12, (index) => `a:host${index}.example`).join(" ");
  const parts = many(35, (index) => `include:part${index}.example`).join(" ");
  if (isOwnText(question)) return texts([`v=spf1 ${hosts} ${parts} -all`]);
  if (question.type === "TXT" && question.name.endsWith("aliyun.com")) return texts(["v=spf1 -all"]);
  if (question.type !== "TXT" || !question.name.startsWith("part")) return withTexts(() => [])(question, share);
  return texts([`v=spf1 ip4:10.0.${question.name.length}.0/24 -all ${many(250 * share, () => "a:x.example").join(" ")}`]);
}
