// A real nginx on loopback that serves dist/ from a folder of a site, with the rules that are shipped in dist/hosting/.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { join } from "node:path";
import { Keeper, freePorts } from "./processes.mjs";
import { findProgram } from "./programs.mjs";
import { distFolder } from "./site.mjs";
import { until } from "./until.mjs";

const BROTLI = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

/** Where it answers with the page is `address`; whether it knows brotli, `brotli`. */
export async function startNginx(at = "/help/mail/") {
  const keeper = new Keeper();
  const [port] = await freePorts(1);
  const brotli = existsSync(BROTLI);
  // Debian keeps the module apart, so the line for it is shipped as a comment.
  const rules = readFileSync(join(distFolder(), "hosting/nginx.conf"), "utf8");
  writeFileSync(join(keeper.folder, "rules.conf"), brotli ? rules.replace("# brotli_static on;", "brotli_static on;") : rules);
  mkdirSync(join(keeper.folder, "temp"));
  writeFileSync(
    join(keeper.folder, "nginx.conf"),
    `
    ${brotli ? `load_module ${BROTLI};` : ""}
    ${process.getuid?.() === 0 ? "user root;" : ""}
    daemon off;
    worker_processes 1;
    pid ${keeper.folder}/nginx.pid;
    error_log stderr;
    events {}
    http {
      access_log off;
      ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${keeper.folder}/temp/${name};`).join("\n      ")}
      server {
        listen 127.0.0.1:${port};
        location ${at} {
          alias ${distFolder().replace(/\/?$/, "/")};
          include ${keeper.folder}/rules.conf;
        }
      }
    }`,
  );
  const child = keeper.start(findProgram("nginx"), ["-p", keeper.folder, "-c", join(keeper.folder, "nginx.conf"), "-e", "stderr"]);
  const address = `http://localhost:${port}${at}`;
  await until("nginx answers", () => {
    if (child.exitCode !== null) throw new Error(child.said());
    return ask(address).then(() => true);
  });
  return { address, brotli, close: () => keeper.drop() };
}

/**
 * A request with these headers and no others, the body as it came over the line.
 * @param {string} address
 * @param {Record<string, string>} [headers]
 * @returns {Promise<{status: number, headers: import('node:http').IncomingHttpHeaders, body: Buffer}>}
 */
export function ask(address, headers = {}) {
  return new Promise((resolve, reject) => {
    get(address, { headers, agent: false, family: 4 }, (response) => {
      /** @type {Buffer[]} */
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk)).on("error", reject);
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }));
    }).on("error", reject);
  });
}
