// Whether the page's own Content-Security-Policy refused a request, which fetch alone cannot tell from a dead network.
//
// One listener for the life of the page, set on the first request; the interface asks refusedByPolicy(resolver.wireUrl)
// to say "this page's connect-src does not name the resolver" instead of blaming the person's network.

const refusedOrigins = new Set<string>();
let watching = false;

export function watchPolicy(): void {
  if (watching || typeof document === "undefined") return;
  watching = true;
  document.addEventListener("securitypolicyviolation", (event) => {
    const enforced = event.disposition !== "report";
    const origin = originOf(event.blockedURI);
    if (enforced && origin && event.effectiveDirective === "connect-src") refusedOrigins.add(origin);
  });
}

export function refusedByPolicy(url: string): boolean {
  return refusedOrigins.has(originOf(url));
}

function originOf(url: string): string {
  try {
    return new URL(url).origin;
  } catch {
    return "";
  }
}
