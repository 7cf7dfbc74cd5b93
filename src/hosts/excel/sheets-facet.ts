/** Report sheets: 核验报告 and the like, made on request and marked as ours, so that they can be replaced and removed. */
import { createBookFacet } from "./book-facet";
import { BOOK_MARKS, LISTS_MARK, REPORT_MARK } from "../ours";
import { HostError, type ReportSheet, type SheetsFacet } from "../port";
import type { OwnWrites } from "./own-writes";
import { readExcel, runExcel } from "./run";
import type { fill } from "./report-sheet";
import type { SheetMemory } from "./sheet-memory";
import { freeName, NAME_LIMIT } from "./sheet-names";

/** Loads with the first report. */
type Fill = typeof fill;

/** A report that was being made: a sheet of that name which was not there before is ours, marked or not. */
interface Attempt {
  readonly name: string;
  readonly before: ReadonlySet<string>;
}

interface SheetsState {
  attempt: Attempt | null;
  readonly memory: SheetMemory;
}

export function createSheetsFacet(memory: SheetMemory, ownWrites: OwnWrites): SheetsFacet {
  const state: SheetsState = { attempt: null, memory };
  return {
    book: createBookFacet(ownWrites),
    findOurs: () =>
      readExcel(async (context) => (await findSheets(context, state)).filter((one) => one.ours).map((one) => one.name)),
    add: async (sheet) => {
      const { fill } = await import(/* webpackChunkName: "report-sheet-excel" */ "./report-sheet");
      return ownWrites.quietly(() => runExcel((context) => addSheet(context, state, sheet, fill)));
    },
    removeOurs: () =>
      ownWrites.quietly(() =>
        runExcel(async (context) => {
          const ours = (await findSheets(context, state)).filter((one) => one.ours);
          for (const { sheet } of ours) sheet.delete();
          if (ours.length > 0) await context.sync();
          state.attempt = null;
        }),
      ),
  };
}

interface KnownSheet {
  readonly sheet: Excel.Worksheet;
  readonly name: string;
  readonly ours: boolean;
  /** It has our mark. */
  readonly marked: boolean;
}

async function findSheets(context: Excel.RequestContext, { attempt }: SheetsState): Promise<readonly KnownSheet[]> {
  const { worksheets } = context.workbook;
  worksheets.load("items/id,items/name");
  await context.sync();
  const asked = worksheets.items.map((sheet) => {
    const [mark, ...others] = [REPORT_MARK, LISTS_MARK, ...BOOK_MARKS].map((name) =>
      sheet.names.getItemOrNullObject(name),
    );
    for (const one of [mark, ...others]) one?.load("name");
    return { sheet, mark, others };
  });
  await context.sync();
  // Sheets of a book, and of words of drop-downs, are none of the reports.
  const isReport = ({ mark, others }: (typeof asked)[number]): boolean =>
    mark?.isNullObject === false && others.every((one) => one.isNullObject);
  return asked.map((one) => ({
    sheet: one.sheet,
    name: one.sheet.name,
    marked: isReport(one),
    ours: isReport(one) || (one.sheet.name === attempt?.name && !attempt.before.has(one.sheet.id)),
  }));
}

async function addSheet(
  context: Excel.RequestContext,
  state: SheetsState,
  report: ReportSheet,
  fill: Fill,
): Promise<{ readonly name: string }> {
  const sheets = await findSheets(context, state);
  const wanted = report.name.replace(/[[\]:*?/\\]/g, " ").slice(0, NAME_LIMIT);
  const old = sheets.find((one) => one.ours && one.name === wanted);
  const name = old
    ? wanted
    : freeName(
        wanted,
        sheets.map((one) => one.name),
      );
  if (!old) state.attempt = { name, before: new Set(sheets.map((one) => one.sheet.id)) };
  // Emptied rather than deleted: deleting a sheet costs the user's undo stack.
  const sheet = old ? old.sheet : context.workbook.worksheets.add(name);
  if (old) sheet.getRange().clear();
  // In the request that makes the sheet: none of ours is ever without its mark.
  if (!old?.marked) sheet.names.add(REPORT_MARK, sheet.getRangeByIndexes(0, 0, 1, 1)).visible = false;
  try {
    await context.sync();
    await fill(context, state.memory, sheet, report);
  } catch (error) {
    if (!old) await dropSheet(state);
    throw error;
  }
  state.attempt = null;
  return { name };
}

/** A half-made report is worse than none. */
async function dropSheet(state: SheetsState): Promise<void> {
  try {
    await runExcel(async (context) => {
      const made = (await findSheets(context, state)).find((one) => one.ours && one.name === state.attempt?.name);
      made?.sheet.delete();
      if (made) await context.sync();
      state.attempt = null;
    });
  } catch (error) {
    // The first failure is told. What is left is known as ours, and goes with the next report or with all of ours.
    if (!(error instanceof HostError)) throw error;
  }
}
