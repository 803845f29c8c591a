// The only writer of Markdown: every text that it is given stays text, whatever is in it.

export interface Section {
  title: string;
  lines: string[]; // each of one line; items begin with "- ", what belongs to an item is indented by two more spaces
  isQuoted?: boolean;
}

/** `index`: the first section has the title of the whole. */
export function markdown({ title, lines, isQuoted }: Section, index: number): string {
  const whole = lines.map(withoutBreaks);
  const body = isQuoted ? fenced(whole) : whole.map(item);
  return [...(title ? [`${index === 0 ? "#" : "##"} ${escaped(withoutBreaks(title))}`, ""] : []), ...body].join("\n");
}

// Markdown knows two breaks of lines. A line that holds one would leave its item or its fence.
const withoutBreaks = (text: string): string => text.replace(/[\r\n]/g, " ");

// Quoted text stays text too: its fence is longer than any run of backticks in it.
function fenced(lines: string[]): string[] {
  const longest = lines.flatMap((line) => line.match(/`+/g) ?? []).reduce((most, { length }) => Math.max(most, length), 2);
  const fence = "`".repeat(longest + 1);
  return [fence, ...lines, fence];
}

function item(line: string): string {
  const text = line.trimStart();
  const indent = line.slice(0, line.length - text.length);
  return `${indent}- ${escaped(text.startsWith("- ") ? text.slice(2) : text)}`;
}

// Also an address, which many readers of Markdown make a link, and what would begin a list or a line within the item.
const escaped = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>|#~$]/g, "\\$&")
    .replace(/&/g, "&amp;")
    .replace(/:(?=\/\/)/g, "\\:")
    .replace(/www\./gi, (found) => `${found.slice(0, 3)}\\.`)
    .replace(/^[-+=]/, "\\$&")
    .replace(/^(\d{1,9})([.)])/, "$1\\$2");
