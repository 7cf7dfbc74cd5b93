/** Marks of findings: one a cell, with the worst severity and all sentences, the worst cells first. */
import type { Finding, Severity } from "../../rule";
import type { Mark } from "../../hosts/port";

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** @param sentence the sentence of a finding, for the note */
export function marksOf(findings: readonly Finding[], sentence: (finding: Finding) => string): readonly Mark[] {
  const marks = new Map<string, Mark>();
  for (const finding of findings) {
    const { sheet, row, col, severity } = finding;
    const key = `${row}:${col}:${sheet}`;
    const old = marks.get(key);
    const note = old?.note === undefined ? sentence(finding) : `${old.note}\n${sentence(finding)}`;
    const worst = old !== undefined && RANK[old.severity] < RANK[severity] ? old.severity : severity;
    marks.set(key, { sheet, row, col, severity: worst, note });
  }
  return [...marks.values()].sort((a, b) => RANK[a.severity] - RANK[b.severity]);
}
