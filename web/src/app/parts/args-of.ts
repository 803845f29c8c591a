// What the text of a cause may name. Pure.
import type { Arg, Args, Cause, Fields } from "../../contract";

/** The text of a cause may use the arguments of its evidence and steps: the host, the target; not what has parts. */
export function argsOf(cause: Cause): Args {
  const all = [...cause.steps, ...cause.verify, ...cause.because].flatMap(({ args }) => Object.entries(args));
  const isPlain = (entry: [string, Arg | Fields[]]): entry is [string, Arg] => {
    const value = entry[1];
    return !Array.isArray(value) || value.every((item) => typeof item === "string");
  };
  return Object.fromEntries(all.filter(isPlain));
}
