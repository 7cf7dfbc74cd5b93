/** Marks of findings: one a cell, with the worst severity and all sentences, the worst cells first. */
import { severityRank, type Finding } from "../../rule";
import type { Mark } from "../../hosts/port";

/** @param sentence the sentence of a finding, for the note */
export function marksOf(findings: readonly Finding[], sentence: (finding: Finding) => string): readonly Mark[] {
  const marks = new Map<string, Mark>();
  for (const finding of findings) {
    const { sheet, row, col, severity } = finding;
    const key = `${row}:${col}:${sheet}`;
    const old = marks.get(key);
    const note = old?.note === undefined ? sentence(finding) : `${old.note}\n${sentence(finding)}`;
    const worst = old !== undefined && severityRank(old.severity) < severityRank(severity) ? old.severity : severity;
    marks.set(key, { sheet, row, col, severity: worst, note });
  }
  return [...marks.values()].sort((a, b) => severityRank(a.severity) - severityRank(b.severity));
}
