/**
 * 督办登记表: the letters that went out, a row each, and beside them the items of each letter. It goes on across runs: what a
 * register holds stays in the next one, numbers go on from its last, and an item's letters are counted.
 */
import type { Book, BookCell, Grid } from "../../grid";
import { plainText } from "../../grid";
import { KIND_WORDS } from "../../ledger";
import { toSerial, type CivilDate } from "../../zh/civil-date";
import { foldKey } from "../../zh/text";
import { fold } from "../common";
import type { DueItem } from "./due-items";

export const REGISTER_NAME = "督办登记表";
const ITEMS_SHEET = "督办事项";
const HEADS = [
  "序号",
  "文号",
  "责任单位",
  "事项数",
  "最长超期天数",
  "发函日期",
  "反馈期限",
  "签收人",
  "签收日期",
  "反馈情况",
] as const;
const ITEM_HEADS = ["文号", "责任单位", "事项类型", "序号", "问题", "整改时限", "第几次"] as const;
const DATES: ReadonlySet<string> = new Set(["发函日期", "反馈期限", "签收日期"]);
const DATE_FORMAT = "yyyy-mm-dd";
/** A heading stands among the first rows. */
const HEAD_WITHIN = 10;

type Value = string | number | null;

export interface Register {
  /** Cells by `HEADS`, without 序号. */
  readonly letters: readonly (readonly Value[])[];
  readonly items: readonly (readonly Value[])[];
  /** The last number that can be read. */
  readonly last: { readonly prefix: string; readonly year: number; readonly number: number } | null;
  /** Letters so far on an item, by `registerKey`. */
  readonly times: ReadonlyMap<string, number>;
  /** It tells which items its letters were on. */
  readonly knowsItems: boolean;
}

export const NO_REGISTER: Register = { letters: [], items: [], last: null, times: new Map(), knowsItems: true };

/** What a letter on an item is counted by: the unit, the kind and the problem, whatever its number is now. */
export function registerKey(unit: string, kind: string, problem: string): string {
  return `${foldKey(unit)}\n${kind}\n${fold(problem)}`;
}

/**
 * A register from the sheets of a workbook; null where none of them is one. Columns are found by their headings.
 * @example readRegister(grids)?.last // { prefix: "×整改办督", year: 2025, number: 4 }
 */
export function readRegister(grids: readonly Grid[]): Register | null {
  const letters = grids.map((grid) => tableOf(grid, HEADS, ["文号", "责任单位"])).find((table) => table !== null);
  if (letters === undefined || letters === null) return null;
  const found = grids.find(({ sheet }) => sheet === ITEMS_SHEET);
  const items = found === undefined ? null : tableOf(found, ITEM_HEADS, ["责任单位", "问题"]);
  const times = new Map<string, number>();
  for (const [, unit, kind, , problem] of items ?? []) {
    const key = registerKey(String(unit ?? ""), String(kind ?? ""), String(problem ?? ""));
    times.set(key, (times.get(key) ?? 0) + 1);
  }
  return {
    letters,
    items: items ?? [],
    last: lastNumber(letters),
    times,
    knowsItems: items !== null || letters.length === 0,
  };
}

/** The rows below a heading row, cells in the order of `heads`; null where the sheet has no such row. */
function tableOf(
  grid: Grid,
  heads: readonly string[],
  needed: readonly string[],
): readonly (readonly Value[])[] | null {
  for (const [index, row] of grid.values.slice(0, HEAD_WITHIN).entries()) {
    const at = new Map(row.map((cell, col) => [cell === null ? "" : foldKey(plainText(cell)), col]));
    if (!needed.every((head) => at.has(head))) continue;
    return grid.values
      .slice(index + 1)
      .map((cells) =>
        heads.map((head): Value => {
          const value = cells[at.get(head) ?? -1] ?? null;
          return typeof value === "number" ? value : value === null ? null : plainText(value);
        }),
      )
      .filter((cells) => needed.some((head) => (cells[heads.indexOf(head)] ?? "") !== ""));
  }
  return null;
}

/** ×整改办督〔2025〕3号, its brackets however they were typed. */
const NUMBER = /^(.*?)[〔[［(（【]\s*(\d{4})\s*[〕\]］)）】]\s*(\d{1,6})\s*号$/u;

/** The highest number of the last series. */
function lastNumber(letters: Register["letters"]): Register["last"] {
  const read = letters.flatMap((cells) => {
    const found = NUMBER.exec(String(cells[HEADS.indexOf("文号")] ?? "").trim());
    return found === null
      ? []
      : [{ prefix: (found[1] ?? "").trim(), year: Number(found[2]), number: Number(found[3]) }];
  });
  const last = read.at(-1);
  if (last === undefined) return null;
  const series = read.filter(({ prefix, year }) => prefix === last.prefix && year === last.year);
  return { ...last, number: Math.max(...series.map(({ number }) => number)) };
}

/** A letter as the register takes it. */
interface Registered {
  readonly unit: string;
  readonly number: string | null;
  readonly items: readonly (DueItem & { readonly written: string; readonly time: number })[];
}

interface RegisterDates {
  readonly signDate: CivilDate | null;
  readonly replyBy: CivilDate | null;
}

/** The register with these letters behind those it holds. */
export function registerBook(
  before: Register,
  letters: readonly Registered[],
  overdue: boolean,
  { signDate, replyBy }: RegisterDates,
): Book {
  const day = (date: CivilDate | null): Value => (date === null ? null : toSerial(date, false));
  const added = letters.map(({ unit, number, items }): readonly Value[] => [
    null,
    number,
    unit,
    items.length,
    overdue ? Math.max(...items.map(({ days }) => days)) : null,
    day(signDate),
    day(replyBy),
    null,
    null,
    null,
  ]);
  const addedItems = letters.flatMap(({ unit, number, items }) =>
    items.map(({ item, written, time }): readonly Value[] => [
      number,
      unit,
      KIND_WORDS[item.ledger.kind].zh,
      item.number,
      item.problem,
      written,
      time,
    ]),
  );
  const rows = [...before.letters, ...added].map((cells, index) => [index + 1, ...cells.slice(1)]);
  return {
    sheets: [
      sheetOf(REGISTER_NAME, HEADS, [6, 22, 22, 8, 12, 13, 13, 12, 13, 24], rows),
      sheetOf(ITEMS_SHEET, ITEM_HEADS, [22, 22, 12, 8, 48, 18, 8], [...before.items, ...addedItems]),
    ],
  };
}

const TEXTS: ReadonlySet<string> = new Set(["问题", "反馈情况"]);

function sheetOf(
  name: string,
  heads: readonly string[],
  widths: readonly number[],
  rows: readonly (readonly Value[])[],
) {
  const cellOf = (value: Value, col: number): BookCell => {
    const head = heads[col] ?? "";
    const look = TEXTS.has(head) ? "text" : "count";
    return { value, look, ...(DATES.has(head) && typeof value === "number" ? { format: DATE_FORMAT } : {}) };
  };
  const last = heads.length - 1;
  return {
    name,
    widths,
    rows: [
      [{ value: name, look: "title" as const }],
      heads.map((value): BookCell => ({ value, look: "head" })),
      ...rows.map((cells) => cells.map(cellOf)),
    ],
    merges: [{ top: 0, left: 0, bottom: 0, right: last }],
    frozen: 2,
    head: 1,
    paper: "A4" as const,
  };
}
