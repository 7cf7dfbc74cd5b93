/** The commands, in the order of the help. */
import type { Command } from "../command";
import { check } from "./check";
import { create } from "./new";
import { notice } from "./notice";
import { signoff } from "./signoff";
import { summary } from "./summary";
import { tally } from "./tally";

export const COMMANDS: readonly Command[] = [check, tally, summary, notice, signoff, create];
