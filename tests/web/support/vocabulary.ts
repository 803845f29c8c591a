// The words that the core uses and no schema lists, as the native program prints them (tests/scenarios/vocabulary.cpp). It lies
// beside the native core.

import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { nativeProgram } from "./native-core";

export interface Vocabulary {
  checks: { family: string; says: { key: string; severity: string; source: string }[] }[];
  words: string[]; // keys that are not in phrases.json
  connections: string[]; // keys for the port and the server of a connection
  server_replies: string[]; // keys that are not in server_replies.json
  reasons: Record<string, string[]>; // what can be wrong with a record, by reader
  slips: string[];
  purposes: string[]; // what a query can be for
}

export function readVocabulary(): Vocabulary {
  const program = join(dirname(nativeProgram), "alimail_vocabulary");
  if (!existsSync(program)) throw new Error(`${program} is not built: cmake -B build/native && cmake --build build/native`);
  return JSON.parse(execFileSync(program, { encoding: "utf8" })) as Vocabulary;
}
