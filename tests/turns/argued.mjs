// A turn with something to argue about: two causes that are open, one ruled out, one that cannot be told, a question, marked
// words and a bounce.

import { fullTurn } from "./full.mjs";

export const complaint = [
  "Hello colleagues, since this morning nothing works any more.",
  "When wang@abc.example presses Send, a window says: AccountFrozen.",
  "My password: hunter2 is right, I checked it on the phone.",
  "",
  "Regards",
  "",
  "Undelivered: 552 5.2.2 mailbox is full <ann@customer.example>",
].join("\n");

const words = (/** @type {string} */ key, /** @type {string[]} */ ...matched) => ({ key, severity: "info", args: { matched } });

/** What a person answered; `from` is 'words' where their own text answered it. @returns {import('../../web/src/contract.ts').Finding} */
export const reply = (/** @type {string} */ question, /** @type {string} */ value, /** @type {string | undefined} */ from = undefined) => ({
  key: `reply.${question}-${value}`,
  severity: "info",
  args: { question, value, ...(from ? { from } : {}) },
});

const step = (/** @type {string} */ id) => ({ id, from: "guide", args: {} });
const cause = (/** @type {string} */ id, /** @type {string} */ state, /** @type {object} */ part = {}) => ({
  id,
  state,
  from: "guide",
  owner: "postmaster",
  action: "ask-administrator",
  because: [],
  steps: [step("ask-postmaster")],
  verify: [step("send-test-mail"), step("status-normal")],
  supports: [],
  opposes: [],
  ...part,
});

/** @type {import('../../web/src/contract.ts').Question} */
const status = { id: "account-status", kind: "choice", options: ["frozen", "blocked", "unknown", "normal"] };

/**
 * `question`: null for none. `replies`: findings of what the person answered.
 * @param {{question?: import('../../web/src/contract.ts').Question | null, replies?: import('../../web/src/contract.ts').Finding[]}} [options]
 */
export function arguedTurn({ question = status, replies = [reply("dns-changed", "no", "words")] } = {}) {
  const frozen = words("words.account-frozen", "AccountFrozen");
  const login = words("words.can-log-in", "I checked it on the phone");
  const bounce = {
    key: "bounce.report",
    severity: "info",
    args: {
      layout: "alibaba",
      reporter: "MAILER-DAEMON@mx.abc.example",
      recipient: "ann@customer.example",
      code: "552",
      enhanced: "5.2.2",
      server: "mx.customer.example",
      text: "552 5.2.2 mailbox is full",
      matched: ["552 5.2.2 mailbox is full"],
    },
  };
  const turn = fullTurn();
  const { diagnosis } = turn;
  const steps = ["sign-in-as-postmaster", "open-employee-accounts", "select-account", "enable-frozen-account", "ask-postmaster"].map(step);
  const note = {
    id: "postmaster-only",
    from: "guide",
    args: {},
    source: "https://www.alibabacloud.com/help/en/alibaba-mail/latest/frozen",
  };
  Object.assign(diagnosis, {
    action: "ask-administrator",
    records: [],
    wait: undefined,
    findings: [frozen, login, bounce, ...replies],
    problems: [
      {
        id: "account-cannot-send",
        from: "guide",
        severity: "high",
        state: "likely",
        describedBy: [],
        causes: [
          cause("account-frozen", "likely", { because: [frozen], steps, supports: [frozen.key], opposes: [login.key], notes: [note] }),
          cause("account-blocked", "possible"),
          cause("account-expired", "ruled-out", { because: [login] }),
          cause("account-locked", "cannot-tell"),
        ],
      },
    ],
  });
  return { ...turn, ask: { queries: [], probes: [], ...(question ? { question } : {}) } };
}
