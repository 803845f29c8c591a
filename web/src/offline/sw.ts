// The service worker of our own page: keeps one complete version, so it opens without a network after the first visit. Only
// index.html registers it (register.ts).
//
// Law: it answers only that page in a window of its own, with files from the list it was built with. Every other request,
// above all those to resolvers, passes through and is never kept. One version at a time: the next one waits until the
// person agrees, then replaces all files. Only files that belong together are kept: each has the hash that it was built
// with, or the installation fails, which the next visit tries again. A set that lost a file is completed before it is used.

// Made by web/tools/dist/offline-files.mjs; names relative to this file.
type Hashes = Record<string, string>; // SHA-256 as base64, by name
declare const __OFFLINE__: { version: string; files: Hashes; wasm: Hashes; instead: Hashes };

interface Client {
  url: string;
  frameType: string;
}
interface Later extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Later {
  request: Request;
  clientId: string;
  respondWith(response: Promise<Response>): void;
}
interface Scope {
  registration: { scope: string; unregister(): Promise<boolean> };
  navigator: { onLine: boolean };
  clients: { claim(): Promise<void>; get(id: string): Promise<Client | undefined> };
  skipWaiting(): Promise<void>;
  addEventListener(type: "fetch", heard: (event: Fetching) => void): void;
  addEventListener(type: "install" | "activate", heard: (event: Later) => void): void;
  addEventListener(type: "message", heard: (event: MessageEvent) => void): void;
}
const worker = self as unknown as Scope;

const { version, files, wasm, instead } = __OFFLINE__;
const page = "index.html";
const hashes = new Map(Object.entries({ ...files, ...(typeof WebAssembly === "object" ? wasm : instead) }));
const { scope } = worker.registration;
const prefix = `alimail-checker ${scope} `; // other copies of the checker may be on the same host
const hashed = /-[A-Z2-7]{8}\.\w+$/;

const addressOf = (name: string): string => new URL(name, scope).href;

async function keep(cache: Cache, name: string): Promise<void> {
  // A file with a hash may come from the browser's own cache: the page has just fetched it.
  const found = (hashed.test(name) && (await ours(name, addressOf(name), "default"))) || (await ours(name, addressOf(name), "reload"));
  // A cache between here and the host may still have the file of another version, but not under this address.
  const response = found ?? (await ours(name, `${addressOf(name)}?${version}`, "reload"));
  if (!response) throw new Error(`${name} is not the one of this version`);
  await cache.put(addressOf(name), response);
}

/** The file, if it is the one of this version. */
async function ours(name: string, address: string, cache: RequestCache): Promise<Response | undefined> {
  const response = await fetch(address, { cache });
  if (!response.ok) return undefined;
  const bytes = await response.arrayBuffer();
  const hash = btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))));
  if (hash !== hashes.get(name)) return undefined;
  // Some hosts redirect from index.html to the folder, and a navigation does not accept a redirected response.
  const headers = new Headers(response.headers);
  for (const encoded of ["content-encoding", "content-length"]) headers.delete(encoded);
  return new Response(bytes, { headers });
}

/** Fetches what the set lacks. If that is no longer to be had, the worker leaves, and the network has the page. */
async function complete(): Promise<boolean> {
  const cache = await caches.open(prefix + version);
  const kept = new Set((await cache.keys()).map(({ url }) => nameOf(url)));
  const missing = [...hashes.keys()].filter((name) => !kept.has(name));
  try {
    await Promise.all(missing.map((name) => keep(cache, name)));
    return true;
  } catch {
    if (kept.has(page) && !worker.navigator.onLine) return true; // what is there is better than nothing
    await caches.delete(prefix + version);
    await worker.registration.unregister();
    return false;
  }
}

worker.addEventListener("install", (event) => {
  const all = async () => {
    const cache = await caches.open(prefix + version);
    await Promise.all([...hashes.keys()].map((name) => keep(cache, name)));
  };
  event.waitUntil(all());
});

worker.addEventListener("activate", (event) => {
  const clear = async () => {
    const all = await caches.keys();
    await Promise.all(all.filter((key) => key.startsWith(prefix) && key !== prefix + version).map((key) => caches.delete(key)));
    await worker.clients.claim();
  };
  event.waitUntil(clear());
});

worker.addEventListener("message", ({ data }) => {
  if (data === "skip-waiting") void worker.skipWaiting();
});

/** The name in our folder, without query and fragment; undefined for anything else. */
function nameOf(address: string): string | undefined {
  const [bare = ""] = address.split(/[?#]/);
  if (!bare.startsWith(scope)) return undefined;
  return bare.slice(scope.length) || page;
}

const kept = async (name: string): Promise<Response | undefined> =>
  (await caches.open(prefix + version)).match(addressOf(name), { ignoreVary: true });

const isPage = (client: Client | undefined): boolean =>
  client !== undefined && client.frameType === "top-level" && nameOf(client.url) === page;

worker.addEventListener("fetch", (event) => {
  const { request, clientId } = event;
  const name = nameOf(request.url);
  if (request.method !== "GET" || name === undefined || !hashes.has(name)) return;
  if (request.mode === "navigate") {
    if (name !== page || request.destination !== "document") return;
    const open = async () => ((await complete()) && (await kept(name))) || fetch(request);
    event.respondWith(open());
    return;
  }
  const answer = async () => (isPage(await worker.clients.get(clientId)) && (await kept(name))) || fetch(request);
  event.respondWith(answer());
});
