// The root of the repository, wherever the bundle of a test is.

import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = find(dirname(fileURLToPath(import.meta.url)));

function find(folder: string): string {
  if (existsSync(join(folder, "core/case.schema.json"))) return folder;
  if (dirname(folder) === folder) throw new Error("not inside the repository");
  return find(dirname(folder));
}
