/** 回填: answers of matching items go into the master's cells; each conflict leaves its bytes as they are. */
import * as fc from "fast-check";
import { type CellValue, PICTURE, UNCALCULATED } from "../../../src/grid";
import { editedCopy, openBytes } from "../../../src/hosts/file/node";
import { choicesFor, conflictId, IntoMaster, type IntoPlan, settleInto } from "../../../src/month";
import { buildXlsx } from "../../hosts/file/build";
import { NOVEMBER, readingOf } from "../month-ledger";
import { sheet } from "./files";

const HEAD = [
  "序号",
  "反馈问题",
  "整改措施",
  "责任单位",
  "责任领导",
  "整改时限",
  "整改状态",
  "整改进展",
  "完成时间",
  "佐证材料",
];
const FIELD: Readonly<Record<string, number>> = Object.fromEntries(HEAD.map((name, col) => [name, col]));
const TEXTS = ["会议记录与签到对不上", "工程变更没有集体研究", "专项资金年末集中支出", "应急物资过期未清理"];

type Table = CellValue[][];

function ledger(): Table {
  return TEXTS.map((text, at) => [
    ...[at + 1, text, `修订第${at + 1}号办法`, at < 2 ? "办公室" : "财务科", "甲某", "2025年12月底前"],
    ...[at === 3 ? "已完成" : "正在整改", "正在征求意见", at === 3 ? "2025年10月9日" : null, null],
  ]);
}

/** The ledger with some cells otherwise: row (from 0), heading, value. */
function changed(...cells: readonly (readonly [number, string, CellValue])[]): Table {
  const rows = ledger();
  for (const [row, heading, value] of cells) (rows[row] as CellValue[])[FIELD[heading] ?? 0] = value;
  return rows;
}

function put(row: readonly CellValue[], at: number, value: CellValue): CellValue[] {
  return row.map((old, col) => (col === at ? value : old));
}

const gridOf = (rows: Table) => sheet([["某单位巡察反馈问题整改台账"], HEAD, ...rows]);

function intoOf(master: Table, files: readonly Table[]): IntoMaster {
  const into = new IntoMaster(readingOf([gridOf(master)], NOVEMBER), { definition: "done" });
  files.forEach((rows, at) => into.take({ file: `${at + 1}.xlsx`, reading: readingOf([gridOf(rows)], NOVEMBER) }));
  return into;
}

/** A plan of a file with rows (from 0) that are struck through. */
function struckPlan(rows: Table, ...struck: readonly number[]): IntoMaster {
  const into = new IntoMaster(readingOf([gridOf(ledger())], NOVEMBER), { definition: "done" });
  const grid = { ...gridOf(rows), struckAt: (row: number) => struck.includes(row - 2) };
  into.take({ file: "1.xlsx", reading: readingOf([grid], NOVEMBER) });
  return into;
}

function plan(master: Table, ...files: readonly Table[]): IntoPlan {
  return intoOf(master, files).plan();
}

const updatesOf = ({ planned }: IntoPlan) => planned.map(({ update }) => [update.field, update.cell, update.to]);
const conflictsOf = ({ conflicts }: IntoPlan) =>
  conflicts.map(({ type, field, cell, from, to }) => [type, field, cell, from, to]);

