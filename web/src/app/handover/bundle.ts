// The support bundle: one text for a ticket or a colleague, complete without this page. Pure.
//
// Law: every time is UTC; passwords are always masked, mail addresses unless they are wanted; the person sees exactly what
// is copied.
import type { Case, Cause, Finding, Instruction, LedgerRow, Problem, RecordToPublish, Turn } from "../../contract";
import type { Words } from "../../words/words";
import { titleOf as kindTitleOf } from "../parts/kinds";
import { checksOf, clean, line, pageOf, recordLines, sentence, settleLine, utc } from "../parts/told";
import { argumentOf } from "../verdict/argument-of";
import { grouped } from "../parts/grouped";
import { accountIn } from "../mask/account";
import { maskSecrets, secretMasker } from "../mask/mask";
import { addressMasker } from "../mask/mask-address";
import { mainCause } from "../state/main-cause";
import { wordsOr } from "../state/view";
import { impliedBy, valueText } from "../parts/replies";
import { triedIn } from "../parts/fixes";
import { oneLine } from "../../words/one-line";
import { markdown, type Section } from "./markdown";

export type Format = "text" | "markdown";

export interface BundleInput {
  words: Words;
  format: Format;
  nameOf(resolver: string): string;
  turn: Turn;
  one: Case;
  addresses: boolean; // whether mail addresses are wanted
  versions: { page: string; core: string };
  page?: string; // the address of this page
}

const longestComplaint = 4000; // characters: a ticket needs the error, not the attachment

export function bundleText({ addresses, format, ...given }: BundleInput): string {
  const input: Input = { ...given, maskQuotation: secretMasker(given.one.complaint) };
  const maskAddresses = addresses ? (text: string) => text : addressMasker();
  const { turn, one, words, versions, page } = input;
  const { domain, loginHost, hostTyped } = turn.subject;
  const complaint = maskSecrets(one.complaint).trim();
  const sections: Section[] = [
    { title: words.t("ui.bundle.title", { name: (hostTyped ? loginHost : domain) || "-" }), lines: [utc(one.now), ...accountLines(input)] },
    { title: words.t("ui.complaint"), lines: linesOf(complaint), isQuoted: true },
    { title: "", lines: verdictLines(input) },
    ...argumentSections(input),
    { title: words.t("ui.records"), lines: recordsLines(input, (record) => !record.later) },
    { title: words.t("ui.records.later"), lines: recordsLines(input, (record) => Boolean(record.later)) },
    { title: words.t("ui.steps"), lines: stepLines(input) },
    { title: words.t("ui.tried.list"), lines: triedLines(input) },
    { title: words.t("ui.wait"), lines: waitLines(input) },
    { title: words.t("ui.verify"), lines: checkLines(input) },
    { title: words.t("ui.evidence.short"), lines: otherFindings(input).map((finding) => say(input, finding)) },
    causeSection(input, "ruled-out"),
    causeSection(input, "cannot-tell"),
    { title: words.t("ui.bundle.replies"), lines: replyLines(input) },
    { title: words.t("ui.evidence"), lines: ledgerLines(input) },
    { title: "", lines: [words.t("ui.bundle.versions", versions), ...(page ? [line(words, "ui.message.page", page)] : [])] },
  ];
  const masked = (text: string): string => maskAddresses(oneLine(text));
  const write = format === "markdown" ? markdown : plain;
  return sections
    .filter(({ lines }) => lines.length > 0)
    .map((section) => ({ ...section, title: masked(section.title), lines: section.lines.map(masked) }))
    .map(write)
    .join("\n\n");
}

type Input = Omit<BundleInput, "addresses" | "format"> & { maskQuotation(text: string): string };

function linesOf(complaint: string): string[] {
  const cut = complaint.length > longestComplaint ? `${complaint.slice(0, longestComplaint)} \u2026` : complaint;
  return cut ? cut.replace(/\t/g, "  ").split(/\r\n|\r|\n/) : [];
}

const plain = ({ title, lines, isQuoted }: Section): string =>
  [...(title ? [title] : []), ...lines.map((line) => (isQuoted ? `  ${line}` : line))].join("\n");

function verdictLines({ words, turn: { diagnosis } }: Input): string[] {
  const { action, topic, problems } = diagnosis;
  const [problem] = problems;
  const cause = mainCause(diagnosis);
  return [
    ...(topic ? [line(words, "ui.topic.heading", kindTitleOf(words, topic.id) ?? topic.id)] : []),
    line(words, "ui.verdict", words.t(`action.${action}`)),
    ...(problem ? [line(words, "ui.bundle.problem", words.t(`problem.${problem.id}.title`))] : []),
    ...(problem && cause
      ? [
          words.t("ui.message.cause", { cause: titleOf(words, problem, cause), state: words.t(`state.${cause.state}`) }),
          words.t("ui.owner", { owner: words.t(`owner.${cause.owner}`) }),
        ]
      : []),
  ];
}

function argumentSections(input: Input): Section[] {
  const { words, turn } = input;
  const cause = mainCause(turn.diagnosis);
  if (!cause) return [];
  const { pro, contra } = argumentOf(cause, turn.diagnosis.findings);
  const said = (findings: Finding[]): string[] => findings.map((finding) => say(input, finding));
  return [
    { title: words.t("ui.argument.for"), lines: said(pro) },
    { title: words.t("ui.argument.against"), lines: said(contra) },
  ];
}

function recordsLines({ words, turn: { diagnosis } }: Input, isWanted: (record: RecordToPublish) => boolean): string[] {
  return diagnosis.records.filter(isWanted).flatMap((record) => {
    const [head, ...rest] = recordLines(words, record);
    return [`- ${head}`, ...rest.map((one) => `  ${one}`)];
  });
}

