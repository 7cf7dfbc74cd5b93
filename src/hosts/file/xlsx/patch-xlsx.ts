/**
 * A workbook's copy with values, marks, notes, report sheets and state of ours in it. Everything that isn't touched is
 * repeated byte for byte.
 */
import { cellName, type CellValue } from "../../../grid";
import type { TextChange } from "../../form";
import type { EditOutcome, Mark, ReportSheet } from "../../port";
import { writeCells, type CellChange, type CellOutcome } from "./cells-part";
import { addMarks, removeMarks } from "./marks-part";
import { addNotes, removeNotes, type Note } from "./notes-part";
import type { XlsxPackage } from "./package";
import { PackageEditor } from "./package-editor";
import { addReport, removeReports } from "./report-part";
import { removeState, saveState } from "./state-part";
import { removeLeastStyles } from "./styles-editor";

export interface CellPatch {
  readonly sheet: string;
  readonly row: number;
  readonly col: number;
  readonly value: CellValue;
  /** Of a text: the pieces of the old one that differ, so that runs keep their looks. */
  readonly changes?: readonly TextChange[];
}

export interface PatchChanges {
  readonly edits?: readonly CellPatch[];
  /** All marks there are to be, with their notes; those of an earlier run go. */
  readonly marks?: readonly Mark[];
  readonly reports?: readonly ReportSheet[];
  /** JSON by concern; null removes the concern. */
  readonly state?: ReadonlyMap<string, string | null>;
}

export type PatchWarning =
  /** The workbook is signed: any change makes its signature invalid. */
  "signature";

interface PatchResult {
  readonly bytes: Uint8Array;
  readonly outcomes: readonly EditOutcome[];
  /** Marked cells. */
  readonly marked: number;
  /** Cells without our note: they have one or a threaded comment of their own, or there were too many. `Sheet!A1`. */
  readonly notesSkipped: readonly string[];
  /** Names the report sheets got. */
  readonly reports: readonly string[];
  readonly warnings: readonly PatchWarning[];
}

/** Most notes in a workbook: each is a drawn shape, and programs grow slow with more. */
const MOST_NOTES = 5_000;

/**
 * @throws HostError damaged (a part that has to change isn't well-formed), tooLarge
 * @example
 * const { bytes } = patchXlsx(workbook.package, { marks: [{ sheet: "台账", row: 4, col: 4, severity: "error" }] });
 */
export function patchXlsx(pack: XlsxPackage, changes: PatchChanges): PatchResult {
  const editor = new PackageEditor(pack);
  const outcomes = changes.edits ? applyEdits(editor, changes.edits) : [];
  const { marked, notesSkipped } = changes.marks ? setMarks(editor, changes.marks) : { marked: 0, notesSkipped: [] };
  const reports = (changes.reports ?? []).map((report) => setReport(editor, report));
  for (const [concern, json] of changes.state ?? []) {
    if (json === null) removeState(editor, concern);
    else saveState(editor, concern, json);
  }
  return { bytes: editor.write(), outcomes, marked, notesSkipped, reports, warnings: warningsOf(pack) };
}

/**
 * Writes edits; outcomes in their order.
 * @param recalculate whether a workbook with formulas is told to calculate them anew when it is opened
 */
export function applyEdits(editor: PackageEditor, edits: readonly CellPatch[], recalculate = true): EditOutcome[] {
  const bySheet = new Map<string, { readonly index: number; readonly change: CellChange }[]>();
  edits.forEach(({ sheet, row, col, value, changes }, index) => {
    const list = bySheet.get(sheet) ?? [];
    bySheet.set(sheet, list);
    list.push({ index, change: { row, col, value, ...(changes ? { changes } : {}) } });
  });
  const outcomes = new Array<EditOutcome>(edits.length);
  for (const [sheet, list] of bySheet) {
    const results = writeCells(
      editor,
      sheet,
      list.map(({ change }) => change),
      recalculate,
    );
    list.forEach(({ index }, i) => {
      outcomes[index] = outcomeOf(results[i] ?? "missingSheet");
    });
  }
  return outcomes;
}

function outcomeOf(outcome: CellOutcome): EditOutcome {
  return outcome === "written" ? { type: "written" } : { type: "refused", reason: outcome };
}

/** Replaces all marks and notes of ours. */
export function setMarks(editor: PackageEditor, marks: readonly Mark[]): { marked: number; notesSkipped: string[] } {
  clearMarks(editor);
  const marked = addMarks(editor, marks);
  const notesSkipped: string[] = [];
  let left = MOST_NOTES;
  for (const sheet of editor.workbook().sheets) {
    if (sheet.kind !== "worksheet" || !editor.has(sheet.part)) continue;
    const wanted = notesOf(marks, sheet.name);
    const notes = wanted.slice(0, left);
    left -= notes.length;
    const skipped = notes.length > 0 ? addNotes(editor, sheet, notes) : [];
    skipped.push(...wanted.slice(notes.length).map(({ row, col }) => cellName(row, col)));
    for (const cell of skipped) notesSkipped.push(`${sheet.name}!${cell}`);
  }
  return { marked, notesSkipped };
}

/** One note a cell: the sentences of its marks, one a line. */
function notesOf(marks: readonly Mark[], sheet: string): Note[] {
  const byCell = new Map<string, { row: number; col: number; lines: Set<string> }>();
  for (const mark of marks) {
    if (mark.sheet !== sheet || mark.note === undefined || mark.note === "") continue;
    const key = `${mark.row},${mark.col}`;
    const cell = byCell.get(key) ?? { row: mark.row, col: mark.col, lines: new Set<string>() };
    cell.lines.add(mark.note);
    byCell.set(key, cell);
  }
  return [...byCell.values()].map(({ row, col, lines }) => ({ row, col, text: [...lines].join("\n") }));
}

/** Removes all marks and notes of ours. Returns what was removed: `marks:Sheet`, `notes:Sheet`. */
export function clearMarks(editor: PackageEditor): string[] {
  const notes = removeNotes(editor).map((sheet) => `notes:${sheet}`);
  const marks = removeMarks(editor).map((sheet) => `marks:${sheet}`);
  removeLeastStyles(editor);
  return [...marks, ...notes];
}

/** Adds a report sheet in place of an earlier one of ours with that name; returns the name it got. */
export function setReport(editor: PackageEditor, report: ReportSheet): string {
  removeReports(editor, report.name);
  return addReport(editor, report);
}

/** Warnings about changing this workbook at all. */
export function warningsOf(pack: XlsxPackage): PatchWarning[] {
  return pack.archive.entries.some((entry) => /^_xmlsignatures\//i.test(entry.name)) ? ["signature"] : [];
}
