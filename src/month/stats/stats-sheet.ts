/** The sheet 统计表: a row for each kind and unit, each figure a formula over 数据 or over cells beside it. */
import { columnName, type Area, type BookCell, type BookChart, type BookColour, type BookSheet } from "../../grid";
import { KIND_WORDS, STATUSES } from "../../ledger";
import { percentText, PROGRESS_CLASSES, type Precision } from "../../tally";
import { toSerial, type CivilDate } from "../../zh/civil-date";
import { countIfs, equals, quoted, type Condition, type DataRange } from "./conditions";
import { NO_UNIT } from "../common";
import type { Stats, StatsCounts, StatsUnit } from "./count";
import { dataColumns, type DataColumns } from "./data-sheet";
import { CLASS_NAMES, DATA_SHEET, IMMEDIATE, LIGHT_NAMES, NEW_UNIT, STATS_SHEET, STATUS_NAMES, TOTAL } from "./names";

export interface StatsSheetOptions {
  readonly title: string;
  readonly asOf: CivilDate;
  /** What a rate means, in words (口径). */
  readonly definition: string;
  readonly precision: Precision;
  /** With columns that compare with the period before. */
  readonly previous: boolean;
  /** What the sheets are called; 统计表 and 数据 where nothing is said. */
  readonly names?: StatsNames;
}

interface StatsNames {
  readonly stats: string;
  readonly data: string;
}

export const STATS_NAMES: StatsNames = { stats: STATS_SHEET, data: DATA_SHEET };

/** Rows from the top: title, as-of day and definition, what to know, heading. */
const AS_OF_CELL = "$B$2";
const HEAD = 3;

/** One row of the sheet: a unit, or a kind's total. */
interface Line {
  readonly kind: string;
  readonly name: string;
  readonly counts: StatsCounts;
  readonly unit: StatsUnit | null;
  /** First and last sheet row of the kind's units, 1-based. */
  readonly block: readonly [first: number, last: number];
}

interface Column {
  readonly key: string;
  readonly head: string;
  readonly width: number;
  cell(line: Line, row: number): BookCell;
}

/** The whole sheet. */
export function statsSheet(stats: Stats, options: StatsSheetOptions): BookSheet {
  const lines = linesOf(stats);
  const columns = columnsOf(stats, options);
  const asOf = toSerial(options.asOf, false);
  const last = columns.length - 1;
  const at = (key: string): number => columns.findIndex((column) => column.key === key);
  const light = area(HEAD + 1, at("light"), HEAD + lines.length, at("light"));
  return {
    name: (options.names ?? STATS_NAMES).stats,
    widths: columns.map(({ width }) => width),
    rows: [
      [{ value: options.title, look: "title" }],
      [
        { value: "统计截止", look: "note" },
        { value: asOf, look: "note", format: 'yyyy"年"m"月"d"日"' },
        { value: `口径：${options.definition}`, look: "note" },
      ],
      [{ value: noteOf(stats), look: "note" }],
      columns.map(({ head }): BookCell => ({ value: head, look: "head" })),
      ...lines.map((line, index) => columns.map((column) => column.cell(line, HEAD + 2 + index))),
    ],
    merges: [area(0, 0, 0, last), area(1, 2, 1, last), area(2, 0, 2, last)],
    frozen: HEAD + 1,
    head: HEAD,
    paper: "A3",
    colours: colours(light),
    charts: charts(lines, at, options),
  };
}

function noteOf({ kinds, options: { lights, tolerance } }: Stats): string {
  const shared = kinds.some(({ items }) => items.some(({ units }) => units.length > 1));
  return (
    (shared ? "一项有几个责任单位的，各单位都计一次，合计行只计一次。" : "") +
    "应完成率为到期事项所占比例；偏差为完成率减应完成率，单位百分点。" +
    `亮灯：落后不足${lights.yellow}个百分点为绿，${lights.yellow}至${lights.red}个为黄，超过${lights.red}个为红；` +
    "未完成事项的时限都无法识别的，不亮灯。" +
    `实际进度与计划进度相差不超过${tolerance}个百分点为达进度。`
  );
}

function linesOf({ kinds }: Stats): readonly Line[] {
  let row = HEAD + 2;
  return kinds.flatMap((counted) => {
    const kind = KIND_WORDS[counted.kind].zh;
    // What names no unit stands last, and in no comparison of units.
    const ranked = counted.units.filter(({ name }) => name !== NO_UNIT).length;
    const block = [row, Math.max(row, row + ranked - 1)] as const;
    row += counted.units.length + 1;
    return [
      ...counted.units.map((unit): Line => ({ kind, name: unit.name, counts: unit, unit, block })),
      { kind, name: TOTAL, counts: counted, unit: null, block },
    ];
  });
}

