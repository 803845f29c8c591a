// Which outcomes of a lookup are an answer of the DNS, be it that there is nothing. All others are failures.
import type { Outcome } from "../contract";

const answers: ReadonlySet<Outcome> = new Set<Outcome>(["records", "nodata", "nxdomain"]);

export const isAnswer = (outcome: Outcome): boolean => answers.has(outcome);
