// Answers of this computer's own resolver, which the core read from pasted text: "local", or "local:8.8.8.8" if the person
// had chosen a server. They are in the ledger next to the page's own lookups, but nobody learned a name from them.

export const isPasted = (resolver: string): boolean => /^local(:|$)/.test(resolver);
