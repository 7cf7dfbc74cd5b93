/** What the host does in trouble: it says what passes, never does half, and can be called again. */
import type { Edit } from "../../../src/hosts/port";
import { createExcelHost } from "../../../src/hosts/excel/host";
import * as trouble from "../../excel-host/troubles";
import { until } from "../../until";
import { openExcelHost, type OpenExcelHost } from "./open-excel-host";

const NAME = "台账";
const VALUES = [
  ["序号", "整改时限", "编号", "状态"],
  [1, "2025年6月 ", 7, "已完成"],
  [2, "某日", "007 ", "正在整改"],
];
const REPORT = { name: "核验报告", columns: [{ width: 8 }], rows: [[{ value: "2025年6月" }], [{ value: "=x" }]] };
const EDITS: readonly Edit[] = [
  { sheet: NAME, row: 1, col: 1, expected: "2025年6月 ", value: "2025年6月" },
  { sheet: NAME, row: 2, col: 1, expected: "某日", value: "1-2" },
  { sheet: NAME, row: 1, col: 2, expected: 7, value: 8 },
  { sheet: NAME, row: 2, col: 2, expected: "007 ", value: "007" },
];

describe("trouble", () => {
  let opened: OpenExcelHost;
  const open = async (): Promise<OpenExcelHost> => {
    const formatAt = (row: number, col: number): string | undefined => (col === 2 && row > 0 ? "@" : undefined);
    opened = await openExcelHost({ workbook: { sheets: [{ name: NAME, values: VALUES, formatAt }] } });
    await opened.host.read.grids();
    return opened;
  };
  afterEach(() => {
    expect(opened.excel.engine.unknownMembers).toEqual([]);
    opened.close();
  });
  const cells = (): unknown =>
    EDITS.map(({ row, col }) => {
      const sheet = opened.excel.workbook.sheet(NAME);
      return [sheet.valueAt(row, col), sheet.styleAt(row, col).format];
    });
  const written = EDITS.map(({ value, col }) => [value, col === 2 ? "@" : undefined]);

  it("opens the host again after a failure, always with an error of the port", async () => {
    const { excel } = await open();
    const end = trouble.failing(excel, "ConnectionFailure", 2);
    await expect(createExcelHost()).rejects.toMatchObject({ name: "HostError", code: "connectionLost" });
    await expect(createExcelHost()).rejects.toMatchObject({ code: "connectionLost" });
    end();
    expect((await createExcelHost()).name).toBe("excel");
    const { RequestContext } = excel.Excel;
    Reflect.deleteProperty(excel.Excel, "RequestContext");
    await expect(createExcelHost()).rejects.toMatchObject({ name: "HostError", code: "hostFailed" });
    Object.assign(excel.Excel, { RequestContext });
  });

  it("keeps no failed reading of documents", async () => {
    const { host, excel } = await open();
    trouble.failing(excel, "ConnectionFailure");
    await expect(host.state!.load("ignores")).rejects.toMatchObject({ code: "connectionLost" });
    expect(await host.state!.load("ignores")).toBeNull();
  });

  it.each([false, true])("finishes edits that were cut off at any request, done or not (%s)", async (afterwards) => {
    for (let at = 1; at <= 6; at++) {
      const { host, excel } = await open();
      let number = 0;
      excel.faults.beforeSync = () => {
        number += 1;
        // From this request on nothing comes through any more, not even what would be put back.
        if (number === at) trouble.dropConnection(excel, afterwards, 3);
      };
      await host.write!.apply(EDITS).catch((error: unknown) => expect(error).toMatchObject({ code: "connectionLost" }));
      excel.faults.beforeSync = null;
      excel.faults.lostAnswers = 0;
      excel.faults.failures.length = 0;
      if (number >= at)
        expect((await host.write!.apply(EDITS)).map(({ type }) => type)).toEqual(EDITS.map(() => "written"));
      expect([at, cells()]).toEqual([at, written]);
      opened.close();
    }
    await open();
  });

  it("puts no apostrophe before a text that Excel leaves alone, and writes numbers into text cells as numbers", async () => {
    const { host, excel } = await open();
    const { workbook } = excel;
    const sheet = workbook.sheet(NAME);
    const write = (value: string | number) =>
      host.write!.apply([{ sheet: NAME, row: 2, col: 3, expected: sheet.valueAt(2, 3), value }]);
    for (const text of ["已完成", "9月30日前", "二〇二五年六月底前", "3个月", "TRUE值", "a=b", "#1"]) {
      await write(text);
      expect([sheet.valueAt(2, 3), sheet.styleAt(2, 3).quoted]).toEqual([text, undefined]);
    }
    for (const text of ["9月30日", "2025/6/30", "=x", "1E5", "TRUE"]) {
      await write(text);
      expect([sheet.valueAt(2, 3), sheet.styleAt(2, 3).quoted, sheet.styleAt(2, 3).format]).toEqual([
        text,
        true,
        undefined,
      ]);
    }
  });

  it("adds one report only, however often adding it failed", async () => {
    const { host, excel } = await open();
    for (let at = 1; at <= 40; at++) {
      let number = 0;
      excel.faults.beforeAction = () => {
        number += 1;
        if (number >= at) excel.fail("ConnectionFailure");
      };
      await host.sheets!.add(REPORT).catch((error: unknown) => expect(error).toMatchObject({ code: "connectionLost" }));
      excel.faults.beforeAction = null;
      expect(await host.sheets!.add(REPORT)).toEqual({ name: "核验报告" });
      expect(excel.workbook.sheets.map((sheet) => sheet.name)).toEqual([NAME, "核验报告"]);
      expect(excel.workbook.sheet("核验报告").valueAt(1, 0)).toBe("=x");
      await host.sheets!.removeOurs();
      expect(trouble.leftovers(excel.workbook)).toEqual([]);
      if (number < at) break;
    }
  });

  it("finds by looking what no event told, after a rename, too", async () => {
    const { host, excel } = await open();
    const events: unknown[] = [];
    await host.events!.listen((event) => events.push(event));
    const grids = await host.read.grids();
    trouble.loseEvents(excel);
    excel.workbook.type(NAME, 2, 3, [["已完成"]]);
    trouble.filterRows(excel.workbook, NAME, { top: 0, bottom: 2, left: 0, right: 3 }, [1]);
    // Told again, what comes next is all that is heard.
    excel.faults.loseEvents = false;
    excel.workbook.type(NAME, 1, 3, [["正在整改"]]);
    await until(() => events.length > 0);
    expect(events).toEqual([{ type: "rows", sheet: NAME, rows: [1] }]);
    expect((await host.read.look(grids)).type).toBe("rows");
    trouble.renameSheet(excel.workbook, NAME, "改名");
    expect((await host.read.look(grids)).type).toBe("structure");
    const [grid] = await host.read.grids();
    expect([grid!.sheet, [...grid!.hiddenRows]]).toEqual(["改名", [1]]);
  });

  it("takes a filter off to show a row, of the sheet or of a table", async () => {
    const { host, excel } = await open();
    const row = [{ top: 1, bottom: 1, left: 0, right: 0 }];
    for (const by of ["sheet", "table"] as const) {
      trouble.filterRows(excel.workbook, NAME, { top: 0, bottom: 2, left: 0, right: 3 }, [1], by);
      expect(await host.select!.select(NAME, row)).toEqual({ selected: 1, hidden: 1, left: 0 });
      expect(await host.select!.select(NAME, row, { reveal: true })).toEqual({ selected: 1, hidden: 0, left: 0 });
      expect(excel.workbook.sheet(NAME).isRowHidden(1)).toBe(false);
    }
  });

  it("is listened to again after a failure, with nothing left registered, and turns a listener's slip into a hint", async () => {
    const { host, excel } = await open();
    for (let at = 1; at <= 2; at++) {
      trouble.failing(excel, "ConnectionFailure", 1, (number) => number === at);
      await expect(host.events!.listen(() => undefined)).rejects.toMatchObject({ code: "connectionLost" });
    }
    const events: unknown[] = [];
    const stop = await host.events!.listen((event) => {
      events.push(event);
      if (event.type === "rows") throw new TypeError("a slip");
    });
    excel.workbook.type(NAME, 1, 3, [["正在整改"]]);
    await until(() => events.length >= 2);
    expect(events).toEqual([
      { type: "rows", sheet: NAME, rows: [1] },
      { type: "structure", sheet: null },
    ]);
    trouble.dropConnection(excel);
    await stop();
    const later: unknown[] = [];
    await host.events!.listen((event) => later.push(event));
    excel.workbook.type(NAME, 1, 3, [["已完成"]]);
    await until(() => later.length > 0);
    expect(events).toHaveLength(2);
  });
});
