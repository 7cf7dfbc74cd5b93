/** Where a copy of a file goes: behind -o for one file, else beside the original with a suffix. */
import { extname } from "node:path";
import type { Args } from "./args";
import { CliFailure } from "./failure";

/**
 * @throws CliFailure where -o is given for several files, or ends otherwise than the original
 * @example copyName(args, "县里/台账.xlsx", "-核验") // "县里/台账-核验.xlsx"
 */
export function copyName(args: Args, file: string, suffix: string): string {
  const ending = extname(file);
  const named = args.text("output");
  if (named === null) return `${file.slice(0, file.length - ending.length)}${suffix}${ending}`;
  if (args.files.length !== 1) {
    throw new CliFailure(
      "-o 只能与一个文件同用；多个文件的副本会写在各自原件旁边，请去掉 -o。",
      "-o can be used with one file only; copies of several files are written beside the originals, so leave -o out.",
    );
  }
  if (extname(named).toLowerCase() !== ending.toLowerCase()) {
    throw new CliFailure(
      `副本「${named}」应与原件同为 ${ending} 格式；例如 -o 台账-核验${ending}。`,
      `The copy “${named}” must be ${ending} like the original; for example -o ledger-checked${ending}.`,
    );
  }
  return named;
}
