/**
 * The commands, in the order of the help. Each is loaded when it is asked for: a check need not wait for what writes
 * letters.
 */
import type { Command } from "../command";

const LOADERS = {
  check: async () => (await import(/* webpackChunkName: "command-check" */ "./check")).check,
  tally: async () => (await import(/* webpackChunkName: "command-tally" */ "./tally")).tally,
  merge: async () => (await import(/* webpackChunkName: "command-merge" */ "./merge")).merge,
  compare: async () => (await import(/* webpackChunkName: "command-compare" */ "./compare")).compare,
  snapshot: async () => (await import(/* webpackChunkName: "command-snapshot" */ "./snapshot")).snapshot,
  trend: async () => (await import(/* webpackChunkName: "command-trend" */ "./trend")).trend,
  split: async () => (await import(/* webpackChunkName: "command-split" */ "./split")).split,
  return: async () => (await import(/* webpackChunkName: "command-return" */ "./return")).returnCommand,
  stats: async () => (await import(/* webpackChunkName: "command-stats" */ "./stats")).stats,
  wall: async () => (await import(/* webpackChunkName: "command-wall" */ "./wall")).wall,
  sample: async () => (await import(/* webpackChunkName: "command-sample" */ "./sample")).sample,
  remind: async () => (await import(/* webpackChunkName: "command-remind" */ "./remind")).remind,
  close: async () => (await import(/* webpackChunkName: "command-close" */ "./close")).close,
  facts: async () => (await import(/* webpackChunkName: "command-facts" */ "./facts")).facts,
  summary: async () => (await import(/* webpackChunkName: "command-summary" */ "./summary")).summary,
  template: async () => (await import(/* webpackChunkName: "command-template" */ "./template")).template,
  fill: async () => (await import(/* webpackChunkName: "command-fill" */ "./fill")).fill,
  annotate: async () => (await import(/* webpackChunkName: "command-annotate" */ "./annotate")).annotate,
  clean: async () => (await import(/* webpackChunkName: "command-clean" */ "./clean")).clean,
  notice: async () => (await import(/* webpackChunkName: "command-notice" */ "./notice")).notice,
  signoff: async () => (await import(/* webpackChunkName: "command-signoff" */ "./signoff")).signoff,
  print: async () => (await import(/* webpackChunkName: "command-print" */ "./print")).print,
  proofread: async () => (await import(/* webpackChunkName: "command-proofread" */ "./proofread")).proofread,
  extract: async () => (await import(/* webpackChunkName: "command-extract" */ "./extract")).extract,
  lexicon: async () => (await import(/* webpackChunkName: "command-lexicon" */ "./lexicon")).lexicon,
  new: async () => (await import(/* webpackChunkName: "command-new" */ "./new")).create,
  demo: async () => (await import(/* webpackChunkName: "command-demo" */ "./demo")).demo,
} satisfies Readonly<Record<string, () => Promise<Command>>>;

type CommandName = keyof typeof LOADERS;

export const COMMAND_NAMES = Object.keys(LOADERS) as readonly CommandName[];

/** A command by its name; null where there is none of that name. */
export async function loadCommand(name: string): Promise<Command | null> {
  const known = COMMAND_NAMES.find((each) => each === name);
  return known === undefined ? null : LOADERS[known]();
}

/** All of them, for the help. */
export async function loadCommands(): Promise<readonly Command[]> {
  return Promise.all(COMMAND_NAMES.map((name) => LOADERS[name]()));
}
