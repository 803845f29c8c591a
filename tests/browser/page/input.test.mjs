// Whatever is typed: a clear refusal beside the field or a judgement, the typed text stays, nothing leaves the page that
// should not, nothing breaks. The list is that of issue 2.

import assert from "node:assert/strict";
import { describe } from "node:test";
import { Checker, headline } from "../lab/checker.mjs";
import { test } from "../lab/test.mjs";
import { until } from "../lab/until.mjs";
import { withBrowser } from "../lab/with-browser.mjs";

const { open } = withBrowser();

describe("is refused beside the field", () => {
  /** @type {[string, string, string][]} */
  const rows = [
    ["10,000 characters", `${"a".repeat(10_000)}.com`, "too-long"],
    ["a label of 64 characters", `${"a".repeat(64)}.example`, "long-label"],
    ["a name of 300 characters", `${"abcdefghi.".repeat(30)}com`, "too-long"],
    ["a control character", "abc\u0007.example", "bad-character"],
    ["an emoji alone", "😀", "single-label"],
    ["markup", "<img src=x onerror=alert(1)>", "bad-character"],
    ["an IP address", "192.0.2.10", "ip-address"],
    ["localhost", "localhost", "local-name"],
    ["an IPv6 address", "2001:db8::1", "ip-address"],
    ["a single label", "mycompany", "single-label"],
    ["a name of the office network", "mail.intranet", "local-name"],
    ["an empty label", "abc..example", "empty-label"],
  ];
  for (const lang of ["en", "zh-CN"]) {
    test(`${lang}: one after the other, each by its name`, async () => {
      const visit = await open({ lang });
      const [error, field] = [visit.by("field-error"), visit.by("subject")];
      for (const [what, typed, code] of rows) {
        // no two neighbours have the same code
        await new Checker(visit).tell({ subject: typed });
        await visit.run();
        await until(`${what} is ${code}`, async () => (await error.getAttribute("data-code", { timeout: 1000 })) === code);
        assert.notEqual((await error.textContent())?.trim(), "", what);
        assert.equal(await field.inputValue(), typed, what);
        assert.equal(await field.getAttribute("aria-invalid"), "true", what);
        const described = ((await field.getAttribute("aria-describedby")) ?? "").split(" ");
        assert.ok(described.includes((await error.getAttribute("id")) ?? "none"), `${what}: the field names its error`);
        await until(`${what}: the field has the focus`, async () => (await visit.focused()) === "subject");
        assert.deepEqual(visit.asked(), [], what);
      }
    });
  }

  test("nothing at all", async () => {
    const visit = await open();
    await visit.run();
    await visit.by("field-error").first().waitFor();
    assert.deepEqual(visit.asked(), []);
  });

  test("until it is mended", async () => {
    const visit = await open();
    await new Checker(visit).tell({ subject: "localhost" });
    await visit.run();
    await visit.by("field-error").waitFor();
    await new Checker(visit).check({ subject: "healthy-a.example" });
    assert.equal(await visit.by("field-error").count(), 0);
    assert.notEqual(await visit.by("subject").getAttribute("aria-invalid"), "true");
  });
});

describe("is understood", () => {
  /** @type {[string, string][]} */
  const rows = [
    ["  healthy-a.example  ", "healthy-a.example"],
    ["HEALTHY-A.EXAMPLE.", "healthy-a.example"],
    ["https://mail.healthy-a.example:443/alimail/?x=1#y", "healthy-a.example"],
    ["someone@healthy-a.example", "healthy-a.example"],
    ["ｓｏｍｅｏｎｅ＠ｈｅａｌｔｈｙ－ａ．ｅｘａｍｐｌｅ", "healthy-a.example"],
    ["healthy-a。example", "healthy-a.example"],
    ["中文.com", "xn--fiq228c.com"],
    ["中文.example", "xn--fiq228c.example"],
  ];
  test("however a name is written", { differs: true }, async () => {
    const visit = await open();
    for (const [typed, domain] of rows) {
      const turn = await new Checker(visit).check({ subject: typed });
      assert.equal(turn.subject.domain, domain, typed);
      assert.equal(await visit.by("subject").inputValue(), typed);
      assert.equal(await visit.by("field-error").count(), 0, typed);
    }
  });

  test("an address at another provider: this is not Alibaba Mail", async () => {
    const turn = await new Checker(await open()).check({ subject: "someone@gmail.com", complaint: "I cannot send mail" });
    assert.equal(headline(turn), "not-alibaba-mail: not-alibaba-mail / other-provider is confirmed");
  });

  test("a domain that does not exist", async () => {
    const turn = await new Checker(await open()).check({ subject: "nonexistent.example", complaint: "the login page does not open" });
    assert.equal(turn.diagnosis.action, "check-domain");
    assert.ok(turn.diagnosis.findings.some((/** @type {any} */ finding) => finding.key === "domain.nonexistent"));
  });

  test("10,000 characters of complaint, and markup in it stays text", { differs: true }, async () => {
    const visit = await open();
    let alerted = false;
    visit.page.on("dialog", (dialog) => {
      alerted = true;
      void dialog.dismiss();
    });
    const complaint = `AccountFrozen <img src=x onerror=alert(1)><script>alert(2)</script> ${"x".repeat(10_000)}`;
    const turn = await new Checker(visit).check({ subject: "healthy-a.example", complaint });
    assert.equal(headline(turn), "ask-administrator: account-cannot-send / account-frozen is likely");
    assert.equal(await visit.by("complaint").inputValue(), complaint);
    assert.equal(alerted, false);
    assert.equal(await visit.page.locator('alimail-checker img[src="x"]').count(), 0);
  });

  test("the Enter key in the field runs", { differs: true }, async () => {
    const visit = await open();
    await visit.by("subject").fill("healthy-a.example");
    await visit.by("subject").press("Enter");
    await until("a turn", async () => (await visit.turnCount()) > 0);
  });
});
