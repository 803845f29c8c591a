// Whether the host has another version of the checker by now. A page that has been open since before may then miss files,
// which no further attempt brings: it has to be loaded again.
import { fetchInTime } from "./in-time";

const shell = "alimail-checker.js"; // the only file that keeps its name from version to version

/**
 * Whether the host's shell loads another file than `chunk`, whose name has the hash of everything that it leads to. Unknown,
 * for example where a policy forbids the question, counts as no.
 */
export async function isReplaced(chunk: string): Promise<boolean> {
  try {
    const text = await fetchInTime(new URL(shell, chunk).href, (response) => response.text(), { cache: "no-store" });
    const name = new URL(chunk).pathname.split("/").pop() ?? "";
    return /\bmain-\w{8}\.js/.test(text) && !text.includes(name);
  } catch {
    return false;
  }
}
