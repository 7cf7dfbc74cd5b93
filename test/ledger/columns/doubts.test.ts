/** Rival columns: settled by a named precedence or held, with figures that a choice really gives; and what changes nothing. */
import fc from "fast-check";
import { check } from "../../../src/check/check";
import { messageOf } from "../../../src/check/list";
import type { CellValue, Grid } from "../../../src/grid/grid";
import { readWorkbook } from "../../../src/ledger/read-workbook";
import type { ColumnDoubt, Ledger, ReadOptions } from "../../../src/ledger/types";
import { rowKey } from "../../../src/ledger/items/row-questions";
import { DEFAULT_DEFINITION, tally } from "../../../src/tally/tally";
import { tallyJson } from "../../../src/tally/json";
import { gridOf } from "../../grid/grid-of";

const TODAY = { year: 2025, month: 10, day: 10 };
const SHEET = "整改台账";
/** TAIZHANG_FUZZ sets how many ledgers (2,000 before a release). */
const RUNS = Number(process.env["TAIZHANG_FUZZ"] ?? 300);
jest.setTimeout(600_000);

interface Column {
  readonly header: string;
  readonly values: readonly CellValue[];
}

const PROBLEMS = ["台账登记不全", "比选程序缺失", "签字手续不全", "资料归档滞后了半年", "派车单缺页", "通道堆放纸箱"];
const BASE: readonly Column[] = [
  { header: "序号", values: [1, 2, 3, 4, 5, 6] },
  { header: "反馈问题", values: PROBLEMS },
  { header: "责任单位", values: ["综合科", "财务科", "后勤科", "综合科", "后勤科", "财务科"] },
  {
    header: "整改时限",
    values: ["2025年6月底", "2025年8月底", "2025年9月底", "2025年12月底", "2025年7月底", "2025年11月底"],
  },
];
const TRUE = ["已完成", "正在整改", "已完成", "未完成", "已完成", "正在整改"];
const ALL = TRUE.map(() => "已完成");

function gridFrom(columns: readonly Column[]): Grid {
  const rows = [0, 1, 2, 3, 4, 5].map((r) => columns.map(({ values }) => values[r] ?? null));
  return gridOf([["问题整改台账"], columns.map(({ header }) => header), ...rows], { sheet: SHEET });
}

const read = (grid: Grid, options: Partial<ReadOptions> = {}) => readWorkbook([grid], { today: TODAY, ...options });
const heldBy = (reading: ReturnType<typeof read>) => [...new Set(check(reading).held.map(({ rule }) => rule))];
const count = (reading: ReturnType<typeof read>) => {
  const kind = tally(reading, { definition: DEFAULT_DEFINITION, dueSoonDays: 15 }).kinds[0];
  return (
    kind && {
      total: kind.total.value,
      overdue: kind.overdue.value,
      byStatus: Object.fromEntries(Object.entries(kind.byStatus).map(([s, { value }]) => [s, value])),
    }
  );
};
const ledgerOf = (grid: Grid): Ledger => read(grid).ledgers[0] as Ledger;

/** Every option's figures are those of a tally once the column is chosen. */
function expectFiguresOfChoice(grid: Grid, doubt: ColumnDoubt): void {
  for (const { col, figures } of doubt.options) {
    const chosen = read(grid, { overrides: new Map([[SHEET, { columns: { [doubt.field]: col } }]]) });
    expect(count(chosen)).toEqual({ total: figures.total, overdue: figures.overdue, byStatus: figures.byStatus });
    expect(chosen.ledgers[0]?.doubts.filter(({ field }) => field === doubt.field)).toEqual([]);
  }
}

/** Headers of rivals, and what settles them against 整改状态 or each other. */
const PAIRS: readonly (readonly [first: string, second: string, by: ColumnDoubt["by"], taken: string])[] = [
  ["单位自报", "巡察办认定", "verified", "巡察办认定"],
  ["巡察办认定", "单位自报", "verified", "巡察办认定"],
  ["自查结果", "核查结果", "verified", "核查结果"],
  ["单位自评", "复核情况", "verified", "复核情况"],
  ["整改状态", "督查认定结果", "verified", "督查认定结果"],
  ["单位自报", "验收情况", "verified", "验收情况"],
  ["8月整改状态", "9月整改状态", "latest", "9月整改状态"],
  ["上期整改状态", "本期整改状态", "latest", "本期整改状态"],
  ["整改状态", "完成情况", null, "整改状态"],
  ["整改状态", "当前状态", null, "整改状态"],
];

