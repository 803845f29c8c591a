// The time that a file of the checker may take. A file that stalls fails like one that is missing: the page can then
// say it and offer a way on.

export const patience = 20_000; // milliseconds: a slow phone gets the largest file in half of it

export type LoadFault = "late" | "missing";

export class LoadError extends Error {
  constructor(
    readonly fault: LoadFault,
    readonly file: string, // its name, for the sentence and for whoever looks for the reason
    detail: unknown = "",
  ) {
    super(`${file} is ${fault}: ${detail instanceof Error ? detail.message : String(detail)}`);
    this.name = "LoadError";
  }
}

/** The code of what is said about a file that did not arrive: core.<code>. */
export const codeOf = (error: unknown): "core-late" | "core-not-loaded" =>
  error instanceof LoadError && error.fault === "late" ? "core-late" : "core-not-loaded";

/** What is imported, or a LoadError. An import cannot be stopped: the next attempt waits for the same one. */
export function inTime<T>(file: string, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new LoadError("late", file)), patience);
    work.then(
      (value) => {
        clearTimeout(timer);
        resolve(value);
      },
      (error: unknown) => {
        clearTimeout(timer);
        reject(error instanceof LoadError ? error : new LoadError("missing", nameIn(error) ?? file, error));
      },
    );
  });
}

// Two of the three engines name the file in the error.
const nameIn = (error: unknown): string | undefined => /[\w-]{1,80}\.js\b/.exec(error instanceof Error ? error.message : "")?.[0];

/** What `read` makes of a file. A fetch that takes too long is ended, as the next one for the same file would wait for it. */
export async function fetchInTime<T>(url: string, read: (response: Response) => Promise<T>, options: RequestInit = {}): Promise<T> {
  const file =
    url
      .replace(/[?#].*/, "")
      .split("/")
      .pop() ?? url;
  const controller = new AbortController();
  const load = async (): Promise<T> => {
    const response = await fetch(url, { ...options, signal: controller.signal });
    if (!response.ok) throw new LoadError("missing", file, `HTTP ${response.status}`);
    return read(response);
  };
  try {
    return await inTime(file, load());
  } catch (error) {
    controller.abort();
    throw error instanceof LoadError && error.fault === "missing" && error.file !== file ? new LoadError("missing", file, error) : error;
  }
}
