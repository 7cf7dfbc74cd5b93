/** What `npm run release` lays out, of the build that is there, in a folder of its own. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { unzipSync } from "fflate";

const ROOT = path.join(__dirname, "../..");
export const VERSION = (JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8")) as { version: string })
  .version;

export interface ReleaseFolder {
  readonly at: (...names: string[]) => string;
  /** Folder of the unpacked zip. */
  readonly unpacked: string;
  /** Names in the zip, without its own folder. */
  readonly names: readonly string[];
  readonly remove: () => void;
}

/** @throws Error without a build */
export function makeRelease(): ReleaseFolder {
  if (!existsSync(path.join(ROOT, "dist/web/page/index.html"))) throw new Error("not built: run npm run build first");
  const folder = mkdtempSync(path.join(tmpdir(), "taizhang-release-"));
  const out = path.join(folder, "release");
  execFileSync(process.execPath, [path.join(ROOT, "scripts/release.mjs"), "--built", "--out", out], { stdio: "pipe" });
  const files = unzipSync(new Uint8Array(readFileSync(path.join(out, `taizhang-${VERSION}.zip`))));
  for (const [name, bytes] of Object.entries(files)) {
    const file = path.join(folder, "unpacked", name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  const own = `taizhang-${VERSION}/`;
  return {
    at: (...names) => path.join(out, ...names),
    unpacked: path.join(folder, "unpacked", own),
    names: Object.keys(files).map((name) => (name.startsWith(own) ? name.slice(own.length) : `outside: ${name}`)),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
