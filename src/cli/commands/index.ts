/** The commands, in the order of the help. */
import type { Command } from "../command";
import { annotate } from "./annotate";
import { check } from "./check";
import { clean } from "./clean";
import { close } from "./close";
import { compare } from "./compare";
import { extract } from "./extract";
import { facts } from "./facts";
import { fill } from "./fill";
import { lexicon } from "./lexicon";
import { merge } from "./merge";
import { create } from "./new";
import { notice } from "./notice";
import { print } from "./print";
import { proofread } from "./proofread";
import { remind } from "./remind";
import { returnCommand } from "./return";
import { sample } from "./sample";
import { signoff } from "./signoff";
import { snapshot } from "./snapshot";
import { split } from "./split";
import { stats } from "./stats";
import { summary } from "./summary";
import { tally } from "./tally";
import { template } from "./template";
import { trend } from "./trend";
import { wall } from "./wall";

export const COMMANDS: readonly Command[] = [
  check,
  tally,
  merge,
  compare,
  snapshot,
  trend,
  split,
  returnCommand,
  stats,
  wall,
  sample,
  remind,
  close,
  facts,
  summary,
  template,
  fill,
  annotate,
  clean,
  notice,
  signoff,
  print,
  proofread,
  extract,
  lexicon,
  create,
];
