// The processes, ports and folder that a lab owns. Law: end only what was started here, by its process id, and leave
// nothing behind: not after a failed start, not after SIGINT, not when Node leaves by itself.

import { spawn } from "node:child_process";
import { createSocket } from "node:dgram";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** @type {Set<Keeper>} */
const keepers = new Set();

process.on("exit", () => keepers.forEach((keeper) => keeper.dropNow()));
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
  // process.exit runs the handler above, which is synchronous and therefore cannot be cut short.
  process.on(signal, () => process.exit(130));
}

/** Keeps a temporary folder and child processes, and ends them. */
export class Keeper {
  /** @type {Set<import('node:child_process').ChildProcess>} */
  #children = new Set();

  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), "alimail-lab-"));
    keepers.add(this);
  }

  /** @returns {number[]} ids of the processes that are alive */
  get pids() {
    return [...this.#children].map((child) => child.pid ?? 0);
  }

  /**
   * Starts a program. What it prints is kept: `child.said()` is the first thing that one wants when it does not come up.
   * @param {string} program
   * @param {string[]} args
   * @param {Record<string, string>} [environment]  on top of that of this process
   */
  start(program, args, environment = {}) {
    const env = { ...process.env, ...environment };
    const child = spawn(program, args, { cwd: this.folder, env, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    const keep = (/** @type {Buffer} */ chunk) => {
      said = (said + chunk).slice(-20_000);
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", (error) => {
      said += String(error);
      this.#children.delete(child);
    });
    child.on("exit", (code, signal) => {
      said += `\n(left: ${code ?? signal})`;
      this.#children.delete(child);
    });
    this.#children.add(child);
    return Object.assign(child, { said: () => said });
  }

  /** Ends the children, waits for them, and removes the folder. */
  async drop() {
    await Promise.all(
      [...this.#children].map(
        (child) =>
          new Promise((resolve) => {
            const force = setTimeout(() => child.kill("SIGKILL"), 3000);
            child.once("exit", () => {
              clearTimeout(force);
              resolve(undefined);
            });
            child.kill("SIGTERM");
          }),
      ),
    );
    this.dropNow();
  }

  /** The same where nothing can be awaited. */
  dropNow() {
    for (const child of this.#children) child.kill("SIGKILL");
    this.#children.clear();
    // A browser that was told to end may still write its caches.
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    keepers.delete(this);
  }
}

/** Ports that were given out: two servers that start at once must not be promised the same. @type {Set<number>} */
const given = new Set();

/**
 * Gives `count` loopback ports that are free for TCP and UDP (DNS needs both). Another program may still take one before
 * the server does; then the server's start fails with its own words.
 * @param {number} count
 * @returns {Promise<number[]>}
 */
export async function freePorts(count) {
  const held = await Promise.all(Array.from({ length: count }, holdPort));
  await Promise.all(held.map((one) => one.release()));
  return held.map((one) => one.port);
}

// Below the ports that the system gives out by itself (32768 and up, in Linux), above 10080, which browsers refuse, and in another part of the range for each process:
// two spec files run at a time, and a port that is released here must not be another one's before a server has taken it.
let candidates = 0;
const candidate = () => 10_100 + ((process.pid * 131 + candidates++) % 22_000);

async function holdPort() {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const tcp = createServer();
    const port = candidate();
    const listening = await new Promise((resolve) => {
      tcp.once("error", () => resolve(false)).listen(port, "127.0.0.1", () => resolve(true));
    });
    if (!listening) continue;
    const udp = createSocket("udp4");
    const bound = await new Promise((resolve) => {
      udp.once("error", () => resolve(false));
      udp.bind(port, "127.0.0.1", () => resolve(true));
    });
    const release = async () => {
      await new Promise((resolve) => tcp.close(() => resolve(undefined)));
      if (bound) await new Promise((resolve) => udp.close(() => resolve(undefined)));
    };
    if (bound && !given.has(port)) {
      given.add(port);
      return { port, release };
    }
    await release();
  }
  throw new Error("no port is free for both TCP and UDP");
}

/**
 * Closes a server of this process together with its open connections, some of which hang on purpose.
 * @param {import('node:net').Server} server
 * @param {Iterable<import('node:net').Socket>} sockets
 */
export function closeServer(server, sockets) {
  for (const socket of sockets) socket.destroy();
  return new Promise((resolve) => server.close(() => resolve(undefined)));
}

/**
 * Listens on a free loopback port and remembers the connections, for closeServer.
 * @param {import('node:net').Server} server
 * @returns {Promise<{port: number, close: () => Promise<unknown>}>}
 */
export async function listen(server) {
  /** @type {Set<import('node:net').Socket>} */
  const sockets = new Set();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("error", () => {}); // a visitor that leaves early is no failure of the lab
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { port, close: () => closeServer(server, sockets) };
}
