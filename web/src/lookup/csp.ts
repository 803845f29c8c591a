// Whether the page's own Content-Security-Policy refused a request: fetch alone cannot tell that from a dead network.
//
// One listener for the life of the page, added with the first request. With refusedByCsp(resolver.wireUrl) the page can say
// that its connect-src does not name the resolver, instead of blaming the person's network. Firefox reports a refusal after
// the request has failed, so after a failure we wait for heardOut().

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

/** Ends once the origin was refused or the browser had time to say so. Later failures of the same origin do not wait. */
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
