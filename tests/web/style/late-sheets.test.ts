// Style sheets that come with a later file, in a browser that links them: each once, and what needs them waits for them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { adoptLate } from "../../../web/src/style/late";

class Link extends EventTarget {
  constructor(readonly href: string) {
    super();
  }
}

function stage() {
  const links: Link[] = [];
  const root = { querySelectorAll: () => links } as unknown as ShadowRoot;
  const add = (_root: ShadowRoot, _css: string, file: string): void => void links.push(new Link(`https://check.example/mail/${file}`));
  const dress = (...files: string[]): Promise<void> =>
    adoptLate(
      root,
      files.map((file) => ({ css: "", file })),
      add,
    );
  return { links, dress };
}

test("it is done when all of them have come or failed", async () => {
  const { links, dress } = stage();
  let isDone = false;
  const done = dress("steps.css", "result.css").then(() => (isDone = true));
  links[0]?.dispatchEvent(new Event("load"));
  await Promise.resolve();
  assert.equal(isDone, false);
  links[1]?.dispatchEvent(new Event("error"));
  await done;
});

test("a sheet that is there is not linked again, nor waited for", async () => {
  const { links, dress } = stage();
  const first = dress("steps.css");
  links[0]?.dispatchEvent(new Event("load"));
  await first;
  await dress("steps.css");
  assert.equal(links.length, 1);
});
