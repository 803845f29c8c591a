// Spec files that Firefox does not run, each with the reason, which run.mjs prints. Where it is one test of a file, that test
// says so itself (lab/engine.mjs, `cannot`).

const DRAWN = 'axe and pictures in every size, theme and language: Chromium alone, for the time that each visit takes';
const TIME = 'for time, not for a reason of Firefox: what it tries is code of ours that knows no engine';

/** @type {Record<string, string>} */
export const NOT_IN_FIREFOX = {
  'lab.test.mjs': 'no browser is in it',
  'host/shift.test.mjs': 'Firefox does not measure how much a layout shifts',
  'host/package.test.mjs': 'what is in the package are the files that every other spec tries',
  'lighthouse.test.mjs': 'Lighthouse drives Chromium',
  'page/old-browsers.test.mjs': 'it takes away what came after Chrome 87, whichever browser it is',
  'lab-browser.test.mjs': 'it tries how Chromium is led to the lab; that Firefox is led there, every story shows',
  'page/looks.test.mjs': DRAWN,
  'page/argument.test.mjs': DRAWN,
  'page/pictures.test.mjs': DRAWN,
  'page/mail-dns.test.mjs': TIME,
  'page/races.test.mjs': TIME,
  'page/watch.test.mjs': TIME,
};
