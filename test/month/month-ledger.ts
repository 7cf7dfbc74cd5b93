/** Ledgers of two months, made from items, in any order of rows and columns and in other words of the header. */
import type { Area, CellValue, Grid } from "../../src/grid";
import { cellName } from "../../src/grid";
import { readWorkbook, type Reading } from "../../src/ledger";
import { comparePeriods, type Compared, periodOf, type Period, type SettledPair } from "../../src/month";
import type { CivilDate } from "../../src/zh/civil-date";

export interface Entry {
  readonly number: string | number | null;
  readonly problem: string;
  readonly measures: readonly string[];
  readonly leader: string;
  readonly unit: string;
  readonly deadline: CellValue;
  readonly status: string;
  readonly progress: string;
  readonly remarks: string;
}

export type Field = Exclude<keyof Entry, "measures"> | "measure";

const WORDS: Readonly<Record<Field, readonly [string, string]>> = {
  number: ["序号", "编号"],
  problem: ["反馈问题", "具体问题"],
  measure: ["整改措施", "整改举措"],
  leader: ["责任领导", "牵头领导"],
  unit: ["责任单位", "牵头单位"],
  deadline: ["整改时限", "完成时限"],
  status: ["整改状态", "完成情况"],
  progress: ["整改进展", "整改进展情况"],
  remarks: ["备注", "备注"],
};
export const FIELDS = Object.keys(WORDS) as readonly Field[];

export interface Look {
  readonly order?: readonly Field[];
  /** Other words in the header. */
  readonly reworded?: boolean;
  /** Cells of an item merged over its measures; else filled in its first row only. */
  readonly merged?: boolean;
  readonly sheet?: string;
  readonly title?: string;
  /** A column that no reader knows, before all others. */
  readonly extra?: boolean;
}

export interface Made {
  readonly grid: Grid;
  /** `Sheet!E7` of a field of an item, of its first measure where `measure` is not given. */
  cell(entry: Entry, field: Field, measure?: number): string;
}

/** Row 3 is the first item. */
export function makeLedger(entries: readonly Entry[], look: Look = {}): Made {
  const { order = FIELDS, reworded = false, merged = false, sheet = "整改台账", extra = false } = look;
  const shift = extra ? 1 : 0;
  const title = look.title ?? "××县某局党组巡察反馈问题整改台账";
  const values: CellValue[][] = [
    [title],
    [...(extra ? ["核对情况"] : []), ...order.map((f) => WORDS[f][reworded ? 1 : 0])],
  ];
  const merges: Area[] = [];
  const firstRow = new Map<Entry, number>();
  for (const entry of entries) {
    const top = values.length;
    firstRow.set(entry, top);
    const measures = entry.measures.length === 0 ? [""] : entry.measures;
    measures.forEach((measure, index) => {
      const cells = order.map((field): CellValue => {
        if (field === "measure") return measure === "" ? null : measure;
        const value = entry[field];
        return index > 0 || value === "" ? null : value;
      });
      values.push([...(extra ? ["✓"] : []), ...cells]);
    });
    if (!merged || measures.length === 1) continue;
    order.forEach((field, col) => {
      if (field === "measure") return;
      merges.push({ top, bottom: top + measures.length - 1, left: col + shift, right: col + shift });
    });
  }
  return {
    grid: {
      sheet,
      values,
      merges,
      hiddenRows: new Set(),
      hiddenCols: new Set(),
      visibility: "visible",
      date1904: false,
    },
    cell: (entry, field, measure = 0) =>
      `${sheet}!${cellName((firstRow.get(entry) ?? 0) + measure, order.indexOf(field) + shift)}`,
  };
}

export const OCTOBER: CivilDate = { year: 2025, month: 10, day: 31 };
export const NOVEMBER: CivilDate = { year: 2025, month: 11, day: 28 };

export function readingOf(grids: readonly Grid[], asOf: CivilDate): Reading {
  return readWorkbook(grids, { today: asOf, asOf });
}

export function oldPeriod(...grids: readonly Grid[]): Period {
  return periodOf(readingOf(grids, OCTOBER), { masked: true });
}

export function newPeriod(...grids: readonly Grid[]): Period {
  return periodOf(readingOf(grids, NOVEMBER), { masked: false });
}

export const DEFINITION = { done: "done", denominator: "all" } as const;

/** Both as periods, October against November. */
export function compareMade(old: Made, now: Made, settled: readonly SettledPair[] = []): Compared {
  return comparePeriods(oldPeriod(old.grid), newPeriod(now.grid), { definition: DEFINITION, settled });
}

const PROBLEMS = [
  "会议记录不完整，签到与纪要对不上",
  "公务接待审批单缺项，事后补签",
  "工程变更未经集体研究，现场签证无依据",
  "固定资产账实不符，报废手续滞后",
  "专项资金拨付迟缓，年末集中突击花钱",
  "干部谈心谈话走过场，问题没有记录",
  "窗口服务一次性告知不到位，群众来回跑",
  "应急物资储备不足，过期药品未清理",
] as const;

/** An item like any other; each number its own text. */
export function entryOf(n: number, over: Partial<Entry> = {}): Entry {
  const at = (n - 1) % PROBLEMS.length;
  const round = Math.floor((n - 1) / PROBLEMS.length);
  return {
    number: n,
    problem: `${PROBLEMS[at]}${round === 0 ? "" : `（第${"甲乙丙丁戊己庚辛壬癸".charAt(round)}次复查）`}`,
    measures: [`修订制度第${n}号并组织学习`, "开展专项检查"],
    leader: "甲某",
    unit: ["办公室", "财务科", "人事科"][n % 3] ?? "办公室",
    deadline: "2025年12月底前",
    status: "正在整改",
    progress: "",
    remarks: "",
    ...over,
  };
}