describe("rival columns", () => {
  it.each(PAIRS)("%s | %s", (first, second, by, taken) => {
    const grid = gridFrom([
      ...BASE,
      { header: first, values: by === null || second === taken ? ALL : TRUE },
      { header: second, values: by === null || second === taken ? TRUE : ALL },
    ]);
    const reading = read(grid);
    const ledger = reading.ledgers[0] as Ledger;
    expect(ledger.columns.status?.header).toBe(taken);
    const [doubt] = ledger.doubts;
    expect(doubt?.by).toBe(by);
    expectFiguresOfChoice(grid, doubt as ColumnDoubt);
    expect(heldBy(reading)).toEqual(by === null ? ["column-ambiguous"] : []);
    const finding = check(reading).findings.find(
      ({ rule }) => rule === (by === null ? "column-ambiguous" : "column-chosen"),
    );
    for (const { figures } of (doubt as ColumnDoubt).options)
      expect(finding && messageOf(finding, "zh")).toContain(`已完成 ${figures.byStatus.done}`);
  });

  it.each([
    ["完成情况", "验收情况"],
    ["整改状态", "验收结果"],
    ["完成情况", "验收结论"],
  ])(
    "%s | %s: which one counts is asked, and what was told before is no progress that contradicts it",
    (work, look) => {
      const words = ["未验收", "验收不合格", "待验收"];
      const looked = TRUE.map((value, at) => (value === "已完成" ? "已验收" : words[at % 3])) as string[];
      const grid = gridFrom([...BASE, { header: work, values: ALL }, { header: look, values: looked }]);
      const reading = read(grid);
      const ledger = reading.ledgers[0] as Ledger;
      expect(ledger.doubts[0]).toMatchObject({ field: "status", by: null });
      expect(heldBy(reading)).toEqual(["column-ambiguous"]);
      expectFiguresOfChoice(grid, ledger.doubts[0] as ColumnDoubt);
      const rules = (columns: Record<string, number>): ReadonlySet<string> =>
        new Set(check(read(grid, { overrides: new Map([[SHEET, { columns }]]) })).findings.map(({ rule }) => rule));
      const col = ledger.doubts[0]?.options.find(({ header }) => header === look)?.col ?? -1;
      for (const found of [rules({}), rules({ status: col })]) {
        expect(found).not.toContain("open-but-done-text");
        expect(found).not.toContain("done-but-pending-text");
      }
    },
  );

  it.each(["验收结果", "复验情况"])(
    "%s of what is reported done only: not accepted is not done, and it is asked",
    (look) => {
      const reported = ["已整改", "整改中", "已整改", "未整改", "已整改", "整改中"];
      const accepted = ["合格", null, "不合格", null, "合格", null];
      const grid = gridFrom([...BASE, { header: "整改情况", values: reported }, { header: look, values: accepted }]);
      const reading = read(grid);
      const [doubt] = (reading.ledgers[0] as Ledger).doubts;
      expect(heldBy(reading)).toEqual(["column-ambiguous"]);
      expectFiguresOfChoice(grid, doubt as ColumnDoubt);
      expect(doubt?.options.map(({ header, figures }) => [header, figures.byStatus])).toEqual([
        ["整改情况", expect.objectContaining({ done: 3, ongoing: 2, notDone: 1, unknown: 0 })],
        // What acceptance leaves blank is as open as it is reported.
        [look, expect.objectContaining({ done: 2, ongoing: 2, notDone: 2, unknown: 0 })],
      ]);
      const waiting = gridFrom([
        ...BASE,
        { header: "整改情况", values: reported },
        { header: look, values: ["合格", null, "不合格", null, null, null] },
      ]);
      const unaccepted = (read(waiting).ledgers[0] as Ledger).doubts[0]?.options[1];
      expect(unaccepted?.figures.byStatus).toMatchObject({ done: 1, ongoing: 2, notDone: 2, unknown: 1 });
    },
  );

  it("a status in percent is quoted as the cell shows it", () => {
    const shares = [1, 0.85, 1, 0, 1, 1];
    const grid: Grid = {
      ...gridFrom([...BASE, { header: "整改进度", values: shares }]),
      formatAt: (_row, col) => (col === BASE.length ? "0%" : undefined),
    };
    const overdue = check(read(grid)).findings.filter(({ rule }) => rule === "overdue");
    expect(overdue.map((finding) => messageOf(finding, "zh"))).toEqual([expect.stringContaining("状态为“85%”")]);
  });

  it("责任单位 beside 牵头单位 is told, with the figures of both", () => {
    const grid = gridFrom([
      ...BASE.slice(0, 2),
      { header: "牵头单位", values: PROBLEMS.map(() => "综合科") },
      ...BASE.slice(2),
      { header: "整改状态", values: TRUE },
    ]);
    const reading = read(grid);
    expect((reading.ledgers[0] as Ledger).doubts[0]).toMatchObject({ field: "unit", by: "lead" });
    expect(heldBy(reading)).toEqual([]);
    const told = check(reading).findings.find(({ rule }) => rule === "column-chosen");
    expect(told && messageOf(told, "zh")).toMatch(/“牵头单位”.*综合科 6.*“责任单位”.*综合科 2/);
  });

  it("are no doubt where they say the same", () => {
    const ledger = ledgerOf(
      gridFrom([...BASE, { header: "整改状态", values: TRUE }, { header: "完成情况", values: TRUE }]),
    );
    expect(ledger.doubts).toEqual([]);
  });

  it("are settled by headers for every workbook that has them", () => {
    const grid = gridFrom([...BASE, { header: "整改状态", values: ALL }, { header: "完成情况", values: TRUE }]);
    const settlements = [{ field: "status" as const, among: ["整改状态", "完成情况"], take: "完成情况" }];
    const reading = read(grid, { settlements });
    expect(reading.ledgers[0]?.columns.status?.header).toBe("完成情况");
    expect(heldBy(reading)).toEqual([]);
    const other = read(gridFrom([...BASE, { header: "完成情况", values: ALL }]), { settlements });
    expect(other.ledgers[0]?.columns.status?.reason).not.toBe("override");
  });

  it("list what is reported done and not found so, by unit", () => {
    const grid = gridFrom([...BASE, { header: "单位自报", values: ALL }, { header: "巡察办认定", values: TRUE }]);
    const reading = read(grid);
    const json = tallyJson(tally(reading, { definition: DEFAULT_DEFINITION, dueSoonDays: 15 }), {
      file: "x",
      asOf: TODAY,
      precision: 0,
    });
    expect(json.disputed?.map(({ unit, number, cell, taken, other }) => [unit, number, cell, taken, other])).toEqual([
      ["财务科", "2", "整改台账!F4", "ongoing", "done"],
      ["财务科", "6", "整改台账!F8", "ongoing", "done"],
      ["综合科", "4", "整改台账!F6", "notDone", "done"],
    ]);
    const plain = tally(read(gridFrom([...BASE, { header: "整改状态", values: TRUE }])), {
      definition: DEFAULT_DEFINITION,
      dueSoonDays: 15,
    });
    expect(tallyJson(plain, { file: "x", asOf: TODAY, precision: 0 })).not.toHaveProperty("disputed");
  });

  it("of the deadline: the adjusted one counts, and both numbers of overdue items are told", () => {
    const later = ["2025年12月底", "2025年12月底", "2025年12月底", "2025年12月底", "2025年12月底", "2025年12月底"];
    const grid = gridFrom([
      ...BASE.slice(0, 3),
      { header: "原整改时限", values: BASE[3]?.values ?? [] },
      { header: "调整后整改时限", values: later },
      { header: "整改状态", values: TRUE },
    ]);
    const [doubt] = ledgerOf(grid).doubts;
    expect([doubt?.field, doubt?.by]).toEqual(["deadline", "adjusted"]);
    expectFiguresOfChoice(grid, doubt as ColumnDoubt);
  });
});

