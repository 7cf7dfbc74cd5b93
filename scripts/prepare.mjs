/**
 * Builds what is not built or older than its sources, so that `npx taizhang` and `npm start` work at once. Runs after `npm ci`,
 * before `npm start`, and whenever npx meets the project. Skipped where the build tools are not installed
 * (`npm ci --omit=dev`), where dist/ has to come with the package.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const at = (relative) => fileURLToPath(new URL(`../${relative}`, import.meta.url));

/** The newest change below a path, in milliseconds; 0 where there is nothing. */
function newest(path) {
  if (!existsSync(path)) return 0;
  const own = statSync(path);
  if (!own.isDirectory()) return own.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Written by every build, the page's last file among them. */
const BUILT = ["dist/cli/taizhang.js", "dist/web/page/index.html", "dist/web/taskpane.html"];
const built = Math.min(...BUILT.map((path) => newest(at(path))));
// A package that came with its dist/ alone has no sources, and nothing that could be stale.
const sources = ["src", "webpack.config.js", "package-lock.json"].map((path) => newest(at(path)));
const fresh = built > 0 && (!existsSync(at("src")) || Math.max(...sources) <= built);

const webpack = at("node_modules/webpack-cli/bin/cli.js");
if (fresh) {
  process.exit(0);
} else if (existsSync(webpack)) {
  const { status } = spawnSync(process.execPath, [webpack, "--mode", "production"], { cwd: at("."), stdio: "inherit" });
  process.exit(status ?? 1);
} else {
  process.stderr.write("taizhang: build tools are not installed, dist/ is left as it is\n");
}
