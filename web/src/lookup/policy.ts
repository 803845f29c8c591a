// Whether the page's own Content-Security-Policy refused a request, which fetch alone cannot tell from a dead network.
//
// One listener for the life of the page, set on the first request; the interface asks refusedByPolicy(resolver.wireUrl)
// to say "this page's connect-src does not name the resolver" instead of blaming the person's network. The browser may tell
// of a refusal after the request has failed (Firefox), when the last answer is already drawn: onRefusal() is for that.

const refusedOrigins = new Set<string>();
const listeners = new Set<() => void>();
let watching = false;

export function watchPolicy(): void {
  if (watching || typeof document === "undefined") return;
  watching = true;
  document.addEventListener("securitypolicyviolation", (event) => {
    const enforced = event.disposition !== "report";
    const origin = originOf(event.blockedURI);
    if (!enforced || !origin || event.effectiveDirective !== "connect-src" || refusedOrigins.has(origin)) return;
    refusedOrigins.add(origin);
    for (const listener of listeners) listener();
  });
}

export function refusedByPolicy(url: string): boolean {
  return refusedOrigins.has(originOf(url));
}

/** Calls whenever an origin is refused for the first time, until what it gives is called. */
export function onRefusal(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function originOf(url: string): string {
  try {
    return new URL(url).origin;
  } catch {
    return "";
  }
}
