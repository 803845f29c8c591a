// The table of what must go and what must stay, in four languages; and that no text takes long.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { linkOf } from "../../../../web/src/app/mask/link";
import { maskSecrets, secretMasker } from "../../../../web/src/app/mask/mask";
import { addressMasker } from "../../../../web/src/app/mask/mask-address";
import { maskedCase } from "../../../../web/src/app/handover/saved-case";
import { root } from "../../support/root";
import { beside, blind } from "./blind-lines";
import { plain } from "./plain-lines";
import { reviewed, second, tricky } from "./secret-lines";

const bare = (line: string): string => line.replace(/[⟦⟧]/g, "");
const secretsOf = (line: string): string[] =>
  [...line.matchAll(/⟦([^⟧]*)⟧/g)].flatMap(([, secret = ""]) => secret.split(/\s+/)).filter((word) => word.length > 1 && word !== "joe"); // a name beside the password may stay

for (const [name, lines] of Object.entries({ reviewed, tricky, second, blind, beside })) {
  for (const line of lines) {
    test(`${name}, goes: ${line.replace(/\s+/g, " ")}`, () => {
      const masked = maskSecrets(bare(line));
      assert.deepEqual(
        secretsOf(line).filter((secret) => masked.includes(secret)),
        [],
        masked,
      );
      assert.equal(maskSecrets(masked), masked, "twice");
      const link = decodeURIComponent(linkOf({ subject: "abc.example", complaint: bare(line), start: "" }, "en", "https://h.example/"));
      assert.deepEqual(
        secretsOf(line).filter((secret) => link.includes(secret)),
        [],
        link,
      );
    });
  }
}

for (const line of plain) test(`stays: ${line}`, () => assert.equal(maskSecrets(line), line));

test("of the sentences in which people complain, only names of accounts beside a password go", () => {
  const folder = join(root, "tests/sentences");
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith(".jsonl"))
    .flatMap((name) => readFileSync(join(folder, name), "utf8").trim().split("\n"))
    .map((line) => (JSON.parse(line) as { text: string }).text);
  const lost = texts.flatMap((text) => {
    const masked = maskSecrets(text).split(/\s+/);
    return text.split(/\s+/).filter((word) => !masked.includes(word));
  });
  assert.deepEqual(lost.sort(), ["d.okafor@", "sales03", "wanghao@"]);
  assert.ok(texts.length > 2700, `${texts.length} sentences`);
});

test("the subject of a saved case is masked too, with addresses or without", () => {
  const one = { version: 1 as const, now: "2026-11-28T10:00:00Z", subject: "https://joe:hunter2@mail.abc.com", complaint: "" };
  for (const addresses of [true, false]) assert.doesNotMatch(maskedCase(one, addresses).subject, /hunter2/);
});

test("a quotation is masked by what the whole gave away", () => {
  const say = secretMasker("user: joe\npassword:\nSommer2026\npw: sunshine");
  assert.equal(say("said Sommer2026 and sunshine"), "said *** and ***");
});

// Twice the text takes twice the time: not the time itself is judged, which depends on the machine and on its other work.
const pieces = [
  ...[" ", "\t", "a", "A1b2C3d4", "密", "密码：", "密码是我的", "密码 for ", "登录页打不开，", "パスワードは"],
  ...["password: hunter2\n", "password ", "password (", "pass=", "token=a;", "is my password ", "a1 LOGIN x ", "AUTH LOGIN\n"],
  ...["a@", "a.", "@a.", "a＠.", "://a:", "(((", "334 ", '"password', "<password ", "user | password\n", "--password ", "\\", "'"],
];
const measured = (work: () => void): number => {
  const began = performance.now();
  work();
  return performance.now() - began;
};
const fastest = (work: () => void): number => Math.min(...[1, 2, 3].map(() => measured(work)));

const doors: [string, (text: string) => void][] = [
  ["passwords", (text) => void maskSecrets(text)],
  ["addresses", (text) => void addressMasker()(text)],
  ["a link", (text) => void linkOf({ subject: text, complaint: text, start: "" }, "zh-CN", "https://h.example/")],
  ["quotations", (text) => void secretMasker(text)(text)],
];
for (const [name, work] of doors) {
  for (const piece of pieces) {
    test(`the time for ${name} grows like the text: 64 kB of ${JSON.stringify(piece)}`, () => {
      const text = (length: number): string => `x${piece.repeat(length / piece.length)}x`;
      const [small, large] = [8192, 65536].map((length) => fastest(() => work(text(length)))) as [number, number];
      assert.ok(large < 24 * small + 60, `8 kB ${small.toFixed(1)} ms, 64 kB ${large.toFixed(1)} ms`);
    });
  }
}
