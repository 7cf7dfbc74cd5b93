/** The form of letters (督办函要素) on the command line, and what keeps letters from being written. */
import { FACT_LABELS } from "../app/documents";
import { NO_LETTER_FACTS, readLetterFacts } from "../app/letters";
import type { LetterFacts } from "../month";
import { foldKey } from "../zh/text";
import type { Args } from "./args";
import { CliFailure } from "./failure";
import { readJson } from "./state-file";

/**
 * What --facts says; nothing without it.
 * @throws CliFailure for a file that is no form of letters, with what is wrong
 */
export async function letterFactsOf(args: Args): Promise<LetterFacts> {
  const path = args.text("facts");
  if (path === null) return NO_LETTER_FACTS;
  // One file may hold the form of the notice as well.
  const others = new Set([...Object.keys(FACT_LABELS), ...Object.values(FACT_LABELS)].map(foldKey));
  const outcome = readLetterFacts(await readJson(path, "督办函要素文件", "facts file"), others);
  if (outcome.ok) return outcome.facts;
  throw new CliFailure(`督办函要素文件「${path}」：${outcome.zh}`, `The facts file “${path}”: ${outcome.en}`, "facts");
}

/** Arguments for a session: it is opened with the form of the notice, which that of letters is not. */
export function withoutFacts(args: Args): Args {
  return { ...args, text: (name) => (name === "facts" ? null : args.text(name)) };
}

/** Nobody to write to. */
export function noUnitColumn(file: string): CliFailure {
  return new CliFailure(
    `「${file}」没有责任单位列，函不知发给谁；请在台账中加一列「责任单位」，或用 --column 责任单位=表头 指定。`,
    `“${file}” has no column of units, so letters have nobody to go to; add a column 责任单位, or name it with --column unit=HEADER.`,
    "noUnitColumn",
  );
}