describe("doubts of other fields", () => {
  const S: Column = { header: "整改状态", values: TRUE };
  const other = ["办公室", "办公室", "人事科", "人事科", "办公室", "人事科"];
  const days = ["2025-06-20", null, "2025-10-02", null, "2025-07-20", null];
  const later = ["2025-07-20", null, "2025-09-12", null, "2025-08-20", null];
  it.each([
    [
      "unit",
      [
        { header: "责任单位", values: BASE[2]?.values ?? [] },
        { header: "承办单位", values: other },
      ],
      null,
    ],
    [
      "doneDate",
      [
        { header: "实际完成时间", values: days },
        { header: "完成日期", values: later },
      ],
      null,
    ],
    [
      "doneDate",
      [
        { header: "完成时间", values: days },
        { header: "销号时间", values: later },
      ],
      "done",
    ],
  ] as const)("%s of two columns", (field, pair, by) => {
    const grid = gridFrom([...BASE.filter(({ header }) => header !== pair[0].header), ...pair, S]);
    const [doubt] = ledgerOf(grid).doubts;
    expect([doubt?.field, doubt?.by, doubt?.options.map(({ header }) => header)]).toEqual([
      field,
      by,
      pair.map(({ header }) => header),
    ]);
    expectFiguresOfChoice(grid, doubt as ColumnDoubt);
    const same = gridFrom([...BASE.slice(0, 2), BASE[3] as Column, pair[0], { ...pair[1], values: pair[0].values }, S]);
    expect(ledgerOf(same).doubts).toEqual([]);
  });

  it.each([
    ["台账", "信访件、问题线索办理台账", null, ["letter", "clue"]],
    ["台账", "反馈问题及信访件整改台账", "feedback", ["problem", "letter"]],
    ["信访件", "巡察反馈问题整改台账", "title", ["letter", "problem"]],
    ["台账", "反馈问题整改台账", undefined, undefined],
    ["台账", "反馈问题（含立行立改）整改台账", undefined, undefined],
  ] as const)("the kind of %s, %s", (sheet, title, by, kinds) => {
    const { values } = gridFrom([...BASE, S]);
    const grid = gridOf([[title], ...values.slice(1).map((row) => [...row])], { sheet });
    const doubt = ledgerOf(grid).doubts.find(({ field }) => field === "kind");
    expect([doubt?.by, doubt?.options.map(({ kind }) => kind)]).toEqual([by, kinds]);
    expect(heldBy(read(grid))).toEqual(by === null ? ["column-ambiguous"] : []);
    const chosen = read(grid, { settlements: [{ field: "kind", among: [], take: "信访件" }] });
    expect([chosen.ledgers[0]?.kind, heldBy(chosen)]).toEqual(["letter", []]);
  });
});

