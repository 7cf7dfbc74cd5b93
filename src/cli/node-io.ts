/** Standard streams and clocks of the process. */
import { civilDate } from "../zh/civil-date";
import { errorCode } from "./error-code";
import type { Io } from "./io";

/**
 * @param onLost told why the result could not be written to standard output; a pipe that was closed is no such reason:
 * whoever reads (`… | head`) has enough, and the work goes on without words
 */
export function createNodeIo(onLost: (code: string) => void): Io {
  // What follows the first failure is the same failure.
  process.stdout.once("error", (error) => {
    process.stdout.on("error", () => undefined);
    const code = errorCode(error) ?? "unknown";
    if (code !== "EPIPE" && code !== "EOF") onLost(code);
  });
  // Where sentences of failure can't be written there is nowhere to say so; the status still tells.
  process.stderr.on("error", () => undefined);
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
