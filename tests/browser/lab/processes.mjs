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
  /** Process groups of the programs that start programs of their own. @type {Set<number>} */
  #groups = new Set();

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
   * @param {{group?: boolean}} [options]  group: it starts programs of its own, which shall end with it
   */
  start(program, args, environment = {}, { group = false } = {}) {
    const env = { ...process.env, ...environment };
    const child = spawn(program, args, { cwd: this.folder, env, stdio: ["ignore", "pipe", "pipe"], detached: group });
    if (group && child.pid) this.#groups.add(child.pid);
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

  /** Ends at once a program that was started as a group, and all that it started. */
  endGroup(/** @type {{pid?: number}} */ { pid }) {
    if (!pid || !this.#groups.delete(pid)) return;
    try {
      process.kill(-pid, "SIGKILL");
    } catch {
      // nobody of the group is left
    }
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
    for (const pid of [...this.#groups]) this.endGroup({ pid });
    removeInTheEnd(this.folder);
    keepers.delete(this);
  }
}

const REMOVALS = 50;
const BETWEEN_REMOVALS_MS = 200;

// A browser that was told to end may still write its caches, into a folder that was just emptied. The retries of rmSync itself
// remove only the outermost folder again, not what came into it meanwhile: each attempt here begins from the start.
function removeInTheEnd(/** @type {string} */ folder) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return rmSync(folder, { recursive: true, force: true });
    } catch (error) {
      if (attempt === REMOVALS) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, BETWEEN_REMOVALS_MS);
    }
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
