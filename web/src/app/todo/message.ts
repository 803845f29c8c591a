// The message that a person forwards to whoever can fix it: plain text, complete for somebody who never saw this page. Loaded
// when somebody opens it. Pure.
//
// Law: passwords are always masked. The account is named in full, as nobody can help an account without its name.
import type { Case, Cause, Instruction, Problem, Turn } from "../../contract";
import { argsOf } from "../parts/args-of";
import { oneLine } from "../../words/one-line";
import { accountIn } from "../mask/account";
import { maskSecrets, secretMasker } from "../mask/mask";
import { checksOf, clean, line, pageOf, recordLines, sentence, settleLine, utc, type Teller } from "../parts/told";
import { isTheirs, recordsNow } from "../state/main-cause";
import type { View } from "../state/view";
import { argumentOf } from "../verdict/argument-of";

export interface MessageInput {
  view: Pick<View, "words" | "nameOf">;
  turn: Turn;
  problem: Problem;
  cause: Cause;
  one?: Case; // what was typed, and when it was checked
  administrator?: Turn; // the same turn as the reader of the message would see it
  page?: string; // the address of this page
}

const longestError = 300; // characters: the reader needs the error, not the attachment
const mostFindings = 4;

export function messageFor(input: MessageInput): string {
  const { view, turn, problem, cause, one, page } = input;
  const { words } = view;
  const teller: Teller = { ...view, maskQuotation: one ? secretMasker(one.complaint) : maskSecrets };
  const name = turn.subject.domain || "-";
  const key = `cause.${problem.id}.${cause.id}`;
  const title = words.t(`problem.${problem.id}.title`);
  const sections = [
    [words.t("ui.message.subject", { name, problem: title })],
    [words.t(isTheirs(cause) ? "ui.message.opening.other" : "ui.message.opening", { name })],
    one ? typedLines(input, one) : [],
    [
      line(words, "ui.bundle.problem", title),
      words.t("ui.message.cause", { cause: words.t(`${key}.title`), state: words.t(`state.${cause.state}`) }),
      words.t(`${key}.why`, clean(argsOf(cause), teller.maskQuotation)),
      ...foundLines(teller, input),
    ],
    ...(isTheirs(cause) ? [] : [publishLines(input), stepLines(input, teller), checkLines(teller, cause)]),
    originLines(input, page),
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map(oneLine).join("\n"))
    .join("\n\n");
}

function typedLines({ view: { words }, turn }: MessageInput, one: Case): string[] {
  const account = accountIn(one, turn.subject.domain);
  const text = maskSecrets(one.complaint).trim().replace(/\s+/g, " ");
  const error = text.length > longestError ? `${text.slice(0, longestError)} \u2026` : text;
  return [...(account ? [line(words, "ui.message.account", account)] : []), ...(error ? [line(words, "ui.message.error", error)] : [])];
}

// What speaks for the cause. What was typed is quoted above, and what it reads like is a guess.
function foundLines(teller: Teller, { turn, cause }: MessageInput): string[] {
  const { pro } = argumentOf(cause, turn.diagnosis.findings);
  return pro
    .filter(({ key }) => !/^(words|reads)\./.test(key))
    .flatMap((finding) => sentence(teller, finding) ?? [])
    .slice(0, mostFindings)
    .map((text) => `- ${text}`);
}

function publishLines({ view: { words }, turn, cause }: MessageInput): string[] {
  const records = recordsNow(turn.diagnosis.records);
  if (records.length === 0) return [];
  const told = records.flatMap((record) => {
    const [head, ...rest] = recordLines(words, record);
    return [`- ${head}`, ...rest.map((one) => `    ${one}`)];
  });
  return [words.t("ui.records"), ...told, ...settleLine(words, cause)];
}

// Whoever publishes records needs those and the first two steps; the other steps are for the person who asks.
function stepLines({ view: { words }, turn, administrator, problem, cause }: MessageInput, teller: Teller): string[] {
  const steps = stepsOf(administrator ?? turn, problem, cause)
    .filter(({ id }) => id !== "ask-postmaster")
    .slice(0, recordsNow(turn.diagnosis.records).length > 0 ? 2 : undefined)
    .map(({ id, args }, index) => `${index + 1}. ${words.t(`step.${id}`, clean(args, teller.maskQuotation))}`);
  return steps.length > 0 ? [words.t("ui.message.steps"), ...steps] : [];
}

function stepsOf({ diagnosis }: Turn, problem: Problem, cause: Cause): Instruction[] {
  const same = diagnosis.problems.find(({ id }) => id === problem.id)?.causes.find(({ id }) => id === cause.id);
  return (same ?? cause).steps;
}

function checkLines(teller: Teller, cause: Cause): string[] {
  const checks = checksOf(teller, cause).flatMap(({ text, command }) => [`- ${text}`, ...(command ? [`    ${command}`] : [])]);
  return checks.length > 0 ? [teller.words.t("ui.verify"), ...checks] : [];
}

function originLines({ view: { words }, turn, cause, one }: MessageInput, page: string | undefined): string[] {
  const source = pageOf(cause, isTheirs(cause) ? [] : turn.diagnosis.records);
  return [
    ...(source ? [line(words, "ui.message.source", source)] : []),
    ...(one ? [line(words, "ui.message.checked", utc(one.now))] : []),
    ...(page ? [line(words, "ui.message.page", page)] : []),
  ];
}
