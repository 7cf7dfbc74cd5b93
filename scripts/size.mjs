/**
 * First load of the pane and of the page: their HTML, styles and every script it names, except office.js, each as gzip -9.
 * Fails above the budget. What is loaded later (other panes, charts, Word) is not counted.
 */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

/** kB of 1000 bytes. */
export const BUDGET = 220;

const folder = fileURLToPath(new URL("../dist/web", import.meta.url));

/** @param {string} html path of a page within dist/web */
export function firstLoad(html) {
  const file = path.join(folder, html);
  if (!existsSync(file)) throw new Error(`dist/web/${html} is not built: run npm run build first`);
  const text = readFileSync(file, "utf8");
  const scripts = [...text.matchAll(/<script\b[^>]*\bsrc="([^"]+)"/g)]
    .map((match) => match[1])
    .filter((src) => !/(?:^|\/)office\.js$/.test(src));
  const styles = [...text.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map((match) => match[1]);
  const files = [file, ...[...styles, ...scripts].map((src) => path.join(path.dirname(file), src))];
  const parts = files.map((name) => ({
    name: path.relative(folder, name),
    bytes: gzipSync(readFileSync(name), { level: 9 }).length,
  }));
  return { html, parts, bytes: parts.reduce((sum, part) => sum + part.bytes, 0) };
}

let tooLarge = false;
for (const html of ["taskpane.html", "page/index.html"]) {
  const { parts, bytes } = firstLoad(html);
  const verdict = bytes > BUDGET * 1000 ? "TOO LARGE" : "ok";
  if (bytes > BUDGET * 1000) tooLarge = true;
  process.stdout.write(`${html}: ${(bytes / 1000).toFixed(1)} kB gzip of ${BUDGET} kB, ${verdict}\n`);
  for (const part of parts) process.stdout.write(`  ${(part.bytes / 1000).toFixed(1).padStart(7)} kB  ${part.name}\n`);
}
if (tooLarge) process.exitCode = 1;
