/** Drop-downs: on free cells only, in words that no rule could hold, found again wherever pasting took them, taken away whole. */
import { createSession } from "../../../src/app/session/session";
import { createMemoryStore } from "../../../src/app/session/entries";
import type { CellList } from "../../../src/hosts/port";
import { environment } from "../../app/session/environment";
import { COL, ledgerSheet, ROWS } from "../../app/session/ledger-sheet";
import { WorkbookModel } from "../../excel-host/workbook-model";
import { FLAVOURS, LEVELS, openExcelHost, type OpenExcelHost } from "./open-excel-host";

const NAME = "整改台账";
const WORDS = "下拉选项";
const opened: OpenExcelHost[] = [];
afterEach(() => {
  for (const one of opened) expect(one.excel.engine.unknownMembers).toEqual([]);
  for (const one of opened.splice(0)) one.close();
});

async function open(rows: number) {
  const values = Array.from({ length: rows }, (_, row) => [row, "某问题", "某股", "已完成"]);
  const workbook = new WorkbookModel({
    name: "某台账.xlsx",
    sheets: [
      { name: NAME, values },
      { name: "另表", values: [["某"]] },
    ],
  });
  const one = await openExcelHost({ workbook });
  opened.push(one);
  await one.host.read.grids();
  return { host: one.host, workbook, counters: one.excel.counters, sheet: workbook.sheet(NAME) };
}

/** More words than a rule's own text could hold. */
const UNITS = Array.from({ length: 60 }, (_, n) => `某某单位第${n + 1}股`);
const list = (col: number, top: number, bottom: number, words: readonly string[]): CellList => ({
  sheet: NAME,
  areas: [{ top, bottom, left: col, right: col }],
  title: "某列",
  words,
});
const others = { source: "是,否", showsError: true, ignoresBlanks: true };

