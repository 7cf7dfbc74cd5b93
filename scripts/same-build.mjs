/**
 * Builds the commit again in another folder, and holds that build and its release against those of this folder, byte by byte:
 * `node scripts/same-build.mjs`. Takes the build that is here; nothing may have been changed since the commit.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { unzipSync } from "fflate";

const root = fileURLToPath(new URL("..", import.meta.url));
const run = (command, args, cwd) =>
  execFileSync(command, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });

const changed = run("git", ["status", "--porcelain"], root).trim();
if (changed !== "") {
  process.stderr.write(`commit first, for the other folder has only what is committed:\n${changed}\n`);
  process.exit(2);
}

/** Files under a folder by their relative names, without those that only tests of a build need. */
function contents(folder) {
  return new Map(
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => statSync(path.join(folder, name)).isFile())
      .sort()
      .map((name) => [name, readFileSync(path.join(folder, name))]),
  );
}

/** Names of files that one folder has and the other hasn't, or has otherwise; entries for a zip. */
function differences(one, other, where) {
  return [...new Set([...one.keys(), ...other.keys()])].sort().flatMap((name) => {
    const [a, b] = [one.get(name), other.get(name)];
    const at = `${where}/${name}`;
    if (a === undefined || b === undefined) return [`${at}: only ${a === undefined ? "in the other folder" : "here"}`];
    if (Buffer.compare(Buffer.from(a), Buffer.from(b)) === 0) return [];
    const within = name.endsWith(".zip")
      ? differences(new Map(Object.entries(unzipSync(a))), new Map(Object.entries(unzipSync(b))), at)
      : [];
    return [at, ...within];
  });
}

const folder = mkdtempSync(path.join(tmpdir(), "taizhang-same-"));
try {
  const other = path.join(folder, "another", "place");
  run("git", ["clone", "--quiet", "--shared", root, other], root);
  // Linked where that can be: copying takes its time. Not a link to the folder, for packages would then lie elsewhere.
  const from = path.join(root, "node_modules");
  if (spawnSync("cp", ["-al", from, other], { stdio: "ignore" }).status !== 0) {
    rmSync(path.join(other, "node_modules"), { recursive: true, force: true });
    run("cp", ["-a", from, other], root);
  }
  // The cache of builds would give it this folder's.
  rmSync(path.join(other, "node_modules/.cache"), { recursive: true, force: true });
  const [here, there] = [path.join(folder, "here"), path.join(folder, "there")];
  run(process.execPath, ["scripts/release.mjs", "--built", "--out", here], root);
  run(process.execPath, ["scripts/release.mjs", "--out", there], other);
  const pairs = [
    [here, there, "release"],
    ...["cli", "core", "web"].map((name) => [
      path.join(root, "dist", name),
      path.join(other, "dist", name),
      `dist/${name}`,
    ]),
  ];
  const found = pairs.flatMap(([one, two, where]) => differences(contents(one), contents(two), where));
  if (found.length > 0) {
    process.stderr.write(`not the same in another folder:\n${found.join("\n")}\n`);
    process.exitCode = 1;
  } else {
    const count = pairs.reduce((sum, [one]) => sum + contents(one).size, 0);
    process.stdout.write(`${count} files are the same, byte by byte, built in two folders\n`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
