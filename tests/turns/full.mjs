// A turn as the core could give it, written by hand: every block of the result has something to draw. Whether the core ever
// says all of this at once does not matter here; the stories test what it says.

const at = "2026-11-23T08:00:00Z";
const resolvers = ["alidns", "dnspod", "google", "cloudflare", "dns-sb"];
const purposes = { "mail-exchange": "MX", "sender-policy": "TXT", "login-alias": "CNAME" };

const record = (/** @type {object} */ part) => ({
  change: "add",
  zone: "abc.example",
  from: "official",
  source: "https://help.aliyun.com/zh/document_detail/36576.html",
  ...part,
});
const node = (/** @type {number} */ depth, /** @type {string} */ term, /** @type {string} */ domain, /** @type {object} */ part = {}) => ({
  depth,
  term,
  domain,
  record: "v=spf1 ip4:192.0.2.0/24 -all",
  state: "fine",
  lookups: 0,
  ...part,
});
const hop = (/** @type {string} */ hop, /** @type {string} */ state, /** @type {string | undefined} */ name = undefined) => ({
  hop,
  state,
  ...(name ? { name } : {}),
});
const group = (/** @type {string} */ outcome, /** @type {string[]} */ values, /** @type {string[]} */ at) => ({
  outcome,
  values,
  holders: at.map((resolver, index) => ({ resolver, ...(outcome === "timeout" ? {} : { ttl: 600 - 70 * index }) })),
});

const spfRecord = "v=spf1 include:spf.qiye.aliyun.com include:_spf.google.com include the following: mx ip4:192.0.2.0/24 -all";
const mx = ["5 mx1.qiye.aliyun.com", "10 mx2.qiye.aliyun.com", "15 mx3.qiye.aliyun.com"];

/**
 * A turn in which everything that can be drawn has something to draw.
 * @param {{until?: string, provider?: string}} [options]
 * @returns {import('../../web/src/contract.ts').Turn}
 */
export function fullTurn({ until = "2026-11-23T08:40:00Z", provider = "cloudflare" } = {}) {
  const finding = { key: "login.missing", severity: "error", args: { host: "mail.abc.example" }, source: "RFC 2308 section 2" };
  const marked = {
    key: "spf.include-the-following",
    severity: "error",
    args: { record: spfRecord, position: spfRecord.indexOf("include the"), length: 22 },
  };
  const cause = {
    id: "login-record-missing",
    from: "guide",
    state: "confirmed",
    owner: "dns-host",
    action: "change-record",
    because: [finding, marked],
    supports: [],
    opposes: [],
    steps: [],
    verify: [],
  };
  return /** @type {any} */ ({
    subject: { kind: "domain", domain: "abc.example", loginHost: "mail.abc.example", hostTyped: false },
    ask: { queries: [], probes: [] },
    progress: { done: 45, total: 45 },
    diagnosis: {
      action: "change-record",
      values: {},
      problems: [{ id: "login-page-unreachable", from: "guide", severity: "high", state: "confirmed", describedBy: [], causes: [cause] }],
      findings: [
        finding,
        marked,
        { key: "domain.dns-host", severity: "info", args: { provider, servers: ["a.ns.example", "b.ns.example"] } },
      ],
      records: [
        record({ host: "mail.abc.example", type: "CNAME", value: "qiye.aliyun.com" }),
        record({ host: "abc.example", type: "MX", value: "mx3.qiye.aliyun.com", priority: 15 }),
        record({
          change: "replace",
          host: "abc.example",
          type: "TXT",
          current: [spfRecord],
          value: "v=spf1 include:spf.qiye.aliyun.com include:_spf.google.com mx ip4:192.0.2.0/24 -all",
        }),
        record({ change: "remove", host: "abc.example", type: "MX", value: "mx.old-provider.example", priority: 20 }),
      ],
      wait: {
        until,
        because: [{ key: "resolvers.alone", severity: "warning", args: { resolvers: ["google"], name: "mail.abc.example" } }],
        caches: [
          { resolver: "google", name: "mail.abc.example", type: "CNAME", until, negative: true },
          { resolver: "dnspod", name: "abc.example", type: "MX", until: "2026-11-23T08:12:00Z", negative: false },
        ],
      },
      path: [
        hop("browser", "good"),
        hop("resolver", "good"),
        hop("login-host", "good", "mail.abc.example"),
        hop("alias", "good", "mail.cdn-of-a-provider-with-a-long-name.example"),
        hop("target", "bad", "qiye.aliyun.com"),
        hop("alibaba-mail", "unasked"),
      ],
      comparisons: [
        {
          name: "abc.example",
          type: "MX",
          groups: [
            group("records", mx, ["alidns", "dnspod", "google"]),
            group("records", ["10 mx.old-provider.example"], ["cloudflare"]),
            group("timeout", [], ["dns-sb"]),
          ],
        },
        {
          name: "mail.abc.example",
          type: "CNAME",
          groups: [group("records", ["qiye.aliyun.com"], ["alidns", "google"]), group("nxdomain", [], ["dnspod", "cloudflare", "dns-sb"])],
        },
        {
          name: "abc.example",
          type: "TXT",
          groups: [group("records", [spfRecord, "some-verification=0123456789abcdef0123456789abcdef"], resolvers)],
        },
      ],
      policy: {
        lookups: 12,
        voidLookups: 1,
        complete: true,
        nodes: [
          node(0, "", "abc.example", { record: spfRecord, lookups: 12 }),
          node(1, "include:spf.qiye.aliyun.com", "spf.qiye.aliyun.com", {
            record: "v=spf1 include:spfnet.qiye.aliyun.com -all",
            lookups: 1,
          }),
          node(2, "include:spfnet.qiye.aliyun.com", "spfnet.qiye.aliyun.com"),
          node(1, "include:_spf.google.com", "_spf.google.com", {
            lookups: 3,
            record: "v=spf1 include:_netblocks.google.com include:_gone.google.com ~all",
          }),
          node(2, "include:_netblocks.google.com", "_netblocks.google.com", { state: "pending", record: "" }),
          node(2, "include:_gone.google.com", "_gone.google.com", { state: "absent", record: "" }),
          node(1, "include:loop.example", "loop.example", { state: "loop", record: "v=spf1 include:abc.example -all" }),
        ],
      },
      ledger: resolvers.flatMap((resolver) =>
        Object.entries(purposes).map(([why, type]) => ({
          resolver,
          name: why === "login-alias" ? "mail.abc.example" : "abc.example",
          type,
          at,
          why,
          outcome: "nodata",
          records: [],
        })),
      ),
      faq: [],
    },
  });
}
