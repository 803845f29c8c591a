// The style sheets that the page has at sight, in order, with the names of the files that old browsers link (sheet.ts).
import form from "./form.css";
import reference from "./reference.css";
import rows from "./rows.css";
import states from "./states.css";

export const styles = [
  { css: form, file: "form.css" },
  { css: rows, file: "rows.css" },
  { css: reference, file: "reference.css" },
  { css: states, file: "states.css" },
];
