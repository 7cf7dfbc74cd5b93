/** The copy that is handed in: nothing of ours in it, everything else as it was. */
import type { XlsxPackage } from "./package";
import { removeLists } from "./lists-part";
import { removeOpinions } from "./opinions-part";
import { PackageEditor } from "./package-editor";
import { clearMarks, warningsOf, type PatchWarning } from "./patch-xlsx";
import { proveClean } from "./prove-clean";
import { removeReports } from "./report-part";
import { removeState } from "./state-part";
import { removeLeastStyles } from "./styles-editor";

interface CleanResult {
  readonly bytes: Uint8Array;
  /** `marks:Sheet`, `notes:Sheet`, `lists:Sheet`, `sheet:Name`, `opinions:Sheet`, `state:concern`; empty when nothing of ours was there. */
  readonly removed: readonly string[];
  readonly warnings: readonly PatchWarning[];
}

/**
 * Removes everything of ours and proves that nothing else changed: parts it didn't have to touch have the same bytes, and in
 * those it touched only what is ours is gone.
 * @param edited the package with edits of the user, which stay; it isn't changed
 * @throws HostError damaged, tooLarge; hostFailed when the proof fails (which would be a mistake of ours)
 */
export function cleanXlsx(pack: XlsxPackage, edited: PackageEditor = new PackageEditor(pack)): CleanResult {
  const editor = edited.fork();
  const removed = removeOurs(editor);
  const bytes = editor.write();
  proveClean(pack, edited, editor, bytes);
  return { bytes, removed, warnings: removed.length > 0 ? warningsOf(pack) : [] };
}

/** Removes everything of ours from an editor's package; returns what it was. */
export function removeOurs(editor: PackageEditor): string[] {
  const marks = clearMarks(editor);
  const lists = removeLists(editor);
  const sheets = removeReports(editor).map((name) => `sheet:${name}`);
  const opinions = removeOpinions(editor);
  const state = removeState(editor).map((concern) => `state:${concern}`);
  removeLeastStyles(editor);
  return [...marks, ...lists, ...sheets, ...opinions, ...state];
}
