/**
 * What a build calls itself: version of package.json, commit and its date from git where there is one. The commit's
 * date instead of the clock keeps two builds of one commit byte for byte the same.
 */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

function git(...args) {
  try {
    return execFileSync("git", args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch (error) {
    // No git or no repository (a source archive): the stamp says so instead of failing the build.
    if (!(error instanceof Error)) throw error;
    return "unknown";
  }
}

export function buildStamp() {
  const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  return { version, commit: git("rev-parse", "--short=12", "HEAD"), date: git("show", "-s", "--format=%cs", "HEAD") };
}
