// Every door by which text leaves the page, with values that strangers put into DNS: each stays one line of printable text,
// and text in Markdown too.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { bundleText } from "../../../web/src/app/handover/bundle";
import { resultJson } from "../../../web/src/app/handover/result-json";
import { caseText, maskedCase, readCase } from "../../../web/src/app/handover/saved-case";
import { linkOf } from "../../../web/src/app/mask/link";
import { CommandLines } from "../../../web/src/app/parts/commands";
import { panelFields, panels, zoneFile } from "../../../web/src/app/state/panels";
import { messageFor } from "../../../web/src/app/todo/message";
import type { Case, Commands, RecordToPublish, Turn } from "../../../web/src/contract";
import { oneLine } from "../../../web/src/words/one-line";
import { loadCoreNode } from "../support/core-node";
import { show, viewIn } from "../support/drawing";
import { hostile, unprintable } from "../support/hostile";
import { root } from "../support/root";

const one = JSON.parse(readFileSync(join(root, "web/examples/login-record-missing.json"), "utf8")) as Case;
const turn = (await loadCoreNode()).advance(one) as Turn;
const versions = { page: "1.2.3", core: "4.5.6" };

/** The turn as if every text of DNS in it were `value`. */
function poisoned(value: string): Turn {
  const copy = structuredClone(turn);
  const spoil = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    for (const [key, each] of Object.entries(node)) {
      if (key === "args") for (const [name, arg] of Object.entries(each as object)) (each as Record<string, unknown>)[name] = spoilt(arg);
      else spoil(each);
    }
  };
  const spoilt = (arg: unknown): unknown => (typeof arg === "string" ? value : Array.isArray(arg) ? [value, value] : arg);
  spoil(copy.diagnosis);
  for (const row of copy.diagnosis.ledger) {
    row.name = value;
    row.records = [{ name: value, type: "TXT", ttl: 600, data: value }];
  }
  copy.subject.domain = copy.subject.loginHost = value;
  copy.diagnosis.records = records(value);
  return copy;
}

const records = (value: string): RecordToPublish[] =>
  (["TXT", "CNAME", "MX"] as const).map((type) => ({
    ...{
      change: "replace" as const,
      host: value,
      zone: "abc.com",
      type,
      value,
      from: "official" as const,
      current: [value],
      leftOut: [value],
    },
    ...(type === "MX" ? { priority: 5 } : {}),
  }));

const linesOf = (text: string): number => text.split("\n").length;

for (const tag of ["en", "zh-CN", "zh-TW", "ja"]) {
  const view = viewIn(tag);
  const message = (value: string, complaint = value): string => {
    const { diagnosis } = poisoned(value);
    const [problem] = diagnosis.problems;
    const [cause] = problem?.causes ?? [];
    assert.ok(problem && cause);
    return messageFor({ view, turn: poisoned(value), problem, cause, one: { ...one, complaint }, page: "https://h.example/" });
  };
  const bundle = (format: "text" | "markdown", value: string, complaint = "x"): string =>
    bundleText({
      ...{ words: view.words, nameOf: (id: string) => id, turn: poisoned(value), one: { ...one, complaint } },
      ...{ addresses: true, format, versions },
    });
  for (const [name, value] of Object.entries(hostile)) {
    test(`${tag}, message: ${name}`, () => {
      assert.doesNotMatch(message(value), unprintable);
      assert.equal(linesOf(message(value, "x")), linesOf(message("x")));
    });
    for (const format of ["text", "markdown"] as const) {
      test(`${tag}, bundle as ${format}: ${name}`, () => {
        assert.doesNotMatch(bundle(format, value, value), unprintable);
        assert.equal(linesOf(bundle(format, value)), linesOf(bundle(format, "x")));
      });
    }
    test(`${tag}, Markdown: ${name} stays text`, () => {
      const [, ...lines] = bundle("markdown", value)
        .replace(/\n```\nx\n```\n/, "\n")
        .split("\n");
      for (const line of lines) {
        const text = line.replace(/^ *(?:- |#{1,2} )/, "");
        assert.doesNotMatch(text.replace(/\\[\\`*_[\]<>|#~$:.+=)-]/g, ""), /[`*_[\]<>|#~$\\]|:\/\/|www\.|&(?!amp;)|^[-+=]|^\d+[.)]/i, line);
      }
    });
  }
}

for (const [name, value] of Object.entries(hostile)) {
  test(`a fence holds the complaint: ${name}`, () => {
    const marked = bundleText({
      ...{ words: viewIn("en").words, nameOf: (id: string) => id, turn, one: { ...one, complaint: `a ${value} z` } },
      ...{ addresses: true, format: "markdown", versions },
    });
    const [, fence = "", inside = ""] = /\n(`{3,})\n([\s\S]*?)\n\1\n\n/.exec(marked) ?? [];
    assert.ok(fence && inside.startsWith("a ") && !inside.split("\n").some((line) => line.trim().startsWith(fence)));
  });

  test(`records: ${name}`, () => {
    assert.doesNotMatch(zoneFile(records(value)), unprintable);
    assert.equal(linesOf(zoneFile(records(value))), linesOf(zoneFile(records("x"))));
    for (const panel of panels) {
      for (const record of records(value)) for (const { text } of panelFields(panel, record)) assert.equal(text, oneLine(text));
    }
  });

  test(`commands: ${name}`, async () => {
    const commands: Commands[] = [{ system: "any", lines: [`dig ${value}`] }];
    const place = await show(<CommandLines view={viewIn("en")} commands={commands} />);
    assert.ok(place.textContent.includes(oneLine(`dig ${value}`)));
    assert.doesNotMatch(place.textContent, unprintable);
  });

  test(`the link: ${name}`, () => {
    const link = linkOf({ subject: value, complaint: value, start: value }, "en", "https://h.example/");
    assert.match(link, /^[\x21-\x7e]+$/);
  });

  test(`JSON: ${name}, with the same values when it is read`, () => {
    const json = resultJson({ turn: poisoned(value), one, addresses: true, versions });
    assert.doesNotMatch(json, unprintable);
    assert.equal((JSON.parse(json) as Turn).diagnosis.ledger[0]?.name, value);
    const saved = caseText({ ...one, complaint: value });
    assert.doesNotMatch(saved, unprintable);
    assert.equal(linesOf(saved), 2);
    const read = readCase(caseText(maskedCase({ ...one, subject: value, complaint: value }, true)));
    assert.ok("one" in read);
  });
}
