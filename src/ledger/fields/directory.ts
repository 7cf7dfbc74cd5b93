/** 单位名录: a sheet that lists units (单位名称, 简称) becomes the directory that unit cells are compared with. */
import { isBlank, plainText, type Grid } from "../../grid";
import { foldHeader, sensesOf } from "../columns/header-words";
import type { ColumnKey, UnitDirectory } from "../types";
import { buildDirectory } from "./unit-directory";
import { re } from "../../zh/pattern";
import { directory as words } from "../../zh/words/directory";

const NAME_WORDS: ReadonlySet<string> = new Set(
  "单位名称 单位全称 全称 规范名称 标准名称 部门名称 科室名称 股室名称 责任单位名称 单位 部门 科室 责任单位 名称 规范全称 单位规范名称".split(
    " ",
  ),
);
const SHORT_WORDS: ReadonlySet<string> = new Set(
  "简称 单位简称 别名 曾用名 常用简称 其他名称 又称 俗称 规范简称 简称/别名 简称(别名) 别称".split(" "),
);
const SHEET_WORDS = [
  "单位名录",
  "单位名单",
  "单位目录",
  "单位字典",
  "单位库",
  "单位表",
  "科室名单",
  "部门名单",
  "名录",
  "单位清单",
  "责任单位名",
];
/** Fields that a list of units doesn't have: with one of them the sheet is a ledger, whatever it is called. */
const LEDGER_FIELDS: ReadonlySet<ColumnKey> = new Set<ColumnKey>([
  "problem",
  "task",
  "measure",
  "deadline",
  "status",
  "progress",
  "form",
]);
/** Header rows are looked for this far down. */
const SEARCHED_ROWS = 30;
const MOST_UNITS = 50_000;
const BETWEEN_SHORT_NAMES = /[、，,;；/\n\r|]+/;

const DIRECTORY_TEXT = re`^${words.directoryText}`;

/**
 * The directory that a sheet holds, or null if it is no sheet of units: it has a column 单位名称 beside one of 简称, or
 * its name says so.
 */
export function readDirectory(grid: Grid): UnitDirectory | null {
  const named = SHEET_WORDS.some((word) => grid.sheet.includes(word));
  const header = findHeader(grid, named);
  if (!header) return null;
  const rows: { name: string; shortNames: string[] }[] = [];
  for (let row = header.row + 1; row < grid.values.length && rows.length < MOST_UNITS; row++) {
    const values = grid.values[row];
    if (!values || values.length === 0) continue;
    const name = plainText(values[header.name]);
    if (name === "" || name.length > 100 || DIRECTORY_TEXT.test(name)) continue;
    const shortNames: string[] = [];
    for (const col of header.shorts) {
      if (isBlank(values[col])) continue;
      for (const short of plainText(values[col]).slice(0, 400).split(BETWEEN_SHORT_NAMES))
        if (short.trim() !== "") shortNames.push(short.trim());
    }
    rows.push({ name, shortNames });
  }
  return rows.length > 0 ? buildDirectory(rows, grid.sheet) : null;
}

function findHeader(grid: Grid, named: boolean): { row: number; name: number; shorts: number[] } | null {
  for (let row = 0; row < Math.min(grid.values.length, SEARCHED_ROWS); row++) {
    const values = grid.values[row] ?? [];
    let name = -1;
    let filled = 0;
    let speaksOfProblems = false;
    const shorts: number[] = [];
    for (let col = 0; col < Math.min(values.length, 20); col++) {
      if (isBlank(values[col])) continue;
      filled++;
      const word = foldHeader(plainText(values[col]).slice(0, 60));
      speaksOfProblems ||= sensesOf(word).some(({ key }) => LEDGER_FIELDS.has(key));
      if (SHORT_WORDS.has(word)) shorts.push(col);
      else if (NAME_WORDS.has(word) && name < 0) name = col;
    }
    if (speaksOfProblems && filled >= 3) return null;
    if (name >= 0 && (shorts.length > 0 || (named && filled <= 6))) return { row, name, shorts };
  }
  return null;
}
