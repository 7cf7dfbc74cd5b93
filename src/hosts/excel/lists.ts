/**
 * Drop-downs as data validations whose words stand in a hidden sheet of ours: a list written into the rule itself ends at
 * 255 characters. Ours are known by where their words come from, wherever pasting took them; a cell that has a rule of
 * somebody else's keeps it. They suggest only: no entry is refused.
 */
import type { Area } from "../../grid";
import type { CellList } from "../port";
import { isListOf, LISTS_MARK, REPORT_MARK } from "../ours";
import { columnName } from "./addresses";
import type { OwnWrites } from "./own-writes";
import { readExcel, runExcel } from "./run";
import { rangeOf } from "./select-facet";
import type { SheetMemory } from "./sheet-memory";
import { freeName } from "./sheet-names";

const SHEET_NAME = "下拉选项";
/** Pieces of columns asked about, and written, in one request. */
const PIECES_PER_SYNC = 400;
/** The first row says what the words are. */
const FIRST_WORD = 1;

interface Sheet {
  readonly id: string;
  readonly name: string;
  readonly locked: boolean;
  /** It holds the words of our drop-downs. */
  readonly ours: boolean;
}

interface Piece {
  readonly sheet: Sheet;
  readonly area: Area;
}

/** What rule the cells of a piece have, all of them the same. */
type Rule = "none" | "ours" | "other";

const cellsIn = ({ area }: Piece): number => (area.bottom - area.top + 1) * (area.right - area.left + 1);
const sum = (pieces: readonly Piece[]): number => pieces.reduce((total, piece) => total + cellsIn(piece), 0);

export async function findLists(): Promise<boolean> {
  return (await readExcel(sheetsOf)).some(({ ours }) => ours);
}

export function setLists(
  memory: SheetMemory,
  ownWrites: OwnWrites,
  lists: readonly CellList[],
): Promise<{ readonly cells: number; readonly taken: number; readonly locked: number }> {
  return ownWrites.quietly(async () => {
    await takeAway();
    const sheets = await readExcel(sheetsOf);
    const wanted = lists.flatMap((list) => {
      const key = memory.keyOf(list.sheet);
      const sheet = sheets.find(({ id, name }) => id === key || (key === list.sheet && name === key));
      return sheet && list.words.length > 0 ? list.areas.map((area) => ({ sheet, area, list })) : [];
    });
    const open = wanted.filter(({ sheet }) => !sheet.locked);
    const locked = sum(wanted) - sum(open);
    const rules = await rulesOf(open, null);
    const free = rules.flatMap(({ piece, rule }) => (rule === "none" ? [piece] : []));
    if (free.length === 0) return { cells: 0, taken: sum(open), locked };
    const sources = await writeWords(lists);
    for (let at = 0; at < free.length; at += PIECES_PER_SYNC) {
      await offer(free.slice(at, at + PIECES_PER_SYNC), sources);
    }
    return { cells: sum(free), taken: sum(open) - sum(free), locked };
  });
}

export function clearLists(ownWrites: OwnWrites): Promise<{ readonly removed: number; readonly locked: number }> {
  return ownWrites.quietly(takeAway);
}

/** Takes our rules off, then their words; the words stay while cells on protected sheets still ask for them. */
async function takeAway(): Promise<{ readonly removed: number; readonly locked: number }> {
  const sheets = await readExcel(sheetsOf);
  const words = sheets.filter(({ ours }) => ours);
  if (words.length === 0) return { removed: 0, locked: 0 };
  const ours: Piece[] = [];
  for (const one of words) {
    const ruled = await ruledPieces(sheets.filter((sheet) => !sheet.ours));
    for (const { piece, rule } of await rulesOf(ruled, one.name)) if (rule === "ours") ours.push(piece);
  }
  const free = ours.filter(({ sheet }) => !sheet.locked);
  const locked = sum(ours) - sum(free);
  for (let at = 0; at < free.length; at += PIECES_PER_SYNC) {
    await removeRules(free.slice(at, at + PIECES_PER_SYNC));
  }
  if (locked === 0) {
    await runExcel(async (context) => {
      for (const { id } of words) context.workbook.worksheets.getItem(id).delete();
      await context.sync();
    });
  }
  return { removed: sum(free), locked };
}

function removeRules(pieces: readonly Piece[]): Promise<void> {
  return runExcel(async (context) => {
    for (const { sheet, area } of pieces) {
      rangeOf(context.workbook.worksheets.getItem(sheet.id), area).dataValidation.clear();
    }
    await context.sync();
  });
}

async function sheetsOf(context: Excel.RequestContext): Promise<readonly Sheet[]> {
  const { worksheets } = context.workbook;
  worksheets.load("items/id,items/name,items/protection/protected");
  await context.sync();
  const asked = worksheets.items.map((sheet) => {
    const mark = sheet.names.getItemOrNullObject(LISTS_MARK);
    mark.load("name");
    return { sheet, mark };
  });
  await context.sync();
  return asked.map(({ sheet, mark }) => ({
    id: sheet.id,
    name: sheet.name,
    locked: sheet.protection.protected,
    ours: !mark.isNullObject,
  }));
}

