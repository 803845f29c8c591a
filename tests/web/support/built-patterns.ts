// Notes every pattern that a module builds with `new RegExp` while it is loaded: import this file before the module.

export const built: RegExp[] = [];

const Native = globalThis.RegExp;

export function stopNoting(): void {
  globalThis.RegExp = Native;
}

globalThis.RegExp = new Proxy(Native, {
  construct(target, given: [string, string?]) {
    const made = new target(...given);
    built.push(made);
    return made;
  },
});
