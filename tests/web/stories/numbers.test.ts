// Numbers outside the contract, up to those that are no double. The core has its own reader for them, and no floats; wasm and
// native must accept and refuse the same.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { loadCoreText } from "../support/core-node";
import { NativeCore } from "../support/native-core";

const native = new NativeCore();
after(() => native.close());

const zeros = (count: number): string => "0".repeat(count);

const taken = [
  "1.5",
  "-0.0",
  "1e5",
  "1e-400",
  "1e308",
  "1.7976931348623157e308",
  "-1.7976931348623158e+308",
  "0e999",
  "0.0e99999",
  `1${zeros(308)}`,
  `1${zeros(400)}e-400`,
  `0.${zeros(400)}1e400`,
  `17976931348623157${zeros(292)}`,
  "1e-99999999999999999999",
  "18446744073709551616",
];
const refused = [
  "1e309",
  "-1e309",
  "1.7976931348623159e308",
  "1.797693134862315808e308",
  "2e308",
  `1${zeros(309)}`,
  `1${zeros(400)}e-90`,
  `0.${zeros(400)}1e800`,
  `17976931348623159${zeros(292)}`,
  "0.000017976931348623159e313",
  "1e99999999999999999999",
  "1.",
  "1.e5",
  "01",
  "1e",
  "1e+",
  "-",
  "+1",
  ".5",
  "NaN",
  "tru",
];

const caseWith = (number: string): string =>
  `{"version":1,"now":"2026-11-23T08:00:00Z","subject":"abc.example","complaint":"","answers":[],"probes":[],"else":${number}}`;

for (const [numbers, code] of [
  [taken, undefined],
  [refused, "not-json"],
] as const) {
  test(`both builds ${code === undefined ? "take" : "refuse"} the same numbers`, async () => {
    const wasm = await loadCoreText();
    for (const number of numbers) {
      const turn = await native.advance(caseWith(number));
      assert.equal((JSON.parse(turn) as { error?: { code: string } }).error?.code, code, number);
      assert.equal(wasm(caseWith(number)), turn, number);
    }
  });
}