/** Cells of the sheets that have any rule, as areas. */
function ruledPieces(sheets: readonly Sheet[]): Promise<readonly Piece[]> {
  return readExcel(async (context) => {
    const asked = sheets.map((sheet) => {
      const { areas } = context.workbook.worksheets
        .getItem(sheet.id)
        .getRange()
        .getSpecialCellsOrNullObject(Excel.SpecialCellType.dataValidations);
      areas.load("items/rowIndex,items/columnIndex,items/rowCount,items/columnCount");
      return { sheet, areas };
    });
    await context.sync();
    return asked.flatMap(({ sheet, areas }) =>
      areas.isNullObject
        ? []
        : areas.items.map(({ rowIndex, columnIndex, rowCount, columnCount }) => ({
            sheet,
            area: {
              top: rowIndex,
              left: columnIndex,
              bottom: rowIndex + rowCount - 1,
              right: columnIndex + columnCount - 1,
            },
          })),
    );
  });
}

/**
 * The rules of pieces. Pieces whose cells differ are cut in two, all of a level in one request.
 * @param words the sheet whose lists are ours; null where none of ours can be there
 */
async function rulesOf<P extends Piece>(
  pieces: readonly P[],
  words: string | null,
): Promise<readonly { readonly piece: P; readonly rule: Rule }[]> {
  const found: { readonly piece: P; readonly rule: Rule }[] = [];
  let open = pieces;
  while (open.length > 0) {
    const mixed: P[] = [];
    for (let at = 0; at < open.length; at += PIECES_PER_SYNC) {
      const some = open.slice(at, at + PIECES_PER_SYNC);
      const rules = await askRules(some, words);
      some.forEach((piece, index) => {
        const rule = rules[index];
        if (rule === null || rule === undefined) mixed.push(piece);
        else found.push({ piece, rule });
      });
    }
    open = mixed.flatMap(halves);
  }
  return found;
}

function askRules(pieces: readonly Piece[], words: string | null): Promise<readonly (Rule | null)[]> {
  return readExcel(async (context) => {
    const asked = pieces.map(({ sheet, area }) => {
      const { dataValidation } = rangeOf(context.workbook.worksheets.getItem(sheet.id), area);
      dataValidation.load("type,rule");
      return dataValidation;
    });
    await context.sync();
    return asked.map(({ type, rule }, index) => {
      if (type === Excel.DataValidationType.none) return "none";
      const single = cellsIn(pieces[index]!) === 1;
      const differs = type === Excel.DataValidationType.inconsistent || type === Excel.DataValidationType.mixedCriteria;
      if (differs && !single) return null;
      const source = (rule as Excel.DataValidationRule | null)?.list?.source;
      if (typeof source !== "string") return "other";
      // Words that are gone with their sheet offer nothing: the cell is as good as free.
      if (source.includes("#REF!")) return "none";
      return words !== null && isListOf(source, words) ? "ours" : "other";
    });
  });
}

function halves<P extends Piece>(piece: P): readonly P[] {
  const { top, bottom, left, right } = piece.area;
  const half = (area: Area): P => ({ ...piece, area });
  if (top < bottom) {
    const middle = Math.floor((top + bottom) / 2);
    return [half({ ...piece.area, bottom: middle }), half({ ...piece.area, top: middle + 1 })];
  }
  const middle = Math.floor((left + right) / 2);
  return [half({ ...piece.area, right: middle }), half({ ...piece.area, left: middle + 1 })];
}

/** Makes the hidden sheet, a list a column. @returns the source of each list */
function writeWords(lists: readonly CellList[]): Promise<ReadonlyMap<CellList, string>> {
  return runExcel(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/name");
    await context.sync();
    const name = freeName(
      SHEET_NAME,
      worksheets.items.map((one) => one.name),
    );
    const sheet = worksheets.add(name);
    // In the request that makes the sheet: none of ours is ever without its marks.
    const corner = sheet.getRangeByIndexes(0, 0, 1, 1);
    for (const mark of [REPORT_MARK, LISTS_MARK]) sheet.names.add(mark, corner).visible = false;
    sheet.visibility = Excel.SheetVisibility.hidden;
    const sources = new Map<CellList, string>();
    const columns = new Map<string, number>();
    for (const list of lists) {
      const key = JSON.stringify(list.words);
      const before = columns.get(key);
      const col = before ?? columns.size;
      const last = FIRST_WORD + list.words.length;
      sources.set(list, `='${name}'!$${columnName(col)}$${FIRST_WORD + 1}:$${columnName(col)}$${last}`);
      if (before !== undefined) continue;
      columns.set(key, col);
      const range = sheet.getRangeByIndexes(0, col, last, 1);
      // Words that look like numbers or days are words here.
      range.numberFormat = [["@"], ...list.words.map(() => ["@"])];
      range.values = [[list.title], ...list.words.map((word) => [word])];
    }
    await context.sync();
    return sources;
  });
}

function offer(
  pieces: readonly (Piece & { readonly list: CellList })[],
  sources: ReadonlyMap<CellList, string>,
): Promise<void> {
  return runExcel(async (context) => {
    for (const { sheet, area, list } of pieces) {
      const { dataValidation } = rangeOf(context.workbook.worksheets.getItem(sheet.id), area);
      dataValidation.rule = { list: { inCellDropDown: true, source: sources.get(list) ?? "" } };
      dataValidation.ignoreBlanks = true;
      dataValidation.errorAlert = { showAlert: false, message: "", title: "", style: "Information" };
    }
    await context.sync();
  });
}
