// Writes what the fuzzers begin with: inputs from the stories, the sentences and the tables of the tests, and a dictionary for
// each target.
//
//   node tests/tools/bundle.mjs build/fuzz/seed tests/fuzz/seed.ts && node build/fuzz/seed/seed.mjs build/fuzz
//
// The seeds of "message" are those of "doh_json" in wire format, which alimail_fuzz_replay --wire writes.
//
// Law: a source that gives nothing is an error, so that a file that moved is noticed.

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Answer } from "../../web/src/contract";
import { root } from "../web/support/root";
import { opening, zoneOf, type Story } from "../web/support/story";
import { answerOf, lookUp } from "../web/support/zone";
import { ownNames, scriptOf } from "./story-script";

const out = process.argv[2]!;
const longestWord = 64; // of libFuzzer
const longestSeed = 4096;
const fewestSeeds = 50;

const read = (path: string): string => readFileSync(join(root, path), "utf8");
const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);

function filesOf(folder: string, ending: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesOf(path, ending);
    return path.endsWith(ending) ? [path] : [];
  });
}

// The texts of a JSON file.
function textsOf(path: string): string[] {
  const texts: string[] = [];
  JSON.parse(read(path), (_key, value: unknown) => {
    if (typeof value === "string") texts.push(value);
    return value;
  });
  return texts;
}

// The string literals of a folder of tests. Neighbours are one text, as in C++.
function literals(folder: string): string[] {
  const literal = /"((?:[^"\\\n]|\\.)*)"/.source;
  return filesOf(`tests/core/${folder}`, ".cpp").flatMap((path) => {
    const text = read(path).replace(/^#include.*$/gm, "");
    const plain = [...text.matchAll(new RegExp(`${literal}(?:\\s+${literal})*`, "g"))].map(([all]) =>
      [...all.matchAll(new RegExp(literal, "g"))].map(([, inner]) => unescaped(inner!)).join(""),
    );
    return [...plain, ...[...text.matchAll(/R"\w*\(([^]*?)\)\w*"/g)].map(([, inner]) => inner!)];
  });
}

function unescaped(text: string): string {
  const named: Record<string, string> = { n: "\n", t: "\t", r: "\r", "0": "\0" };
  return text.replace(/\\(x[0-9A-Fa-f]{1,2}|.)/g, (_, code: string) =>
    code.startsWith("x") && code.length > 1 ? String.fromCharCode(parseInt(code.slice(1), 16)) : (named[code] ?? code),
  );
}

// A text of the tables holds bytes as characters; a text with other characters is UTF-8.
const bytesOf = (text: string): Buffer => Buffer.from(text, /^[\0-\xff]*$/.test(text) ? "latin1" : "utf8");

// What a resolver says of every name of the story's own zone.
function answersOf(story: Story): Answer[] {
  return Object.entries(ownNames(story)).flatMap(([name, node]) =>
    Object.keys(node ?? { A: [] })
      .filter((type) => type !== "TTL")
      .map((type) => {
        const asked = { resolver: "alidns", name, type, at: "2026-11-23T08:00:00Z" };
        return answerOf(asked, lookUp(asked, zoneOf(story)));
      }),
  );
}

const stories = filesOf("tests/scenarios", ".json")
  .filter((path) => !path.includes("/worlds/"))
  .flatMap((path) => JSON.parse(read(path)) as Story[]);
const complaints = stories.map(({ complaint }) => complaint ?? "");
const sentences = filesOf("tests/sentences", ".jsonl").flatMap(
  (path) =>
    read(path)
      .split("\n")
      .filter(Boolean)
      .flatMap((line) => (JSON.parse(line) as { text?: string }).text ?? []), // the first line of some files has none
);
const records = [...literals("records"), ...literals("sender_policy"), ...literals("checks")];
const hosts = textsOf("core/provider/provider.json").filter((text) => /^[a-z0-9_-]+(\.[a-z0-9-]+)+$/.test(text));

