// Whether the page's own Content-Security-Policy refused a request, which fetch alone cannot tell from a dead network.
//
// One listener for the life of the page, set on the first request; the interface asks refusedByCsp(resolver.wireUrl)
// to say "this page's connect-src does not name the resolver" instead of blaming the person's network. Firefox tells of a
// refusal after the request has failed, so who sees a failure waits for heardOut() before it passes that on.

const refusedOrigins = new Set<string>();
const heard = new Map<string, { whole: Promise<void>; end(): void }>(); // by origin
const longestDelay = 100; // milliseconds
let watching = false;

export function watchCsp(): void {
  if (watching || typeof document === "undefined") return;
  watching = true;
  document.addEventListener("securitypolicyviolation", (event) => {
    const enforced = event.disposition !== "report";
    const origin = originOf(event.blockedURI);
    if (!enforced || !origin || event.effectiveDirective !== "connect-src") return;
    refusedOrigins.add(origin);
    heard.get(origin)?.end();
  });
}

export function refusedByCsp(url: string): boolean {
  return refusedOrigins.has(originOf(url));
}

/** Ends once the origin is refused, or the browser has had time to say so; later failures of the same origin wait no more. */
export function heardOut(url: string): Promise<void> {
  const origin = originOf(url);
  if (!watching || refusedOrigins.has(origin)) return Promise.resolve();
  const known = heard.get(origin);
  if (known) return known.whole;
  let end = (): void => undefined;
  const whole = new Promise<void>((done) => {
    end = done;
    setTimeout(done, longestDelay);
  });
  heard.set(origin, { whole, end });
  return whole;
}

function originOf(url: string): string {
  try {
    return new URL(url).origin;
  } catch {
    return "";
  }
}