function columnsOf(stats: Stats, options: StatsSheetOptions): readonly Column[] {
  const { definition, lights } = stats.options;
  const data = dataColumns(stats);
  const range: DataRange = {
    sheet: (options.names ?? STATS_NAMES).data,
    items: stats.kinds.reduce((sum, { items }) => sum + items.length, 0),
    unitCols: data.units,
  };
  const keys: string[] = [];
  /** The cell of a column in a row, the column fixed. */
  const ref = (key: string, row: number | string): string => `$${columnName(keys.indexOf(key))}${row}`;
  const count = (line: Line, row: number, ...conditions: readonly Condition[]): string =>
    countIfs(
      range,
      [[data.kind, `$A${row}`], ...conditions],
      line.unit === null ? null : equals(line.name, `$B${row}`),
    );
  const figure = (line: Line, value: number, formula: string): BookCell => ({ value, formula, look: lookOf(line) });
  const counted = (
    key: string,
    head: string,
    value: (counts: StatsCounts) => number,
    conditions: readonly Condition[],
  ): Column => ({
    key,
    head,
    width: Math.max(8, 2 * head.length + 2),
    cell: (line, row) => figure(line, value(line.counts), count(line, row, ...conditions)),
  });
  const due = dueConditions(data, definition.denominator === "due");
  const columns: readonly Column[] = [
    { key: "kind", head: "事项类型", width: 12, cell: (line) => ({ value: line.kind, look: lookOf(line) }) },
    { key: "unit", head: "责任单位", width: 22, cell: (line) => ({ value: line.name, look: lookOf(line) }) },
    counted("total", "总数", ({ total }) => total, []),
    ...STATUSES.map((status) =>
      counted(status, STATUS_NAMES[status], ({ byStatus }) => byStatus[status], [
        [data.status, quoted(STATUS_NAMES[status])],
      ]),
    ),
    counted("overdue", "超期", ({ overdue }) => overdue, [[data.overdue, "1"]]),
    {
      key: "rate",
      head: "完成率",
      width: 9,
      cell: (line, row) => share(line, line.counts.done, ref("counted", row), ref("of", row), options.precision),
    },
    {
      key: "dueRate",
      head: "应完成率",
      width: 9,
      cell: (line, row) => share(line, line.counts.due, ref("due", row), ref("of", row), options.precision),
    },
    {
      key: "points",
      head: "偏差",
      width: 9,
      cell: (line, row) => ({
        value: line.counts.of === 0 ? "" : (100 * (line.counts.done - line.counts.due)) / line.counts.of,
        formula: `IF(${ref("of", row)}=0,"",100*(${ref("counted", row)}-${ref("due", row)})/${ref("of", row)})`,
        look: lookOf(line),
        format: "+0.0;-0.0;0.0",
      }),
    },
    {
      key: "light",
      head: "亮灯",
      width: 7,
      cell: (line, row) => {
        const behind = `100*(${ref("due", row)}-${ref("counted", row)})`;
        const of = ref("of", row);
        return {
          value: line.counts.light === null ? "" : LIGHT_NAMES[line.counts.light],
          formula:
            `IF(${of}=${ref("undated", row)},"",IF(${behind}<${lights.yellow}*${of},${quoted(LIGHT_NAMES.green)},` +
            `IF(${behind}<=${lights.red}*${of},${quoted(LIGHT_NAMES.yellow)},${quoted(LIGHT_NAMES.red)})))`,
          look: lookOf(line),
        };
      },
    },
    {
      key: "rank",
      head: "排名",
      width: 7,
      cell: (line, row) => {
        if (line.unit === null || line.name === NO_UNIT) return { value: null, look: lookOf(line) };
        const column = (key: string): string => {
          const name = columnName(keys.indexOf(key));
          return `$${name}$${line.block[0]}:$${name}$${line.block[1]}`;
        };
        return {
          value: line.unit.rank ?? "",
          formula:
            `IF(${ref("of", row)}=0,"",1+SUMPRODUCT(--(${column("counted")}*${ref("of", row)}>` +
            `${ref("counted", row)}*${column("of")})))`,
          look: lookOf(line),
        };
      },
    },
    ...(options.previous ? previousColumns(ref) : []),
    ...PROGRESS_CLASSES.map((one) =>
      counted(
        `class-${one}`,
        one === "done" ? `${CLASS_NAMES.done}类` : CLASS_NAMES[one],
        ({ classes }) => classes[one],
        [[data.progress, quoted(CLASS_NAMES[one])]],
      ),
    ),
    {
      key: "due",
      head: "应完成数",
      width: 10,
      cell: (line, row) =>
        figure(line, line.counts.due, due.map((conditions) => count(line, row, ...conditions)).join("+")),
    },
    counted("counted", "计入完成数", ({ done }) => done, [[data.counted, "1"]]),
    {
      key: "of",
      head: "分母",
      width: 8,
      cell: (line, row) =>
        figure(
          line,
          line.counts.of,
          definition.denominator === "due" ? ref("due", row) : `${ref("total", row)}-${ref("excluded", row)}`,
        ),
    },
    counted("undated", "时限不明数", ({ undated }) => undated, [[data.undated, "1"]]),
  ];
  keys.push(...columns.map(({ key }) => key));
  return columns;
}

