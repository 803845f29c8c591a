// Turns arguments of the core that are ids (a family, a provider, an outcome, a resolver) into the person's words. Names,
// hosts and numbers stay as they are.
import type { Arg, Args, Fields, Finding } from "../../contract";
import type { Words } from "../../words/words";
import { titleOf } from "./kinds";

const families: Record<string, string> = {
  family: "family",
  families: "family",
  provider: "provider",
  product: "product",
  reason: "reason",
  slip: "slip",
};
const kinds = ["mx", "spf", "login", "client"]; // of edition.mixed: the site that each kind of record belongs to
const resolverArgs = new Set(["resolver", "resolvers", "with", "without"]);

export function spoken(words: Words, args: Finding["args"], nameOf: (resolver: string) => string): Args {
  const entries = Object.entries(args).map(([name, value]): [string, Arg] => {
    const family = families[name];
    const say = (id: string): string => {
      if (resolverArgs.has(name)) return nameOf(id);
      return family && words.has(`${family}.${id}`) ? words.t(`${family}.${id}`) : id;
    };
    if (typeof value === "number") return [name, value];
    if (typeof value === "string") return [name, say(value)];
    const texts = value.map((item) => (typeof item === "string" ? say(item) : fieldsIn(words, name, item, nameOf)));
    return [name, name === "matched" ? texts.join(" \u2026 ") : texts]; // several places of one quotation
  });
  return { ...Object.fromEntries(entries), ...sitesOf(words, args), ...factsOf(words, args) };
}

function fieldsIn(words: Words, name: string, fields: Fields, nameOf: (resolver: string) => string): string {
  const { resolver, resolvers, outcome, values = [], code, text } = fields;
  const inWords = outcome && words.has(`outcome.${outcome}`) ? words.t(`outcome.${outcome}`) : (outcome ?? "");
  if (resolvers) return `${resolvers.map(nameOf).join(", ")}: ${outcome ?? (values.join(", ") || "-")}`;
  if (resolver === undefined) return inWords;
  if (name === "outcomes") return words.t("ui.outcome-at", { resolver: nameOf(resolver), outcome: inWords });
  return [nameOf(resolver), code === undefined ? outcome : `EDE ${code}`, text].filter(Boolean).join(" ");
}

// Which kinds of record have a known site differs from case to case, so they become one list that a sentence can hold.
function sitesOf(words: Words, args: Finding["args"]): Args {
  const labels: Record<string, string> = { login: words.t("hop.login-host"), client: words.t("routing.client.title") };
  const sites = kinds.flatMap((kind) => {
    const id = args[kind];
    if (typeof id !== "string") return [];
    return words.t("ui.in-short", { action: labels[kind] ?? kind.toUpperCase(), cause: words.t(`family.${id}`) });
  });
  return sites.length > 0 ? { sites } : {};
}

// A bounce has only some of these, so they become one list too.
function factsOf(words: Words, args: Finding["args"]): Args {
  if (typeof args["layout"] !== "string") return {};
  const joined = (...names: string[]): string => names.flatMap((name) => (typeof args[name] === "string" ? [args[name]] : [])).join(" ");
  const texts: Record<string, string> = {
    reporter: joined("reporter"),
    recipient: joined("recipient"),
    server: joined("server", "ip"),
    time: joined("time"),
    text: joined("text") || joined("code", "enhanced"),
  };
  const facts = Object.entries(texts).flatMap(([name, text]) =>
    text ? words.t("ui.in-short", { action: words.t(`bounce.${name}`), cause: text }) : [],
  );
  return { facts: facts.length > 0 ? facts : args["layout"] };
}

/** The sentence of a finding: the key of its text, for which there may be no words, and its arguments. */
export function sentenceOf(words: Words, finding: Finding, nameOf: (resolver: string) => string): { id: string; args: Args } {
  const reply = replyArgs(words, finding);
  if (reply) return { id: finding.args["from"] === "words" ? "finding.reply-read" : "finding.reply", args: reply };
  const { key, args } = finding;
  const kind = key.startsWith("reads.") && titleOf(words, key.slice(6));
  if (kind) return { id: "finding.reads", args: { ...spoken(words, { matched: ["\u2026"], ...args }, nameOf), kind } };
  return { id: `finding.${key}`, args: spoken(words, args, nameOf) };
}

/** A reply is a finding reply.<question>-<option>; its texts are those of the question. */
export function replyArgs(words: Words, { key }: Finding): Args | undefined {
  const parts = key.replace(/^reply\./, "").split("-");
  if (!key.startsWith("reply.")) return undefined;
  for (let cut = 1; cut < parts.length; cut += 1) {
    const question = `question.${parts.slice(0, cut).join("-")}`;
    const answer = `${question}.${parts.slice(cut).join("-")}`;
    if (words.has(question) && words.has(answer)) return { question: words.t(question), answer: words.t(answer) };
  }
  return undefined;
}
