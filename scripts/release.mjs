/**
 * `npm run release`: builds, and lays into dist/release/ what an administrator takes: a zip of everything, the one file, the
 * package of the command line, the licences, the list of parts (CycloneDX) and the checksums. The same sources give the same
 * bytes, in any folder and on any day. `-- --built` takes the build that is there, `--out FOLDER` lays it elsewhere.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { zipSync } from "fflate";
import { buildStamp } from "./build-stamp.mjs";
import { guideFiles } from "./release/guide-pages.mjs";
import { partsList } from "./release/parts-list.mjs";
import { noticesText, packageOf, NOTICES } from "./third-party.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const at = (...parts) => path.join(root, ...parts);
const { values: asked } = parseArgs({ options: { built: { type: "boolean" }, out: { type: "string" } } });
const out = path.resolve(asked.out ?? at("dist/release"));
const stamp = buildStamp();
const BUNDLES = ["cli", "core", "page", "taskpane", "one-file"];
const npm = process.platform === "win32" ? "npm.cmd" : "npm";
const run = (command, args) =>
  execFileSync(command, args, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });

if (asked.out === undefined) rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
if (!asked.built) process.stdout.write(run(npm, ["run", "--silent", "build"]));

// Types of taizhang/core as one file: whoever imports it sees what it hands out, and nothing of what is behind. It takes long, and
// of a build that is there they are taken where they were made of it.
const types = at("dist/core/index.d.mts");
const made = (file) => (existsSync(file) ? statSync(file).mtimeMs : 0);
if (!asked.built || made(types) < made(at("dist/core/index.mjs"))) {
  const generator = at("node_modules/dts-bundle-generator/dist/bin/dts-bundle-generator.js");
  // Another run may be reading them.
  const beside = `${types}.${process.pid}`;
  run(process.execPath, [generator, "--no-check", "--silent", "-o", beside, at("src/library/index.ts")]);
  renameSync(beside, types);
}

/** Packages of all bundles, each once, in the order of their names. */
const lists = BUNDLES.flatMap((bundle) => JSON.parse(readFileSync(at("dist/packages", `${bundle}.json`), "utf8")));
const packages = [...new Map(lists.map((one) => [one.folder, one])).values()].sort((a, b) =>
  a.folder < b.folder ? -1 : 1,
);

const notices = noticesText(packages.map(({ folder }) => packageOf(at(folder))));
const parts = partsList(
  JSON.parse(run(npm, ["sbom", "--sbom-format", "cyclonedx", "--package-lock-only"])),
  packages,
  stamp,
);

/** A file or folder of the project under another name in the zip. */
function* filesUnder(from, to) {
  if (!statSync(from).isDirectory()) return yield [to, readFileSync(from)];
  for (const name of readdirSync(from).sort()) yield* filesUnder(path.join(from, name), `${to}/${name}`);
}

const folder = `taizhang-${stamp.version}`;
const content = [
  ...filesUnder(at("dist/web"), "web"),
  ...filesUnder(at("samples"), "samples"),
  ...filesUnder(at("docs/nginx.conf"), "nginx.conf"),
  ...filesUnder(at("LICENSE"), "LICENSE"),
  ...guideFiles(root).map(([name, bytes]) => [`guide/${name}`, bytes]),
  [NOTICES, Buffer.from(notices)],
  ["sbom.cdx.json", Buffer.from(parts)],
].filter(([name]) => name !== "web/台账助手.html");
content.push(["台账助手.html", readFileSync(at("dist/web/台账助手.html"))]);

// The zip's clock has no zone: the day of the commit, at noon of wherever this runs.
const [year, month, day] = /^\d{4}-\d{2}-\d{2}$/.test(stamp.date) ? stamp.date.split("-").map(Number) : [2020, 1, 1];
const mtime = new Date(year, month - 1, day, 12);
const entries = Object.fromEntries(content.map(([name, bytes]) => [`${folder}/${name}`, new Uint8Array(bytes)]).sort());
writeFileSync(path.join(out, `${folder}.zip`), zipSync(entries, { mtime, level: 9 }));
cpSync(at("dist/web/台账助手.html"), path.join(out, "台账助手.html"));
writeFileSync(path.join(out, NOTICES), notices);
writeFileSync(path.join(out, "sbom.cdx.json"), parts);

// The package has everything in its bundles: installed on a computer without internet, it asks for nothing.
const own = JSON.parse(readFileSync(at("package.json"), "utf8"));
const staged = path.join(out, "package");
rmSync(staged, { recursive: true, force: true });
for (const name of own.files) cpSync(at(name), path.join(staged, name), { recursive: true });
const { name, version, description, license, type, engines, bin, exports: faces, files } = own;
const manifest = { name, version, description, license, type, engines, bin, exports: faces, files };
writeFileSync(path.join(staged, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
const [packed] = JSON.parse(run(npm, ["pack", staged, "--json", "--ignore-scripts", "--pack-destination", out]));
renameSync(path.join(out, packed.filename), path.join(out, `taizhang-${stamp.version}.tgz`));
rmSync(staged, { recursive: true, force: true });

const sums = (algorithm) =>
  readdirSync(out)
    .filter((name) => !name.endsWith("SUMS"))
    .sort()
    .map(
      (name) =>
        `${createHash(algorithm)
          .update(readFileSync(path.join(out, name)))
          .digest("hex")}  ${name}\n`,
    )
    .join("");
const written = { SHA256SUMS: sums("sha256"), SM3SUMS: sums("sm3") };
for (const [name, text] of Object.entries(written)) writeFileSync(path.join(out, name), text);
for (const name of readdirSync(out).sort()) {
  const size = Math.ceil(statSync(path.join(out, name)).size / 1024);
  process.stdout.write(`${String(size).padStart(7)} kB  ${path.relative(root, path.join(out, name))}\n`);
}
