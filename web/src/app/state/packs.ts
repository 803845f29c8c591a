// Which packs of words are needed before something is drawn (tools/plugins/word-packs.mjs says what is in them). Pure.
import { awaitedPacks, findingPacks, questionPacks } from "locale-keys";
import type { Finding, Turn } from "../../contract";
import guideProblems from "./guide-problems.json";
import { mainCause } from "./main-cause";
import type { Shown } from "./model";
import { seenIn } from "./seen";
import symptoms from "./symptoms.json";

export const formPacks: readonly string[] = [""];
export const resultPacks: readonly string[] = ["more"];
export const foldPacks: readonly string[] = ["more", "inside"]; // and the message, what is handed over, the opening of a saved case
export const guidePacks: readonly string[] = ["more", "guide", ...guideProblems];

/** What a problem or a topic leads to: its own, and of what the lookups may find for it. */
export const packsOfStart = (start: string): string[] =>
  start === "" ? [] : symptoms.includes(start) ? [start, ...(awaitedPacks[start] ?? [])] : ["topics"];

export const packsOfLeading = ({ diagnosis }: Turn): string[] => packsOfStart(diagnosis.problems[0]?.id ?? "");

/** Of a result; `unfolded`: also of its folds, which repeat every finding. */
export function packsOf({ turn, before, administrator, asked, replies }: Shown, unfolded: boolean): string[] {
  const turns = [turn, before, administrator].flatMap((one) => one ?? []);
  if (turns.length === 0) return [];
  const ofTurn = (one: Turn): string[] => {
    const { problems, findings, topic } = one.diagnosis;
    const questions = one.ask.question ? [one.ask.question.id] : [];
    return [
      ...problems.map(({ id }) => id).filter((id) => symptoms.includes(id)),
      ...(topic ? ["topics"] : []),
      ...packsOfFindings(unfolded ? [...findings, ...becauseIn(one)] : inCard(one)),
      ...[...questions, ...findings.flatMap(questionOf)].flatMap(packOfQuestion),
    ];
  };
  const given = [...asked.map(({ id }) => id), ...Object.keys(replies)];
  return [...new Set([...(unfolded ? foldPacks : resultPacks), ...turns.flatMap(ofTurn), ...given.flatMap(packOfQuestion)])];
}

const packsOfFindings = (findings: readonly Finding[]): string[] =>
  findings.flatMap(({ key }) => packWith(findingPacks, key.split(".")[0] ?? ""));

const becauseIn = ({ diagnosis }: Turn): Finding[] => diagnosis.problems.flatMap(({ causes }) => causes.flatMap(({ because }) => because));

const inCard = ({ diagnosis }: Turn): Finding[] =>
  diagnosis.problems.length > 0 ? (mainCause(diagnosis)?.because ?? []) : seenIn(diagnosis.findings);

// A reply is a finding reply.<question>-<option>, and what came of a fix is a reply fix.<problem>.<cause>.
const questionOf = ({ key }: Finding): string[] =>
  Object.values(questionPacks)
    .flat()
    .filter((id) => key.startsWith(`reply.${id}-`));

const packOfQuestion = (id: string): string[] => (id.startsWith("fix.") ? id.split(".").slice(1, 2) : packWith(questionPacks, id));

const packWith = (packs: Record<string, readonly string[]>, id: string): string[] =>
  Object.keys(packs).filter((pack) => packs[pack]?.includes(id));
