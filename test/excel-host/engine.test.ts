/** The emulated Excel itself: strictness, limits, references, events, faults, seen through the real office.js. */
import { until } from "../until";
import { startExcel, type StartedExcel, type StartOptions } from "./start-excel";

const LEDGER = {
  name: "问题整改台账",
  values: [
    ["序号", "问题"],
    [1, "某单位台账不全"],
    [2, "某制度未落实"],
  ],
};

describe("the emulated Excel", () => {
  let excel: StartedExcel;
  const start = async (options: Partial<StartOptions> = {}): Promise<StartedExcel> => {
    excel = await startExcel({ workbook: { sheets: [LEDGER] }, ...options });
    return excel;
  };
  afterEach(() => excel.close());

  const first = (context: Excel.RequestContext): Excel.Worksheet => context.workbook.worksheets.getItem(LEDGER.name);

  it("answers members it doesn't know with a loud ApiNotFound", async () => {
    await start({ level: "1.17" });
    const run = excel.Excel.run(async (context) => {
      first(context).pivotTables.load("items/name");
      await context.sync();
    });
    await expect(run).rejects.toMatchObject({ code: "ApiNotFound" });
    expect(excel.engine.unknownMembers).toEqual(["Worksheet.pivotTables"]);
  });

  it("lets office.js refuse members above the requirement level", async () => {
    await start({ level: "1.13" });
    const run = excel.Excel.run(async (context) => {
      context.workbook.worksheets.onProtectionChanged.add(async () => undefined);
      await context.sync();
    });
    await expect(run).rejects.toMatchObject({ code: "ApiNotFound" });
    expect(excel.Office.context.requirements.isSetSupported("ExcelApi", "1.13")).toBe(true);
    expect(excel.Office.context.requirements.isSetSupported("ExcelApi", "1.14")).toBe(false);
  });

  it("refuses to read a property that was not loaded, as office.js does", async () => {
    await start();
    const run = excel.Excel.run(async (context) => {
      const range = first(context).getRange("A1");
      range.load("values");
      await context.sync();
      return range.formulas;
    });
    await expect(run).rejects.toMatchObject({ code: "PropertyNotLoaded" });
  });

  it("gives null objects whose children are null objects", async () => {
    await start();
    await excel.Excel.run(async (context) => {
      const none = first(context).getRange("A1").getMergedAreasOrNullObject();
      none.areas.load("items/rowIndex");
      await context.sync();
      expect([none.isNullObject, none.areas.isNullObject]).toEqual([true, true]);
    });
  });

  it("counts syncs apart from the return of references", async () => {
    await start();
    await excel.Excel.run(async (context) => {
      first(context).getRange("A1").load("values");
      await context.sync();
    });
    await until(() => excel.counters.cleanups > 0);
    expect([excel.counters.syncs, excel.counters.cleanups, excel.engine.keptReferences]).toEqual([1, 1, 0]);
  });

  it("takes a write that office.js splits because it is large", async () => {
    await start();
    const values = Array.from({ length: 2000 }, (_, row) => [`某项${row}`, row]);
    await excel.Excel.run(async (context) => {
      first(context).getRange("A1:B2000").values = values;
      await context.sync();
    });
    expect(excel.workbook.sheet(LEDGER.name).valueAt(1999, 0)).toBe("某项1999");
    expect(excel.workbook.sheet(LEDGER.name).valueAt(1999, 1)).toBe(1999);
  });

  it("refuses a table of another shape than the range", async () => {
    await start();
    const run = excel.Excel.run(async (context) => {
      first(context).getRange("A1:B2").values = [["x"]];
      await context.sync();
    });
    await expect(run).rejects.toMatchObject({ code: "InvalidArgument" });
  });

  it("parses what is set the way Excel does", async () => {
    await start();
    await excel.Excel.run(async (context) => {
      first(context).getRange("A2:A7").values = [["12"], ["'12"], ["2025-6-30"], ["=SUM(A1)"], ["TRUE"], [""]];
      await context.sync();
    });
    const sheet = excel.workbook.sheet(LEDGER.name);
    expect([1, 2, 3, 4, 5, 6].map((row) => sheet.formulaAt(row, 0))).toEqual([12, "12", 45838, "=SUM(A1)", true, null]);
    expect(sheet.styleAt(3, 0).format).toBe("yyyy/m/d");
  });

  it("fails above 512 merged areas in one range, and tells those that begin in it", async () => {
    const merges = Array.from({ length: 513 }, (_, index) => ({
      top: 2 * index,
      bottom: 2 * index + 1,
      left: 0,
      right: 0,
    }));
    await start({ workbook: { sheets: [{ ...LEDGER, merges }] } });
    const ask = (address: string): Promise<number[][]> =>
      excel.Excel.run(async (context) => {
        const merged = first(context).getRange(address).getMergedAreasOrNullObject();
        merged.areas.load("items/rowIndex,items/rowCount");
        await context.sync();
        return merged.isNullObject ? [] : merged.areas.items.map((area) => [area.rowIndex, area.rowCount]);
      });
    await expect(ask("A1:A1026")).rejects.toMatchObject({ code: "GeneralException" });
    expect(await ask("A1:A1024")).toHaveLength(512);
    expect(await ask("A2:A4")).toEqual([[2, 2]]);
    expect(await ask("B1:B9")).toEqual([]);
  });

  it("refuses responses and requests above the limit on the web only", async () => {
    const workbook = {
      sheets: [{ name: LEDGER.name, values: Array.from({ length: 100 }, () => ["长".repeat(1000)]) }],
    };
    const read = (): Promise<unknown> =>
      excel.Excel.run(async (context) => {
        const range = first(context).getRange("A1:A100");
        range.load("values");
        await context.sync();
        return range.values.length;
      });
    await start({ workbook, faults: { maxBytes: 200_000 } });
    await expect(read()).rejects.toMatchObject({ code: "ResponsePayloadSizeLimitExceeded" });
    const write = excel.Excel.run(async (context) => {
      first(context).getRange("A1").values = [["x".repeat(300_000)]];
      await context.sync();
    });
    await expect(write).rejects.toMatchObject({ code: "RequestPayloadSizeLimitExceeded" });
    excel.close();
    await start({ workbook, flavour: "win32" });
    expect(await read()).toBe(100);
  });

  it("gives null values above the cell limit and for whole columns", async () => {
    await start({ faults: { maxCells: 3 } });
    await excel.Excel.run(async (context) => {
      const ranges = ["A1:B2", "A1:A3", "A:A"].map((address) => first(context).getRange(address));
      for (const range of ranges) range.load("values");
      await context.sync();
      expect(ranges.map((range) => (range.values as unknown) === null)).toEqual([true, false, true]);
    });
  });

  it("denies writing on a protected sheet, keeping what came before in the same request", async () => {
    await start({ workbook: { sheets: [LEDGER, { name: "锁定", values: [["x"]], protected: true }] } });
    const run = excel.Excel.run(async (context) => {
      first(context).getRange("B2").values = [["写了"]];
      context.workbook.worksheets.getItem("锁定").getRange("A1").values = [["y"]];
      await context.sync();
    });
    await expect(run).rejects.toMatchObject({ code: "AccessDenied" });
    expect(excel.workbook.sheet(LEDGER.name).valueAt(1, 1)).toBe("写了");
    expect(excel.workbook.sheet("锁定").valueAt(0, 0)).toBe("x");
  });

  it("fails while a cell is edited, unless asked to wait", async () => {
    await start();
    excel.faults.cellEdit = true;
    const read = (delayForCellEdit: boolean): Promise<unknown> =>
      excel.Excel.run({ delayForCellEdit }, async (context) => {
        const range = first(context).getRange("A2");
        range.load("values");
        await context.sync();
        return range.values;
      });
    await expect(read(false)).rejects.toMatchObject({ code: "InvalidOperationInCellEditMode" });
    const waiting = read(true);
    setTimeout(() => {
      excel.faults.cellEdit = false;
    }, 30);
    expect(await waiting).toEqual([[1]]);
  });

  it("lets a colleague in between two syncs, and between two actions", async () => {
    await start();
    const seen: unknown[] = [];
    excel.faults.beforeSync = (number) => {
      if (number === 2) excel.workbook.type(LEDGER.name, 1, 1, [["同事改的"]], "colleague");
    };
    await excel.Excel.run(async (context) => {
      for (let turn = 0; turn < 2; turn++) {
        const range = first(context).getRange("B2");
        range.load("values");
        await context.sync();
        seen.push(range.values[0]?.[0]);
      }
    });
    expect(seen).toEqual(["某单位台账不全", "同事改的"]);
  });

  it("never answers again once the pane is killed, and keeps what was written", async () => {
    await start({ faults: { killAfterWrites: 1 } });
    let answered = false;
    void excel.Excel.run(async (context) => {
      first(context).getRange("A2").values = [["一"]];
      first(context).getRange("A3").values = [["二"]];
      await context.sync();
      answered = true;
    });
    const written = () => excel.workbook.sheet(LEDGER.name).valueAt(1, 0) === "一";
    await until(written);
    expect([1, 2].map((row) => excel.workbook.sheet(LEDGER.name).valueAt(row, 0))).toEqual(["一", 2]);
    const again = await startExcel({ workbook: excel.workbook });
    const value = await again.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem(LEDGER.name).getRange("A2");
      range.load("values");
      await context.sync();
      return range.values;
    });
    expect(value).toEqual([["一"]]);
    expect(answered).toBe(false);
    again.close();
  });

  it("tells who changed a cell: this pane, another pane, the user", async () => {
    await start({ level: "1.14" });
    const other = await startExcel({ workbook: excel.workbook, flavour: "win32" });
    const seen: string[] = [];
    await excel.Excel.run(async (context) => {
      context.workbook.worksheets.onChanged.add(async ({ source, triggerSource, address }) => {
        seen.push(`${address} ${source} ${triggerSource}`);
      });
      await context.sync();
    });
    const write = (pane: StartedExcel, address: string): Promise<void> =>
      pane.Excel.run(async (context) => {
        first(context).getRange(address).values = [["改"]];
        await context.sync();
      });
    await write(excel, "A2");
    await write(other, "A3");
    excel.workbook.type(LEDGER.name, 0, 1, [["x"]]);
    await until(() => seen.length > 2);
    expect(seen).toEqual(["A2 Local ThisLocalAddin", "A3 Remote Unknown", "B1 Local Unknown"]);
    other.close();
  });

  it("is silent while events are off, and after the handler was removed", async () => {
    await start();
    const seen: string[] = [];
    const witness: string[] = [];
    const handle = await excel.Excel.run(async (context) => {
      const added = context.workbook.worksheets.onChanged.add(async ({ address }) => {
        seen.push(address);
      });
      context.workbook.worksheets.onChanged.add(async ({ address }) => {
        witness.push(address);
      });
      await context.sync();
      context.runtime.enableEvents = false;
      await context.sync();
      return added;
    });
    excel.workbook.type(LEDGER.name, 1, 0, [[9]]);
    await excel.Excel.run(async (context) => {
      context.runtime.enableEvents = true;
      await context.sync();
    });
    excel.workbook.type(LEDGER.name, 2, 0, [[9]]);
    await until(() => seen.length > 0);
    handle.remove();
    await handle.context.sync();
    excel.workbook.type(LEDGER.name, 3, 0, [[9]]);
    await until(() => witness.length > 1);
    expect([seen, witness]).toEqual([["A3"], ["A3", "A4"]]);
  });
});
