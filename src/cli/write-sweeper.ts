/**
 * Removes what a killed process leaves half written. A process that is killed (kill -9, the task manager) can remove
 * nothing itself: a small one beside it waits for its end, on a pipe that closes with it, and then removes the files it was
 * told of. Names are used once; after a normal end there is nothing left to remove.
 */
import { spawn, type ChildProcess } from "node:child_process";
import type { Socket } from "node:net";
import { resolve } from "node:path";

/** Between a folder and the files that were moved out of it. */
const AND = "\u0001";

const SCRIPT = `
const fs = require("fs");
const { basename, join } = require("path");
let told = "";
process.stdin.setEncoding("utf8");
process.stdin.on("data", (text) => (told += text));
process.stdin.on("end", () => {
  const records = told.split("\\0").map((record) => record.split("\\u0001"));
  for (const [path, ...moved] of records) {
    if (moved.length === 0 || !fs.existsSync(path)) continue;
    for (const file of moved) if (isMoved(file, join(path, basename(file)))) fs.rmSync(file, { force: true });
  }
  for (const [path] of records) if (path !== "") fs.rm(path, { force: true, recursive: true }, () => {});
});
function isMoved(file, from) {
  const [to, was] = [file, from].map((name) => fs.statSync(name, { throwIfNoEntry: false }));
  return to !== undefined && (was === undefined || (was.ino === to.ino && was.dev === to.dev));
}`;

let sweeper: ChildProcess | null = null;

/**
 * Has a file or folder removed when this process has ended, if it is still there then.
 * @param moved files that are being moved out of the folder: as long as it is there not all of them are, and they go with it
 */
export async function sweepAfter(path: string, moved: readonly string[] = []): Promise<void> {
  sweeper ??= start();
  const { stdin } = sweeper;
  // Where no process may be started, a kill in the very moment of writing leaves that file; nothing else changes.
  if (!stdin?.writable) return;
  await new Promise<void>((done) =>
    stdin.write(`${[path, ...moved].map((name) => resolve(name)).join(AND)}\0`, () => done()),
  );
}

function start(): ChildProcess {
  const child = spawn(process.execPath, ["-e", SCRIPT], {
    stdio: ["pipe", "ignore", "ignore"],
    // It must outlive what ends this process: Ctrl+C goes to the whole group.
    detached: true,
    windowsHide: true,
  });
  // Without it everything is written as well, and only a kill leaves something.
  const withoutIt = (): void => undefined;
  child.on("error", withoutIt);
  child.stdin?.on("error", withoutIt);
  // Neither it nor the pipe keeps this process going.
  child.unref();
  (child.stdin as Socket | null)?.unref();
  return child;
}
