// A list of domains in the world of offices: a tab that nobody looks at, and files that spreadsheets save.

import assert from "node:assert/strict";
import { cannot } from "../lab/engine.mjs";
import { VERDICTS, addressOfMany, askedTwice, doneIn, inPhase, manyDomains, paste, shown } from "../lab/many.mjs";
import { test } from "../lab/test.mjs";
import { until } from "../lab/until.mjs";
import { withBrowser } from "../lab/with-browser.mjs";

const { lab, open } = withBrowser();
const chromiumOnly = { skip: cannot({ firefox: "no way to freeze a tab" }) };

test("a tab that is hidden for an hour goes on where it was", chromiumOnly, async () => {
  const { names, story } = manyDomains(40);
  await lab().now.publish(story);
  const visit = await open({ url: "about:blank" });
  await visit.page.clock.install();
  await visit.page.goto(addressOfMany(lab(), { rate: 60 }));
  await visit.by("run").first().waitFor();
  await paste(visit, names.join("\n"));
  await until("some are done", async () => (await doneIn(visit)) >= 3);
  const session = await visit.context.newCDPSession(visit.page);
  await session.send("Page.setWebLifecycleState", { state: "frozen" });
  const before = await doneIn(visit);
  await visit.page.clock.fastForward("01:00:00");
  await session.send("Page.setWebLifecycleState", { state: "active" });
  await inPhase(visit);
  assert.ok(before < names.length, "the hour begins before the end");
  assert.deepEqual(await shown(visit), Object.fromEntries(names.map((name, index) => [name, VERDICTS[index % 4]])));
  assert.deepEqual(askedTwice(visit), []);
});

test("a list that Excel saved in mainland China is read with its names", async () => {
  const visit = await open({ url: addressOfMany(lab()), lang: "zh-CN" });
  await visit.by("run").first().waitFor();
  const gbk = [...Buffer.from("healthy-a.example\n"), 0xd6, 0xd0, 0xce, 0xc4, ...Buffer.from(".example\n")];
  await visit.by("file").setInputFiles({ name: "客户.csv", mimeType: "text/csv", buffer: Buffer.from(gbk) });
  await visit.by("run").first().click();
  await inPhase(visit);
  assert.deepEqual(Object.keys(await shown(visit)), ["healthy-a.example", "xn--fiq228c.example"]);
});