function stepLines(input: Input): string[] {
  const { words, turn } = input;
  const cause = mainCause(turn.diagnosis);
  if (!cause) return stepsIn(input, turn.diagnosis.otherwise ?? []);
  const source = pageOf(cause, turn.diagnosis.records);
  return [...stepsIn(input, cause.steps), ...(source ? [`- ${line(words, "ui.message.source", source)}`] : [])];
}

const stepsIn = ({ words, maskQuotation }: Input, steps: Instruction[]): string[] =>
  steps.map(({ id, args }) => `- ${words.t(`step.${id}`, clean(args, maskQuotation))}`);

// Each cause that was tried, what came of it, and the steps that it asks for.
function triedLines(input: Input): string[] {
  const { words, one, turn } = input;
  return triedIn(one.replies ?? {}).flatMap(({ key, value }) => {
    const [problem, cause] = key.split(".");
    const tried = turn.diagnosis.problems.find(({ id }) => id === problem)?.causes.find(({ id }) => id === cause);
    const title = wordsOr(words, `cause.${key}.title`, {}, key);
    const outcome = wordsOr(words, `ui.tried.${value}`, {}, value);
    return [
      `- ${words.t("ui.in-short", { action: title, cause: outcome })}`,
      ...stepsIn(input, tried?.steps ?? []).map((step) => `  ${step}`),
    ];
  });
}

function checkLines(input: Input): string[] {
  const cause = mainCause(input.turn.diagnosis);
  const checks = cause ? checksOf(input, cause) : [];
  return checks.flatMap(({ text, command }) => [`- ${text}`, ...(command ? [`  ${command}`] : [])]);
}

function accountLines({ words, one, turn }: Input): string[] {
  const account = accountIn(one, turn.subject.domain);
  return account ? [line(words, "ui.message.account", account)] : [];
}

function waitLines({ words, turn: { diagnosis } }: Input): string[] {
  const { wait } = diagnosis;
  const cause = mainCause(diagnosis);
  return [...(wait ? [words.t("ui.wait-until", { time: utc(wait.until) })] : []), ...(cause ? settleLine(words, cause) : [])];
}

function causeSection(input: Input, state: "ruled-out" | "cannot-tell"): Section {
  const { words, turn } = input;
  const lines = turn.diagnosis.problems.flatMap((problem) =>
    problem.causes
      .filter((cause) => cause.state === state)
      .flatMap((cause) => [`- ${titleOf(words, problem, cause)}`, ...cause.because.map((finding) => `  ${say(input, finding)}`)]),
  );
  return { title: words.t(`ui.causes.${state}`), lines };
}

const closest = "closest"; // the reply "none of these"

function replyLines({ words, one, turn }: Input): string[] {
  const { findings } = turn.diagnosis;
  const replies = one.replies ?? {};
  const chosen = one.start ? kindTitleOf(words, one.start) : replies[closest] && words.t("ui.closest.none");
  const given = Object.entries(replies)
    .filter(([id]) => !id.startsWith("fix.") && id !== closest)
    .map(([id, value]) => `- ${words.has(`question.${id}`) ? words.t(`question.${id}`) : id} ${valueText(words, id, value)}`);
  const implied = impliedBy(findings)
    .filter(({ id }) => replies[id] === undefined)
    .map(({ id, value }) => `- ${words.t(`question.${id}`)} ${words.t("ui.implied", { answer: valueText(words, id, value) })}`);
  return [...(chosen ? [`- ${words.t("ui.closest.title")} ${chosen}`] : []), ...given, ...implied];
}

// Each question once; below it each answer once; below that the resolvers that gave it, with TTL and time.
function ledgerLines({ words, nameOf, turn }: Input): string[] {
  const questions = grouped(turn.diagnosis.ledger, ({ type, name }) => `${type} ${name}`);
  return questions.flatMap(([question, rows]) => [
    `- ${question}`,
    ...grouped(rows, (row) => answerOf(words, row)).flatMap(([answer, same]) => [
      `  ${answer}`,
      `    ${same.map((row) => `${nameOf(row.resolver)} ${ttlOf(row)}${row.at.slice(11, 19)}`).join("; ")}`,
    ]),
  ]);
}

function answerOf(words: Words, { outcome, records, status }: LedgerRow): string {
  if (outcome === "records")
    return records
      .map(({ type, data }) => `${type} ${data}`)
      .sort()
      .join("; ");
  return words.t(`outcome.${outcome}`) + (outcome === "http-error" && status ? ` ${status}` : "");
}

const ttlOf = ({ records }: LedgerRow): string => (records.length > 0 ? `TTL ${Math.min(...records.map(({ ttl }) => ttl))} ` : "");

// The findings that are neither in the argument nor replies, which have sections of their own.
function otherFindings({ turn: { diagnosis } }: Input): Finding[] {
  const cause = mainCause(diagnosis);
  const { pro, contra } = cause ? argumentOf(cause, diagnosis.findings) : { pro: [], contra: [] };
  const elsewhere = new Set([...pro, ...contra].map(({ key }) => key));
  return diagnosis.findings.filter(({ key }) => !elsewhere.has(key) && !/^(reply|fix)\./.test(key));
}

const say = (input: Input, finding: Finding): string => `- ${sentence(input, finding) ?? finding.key}`;

const titleOf = (words: Words, problem: Problem, cause: Cause): string => words.t(`cause.${problem.id}.${cause.id}.title`);
