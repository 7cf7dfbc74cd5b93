/** What notice and signoff have in common: their options, and the notice of a session or why there is none. */
import { describeTemplateProblem, sessionNotice, type Facts } from "../app/documents";
import type { Session } from "../app/session";
import { CliFailure } from "./failure";
import { READING_OPTIONS } from "./options";

/** Options of both, in the order in which help tells them. */
export const DOCUMENT_OPTIONS = [
  ...READING_OPTIONS.filter((name) => name !== "format"),
  "output",
  "facts",
  "from-ledger",
  "style",
  "template",
  "set",
  "strict",
] as const;

/**
 * The notice of a session that has read.
 * @throws CliFailure for a template that is wrong, in words
 */
export function composedNotice(session: Session, facts: Facts, options: Parameters<typeof sessionNotice>[2] = {}) {
  const made = sessionNotice(session, facts, options);
  if (made === null) throw new Error("not read");
  if (made.ok) return made;
  const problem = made.problems[0]!;
  throw new CliFailure(
    `${describeTemplateProblem(problem, "zh")}。`,
    `${describeTemplateProblem(problem, "en")}.`,
    "template",
  );
}
