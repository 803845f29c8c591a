// The list of hosting.mjs in the languages of hosts: what is laid into dist/hosting/, and two files that only count at the top.
import { always, asked, forever, otherType, types } from "./hosting.mjs";
import { hashedPattern } from "./hashed.mjs";

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
    "hosting/alibaba-oss.json": JSON.stringify(oss(), null, 2) + "\n",
    _headers: underscoreHeaders(files, policies),
    ".nojekyll": "", // GitHub Pages: serve the files as they are
  };
}

function nginx(policies) {
  const charset = [...new Set(Object.values(types).filter((type) => /charset/.test(type)).map((type) => type.split(";")[0]))];
  return lines([
    "# nginx, inside of a location that ends with a slash:",
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
    "# The folder holds every file compressed already. brotli_static needs a module (Debian: libnginx-mod-http-brotli-static).",
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
    "# Caddy, inside of a handle_path:",
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

// A header that two rules set would be sent as one with both values, so each is set by one rule for each file; what is not
// named here gets the hosts' own "max-age=0, must-revalidate", which means the same as no-cache.
function underscoreHeaders(files, policies) {
  const addresses = (name) => [`/${name}`, ...(name.endsWith(".html") ? [`/${name.replace(/(^index)?\.html$/, "")}`] : [])];
  return lines([
    "# Cloudflare Pages and Netlify read this file where the folder is the root of the site.",
    "/*",
    pairs.map(([name, value]) => `  ${name}: ${value}`),
    Object.entries(policies).map(([name, policy]) =>
      addresses(name).map((address) => [address, `  Content-Security-Policy: ${policy}`]),
    ),
    files.filter(isHashed).map((name) => [`/${name}`, `  Cache-Control: ${forever}`]),
  ]);
}

function oss() {
  return {
    about: [
      "Alibaba Cloud OSS: rules for a bucket, and the properties of the objects in it. Upload the folder without .br and .gz.",
      "On the bucket's own domain HTML is sent as a download (mainland regions since 2018-09-28, others since 2019-09-25): bind a custom domain. In mainland regions that domain needs ICP filing.",
      "OSS sends no headers of one's own: the policies come from the <meta> of each page, so that anybody may frame any page. Where headers matter, let Alibaba Cloud CDN in front of it send those of `headers` and compress.",
    ],
    cors: [{ AllowedOrigin: ["*"], AllowedMethod: ["GET", "HEAD"], AllowedHeader: ["*"], MaxAgeSeconds: 86400 }],
    website: { IndexDocument: "index.html" },
    objects: [
      ...Object.entries(types).map(([ending, type]) => ({ name: `*${ending}`, "Content-Type": type, "Cache-Control": asked })),
      { name: hashedPattern, isRegularExpression: true, "Cache-Control": forever },
    ],
    headers: always,
  };
}

const escaped = (text) => text.replace(/[.]/g, "\\.");
