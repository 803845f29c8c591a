// Finds the programs that the lab runs, and says which package has one that is missing.

import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const PACKAGES = {
  named: "bind9",
  dnsdist: "dnsdist",
  openssl: "openssl",
  chromium: "chromium-headless-shell",
  "firefox-esr": "firefox-esr",
  WebKitWebDriver: "webkit2gtk-driver",
  Xvfb: "xvfb",
  scrot: "scrot",
  nginx: "nginx-light",
};

/**
 * The path of a program: $LAB_<NAME> first, then PATH, then the sbin folders, which are not in everybody's PATH.
 * @param {keyof typeof PACKAGES} name
 * @param {string[]} [commands]  what it is called, the wanted one first
 */
export function findProgram(name, commands = [name]) {
  const asked = process.env[`LAB_${name.toUpperCase().replace("-", "_")}`];
  if (asked) return asked;
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/local/sbin", "/usr/sbin", "/sbin"].filter(Boolean);
  for (const called of commands) {
    const found = folders.map((folder) => join(folder, called)).find(isExecutable);
    if (found) return found;
  }
  throw new Error(`${name} is not installed: apt-get install ${PACKAGES[name]}`);
}

function isExecutable(/** @type {string} */ path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
