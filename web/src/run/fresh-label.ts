// A label for one run. Pure but for the randomness.

const labelLetters = "abcdefghijklmnopqrstuvwxyz0123456789";

/** A label that no cache has seen. Without a good source of randomness there is none, and the core omits what needs it. */
export function freshLabel(): string | undefined {
  if (typeof crypto === "undefined" || !("getRandomValues" in crypto)) return undefined;
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => labelLetters[byte % labelLetters.length]).join("");
}
