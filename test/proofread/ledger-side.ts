/** Small ledgers as grids, read and counted, for tests of a notice against its ledger. */
import { civilDate, type CivilDate } from "../../src/zh/civil-date";
import type { Grid } from "../../src/grid/grid";
import { readWorkbook } from "../../src/ledger/read-workbook";
import type { Reading } from "../../src/ledger/types";
import { DEFAULT_DEFINITION, tally } from "../../src/tally/tally";
import type { Definition, Tally } from "../../src/tally/types";
import { sheetOf } from "../grid/grid-of";

export const AS_OF: CivilDate = civilDate(2025, 12, 22) ?? { year: 2025, month: 12, day: 22 };

export interface ProblemRow {
  readonly problem: string;
  readonly status: string;
  readonly unit?: string;
  readonly deadline?: string;
}

/** A problem ledger of one row an item. */
export function problemSheet(rows: readonly ProblemRow[]): Grid {
  return sheetOf("问题整改台账", [
    ["××局党组巡察反馈问题整改台账"],
    ["序号", "反馈的具体问题", "责任单位", "整改时限", "整改状态"],
    ...rows.map((row, index) => [
      index + 1,
      row.problem,
      row.unit ?? "办公室",
      row.deadline ?? "2025年12月底前",
      row.status,
    ]),
  ]);
}

/** A ledger of letters. */
export function letterSheet(statuses: readonly string[]): Grid {
  return sheetOf("信访件", [
    ["巡察移交信访件办理台账"],
    ["序号", "信访事项", "承办单位", "办理时限", "办理结果"],
    ...statuses.map((status, index) => [index + 1, `反映第${index + 1}方面情况`, "办公室", "2025年12月31日", status]),
  ]);
}

/** Reads and counts grids as of `AS_OF`. */
export function countGrids(
  grids: readonly Grid[],
  definition: Definition = DEFAULT_DEFINITION,
): { readonly reading: Reading; readonly tally: Tally } {
  const reading = readWorkbook(grids, { today: AS_OF, asOf: AS_OF });
  return { reading, tally: tally(reading, { definition, dueSoonDays: 15 }) };
}
