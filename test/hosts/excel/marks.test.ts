/** Marks as conditional formats: how many, on which cells, and where they go. */
import type { Mark } from "../../../src/hosts/port";
import { MAX_MARKED } from "../../../src/hosts/excel/marks-facet";
import { markFormula } from "../../../src/hosts/ours";
import { until } from "../../until";
import { openExcelHost, type OpenExcelHost } from "./open-excel-host";

const NAME = "问题整改台账";

describe("marks", () => {
  let opened: OpenExcelHost;
  const open = async (rows: number): Promise<OpenExcelHost> => {
    const values = Array.from({ length: rows }, (_, row) => [rows - row, `某问题${row}`, "某"]);
    opened = await openExcelHost({ workbook: { sheets: [{ name: NAME, values }] } });
    await opened.host.read.grids();
    return opened;
  };
  afterEach(() => opened.close());
  const mark = (row: number, col: number, severity: Mark["severity"] = "warning"): Mark => ({
    sheet: NAME,
    row,
    col,
    severity,
  });
  const formats = () => opened.excel.workbook.sheet(NAME).conditionalFormats;

  it("are few formats of many cells, the gravest of a cell only", async () => {
    const { host } = await open(50);
    const answer = await host.marks!.set([
      mark(1, 1),
      mark(2, 1),
      mark(3, 1),
      mark(9, 0),
      mark(1, 1, "error"),
      mark(2, 2, "info"),
    ]);
    expect(answer).toMatchObject({ marked: 5, limit: MAX_MARKED, locked: 0 });
    expect(
      formats()
        .map(({ formula, areas }) => [formula, areas])
        .sort(),
    ).toEqual(
      [
        [`=${markFormula("error")}`, [{ top: 1, bottom: 1, left: 1, right: 1 }]],
        [`=${markFormula("info")}`, [{ top: 2, bottom: 2, left: 2, right: 2 }]],
        [
          `=${markFormula("warning")}`,
          [
            { top: 9, bottom: 9, left: 0, right: 0 },
            { top: 2, bottom: 3, left: 1, right: 1 },
          ],
        ],
      ].sort(),
    );
  });

  it("stop at 2,000 cells, errors first, in addresses that Excel takes", async () => {
    const { host, excel } = await open(6000);
    const marks = Array.from({ length: 3000 }, (_, index) => mark(2 * index, 1, index % 2 ? "error" : "info"));
    expect((await host.marks!.set(marks)).marked).toBe(MAX_MARKED);
    const cells = formats().reduce((sum, { areas }) => sum + areas.length, 0);
    const errors = formats().filter(({ formula }) => formula.includes("error"));
    expect(cells).toBe(MAX_MARKED);
    expect(errors.reduce((sum, { areas }) => sum + areas.length, 0)).toBe(1500);
    expect(excel.counters.log.every((one) => one.failed === null)).toBe(true);
  });

  it("are cleared wherever a sort or a row insert took them, and nobody else's", async () => {
    const { host, excel } = await open(50);
    formats().push({
      id: "{others}",
      type: "Custom",
      areas: [{ top: 0, bottom: 9, left: 0, right: 0 }],
      formula: "=A1>3",
      fill: "#00FF00",
      fontColor: "",
      bold: false,
    });
    const before = excel.workbook.snapshot();
    await host.marks!.set([mark(5, 1), mark(6, 1), mark(40, 2, "error")]);
    excel.workbook.sortRows(NAME, { top: 0, left: 0, bottom: 49, right: 2 }, 0);
    excel.workbook.sortRows(NAME, { top: 0, left: 0, bottom: 49, right: 2 }, 0, true);
    await host.marks!.clear();
    excel.workbook.sortRows(NAME, { top: 0, left: 0, bottom: 49, right: 2 }, 1);
    expect(formats().map(({ id }) => id)).toEqual(["{others}"]);
    expect((before as { sheets: unknown[] }).sheets).toHaveLength(1);
  });

  it("are looked up each time, in six syncs at most", async () => {
    const { host, excel } = await open(50);
    await host.marks!.set([mark(5, 1), mark(6, 1)]);
    excel.engine.resetCounters();
    await host.marks!.set([mark(5, 1)]);
    expect(excel.counters.syncs).toBeLessThanOrEqual(6);
    expect(formats()).toHaveLength(1);
  });

  it("leave formats alone that can't be read, of other types, or without a formula, and are found beside them", async () => {
    const { host, excel } = await open(50);
    const areas = [{ top: 0, bottom: 9, left: 0, right: 0 }];
    const foreign = { type: "Custom", formula: "", fill: "#00FF00", fontColor: "", bold: false, areas };
    formats().push(
      { ...foreign, id: "{throws}", unreadable: "throws" },
      { ...foreign, id: "{null}", unreadable: "null" },
      { ...foreign, id: "{scale}", type: "ColorScale" },
      { ...foreign, id: "{empty}" },
      { ...foreign, id: "{rule}", formula: "=A1>3" },
    );
    const others = formats().map(({ id }) => id);
    expect(await host.marks!.find()).toMatchObject({ marked: 0 });
    await host.marks!.set([mark(5, 1), mark(6, 1), mark(7, 2, "error")]);
    expect(await host.marks!.find()).toMatchObject({ marked: 3 });
    await host.marks!.set([mark(5, 1), mark(6, 1)]);
    expect(await host.marks!.clear()).toEqual({ removed: 2, locked: 0 });
    expect(formats().map(({ id }) => id)).toEqual(others);
    expect(excel.counters.log.length).toBeLessThan(80);
  });

  it("that were cut off before their formula are taken away, and a rule without one that was there before is not", async () => {
    const { host, excel } = await open(50);
    formats().push({
      id: "{empty}",
      type: "Custom",
      formula: "",
      fill: "",
      fontColor: "",
      bold: false,
      areas: [{ top: 0, bottom: 9, left: 0, right: 0 }],
    });
    excel.faults.beforeAction = (action) => {
      if (action === "set Rule.Formula") excel.fail("ConnectionFailure");
    };
    await expect(host.marks!.set([mark(5, 1)])).rejects.toMatchObject({ code: "connectionLost" });
    expect(formats()).toHaveLength(2);
    excel.faults.beforeAction = null;
    expect(await host.marks!.set([mark(5, 1)])).toMatchObject({ marked: 1 });
    expect(formats()).toHaveLength(2);
    await host.marks!.clear();
    expect(formats().map(({ id }) => id)).toEqual(["{empty}"]);
  });

  it("are looked for again after rows have moved", async () => {
    const { host, excel } = await open(50);
    let moved = false;
    await host.events!.listen(({ type }) => (moved ||= type === "structure"));
    await host.marks!.set([mark(5, 1)]);
    excel.workbook.insertRows(NAME, 2, 1);
    await until(() => moved);
    await host.marks!.set([mark(5, 1)]);
    expect(formats().flatMap(({ areas }) => areas)).toEqual([{ top: 5, bottom: 5, left: 1, right: 1 }]);
  });

  it("are set anew when somebody has deleted them", async () => {
    const { host, excel } = await open(50);
    await host.events!.listen(() => undefined);
    await host.marks!.set([mark(5, 1)]);
    excel.workbook.sheet(NAME).conditionalFormats = [];
    await host.marks!.set([mark(5, 1), mark(6, 1)]);
    expect(formats().flatMap(({ areas }) => areas)).toEqual([{ top: 5, bottom: 6, left: 1, right: 1 }]);
  });

  it("stay off protected sheets, and say when they can't be taken off one", async () => {
    const { host, excel } = await open(50);
    await host.marks!.set([mark(5, 1)]);
    excel.workbook.protect(NAME, true);
    expect(await host.marks!.clear()).toEqual({ removed: 0, locked: 1 });
    expect(await host.marks!.set([mark(6, 1)])).toMatchObject({ marked: 0, locked: 1 });
    excel.workbook.protect(NAME, false);
    await host.marks!.clear();
    expect(formats()).toEqual([]);
  });
});