const types = words("A AAAA CNAME MX TXT NS SOA CAA PTR");
const hows = words("has nodata nxdomain servfail refused timeout blocked offline unreadable html truncated empty garbage other");
const labels = words("mail imap smtp pop3 _dmarc default._domainkey _mta-sts _smtp._tls default._bimi www");
const growths = words("{4096* {700* }");
const spfTerms = words("v=spf1 include: redirect= exp= ip4: ip6: -all ~all ?all +all exists: ptr mx a/24 %{i} %{d2r} %%");
const spfSlips = ["\u3000", "\uff1a", "\u2013", "\u00a0", '"', ";", ",", "include the following:", "spf2", "v = spf1", "include="];
const tags = words(
  "v=DKIM1; k=rsa; k=ed25519; p= t=y h=sha256 s=email v=DMARC1; p=none p=reject sp= np= rua=mailto: ruf= adkim=s aspf=r pct= " +
    "v=STSv1; id= v=TLSRPTv1; v=BIMI1; l=https:// a= mailto: !10m",
);
const jsonKeys = words(
  "Status TC AD CD Question Answer Authority name type TTL data extended_dns_errors info_code extra_text Comment Additional",
);
const caseKeys = words(
  "version now subject complaint start nonce replies answers probes resolver at status contentType body bodyBase64 failure url " +
    "outcome reached failed checkingDisabled timeout application/dns-message application/dns-json",
);
const quotedKey = (key: string): string => `"${key}"`;

const targets: Record<string, { seeds: string[]; dictionary: string[] }> = {
  door: {
    seeds: stories.map((story) => JSON.stringify({ ...opening(story), answers: answersOf(story).slice(0, 1) })),
    dictionary: [...jsonKeys, ...caseKeys].map(quotedKey),
  },
  cases: {
    seeds: stories.map(scriptOf),
    dictionary: [
      ...types.flatMap((type) => ["a", "b", "*"].map((who) => `\n${who} abc.example ${type} `)),
      ...hows.map((how) => ` ${how}`),
      ...words("subject complaint start reply choose probe nonce").map((word) => `\n${word} `),
      ...labels.map((label) => `${label}.abc.example`),
      ...hosts.slice(0, 100),
      ...spfTerms,
      ...tags,
    ],
  },
  message: {
    seeds: [],
    dictionary: ["\xc0\x0c", "\0\x01\0\x01", "\0\x10\0\x01", "\0\x06\0\x01", "\0\x0f\0\x01", "\0\0\x29\x04\xd0", "\0\x0f\0\x02"],
  },
  doh_json: {
    seeds: [...stories.flatMap(answersOf).map(({ body }) => body!), ...literals("dns").filter((text) => text.includes("Status"))],
    dictionary: [...jsonKeys.map(quotedKey), "null", "true", "\\\\# 4 0A000001", '\\"a\\"'],
  },
  names: {
    seeds: [...stories.map(({ subject }) => subject), ...literals("names"), ...literals("dns").filter(({ length }) => length < 80)],
    dictionary: [...hosts.slice(0, 40), ...words("xn-- mailto: https:// @ \\046 ::ffff: mail. www. .com.cn \uff0e \uff20")],
  },
  pasted: {
    seeds: [...literals("pasted"), ...complaints],
    dictionary: [...textsOf("core/pasted/words.json"), "; <<>> DiG 9.18 <<>> ", ";; ANSWER SECTION:\n", "\n> ", "PS C:\\>", ...growths],
  },
  records: { seeds: records.filter((text) => /^v=|=.*;/.test(text)), dictionary: [...tags, ...growths] },
  spf: {
    seeds: records.filter((text) => /spf1|include:|redirect=/i.test(text)),
    dictionary: [...spfTerms, ...spfSlips, "\nb.example=v=spf1 ", "include:b.example", ...growths],
  },
  words: {
    seeds: [...complaints, ...sentences.filter((_, index) => index % 4 === 0), ...literals("bounces"), ...literals("words")],
    dictionary: [
      ...textsOf("core/words/phrases.json"),
      ...textsOf("core/bounces/server_replies.json"),
      ...words("<br> &nbsp; 550 5.1.1"),
      "=\r\n",
      ...growths,
    ],
  },
};

for (const [target, { seeds, dictionary }] of Object.entries(targets)) {
  const folder = join(out, "seeds", target);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const distinct = [...new Set(seeds.map((seed) => bytesOf(seed).toString("latin1")))];
  const short = distinct.filter(({ length }) => length > 0 && length <= longestSeed);
  if (short.length < fewestSeeds && target !== "message") throw new Error(`Only ${short.length} seeds for ${target}: has a source moved?`);
  for (const [index, seed] of short.entries()) writeFileSync(join(folder, String(index)), seed, "latin1");
  const entries = dictionary.map((word) => bytesOf(word)).filter(({ length }) => length > 0 && length <= longestWord);
  writeFileSync(join(out, `${target}.dict`), `${[...new Set(entries.map(quoted))].join("\n")}\n`);
}

// As libFuzzer reads a dictionary.
function quoted(bytes: Buffer): string {
  const text = [...bytes].map((byte) => {
    const plain = byte >= 0x20 && byte <= 0x7e && byte !== 0x22 && byte !== 0x5c;
    return plain ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, "0")}`;
  });
  return `"${text.join("")}"`;
}
