/** Entry of the command line; bin/taizhang.js calls `start`. */
import { createNodeIo } from "./node-io";
import { run } from "./run";

/** Runs with the process's own arguments. Ends by itself, so that a pipe gets everything that was written. */
export function start(): void {
  run(process.argv.slice(2), createNodeIo()).then(
    (status) => {
      process.exitCode = status;
    },
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.name : "Error"}\n`);
      process.exitCode = 2;
    },
  );
}

export { run };
