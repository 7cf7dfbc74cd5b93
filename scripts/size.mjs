/**
 * What pane and page fetch before they are of use, each file as gzip -9, without office.js: first the frame (HTML, styles
 * and every script it names), then all that follows by itself until the 台账 pane shows a ledger. Fails above the budgets.
 * What is fetched on a press (rules, other panes, menus, charts, Word) is not counted; a browser test holds that nothing
 * else is fetched.
 */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { BUDGETS } from "./budgets.mjs";

const dist = fileURLToPath(new URL("../dist", import.meta.url));
const web = path.join(dist, "web");

function read(file, hint) {
  if (!existsSync(file)) throw new Error(`${hint} is not built: run npm run build first`);
  return readFileSync(file, "utf8");
}

/** Files that a page's HTML names, the page itself among them; paths within dist/web. */
function frameOf(html) {
  const text = read(path.join(web, html), `dist/web/${html}`);
  const scripts = [...text.matchAll(/<script\b[^>]*\bsrc="([^"]+)"/g)]
    .map((match) => match[1])
    .filter((src) => !/(?:^|\/)office\.js$/.test(src));
  const styles = [...text.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map((match) => match[1]);
  return [html, ...[...styles, ...scripts].map((src) => path.posix.join(path.posix.dirname(html), src))];
}

const kB = (bytes) => (bytes / 1000).toFixed(1);

function report(html, name, files, budget) {
  const parts = files.map((file) => [file, gzipSync(readFileSync(path.join(web, file)), { level: 9 }).length]);
  const bytes = parts.reduce((sum, [, size]) => sum + size, 0);
  const good = bytes <= budget * 1000;
  process.stdout.write(`${html}, ${name}: ${kB(bytes)} kB gzip of ${budget} kB, ${good ? "ok" : "TOO LARGE"}\n`);
  for (const [file, size] of parts) process.stdout.write(`  ${kB(size).padStart(7)} kB  ${file}\n`);
  if (!good) process.exitCode = 1;
}

for (const [html, build] of [
  ["taskpane.html", "taskpane"],
  ["page/index.html", "page"],
]) {
  const frame = frameOf(html);
  // Written by the build: files of the parts that are asked for at the start.
  const list = `first-load-${build}.json`;
  const later = JSON.parse(read(path.join(dist, list), `dist/${list}`));
  report(html, "frame", frame, BUDGETS[html].frame);
  report(html, "until a ledger is shown", [...new Set([...frame, ...later])], BUDGETS[html].ledger);
}
