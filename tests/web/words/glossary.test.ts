// One word for one thing, in each language: what must not be written, and what is written instead. What the guide says, and
// what stands in `code`, is quoted and not held to it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "../support/root";

type Words = Record<string, string | Record<string, string>>;

interface Term {
  not: RegExp;
  but: string;
}

const everywhere: Term[] = [{ not: /[;；]/, but: "two sentences" }];
const glossary: Record<string, Term[]> = {
  en: [
    { not: /\bmail programs?\b|\bmail clients?\b/i, but: "mail app" },
    { not: /\blog(ging|ged)? in\b/i, but: "sign in" },
    { not: /\bmisspelt\b/i, but: "misspelled" },
    { not: /\banew\b|\bstands?\b|\bmend(s|ed)?\b/i, but: "plain words" },
    { not: /\d %/, but: "50%" },
    { not: /\bthis guide\b/i, but: "the troubleshooting guide" },
  ],
  "zh-CN": [
    { not: /别家/, but: "其他服务商" },
    { not: /公共登录页/, but: "通用登录地址" },
    { not: /主域名/, but: "根域名" },
    { not: /登录不上|连不上/, but: "无法登录, 无法连接" },
    { not: /本指南/, but: "排查指南" },
  ],
  "zh-TW": [
    { not: /站點/, but: "站台" },
    { not: /阿里郵箱/, but: "Alibaba Mail" },
    { not: /封禁|解封/, but: "封鎖, 解除封鎖" },
    { not: /續費/, but: "續約" },
    { not: /拼寫|含義/, but: "拼字, 意義" },
    { not: /本指南/, but: "疑難排解指南" },
  ],
  ja: [
    { not: /つづり/, but: "スペル" },
    { not: /本ガイド/, but: "トラブルシューティングガイド" },
  ],
};

const wordsOf = (tag: string): Words => JSON.parse(readFileSync(join(root, "web/locales", `${tag}.json`), "utf8")) as Words;

// Labels of the console stand in parentheses in Taiwan, as the console shows them.
const spoken = (tag: string, text: string): string => {
  const plain = text.replace(/`[^`]*`/g, "");
  return tag === "zh-TW" ? plain.replace(/（[^）]*）/g, "") : plain;
};

for (const [tag, terms] of Object.entries(glossary)) {
  test(`${tag} has one word for one thing`, () => {
    const wrong: string[] = [];
    for (const [key, text] of Object.entries(wordsOf(tag))) {
      if (key.endsWith(".guide")) continue;
      const all = spoken(tag, typeof text === "string" ? text : Object.values(text).join(" "));
      for (const { not, but } of [...everywhere, ...terms]) if (not.test(all)) wrong.push(`${key}: ${but}, and not ${not.exec(all)?.[0]}`);
    }
    assert.deepEqual(wrong, []);
  });
}
