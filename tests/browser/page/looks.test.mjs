// What can be measured of the looks: axe finds nothing, nothing is wider than the window, and pictures of every state are
// laid into build/screenshots/ for people to look at.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { axe, overflow } from '../lab/axe.mjs';
import { Checker } from '../lab/checker.mjs';
import { withBrowser } from '../lab/with-browser.mjs';

const { lab, open } = withBrowser();

/** Every state that is drawn, and how to get there. @type {Record<string, (checker: Checker) => Promise<unknown>>} */
const STATES = {
  empty: ({ visit }) => visit.starting('example-').first().waitFor(),
  refused: async ({ visit }) => {
    await visit.by('subject').fill('localhost');
    await visit.by('run').click();
    await visit.by('field-error').waitFor();
  },
  running: async (checker) => {
    await checker.tell({ subject: 'login-missing.example', complaint: 'the login page does not open' });
    await checker.visit.by('run').click();
    await checker.visit.by('cancel').waitFor();
  },
  'change-record': (checker) => checker.check({ subject: 'login-missing.example', complaint: 'the login page does not open' }),
  'ask-administrator': (checker) => checker.check({ subject: 'healthy-a.example', complaint: 'AccountFrozen' }),
  wait: (checker) => checker.check({ subject: 'healthy-a.example', complaint: '503, the inbox is empty' }),
  'not-alibaba-mail': (checker) => checker.check({ subject: 'foreign-mx.example', complaint: 'I cannot log in' }),
  'nothing-wrong': (checker) => checker.check({ subject: 'healthy-a.example' }),
};

const SIZES = { wide: { width: 1280, height: 900 }, phone: { width: 360, height: 780 } };

describe('every state', () => {
  for (const [state, reach] of Object.entries(STATES)) {
    for (const [size, viewport] of Object.entries(SIZES)) {
      for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
        const lang = size === 'phone' && colorScheme === 'dark' ? 'zh-CN' : 'en';
        test(`${state}, ${size}, ${colorScheme}, ${lang}`, async () => {
          const { resolvers: { one, two }, faults } = lab();
          const resolvers = state === 'running' ? [one, faults.hang] : [one, two];
          const attributes = colorScheme === 'dark' ? { theme: 'dark' } : {}; // of itself only where the page around is dark
          const visit = await open({ viewport, colorScheme, lang, resolvers, attributes });
          await reach(new Checker(visit));
          await visit.shot(`${state}-${size}-${colorScheme}-${lang}`);
          assert.equal(await overflow(visit), 0);
          assert.deepEqual(await axe(visit), []);
        });
      }
    }
  }

  test('fits into 320 px', async () => {
    const visit = await open({ viewport: { width: 320, height: 640 } });
    await STATES['change-record'](new Checker(visit));
    assert.equal(await overflow(visit), 0);
  });
});
