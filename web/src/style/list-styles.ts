// The style sheets of the page for a list of domains, in order, with the names of the files that old browsers link (sheet.ts).
import base from "./base.css";
import form from "./form.css";
import list from "./list.css";
import paper from "./paper.css";
import result from "./result.css";
import rows from "./rows.css";
import states from "./states.css";
import steps from "./steps.css";

export const listStyles = [
  { css: base, file: "base.css" },
  { css: form, file: "form.css" },
  { css: result, file: "result.css" },
  { css: steps, file: "steps.css" },
  { css: rows, file: "rows.css" },
  { css: states, file: "states.css" },
  { css: paper, file: "paper.css" },
  { css: list, file: "list.css" },
];
