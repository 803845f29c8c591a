// What is only inside folds of a result.
import argue from "./argue.css";
import evidence from "./evidence.css";

export const insideStyles = [
  { css: evidence, file: "evidence.css" },
  { css: argue, file: "argue.css" },
];
