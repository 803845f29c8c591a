// Spec files that one engine cannot run, each with the reason, which run.mjs prints. Where it is one test of a file, that
// test says so itself (lab/engine.mjs, `cannot`).

/** @type {Record<string, string>} */
export const NOT_IN_FIREFOX = {
  'lab.test.mjs': 'no browser is in it',
};
