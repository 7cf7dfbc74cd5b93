/** The copy that is handed in: nothing of ours in it, everything else as it was. */
import { HostError } from "../../port";
import type { XlsxPackage } from "./package";
import { PackageEditor } from "./package-editor";
import { clearMarks, warningsOf, type PatchWarning } from "./patch-xlsx";
import { removeReports } from "./report-part";
import { removeState } from "./state-part";
import { removeLeastStyles } from "./styles-editor";
import { openZip, type ZipArchive, type ZipEntry } from "./zip";

export interface CleanResult {
  readonly bytes: Uint8Array;
  /** `marks:Sheet`, `notes:Sheet`, `sheet:Name`, `state:concern`; empty when nothing of ours was there. */
  readonly removed: readonly string[];
  readonly warnings: readonly PatchWarning[];
}

/**
 * Removes everything of ours and proves that every part it didn't have to touch has the same bytes.
 * @param edited the package with edits of the user, which stay; it isn't changed
 * @throws HostError damaged, tooLarge; hostFailed when the proof fails (which would be a mistake of ours)
 */
export function cleanXlsx(pack: XlsxPackage, edited: PackageEditor = new PackageEditor(pack)): CleanResult {
  const editor = edited.fork();
  const removed = removeOurs(editor);
  const bytes = editor.write();
  proveUnchanged(pack, bytes, new Set(editor.changed().map((name) => name.toLowerCase())));
  return { bytes, removed, warnings: removed.length > 0 ? warningsOf(pack) : [] };
}

/** Removes everything of ours from an editor's package; returns what it was. */
export function removeOurs(editor: PackageEditor): string[] {
  const marks = clearMarks(editor);
  const sheets = removeReports(editor).map((name) => `sheet:${name}`);
  const state = removeState(editor).map((concern) => `state:${concern}`);
  removeLeastStyles(editor);
  return [...marks, ...sheets, ...state];
}

/** Every part but the touched ones: there in the copy, with the same compressed bytes and the same sum, in the same order. */
function proveUnchanged(pack: XlsxPackage, bytes: Uint8Array, touched: ReadonlySet<string>): void {
  const copy = openZip(bytes, pack.limits);
  const untouched = (archive: ZipArchive): ZipEntry[] =>
    archive.entries.filter((entry) => !touched.has(entry.name.toLowerCase()));
  const before = untouched(pack.archive);
  const after = untouched(copy);
  const same =
    before.length === after.length &&
    before.every((entry, i) => {
      const other = after[i]!;
      return entry.name === other.name && entry.crc === other.crc && sameBytes(pack.archive, entry, copy, other);
    });
  if (!same) throw new HostError("hostFailed", "a part changed that must not");
}

function sameBytes(one: ZipArchive, a: ZipEntry, two: ZipArchive, b: ZipEntry): boolean {
  if (a.compressedSize !== b.compressedSize) return false;
  for (let i = 0; i < a.compressedSize; i++) {
    if (one.bytes[a.dataStart + i] !== two.bytes[b.dataStart + i]) return false;
  }
  return true;
}