describe("what came back", () => {
  it("unedited changes nothing", () => {
    expect(plan(ledger(), ledger())).toMatchObject({ planned: [], conflicts: [], unchanged: 4, notReturned: [] });
  });

  it("the four fields are taken, a blank writes nothing", () => {
    const file = changed(
      [0, "整改状态", "已完成"],
      [0, "完成时间", "2025-11-20"],
      [0, "佐证材料", "会议纪要"],
      [1, "整改进展", "已通过审查"],
      [2, "整改进展", null],
      [2, "整改状态", null],
    );
    const found = plan(ledger(), file);
    expect(updatesOf(found)).toEqual([
      ["status", "台账!G3", "已完成"],
      ["doneDate", "台账!I3", "2025-11-20"],
      ["evidence", "台账!J3", "会议纪要"],
      ["progress", "台账!H4", "已通过审查"],
    ]);
    expect(found).toMatchObject({ conflicts: [], unchanged: 2 });
  });

  it.each([
    [3, "整改状态", "整改完成"],
    [3, "完成时间", "2025.10.9"],
    [0, "整改状态", "整改中"],
    [0, "整改进展", " 正在征求意见 "],
  ] as const)("row %s, %s: %s says the same", (row, heading, value) => {
    expect(plan(ledger(), changed([row, heading, value]))).toMatchObject({ planned: [], conflicts: [], unchanged: 4 });
  });

  it.each(["2025-11-20 00:00:00", "2025-11-20T00:00:00.000", "2025-11-20 0:00"])("%s is written as a day", (value) => {
    expect(updatesOf(plan(ledger(), changed([0, "完成时间", value])))).toEqual([["doneDate", "台账!I3", "2025-11-20"]]);
  });

  it("units of which nothing came back are told with their items", () => {
    expect(plan(ledger(), ledger().slice(0, 2)).notReturned).toEqual([{ unit: "财务科", items: 2 }]);
    expect(plan(ledger(), ledger().slice(0, 3)).notReturned).toEqual([{ unit: "财务科", items: 1 }]);
  });
});

describe("conflicts", () => {
  it.each([
    ["notFound", [[0, "反馈问题", "从未见过的另一件事"]], ["notFound", "problem", null, null, "从未见过的另一件事"]],
    [
      "textChanged",
      [
        [0, "反馈问题", "会议记录与签到表对不上"],
        [0, "整改状态", "已完成"],
      ],
      ["textChanged", "problem", "台账!B3", TEXTS[0], "会议记录与签到表对不上"],
    ],
    ["statusBack", [[3, "整改状态", "正在整改"]], ["statusBack", "status", "台账!G6", "已完成", "正在整改"]],
    [
      "a measure worded anew",
      [
        [0, "整改措施", "修订第1号管理办法"],
        [0, "整改进展", "已印发"],
      ],
      ["textChanged", "measure", "台账!C3", "修订第1号办法", "修订第1号管理办法"],
    ],
  ] as const)("%s: told with both values, nothing written", (_name, cells, told) => {
    const found = plan(ledger(), changed(...(cells as readonly (readonly [number, string, CellValue])[])));
    expect(conflictsOf(found)).toEqual([told]);
    expect(found.planned).toEqual([]);
  });

  it.each([
    ["责任单位", "人事科", "unit", "台账!D3"],
    ["责任领导", "乙某", "leader", "台账!E3"],
    ["整改时限", "2026年3月底前", "deadline", "台账!F3"],
  ] as const)("fieldChanged: %s is told, the four fields are taken", (heading, value, field, cell) => {
    const found = plan(ledger(), changed([0, heading, value], [0, "整改进展", "已印发"]));
    expect(conflictsOf(found)).toEqual([["fieldChanged", field, cell, expect.any(String), value]]);
    expect(updatesOf(found)).toEqual([["progress", "台账!H3", "已印发"]]);
  });

  it("twoFiles: neither answer is written; the same answer twice is one", () => {
    const [one, other] = [changed([0, "整改进展", "已印发"]), changed([0, "整改进展", "已上会"])];
    const found = plan(ledger(), one, other);
    expect(found.planned).toEqual([]);
    expect(found.conflicts.map(({ type, to, file }) => [type, to, file])).toEqual([
      ["twoFiles", "已印发", "1.xlsx"],
      ["twoFiles", "已上会", "2.xlsx"],
    ]);
    expect(updatesOf(plan(ledger(), one, one))).toEqual([["progress", "台账!H3", "已印发"]]);
  });

  it("a cell for a whole item is written once, where the master has nothing below first rows", () => {
    const lower = (at: number): CellValue[] => [
      null,
      null,
      `另行办理第${at}事`,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
    ];
    const master = ledger().flatMap((row, at) => (at < 3 ? [row, lower(at)] : [row]));
    const returned = put(put(master[0] as CellValue[], FIELD["完成时间"] as number, "2025-11-20"), 9, "会议纪要");
    const top = (col: number) => ({ top: 2, bottom: 3, left: col, right: col });
    const file = sheet([["某单位巡察反馈问题整改台账"], HEAD, returned, lower(0)], {
      merges: [0, 1, 6, 8, 9].map(top),
    });
    const into = new IntoMaster(readingOf([gridOf(master)], NOVEMBER), { definition: "done" });
    into.take({ file: "1.xlsx", reading: readingOf([file], NOVEMBER) });
    expect(updatesOf(into.plan())).toEqual([
      ["doneDate", "台账!I3", "2025-11-20"],
      ["evidence", "台账!J3", "会议纪要"],
    ]);
  });

  it("ambiguous: equal texts are told apart by number, else by nobody", () => {
    const twins = changed([1, "反馈问题", TEXTS[0] ?? ""]);
    const answered = twins.map((row, at) => (at === 1 ? put(row, FIELD["整改进展"] ?? 0, "已印发") : row));
    expect(updatesOf(plan(twins, answered))).toEqual([["progress", "台账!H4", "已印发"]]);
    const unnumbered = answered.map((row, at) => (at < 2 ? put(row, 0, at + 7) : row));
    const found = plan(twins, unnumbered);
    expect(found.planned).toEqual([]);
    expect(found.conflicts.map(({ type }) => type)).toEqual(["ambiguous", "ambiguous"]);
  });

  it("formulaCell: a cell that refuses is a conflict and keeps its bytes", async () => {
    const bytes = await buildXlsx([{ name: "台账", values: gridOf(ledger()).values }]);
    const found = plan(ledger(), changed([0, "整改进展", "已印发"], [1, "整改进展", "已印发"]));
    const settled = settleInto(found, ({ update }) => (update.cell === "台账!H3" ? "formulaCell" : null));
    expect(settled.updated.map(({ cell }) => cell)).toEqual(["台账!H4"]);
    expect(settled.conflicts).toMatchObject([
      { type: "formulaCell", cell: "台账!H3", from: "正在征求意见", to: "已印发" },
    ]);
    expect(editedCopy(bytes, []).bytes).toBe(bytes);
  });
});

