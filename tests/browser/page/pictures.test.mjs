// What is drawn: the way, the table of the resolvers, the SPF tree, the marked record, the records for a panel, the wait.
// Each is made of the same data as its text, holds on a phone, and is what a screen reader needs it to be.

import assert from "node:assert/strict";
import { describe } from "node:test";
import { WORDLESS, look } from "../lab/axe.mjs";
import { fullTurn } from "../../turns/full.mjs";
import { showScripted, unfold } from "../lab/scripted.mjs";
import { test } from "../lab/test.mjs";
import { withBrowser } from "../lab/with-browser.mjs";

const { open } = withBrowser();

async function show(options = {}, turn = fullTurn()) {
  const visit = await showScripted(open, turn, options);
  await visit.filled();
  return visit;
}

const SIZES = { wide: { width: 1280, height: 900 }, phone: { width: 360, height: 780 }, small: { width: 320, height: 640 } };

describe("everything that can be drawn", () => {
  for (const [size, viewport] of Object.entries(SIZES)) {
    for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
      if (size === "small" && colorScheme === "dark") continue;
      test(`is accessible and fits: ${size}, ${colorScheme}`, async () => {
        const visit = await show({ viewport, colorScheme, lang: "en" });
        await unfold(visit);
        for (const lang of ["en", "zh-CN"]) {
          if (lang !== "en") await visit.speak(lang);
          await look(visit, `pictures-${size}-${colorScheme}-${lang}`);
          assert.doesNotMatch(await visit.page.locator(".result").innerText(), WORDLESS);
        }
      });
    }
  }
});

describe("the table of the resolvers", () => {
  test("puts what differs first, and says who holds what", async () => {
    const visit = await show();
    const rows = await visit.by("comparison").evaluateAll((bodies) =>
      bodies.map((body) => ({
        differs: body.getAttribute("data-differs"),
        rows: body.querySelectorAll("[role=row]").length,
        head: body.querySelector("th code")?.textContent,
      })),
    );
    assert.deepEqual(rows, [
      { differs: "true", rows: 3, head: "MX abc.example" },
      { differs: "true", rows: 2, head: "CNAME mail.abc.example" },
      { differs: "false", rows: 1, head: "TXT abc.example" },
    ]);
    await visit.unfold("comparisons");
    assert.equal(await visit.page.getByRole("columnheader", { name: "Mainland China" }).count(), 1);
    assert.equal(await visit.page.getByRole("rowheader", { name: /MX abc\.example/ }).count(), 1);
  });

  test("is folded where all agree", async () => {
    const turn = fullTurn();
    turn.diagnosis.comparisons.splice(0, 2);
    const visit = await show({}, turn);
    assert.equal(await visit.by("comparisons").evaluate((fold) => /** @type {HTMLDetailsElement} */ (fold).open), false);
  });
});

describe("the SPF tree", () => {
  test("is a list in a list, and its count is also text", async () => {
    const visit = await show();
    const depths = await visit.by("policy-node").evaluateAll((nodes) =>
      nodes.map((node) => {
        let depth = 0;
        for (let above = node.parentElement?.closest("li"); above; above = above.parentElement?.closest("li")) depth += 1;
        return `${depth} ${node.getAttribute("data-state")}`;
      }),
    );
    assert.deepEqual(depths, ["0 fine", "1 fine", "2 fine", "1 fine", "2 pending", "2 absent", "1 loop"]);
    assert.match((await visit.by("policy-count").textContent()) ?? "", /12.*10/);
  });

  test("is not drawn where there is no record", async () => {
    const turn = fullTurn();
    assert.ok(turn.diagnosis.policy);
    turn.diagnosis.policy.nodes = [{ depth: 0, term: "", domain: "abc.example", record: "", state: "absent", lookups: 0 }];
    assert.equal(await (await show({}, turn)).by("policy").count(), 0);
  });
});

test("a mistake in a record is marked at its place", async () => {
  const visit = await show();
  assert.equal(await visit.by("marked").first().locator("mark").textContent(), "include the following:");
});

test("the way names every station, and the state of each in words", async () => {
  const visit = await show();
  const stations = await visit.starting("hop-").evaluateAll((nodes) => nodes.map((node) => node.getAttribute("data-test")));
  assert.deepEqual(stations, ["hop-browser", "hop-resolver", "hop-login-host", "hop-alias", "hop-target", "hop-alibaba-mail"]);
  for (const text of await visit.starting("hop-").allInnerTexts()) assert.doesNotMatch(text, /\[/);
});

test("the ledger is grouped by purpose, and counts what each resolver learned", async () => {
  const visit = await show();
  await unfold(visit);
  assert.deepEqual(await visit.by("purpose").evaluateAll((nodes) => nodes.map((node) => node.getAttribute("data-why"))), [
    "mail-exchange",
    "sender-policy",
    "login-alias",
  ]);
  assert.deepEqual(await visit.by("tally").evaluateAll((nodes) => nodes.map((node) => node.getAttribute("data-count"))), [
    "3",
    "3",
    "3",
    "3",
    "3",
  ]);
});

test("a run that met its bound says so", async () => {
  const turn = fullTurn();
  turn.ask.queries = Array.from({ length: 200 }, (_, index) => ({
    name: `n${index}.example`,
    type: "A",
    wire: "AAAA",
    why: "zone",
    reach: "first",
  }));
  const visit = await show({}, turn);
  await visit.by("limited").waitFor();
});
