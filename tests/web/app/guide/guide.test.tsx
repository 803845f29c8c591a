// The whole guide as text: each statement of the troubleshooting guide is in it, in every language, in the order in which the
// guide makes them. Here are the keys of the statements; a key whose words are not the guide's has a twin ".guide" that is.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Faq } from "../../../../web/src/app/guide/faq";
import { Guide } from "../../../../web/src/app/guide/guide";
import { show, viewIn } from "../../support/drawing";
import type { FakeElement } from "../../support/dom";

const statements = {
  "login-page-unreachable": [
    ...["problem.*.title", "problem.*.symptom", "problem.*.summary"],
    ...["symptom.login-error", "symptom.login-behaviour", "symptom.login-context"],
    ...["cause.*.login-record-missing.why", "cause.*.login-record-wrong.why", "cause.*.local-network.why"],
    ...["cause.*.dns-propagating.why", "cause.*.service-routing.why"],
    // A record or CNAME
    ...["step.add-login-record", "step.replace-login-record"],
    ...["step.flush-dns-cache", "step.restart-router", "step.open-ticket"],
    ...["verify.login-resolves", "verify.login-opens"],
  ],
  "account-cannot-send": [
    ...["problem.*.title", "problem.*.symptom", "problem.*.summary"],
    ...["symptom.account-error", "symptom.account-behaviour", "symptom.account-context"],
    ...["cause.*.account-frozen.why", "cause.*.account-blocked.why", "cause.*.account-expired.why", "cause.*.account-disabled.why"],
    ...["step.sign-in-as-postmaster", "step.open-employee-accounts", "step.select-account"],
    ...["step.enable-frozen-account", "step.unblock-account", "step.enable-disabled-account", "step.renew-subscription"],
    ...["step.ask-postmaster", "note.postmaster-only"],
    ...["verify.send-test-mail", "verify.no-error-on-send", "verify.status-normal"],
  ],
  "history-unavailable": [
    ...["problem.*.title", "problem.*.symptom", "problem.*.summary"],
    ...["symptom.history-error", "symptom.history-behaviour", "symptom.history-context"],
    ...["cause.*.storage-outage.why", "cause.*.restoration-in-progress.why"],
    ...["step.find-sender-in-mail-list", "step.click-sender-avatar"],
    ...["step.check-status-pages", "step.resend-after-restoration", "note.charges-during-disruption"],
    ...["verify.sender-address-visible", "verify.resent-mail-arrives", "verify.old-mails-open"],
  ],
};
const commands = ["ipconfig /flushdns", "sudo dscacheutil -flushcache; sudo killall -HUP mDNSResponder", "dig mail.abc.com CNAME"];
const questions = ["check-account-status", "dns-records-required", "unblock-own-account", "dns-propagation-time", "sending-limits"];

const examples = { domain: "abc.com", login_host: "mail.abc.com" };
const oneSpace = (text: string): string => text.replace(/\s+/g, " ");

for (const tag of ["en", "zh-CN", "zh-TW", "ja"]) {
  const view = viewIn(tag);
  const { words } = view;

  /** The guide's own words of a statement. */
  const wordsOf = (key: string): string => {
    const twin = key.startsWith("cause.") ? key.replace(/\.why$/, ".guide") : `${key}.guide`;
    return oneSpace(words.t(words.has(twin) ? twin : key, examples));
  };
  const isWhole = (place: FakeElement, keys: string[]): void => {
    const text = oneSpace(place.textContent);
    assert.deepEqual(
      keys.filter((key) => !text.includes(wordsOf(key))),
      [],
      "these statements of the guide are not shown",
    );
  };

  for (const [problem, keys] of Object.entries(statements)) {
    test(`${tag}: all that the guide says of ${problem}`, async () => {
      const place = await show(<Guide view={view} />);
      isWhole(
        place,
        keys.map((key) => key.replace("*", problem)),
      );
    });
  }

  test(`${tag}: its severities, in its order, and its questions`, async () => {
    const place = await show(<Guide view={view} />);
    const severities = [...place.all()].filter((each) => each.get("class") === "facts").map((each) => each.textContent);
    assert.deepEqual(
      severities,
      ["high", "high", "medium"].map((one) => words.t("ui.severity", { severity: words.t(`severity.${one}`) })),
    );
    isWhole(
      await show(<Faq view={view} first={[]} />),
      questions.flatMap((id) => [`faq.${id}.question`, `faq.${id}.answer`]),
    );
  });

  test(`${tag}: no text is missing, and no value is left open`, async () => {
    const place = await show(<Guide view={view} />);
    assert.doesNotMatch(place.textContent, /\[[a-z-]+\.[\w.-]+\]|\{[a-z_]+(:\w+)?\}|undefined/);
  });
}

test("its commands, for each system", async () => {
  const place = await Promise.all(
    (["windows", "macos", "linux"] as const).map((system) => show(<Guide view={{ ...viewIn("en"), system }} />)),
  );
  const text = place.map((each) => each.textContent).join(" ");
  for (const command of commands) assert.ok(text.includes(command), command);
});

test("every symptom and note says whose it is, as causes and steps do", async () => {
  const place = await show(<Guide view={viewIn("en")} />);
  const lists = [...place.all()].filter(({ localName }) => localName === "article").map((article) => article.by("class", "plain")[0]);
  for (const item of lists.flatMap((list) => list?.childNodes ?? [])) {
    const { words } = viewIn("en");
    const origins = [words.t("ui.guide-says"), words.t("from.guide"), words.t("ui.source", { page: "" })];
    assert.ok(
      origins.some((origin) => item.textContent.includes(origin)),
      item.textContent,
    );
  }
});
