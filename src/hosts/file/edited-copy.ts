/** A copy of a workbook with some cells written, and nothing else changed. */
import type { EditOutcome } from "../port";
import { applyEdits, type CellPatch, hasFormulas, type Inflater, LIMITS, openPackage, PackageEditor } from "./xlsx";

export interface EditedCopy {
  readonly bytes: Uint8Array;
  /** In the order of the edits. */
  readonly outcomes: readonly EditOutcome[];
  readonly formulas: boolean;
}

export function editCells(bytes: Uint8Array, edits: readonly CellPatch[], inflater: Inflater): EditedCopy {
  const editor = new PackageEditor(openPackage(bytes, inflater, LIMITS));
  const outcomes = applyEdits(editor, edits, false);
  const isChanged = outcomes.some(({ type }) => type === "written");
  return { bytes: isChanged ? editor.write() : bytes, outcomes, formulas: isChanged && hasFormulas(editor) };
}
