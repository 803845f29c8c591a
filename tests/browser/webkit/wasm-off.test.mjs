// WebKit without WebAssembly, as Safari is in Lockdown Mode: the same story gives the same verdict.

import assert from "node:assert/strict";
import { headline } from "../lab/checker.mjs";
import { withWebKit } from "./with-webkit.mjs";
import { test } from "../lab/test.mjs";

const { open } = withWebKit({ JSC_useWasm: "0" });

test("a missing login record is found by the fallback, silently", async () => {
  const page = await open();
  assert.equal(await page.run(() => typeof WebAssembly), "undefined");
  const turn = await page.check({ subject: "login-missing.example", complaint: "the login page does not open" });
  assert.equal(headline(turn), "change-record: login-page-unreachable / login-record-missing is confirmed");
  assert.equal(await page.sees("failure"), false);
  const loaded = await page.loaded();
  assert.equal(loaded.filter((url) => /core-fallback-\w+\.js$/.test(url)).length, 1);
  assert.deepEqual(
    loaded.filter((url) => url.endsWith(".wasm")),
    [],
  );
});
