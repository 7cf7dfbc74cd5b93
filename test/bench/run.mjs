/**
 * Runs a TypeScript benchmark of this folder: `node test/bench/run.mjs xlsx [arguments]`. TypeScript is
 * compiled on the fly, as the tests do it.
 */
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import path from "node:path";
import { transformSync } from "@swc/core";

const require = createRequire(import.meta.url);
const Module = require("node:module");
const here = path.dirname(fileURLToPath(import.meta.url));

function compile(module, filename) {
  const { code } = transformSync(readFileSync(filename, "utf8"), {
    filename,
    jsc: { parser: { syntax: "typescript", tsx: filename.endsWith("x") }, target: "es2022" },
    module: { type: "commonjs" },
    sourceMaps: "inline",
  });
  module._compile(code, filename);
}

Module._extensions[".ts"] = compile;
Module._extensions[".tsx"] = compile;

const name = process.argv[2];
if (!name) {
  process.stderr.write("usage: node test/bench/run.mjs NAME [arguments]\n");
  process.exit(2);
}
const bench = require(path.join(here, `${name}.ts`));
await bench.run(process.argv.slice(3));