describe("rows that may be items or not", () => {
  const S: Column = { header: "整改状态", values: TRUE };
  const withRow = (row: readonly CellValue[]): Grid => {
    const { values } = gridFrom([...BASE, S]);
    return gridOf([...values.map((each) => [...each]), [...row]], { sheet: SHEET });
  };
  it.each([
    ["total", [7, "统计", null, null, "未完成"], 6, 7],
    ["total", [7, "汇总", null, null, null], 6, 7],
    ["own", [null, null, "办公室", "2025年9月底", "未完成"], 6, 7],
    ["nothing", [7, "无", "办公室", "2025年9月底", "已完成"], 7, 6],
    ["nothing", [7, "未发现问题", "办公室", "2025年9月底", "已完成"], 7, 6],
    ["note", ["说明：某事", null, "办公室", "2025年9月底", "未完成"], 6, 7],
  ] as const)("%s: %j", (why, row, now, then) => {
    const grid = withRow(row);
    const reading = read(grid);
    const [doubt] = reading.ledgers[0]?.rowDoubts ?? [];
    expect([doubt?.why, doubt?.rows, doubt?.figures.total, doubt?.otherwise.total]).toEqual([why, [8], now, then]);
    expect(heldBy(reading)).toEqual(["row-ambiguous"]);
    const message = messageOf(
      check(reading).findings.find(({ rule }) => rule === "row-ambiguous")!,
      "zh",
    );
    expect(message).toContain(`共 ${now} 项`);
    expect(message).toContain(`共 ${then} 项`);
    for (const item of [true, false]) {
      const expected = item === doubt?.counted ? now : then;
      const by = [
        { rows: [{ row: "9", item }] },
        { overrides: new Map([[SHEET, { rows: new Map([[rowKey(row), item]]) }]]) },
      ];
      for (const options of by) {
        const said = read(grid, options);
        expect([count(said)?.total, heldBy(said).filter((rule) => rule === "row-ambiguous")]).toEqual([expected, []]);
      }
    }
  });

  it.each([
    [["合计", null, null, null, null]],
    [["合计", "6项", null, null, null]],
    [["合计", "6项", null, null, "完成率50%"]],
    [["小计", null, null, null, "已完成3个，未完成1个"]],
    [["审核人：甲某", null, "复核：乙某", null, null]],
    [[7, "汇总表未按时报送", "办公室", "2025年9月底", "未完成"]],
    [[7, "说明书没有更新", "办公室", "2025年9月底", "未完成"]],
  ])("%j is certain", (row) => {
    const [ledger] = read(withRow(row)).ledgers;
    expect(ledger?.rowDoubts).toBeUndefined();
  });

  it("are told by the texts of the row, wherever it is sorted to", () => {
    const grid = withRow([7, "统计", null, null, "未完成"]);
    const moved = gridOf(
      [...grid.values.slice(0, 2), grid.values[8]!, ...grid.values.slice(2, 8)].map((row) => [...row]),
      {
        sheet: SHEET,
      },
    );
    const rows = new Map([[rowKey([7, "统计", null, null, "未完成"]), true]]);
    expect(count(read(moved, { overrides: new Map([[SHEET, { rows }]]) }))?.total).toBe(7);
  });
});

