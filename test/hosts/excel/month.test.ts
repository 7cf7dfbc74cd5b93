/** The month's work in the open workbook in Excel: changes marked, the statistics as sheets; all of it taken back. */
import { changeMarks, compareWithPeriod } from "../../../src/app/month";
import { createSession } from "../../../src/app/session/session";
import { putStats } from "../../../src/app/statistics";
import { readWorkbook } from "../../../src/ledger";
import { periodOf } from "../../../src/month";
import { civilDate } from "../../../src/zh/civil-date";
import { environment } from "../../app/session/environment";
import { COL, FIRST, ledgerSheet, ROWS } from "../../app/session/ledger-sheet";
import { failing } from "../../excel-host/troubles";
import { WorkbookModel } from "../../excel-host/workbook-model";
import { createMemoryHost } from "../memory-host";
import { FLAVOURS, openExcelHost, type OpenExcelHost } from "./open-excel-host";

const SHEET = "整改台账";

/** A month before, the first item not done yet. */
async function before() {
  const rows = ROWS.map((row, index) =>
    row.map((cell, col) => (index === 0 && col === COL.status ? "正在整改" : cell)),
  );
  const day = civilDate(2025, 9, 30)!;
  const grids = await createMemoryHost([ledgerSheet(rows)]).read.grids();
  return periodOf(readWorkbook(grids, { today: day, asOf: day }), { masked: true });
}

describe.each(FLAVOURS)("the month in Excel, %s", (flavour) => {
  let opened: OpenExcelHost;
  afterEach(() => {
    expect(opened.excel.engine.unknownMembers).toEqual([]);
    opened.close();
  });

  async function start() {
    const { name, values } = ledgerSheet();
    const workbook = new WorkbookModel({
      sheets: [
        { name, values },
        { name: "统计表", values: [["自己的统计"]] },
      ],
    });
    opened = await openExcelHost({ flavour, workbook });
    const session = createSession(environment());
    await session.open(opened.host);
    return { session, workbook, fresh: workbook.snapshot(), old: await before() };
  }

  it("marks changes on a press and takes them back, through trouble that passes", async () => {
    const { session, workbook, fresh, old } = await start();
    const marks = () => changeMarks(compareWithPeriod(session, old, [])!, "zh");
    failing(opened.excel, "InvalidOperationInCellEditMode", 2);
    expect(await session.setChangeMarks(marks)).toBe(true);
    const isMarked = (row: number, col: number): boolean =>
      workbook
        .sheet(SHEET)
        .conditionalFormats.flatMap(({ areas }) => areas)
        .some(({ top, bottom, left, right }) => top <= row && row <= bottom && left <= col && col <= right);
    expect(isMarked(FIRST, COL.status)).toBe(true);
    expect(isMarked(FIRST, COL.problem)).toBe(false);
    // As it was last time: after the next look the cell is marked no more.
    workbook.type(SHEET, FIRST, COL.status, [["正在整改"]]);
    await session.glance();
    expect(isMarked(FIRST, COL.status)).toBe(false);
    workbook.type(SHEET, FIRST, COL.status, [["已完成"]]);
    await session.glance();
    expect(isMarked(FIRST, COL.status)).toBe(true);
    expect(await session.setChangeMarks(null)).toBe(true);
    expect(workbook.snapshot()).toEqual(fresh);
  });

  it("puts the statistics beside the user's own, counts no ledger twice, renews and removes them", async () => {
    const { session, workbook, fresh, old } = await start();
    const ledgers = session.getSnapshot().ledgers.map(({ sheet }) => sheet);
    failing(opened.excel, "InvalidOperationInCellEditMode", 1);
    expect(await putStats(session, old)).toBe(true);
    expect(session.getSnapshot().book).toEqual(["统计表 (2)", "数据"]);
    expect(workbook.sheet("统计表").valueAt(0, 0)).toBe("自己的统计");
    const stats = workbook.sheet("统计表 (2)");
    expect(stats.formulaAt(4, 2)).toMatch(/^=COUNTIFS\('数据'!/u);
    await session.addReport();
    await session.recheck();
    expect(session.getSnapshot().ledgers.map(({ sheet }) => sheet)).toEqual(ledgers);
    expect(await putStats(session, null)).toBe(true);
    expect(workbook.sheets.map(({ name }) => name)).toEqual([SHEET, "统计表", "统计表 (2)", "数据", "核验报告"]);
    await session.removeReport();
    expect(session.getSnapshot().book).toEqual(["统计表 (2)", "数据"]);
    expect(await session.removeBook()).toBe(true);
    expect(workbook.snapshot()).toEqual(fresh);
  });
});
