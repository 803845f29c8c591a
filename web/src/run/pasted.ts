// Answers of this computer's own resolver, read by the core from what was pasted: "local", or "local:8.8.8.8" where the
// person had chosen a server. They stand in the ledger beside those that the page asked for, and nobody learned a name
// by them.

export const isPasted = (resolver: string): boolean => /^local(:|$)/.test(resolver);
