// Regular expressions that can take more than linear time. Four shapes are known:
//
//   nested      (a+)+          an unbounded quantifier inside another one
//   adjacent    \s*,?\s*x      two unbounded quantifiers that can share the same characters
//   restart     a+b            an unbounded quantifier that a search can begin in every place of, with something behind it
//                              that may be missing
//   back        (a*)\1         a reference to a group without a bound
import { createRequire } from "node:module";
import { join } from "node:path";
import { root } from "../../../web/tools/root.mjs";

const { RegExpParser } = createRequire(join(root, "web/package.json"))("@eslint-community/regexpp");

const bound = 1000; // a quantifier with a larger maximum counts as unbounded
const samples = [
  ...Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)),
  ..."\u00a0\u00e9\u0131\u017f\u061c\u1100\u200b\u200e\u2028\u202e\u2066\u2192\u2e80\u3000\u3001\u3042\u30ab\u4e00\u5bc6\uac00\ud800\ufeff\uff0c\uff10\uff1a\uff20\uff21\uff5a",
];

/** What is dangerous in a regular expression, as sentences. @param {string} source @param {string} flags */
export function faultsOf(source, flags) {
  const pattern = new RegExpParser({ ecmaVersion: 2022 }).parsePattern(source, 0, source.length, flags.includes("u"));
  const sets = new Map();
  const setOf = (/** @type {any} */ node) => {
    if (!sets.has(node)) sets.set(node, charactersOf(node, flags));
    return sets.get(node);
  };
  const meet = (/** @type {any} */ one, /** @type {any} */ other) => [...setOf(one)].some((each) => setOf(other).has(each));
  const faults = [];
  const isFixed = (/** @type {any[]} */ elements) =>
    flags.includes("y") || elements.some(({ type, kind }) => type === "Assertion" && kind === "start" && !flags.includes("m"));

  /**
   * @param {any} node @param {any[]} before what is matched before it @param {any[]} after
   * @param {any[]} [within] what is beside it in the unbounded quantifier around it */
  const visit = (node, before, after, within) => {
    if (node.type === "Quantifier") {
      const isOpen = node.max > bound;
      if (isOpen && within && !within.some((other) => isRequired(other) && !meet(other, node))) faults.push(`nested: ${node.raw}`);
      if (isOpen) beside(node, before, after);
      return visit(node.element, before, after, within ?? (isOpen ? [] : undefined));
    }
    if (node.type === "Backreference" && [node.resolved].flat().some((group) => /[*+]|,\}/.test(group.raw)))
      faults.push(`back: ${node.raw}`);
    for (const { elements } of node.alternatives ?? [])
      elements.forEach((/** @type {any} */ element, /** @type {number} */ index) => {
        const [lead, rest] = [elements.slice(0, index), elements.slice(index + 1)];
        visit(element, [...before, ...lead], [...rest, ...after], within && [...within, ...lead, ...rest]);
      });
  };
  const beside = (/** @type {any} */ node, /** @type {any[]} */ before, /** @type {any[]} */ after) => {
    for (const other of after) {
      if (other.type === "Quantifier" && other.max > bound && meet(node, other) && after.some((each) => canFail(each, other))) {
        faults.push(`adjacent: ${node.raw} and ${other.raw}`);
        break;
      }
      if (isRequired(other) && !meet(other, node)) break;
    }
    if (isFixed(before) || !after.some((each) => canFail(each, node))) return;
    const isStopped = before.some((each) => isRequired(each) && !meet(each, node));
    if (!isStopped) faults.push(`restart: ${node.raw} with ${after.find((each) => canFail(each, node))?.raw} behind it`);
  };
  for (const alternative of pattern.alternatives) visit({ type: "Group", alternatives: [alternative] }, [], []);
  return [...new Set(faults)];
}

const isRequired = (/** @type {any} */ node) =>
  node.type !== "Assertion" && !(node.type === "Quantifier" && node.min === 0) && !isEmpty(node);
const isEmpty = (/** @type {any} */ node) =>
  (node.alternatives ?? []).some((/** @type {any} */ { elements }) => elements.every((/** @type {any} */ each) => !isRequired(each)));

/** Whether the pattern can still fail at `node`, when what is before it has matched. @param {any} node @param {any} greedy */
const canFail = (node, greedy) => node !== greedy && (node.type === "Assertion" || isRequired(node));

/** Which of the samples can be in what `node` matches. @param {any} node @param {string} flags */
function charactersOf(node, flags) {
  const found = new Set();
  const add = (/** @type {any} */ each) => {
    if (each.type === "Quantifier") return add(each.element);
    if (each.type === "Assertion" || each.type === "Backreference") return;
    if (each.alternatives && each.type !== "CharacterClass")
      return each.alternatives.forEach((/** @type {any} */ one) => one.elements.forEach(add));
    const one = new RegExp(`^(?:${each.raw})$`, flags.replace(/[gy]/g, ""));
    for (const sample of samples) if (one.test(sample)) found.add(sample);
  };
  add(node);
  return found;
}

/** The literals of a TypeScript file. @param {string} text @returns {{source: string, flags: string, line: number}[]} */
export function literalsOf(text) {
  const found = [];
  const part =
    /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|(^|=>|[(,=:[!&|?{;+]|\breturn)(\s*)\/((?![*/>])(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([dgimsuy]*)/gm;
  for (const { 3: source, 4: flags = "", index } of text.matchAll(part)) {
    if (source !== undefined) found.push({ source, flags, line: text.slice(0, index).split("\n").length });
  }
  return found;
}

/** @param {{path: string, text: string}[]} files */
export function slowExpressions(files) {
  return files.flatMap(({ path, text }) => [
    ...literalsOf(text).flatMap(({ source, flags, line }) =>
      faultsOf(source, flags).map((fault) => `${path}:${line}: ${fault} in /${source}/`),
    ),
    ...(/\bRegExp\(/.test(text) && !path.startsWith("web/src/app/mask/")
      ? [
          `${path}: builds a pattern, which no rule reads: write it as a literal, or test it as tests/web/tools/regular-expressions.test.ts does`,
        ]
      : []),
  ]);
}
