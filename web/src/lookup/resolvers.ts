// The public resolvers that the page asks, and the reader of the `resolvers` attribute.
//
// Law of this file: data. Every resolver answers browsers (CORS) over RFC 8484 GET and at a JSON address; a query with
// reach "first" goes to them in this order.
//
// Why these five: AliDNS is first, as it can be reached from mainland China and from abroad (anycast), and belongs to the
// company that already serves the mail, so it learns nothing new. DNSPod is a second view from inside China. Google and
// Cloudflare are the two largest views from outside, and usually blocked inside; Google may pass on the client's subnet,
// Cloudflare never does, so they can also differ where that matters. DNS.SB is a third view from outside, for networks that
// block the big names. Left out: Quad9, AdGuard, NextDNS, OpenDNS and Control D (no CORS), 360 (CORS not proven). A privacy
// page is listed only if we have seen it.

export interface Resolver {
  id: string; // its name in the case and in the ledger
  name: string;
  operator: string;
  region: "china" | "world" | "own"; // own: named by the page's author
  wireUrl: string; // RFC 8484, takes ?dns=
  jsonUrl: string; // takes ?name=&type=
  jsonAccept?: string; // for JSON addresses that require it
  privacyUrl?: string;
}

const dnsJson = "application/dns-json"; // Cloudflare, DNSPod and DNS.SB serve both formats at one address and decide by this

export const publicResolvers: readonly Resolver[] = [
  {
    id: "alidns",
    name: "AliDNS",
    operator: "Alibaba Cloud",
    region: "china",
    wireUrl: "https://dns.alidns.com/dns-query",
    jsonUrl: "https://dns.alidns.com/resolve",
  },
  {
    id: "dnspod",
    name: "DNSPod",
    operator: "Tencent Cloud",
    region: "china",
    wireUrl: "https://doh.pub/dns-query",
    jsonUrl: "https://doh.pub/dns-query",
    jsonAccept: dnsJson,
  },
  {
    id: "google",
    name: "Google Public DNS",
    operator: "Google",
    region: "world",
    wireUrl: "https://dns.google/dns-query",
    jsonUrl: "https://dns.google/resolve",
    privacyUrl: "https://developers.google.com/speed/public-dns/privacy",
  },
  {
    id: "cloudflare",
    name: "Cloudflare 1.1.1.1",
    operator: "Cloudflare",
    region: "world",
    wireUrl: "https://cloudflare-dns.com/dns-query",
    jsonUrl: "https://cloudflare-dns.com/dns-query",
    jsonAccept: dnsJson,
    privacyUrl: "https://developers.cloudflare.com/1.1.1.1/privacy/public-dns-resolver/",
  },
  {
    id: "dns-sb",
    name: "DNS.SB",
    operator: "xTom",
    region: "world",
    wireUrl: "https://doh.sb/dns-query",
    jsonUrl: "https://doh.sb/dns-query",
    jsonAccept: dnsJson,
    privacyUrl: "https://dns.sb/privacy/",
  },
];

const maxOwn = 8; // an attribute must not flood the network

/**
 * The attribute `resolvers`: DoH addresses with space between. What is no https address (http on loopback only, for
 * tests) is left out. No usable address gives the public ones, so a typing error never leaves the page without any.
 */
export function parseResolvers(attribute: string | null | undefined): readonly Resolver[] {
  const own: Resolver[] = [];
  for (const word of (attribute ?? "").split(/\s+/)) {
    const url = usable(word.replace(/\{\?dns\}$/, "")); // the URI template of RFC 8484, as many lists print it
    if (!url || own.some((known) => known.wireUrl === url.href) || own.length === maxOwn) continue;
    // Two endpoints of one host are separate in the ledger.
    const id = own.some((known) => known.id === url.host) ? url.host + url.pathname + url.search : url.host;
    own.push({
      id,
      name: id,
      operator: url.hostname,
      region: "own",
      wireUrl: url.href,
      jsonUrl: url.href,
      jsonAccept: dnsJson,
    });
  }
  return own.length > 0 ? own : publicResolvers;
}

function usable(word: string): URL | undefined {
  let url: URL;
  try {
    url = new URL(word);
  } catch {
    return undefined;
  }
  if (url.username !== "" || url.password !== "") return undefined; // fetch refuses these
  url.hash = "";
  const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
  return url.protocol === "https:" || (url.protocol === "http:" && loopback) ? url : undefined;
}
