// Cases that hostile people and hostile servers can make: each is hard in one way. `share` is the part of the full size, so
// that a case can be compared with half of it.

import { address, isOwnText, many, spfChain, spfOfHosts, spfTree, texts, withTexts } from "./hostile-policies";
import { complaints, domain, filled, kilobytes, subjects, words } from "./hostile-texts";
import { asked, extendedError, mx, name, soa, txt, type Sections, type Type, type WireRecord } from "./wire";

export interface Hostile {
  name: string;
  resolvers?: number; // that answer; by default five, as many as the page asks
  subject?: (share: number) => string;
  complaint?: (share: number) => string;
  replies?: (share: number) => Record<string, string>;
  /** What a resolver answers; by default that the name does not exist. */
  answer?: (question: Question, share: number, resolver: number) => Sections | string | undefined;
  /** More answers than were asked for, by number. */
  extra?: (share: number) => { count: number; name: string; type: Type };
}

export interface Question {
  name: string;
  type: string;
}

const slips: Record<string, string> = {
  separators: "a,mx;",
  equals: "include=a.example ",
  "joined by spaces": "include: a.example ",
  "signs apart": "- ",
  "many blanks": "-" + " ".repeat(400) + "all ",
  "full-width colons": "include：b.example ",
  quotes: '"a" ',
  translated: "include the following:",
  versions: "v=spf1 ",
  colons: "redirect:a.example ",
  "unknown modifiers": "onerror=alert(1) ",
};

const slipsOf = (count: number, kilos: number): Hostile[] =>
  Object.entries(slips).map(([kind, piece]) => ({
    name: `SPF slips, ${count} of ${kilos} kB: ${kind}`,
    answer: withTexts((share) => many(count, (index) => `v=spf1 a:${index}.example ${filled(piece, kilobytes(share, kilos))}`)),
  }));

// As many different records of the type as fit.
function fullSection(question: Question, share: number, seed: number): Sections {
  const data = (index: number): Buffer => {
    const host = name(`h${index}-${seed}.example`);
    switch (question.type) {
      case "A":
        return address(index + seed * 512);
      case "AAAA":
        return Buffer.concat([Buffer.from([0x20, 1, 0xd, 0xb8]), Buffer.alloc(8, seed), address(index)]);
      case "MX":
        return mx(511 - index, host);
      case "TXT":
        return txt(`${"verification=".repeat(7)}${511 - index}-${seed}`);
      case "SOA":
        return soa(host, host);
      case "CAA":
        return Buffer.concat([Buffer.from([0, 5]), Buffer.from(`issueca${index}.example`)]);
      default:
        return host;
    }
  };
  return { answer: many(512 * share, (index) => ({ type: question.type as Type, data: data(index) })) };
}

const longLabel = (byte: number): Buffer => Buffer.concat([Buffer.from([63]), Buffer.alloc(63, byte)]);
// 255 bytes, which as text are a thousand.
const unprintable = (byte: number): Buffer =>
  Buffer.concat([longLabel(byte), longLabel(byte), longLabel(byte), Buffer.from([61]), Buffer.alloc(61, byte), Buffer.from([0])]);

// Many records whose names are pointers to one long name, in every section.
function amplified(question: Question, share: number): Sections {
  const type = question.type === "TXT" || question.type === "A" || question.type === "AAAA" ? "CNAME" : (question.type as Type);
  const first: WireRecord = {
    type,
    data: type === "MX" ? mx(1, unprintable(1)) : type === "SOA" ? soa(unprintable(1), asked) : unprintable(1),
  };
  const start = 12 + name(question.name).length + 4 + 12 + (type === "MX" ? 2 : 0);
  const far = Buffer.from([0xc0 | (start >> 8), start & 255]);
  const each: WireRecord = { type, data: type === "MX" ? mx(2, far) : type === "SOA" ? soa(far, far) : far };
  const authority: WireRecord = { owner: far, type: "SOA", data: soa(far, far) };
  return { answer: [first, ...many(2000 * share, () => each)], authority: many(1400 * share, () => authority) };
}

// Names of 127 labels, each reached by a pointer to the one before it.
function stairs(question: Question, share: number): Sections {
  const answer: WireRecord[] = [];
  let at = 12 + name(question.name).length + 4;
  let last = 0xc000 | 12;
  for (let step = 0; step < 4000 * share && at < 0x3f00; ++step) {
    const data = step % 120 === 0 ? name("x") : Buffer.concat([Buffer.from([1, 97]), Buffer.from([last >> 8, last & 255])]);
    answer.push({ type: "NS", data });
    last = 0xc000 | (at + 12);
    at += 12 + data.length;
  }
  return { authority: answer, answer: many(3000 * share, () => ({ type: "NS", data: Buffer.from([last >> 8, last & 255]) })) };
}

