// How the page for a list of domains looks: idle, done and opened, in every size and theme.

import assert from "node:assert/strict";
import { WORDLESS, look } from "../lab/axe.mjs";
import { addressOfMany, inPhase, paste } from "../lab/many.mjs";
import { test } from "../lab/test.mjs";
import { until } from "../lab/until.mjs";
import { withBrowser } from "../lab/with-browser.mjs";

const { lab, open } = withBrowser();

const SIZES = { wide: { width: 1280, height: 900 }, phone: { width: 360, height: 780 }, small: { width: 320, height: 640 } };
const LIST = [
  ...["healthy-a.example", "nonsense", "", "中文.example", "mx-partial.example", "spf-several.example", "mixed-mx.example"],
  ...["service-down.example", "healthy-b.example", "foreign-mx.example", "no-mx.example", "gone.example"],
  "a-very-long-name-of-a-department.of-a-company-that-likes-long-names.example",
].join("\n");

for (const [size, viewport] of Object.entries(SIZES)) {
  for (const lang of ["en", "zh-CN"]) {
    for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
      if (size === "small" && (colorScheme === "dark" || lang === "en")) continue;
      test(`${size}, ${lang}, ${colorScheme}`, async () => {
        const visit = await open({ url: addressOfMany(lab()), viewport, lang, colorScheme });
        await visit.by("run").first().waitFor();
        await look(visit, `many-idle-${size}-${lang}-${colorScheme}`, "html");
        await paste(visit, LIST);
        await inPhase(visit);
        await visit.by("unreadable").locator("summary").click();
        await visit.by("open").nth(3).click();
        await visit.by("detail").waitFor();
        await look(visit, `many-done-${size}-${lang}-${colorScheme}`, "html");
        assert.doesNotMatch(await visit.page.locator("#many").innerText(), WORDLESS);
      });
    }
  }
}

test("every language has its words", async () => {
  const visit = await open({ url: addressOfMany(lab()), lang: "zh-TW" });
  await visit.by("run").first().waitFor();
  for (const tag of ["zh-TW", "ja", "zh-CN", "en"]) {
    await visit.by("language").selectOption(tag);
    await until("the language", async () => (await visit.page.evaluate(() => document.documentElement.lang)) === tag);
    assert.equal(await visit.page.evaluate(() => document.documentElement.lang), tag);
    assert.doesNotMatch(await visit.page.locator("#many").innerText(), WORDLESS);
  }
});
