// The data files that the core judges with: problems, what they share, the provider, the phrases.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root";

export interface CauseRule {
  id: string;
  from: string;
  owner: string;
  action: string;
  source?: string;
  confirmed?: string[][];
  likely?: string[][];
  ruled_out?: string[][];
  needs?: string[];
  meanwhile?: string[];
  steps: string[];
  verify: string[];
  notes?: string[];
  postmaster_action?: string;
}

export interface ProblemRule {
  id: string;
  from: string;
  symptoms: string[];
  described_by: string[];
  questions: string[];
  faq: string[];
  otherwise: string[];
  causes: CauseRule[];
}

export interface QuestionRule {
  id: string;
  kind?: string;
  options: string[];
  bands?: [string, number][];
  answered_by?: Record<string, string>;
}

export interface InstructionRule {
  id: string;
  from: string;
  role?: string;
  source?: string;
  needs?: string;
  without?: string; // names of values, separated by spaces
  commands?: Record<string, string[]>;
}

export interface TopicRule {
  id: string;
  from: string;
  source?: string;
  faq?: string;
  steps: string[];
}

interface Shared {
  steps: InstructionRule[];
  verifications: InstructionRule[];
  notes: InstructionRule[];
  symptoms: InstructionRule[];
  otherwise: string[];
  questions: QuestionRule[];
  faq: { id: string; source?: string }[];
  topics: TopicRule[];
}

type Provider = Record<"sites" | "other_providers" | "other_products" | "dns_hosts", { id: string }[]> & {
  sources: Record<string, string>;
};

interface Phrases {
  concepts: { id: string }[];
  symptoms: { key: string; all: string[]; none: string[]; any?: string[] }[];
}

const json = <T>(path: string): T => JSON.parse(readFileSync(join(root, "core", path), "utf8")) as T;

const sharedFile = "shared.json"; // beside the problems, and none itself
export const problemFiles = readdirSync(join(root, "core/problems")).filter((name) => name.endsWith(".json") && name !== sharedFile);
export const problems = problemFiles.map((name) => json<ProblemRule>(`problems/${name}`));
export const shared = json<Shared>(`problems/${sharedFile}`);
export const provider = json<Provider>("provider/provider.json");
export const phrases = json<Phrases>("words/phrases.json");
