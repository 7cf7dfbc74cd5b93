/** The sheet 数据: one row an item, on which every figure of the statistics sheet stands. */
import { KIND_WORDS, textOf } from "../../ledger";
import { toSerial } from "../../zh/civil-date";
import type { BookCell, BookSheet } from "../../grid";
import { itemPlace, type MonthKind } from "../common";
import type { Stats, StatsItem } from "./count";
import { CLASS_NAMES, IMMEDIATE, STATUS_NAMES } from "./names";

/** Columns of the data sheet, by what stands in them. */
export interface DataColumns {
  readonly kind: number;
  readonly units: readonly number[];
  readonly deadline: number;
  readonly status: number;
  readonly counted: number;
  readonly overdue: number;
  readonly progress: number;
  readonly undated: number;
}

const FIRST_UNIT = 4;

/** Where the columns stand: as many for units as an item names at most. */
export function dataColumns({ kinds }: Stats): DataColumns {
  const most = Math.max(1, ...kinds.flatMap(({ items }) => items.map(({ units }) => units.length)));
  const behind = FIRST_UNIT + most;
  return {
    kind: 1,
    units: Array.from({ length: most }, (_unit, index) => FIRST_UNIT + index),
    deadline: behind + 1,
    status: behind + 2,
    counted: behind + 3,
    overdue: behind + 4,
    progress: behind + 5,
    undated: behind + 7,
  };
}

const DATE_FORMAT = "yyyy-mm-dd";

/** The sheet, in the order of kinds and of the ledger. */
export function dataSheet(stats: Stats, name: string): BookSheet {
  const { units } = dataColumns(stats);
  const heads = [
    "序号",
    "事项类型",
    "原序号",
    "问题",
    ...units.map((_col, index) => (index === 0 ? "责任单位" : `责任单位${index + 1}`)),
    "责任领导",
    "整改时限",
    "状态",
    "计入完成",
    "超期",
    "进度类别",
    "来源位置",
    "时限不明",
  ];
  const rows = stats.kinds
    .flatMap(({ kind, items }) => items.map((one) => ({ kind, one })))
    .map(({ kind, one }, index) => dataRow(index + 1, kind, one, units.length));
  return {
    name,
    widths: [6, 12, 8, 44, ...units.map(() => 18), 14, 14, 12, 8, 6, 10, 20, 8],
    rows: [heads.map((value): BookCell => ({ value, look: "head" })), ...rows],
    frozen: 1,
    head: 0,
    filter: true,
  };
}

function dataRow(
  number: number,
  kind: MonthKind,
  { item, units, counted, progress, undated }: StatsItem,
  most: number,
): readonly BookCell[] {
  const centred = (value: string | number | null): BookCell => ({ value, look: "count" });
  return [
    centred(number),
    centred(KIND_WORDS[kind].zh),
    centred(item.number),
    { value: item.problem },
    ...Array.from({ length: most }, (_unit, index) => centred(units[index] ?? null)),
    centred(item.leader),
    deadlineCell(item),
    centred(STATUS_NAMES[item.status]),
    centred(counted ? 1 : 0),
    centred(item.overdue ? 1 : 0),
    centred(CLASS_NAMES[progress]),
    { value: itemPlace(item) },
    centred(undated ? 1 : 0),
  ];
}

/** A day as a date that formulas compare; 立行立改 by that word; else as it is written. */
function deadlineCell({ deadline, ledger, rows }: StatsItem["item"]): BookCell {
  if (deadline.type === "date") {
    const serial = toSerial(deadline.date, false);
    if (serial !== null) return { value: serial, look: "count", format: DATE_FORMAT };
  }
  if (deadline.type === "immediate") return { value: IMMEDIATE, look: "count" };
  const first = rows[0];
  return { value: first === undefined ? null : textOf(ledger, first, "deadline"), look: "count" };
}