describe("drop-downs", () => {
  it("offer words of a hidden sheet of ours, refuse nothing, and are no part of the ledger", async () => {
    const { host, workbook, sheet } = await open(30);
    expect(await host.lists!.find()).toBe(false);
    const wanted = [list(2, 1, 29, UNITS), list(3, 1, 29, ["已完成", "1", "2025/1/2"])];
    expect(await host.lists!.set(wanted)).toEqual({ cells: 58, taken: 0, locked: 0 });
    expect(await host.lists!.find()).toBe(true);
    const words = workbook.sheet(WORDS);
    expect(words.visibility).toBe("Hidden");
    expect(UNITS.join(",").length).toBeGreaterThan(255);
    expect(UNITS.every((unit, n) => words.valueAt(n + 1, 0) === unit)).toBe(true);
    expect([1, 2, 3].map((row) => words.valueAt(row, 1))).toEqual(["已完成", "1", "2025/1/2"]);
    const rule = { source: `='${WORDS}'!$A$2:$A$61`, showsError: false, ignoresBlanks: true };
    expect(sheet.validations.get("1:2")).toEqual(rule);
    expect(sheet.validations.get("29:3")).toEqual({ ...rule, source: `='${WORDS}'!$B$2:$B$4` });
    expect((await host.read.sheets()).map(({ name }) => name)).toEqual([NAME, "另表"]);
    // A report comes and goes without them.
    await host.sheets!.add({ name: "核验报告", columns: [], rows: [[{ value: "某" }]] });
    expect(await host.sheets!.findOurs()).toEqual(["核验报告"]);
    await host.sheets!.removeOurs();
    expect(await host.lists!.find()).toBe(true);
  });

  it("leave the rules of others, wherever they stand among ours", async () => {
    const { host, sheet } = await open(200);
    for (const row of [3, 4, 50, 199]) sheet.validations.set(`${row}:2`, others);
    expect(await host.lists!.set([list(2, 1, 199, UNITS)])).toEqual({ cells: 195, taken: 4, locked: 0 });
    expect([2, 3, 5, 199].map((row) => sheet.validations.get(`${row}:2`)?.source)).toEqual([
      `='${WORDS}'!$A$2:$A$61`,
      "是,否",
      `='${WORDS}'!$A$2:$A$61`,
      "是,否",
    ]);
    // Beside one another in a row, where special cells come as one area.
    sheet.validations.set("5:3", others);
    expect(await host.lists!.clear()).toEqual({ removed: 195, locked: 0 });
    expect([...sheet.validations.keys()].sort()).toEqual(["199:2", "3:2", "4:2", "50:2", "5:3"].sort());
  });

  it("go from wherever they were pasted, also when their sheet was renamed, and leave the workbook as it was", async () => {
    const { host, workbook, sheet } = await open(30);
    const before = workbook.snapshot();
    await host.lists!.set([list(2, 1, 29, UNITS)]);
    workbook.rename(WORDS, "某人改的'名");
    for (const [key, rule] of sheet.validations) {
      sheet.validations.set(key, { ...rule, source: rule.source.replace(`'${WORDS}'`, "'某人改的''名'") });
    }
    workbook.sheet("另表").validations.set("0:0", sheet.validations.get("1:2")!);
    workbook.insertRows(NAME, 10, 3);
    expect(await host.lists!.clear()).toEqual({ removed: 30, locked: 0 });
    expect(await host.lists!.find()).toBe(false);
    workbook.deleteRows(NAME, 10, 3);
    expect(workbook.snapshot()).toEqual(before);
  });

  it("are replaced by the next ones; words whose sheet somebody deleted bind no cell", async () => {
    const { host, workbook, sheet } = await open(30);
    await host.lists!.set([list(2, 1, 29, UNITS)]);
    expect(await host.lists!.set([list(2, 1, 9, ["甲股"])])).toEqual({ cells: 9, taken: 0, locked: 0 });
    expect(sheet.validations.size).toBe(9);
    workbook.deleteSheet(workbook.sheet(WORDS).id);
    for (const [key, rule] of sheet.validations) sheet.validations.set(key, { ...rule, source: "=#REF!$A$2:$A$2" });
    expect(await host.lists!.find()).toBe(false);
    expect(await host.lists!.set([list(2, 1, 29, UNITS)])).toEqual({ cells: 29, taken: 0, locked: 0 });
  });

  it("stay on protected sheets, with their words", async () => {
    const { host, workbook, sheet } = await open(30);
    await host.lists!.set([list(2, 1, 29, UNITS)]);
    workbook.protect(NAME, true);
    expect(await host.lists!.clear()).toEqual({ removed: 0, locked: 29 });
    expect(sheet.validations.size).toBe(29);
    expect(await host.lists!.find()).toBe(true);
    workbook.protect(NAME, false);
    expect(await host.lists!.clear()).toEqual({ removed: 29, locked: 0 });
  });

  it("take a few requests, however many rows", async () => {
    const { host, counters } = await open(5_000);
    const from = counters.syncs;
    await host.lists!.set([list(2, 1, 4_999, UNITS), list(3, 1, 4_999, ["已完成"])]);
    expect(counters.syncs - from).toBeLessThan(15);
  });
});

describe.each(FLAVOURS.flatMap((flavour) => LEVELS.map((level) => [flavour, level] as const)))(
  "drop-downs of a session, %s %s",
  (flavour, level) => {
    it("are put on the columns of the ledger by a press, and taken away by another", async () => {
      const { name, values } = ledgerSheet(ROWS);
      const workbook = new WorkbookModel({ sheets: [{ name, values }] });
      const before = workbook.snapshot();
      const one = await openExcelHost({ flavour, level, workbook });
      opened.push(one);
      const session = createSession(environment({ store: createMemoryStore() }));
      await session.open(one.host);
      expect(await session.hasLists()).toBe(false);
      expect(await session.setLists(true)).toBe(true);
      expect(await session.hasLists()).toBe(true);
      expect(session.getSnapshot().activity).toMatchObject({ action: "lists", state: "done" });
      const columns = new Set([...workbook.sheet(name).validations.keys()].map((key) => Number(key.split(":")[1])));
      expect([...columns].sort()).toEqual([COL.unit, COL.status].sort());
      const words = workbook.sheet(WORDS);
      const statuses = words.rows.map((_row, row) => words.valueAt(row, 1));
      expect(statuses).toEqual(expect.arrayContaining(["整改状态", "已完成", "正在整改", "未完成"]));
      expect(await session.setLists(false)).toBe(true);
      expect(workbook.snapshot()).toEqual(before);
    });
  },
);
