// How all TypeScript is bundled, for the page and for the tests: what is tested is what is shipped.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { transform } from "esbuild";
import { guideData } from "./plugins/guide-data.mjs";
import { assetNames } from "./plugins/hashed.mjs";
import { localeKeysPlugin } from "./plugins/locale-keys.mjs";
import { root } from "./root.mjs";
import { shellWords } from "./plugins/shell-words.mjs";

const project = /^project\(\w+ VERSION ([\d.]+)/m.exec(readFileSync(join(root, "CMakeLists.txt"), "utf8"));
if (!project) throw new Error("CMakeLists.txt names no version of the project");
export const version = project[1];

const locales = join(root, "web/locales");
const core = join(root, "core");
/** What the core is made of, by the name that the code has for it. */
export const coreFiles = {
  wasm: join(root, "build/wasm/parts/alimail-core.wasm"),
  wordsWasm: join(root, "build/wasm/parts/alimail-words.wasm"),
  lexicon: join(root, "build/wasm/alimail-lexicon.json"),
};
const targets = ["chrome87", "safari14", "firefox78", "edge88"];

// esbuild's text loader keeps a style sheet as it is, comments included; these become constructed style sheets, so minify.
/** @type {import('esbuild').Plugin} */
const minifiedCss = {
  name: "minified-css",
  setup(build) {
    build.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const css = await transform(readFileSync(path, "utf8"), { loader: "css", minify: true, target: targets });
      return { contents: css.code.trim(), loader: "text" };
    });
  },
};

export function codeOptions() {
  return /** @satisfies {import('esbuild').BuildOptions} */ ({
    bundle: true,
    format: "esm",
    target: targets,
    // Safari 14.0 and Chrome 87 support them except for a bug in one rare form (for ?. that is a?.b(...c)), for which
    // esbuild would rewrite all of them; tests/web/tools/esbuild-options.test.ts forbids that form.
    supported: { destructuring: true, "optional-chain": true },
    charset: "utf8", // modules are always UTF-8; the classic loader is not a module, and is made ASCII (build.mjs)
    jsx: "automatic",
    jsxImportSource: "preact",
    alias: {
      "alimail-core": join(root, "build/wasm/alimail-core.mjs"),
      "alimail-core-fallback": join(root, "build/wasm/alimail-core-fallback.mjs"),
    },
    nodePaths: [join(root, "web/node_modules")], // for tests/, which has no node_modules of its own
    define: { __VERSION__: JSON.stringify(version) },
    plugins: [
      minifiedCss,
      shellWords(locales),
      localeKeysPlugin(locales, core),
      guideData(core),
      assetNames(join(root, "web/examples"), coreFiles),
    ],
    legalComments: "none",
    logLevel: "warning",
    logLimit: 5,
  });
}
