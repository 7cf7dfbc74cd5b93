/**
 * Removes what a killed process leaves half written. A process that is killed (kill -9, the task manager) can remove
 * nothing itself: a small one beside it waits for its end, on a pipe that closes with it, and then removes the files it was
 * told of. Names are used once; after a normal end there is nothing left to remove.
 */
import { spawn, type ChildProcess } from "node:child_process";
import type { Socket } from "node:net";
import { resolve } from "node:path";

const SCRIPT = `
let names = "";
process.stdin.setEncoding("utf8");
process.stdin.on("data", (text) => (names += text));
process.stdin.on("end", () => {
  for (const name of names.split("\\0")) if (name !== "") require("fs").rm(name, { force: true, recursive: true }, () => {});
});`;

let sweeper: ChildProcess | null = null;

/** Has a file or folder removed when this process has ended, if it is still there then. */
export async function sweepAfter(path: string): Promise<void> {
  sweeper ??= start();
  const { stdin } = sweeper;
  // Where no process may be started, a kill in the very moment of writing leaves that file; nothing else changes.
  if (!stdin?.writable) return;
  await new Promise<void>((done) => stdin.write(`${resolve(path)}\0`, () => done()));
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
