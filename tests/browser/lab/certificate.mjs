// A certificate for this run: self-signed, made by openssl, valid for a day, for every name that the lab plays.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { findProgram } from "./programs.mjs";

/** @typedef {{certFile: string, keyFile: string, cert: Buffer, key: Buffer}} Certificate */

/** @returns {Certificate} */
export function makeCertificate(/** @type {string} */ folder) {
  const certFile = join(folder, "cert.pem");
  const keyFile = join(folder, "key.pem");
  execFileSync(
    findProgram("openssl"),
    [
      "req",
      "-x509",
      "-newkey",
      "ec",
      "-pkeyopt",
      "ec_paramgen_curve:prime256v1",
      "-nodes",
      "-days",
      "1",
      "-subj",
      "/CN=alimail lab",
      "-addext",
      "subjectAltName=IP:127.0.0.1,DNS:localhost,DNS:*.example",
      "-keyout",
      keyFile,
      "-out",
      certFile,
    ],
    { stdio: "pipe" },
  );
  return { certFile, keyFile, cert: readFileSync(certFile), key: readFileSync(keyFile) };
}
