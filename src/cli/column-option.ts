/** `--column FIELD=HEADER`: a person's word on which column is meant, for every file of the command. */
import type { Session } from "../app/session";
import { nearestName } from "../app/settings";
import {
  COLUMN_KEYS,
  type ColumnKey,
  type ColumnSettlement,
  COLUMN_WORDS,
  kindOfValue,
  type RowSettlement,
} from "../ledger";
import { CliFailure } from "./failure";

/** Fields as they are called in both languages. */
const FIELDS: ReadonlyMap<string, ColumnKey> = new Map(
  COLUMN_KEYS.flatMap((key) => [
    [key, key] as const,
    [COLUMN_WORDS[key].zh, key] as const,
    [COLUMN_WORDS[key].zh.replace("整改", ""), key] as const,
  ]),
);

/**
 * @throws CliFailure where the pair is none, or the field unknown
 * @example readColumn("整改状态=巡察办认定") // { field: "status", among: [], take: "巡察办认定" }
 */
export function readColumn(pair: string): ColumnSettlement {
  const equals = pair.search(/[=＝]/);
  const [name, take] = [pair.slice(0, Math.max(0, equals)).trim(), pair.slice(equals + 1).trim()];
  if (equals <= 0 || take === "") {
    throw new CliFailure(
      `--column 应写作 字段=列名，现在是「${pair}」；例如 --column 整改状态=巡察办认定。`,
      `--column takes FIELD=HEADER, not “${pair}”; for example --column status=巡察办认定.`,
    );
  }
  const field = FIELDS.get(name);
  if (field === undefined) {
    const nearest = nearestName(name, [...FIELDS.keys()]);
    throw new CliFailure(
      `--column 中没有名为「${name}」的字段${nearest === null ? "" : `；是否指「${nearest}」？`}`,
      `--column knows no field “${name}”${nearest === null ? "." : `; did you mean “${nearest}”?`}`,
    );
  }
  return { field, among: [], take };
}

const ROW_SAYS: ReadonlyMap<string, boolean> = new Map([
  ["item", true],
  ["none", false],
  ["算", true],
  ["不算", false],
]);

/**
 * `--row ROW=item|none`.
 * @throws CliFailure where it is no such pair
 * @example readRow("12=item") // { row: "12", item: true }
 */
export function readRow(pair: string): RowSettlement {
  const equals = Math.max(pair.lastIndexOf("="), pair.lastIndexOf("＝"));
  const row = pair.slice(0, Math.max(0, equals)).trim();
  const item = ROW_SAYS.get(pair.slice(equals + 1).trim());
  if (row !== "" && item !== undefined) return { row, item };
  throw new CliFailure(
    `--row 应写作 行号=item（算一项）或 行号=none（不算），现在是「${pair}」；例如 --row 12=item。`,
    `--row takes ROW=item or ROW=none, not “${pair}”; for example --row 12=item.`,
  );
}

/**
 * A column that no table of a file has must be told: a misspelt one would silently count otherwise.
 * @throws CliFailure naming the headers there are
 */
export function checkColumns(session: Session, asked: readonly ColumnSettlement[], file: string): void {
  const { ledgers } = session.getSnapshot();
  const columns = ledgers.flatMap((ledger) => ledger.columns);
  for (const { field, take } of asked) {
    if (field === "kind" && ledgers.some(({ kind }) => kind === kindOfValue(take))) continue;
    if (columns.length === 0 || columns.some((column) => column.key === field && column.reason === "override"))
      continue;
    const headers = [...new Set(columns.map((column) => column.header))];
    throw new CliFailure(
      `「${file}」中没有「${take}」这一列；其中有：${headers.slice(0, 20).join("、")}。`,
      `“${file}” has no column “${take}”; it has ${headers.slice(0, 20).join(", ")}.`,
      "missingColumn",
    );
  }
}
