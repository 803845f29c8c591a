// The service worker of our own page: keeps one complete version, so it opens without a network after the first visit. Only
// index.html registers it (register.ts).
//
// Law: it answers only that page in a window of its own, with files from the list it was built with. Every other request,
// above all those to resolvers, passes through and is never kept. One version at a time: the next one waits until the
// person agrees, then replaces all files.

// Made by web/tools/dist/offline-files.mjs; names relative to this file.
declare const __OFFLINE__: { version: string; files: string[]; wasm: string[]; instead: string[] };

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
  registration: { scope: string };
  clients: { claim(): Promise<void>; get(id: string): Promise<Client | undefined> };
  skipWaiting(): Promise<void>;
  addEventListener(type: "fetch", heard: (event: Fetching) => void): void;
  addEventListener(type: "install" | "activate", heard: (event: Later) => void): void;
  addEventListener(type: "message", heard: (event: MessageEvent) => void): void;
}
const worker = self as unknown as Scope;

const { version, files, wasm, instead } = __OFFLINE__;
const page = "index.html";
const names = new Set([...files, ...(typeof WebAssembly === "object" ? wasm : instead)]);
const { scope } = worker.registration;
const prefix = `alimail-checker ${scope} `; // other copies of the checker may be on the same host
const hashed = /-[A-Z2-7]{8}\.\w+$/;

const addressOf = (name: string): string => new URL(name, scope).href;

async function keep(cache: Cache, name: string): Promise<void> {
  // A file with a hash may come from the browser's own cache: the page has just fetched it.
  const response = await fetch(addressOf(name), { cache: hashed.test(name) ? "default" : "reload" });
  if (!response.ok) throw new Error(`${name}: HTTP ${response.status}`);
  // Some hosts redirect from index.html to the folder, and a navigation does not accept a redirected response.
  const { status, headers, redirected } = response;
  await cache.put(addressOf(name), redirected ? new Response(await response.blob(), { status, headers }) : response);
}

worker.addEventListener("install", (event) => {
  const all = async () => {
    const cache = await caches.open(prefix + version);
    await Promise.all([...names].map((name) => keep(cache, name)));
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
  if (request.method !== "GET" || name === undefined || !names.has(name)) return;
  if (request.mode === "navigate") {
    if (name !== page || request.destination !== "document") return;
    event.respondWith(kept(name).then((response) => response ?? fetch(request)));
    return;
  }
  const answer = async () => (isPage(await worker.clients.get(clientId)) && (await kept(name))) || fetch(request);
  event.respondWith(answer());
});
