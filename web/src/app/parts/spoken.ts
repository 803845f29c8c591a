// Turns arguments of the core that are ids (a family, a provider, an outcome, a resolver) into the person's words. Names,
// hosts and numbers stay as they are.
import type { Arg, Args, Finding } from "../../contract";
import type { Words } from "../../words/words";

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

export function spoken(words: Words, args: Args, nameOf: (resolver: string) => string): Args {
  const entries = Object.entries(args).map(([name, value]): [string, Arg] => {
    const family = families[name];
    const say = (id: string): string => {
      if (resolverArgs.has(name)) return nameOf(id);
      if (name === "said") return id.replace(/^.*?(?=: )/, (ids) => ids.split(", ").map(nameOf).join(", ")); // "google, x: mail.abc.com"
      if (name === "errors") return id.replace(/^\S+/, nameOf); // "google EDE 22 No Reachable Authority"
      if (name === "values" || name === "public") return words.has(`outcome.${id}`) ? words.t(`outcome.${id}`) : id; // records, or that there are none
      if (name === "outcomes") return outcomeAt(words, id, nameOf);
      return family && words.has(`${family}.${id}`) ? words.t(`${family}.${id}`) : id;
    };
    if (typeof value === "number") return [name, value];
    if (name === "matched" && typeof value !== "string") return [name, value.join(" \u2026 ")]; // several places of one quotation
    return [name, typeof value === "string" ? say(value) : value.map(say)];
  });
  return { ...Object.fromEntries(entries), ...sitesOf(words, args), ...factsOf(words, args) };
}

// Which kinds of record have a known site differs from case to case, so they become one list that a sentence can hold.
function sitesOf(words: Words, args: Args): Args {
  const labels: Record<string, string> = { login: words.t("hop.login-host"), client: words.t("routing.client.title") };
  const sites = kinds.flatMap((kind) => {
    const id = args[kind];
    if (typeof id !== "string") return [];
    return words.t("ui.in-short", { action: labels[kind] ?? kind.toUpperCase(), cause: words.t(`family.${id}`) });
  });
  return sites.length > 0 ? { sites } : {};
}

// A bounce has only some of these, so they become one list too.
function factsOf(words: Words, args: Args): Args {
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

// "google timeout": a resolver without an answer, and how it failed.
function outcomeAt(words: Words, text: string, nameOf: (resolver: string) => string): string {
  const cut = text.lastIndexOf(" ");
  const key = `outcome.${text.slice(cut + 1)}`;
  return words.has(key) && cut > 0 ? words.t("ui.outcome-at", { resolver: nameOf(text.slice(0, cut)), outcome: words.t(key) }) : text;
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
