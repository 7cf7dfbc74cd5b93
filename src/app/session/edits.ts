/** Fixes and edits: what would be written, writing it through the journal, taking it back, making it again. */
import type { CellValue } from "../../grid";
import { HostError, type Host } from "../../hosts/port";
import type { Answer, Core } from "./core";
import { type EntryPut, sameValue, valueOf } from "./entries";
import { redoable, settleSteps, settleDecision, undoable, type Change, type JournalEntry } from "./journal";
import { windowOf, type Keeping } from "./keeping";
import type { OpenWorkbook } from "./open-workbook";
import { previewEdits, previewFixes } from "./previews";
import type { ReadingPart } from "./reading";
import { cellContent, typedValue } from "./typed-value";
import { placeToMend } from "./place-to-mend";
import type { ApplyOutcome, CellContent, FindingsView, Mending, Preview } from "./result-types";
import type { Session } from "./types";
import { NO_PREVIEW, NOTHING_WRITTEN, present, recoverable } from "./standing-steps";
import { applyPreview, makeAgain, redoEntry, undoEntry, type WritingContext, type WritingResult } from "./writing";

export interface EditsPart {
  readonly previewFixes: (which: Parameters<Session["previewFixes"]>[0]) => Promise<Answer<Preview>>;
  readonly previewEdit: (cells: Parameters<Session["previewEdit"]>[0]) => Promise<Answer<Preview>>;
  readonly mend: (id: string, edit: Mending) => Promise<Answer<ApplyOutcome>>;
  readonly apply: (preview: Preview) => Promise<Answer<ApplyOutcome>>;
  readonly undo: () => Promise<Answer<ApplyOutcome>>;
  readonly redo: () => Promise<Answer<ApplyOutcome>>;
  readonly recover: () => Promise<Answer<ApplyOutcome>>;
  readonly dismissRecovery: () => Promise<Answer<undefined>>;
}