/** A table of the ledger with changed cells; what a person takes of the conflicts, and what is written then. */
const DECIDED: readonly (readonly [string, readonly Table[], (to: string | null) => boolean, readonly unknown[]])[] = [
  ["statusBack", [changed([3, "整改状态", "正在整改"])], () => true, [["status", "台账!G6", "正在整改"]]],
  [
    "textChanged: the four fields of the item that is meant",
    [changed([0, "反馈问题", "会议记录与签到表对不上"], [0, "整改状态", "已完成"])],
    () => true,
    [["status", "台账!G3", "已完成"]],
  ],
  [
    "a measure worded anew",
    [changed([0, "整改措施", "修订第1号管理办法"], [0, "整改进展", "已印发"])],
    () => true,
    [["progress", "台账!H3", "已印发"]],
  ],
  [
    "twoFiles: the one answer",
    [changed([0, "整改进展", "已印发"]), changed([0, "整改进展", "已上会"])],
    (to) => to === "已上会",
    [["progress", "台账!H3", "已上会"]],
  ],
  [
    "deadline moved",
    [changed([1, "整改时限", "2026年3月底前"])],
    () => true,
    [["deadline", "台账!F4", "2026年3月底前"]],
  ],
  ["unit", [changed([1, "责任单位", "人事科"])], () => true, [["unit", "台账!D4", "人事科"]]],
  ["leader", [changed([1, "责任领导", "乙某"])], () => true, [["leader", "台账!E4", "乙某"]]],
];

