// Draws web/pages/icon.svg as the PNG files of the manifest, for systems without SVG: run node web/tools/icons.mjs after a
// change.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { root } from "./root.mjs";

const { chromium } = createRequire(join(root, "web/package.json"))("playwright-core");
const pages = join(root, "web/pages");
const svg = readFileSync(join(pages, "icon.svg"), "utf8").replace("<svg ", '<svg width="100%" height="100%" style="display:block" ');
const browser = await chromium.launch({ executablePath: process.env.LAB_CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
for (const size of [192, 512]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<body style="margin:0">${svg}</body>`);
  await page.screenshot({ path: join(pages, `icon-${size}.png`) });
}
await browser.close();
