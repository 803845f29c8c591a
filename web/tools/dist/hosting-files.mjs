// The list of hosting.mjs in the languages of hosts: the files of dist/hosting/, and two that only work at the top of a
// site.
import { always, asked, forever, headersOf, otherType, types } from "./hosting.mjs";
import { hashedPattern } from "../plugins/hashed.mjs";

const lines = (items) => items.flat(Infinity).join("\n") + "\n";
const pairs = Object.entries(always);
const isHashed = (name) => new RegExp(hashedPattern).test(name);

/**
 * File name to text.
 * @param {string[]} files of dist/
 * @param {Record<string, string>} policies file name to Content-Security-Policy
 */
export function hostingFiles(files, policies) {
  return {
    "hosting/nginx.conf": nginx(policies),
    "hosting/Caddyfile": caddy(policies),
    "hosting/alibaba-oss.json": JSON.stringify(oss(files, policies), null, 1) + "\n",
    _headers: underscoreHeaders(files, policies),
    ".nojekyll": "", // GitHub Pages: serve the files as they are
  };
}

function nginx(policies) {
  const charset = [
    ...new Set(
      Object.values(types)
        .filter((type) => /charset/.test(type))
        .map((type) => type.split(";")[0]),
    ),
  ];
  return lines([
    "# nginx, inside a location that ends with a slash:",
    "#",
    "#   location /mail-check/ {",
    "#     alias /srv/alimail-checker/;",
    "#     include /srv/alimail-checker/hosting/nginx.conf;",
    "#   }",
    "#",
    "# An add_header in a location replaces those of the server around it: repeat here what you send everywhere.",
    "index index.html;",
    `default_type ${otherType};`,
    "types {",
    Object.entries(types).map(([ending, type]) => `  ${type.split(";")[0]} ${ending.slice(1)};`),
    "}",
    "charset utf-8;",
    `charset_types ${charset.filter((type) => type !== "text/html").join(" ")};`,
    "",
    "# The folder has every file compressed. brotli_static needs a module (Debian: libnginx-mod-http-brotli-static).",
    "gzip_static on;",
    "gzip_vary on;",
    "# brotli_static on;",
    "",
    `set $alimail_cache "${asked}";`,
    `if ($uri ~ "${hashedPattern}") { set $alimail_cache "${forever}"; }`,
    'set $alimail_policy "";',
    Object.entries(policies).map(([name, policy]) => `if ($uri ~ "/${escaped(name)}$") { set $alimail_policy "${policy}"; }`),
    "",
    "add_header Cache-Control $alimail_cache;",
    "add_header Content-Security-Policy $alimail_policy;",
    pairs.map(([name, value]) => `add_header ${name} "${value}";`),
  ]);
}

function caddy(policies) {
  return lines([
    "# Caddy, inside a handle_path:",
    "#",
    "#   handle_path /mail-check/* {",
    "#     root * /srv/alimail-checker",
    "#     import /srv/alimail-checker/hosting/Caddyfile",
    "#   }",
    "header {",
    pairs.map(([name, value]) => `\t${name} "${value}"`),
    "}",
    `@alimail_forever path_regexp ${hashedPattern}`,
    `header @alimail_forever Cache-Control "${forever}"`,
    "@alimail_asked {",
    `\tnot path_regexp ${hashedPattern}`,
    "}",
    `header @alimail_asked Cache-Control "${asked}"`,
    Object.entries(types).map(([ending, type]) => [
      `@alimail_type_${ending.slice(1)} path *${ending}${ending === ".html" ? " */" : ""}`,
      `header @alimail_type_${ending.slice(1)} Content-Type "${type}"`,
    ]),
    Object.entries(policies).map(([name, policy]) => [
      `@alimail_policy_${name.replace(/\W/g, "_")} path /${name}${name === "index.html" ? " /" : ""}`,
      `header @alimail_policy_${name.replace(/\W/g, "_")} Content-Security-Policy "${policy}"`,
    ]),
    "file_server {",
    "\tprecompressed br gzip",
    "}",
  ]);
}

// If two rules set a header, hosts send one header with both values. So one rule per file sets each header. Files without a
// rule get the hosts' own "max-age=0, must-revalidate", which means the same as no-cache.
function underscoreHeaders(files, policies) {
  const addresses = (name) => [`/${name}`, ...(name.endsWith(".html") ? [`/${name.replace(/(^index)?\.html$/, "")}`] : [])];
  return lines([
    "# Cloudflare Pages and Netlify read this file if the folder is the root of the site.",
    "/*",
    pairs.map(([name, value]) => `  ${name}: ${value}`),
    Object.entries(policies).map(([name, policy]) => addresses(name).map((address) => [address, `  Content-Security-Policy: ${policy}`])),
    // A folder of words has a hundred files, and Cloudflare Pages reads a hundred rules.
    [...new Set(files.filter(isHashed).map((name) => name.replace(/\/.*/, "/*")))].map((name) => [
      `/${name}`,
      `  Cache-Control: ${forever}`,
    ]),
  ]);
}

// OSS compresses only the types that it lists: scripts only as application/javascript, and never wasm. So the wasm is
// uploaded compressed, which every browser accepts.
function oss(files, policies) {
  const own = (name) => {
    const { "Content-Type": type, "Cache-Control": cache } = headersOf(name, policies);
    const properties = { "Content-Type": type.replace("text/javascript", "application/javascript"), "Cache-Control": cache };
    return name.endsWith(".wasm") ? { ...properties, "Content-Encoding": "gzip" } : properties;
  };
  return {
    about: [
      "Alibaba Cloud OSS: the rules of a bucket, and for each object the file to upload and its properties.",
      "On the bucket's own domain, HTML is sent as a download (https://www.alibabacloud.com/help/doc-detail/31872.htm): bind a domain of your own. In a mainland region that domain needs ICP filing.",
      "OSS sends no custom headers. The pages have their policies in a <meta>, which cannot say who may frame them; if you need that or `headers`, add them in Alibaba Cloud CDN in front of the bucket.",
      "How OSS compresses: https://www.alibabacloud.com/help/faq-detail/39645.htm",
    ],
    cors: [{ AllowedOrigin: ["*"], AllowedMethod: ["GET", "HEAD"], AllowedHeader: ["*"], MaxAgeSeconds: 86400 }],
    website: { IndexDocument: "index.html" },
    headers: always,
    objects: files.map((name) => ({ name, from: name.endsWith(".wasm") ? `${name}.gz` : name, properties: own(name) })),
  };
}

const escaped = (text) => text.replace(/[.]/g, "\\.");
