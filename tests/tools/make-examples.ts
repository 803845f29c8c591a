// Writes web/examples/: the cases that the page shows without a network, each a small story of the made-up domain
// abc.example, with the answers to everything that the core of today asks. To be run again when a check asks more:
//   node tests/tools/bundle.mjs build/examples tests/tools/make-examples.ts && node build/examples/make-examples.mjs

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { isRefusal, type Case } from "../../web/src/contract";
import { loadCoreNode } from "../web/support/core-node";
import { root } from "../web/support/root";
import { answerTurn, maxRounds, opening, type Story } from "../web/support/story";

const resolvers = { alidns: {}, dnspod: {}, google: {}, cloudflare: {} };
const common = { now: "2026-11-23T09:30:04Z", world: "china", resolvers, expect: { action: "", problems: {}, findings: [] } };
const hichina = { "+abc.example": { NS: ["dns17.hichina.com.", "dns18.hichina.com."] } };

const stories: Record<string, Story> = {
  "login-record-missing": {
    ...common,
    story: "",
    subject: "mail.abc.example",
    complaint: "The login page does not open: DNS error",
    zone: { ...hichina, "mail.abc.example": null },
  },
  "account-frozen": {
    ...common,
    story: "",
    subject: "name@abc.example",
    zone: hichina,
    complaint: "发信失败，提示 AccountFrozen，账号已被冻结",
  },
  "history-503": {
    ...common,
    story: "",
    subject: "abc.example",
    complaint: "Error 503 in webmail, and the inbox is empty",
    zone: hichina,
  },
  "mail-not-arriving": {
    ...common,
    story: "",
    subject: "abc.example",
    complaint: "Mail from outside does not arrive",
    replies: { "other-mx": "alibaba-only" },
    zone: {
      "+abc.example": {
        ...hichina["+abc.example"],
        MX: ["5 mx1.qiye.aliyun.com.", "10 mx2.qiye.aliyun.com.", "10 mx.old-mail.example."],
        TXT: ["v=spf1 include:spf.qiye.aliyun.com include:spf.old-mail.example -all"],
      },
      "mx.old-mail.example": { A: ["198.51.100.25"] },
      "spf.old-mail.example": { TXT: ["v=spf1 ip4:198.51.100.0/24 -all"] },
    },
    resolvers: { ...resolvers, google: { cache: { "abc.example": { MX: ["10 mx.old-mail.example."], TTL: 240 } } } },
  },
};

const core = await loadCoreNode();
for (const [id, story] of Object.entries(stories)) {
  const current: Case = opening(story);
  for (let round = 0; round < maxRounds; round += 1) {
    const turn = core.advance(current);
    if (isRefusal(turn)) throw new Error(`${id}: ${turn.error.code}`);
    if (!answerTurn(story, current, turn)) break;
  }
  writeFileSync(join(root, "web/examples", `${id}.json`), `${JSON.stringify(current, null, 1)}\n`);
}
