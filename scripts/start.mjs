/**
 * `npm start`: checks the sample ledger on the command line so that one sees at once what it does, and serves the page
 * on this computer. PORT sets the first port to try, NO_OPEN=1 leaves the browser alone.
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const at = (relative) => fileURLToPath(new URL(`../${relative}`, import.meta.url));

const { status } = spawnSync(process.execPath, [at("scripts/prepare.mjs")], { cwd: at("."), stdio: "inherit" });
if (status !== 0) process.exit(status ?? 1);

const sample = "samples/整改台账-有问题的示例.xlsx";
for (const args of [
  ["check", sample],
  ["summary", sample, "--set", "巡察组=县委第一巡察组"],
]) {
  process.stdout.write(`\n$ taizhang ${args.join(" ")}\n`);
  const run = spawnSync(process.execPath, [at("bin/taizhang.js"), ...args], { cwd: at("."), stdio: "inherit" });
  if (run.status === 2) process.exit(2);
}

if (existsSync(at("dist/web/page/index.html"))) {
  const { listenAsAsked } = await import("./serve.mjs");
  const { url } = await listenAsAsked(at("dist/web"), 3000);
  process.stdout.write(`\n网页已就绪 / the page is ready: ${url}\n按 Ctrl+C 结束 / Ctrl+C ends it\n`);
  if (!process.env.CI && !process.env.NO_OPEN) {
    const opener = { darwin: "open", win32: "explorer" }[process.platform] ?? "xdg-open";
    // A machine without a browser is fine: the address is printed above.
    spawn(opener, [url], { stdio: "ignore", detached: true })
      .on("error", (error) => {
        if (error.code !== "ENOENT") process.stderr.write(`${error.message}\n`);
      })
      .unref();
  }
}