/** @param afterDecisions reads anew what a decision taken back changes */
export function createEdits(
  core: Core,
  keeping: Keeping,
  reading: ReadingPart,
  findings: () => FindingsView | null,
  afterDecisions: (concerns: ReadonlySet<string>) => Promise<void>,
): EditsPart {
  const context = (host: Host): WritingContext => ({
    host,
    journal: () => core.book()?.decisions.journal ?? [],
    changeJournal: keeping.changeJournal,
    rowsOf: (sheet) => core.book()?.grids.find((grid) => grid.sheet === sheet)?.values ?? [],
    onProgress: (done, total) => core.set({ progress: { task: "writing", done, total } }),
  });

  /**
   * Looks at the rows that changes are about, so that those that moved are found; writes; looks again at what was touched.
   * Windows on one workbook write one after the other.
   */
  async function write(
    code: string,
    changes: readonly Change[],
    run: (context: WritingContext, book: OpenWorkbook) => Promise<WritingResult>,
  ): Promise<Answer<ApplyOutcome>> {
    const book = core.book();
    if (book === null) return { value: NOTHING_WRITTEN };
    const { host } = book;
    await reading.freshen(rowsOf(changes));
    if (core.signal()?.aborted) throw new HostError("cancelled");
    // Taking back begins no step: one left half-way stays told until it is taken back.
    core.replace(host, { writing: code !== "undo" });
    const alone = core.environment.exclusive ?? ((_name, work) => work());
    const done = core.recorder.time(code);
    let result: WritingResult;
    try {
      result = await alone(`taizhang:write:${host.workbookKey}`, () => run(context(host), book));
    } finally {
      core.replace(host, { writing: false });
    }
    const { outcome, touched } = result;
    done({ written: outcome.written, refused: outcome.refused });
    core.set({ progress: null });
    const now = core.book();
    if (now?.host === host && host.copies) {
      core.replace(host, { unsaved: unsavedAfter(now.unsaved, outcome, code === "undo") });
    }
    if (touched.size === 0) return answerOf(outcome);
    // Cancelled: what was written until then is told at once, and looked at when its turn comes.
    if (core.signal()?.aborted) void core.quietly("update", async () => void (await reading.freshen(touched)));
    else await reading.freshen(touched);
    return answerOf(outcome);
  }

  async function decisionsBack(entry: JournalEntry, direction: "undo" | "redo"): Promise<Answer<ApplyOutcome>> {
    const book = core.book();
    if (book === null) return { value: NOTHING_WRITTEN };
    const puts: EntryPut[] = [];
    let left = 0;
    for (const { concern, key, before, after } of entry.decisions) {
      const [from, to] = direction === "undo" ? [after, before] : [before, after];
      if (sameValue(valueOf(book.entries, concern, key), from)) puts.push({ concern, key, value: to });
      else left += 1;
    }
    await keeping.put(puts);
    await keeping.changeJournal((journal) =>
      settleDecision(journal, entry.id, direction === "undo" ? "undone" : "done"),
    );
    await afterDecisions(new Set(puts.map((put) => put.concern)));
    return answerOf({ ...NOTHING_WRITTEN, entry, written: puts.length, refused: left });
  }

  return {
    previewFixes: async (which) => {
      const wanted = () => {
        const all = findings()?.findings ?? [];
        if ("rule" in which) return all.filter((finding) => finding.rule === which.rule);
        const ids = new Set(which.ids);
        return all.filter((finding) => ids.has(finding.id));
      };
      await reading.freshen(rowsOf(wanted()));
      const read = core.book()?.reading ?? null;
      if (read === null) return { value: NO_PREVIEW };
      const found = wanted();
      const ids = new Set(found.map((finding) => finding.id));
      const gone = "rule" in which ? [] : which.ids.filter((id) => !ids.has(id));
      const rules = new Set(found.map((finding) => finding.rule));
      const label = "rule" in which ? which.rule : rules.size === 1 ? [...rules][0]! : "fix";
      const preview = previewFixes(read, found, gone, label);
      const { length } = preview.changes;
      return { value: preview, state: length === 0 ? "partial" : "done", data: { cells: length, gone: gone.length } };
    },
    previewEdit: async (cells) => {
      const book = core.book();
      if (book === null) return { value: NO_PREVIEW };
      const current = new Map<string, CellContent>();
      for (const cell of cells) current.set(placeOf(cell), await contentOf(book, cell));
      const preview = previewEdits(
        book.reading,
        cells.map((cell) =>
          "typed" in cell ? { ...cell, value: typedValue(cell.typed, current.get(placeOf(cell))!) } : cell,
        ),
        (sheet, row, col) => current.get(placeOf({ sheet, row, col }))?.value ?? null,
      );
      return { value: preview, data: { cells: preview.changes.length, gone: 0 } };
    },
    mend: async (id, edit) => {
      const find = () => findings()?.findings.find((each) => each.id === id);
      const before = find();
      if (before) await reading.freshen(rowsOf([before]));
      const [finding, book] = [find(), core.book()];
      if (!finding || !book?.reading) return { value: NOTHING_WRITTEN, state: "partial", data: { gone: 1 } };
      const cell = placeToMend(book.reading, finding, edit.field);
      const content = await contentOf(book, cell);
      const value = "typed" in edit ? typedValue(edit.typed, content) : edit.value;
      const { changes, ...preview } = previewEdits(book.reading, [{ ...cell, value }], () => content.value);
      const told = { ...preview, changes: changes.map((change) => ({ ...change, findingId: id, item: finding.item })) };
      return write("apply", told.changes, (into) => {
        const at = core.environment.wallClock();
        return applyPreview(into, told, { id: keeping.newId(at), at });
      });
    },
    apply: (preview) =>
      write("apply", preview.changes, (into) => {
        const at = core.environment.wallClock();
        return applyPreview(into, preview, { id: keeping.newId(at), at });
      }),
    undo: async () => {
      await keeping.refresh();
      const book = core.book();
      const entry = book === null ? null : undoable(present(book));
      if (entry === null) return { value: NOTHING_WRITTEN };
      return entry.decisions.length > 0
        ? decisionsBack(entry, "undo")
        : write("undo", entry.changes, (into) => undoEntry(into, entry));
    },
    redo: async () => {
      await keeping.refresh();
      const book = core.book();
      const entry = book === null ? null : redoable(present(book));
      if (entry === null) return { value: NOTHING_WRITTEN };
      return entry.decisions.length > 0
        ? decisionsBack(entry, "redo")
        : write("redo", entry.changes, (into) => redoEntry(into, entry));
    },
    recover: async () => {
      await keeping.refresh();
      const entries = core.book() === null ? [] : recoverable(core.book()!).entries;
      let total = NOTHING_WRITTEN;
      for (const entry of entries) {
        const { value } = await write("recover", entry.changes, (into) => makeAgain(into, entry));
        total = { ...value, entry: null, ...lastOfEach([...total.outcomes, ...value.outcomes]) };
        const book = core.book();
        if (value.failure !== null || book === null) break;
        const absent = new Set(book.absent);
        if (value.written > 0) absent.delete(entry.id);
        core.replace(book.host, { absent });
      }
      return answerOf(total);
    },
    dismissRecovery: async () => {
      await keeping.refresh();
      const book = core.book();
      const ids = new Set(book === null ? [] : recoverable(book).entries.map((entry) => entry.id));
      // A window that is open holds its edits itself: here they are offered no more, and stay what they are.
      const settled = new Set([...ids].filter((id) => !book!.living.has(windowOf(id))));
      await keeping.changeJournal((journal) => settleSteps(journal, settled));
      if (book !== null) core.replace(book.host, { waved: new Set([...book.waved, ...ids]) });
      return { value: undefined };
    },
  };
}

