// Records as each DNS panel wants them, and as lines of a zone file.

import assert from "node:assert/strict";
import { test } from "node:test";
import { panelFields, hostPart, panelOf, panels, quoted, zoneFile, type Panel } from "../../../../web/src/app/state/panels";
import type { Finding, RecordToPublish } from "../../../../web/src/contract";

const record = (part: Partial<RecordToPublish>): RecordToPublish => ({
  change: "add",
  host: "mail.abc.com",
  zone: "abc.com",
  type: "CNAME",
  value: "qiye.aliyun.com",
  from: "official",
  ...part,
});
const mx = record({ host: "abc.com", type: "MX", value: "mx1.qiye.aliyun.com", priority: 5 });
const spf = record({ host: "abc.com", type: "TXT", value: "v=spf1 include:spf.qiye.aliyun.com -all" });

const dnsHost = (provider: string): Finding[] => [{ key: "domain.dns-host", severity: "info", args: { provider, servers: [] } }];
for (const [provider, panel] of [
  ["alibaba-cloud", "alibaba-cloud"],
  ["tencent-cloud", "tencent-cloud"],
  ["cloudflare", "cloudflare"],
  ["godaddy", "godaddy"],
  ["other", "other"],
] as [string, Panel][]) {
  test(`where the name servers are of ${provider}, the panel is ${panel}`, () => assert.equal(panelOf(dnsHost(provider)), panel));
}

test("without a word on the name servers the panel is any other", () => assert.equal(panelOf([]), "other"));

for (const [host, zone, part] of [
  ["abc.com", "abc.com", "@"],
  ["mail.abc.com", "abc.com", "mail"],
  ["default._domainkey.abc.com", "abc.com", "default._domainkey"],
  ["mail.shop.abc.com", "abc.com", "mail.shop"],
  ["xabc.com", "abc.com", "xabc.com"],
  ["mail.abc.com", "", "mail.abc.com"],
] as [string, string, string][]) {
  test(`${host} in the zone ${zone || "that is not known"} is entered as ${part}`, () => assert.equal(hostPart({ host, zone }), part));
}

test("every panel takes the value without dot and quotation marks, the priority apart", () => {
  for (const panel of panels) {
    assert.deepEqual(
      panelFields(panel, mx).map(({ id, text }) => [id, text]),
      [
        ["type", "MX"],
        ["host", "@"],
        ["value", "mx1.qiye.aliyun.com"],
        ["priority", "5"],
      ],
    );
    assert.equal(panelFields(panel, spf)[2]?.text, spf.value);
    assert.equal(panelFields(panel, spf).length, 3);
  }
});

test("a field is labelled as this panel calls it for this type, else for all, else as any panel does", () => {
  assert.deepEqual(panelFields("cloudflare", mx)[2]?.label, ["panel.cloudflare.value-mx", "panel.cloudflare.value", "ui.record.value"]);
});

for (const [sentence, one, line] of [
  ["an alias has the whole name with its dot", record({}), "mail.abc.com. 600 IN CNAME qiye.aliyun.com."],
  ["an exchange has its priority before it", mx, "abc.com. 600 IN MX 5 mx1.qiye.aliyun.com."],
  ["a text stands in quotation marks", spf, 'abc.com. 600 IN TXT "v=spf1 include:spf.qiye.aliyun.com -all"'],
  ["an address has no dot", record({ type: "A", value: "192.0.2.1" }), "mail.abc.com. 600 IN A 192.0.2.1"],
  ["a dot that is there is not doubled", record({ value: "qiye.aliyun.com." }), "mail.abc.com. 600 IN CNAME qiye.aliyun.com."],
  ["what goes is a comment", record({ change: "remove" }), "; mail.abc.com. 600 IN CNAME qiye.aliyun.com."],
  [
    "what is replaced is a comment before what replaces it",
    record({ change: "replace", current: ["old.example"] }),
    "; mail.abc.com. 600 IN CNAME old.example.\nmail.abc.com. 600 IN CNAME qiye.aliyun.com.",
  ],
  [
    "exchanges that are replaced keep their priorities",
    { ...mx, change: "replace", current: ["10 mx.old.example"] },
    "; abc.com. 600 IN MX 10 mx.old.example.\nabc.com. 600 IN MX 5 mx1.qiye.aliyun.com.",
  ],
  [
    "what a stranger put into the zone begins no line",
    record({ change: "replace", current: ["x\nabc.com. 600 IN A 192.0.2.66"] }),
    "; mail.abc.com. 600 IN CNAME x\\u000Aabc.com. 600 IN A 192.0.2.66.\nmail.abc.com. 600 IN CNAME qiye.aliyun.com.",
  ],
] as [string, RecordToPublish, string][]) {
  test(`in the zone file ${sentence}`, () => assert.equal(zoneFile([one]), line));
}

test("several records are as many lines, in their order", () => {
  assert.equal(zoneFile([mx, spf]).split("\n").length, 2);
});

test("a text of 256 bytes is two strings, one of 255 is one", () => {
  assert.equal(quoted("a".repeat(255)), `"${"a".repeat(255)}"`);
  assert.equal(quoted("a".repeat(256)), `"${"a".repeat(255)}" "a"`);
  assert.equal(quoted(""), '""');
});

test("what a zone file reads otherwise is escaped, and counts as the byte that it is", () => {
  assert.equal(quoted('a"b\\c;d'), '"a\\"b\\\\c;d"');
  assert.equal(quoted("\u00e9\n"), '"\\195\\169\\010"');
  assert.equal(quoted('"'.repeat(256)), `"${'\\"'.repeat(255)}" "\\""`);
});
