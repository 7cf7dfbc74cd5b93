/** Marks of cells: one a cell, with the gravest look and all sentences, the gravest cells first. */
import type { Finding } from "../../rule";
import { MARK_LOOKS } from "../../hosts/ours";
import type { Mark } from "../../hosts/port";

export function mergedMarks(marks: readonly Mark[]): readonly Mark[] {
  const merged = new Map<string, Mark>();
  const rank = ({ severity }: Mark): number => MARK_LOOKS.indexOf(severity);
  for (const mark of [...marks].sort((a, b) => rank(a) - rank(b))) {
    const key = `${mark.row}:${mark.col}:${mark.sheet}`;
    const graver = merged.get(key);
    const notes = [graver?.note, mark.note].filter((note) => note !== undefined && note !== "");
    merged.set(key, graver === undefined ? mark : { ...graver, note: notes.join("\n") });
  }
  return [...merged.values()];
}

/** @param sentence the sentence of a finding, for the note */
export function marksOf(findings: readonly Finding[], sentence: (finding: Finding) => string): readonly Mark[] {
  return mergedMarks(
    findings.map((finding) => {
      const { sheet, row, col, severity } = finding;
      return { sheet, row, col, severity, note: sentence(finding) };
    }),
  );
}
