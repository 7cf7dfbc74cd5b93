/** A file that comes back is read by what the master's headings mean there, and is of the unit whose items it answers for. */
import type { CellValue, Grid } from "../../../src/grid";
import { buildDirectory, type ColumnKey, readWorkbook, type Reading } from "../../../src/ledger";
import { asMaster, fuller, IntoMaster } from "../../../src/month";
import { NOVEMBER, readingOf } from "../month-ledger";
import { sheet } from "./files";

type Row = readonly CellValue[];

const BANDS: readonly Row[] = [
  ["序号", "反馈问题", "整改措施", "责任单位", "整改时限", "整改情况", null, null],
  [null, null, null, null, null, "进展情况", "完成情况", "完成时间"],
];
const PROBLEMS = [
  "会议记录与签到对不上",
  "工程变更没有集体研究",
  "专项资金年末集中支出",
  "应急物资过期未清理",
] as const;
const UNITS = ["办公室", "办公室", "财务科", "财务科"] as const;
const TITLE: Row = ["××镇党委巡察反馈问题整改台账"];
const LINE: Row = ["填报单位：××镇党委    统计截止：2025年11月28日"];
const MERGES = [
  ...[0, 1, 2, 3, 4].map((col) => ({ top: 2, bottom: 3, left: col, right: col })),
  { top: 2, bottom: 2, left: 5, right: 7 },
];

/** Items of these numbers, from 1, as the master has them. */
const rows = (...numbers: readonly number[]): Row[] =>
  numbers.map((n) => [
    ...[n, PROBLEMS[n - 1] ?? "", `修订第${n}号办法`, UNITS[n - 1] ?? ""],
    ...["2025年12月31日", "正在征求意见", "整改中", null],
  ]);
const form = (...items: readonly Row[]) => sheet([TITLE, LINE, ...BANDS, ...items], { merges: MERGES });
const MASTER = readingOf([form(...rows(1, 2, 3, 4))], NOVEMBER);
const KNOWN = asMaster(MASTER);

/** As both surfaces read it. */
function read(grid: Grid): Reading {
  const by = (settlements: (typeof KNOWN)["form"]): Reading =>
    readWorkbook([grid], { today: NOVEMBER, asOf: NOVEMBER, settlements });
  const plain = by(KNOWN.form);
  const like = KNOWN.like(plain);
  return like.length === 0 ? plain : fuller(plain, by([...like, ...KNOWN.form]));
}

const headerOf = (reading: Reading, key: ColumnKey) => reading.ledgers[0]?.columns[key]?.header;

describe("a heading of the master's", () => {
  const answer = (head: Row, ...more: readonly Row[]) => sheet([head, ...more]);
  it.each([
    ["the only day", ["序号", "反馈问题", "完成情况", "完成时间"], [1, PROBLEMS[0], "已完成", "2025年11月18日"]],
    [
      "without a number",
      ["反馈问题", "进展情况", "完成情况", "完成时间"],
      [PROBLEMS[0], "已印发", "已完成", "2025-11-18"],
    ],
    ["with marks", ["反馈问题", "完成情况", "完成时间："], [PROBLEMS[0], "已完成", "2025.11.18"]],
  ] as const)("means what it means there: %s", (_name, head, row) => {
    const reading = read(answer(head, row));
    expect(headerOf(reading, "doneDate")).toContain("完成时间");
    expect(headerOf(reading, "deadline")).toBeUndefined();
    const into = new IntoMaster(MASTER, { definition: "done" });
    into.take({ file: "答.xlsx", reading });
    const { planned, conflicts } = into.plan();
    expect(conflicts).toEqual([]);
    expect(planned.map(({ update }) => [update.field, update.cell])).toContainEqual(["doneDate", "台账!H5"]);
  });

  it("is left to the file where another heading of its own names the field", () => {
    const reading = read(
      answer(
        ["反馈问题", "完成情况", "目前状态"],
        [PROBLEMS[0], "已收回资金三万元，制度已印发", "已完成"],
        [PROBLEMS[1], "正在走审批程序，下月上会", "整改中"],
      ),
    );
    expect(headerOf(reading, "status")).toBe("目前状态");
  });

  it("stands back where the items would be lost with it", () => {
    const master = asMaster(
      readingOf(
        [
          sheet([
            ["问题类别", "具体问题", "整改状态"],
            ["党建", PROBLEMS[0], "整改中"],
          ]),
        ],
        NOVEMBER,
      ),
    );
    const grid = answer(["问题类别", "整改状态"], ["会议记录与签到对不上", "已完成"]);
    const plain = readingOf([grid], NOVEMBER);
    const again = readWorkbook([grid], { today: NOVEMBER, settlements: master.like(plain) });
    expect(fuller(plain, again).ledgers.length).toBe(plain.ledgers.length);
  });

  it.each([
    ["2025年11月18日", "doneDate"],
    // The master's own deadline: the heading means it.
    ["2025年12月31日", "deadline"],
  ] as const)("one that may be either, over %s, is %s", (day, key) => {
    const reading = read(answer(["反馈问题", "整改状态", "完成日期"], [PROBLEMS[0], "已完成", day]));
    expect(headerOf(reading, key)).toBe("完成日期");
  });

  it("what a person chose for the file is not touched", () => {
    const grid = answer(["反馈问题", "完成情况", "完成时间"], [PROBLEMS[0], "已完成", "2025年11月18日"]);
    const settlements = [{ field: "deadline" as const, among: [], take: "完成时间" }];
    expect(KNOWN.like(readWorkbook([grid], { today: NOVEMBER, settlements }))).toEqual([]);
  });
});

