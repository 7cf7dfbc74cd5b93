/** Counts of findings. */
import type { FindingCounts, Severity } from "./types";

/** How many findings of each severity. */
export function countFindings(findings: readonly { readonly severity: Severity }[]): FindingCounts {
  let error = 0;
  let warning = 0;
  for (const finding of findings) {
    if (finding.severity === "error") error++;
    else if (finding.severity === "warning") warning++;
  }
  return { error, warning, info: findings.length - error - warning };
}
