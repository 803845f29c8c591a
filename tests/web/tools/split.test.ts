// Which functions of the wasm come with words alone: those that nothing leads to but where reading begins.

import assert from "node:assert/strict";
import { test } from "node:test";
import { onlyBehind, readGraph } from "../../../web/tools/dist/split.mjs";

// As Binaryen's --print-call-graph writes it.
const dot = String.raw`digraph call {
  rankdir = LR;
  subgraph cluster_key {
    "Export" [style="filled", fillcolor="gray"];
    "Indirect Target" [style="filled, rounded", fillcolor="white"];
  }
  "advance" [style="filled", fillcolor="gray"];
  "alimail::read_words\28alimail::Text\20const&\29" [style="filled", fillcolor="white"];
  "alimail::fold\28alimail::Text&\29" [style="filled", fillcolor="white"];
  "alimail::compare\28\29" [style="filled", fillcolor="white"];
  "alimail::print\28alimail::Text\20const&\29" [style="filled", fillcolor="white"];
  "advance" -> "alimail::read_words\28alimail::Text\20const&\29"; // call
  "advance" -> "alimail::print\28alimail::Text\20const&\29"; // call
  "alimail::read_words\28alimail::Text\20const&\29" -> "alimail::fold\28alimail::Text&\29"; // call
  "alimail::read_words\28alimail::Text\20const&\29" -> "alimail::print\28alimail::Text\20const&\29"; // call
  "alimail::fold\28alimail::Text&\29" -> "alimail::fold\28alimail::Text&\29"; // call
  "alimail::fold\28alimail::Text&\29" -> "alimail::compare\28\29"; // call
  "alimail::compare\28\29" [style="filled, rounded"];
}`;

const graph = readGraph(dot);

test("what others call too, or find by the table, stays", () => {
  assert.deepEqual(onlyBehind(["read_words"], graph), [
    String.raw`alimail::read_words\28alimail::Text\20const&\29`,
    String.raw`alimail::fold\28alimail::Text&\29`,
  ]);
});

test("a function that was renamed, or that a compiler put into another, is an error of the build", () => {
  assert.throws(() => onlyBehind(["read_words", "read_paste"], graph), /no function read_paste:/);
});