function chain(question: Question, share: number, loops: boolean): Sections {
  const links = 16;
  const link = (index: number): Buffer => (index === 0 ? asked : name(`l${index}.${"x".repeat(60)}.example`));
  const answer = many(
    512 * share,
    (index): WireRecord => ({
      owner: link((511 - index) % links),
      type: "CNAME",
      data: link(((511 - index) % links) + 1 === links && loops ? 0 : ((511 - index) % links) + 1),
    }),
  );
  return { answer: [...answer, { owner: link(links), type: question.type as Type, data: question.type === "A" ? address(1) : txt("x") }] };
}

const textAt =
  (label: string, make: (share: number) => string) =>
  (question: Question, share: number): Sections | undefined =>
    question.type === "TXT" && (question.name.startsWith(label) || isOwnText(question)) ? texts([make(share)]) : undefined;

// DoH JSON, whose members may repeat.
const json =
  (make: (question: Question, share: number) => string) =>
  (question: Question, share: number): string =>
    `{"Status":0,"Question":[{"name":"${question.name}.","type":16}],${make(question, share)}}`;

export const hostileCases: Hostile[] = [
  ...slipsOf(1, 8),
  ...slipsOf(6, 8),
  ...slipsOf(30, 2),
  { name: "SPF, one term of 60 kB", answer: withTexts((share) => [`v=spf1 include:${filled("a.", kilobytes(share, 60))}example -all`]) },
  {
    name: "SPF, one macro after another",
    answer: withTexts((share) => many(6, () => `v=spf1 exists:${filled("%{d4r.}", kilobytes(share, 9))}.example -all`)),
  },
  {
    name: "SPF, 8 of 256 different terms",
    answer: withTexts((share) => many(8, (i) => `v=spf1 ${many(256 * share, (k) => `ip4:10.${i}.${k}.0/24`).join(" ")} -all`)),
  },
  {
    name: "SPF, 8 of 256 includes of one name",
    answer: withTexts((share) => many(8, () => `v=spf1 ${many(256 * share, () => "include:a.example").join(" ")} -all`)),
  },
  { name: "SPF, a tree of four includes a record", answer: spfTree },
  { name: "SPF, a chain among 512 records", answer: spfChain },
  { name: "SPF, hosts and includes that addresses replace", resolvers: 1, answer: spfOfHosts },
  {
    name: "SPF, a tree, for three senders",
    answer: spfTree,
    complaint: () => "rejected: 192.0.2.1, 198.51.100.7 and 203.0.113.9 may not send",
  },
  {
    name: "TXT of 64 kB in strings of 255",
    answer: (question, share) => (question.type === "TXT" ? texts([filled("x", kilobytes(share))]) : undefined),
  },
  {
    name: "TXT of 64 kB in strings of 1",
    answer: (question, share) =>
      question.type === "TXT" ? { answer: [{ type: "TXT", data: txt(filled("x", kilobytes(share, 32)), 1) }] } : undefined,
  },
  {
    name: "TXT of 64 kB in empty strings",
    answer: (question, share) =>
      question.type === "TXT" ? { answer: [{ type: "TXT", data: Buffer.alloc(kilobytes(share)) }] } : undefined,
  },
  {
    name: "TXT of 64 kB that is no text",
    answer: (question, share) => (question.type === "TXT" ? texts([Buffer.alloc(kilobytes(share), 0x80)]) : undefined),
  },
  {
    name: "TXT of 64 kB of NUL",
    answer: (question, share) => (question.type === "TXT" ? texts([Buffer.alloc(kilobytes(share), 0)]) : undefined),
  },
  { name: "512 records a section", answer: (question, share) => fullSection(question, share, 0) },
  { name: "512 records a section, at 32 resolvers", resolvers: 32, answer: (question, share) => fullSection(question, share, 0) },
  {
    name: "512 addresses, others at each of 32 resolvers",
    resolvers: 32,
    answer: (question, share, resolver) =>
      question.type === "A" || question.type === "AAAA" ? fullSection(question, share, resolver) : undefined,
  },
  { name: "pointers to one long name", answer: amplified },
  { name: "names of 127 labels, a pointer each", answer: stairs },
  { name: "a chain of 16 CNAMEs, 512 records", answer: (question, share) => chain(question, share, false) },
  { name: "a loop of 16 CNAMEs, 512 records", answer: (question, share) => chain(question, share, true) },
  {
    name: "MX of 512 targets of 253 bytes",
    answer: (question, share) =>
      question.type === "MX"
        ? { answer: many(512 * share, (i) => ({ type: "MX", data: mx(i, name(`h${i}.${`${"y".repeat(60)}.`.repeat(3)}example`)) })) }
        : undefined,
  },
  { name: "DMARC of 64 kB of tags", answer: textAt("_dmarc", (share) => `v=DMARC1; p=none; ${filled("a=b;", kilobytes(share))}`) },
  {
    name: "DMARC of 64 kB of addresses",
    answer: textAt("_dmarc", (share) => `v=DMARC1; p=none; rua=${filled("mailto:a@b.example!9m,", kilobytes(share))}`),
  },
  {
    name: "DKIM of 64 kB of key",
    answer: textAt("default._domainkey", (share) => `v=DKIM1; k=rsa; p=MIIB${filled("AAAA", kilobytes(share))}`),
  },
  {
    name: "DKIM of 64 kB of separators",
    answer: textAt("default._domainkey", (share) => `v=DKIM1; h=${filled(":", kilobytes(share))}; p=`),
  },
  { name: "MTA-STS of 64 kB", answer: textAt("_mta-sts", (share) => `v=STSv1; id=${filled("a;", kilobytes(share))}`) },
  {
    name: "TLS-RPT and BIMI of 64 kB",
    answer: (question, share) =>
      question.type === "TXT"
        ? texts([`v=${/bimi/.test(question.name) ? "BIMI1; l" : "TLSRPTv1; rua"}=${filled("https://a.example,", kilobytes(share))}`])
        : undefined,
  },
  {
    name: "extended errors, 64 kB of short ones",
    answer: (_, share) => ({ rcode: 2, options: Buffer.concat(many(10_000 * share, (i) => extendedError(i % 30, ""))) }),
  },
  {
    name: "extended errors, texts of 64 kB",
    answer: (_, share) => ({
      rcode: 2,
      options: Buffer.concat(many(60 * share, (i) => extendedError(i % 30, "rcode=refuse ".repeat(80)))),
    }),
  },
  { name: "DoH JSON, empty records", answer: json((_, share) => `"Authority":[${filled("{},", kilobytes(share))}{}]`) },
  {
    name: "DoH JSON, records",
    answer: json(
      (question, share) =>
        `"Answer":[${many(500 * share, (i) => `{"name":"${question.name}.","type":16,"TTL":60,"data":"\\"x${i}\\""}`).join()}]`,
    ),
  },
  {
    name: "DoH JSON, one member after another",
    answer: json((_, share) => `"Comment":"",${filled('"a":1,', kilobytes(share))}"Answer":[]`),
  },
  { name: "DoH JSON, comments", answer: json((_, share) => `"Comment":[${filled('"EDE(22): x",', kilobytes(share))}""]`) },
  {
    name: "DoH JSON, an OPT record as text",
    answer: json((_, share) => `"Additional":[{"name":".","type":41,"data":"${filled("; EDE: 22\\n", kilobytes(share))}"}]`),
  },
  {
    name: "DoH JSON, escapes",
    answer: json(
      (question, share) => `"Answer":[{"name":"${question.name}.","type":16,"TTL":60,"data":"${filled("\\u0001", kilobytes(share))}"}]`,
    ),
  },
  {
    name: "1,024 answers of one name",
    extra: (share) => ({ count: 1024 * share, name: domain, type: "TXT" }),
    answer: (question) => (isOwnText(question) ? texts(["v=spf1 include:spf.qiye.aliyun.com -all"]) : undefined),
  },
  {
    name: "1,024 answers of the login host",
    extra: (share) => ({ count: 1024 * share, name: `mail.${domain}`, type: "A" }),
    answer: (question) => (question.type === "A" ? { answer: many(8, (i) => ({ type: "A", data: address(i) })) } : undefined),
  },
  {
    name: "1,024 answers that deny the domain",
    extra: (share) => ({ count: 1024 * share, name: domain, type: "A" }),
    answer: () => ({ rcode: 3, authority: [{ type: "SOA", data: soa(asked, asked) }] }),
  },
  { name: "64 replies", replies: (share) => Object.fromEntries(many(64 * share, (i) => [`fix.${"p".repeat(500)}.c${i}`, "worked"])) },
  ...Object.entries(subjects).map(
    ([kind, piece]): Hostile => ({ name: `subject of 10,000 characters: ${kind}`, subject: (share) => filled(piece, 10_000 * share) }),
  ),
  ...Object.entries(complaints).map(([kind, make]): Hostile => ({ name: `complaint of 64 kB: ${kind}`, complaint: words(make) })),
];