describe("what cannot be written as it is meant", () => {
  it.each([UNCALCULATED, "#N/A", "#REF!", PICTURE])("%s is told, and never written", (value) => {
    for (const [heading, cell] of [
      ["整改状态", "台账!G3"],
      ["整改进展", "台账!H3"],
      ["完成时间", "台账!I3"],
      ["佐证材料", "台账!J3"],
    ] as const) {
      const into = intoOf(ledger(), [changed([0, heading, value])]);
      const found = into.plan();
      expect(found.conflicts.map(({ type, cell: at, to }) => [type, at, to])).toEqual([["unreadable", cell, value]]);
      expect(found.planned).toEqual([]);
      expect(into.plan(new Set(found.conflicts.map(conflictId))).planned).toEqual([]);
    }
  });

  it("where the master holds the same, nothing is told; an answer of another file stands", () => {
    const same = changed([0, "整改进展", UNCALCULATED]);
    expect(plan(same, same)).toMatchObject({ planned: [], conflicts: [], unchanged: 4 });
    const found = plan(ledger(), changed([0, "整改进展", "#N/A"]), changed([0, "整改进展", "已印发"]));
    expect(updatesOf(found)).toEqual([["progress", "台账!H3", "已印发"]]);
    expect(found.conflicts.map(({ type }) => type)).toEqual(["unreadable"]);
  });

  it("a unit that is an error is told and cannot be taken", () => {
    const into = intoOf(ledger(), [changed([0, "责任单位", "#N/A"])]);
    const { conflicts } = into.plan();
    expect(into.plan(new Set(conflicts.map(conflictId))).planned).toEqual([]);
  });
});

describe("a row whose status is held", () => {
  const back = changed([3, "整改状态", "正在整改"], [3, "完成时间", "2025年11月20日"]);
  it.each([
    ["整改进展", "progress", "台账!H6"],
    ["佐证材料", "evidence", "台账!J6"],
    ["完成时间", "doneDate", "台账!I6"],
  ] as const)("%s waits with a status that goes back, and alone does not", (heading, field, cell) => {
    const change = [3, heading, heading === "完成时间" ? "2025年11月20日" : "退回后重新办理"] as const;
    const found = plan(ledger(), changed([3, "整改状态", "正在整改"], change));
    expect(found.planned).toEqual([]);
    expect(found.conflicts.map(({ type, field: of, cell: at }) => [type, of, at])).toEqual([
      ["statusBack", "status", "台账!G6"],
      ["statusHeld", field, cell],
    ]);
    expect(updatesOf(plan(ledger(), changed(change)))).toEqual([[field, cell, change[2]]]);
  });

  it("the rows beside it are written", () => {
    const found = plan(ledger(), changed([3, "整改状态", "正在整改"], [0, "整改进展", "已印发"]));
    expect(updatesOf(found)).toEqual([["progress", "台账!H3", "已印发"]]);
  });

  it("a day of completion waits with a status that goes back", () => {
    const into = intoOf(ledger(), [back]);
    const found = into.plan();
    expect(found.planned).toEqual([]);
    expect(conflictsOf(found)).toEqual([
      ["statusBack", "status", "台账!G6", "已完成", "正在整改"],
      ["statusHeld", "doneDate", "台账!I6", "2025年10月9日", "2025年11月20日"],
    ]);
    const [status] = found.conflicts.map(conflictId);
    expect(updatesOf(into.plan(new Set([status ?? ""])))).toEqual([
      ["doneDate", "台账!I6", "2025年11月20日"],
      ["status", "台账!G6", "正在整改"],
    ]);
  });

  it("a day of completion waits with a status of which two files say different things", () => {
    const one = changed([0, "整改状态", "已完成"], [0, "完成时间", "2025年11月20日"]);
    const into = intoOf(ledger(), [one, changed([0, "整改状态", "未完成"])]);
    const found = into.plan();
    expect(found.planned).toEqual([]);
    expect(found.conflicts.map(({ type, field }) => [type, field])).toEqual([
      ["twoFiles", "status"],
      ["twoFiles", "status"],
      ["statusHeld", "doneDate"],
    ]);
    const taken = found.conflicts.find(({ to }) => to === "已完成");
    expect(updatesOf(into.plan(new Set([taken === undefined ? "" : conflictId(taken)])))).toEqual([
      ["doneDate", "台账!I3", "2025年11月20日"],
      ["status", "台账!G3", "已完成"],
    ]);
  });
});

