// Many domains of the stories' worlds: each domain has the DNS of one story under a name of its own, and resolvers that answer
// from it without a network.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Query } from "../../../web/src/contract";
import type { Asked } from "../../../web/src/lookup/ask";
import type { Resolver } from "../../../web/src/lookup/resolvers";
import { faultFor, faulty } from "../support/faults";
import { root } from "../support/root";
import { zoneOf, type Story } from "../support/story";
import { answerOf, lookUp, type Zone } from "../support/zone";

const files = ["healthy", "mx", "spf", "login-host", "delegation", "dkim-dmarc", "failed-lookups"];
const domainOfStories = "abc.example";

/** Stories about one domain and nothing that was said. */
export function storiesOfDomains(): Story[] {
  const all = files.flatMap((name) => JSON.parse(readFileSync(join(root, `tests/scenarios/${name}.json`), "utf8")) as Story[]);
  return all.filter(({ subject, complaint, start, replies }) => subject === domainOfStories && !complaint && !start && !replies);
}

export interface Replayed {
  domains: string[];
  storyOf(domain: string): Story;
  ask(query: Query, resolver: Resolver): Promise<Asked>;
  asked: string[]; // "resolver name type"
}

export function replayed(count: number, at: () => string): Replayed {
  const stories = storiesOfDomains();
  const domains = Array.from({ length: count }, (_, index) => `n${index}.example`);
  const zones = new Map<string, Zone>();
  const asked: string[] = [];
  const storyOf = (domain: string): Story => stories[domains.indexOf(domain) % stories.length] as Story;
  const zoneFor = (domain: string): Zone => {
    const zone = zones.get(domain) ?? (JSON.parse(JSON.stringify(zoneOf(storyOf(domain))).replaceAll(domainOfStories, domain)) as Zone);
    zones.set(domain, zone);
    return zone;
  };
  let last = domains[0] as string; // names of a provider are the same in every story
  return {
    domains,
    storyOf,
    asked,
    ask: async ({ name, type, checkingDisabled }, { id }) => {
      asked.push(`${id} ${name} ${type}`);
      const own = /(?:^|\.)(n\d+\.example)$/.exec(name)?.[1];
      last = own ?? last;
      const question = { resolver: id, name, type, at: at(), ...(checkingDisabled ? { checkingDisabled } : {}) };
      const fault = faultFor({ ...question, name: name.replace(last, domainOfStories) }, storyOf(last).fails);
      const answer = (fault === undefined ? undefined : faulty(question, fault)) ?? answerOf(question, lookUp(question, zoneFor(last)));
      const settled = answer.failure === undefined && answer.status === 200;
      return {
        ...{ answer, format: "json", settled, limited: false, retryAfter: undefined },
        gaveUp: /"Status":[25]\b/.test(answer.body ?? ""),
      };
    },
  };
}
