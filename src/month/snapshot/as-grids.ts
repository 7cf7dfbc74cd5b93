/**
 * A kept period as sheets, so that whatever reads a ledger of the last period reads a kept one too: templates ask both for
 * what is new since then. Written in words that every reader takes for just what was kept.
 */
import type { Area, CellValue, Grid } from "../../grid";
import { type Deadline, KIND_WORDS } from "../../ledger";
import { chineseDate } from "../../zh/civil-date";
import { SAID } from "../../zh/words/status-names";
import type { MonthKind } from "../common/kinds";
import type { Period, PeriodItem, PeriodRow } from "../period/types";

/** Headings by which each field is found, whatever else there is. */
const HEADS = [
  "序号",
  "巡察反馈方面",
  "主要问题",
  "具体问题",
  "整改措施",
  "责任单位",
  "整改时限",
  "整改状态",
  "整改进展",
] as const;
const PROBLEM = 3;
const STATUS = 7;

/**
 * A sheet a kind, a row a measure, numbers and problems merged over the rows of an item.
 * @example session.compareWith({ name: "2025-10.json", grids: periodGrids(period), asOf: period.asOf })
 */
export function periodGrids(period: Period): readonly Grid[] {
  return period.kinds.map((kind) =>
    gridOf(
      kind,
      period.items.filter((item) => item.kind === kind),
    ),
  );
}

function gridOf(kind: MonthKind, items: readonly PeriodItem[]): Grid {
  const sheet = `${KIND_WORDS[kind].zh}台账`;
  const values: CellValue[][] = [[sheet], [...HEADS]];
  const merges: Area[] = [];
  for (const item of items) {
    const top = values.length;
    for (const row of item.rows) values.push(rowOf(item, row));
    const bottom = values.length - 1;
    if (bottom === top) continue;
    const over = [0, 1, 2, PROBLEM, ...(item.statusOwn ? [STATUS] : [])];
    merges.push(...over.map((col) => ({ top, bottom, left: col, right: col })));
  }
  return {
    sheet,
    values,
    merges,
    hiddenRows: new Set(),
    hiddenCols: new Set(),
    visibility: "visible",
    date1904: false,
  };
}

function rowOf(item: PeriodItem, { cells, leads, deadline, status }: PeriodRow): CellValue[] {
  const text = (value: string | undefined): CellValue => (value === undefined || value === "" ? null : value);
  const said = item.statusOwn ? item.status : status.status;
  return [
    text(item.number?.text),
    text(item.section),
    text(item.parent),
    text(item.problem.text),
    text((cells.measure ?? cells.task)?.text),
    text(leads.join("、")),
    deadlineText(deadline, cells.deadline?.text),
    said === "unknown" ? text(cells.status?.text) : SAID[said],
    text(cells.progress?.text),
  ];
}

/** A day with its year, which the cell may have left out; anything else in the cell's own words. */
function deadlineText(deadline: Deadline, written: string | undefined): CellValue {
  if (deadline.type === "date") return chineseDate(deadline.date);
  return written === undefined || written === "" ? null : written;
}
