// What a result and the guide need besides.
import paper from "./paper.css";
import path from "./path.css";
import replies from "./replies.css";
import result from "./result.css";
import steps from "./steps.css";

export const resultStyles = [
  { css: result, file: "result.css" },
  { css: steps, file: "steps.css" },
  { css: path, file: "path.css" },
  { css: replies, file: "replies.css" },
  { css: paper, file: "paper.css" },
];