describe("what the file struck through", () => {
  const answered = changed([0, "整改进展", "已印发"], [1, "整改进展", "已上会"]);
  it("is told and not written, until a person takes it", () => {
    const into = struckPlan(answered, 0);
    const found = into.plan();
    expect(updatesOf(found)).toEqual([["progress", "台账!H4", "已上会"]]);
    expect(conflictsOf(found)).toEqual([["struckRow", "problem", "台账!B3", TEXTS[0], TEXTS[0]]]);
    expect(found.unchanged).toBe(2);
    expect(updatesOf(into.plan(new Set(found.conflicts.map(conflictId)))).map(([, cell]) => cell)).toEqual([
      "台账!H3",
      "台账!H4",
    ]);
  });

  it("a row that stands for several of the master's, once taken, asks which of them it is for", () => {
    const second = put(put(put(ledger()[0] ?? [], 0, null), 1, null), 2, "另一项办法");
    const master = [...ledger().slice(0, 1), second, ...ledger().slice(1)];
    const into = new IntoMaster(readingOf([gridOf(master)], NOVEMBER), { definition: "done" });
    // The file has no column of measures and three rows for the two of the first item; the second of them is struck through.
    const measure = FIELD["整改措施"] ?? 0;
    const bare = [...master.slice(0, 2), second, ...master.slice(2)].map((row, at) =>
      put(row, FIELD["整改进展"] ?? 0, at === 1 ? "已印发" : "正在征求意见").filter((_, col) => col !== measure),
    );
    const head = HEAD.filter((_, col) => col !== measure);
    const grid = {
      ...sheet([["某单位巡察反馈问题整改台账"], head, ...bare]),
      struckAt: (row: number) => row === 3,
    };
    into.take({ file: "1.xlsx", reading: readingOf([grid], NOVEMBER) });
    const found = into.plan();
    expect(updatesOf(found)).toEqual([]);
    expect(conflictsOf(found)).toEqual([["struckRow", "problem", "台账!B3", TEXTS[0], TEXTS[0]]]);
    const held = new Set(found.conflicts.map(conflictId));
    const asked = into.plan(held);
    expect(updatesOf(asked)).toEqual([]);
    const [which] = asked.conflicts.filter(({ type }) => type === "ambiguous");
    if (which === undefined) throw new Error("which of the rows is not asked");
    expect(choicesFor(asked, which).map(({ text }) => text)).toEqual(["修订第1号办法", "另一项办法"]);
    const place = choicesFor(asked, which)[1]?.place ?? "";
    expect(updatesOf(into.plan(held, new Map([[conflictId(which), place]])))).toEqual([
      ["progress", "台账!H4", "已印发"],
    ]);
  });

  it("a measure among others is told by itself", () => {
    const second = put(put(put(ledger()[0] ?? [], 0, null), 1, null), 2, "另一项办法");
    const rows = [...ledger().slice(0, 1), second, ...ledger().slice(1)];
    const into = new IntoMaster(readingOf([gridOf(rows)], NOVEMBER), { definition: "done" });
    const returned = rows.map((row, at) => (at < 2 ? put(row, FIELD["整改进展"] ?? 0, `已印发${at}`) : row));
    const grid = { ...gridOf(returned), struckAt: (row: number) => row === 3 };
    into.take({ file: "1.xlsx", reading: readingOf([grid], NOVEMBER) });
    const found = into.plan();
    expect(updatesOf(found)).toEqual([["progress", "台账!H3", "已印发0"]]);
    expect(conflictsOf(found)).toEqual([["struckRow", "measure", "台账!C4", "另一项办法", "另一项办法"]]);
    expect(updatesOf(into.plan(new Set(found.conflicts.map(conflictId)))).map(([, cell]) => cell)).toEqual([
      "台账!H3",
      "台账!H4",
    ]);
  });
});

