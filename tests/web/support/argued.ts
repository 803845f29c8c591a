// A turn with something to argue about: two causes that are open, one ruled out, one that cannot be told, and a bounce.

import type { Cause, Finding, Question, State, Turn } from "../../../web/src/contract";

export const complaint = "Since today:\nA window says AccountFrozen.\nNothing else here.\nI can log in.\n552 5.2.2 mailbox is full";

const said = (key: string, ...matched: string[]): Finding => ({ key, severity: "info", args: { matched } });
export const reply = (question: string, value: string, from?: string): Finding => ({
  key: `reply.${question}-${value}`, severity: "info", args: { question, value, ...(from ? { from } : {}) },
});
const step = (id: string) => ({ id, from: "guide" as const, args: {} });

const cause = (id: string, state: State, part: Partial<Cause> = {}): Cause => ({
  id, state, from: "guide", owner: "postmaster", action: "ask-administrator", because: [], steps: [step("ask-postmaster")],
  verify: [step("send-test-mail"), step("status-normal")], supports: [], opposes: [], ...part,
});

export function arguedTurn({ findings = [], question }: { findings?: Finding[]; question?: Question } = {}): Turn {
  const frozen = said("words.account-frozen", "AccountFrozen");
  const login = said("words.can-log-in", "I can log in");
  const bounce: Finding = {
    key: "bounce.report", severity: "info",
    args: { layout: "postfix", recipient: "ann@customer.example", code: "552", enhanced: "5.2.2", matched: ["552 5.2.2 mailbox is full"] },
  };
  const steps = ["sign-in-as-postmaster", "open-employee-accounts", "select-account", "enable-frozen-account", "ask-postmaster"].map(step);
  return {
    subject: { kind: "domain", domain: "abc.example", loginHost: "mail.abc.example", hostTyped: false },
    ask: { queries: [], probes: [], ...(question ? { question } : {}) },
    progress: { done: 0, total: 0 },
    diagnosis: {
      action: "ask-administrator", records: [], path: [], comparisons: [], ledger: [], faq: [],
      findings: [frozen, login, bounce, ...findings],
      problems: [{
        id: "account-cannot-send", from: "guide", severity: "high", state: "likely", describedBy: [],
        causes: [
          cause("account-frozen", "likely", { because: [frozen], steps, supports: [frozen.key], opposes: [login.key] }),
          cause("account-blocked", "possible"),
          cause("account-expired", "ruled-out", { because: [login] }),
          cause("account-locked", "cannot-tell"),
        ],
      }],
    },
  };
}