interface SheetCell {
  readonly sheet: string;
  readonly row: number;
  readonly col: number;
}

const placeOf = ({ sheet, row, col }: SheetCell): string => `${row}:${col}:${sheet}`;

/** A cell that was written twice counts once, as it came out. */
function lastOfEach(outcomes: ApplyOutcome["outcomes"]): Pick<ApplyOutcome, "outcomes" | "written" | "refused"> {
  const last = [...new Map(outcomes.map((each) => [placeOf(each.change), each])).values()];
  const written = last.filter(({ outcome }) => outcome.type === "written").length;
  return { outcomes: last, written, refused: last.length - written };
}

/** What stands in a cell now. */
async function contentOf(book: OpenWorkbook, { sheet, row, col }: SheetCell): Promise<CellContent> {
  const values = await book.host.read.rows(sheet, [row]);
  const grid = book.grids.find((each) => each.sheet === sheet);
  return cellContent(values.get(row)?.[col] ?? null, grid?.formatAt?.(row, col), grid?.date1904 ?? false);
}

/** Cells that differ from the file, after these were written; one that holds again what it held is none. */
function unsavedAfter(
  unsaved: ReadonlyMap<string, CellValue>,
  { outcomes }: ApplyOutcome,
  back: boolean,
): ReadonlyMap<string, CellValue> {
  const now = new Map(unsaved);
  for (const { change, outcome } of outcomes) {
    if (outcome.type !== "written") continue;
    const cell = `${change.sheet}!${change.cell}`;
    const [from, to] = back ? [change.after, change.before] : [change.before, change.after];
    const held = now.has(cell) ? now.get(cell)! : from;
    if (sameValue(held ?? "", to ?? "")) now.delete(cell);
    else now.set(cell, held);
  }
  return now;
}

function rowsOf(places: readonly { readonly sheet: string; readonly row: number }[]): Map<string, Set<number>> {
  const rows = new Map<string, Set<number>>();
  for (const { sheet, row } of places) rows.set(sheet, (rows.get(sheet) ?? new Set()).add(row));
  return rows;
}

function answerOf(outcome: ApplyOutcome): Answer<ApplyOutcome> {
  const { written, refused, failure, entry, outcomes } = outcome;
  return {
    value: outcome,
    state: failure !== null ? "failed" : refused > 0 ? "partial" : "done",
    data: { written, refused, label: entry?.label ?? "", decisions: (entry?.decisions.length ?? 0) > 0 },
    failure,
    left: outcomes.filter(({ outcome: { type } }) => type !== "written"),
  };
}
