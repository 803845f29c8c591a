// How the spec files are run: in what order, and which of them Firefox does not run.

/** Files that measure time, or have something else do so: nothing runs beside them. */
export const ALONE = ["lighthouse.test.mjs", "page/phone.test.mjs", "page/whole-mail.test.mjs"];

/** Files that take longest come first, for a long one at the end would run with the other worker idle. */
export const LONGEST = [
  "page/many.test.mjs",
  "page/looks.test.mjs",
  "page/faults.test.mjs",
  "page/use.test.mjs",
  "page/stories.test.mjs",
  "page/handover.test.mjs",
  "page/pictures.test.mjs",
  "page/understood.test.mjs",
  "page/mail-dns.test.mjs",
  "page/argument.test.mjs",
  "page/watch.test.mjs",
  "page/races.test.mjs",
];

// Spec files that Firefox does not run, each with the reason, which run.mjs prints. Where it is one test of a file, that test
// says so itself (lab/engine.mjs, `cannot`).

const DRAWN = "axe and pictures in every size, theme and language: Chromium alone, for the time that each visit takes";
const TIME = "for time, not for a reason of Firefox: what it tries is code of ours that knows no engine";

/** @type {Record<string, string>} */
export const NOT_IN_FIREFOX = {
  "lab.test.mjs": "no browser is in it",
  "host/shift.test.mjs": "Firefox does not measure how much a layout shifts",
  "host/package.test.mjs": "what is in the package are the files that every other spec tries",
  "lighthouse.test.mjs": "Lighthouse drives Chromium",
  "page/old-browsers.test.mjs": "it takes away what came after Chrome 87, whichever browser it is",
  "lab-browser.test.mjs": "it tries how Chromium is led to the lab; that Firefox is led there, every story shows",
  "page/looks.test.mjs": DRAWN,
  "page/argument.test.mjs": DRAWN,
  "page/pictures.test.mjs": DRAWN,
  "page/many-looks.test.mjs": DRAWN,
  "page/readme-picture.test.mjs": "the picture of README.md is taken in Chromium",
  "page/mail-dns.test.mjs": TIME,
  "page/races.test.mjs": TIME,
  "page/watch.test.mjs": TIME,
};
