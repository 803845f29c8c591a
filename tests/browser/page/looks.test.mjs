// What can be measured of the looks: axe finds nothing, nothing is wider than the window, and pictures of every state are
// laid into build/screenshots/ for people to look at (LAB_PICTURES=1).

import assert from "node:assert/strict";
import { describe } from "node:test";
import { look, overflow } from "../lab/axe.mjs";
import { Checker } from "../lab/checker.mjs";
import { test } from "../lab/test.mjs";
import { withBrowser } from "../lab/with-browser.mjs";

const { lab, open } = withBrowser();

/** Every state that is drawn, and how to get there. @type {Record<string, (checker: Checker) => Promise<unknown>>} */
const STATES = {
  empty: ({ visit }) => visit.unfold("fold-examples"),
  refused: async ({ visit }) => {
    await visit.by("subject").fill("localhost");
    await visit.run();
    await visit.by("field-error").waitFor();
  },
  running: async (checker) => {
    await checker.tell({ subject: "login-missing.example", complaint: "the login page does not open" });
    await checker.visit.run();
    await checker.visit.by("cancel").waitFor();
  },
  "change-record": (checker) => checker.check({ subject: "login-missing.example", complaint: "the login page does not open" }),
  "ask-administrator": (checker) => checker.check({ subject: "healthy-a.example", complaint: "AccountFrozen" }),
  wait: (checker) => checker.check({ subject: "healthy-a.example", complaint: "503, the inbox is empty" }),
  "contact-support": (checker) => checker.check({ subject: "service-down.example", complaint: "the login page does not open" }),
  "fix-on-your-device": (checker) =>
    checker.check({ subject: "healthy-a.example", complaint: "Outlook cannot connect to the IMAP server" }),
  question: async (checker) => {
    await checker.check({ subject: "healthy-a.example", complaint: "I cannot send" });
    await checker.visit.by("question").waitFor();
  },
  offline: async ({ visit }) => {
    const [one, other] = (await visit.by("language").inputValue()) === "en" ? ["en", "zh-CN"] : ["zh-CN", "en"];
    for (const tag of [other, one]) await visit.speak(tag); // for there is no worker here that has kept them
    await visit.context.setOffline(true);
    await visit.by("offline").waitFor();
  },
  "not-alibaba-mail": (checker) => checker.check({ subject: "foreign-mx.example", complaint: "I cannot log in" }),
  "use-admin-console": async (checker) => {
    await checker.check({ subject: "healthy-a.example", complaint: "AccountFrozen. I am the postmaster." });
  },
  "nothing-wrong": (checker) => checker.check({ subject: "healthy-a.example" }),
  unrecognised: (checker) => checker.check({ subject: "healthy-a.example", complaint: "the weather is fine" }),
  "cannot-tell": (checker) => checker.check({ subject: "login-missing.example", complaint: "the login page does not open" }),
  "core-not-loaded": async (checker) => {
    await checker.visit.page.route("**/alimail-core-*", (route) => route.abort());
    await checker.visit.page.route("**/core-fallback-*", (route) => route.abort());
    await checker.tell({ subject: "healthy-a.example" });
    await checker.visit.run();
    await checker.visit.by("failure").waitFor();
  },
};

const ACTIONS = [
  "change-record",
  "wait",
  "ask-administrator",
  "fix-on-your-device",
  "contact-support",
  "not-alibaba-mail",
  "nothing-wrong",
  "use-admin-console",
];

/** It is dark of itself only where the page around is dark; so the theme is said. @param {import('../lab/visit.mjs').Visit} visit */
async function darken({ page }) {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.locator("alimail-checker").evaluate((element) => element.setAttribute("theme", "dark"));
}

const SIZES = { wide: { width: 1280, height: 900 }, phone: { width: 360, height: 780 } };

describe("every state", () => {
  for (const [state, reach] of Object.entries(STATES)) {
    for (const size of /** @type {const} */ (["wide", "phone"])) {
      test(`${state}, ${size}`, async () => {
        const {
          resolvers: { one, two },
          faults,
        } = lab();
        const resolvers = state === "running" ? [one, faults.hang] : state === "cannot-tell" ? [faults.reset] : [one, two];
        const [lang, other] = size === "wide" ? ["en", "zh-CN"] : ["zh-CN", "en"];
        const visit = await open({ viewport: SIZES[size], lang, resolvers });
        const checker = new Checker(visit);
        await reach(checker);
        if (ACTIONS.includes(state)) assert.equal((await checker.shown()).action, state);
        await look(visit, `${state}-${size}-light`);
        await darken(visit);
        await visit.speak(other);
        if (state === "running") await reach(checker); // the first look may have lasted until its end
        await look(visit, `${state}-${size}-dark`);
      });
    }
  }

  // WCAG 2.2, 1.4.10: what is 1280 px wide is 320 px at 400 %.
  for (const [zoom, viewport] of Object.entries({ 200: { width: 640, height: 450 }, 400: { width: 320, height: 225 } })) {
    test(`can be read and used at ${zoom} %`, async () => {
      const visit = await open({ viewport, context: { deviceScaleFactor: Number(zoom) / 100 } });
      await STATES["change-record"](new Checker(visit));
      assert.equal(await overflow(visit), 0);
      const cut = await visit.page.evaluate(() =>
        [...(document.querySelector("alimail-checker")?.shadowRoot?.querySelectorAll("button, h2, h3, li, p") ?? [])]
          .filter(
            (node) => node.scrollWidth > node.clientWidth + 1 && getComputedStyle(node).overflowX === "hidden" && node.clientWidth > 1,
          )
          .map((node) => node.textContent?.slice(0, 40)),
      );
      assert.deepEqual(cut, []);
      await visit.by("change").click({ trial: true });
    });
  }

  test("fits into 320 px", async () => {
    const visit = await open({ viewport: { width: 320, height: 640 } });
    await STATES["change-record"](new Checker(visit));
    assert.equal(await overflow(visit), 0);
  });
});