describe("what a person says is meant", () => {
  it("an item that is not found: most alike first, and its answers go where they say", () => {
    const into = intoOf(ledger(), [changed([0, "反馈问题", "应急物资过期未处置"], [0, "整改进展", "已印发"])]);
    const found = into.plan();
    const [conflict] = found.conflicts;
    const choices = conflict === undefined ? [] : choicesFor(found, conflict);
    expect(choices.map(({ place }) => place).sort()).toEqual(["台账!A3", "台账!A4", "台账!A5", "台账!A6"]);
    expect(choices[0]).toEqual({ place: "台账!A6", number: "4", text: TEXTS[3], unit: "财务科" });
    const id = conflict === undefined ? "" : conflictId(conflict);
    expect(into.plan(new Set(), new Map([[id, "台账!Z99"]]))).toEqual(found);
    const meant = into.plan(new Set(), new Map([[id, "台账!A3"]]));
    expect(updatesOf(meant)).toEqual([["progress", "台账!H3", "已印发"]]);
    expect(meant.conflicts).toEqual([]);
    expect(meant.taken).toEqual([conflict]);
  });

  it("one of several of one text; two answers for one are two answers", () => {
    const twins = changed([1, "反馈问题", TEXTS[0] ?? ""], [1, "整改措施", "修订第1号办法"]);
    const file = twins.map((row, at) => (at < 2 ? put(put(row, 0, at + 7), 7, `已印发${at}`) : row));
    const into = intoOf(twins, [file]);
    const found = into.plan();
    const ids = found.conflicts.map(conflictId);
    expect(found.conflicts.map((one) => choicesFor(found, one).map(({ place }) => place))).toEqual([
      ["台账!A3", "台账!A4"],
      ["台账!A3", "台账!A4"],
    ]);
    const apart = into.plan(new Set(), new Map(ids.map((id, at) => [id, at === 0 ? "台账!A4" : "台账!A3"])));
    expect(updatesOf(apart)).toEqual([
      ["progress", "台账!H3", "已印发1"],
      ["progress", "台账!H4", "已印发0"],
    ]);
    const both = into.plan(new Set(), new Map(ids.map((id) => [id, "台账!A3"])));
    expect(both.planned).toEqual([]);
    expect(both.conflicts.map(({ type, field }) => [type, field])).toEqual([
      ["ambiguous", "progress"],
      ["ambiguous", "progress"],
    ]);
  });

  it("a measure that is not found", () => {
    const into = intoOf(ledger(), [changed([0, "整改措施", "从没有写过的"], [0, "整改进展", "已印发"])]);
    const found = into.plan();
    expect(found.conflicts.map(({ type, field }) => [type, field])).toEqual([["notFound", "measure"]]);
    const [conflict] = found.conflicts;
    const choices = conflict === undefined ? [] : choicesFor(found, conflict);
    expect(choices.map(({ place, text }) => [place, text])).toEqual([["台账!A3", "修订第1号办法"]]);
    const chosen = new Map(conflict === undefined ? [] : [[conflictId(conflict), "台账!A3"]]);
    expect(updatesOf(into.plan(new Set(), chosen))).toEqual([["progress", "台账!H3", "已印发"]]);
  });

  it("the row of several that a whole item speaks for", () => {
    const second = put(put(put(put(ledger()[0] ?? [], 0, null), 1, null), 2, "另一项办法"), 7, "尚未开始");
    const master = [...ledger().slice(0, 1), second, ...ledger().slice(1)];
    const short = [HEAD, ...changed([0, "整改进展", "已印发"])].map((row) => row.filter((_, col) => col !== 2));
    const into = new IntoMaster(readingOf([gridOf(master)], NOVEMBER), { definition: "done" });
    const file = sheet([["某单位巡察反馈问题整改台账"], ...short]);
    into.take({ file: "1.xlsx", reading: readingOf([file], NOVEMBER) });
    const found = into.plan();
    expect(found.planned).toEqual([]);
    expect(found.conflicts.map(({ type, field }) => [type, field])).toEqual([["ambiguous", "progress"]]);
    const [conflict] = found.conflicts;
    const chosen = new Map(conflict === undefined ? [] : [[conflictId(conflict), "台账!A4"]]);
    expect(updatesOf(into.plan(new Set(), chosen))).toEqual([["progress", "台账!H4", "已印发"]]);
  });
});

