// The app's style sheets, in order, with the names of the files that old browsers link (sheet.ts).
import argue from "./argue.css";
import evidence from "./evidence.css";
import form from "./form.css";
import result from "./result.css";
import rows from "./rows.css";
import states from "./states.css";
import steps from "./steps.css";

export const styles = [
  { css: form, file: "form.css" },
  { css: result, file: "result.css" },
  { css: steps, file: "steps.css" },
  { css: rows, file: "rows.css" },
  { css: evidence, file: "evidence.css" },
  { css: argue, file: "argue.css" },
  { css: states, file: "states.css" },
];
