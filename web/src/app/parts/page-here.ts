// The address of this page, for somebody else: without what was typed, which the fragment may hold.

/** undefined: a page that was saved as a file has no address for others. */
export function pageHere(): string | undefined {
  const { protocol, origin, pathname } = location;
  return protocol.startsWith("http") ? origin + pathname : undefined;
}
