// Prints the line coverage of core/ and the files that lie below the aim. A figure to look at, not a gate.
import { readFileSync } from "node:fs";

const aim = 95;
const { files, line_percent, line_covered, line_total } = JSON.parse(readFileSync(process.argv[2], "utf8"));
if (!line_total) {
  console.log("No line of core/ was counted.");
  process.exit(1);
}
console.log(`core/: ${line_percent} % of lines (${line_covered} of ${line_total}), ${files.length} files; the aim is ${aim} %`);
const low = files.filter((file) => file.line_percent < aim).sort((a, b) => a.line_percent - b.line_percent);
for (const file of low) {
  console.log(`  ${String(file.line_percent).padStart(5)} %  ${file.filename} (${file.line_total - file.line_covered} lines never ran)`);
}
