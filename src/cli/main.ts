/** Entry of the command line; bin/taizhang.js calls `start`. */
import { createNodeIo } from "./node-io";
import { langOf } from "./lang";
import { versionText } from "./version";
import { failureText } from "./write-file";

/** Runs with the process's own arguments. Ends by itself, so that a pipe gets everything that was written. */
export function start(): void {
  const argv = process.argv.slice(2);
  // Asked by scripts again and again: told before anything is loaded.
  if (argv.length === 1 && argv[0] === "--version") {
    process.stdout.write(versionText(false));
    return;
  }
  const lang = langOf(argv);
  const io = createNodeIo((code) => {
    const reason = failureText(code)[lang];
    process.stderr.write(
      lang === "zh"
        ? `结果无法写到标准输出：${reason}。\n`
        : `The result cannot be written to standard output: ${reason}.\n`,
    );
    process.exit(2);
  });
  const work = import(/* webpackChunkName: "run" */ "./run").then(({ run }) => run(argv, io));
  work.then(
    (status) => {
      process.exitCode = status;
    },
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.name : "Error"}\n`);
      process.exitCode = 2;
    },
  );
}
