/**
 * Runs after `npm ci`: builds, so that `npx taizhang` and `npm start` work at once. Skipped where the build tools are
 * not installed (`npm ci --omit=dev`), where dist/ has to come with the package.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const webpack = fileURLToPath(new URL("../node_modules/webpack-cli/bin/cli.js", import.meta.url));
if (existsSync(webpack)) {
  const { status } = spawnSync(process.execPath, [webpack, "--mode", "production"], { cwd: root, stdio: "inherit" });
  process.exit(status ?? 1);
} else {
  process.stderr.write("taizhang: build tools are not installed, dist/ is left as it is\n");
}
