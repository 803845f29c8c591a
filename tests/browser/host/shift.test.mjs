// How much each documented snippet makes a page jump: laid into an article as embed-guide.html gives it, loaded, used, and measured
// by the browser's own count (CLS). Prints the figures.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { distFolder } from '../lab/site.mjs';
import { withStage } from './stage.mjs';

const { open, stage } = withStage();

const LIMIT = 0.02;
const SIZES = { phone: { width: 360, height: 780 }, wide: { width: 1280, height: 900 } };

/** The snippet of that name as a person copies it, for this stage. */
function snippet(/** @type {string} */ name) {
  const guide = readFileSync(join(distFolder(), 'embed-guide.html'), 'utf8');
  const [, code = ''] = new RegExp(`data-snippet="${name}"[^>]*><code[^>]*>([\\s\\S]*?)</code>`).exec(guide) ?? [];
  assert.notEqual(code, '', `embed-guide.html has no snippet "${name}"`);
  return code.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
    .replace(/ integrity="[^"]*"/, '').replaceAll('https://YOUR-HOST', `${stage().files}/v1`);
}

const article = (/** @type {string} */ inside) => `<!doctype html><html lang="en"><meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1"><title>An article</title><style>body { margin: 1rem }</style>
  <script>globalThis.shift = 0; new PerformanceObserver((list) => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) shift += entry.value; })
    .observe({ type: 'layout-shift', buffered: true })</script>
  <h1>The login page does not open</h1><p>${'Before you call, read this. '.repeat(6)}</p>${inside}
  <p>${'What comes after it must not move while it is read. '.repeat(40)}</p></html>`;

for (const name of ['element', 'frame', 'loader', 'mkdocs']) {
  for (const [size, viewport] of Object.entries(SIZES)) {
    test(`${name}, ${size}`, async (t) => {
      const visit = await open({ url: stage().put(article(snippet(name))), viewport });
      const framed = await visit.page.locator('iframe').count() > 0 || name === 'loader';
      const by = (/** @type {string} */ id) => (framed ? visit.page.frameLocator('iframe').locator(`[data-test="${id}"]`) : visit.by(id));
      await by('fold-guide').waitFor({ timeout: 20_000 });
      await by('subject').fill('login-missing.example');
      await by('run').click();
      await by('verdict').waitFor({ timeout: 30_000 });
      await by('cancel').waitFor({ state: 'hidden', timeout: 30_000 });
      const shift = /** @type {number} */ (await visit.page.evaluate(() => new Promise((done) =>
        requestAnimationFrame(() => requestAnimationFrame(() => done(/** @type {any} */ (globalThis).shift))))));
      t.diagnostic(`CLS ${shift.toFixed(4)}`);
      console.log(`CLS of the snippet "${name}", ${size}: ${shift.toFixed(4)}`);
      assert.ok(shift <= LIMIT, `${shift} is more than ${LIMIT}`);
    });
  }
}
