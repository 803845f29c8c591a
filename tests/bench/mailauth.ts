// The core in wasm beside npm's mailauth: the same eight answers of one domain, in one process. A figure to look at, never a
// reason to fail.
//
// Both get the eight answers as one resolver gave them, in DoH JSON. The core gets them as a case in JSON text, and gives a
// turn as JSON text. mailauth asks its resolver, which is a function over the same bodies here, so nothing touches a network.
// The two do not do the same work; the output says what each checks.
//
//   node build/bench/mailauth.mjs [rounds]

import { createRequire } from "node:module";
import type { Answer, Case, Turn } from "../../web/src/contract";
import { advanceText } from "../../web/src/core/module";
import { loadCoreModule } from "../web/support/core-node";
import { opening, zoneOf, type Story } from "../web/support/story";
import { answerOf, lookUp } from "../web/support/zone";

const rounds = Number(process.argv[2] ?? 3000);
const domain = "abc.example";
const selector = "default";
const sender = { ip: "198.51.100.70", helo: `mail.${domain}`, sender: `someone@${domain}`, mta: "mx.example.net" }; // in the last include

const story: Story = {
  story: "a healthy domain that publishes everything",
  subject: domain,
  world: "china",
  zone: {
    [`_mta-sts.${domain}`]: { TXT: ["v=STSv1; id=20261123T080000"] },
    [`default._bimi.${domain}`]: { TXT: [`v=BIMI1; l=https://${domain}/logo.svg; a=`] },
  },
  expect: { action: "", problems: {}, findings: [] },
};
const names = [
  domain,
  "spf.qiye.aliyun.com",
  "spf1.staff.mail.aliyun.com",
  "spf2.staff.mail.aliyun.com",
  `${selector}._domainkey.${domain}`,
  `_dmarc.${domain}`,
  `_mta-sts.${domain}`,
  `default._bimi.${domain}`,
];
const zone = zoneOf(story);
const { now } = opening(story);
const answers: Answer[] = names.map((name) => {
  const asked = { resolver: "alidns", name, type: "TXT", at: now };
  return answerOf(asked, lookUp(asked, zone));
});
const input: Case = { ...opening(story), answers };
const text = JSON.stringify(input);

// ---- mailauth, as far as it is used here

interface Mailauth {
  spf(options: object): Promise<{ domain: string; status: { result: string } }>;
  dmarc(options: object): Promise<{ status: { result: string } }>;
  bimi(options: object): Promise<{ status: { result: string } }>;
  getPublicKey(type: string, name: string, minBits: number, resolver: Resolver): Promise<{ modulusLength?: number }>;
  resolvePolicy(domain: string, options: object): Promise<string | false>;
}
type Resolver = (name: string, type: string) => Promise<string[][]>;

// Its own files, not the package's door, so that what is loaded is what is measured. Outside the bundle, as node finds it.
const load = createRequire(new URL("../../web/package.json", import.meta.url));
const mailauth: Mailauth = Object.assign(
  {},
  ...["spf", "dmarc", "bimi", "tools", "mta-sts"].map((file) => load(`mailauth/lib/${file}`) as Partial<Mailauth>),
);
const { version } = load("mailauth/package.json") as { version: string };

const bodies = new Map(answers.map((answer) => [answer.name, answer.body!]));
const used = new Set<string>();

// What a resolver over DoH does with a body; the way to the body is free here, for both.
const resolver: Resolver = async (name, type) => {
  const body = type === "TXT" ? bodies.get(name) : undefined;
  if (body === undefined) throw Object.assign(new Error(`${name} ${type}`), { code: "ENOTFOUND" });
  used.add(name);
  const { Answer: records = [] } = JSON.parse(body) as { Answer?: { data: string }[] };
  return records.map(({ data }) => (data.startsWith('"') ? data.slice(1, -1).split('" "') : [data]));
};

async function byMailauth(withKey: boolean): Promise<string> {
  const spf = await mailauth.spf({ ...sender, resolver });
  const key = withKey ? await mailauth.getPublicKey("DKIM", `${selector}._domainkey.${domain}`, 1024, resolver) : undefined;
  const dmarc = await mailauth.dmarc({ headerFrom: [sender.sender], spfDomains: [spf.domain], dkimDomains: [], resolver });
  const bimi = await mailauth.bimi({ dmarc, resolver });
  const policy = await mailauth.resolvePolicy(domain, { resolver });
  return `SPF ${spf.status.result}, DKIM key ${key?.modulusLength ?? "?"} bits, DMARC ${dmarc.status.result}, BIMI ${bimi.status.result}, MTA-STS ${policy}`;
}

// ---- the times

const core = await loadCoreModule();
const ways: Record<string, () => unknown> = {
  mailauth: () => byMailauth(true),
  "mailauth without importing the DKIM key": () => byMailauth(false),
  "core, text to text": () => advanceText(core, text),
  "core, case to turn as objects": () => JSON.parse(advanceText(core, JSON.stringify(input))),
};
const said = await byMailauth(true);
const turn = JSON.parse(advanceText(core, text)) as Turn;
if (used.size !== names.length) throw new Error(`mailauth read ${used.size} of ${names.length} answers: ${said}`);
if (turn.diagnosis.ledger.filter(({ outcome }) => outcome === "records").length !== names.length)
  throw new Error("The core read fewer answers");

const least = Object.fromEntries(Object.keys(ways).map((way) => [way, Infinity]));
for (let round = 0; round < rounds; ++round) {
  for (const [way, work] of Object.entries(ways)) {
    const from = performance.now();
    await work();
    if (round > rounds / 10) least[way] = Math.min(least[way]!, performance.now() - from); // warm by then
  }
}

const families = [...new Set(turn.diagnosis.findings.map(({ key }) => key.split(".")[0]))].join(", ");
console.log(`eight answers of ${domain}: the SPF record and three includes, DKIM, DMARC, MTA-STS, BIMI`);
console.log(`mailauth ${version}: evaluates SPF for one sender, imports the DKIM key, reads DMARC, BIMI and MTA-STS (${said})`);
console.log(`core: draws the SPF tree, judges every record with places of mistakes, says what is missing, asks on, and advises`);
console.log(`  findings of ${families}; ${turn.ask.queries.length} queries to ask`);
for (const [way, time] of Object.entries(least)) console.log(`${way}: least ${(time * 1000).toFixed(0)} µs of ${rounds} runs`);
const ratio = least["mailauth"]! / least["core, text to text"]!;
console.log(`mailauth takes ${ratio.toFixed(2)} times as long as the core (aim: 1.5)`);
