/** Lets scripts require the TypeScript sources as they stand, without a build. */
import { readFileSync } from "node:fs";
import Module, { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** From now on `require` takes .ts files; imports on demand stay imports. */
export function loadSources() {
  const { transformSync } = require("@swc/core");
  Module._extensions[".ts"] = (module, filename) => {
    const { code } = transformSync(readFileSync(filename, "utf8"), {
      filename,
      jsc: { parser: { syntax: "typescript" }, target: "es2022" },
      module: { type: "commonjs", ignoreDynamic: true },
    });
    module._compile(code, filename);
  };
}