describe("whose a file is", () => {
  const unit = (name: string, grid: Grid, directory: Parameters<typeof KNOWN.unitOf>[2] = null) =>
    KNOWN.unitOf(name, read(grid), directory);
  const plain = (line: Row, ...numbers: readonly number[]) =>
    sheet([
      ["整改情况反馈表"],
      line,
      ["反馈问题", "整改状态"],
      ...numbers.map((n) => [PROBLEMS[n - 1] ?? "", "已完成"]),
    ]);

  it.each([
    ["the column of units, whatever head was copied", "党政.xlsx", form(...rows(3, 4)), "财务科", "items"],
    ["a name that says otherwise", "办公室代报.xlsx", form(...rows(3)), "财务科", "items"],
    ["the master's items it answers for", "反馈.xlsx", plain([], 1, 2), "办公室", "items"],
    ["a whole ledger: its name", "财务科反馈(2).xlsx", form(...rows(1, 2, 3, 4)), "财务科", "name"],
    ["a whole ledger: its line", "反馈.xlsx", plain(["填报单位：丙站"], 1, 3), "丙站", "line"],
    ["the master's own line is no evidence", "反馈.xlsx", form(...rows(1, 3)), null, null],
    [
      "nor is its title",
      "反馈.xlsx",
      sheet([TITLE, ["反馈问题", "整改状态"], ...rows(1, 3).map((row) => [row[1] ?? "", "已完成"])]),
      null,
      null,
    ],
  ] as const)("%s", (_name, file, grid, name, source) => {
    expect(unit(file, grid)).toEqual({ unit: name, source });
  });

  it("goes by the list's names", () => {
    const directory = buildDirectory([{ name: "镇财务科", shortNames: ["财务科"] }], "单位名录");
    expect(unit("1.xlsx", form(...rows(3)), directory)).toEqual({ unit: "镇财务科", source: "items" });
  });
});

describe("files that repeat the master", () => {
  const say = (n: number, progress: string): Row[] =>
    rows(1, 2, 3, 4).map((row, at) => (at === n - 1 ? row.map((old, col) => (col === 5 ? progress : old)) : row));
  const planOf = (...files: readonly (readonly [string | null, Row[]])[]) => {
    const into = new IntoMaster(MASTER, { definition: "done" });
    for (const [at, [unit, items]] of files.entries())
      into.take({ file: `${at}.xlsx`, reading: read(form(...items)), unit: { unit } });
    return into.plan();
  };

  it("a whole ledger goes round: of each unit what it filled in", () => {
    const { planned, conflicts } = planOf(
      ["办公室", say(1, "已印发")],
      ["财务科", say(3, "已到账")],
      ["丙站", say(0, "")],
    );
    expect(conflicts).toEqual([]);
    expect(planned.map(({ update }) => [update.cell, update.to])).toEqual([
      ["台账!F5", "已印发"],
      ["台账!F7", "已到账"],
    ]);
  });

  it.each([["办公室"], [null]])(
    "sent twice by %s, nobody knows which holds; what the master says can not be taken",
    (unit) => {
      const { planned, conflicts, takable } = planOf([unit, say(1, "已印发")], [unit, say(0, "")]);
      expect(planned).toEqual([]);
      expect(conflicts.map(({ type, to }) => [type, to])).toEqual([
        ["twoFiles", "已印发"],
        ["twoFiles", "正在征求意见"],
      ]);
      expect([...takable]).toEqual(["twoFiles progress 台账!F5 0.xlsx 台账!F5"]);
    },
  );

  it("two units that say different new things are told, the third is not asked", () => {
    const { conflicts } = planOf(["办公室", say(1, "已印发")], ["财务科", say(1, "已上会")], ["丙站", say(0, "")]);
    expect(conflicts.map(({ to, file }) => [to, file])).toEqual([
      ["已印发", "0.xlsx"],
      ["已上会", "1.xlsx"],
    ]);
  });
});
