/** Step "ignore": findings a person has looked at and set aside, with a reason. */
import type { AnyFinding } from "../types";

/**
 * One finding set aside. It lapses by itself when the text of the cell changes, because the id then changes. Callers
 * keep more beside the id (a reason, a moment) and get it back untouched.
 */
interface IgnoreEntry {
  /** Id of the finding. */
  readonly id: string;
}

interface IgnoreOutcome<F extends AnyFinding, I extends IgnoreEntry> {
  readonly kept: readonly F[];
  readonly ignored: readonly { readonly finding: F; readonly ignore: I }[];
  /** Ignores that met no finding: their cause is gone, or its text has changed. */
  readonly lapsed: readonly I[];
}

/**
 * Parts a report by the list of ignores; order is kept. The last of several ignores of one id counts.
 * @example applyIgnores(findings, [{ id: "overdue:problem:9:0:0k3j", reason: "已批准延期", when: "2025-12-22" }]).kept
 */
export function applyIgnores<F extends AnyFinding, I extends IgnoreEntry>(
  findings: readonly F[],
  ignores: readonly I[],
): IgnoreOutcome<F, I> {
  if (ignores.length === 0) return { kept: findings, ignored: [], lapsed: [] };
  const byId = new Map(ignores.map((ignore) => [ignore.id, ignore]));
  const met = new Set<string>();
  const kept: F[] = [];
  const ignored: { finding: F; ignore: I }[] = [];
  for (const finding of findings) {
    const ignore = byId.get(finding.id);
    if (ignore === undefined) {
      kept.push(finding);
    } else {
      ignored.push({ finding, ignore });
      met.add(finding.id);
    }
  }
  return { kept, ignored, lapsed: [...byId.values()].filter((ignore) => !met.has(ignore.id)) };
}