describe("colours", () => {
  it("are counted where nothing else tells the status, and are no status", () => {
    const grid: Grid = {
      ...gridFrom(BASE),
      fillAt: (row, col) => (col !== 1 ? null : row < 4 ? "FF92D050" : row === 4 ? "FFFF0000" : null),
    };
    const finding = check(read(grid)).findings.find(
      ({ rule, data }) => rule === "column-missing" && data["field"] === "status",
    );
    expect(finding && messageOf(finding, "zh")).toContain("有的行涂了颜色（各色 2、1 行）");
    const plain = check(read({ ...grid, fillAt: () => "FF92D050" })).findings.find(
      ({ data }) => data["field"] === "status",
    );
    expect(plain && messageOf(plain, "zh")).not.toContain("颜色");
  });

  it("of an empty status cell are named, unless its whole row has them", () => {
    const ground = "FF92D050";
    const statuses = TRUE.map((status, at) => (at === 0 ? null : status));
    const grid = gridFrom([...BASE, { header: "整改状态", values: statuses }]);
    const last = BASE.length;
    const told = (fillAt: (row: number, col: number) => string | null): string => {
      const finding = check(read({ ...grid, fillAt })).findings.find(({ rule }) => rule === "status-missing");
      return finding ? messageOf(finding, "zh") : "";
    };
    expect(told((row, col) => (row === 2 && col === last ? ground : null))).toContain("只涂了颜色");
    expect(told((row) => (row === 2 ? ground : null))).toMatch(/^整改状态未填，[^；]*。$/);
    expect(told(() => null)).toMatch(/^整改状态未填，[^；]*。$/);
  });
});

