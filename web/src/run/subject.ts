// The subject as typed, with an internationalized host converted to ASCII for the case.
//
// Law of this file: it changes only the host, and only if it is not ASCII. What the browser's URL parser (UTS 46) rejects
// passes unchanged; the core then says what is wrong. The field keeps what was typed.

export const maxSubject = 1000; // characters; the core has limits of its own, this one keeps the case small
export const maxComplaint = 65537; // one more than the core reads, so the core is the one that reports a cut

// [before][host][after]. Before: a scheme or a local part; after: a port, path, query or fragment. The full-width forms of
// : / @ ? # \ count too, as Chinese input methods produce them.
const scheme = /^\s*(?:[a-z][a-z0-9+.-]*[:\uff1a](?:[/\uff0f\\]){2})?/i;
const endOfHost = /[/:?#\\\s\uff0f\uff1a\uff1f\uff03\uff3c]/;
const at = /[@\uff20\ufe6b]/g;

export function toAsciiSubject(typed: string): string {
  const start = (scheme.exec(typed) ?? [""])[0].length;
  const authority = cut(typed, start);
  const hostStart = start + afterLastAt(authority);
  const host = typed.slice(hostStart, start + authority.length);
  if (/^[\x20-\x7e]*$/.test(host)) return typed;
  const ascii = asciiHost(host);
  return ascii === "" ? typed : typed.slice(0, hostStart) + ascii + typed.slice(hostStart + host.length);
}

/** Shortened, and without lone surrogates, which no JSON reader except a browser's accepts. */
export function bounded(text: string, limit: number): string {
  return text
    .slice(0, limit)
    .replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g, (found) => (found.length === 2 ? found : "\ufffd"));
}

/** More than the 64 KiB of UTF-8 that the core reads. */
export function isLong(text: string): boolean {
  if (text.length >= maxComplaint) return true;
  return text.length * 3 >= maxComplaint && new TextEncoder().encode(text).length >= maxComplaint;
}

function cut(typed: string, start: number): string {
  const rest = typed.slice(start);
  const end = endOfHost.exec(rest);
  return end ? rest.slice(0, end.index) : rest;
}

function afterLastAt(authority: string): number {
  let index = 0;
  for (let found = at.exec(authority); found; found = at.exec(authority)) index = found.index + 1;
  return index;
}

function asciiHost(host: string): string {
  try {
    return new URL(`http://${host}/`).hostname;
  } catch {
    return "";
  }
}
