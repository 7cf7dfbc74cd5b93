/** Standard streams and clocks of the process. */
import { civilDate } from "../zh/civil-date";
import type { Io } from "./io";

export function createNodeIo(): Io {
  ignoreClosedPipe(process.stdout);
  ignoreClosedPipe(process.stderr);
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    outIsTerminal: process.stdout.isTTY === true,
    errIsTerminal: process.stderr.isTTY === true,
    env: process.env,
    today: () => {
      const now = new Date();
      return civilDate(now.getFullYear(), now.getMonth() + 1, now.getDate())!;
    },
    now: () => performance.now(),
    wallClock: () => new Date().toISOString(),
  };
}

/** `taizhang check … | head` closes the pipe early: that is no failure of ours. */
function ignoreClosedPipe(stream: NodeJS.WriteStream): void {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(process.exitCode ?? 0);
    throw error;
  });
}