describe("what a person decides", () => {
  it.each(DECIDED)("%s: taken it is written, left the master's bytes stay", async (_name, files, takes, written) => {
    const bytes = await buildXlsx([{ name: "台账", values: gridOf(ledger()).values }]);
    const into = intoOf(ledger(), files);
    const left = into.plan();
    expect(left.planned).toEqual([]);
    expect(
      editedCopy(
        bytes,
        left.planned.flatMap(({ edits }) => edits),
      ).bytes,
    ).toBe(bytes);
    const ids = left.conflicts.filter(({ to }) => takes(to)).map(conflictId);
    expect(ids.filter((id) => !left.takable.has(id))).toEqual([]);
    const taken = into.plan(new Set(ids));
    expect(updatesOf(taken)).toEqual(written);
    expect(taken.conflicts).toEqual([]);
    // A plan is a plan: the one before is the same again.
    expect(into.plan()).toEqual(left);
  });

  it.each([
    ["notFound", ledger(), changed([0, "反馈问题", "从未见过的另一件事"])],
    [
      "ambiguous",
      changed([1, "反馈问题", TEXTS[0] ?? ""]),
      changed([1, "反馈问题", TEXTS[0] ?? ""], [0, "序号", 7], [1, "序号", 8]),
    ],
  ] as const)("%s: nothing is taken unless it is said what is meant", (type, master, file) => {
    const into = intoOf(master, [file]);
    const { conflicts, takable } = into.plan();
    expect(new Set(conflicts.map((one) => one.type))).toEqual(new Set([type]));
    expect(conflicts.filter((one) => takable.has(conflictId(one)))).toEqual([]);
    expect(into.plan(new Set(conflicts.map(conflictId))).planned).toEqual([]);
  });
});

const EDITS = ["整改状态", "整改进展", "完成时间", "佐证材料"] as const;
const VALUES: Readonly<Record<(typeof EDITS)[number], readonly string[]>> = {
  整改状态: ["基本完成", "部分完成", "长期坚持"],
  整改进展: ["已印发制度", "招标完成", "=文字"],
  完成时间: ["2025年11月3日", "2025年11月17日"],
  佐证材料: ["会议纪要", "照片两张"],
};
const edit = fc
  .record({ row: fc.integer({ min: 0, max: 2 }), heading: fc.constantFrom(...EDITS), at: fc.nat() })
  .map(({ row, heading, at }) => [row, heading, VALUES[heading][at % VALUES[heading].length] ?? ""] as const);

describe("random answers", () => {
  it("are written exactly, whatever rows and columns moved, and nothing else is", async () => {
    const master = await buildXlsx([{ name: "台账", values: gridOf(ledger()).values }]);
    await fc.assert(
      fc.asyncProperty(
        fc.array(edit, { maxLength: 6 }),
        fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
        async (edits, order) => {
          const rows = changed(...edits);
          const found = plan(
            ledger(),
            order.map((at) => rows[at] ?? []),
          );
          expect(found.conflicts).toEqual([]);
          const copy = editedCopy(
            master,
            found.planned.flatMap((one) => one.edits),
          );
          const [grid] = await (await openBytes(copy.bytes, "总台账.xlsx")).read.grids();
          expect(grid?.values.slice(2).map((row) => HEAD.map((_, col) => row[col] ?? null))).toEqual(rows);
        },
      ),
      { numRuns: 40 },
    );
  });
});