function lookOf({ unit }: Line): "count" | "total" {
  return unit === null ? "total" : "count";
}

/** Due by the as-of day, dated or 立行立改, and in the denominator. */
function dueConditions(data: DataColumns, dueOnly: boolean): readonly (readonly Condition[])[] {
  const divides: readonly Condition[] = [
    [data.status, quoted(`<>${STATUS_NAMES.excluded}`)],
    ...(dueOnly ? [[data.status, quoted(`<>${STATUS_NAMES.longTerm}`)] as const] : []),
  ];
  return [
    [...divides, [data.deadline, `"<="&${AS_OF_CELL}`]],
    [...divides, [data.deadline, quoted(IMMEDIATE)]],
  ];
}

/** A rate: shown with as many decimals as it takes never to print 100% for less, or 0% for more than nothing. */
function share(line: Line, value: number, part: string, of: string, precision: Precision): BookCell {
  const printed = percentText(value, line.counts.of, precision);
  const decimals = printed === null ? "" : (printed.split(".")[1]?.replace("%", "") ?? "");
  return {
    value: line.counts.of === 0 ? "" : value / line.counts.of,
    formula: `IF(${of}=0,"",${part}/${of})`,
    look: lookOf(line),
    format: decimals === "" ? "0%" : `0.${"0".repeat(decimals.length)}%`,
  };
}

function previousColumns(ref: (key: string, row: number) => string): readonly Column[] {
  return [
    {
      key: "previousRank",
      head: "上期排名",
      width: 9,
      cell: (line) => ({
        value: line.unit === null ? null : line.unit.isNew ? NEW_UNIT : line.unit.previousRank,
        look: lookOf(line),
      }),
    },
    {
      key: "rankChange",
      head: "名次变化",
      width: 9,
      cell: (line, row) => {
        if (line.unit === null || line.name === NO_UNIT) return { value: null, look: lookOf(line) };
        const { rank, previousRank, isNew } = line.unit;
        const before = ref("previousRank", row);
        const now = ref("rank", row);
        return {
          value: isNew ? NEW_UNIT : rank === null || previousRank === null ? "" : previousRank - rank,
          formula: `IF(${before}=${quoted(NEW_UNIT)},${before},IF(OR(${before}="",${now}=""),"",${before}-${now}))`,
          look: lookOf(line),
          format: "+0;-0;0",
        };
      },
    },
  ];
}

function area(top: number, left: number, bottom: number, right: number): Area {
  return { top, left, bottom, right };
}

/** Fills that keep their words readable. */
function colours(cells: Area): readonly BookColour[] {
  return [
    { area: cells, word: LIGHT_NAMES.green, fill: "107C10" },
    { area: cells, word: LIGHT_NAMES.yellow, fill: "FFC000" },
    { area: cells, word: LIGHT_NAMES.red, fill: "C50F1F" },
  ];
}

/** Rows of a chart besides two for each unit: title and axis. */
const CHART_ROWS = 6;
/** Bars that still can be told apart. */
const MOST_BARS = 60;

/** A chart a kind, below the table. */
function charts(
  lines: readonly Line[],
  at: (key: string) => number,
  { precision }: StatsSheetOptions,
): readonly BookChart[] {
  let top = HEAD + lines.length + 2;
  const kinds = new Map(
    lines.filter(({ unit, name }) => unit !== null && name !== NO_UNIT).map(({ kind, block }) => [kind, block]),
  );
  return Array.from(kinds).flatMap(([kind, [first, last]]): BookChart[] => {
    const units = last - first + 1;
    if (units < 2 || units > MOST_BARS) return [];
    const rows = (key: string): Area => area(first - 1, at(key), last - 1, at(key));
    const height = CHART_ROWS + 2 * units;
    const place = area(top, 0, top + height - 1, at("rank"));
    top += height + 1;
    return [
      {
        title: `${kind}各单位完成率`,
        names: rows("unit"),
        series: [
          { name: "完成率", values: rows("rate"), fill: "0F6CBD" },
          { name: "应完成率", values: rows("dueRate"), fill: "A6A6A6" },
        ],
        format: precision === 0 ? "0%" : `0.${"0".repeat(precision)}%`,
        most: 1,
        at: place,
      },
    ];
  });
}
