/**
 * The host of an .xlsx or .xlsm: every facet that a file can have. Edits, marks, reports and state go into the package's
 * parts in memory; the file itself is never written, copies are.
 */
import { EMPTY_ROW, type CellValue, type Grid } from "../../grid";
import { lookAt } from "../look";
import { isChangeFormula } from "../ours";
import {
  HostError,
  type CopiesFacet,
  type Edit,
  type EditOutcome,
  type FacetName,
  type LackReason,
  type MarksFacet,
  type ReadFacet,
  type SheetsFacet,
  type StateFacet,
  type WriteFacet,
} from "../port";
import {
  applyEdits,
  cleanXlsx,
  clearMarks,
  countMarks,
  excerptXlsx,
  findReports,
  loadState,
  PackageEditor,
  removeReports,
  removeState,
  saveState,
  setMarks,
  setReport,
  type Workbook,
} from "./xlsx";

interface XlsxFacets {
  readonly read: ReadFacet;
  readonly write: WriteFacet;
  readonly marks: MarksFacet;
  readonly sheets: SheetsFacet;
  readonly state: StateFacet;
  readonly copies: CopiesFacet;
  readonly lacks: Partial<Record<FacetName, LackReason>>;
}

/** Facets over a workbook that was read. */
export function xlsxFacets(workbook: Workbook): XlsxFacets {
  const editor = new PackageEditor(workbook.package);
  const values = new Map(workbook.grids.map((grid) => [grid.sheet, [...grid.values]]));
  return {
    read: readFacet(workbook, values),
    write: { apply: async (edits) => apply(editor, values, edits) },
    marks: {
      // Protection guards cells against a person's hand in Excel, not a file's parts: nothing is locked here.
      find: async () => ({ marked: countMarks(editor), changed: countMarks(editor, isChangeFormula) }),
      set: async (marks) => ({ limit: null, locked: 0, ...setMarks(editor, marks) }),
      clear: async () => {
        const removed = countMarks(editor);
        clearMarks(editor);
        return { removed, locked: 0 };
      },
    },
    sheets: {
      findOurs: async () => findReports(editor),
      add: async (report) => ({ name: setReport(editor, report) }),
      removeOurs: async () => {
        removeReports(editor);
      },
    },
    state: {
      load: async (concern) => loadState(editor, concern),
      save: async (concern, json) => saveState(editor, concern, json),
      remove: async () => {
        removeState(editor);
      },
    },
    copies: {
      current: async () => editor.write(),
      clean: async () => {
        const { bytes, removed } = cleanXlsx(workbook.package, editor);
        return { bytes, removed };
      },
      excerpt: async (excerpt) => excerptXlsx(workbook, excerpt),
    },
    lacks: { events: "notThisHost", select: "notThisHost", lists: "notThisHost" },
  };
}

type Values = ReadonlyMap<string, (readonly CellValue[])[]>;

function readFacet(workbook: Workbook, values: Values): ReadFacet {
  const gridOf = (name: string): Grid => {
    const grid = workbook.grids.find((each) => each.sheet === name);
    const rows = values.get(name);
    if (!grid || !rows) throw new HostError("missingSheet", "sheet not found");
    // Rows are the caller's to replace; ours stay as they are.
    return { ...grid, values: [...rows] };
  };
  return {
    sheets: async () =>
      workbook.sheetInfos
        .filter((info) => values.has(info.name))
        .map(({ id, name, visibility, protected: locked }) => ({ id, name, visibility, protected: locked })),
    grids: async (names, options) => {
      if (options?.signal?.aborted) throw new HostError("cancelled");
      const grids = (names ?? workbook.grids.map((grid) => grid.sheet)).map(gridOf);
      options?.onProgress?.({ done: grids.length, total: grids.length });
      return grids;
    },
    rows: async (sheet, rows) => {
      const all = values.get(sheet);
      if (!all) throw new HostError("missingSheet", "sheet not found");
      return new Map(rows.map((row) => [row, [...(all[row] ?? EMPTY_ROW)]]));
    },
    look: async (since) =>
      lookAt(
        since,
        workbook.grids.map((grid) => ({ ...grid, values: values.get(grid.sheet) ?? [] })),
      ),
  };
}

/** Edits in order: each sees what those before it wrote. */
function apply(editor: PackageEditor, values: Values, edits: readonly Edit[]): EditOutcome[] {
  const outcomes: EditOutcome[] = [];
  // A cell may be edited twice in one batch: a round ends before the second time.
  let round: { readonly index: number; readonly edit: Edit }[] = [];
  const touched = new Set<string>();
  const finish = (): void => {
    const results = applyEdits(
      editor,
      round.map(({ edit }) => edit),
    );
    round.forEach(({ index, edit }, i) => {
      const outcome = results[i]!;
      outcomes[index] = outcome;
      if (outcome.type === "written") put(values, edit);
    });
    round = [];
    touched.clear();
  };
  edits.forEach((edit, index) => {
    const key = `${edit.row},${edit.col},${edit.sheet}`;
    if (touched.has(key)) finish();
    const rows = values.get(edit.sheet);
    const found = rows?.[edit.row]?.[edit.col] ?? null;
    if (rows && found !== edit.expected) {
      outcomes[index] = { type: "changed", found };
      return;
    }
    touched.add(key);
    round.push({ index, edit });
  });
  finish();
  return outcomes;
}

function put(values: Values, { sheet, row, col, value }: Edit): void {
  const rows = values.get(sheet);
  if (!rows) return;
  while (rows.length <= row) rows.push(EMPTY_ROW);
  const cells = [...(rows[row] ?? EMPTY_ROW)];
  while (cells.length <= col) cells.push(null);
  cells[col] = value === "" ? null : value;
  rows[row] = cells;
}