describe("mutations of a ledger", () => {
  const expected = { done: 3, ongoing: 2, notDone: 1 };
  const rewordings: Readonly<Record<string, readonly string[]>> = {
    序号: ["编号", "项次", "No.", "列1"],
    反馈问题: ["存在问题", "问题描述", "隐患内容", "检查发现问题", "列2"],
    责任单位: ["责任部门", "牵头科室", "承办单位", "列3"],
    整改时限: ["完成时限", "要求整改时间", "拟完成日期", "列4"],
    整改状态: ["当前状态", "整改现状", "是否闭环", "办理结果", "治理情况", "列5"],
  };
  const neutral: readonly (readonly Column[])[] = [
    [{ header: "检查编号", values: TRUE.map(() => "某查〔2025〕2号") }],
    [{ header: "是否完成", values: TRUE.map((status) => (status === "已完成" ? "是" : "否")) }],
    [{ header: "隐患等级", values: TRUE.map(() => "一般") }],
    [{ header: "联系电话", values: [1, 2, 3, 4, 5, 6].map((n) => `0000-00000${n}`) }],
    [{ header: "是否公开", values: ["是", "否", "是", "是", "否", "是"] }],
    [{ header: "问题金额", values: [1, 2, 3, 4, 5, 6] }],
    [{ header: "复查人", values: TRUE.map(() => "甲某") }],
  ];
  const loud: readonly (readonly Column[])[] = [
    [{ header: "单位自报", values: ALL }],
    [{ header: "完成情况", values: ALL }],
    [{ header: "整改结果", values: ALL }],
    [
      { header: "已完成", values: ALL.map(() => "√") },
      { header: "未完成", values: ALL.map(() => null) },
    ],
  ];

  function tallied(grid: Grid): { held: readonly string[]; counted: Readonly<Record<string, number>> | null } {
    const reading = read(grid);
    const ledger = reading.ledgers[0];
    if (!ledger) return { held: ["refused"], counted: null };
    const counted: Record<string, number> = {};
    for (const item of ledger.items) counted[item.status] = (counted[item.status] ?? 0) + 1;
    return { held: heldBy(reading), counted };
  }

  const words = fc.record(
    Object.fromEntries(Object.entries(rewordings).map(([header, list]) => [header, fc.constantFrom(header, ...list)])),
  );
  const columnsWith = (
    said: Readonly<Record<string, string>>,
    extra: readonly Column[],
    at: number,
  ): readonly Column[] => {
    const columns = [...BASE, { header: "整改状态", values: TRUE }].map((column) => ({
      ...column,
      header: said[column.header] ?? column.header,
    }));
    columns.splice(Math.min(at, columns.length), 0, ...extra);
    return columns;
  };

  it("that change no figure hold nothing", () => {
    fc.assert(
      fc.property(words, fc.constantFrom([], ...neutral), fc.integer({ min: 0, max: 5 }), (said, extra, at) => {
        // A header that says nothing beside others that do is a case of its own below.
        if (Object.values(said).some((word) => word.startsWith("列"))) return;
        expect(tallied(gridFrom(columnsWith(said, extra, at)))).toEqual({ held: [], counted: expected });
      }),
      { numRuns: RUNS },
    );
  });

  it("give the right tally or a hold, never a wrong figure in silence", () => {
    fc.assert(
      fc.property(
        words,
        fc.constantFrom([], ...neutral, ...loud),
        fc.integer({ min: 0, max: 5 }),
        (said, extra, at) => {
          const { held, counted } = tallied(gridFrom(columnsWith(said, extra, at)));
          if (held.length === 0) expect(counted).toEqual(expected);
        },
      ),
      { numRuns: RUNS },
    );
  });

  it("give the right tally or a hold where the status is dressed otherwise, or no header says anything", () => {
    const dresses: readonly (readonly Column[])[] = [
      [{ header: "整改状态", values: TRUE }],
      [{ header: "是否完成", values: TRUE.map((status) => (status === "已完成" ? "是" : "否")) }],
      [{ header: "完成打√", values: TRUE.map((status) => (status === "已完成" ? "√" : null)) }],
      [
        {
          header: "完成进度（%）",
          values: TRUE.map((status) => ({ 已完成: 100, 正在整改: 40, 未完成: 0 })[status] ?? 0),
        },
      ],
      [
        {
          header: "状态（1已完成 2整改中 3未完成）",
          values: TRUE.map((status) => ({ 已完成: 1, 正在整改: 2, 未完成: 3 })[status] ?? 0),
        },
      ],
    ];
    const ticks = (mark: string): readonly Column[] =>
      ["已完成", "正在整改", "未完成"].map((header) => ({
        header,
        values: TRUE.map((status) => (status === header ? mark : null)),
      }));
    const family = fc.oneof(
      fc.constantFrom(...dresses),
      fc.constantFrom("√", "■", "○", "*", "打√", "1", "是", "●").map(ticks),
    );
    fc.assert(
      fc.property(
        family,
        fc.constantFrom([], ...neutral, ...loud.slice(0, 3)),
        fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
        fc.boolean(),
        (status, extra, order, wordless) => {
          // Without any header a column of figures beside one of words may be anything.
          const nameless = wordless && extra.length === 0;
          const base = order.map((i) => BASE[i] as Column);
          const columns = [...base, ...status, ...extra].map((column, i) =>
            nameless ? { ...column, header: `列${i + 1}` } : column,
          );
          const { held, counted } = tallied(gridFrom(columns));
          // 是 and 否, or one tick, tell only what is done.
          if (held.length === 0) expect(counted?.["done"]).toBe(3);
        },
      ),
      { numRuns: RUNS },
    );
  });
});

describe("whether something is left (是否仍然存在)", () => {
  const heldWith = (answers: readonly string[]) =>
    heldBy(
      read(gridFrom([...BASE, { header: "整改状态", values: TRUE }, { header: "是否仍然存在", values: answers }])),
    );
  it("is no doubt where it agrees with the status", () => {
    expect(heldWith(["否", "是", "否", "是", "否", "是"])).toEqual([]);
  });
  it.each([
    ["done and still there", ["是", "是", "否", "是", "否", "是"]],
    ["open and gone", ["否", "是", "否", "否", "否", "是"]],
  ])("holds what is %s", (_what, answers) => {
    expect(heldWith(answers)).toEqual(["column-ambiguous"]);
  });
});
