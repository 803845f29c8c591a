// The picture at the top of README.md: the page itself, with the answer of a real DNS server, light and in English.
// `LAB_UPDATE=1 node tests/browser/run.mjs page/readme-picture` takes it again.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Checker } from "../lab/checker.mjs";
import { test } from "../lab/test.mjs";
import { withBrowser } from "../lab/with-browser.mjs";

const { open } = withBrowser();

const repository = new URL("../../../", import.meta.url);
const picture = "web/pages/result.png";
const size = { width: 880, height: 740 };
const mostBytes = 100_000;

/** Width and height from the IHDR chunk of a PNG. @param {Buffer} png */
const sizeOf = (png) => ({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) });

test("the picture of README.md is the page as it looks now", async () => {
  const visit = await open({ lang: "en", viewport: size, colorScheme: "light" });
  const turn = await new Checker(visit).check({
    subject: "mail.login-missing.example",
    complaint: "The login page does not open, connection timeout",
  });
  assert.equal(turn.diagnosis.action, "change-record");
  await visit.by("verdict").evaluate((node) => node.scrollIntoView({ block: "start", behavior: "instant" }));
  const taken = await visit.page.screenshot({ animations: "disabled", caret: "hide" });
  assert.deepEqual(sizeOf(taken), size);
  assert.ok(taken.length < mostBytes, `${taken.length} bytes; at most ${mostBytes}`);
  const path = fileURLToPath(new URL(picture, repository));
  if (process.env.LAB_UPDATE) writeFileSync(path, taken);
  assert.deepEqual(sizeOf(readFileSync(path)), size, "taken by this spec");
  assert.ok(readFileSync(path).length < mostBytes);
  assert.ok(readFileSync(new URL("README.md", repository), "utf8").includes(`](${picture})`), "README.md shows it");
});
