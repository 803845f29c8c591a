// Which addresses in a text can be tapped: those of Alibaba's pages, never what DNS or a person says.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Rich } from "../../../../web/src/app/parts/rich";
import type { Args } from "../../../../web/src/contract";
import { show, viewIn } from "../../support/drawing";
import { wordsOf } from "../../support/words-node";

async function linksIn(text: string, args: Args = {}): Promise<(string | undefined)[]> {
  const view = { ...viewIn("en"), words: wordsOf("en", { text }) };
  const place = await show(<Rich view={view} id="text" args={args} />);
  return [...place.all()].filter(({ localName }) => localName === "a").map((link) => link.get("href"));
}

test("the shared login page of the person's site is a link", async () => {
  assert.deepEqual(await linksIn("Sign in at {login_url}.", { login_url: "https://mail.sg.aliyun.com/" }), ["https://mail.sg.aliyun.com/"]);
});

test("our own words link a login page, the console and the status pages", async () => {
  assert.deepEqual(await linksIn("`https://qiye.aliyun.com`, `alimail.console.aliyun.com`, `status.aliyun.com`"), [
    "https://qiye.aliyun.com",
    "https://alimail.console.aliyun.com",
    "https://status.aliyun.com",
  ]);
});

test("a host to copy, the guide's old console and examples are no links", async () => {
  assert.deepEqual(await linksIn("`qiye.aliyun.com`, `https://mail.console.aliyun.com`, `https://mail.abc.com`"), []);
});

test("what DNS says is no link, whatever it says", async () => {
  const said = ["https://evil.example/", "https://qiye.aliyun.com/", "status.aliyun.com", "javascript:alert(1)"];
  for (const value of said) {
    assert.deepEqual(await linksIn("{target}", { target: value }), []);
    assert.deepEqual(await linksIn("{values} `status.aliyun.com.evil.example`", { values: [value] }), []);
  }
  assert.deepEqual(await linksIn("{login_url}", { login_url: "https://evil.example/" }), []);
});
