// Passwords in a column: the line above names the columns, in CSV or in a table with bars or tabs.
import { isLabelAlone, type Range } from "./labels";

const marks = ["\t", "|", ",", ";"];

/** Reads lines in their order; a line below such a head gives the ranges of its cells. */
export function tableReader(): (line: string) => Range[] {
  let head: { mark: string; cells: number; columns: Set<number> } | undefined;
  return (line) => {
    if (head) {
      const cells = cellsOf(line, head.mark);
      if (cells.length === head.cells) {
        const { columns } = head;
        return cells.filter(([start, end], index) => columns.has(index) && /[^\s|:-]/.test(line.slice(start, end)));
      }
      head = undefined;
    }
    const mark = line.length < 400 ? marks.find((one) => line.includes(one)) : undefined;
    if (mark === undefined) return [];
    const cells = cellsOf(line, mark);
    const isLabel = cells.map(([start, end]) => isLabelAlone(line.slice(start, end)));
    const columns = new Set(cells.map((_, index) => index).filter((index) => isLabel[index]));
    const areNames = cells.every(([start, end]) => line.slice(start, end).split(" ").length < 4);
    if (columns.size > 0 && areNames) head = { mark, cells: cells.length, columns };
    return [];
  };
}

function cellsOf(line: string, mark: string): Range[] {
  let at = 0;
  return line.split(mark).map((text) => {
    const start = at + (text.length - text.trimStart().length);
    const cell: Range = [Math.min(start, at + text.length), Math.max(start, at + text.trimEnd().length)];
    at += text.length + mark.length;
    return cell;
  });
}
