// The field for what happens, with texts that are too long.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Form } from "../../../../web/src/app/ask/form";
import { show, viewIn } from "../../support/drawing";

const view = viewIn("en");

for (const [what, complaint, cut] of [
  ["a sentence", "it does not open", false],
  ["64 kB to the byte", "x".repeat(65536), false],
  ["one byte more", "x".repeat(65537), true],
  ["a mail of 2 MB", "x".repeat(2_000_000), true],
  ["64 kB in Chinese", "邮".repeat(21_845), false],
  ["a character more of it", "邮".repeat(21_846), true],
] as const) {
  test(`${what} is ${cut ? "said to be cut" : "read whole"}, and stays in the field`, async () => {
    const fields = { subject: "", complaint, start: "" };
    const place = await show(
      <Form
        view={view}
        fields={fields}
        folded={false}
        subjectBox={{ current: null }}
        onChange={() => {}}
        onEdit={() => {}}
        onIntent={() => {}}
        onRun={() => {}}
      />,
    );
    assert.equal(place.test("complaint-cut") !== undefined, cut);
    assert.equal(place.test("complaint")?.value.length, complaint.length);
  });
}
