/** A copy of a workbook with some cells written, and nothing else changed. */
import type { EditedCopy } from "../draft";
import { applyEdits, type CellPatch, hasFormulas, type Inflater, LIMITS, openPackage, PackageEditor } from "./xlsx";

export function editCells(bytes: Uint8Array, edits: readonly CellPatch[], inflater: Inflater): EditedCopy {
  const editor = new PackageEditor(openPackage(bytes, inflater, LIMITS));
  const outcomes = applyEdits(editor, edits, false);
  const isChanged = outcomes.some(({ type }) => type === "written");
  return { bytes: isChanged ? editor.write() : bytes, outcomes, formulas: isChanged && hasFormulas(editor) };
}
