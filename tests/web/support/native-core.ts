// The native core as a child process: one case per line in, one turn per line out. ALIMAIL_NATIVE_CORE names another program
// than that of build/native.

import { spawn, type ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { root } from "./root";

export const nativeProgram = process.env["ALIMAIL_NATIVE_CORE"] ?? join(root, "build/native/tests/alimail_advance");

export class NativeCore {
  readonly #child: ChildProcess;
  readonly #waiting: ((line: string) => void)[] = [];

  constructor(program = nativeProgram) {
    if (!existsSync(program)) throw new Error(`${program} is not built: cmake -B build/native && cmake --build build/native`);
    this.#child = spawn(program, { stdio: ["pipe", "pipe", "inherit"] });
    createInterface({ input: this.#child.stdout! }).on("line", (line) => this.#waiting.shift()?.(line));
    this.#child.on("exit", () => this.#waiting.splice(0).forEach((answer) => answer("the native core has ended")));
  }

  advance(caseText: string): Promise<string> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.#child.stdin!.write(`${caseText}\n`);
    });
  }

  // The exit code: not 0 if a sanitizer found something.
  close(): Promise<number | null> {
    return new Promise((resolve) => {
      this.#child.on("close", resolve);
      this.#child.stdin!.end();
    });
  }
}
