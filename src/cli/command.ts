/** What a command of the command line is. Each is one file in commands/, listed in commands/index.ts. */
import type { Lang } from "../rule";
import type { Args } from "./args";
import type { Io } from "./io";
import type { CommandOption } from "./options";

export interface Command {
  readonly name: string;
  /** What it does, in one line. */
  readonly zh: string;
  readonly en: string;
  /** What stands behind the options. */
  readonly operands: { readonly zh: string; readonly en: string };
  readonly options: readonly CommandOption[];
  readonly examples: readonly string[];
  /** @returns the exit status: 0, 1 (findings) or 2 (unusable input, already said) */
  run(args: Args, io: Io, lang: Lang): Promise<number>;
}
