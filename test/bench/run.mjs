/**
 * Runs a TypeScript benchmark of this folder: `node test/bench/run.mjs xlsx [arguments]`. TypeScript is
 * compiled on the fly, as the tests do it; with --bundled behind the name, into one file, as it is shipped.
 */
import { createRequire } from "node:module";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import path from "node:path";
import { transformSync } from "@swc/core";

const require = createRequire(import.meta.url);
const Module = require("node:module");
const here = path.dirname(fileURLToPath(import.meta.url));

const OPTIONS = { jsc: { parser: { syntax: "typescript" }, target: "es2022" } };

function compile(module, filename) {
  const { code } = transformSync(readFileSync(filename, "utf8"), {
    filename,
    jsc: { ...OPTIONS.jsc, parser: { syntax: "typescript", tsx: filename.endsWith("x") } },
    module: { type: "commonjs" },
    sourceMaps: "inline",
  });
  module._compile(code, filename);
}

Module._extensions[".ts"] = compile;
Module._extensions[".tsx"] = compile;

/**
 * The benchmark as one file made the way the program is shipped: modules joined into one, where files of their own call one
 * another through getters.
 */
async function bundled(entry) {
  const { default: webpack } = await import("webpack");
  const folder = mkdtempSync(path.join(tmpdir(), "bench-"));
  const rule = { test: /\.tsx?$/u, loader: "swc-loader", options: OPTIONS };
  const config = {
    mode: "production",
    target: "node",
    entry,
    output: { path: folder, filename: "bench.cjs", library: { type: "commonjs2" } },
    resolve: { extensions: [".ts", ".tsx", ".js"] },
    module: { rules: [rule] },
  };
  await new Promise((resolve, reject) => {
    webpack(config, (error, stats) => {
      if (error ?? stats?.hasErrors()) reject(error ?? new Error(stats.toString("errors-only")));
      else resolve();
    });
  });
  try {
    return require(path.join(folder, "bench.cjs"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const [name, ...rest] = process.argv.slice(2);
if (!name) {
  process.stderr.write("usage: node test/bench/run.mjs NAME [--bundled] [arguments]\n");
  process.exit(2);
}
const file = path.join(here, `${name}.ts`);
const isBundled = rest[0] === "--bundled";
const bench = isBundled ? await bundled(file) : require(file);
await bench.run(isBundled ? rest.slice(1) : rest);
