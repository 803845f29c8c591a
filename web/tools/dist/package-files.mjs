// The files of dist/ for those who embed it: package.json and types, custom-elements.json, the hashes for integrity="…",
// and, if SITE is the address where the folder will be, oEmbed and the narrower policy of the page for frames.
import { createHash } from "node:crypto";
import { cp, readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { version } from "../esbuild-options.mjs";
import { root } from "../root.mjs";

const source = join(root, "web/package");
const title = "What is wrong with your Alibaba Mail?";

/** @param {string} dist the built folder @param {string[]} entries what other pages name in a script tag @param {string} [site] */
export async function packageFiles(dist, entries, site = process.env.SITE) {
  for (const name of await readdir(source)) await cp(join(source, name), join(dist, name));
  await cp(join(root, "LICENSE"), join(dist, "LICENSE"));
  await writeFile(join(dist, "contract.d.ts"), typesOf(await readFile(join(root, "web/src/contract.ts"), "utf8")));
  await writeFile(join(dist, "package.json"), JSON.stringify(packageOf(), null, 2) + "\n");
  await writeFile(join(dist, "integrity.json"), JSON.stringify(await hashes(dist, entries), null, 2) + "\n");
  if (!site) return;
  await discoverable(dist, folderOf(site));
  await onlyFrom(dist, new URL(folderOf(site)).origin);
}

const packageOf = () => ({
  name: "alimail-checker",
  version,
  description: "<alimail-checker>: what is wrong with somebody's Alibaba Mail, in their browser, without a server",
  license: "MIT",
  type: "module",
  exports: {
    ".": { types: "./alimail-checker.d.ts", default: "./alimail-checker.js" },
    "./*": "./*",
  },
  types: "./alimail-checker.d.ts",
  customElements: "custom-elements.json",
  sideEffects: true,
});

// The guard is code; a declaration file holds only types.
const typesOf = (contract) => contract.replace(/^export function [\s\S]*?^}\n/gm, "");

async function hashes(dist, entries) {
  const list = await Promise.all(
    entries.map(async (name) => [
      name,
      `sha384-${createHash("sha384")
        .update(await readFile(join(dist, name)))
        .digest("base64")}`,
    ]),
  );
  return Object.fromEntries(list);
}

// WordPress finds oEmbed by a link in the page, which must be an absolute address.
async function discoverable(dist, home) {
  const frame = `<iframe src="${home}embed.html" width="600" height="1000" title="${title}"></iframe>`;
  const answer = {
    version: "1.0",
    type: "rich",
    title,
    provider_name: "Alibaba Mail checker",
    provider_url: home,
    html: frame,
    width: 600,
    height: 1000,
  };
  await writeFile(join(dist, "oembed.json"), JSON.stringify(answer, null, 2) + "\n");
  const page = join(dist, "index.html");
  const html = await readFile(page, "utf8");
  const link = `<link rel="alternate" type="application/json+oembed" href="${home}oembed.json" title="${title}">`;
  await writeFile(page, html.replace(/( *)<link rel="icon"/, `$1${link}\n$&`));
}

// Scripts and styles of the page for frames then come from this site alone, as those of every other page do (embed.html says why
// it cannot name the site by 'self').
async function onlyFrom(dist, origin) {
  const page = join(dist, "embed.html");
  const html = await readFile(page, "utf8");
  await writeFile(page, html.replace(/(script-src|style-src) 'self' https:/g, `$1 'self' ${origin}`));
}

/** The address of the folder, with a slash at the end. */
export function folderOf(site) {
  let url;
  try {
    url = new URL(site);
  } catch {
    url = undefined;
  }
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || /["<>]/.test(site)) {
    console.error(`SITE is "${site}", not the address of a folder such as https://www.example.com/mail-checker/`);
    process.exit(1);
  }
  return url.href.replace(/\/?$/, "/");
}
