/** `npm run dev`: builds on every change and serves dist/web on this computer. PORT sets the first port to try. */
import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { listenAsAsked } from "./serve.mjs";

const at = (relative) => fileURLToPath(new URL(`../${relative}`, import.meta.url));
mkdirSync(at("dist/web"), { recursive: true });
const webpack = at("node_modules/webpack-cli/bin/cli.js");
const watching = spawn(process.execPath, [webpack, "--mode", "development", "--watch"], {
  cwd: at("."),
  stdio: "inherit",
});
watching.on("exit", (status) => process.exit(status ?? 1));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => watching.kill(signal));
const { url } = await listenAsAsked(at("dist/web"), 3000);
process.stdout.write(`${url} (ready when the first build is)\n`);
