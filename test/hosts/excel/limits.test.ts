/** What Excel refuses or leaves out, and what the host makes of it. */
import { cutStretches } from "../../../src/hosts/excel/read-merges";
import { cutBlocks, packBlocks, rowsOf, TARGET_BYTES, TARGET_CELLS } from "../../../src/hosts/excel/read-plan";
import type { Area } from "../../../src/grid/grid";
import type { StartOptions } from "../../excel-host/start-excel";
import { bigLedger } from "./big-ledger";
import { openExcelHost, type OpenExcelHost } from "./open-excel-host";

describe("limits of Excel", () => {
  let opened: OpenExcelHost;
  const open = async (options: StartOptions): Promise<OpenExcelHost> => {
    opened = await openExcelHost(options);
    return opened;
  };
  afterEach(() => opened.close());

  const ledger = bigLedger(3000);

  it("reads smaller blocks when a response is too large", async () => {
    const { host, excel } = await open({ workbook: { sheets: [ledger] }, faults: { maxBytes: 300_000 } });
    const [grid] = await host.read.grids();
    expect(excel.counters.log.some((one) => one.failed === "ResponsePayloadSizeLimitExceeded")).toBe(true);
    expect(grid!.values).toEqual(ledger.values.map((row) => [...row].slice(0, lastValue(row) + 1)));
    expect(grid!.formatAt?.(2999, 7)).toBe("yyyy/m/d");
  });

  it("takes null values for a limit", async () => {
    const { host, excel } = await open({ workbook: { sheets: [ledger] }, faults: { maxCells: 10_000 } });
    const [grid] = await host.read.grids();
    expect(excel.counters.log.every((one) => one.failed === null)).toBe(true);
    expect(grid!.values).toHaveLength(3002);
    expect(grid!.values[3001]?.[6]).toBe("经办人甲某");
  });

  it("says payloadLimit when a single row is too large", async () => {
    const values = Array.from({ length: 400 }, (_, row) => [row === 350 ? "长".repeat(32_000) : "某"]);
    const { host } = await open({ workbook: { sheets: [{ name: "台账", values }] }, faults: { maxBytes: 60_000 } });
    await expect(host.read.grids()).rejects.toMatchObject({ code: "payloadLimit" });
  });

  it("asks for fewer sheets at once, and for smaller samples, where texts are long", async () => {
    const values = Array.from({ length: 40 }, () => ["长".repeat(500)]);
    const sheets = Array.from({ length: 9 }, (_, index) => ({ name: `表${index}`, values }));
    const { host } = await open({ workbook: { sheets }, faults: { maxBytes: 80_000 } });
    const grids = await host.read.grids();
    expect(grids.map((grid) => [grid.sheet, grid.values.length])).toEqual(sheets.map(({ name }) => [name, 40]));
  });

  it("reads the sizes of very many sheets", async () => {
    const sheets = Array.from({ length: 90 }, (_, index) => ({ name: `表${index}`, values: [[index]] }));
    const { host, excel } = await open({ workbook: { sheets } });
    expect((await host.read.grids()).map((grid) => grid.values[0]?.[0])).toEqual(sheets.map((_, index) => index));
    expect(excel.counters.maxResponseBytes).toBeLessThan(4_000_000);
  });

  it("says cellEditMode while a cell is being edited", async () => {
    const { host, excel } = await open({ workbook: { sheets: [ledger] } });
    excel.faults.cellEdit = true;
    for (const refused of [host.read.grids(), host.read.sheets(), host.marks!.clear(), host.sheets!.removeOurs()]) {
      await expect(refused).rejects.toMatchObject({ name: "HostError", code: "cellEditMode" });
    }
  });

  it("says that a cell is being edited, for single rows and a look, too, and works afterwards", async () => {
    const { host, excel } = await open({ workbook: { sheets: [ledger] } });
    const grids = await host.read.grids();
    excel.faults.cellEdit = true;
    await expect(host.read.rows(ledger.name, [2])).rejects.toMatchObject({ code: "cellEditMode" });
    await expect(host.read.look(grids)).rejects.toMatchObject({ code: "cellEditMode" });
    excel.faults.cellEdit = false;
    expect((await host.read.rows(ledger.name, [2])).get(2)?.[0]).toBe(1);
  });

  it("tells an unknown failure with Excel's code and the call, without any cell's text", async () => {
    const { host, excel } = await open({ workbook: { sheets: [ledger] } });
    excel.faults.failures.push({ code: "Unavailable", times: 1 });
    await expect(host.read.sheets()).rejects.toMatchObject({ code: "hostFailed", detail: "Unavailable" });
  });

  it("lists sheets one by one where Excel can't tell their protection at once", async () => {
    const { host } = await open({
      workbook: { sheets: [ledger, { name: "锁定", values: [["x"]], protected: true }] },
      faults: {
        failures: [
          { code: "ApiNotFound", when: (actions) => actions.join().includes("protection/protected"), times: 9 },
        ],
      },
    });
    expect((await host.read.sheets()).map((sheet) => [sheet.name, sheet.protected])).toEqual([
      [ledger.name, false],
      ["锁定", true],
    ]);
  });

  it("knows the 1904 date system, and does without where functions can't be called", async () => {
    const first = await open({ workbook: { date1904: true, sheets: [ledger] } });
    expect((await first.host.read.grids())[0]!.date1904).toBe(true);
    first.close();
    const isDate = (actions: readonly string[]): boolean => actions.some((action) => action.includes("Date"));
    const second = await open({
      workbook: { date1904: true, sheets: [ledger] },
      faults: { failures: [{ code: "ApiNotFound", when: isDate, times: 9 }] },
    });
    expect((await second.host.read.grids())[0]!.date1904).toBe(false);
  });

  it("reads every merged area however many there are", async () => {
    const merges: Area[] = [];
    const values = Array.from({ length: 4000 }, (_, row) => [
      row % 2 ? null : row,
      row % 2 ? null : "某",
      row % 2 ? null : "某",
      "x",
    ]);
    for (let row = 0; row < 4000; row += 2)
      for (let col = 0; col < 3; col++) merges.push({ top: row, bottom: row + 1, left: col, right: col });
    const { host, excel } = await open({ workbook: { sheets: [{ name: "台账", values, merges }] } });
    const [grid] = await host.read.grids();
    expect(sorted(grid!.merges)).toEqual(sorted(merges));
    expect(excel.counters.log.every((one) => one.failed === null)).toBe(true);
  });

  it("halves the ranges where reading merges fails all the same", async () => {
    const merges: Area[] = [{ top: 1, bottom: 3, left: 0, right: 0 }];
    const values = [
      ["序号", "问题"],
      [1, "某"],
      [null, "某"],
      [null, "某"],
      [2, "某"],
    ];
    const { host } = await open({
      workbook: { sheets: [{ name: "台账", values, merges }] },
      faults: {
        failures: [
          { code: "GeneralException", when: (actions) => actions.join().includes("GetMergedAreas"), times: 2 },
        ],
      },
    });
    expect((await host.read.grids())[0]!.merges).toEqual(merges);
  });

  it("finds hidden rows and columns and struck cells one by one where Excel can't list them", async () => {
    const values = Array.from({ length: 500 }, (_, row) => [row + 1, `某问题${row}`, "某"]);
    const hiddenRows = [3, 4, 70, 200, 201, 499];
    const isList = (actions: readonly string[]): boolean => /Get(Row|Column)Properties/.test(actions.join());
    const { host } = await open({
      workbook: {
        sheets: [
          {
            name: "台账",
            values,
            hiddenRows,
            hiddenCols: [1],
            struckAt: (row, col) => row === 10 || (row === 12 && col === 1),
          },
        ],
      },
      faults: { failures: [{ code: "ApiNotFound", when: isList, times: 9 }] },
    });
    const [grid] = await host.read.grids();
    expect([...grid!.hiddenRows].sort((a, b) => a - b)).toEqual(hiddenRows);
    expect([...grid!.hiddenCols]).toEqual([1]);
    const struck = [9, 10, 11, 12].map((row) => [0, 1, 2].map((col) => grid!.struckAt?.(row, col) ?? false));
    expect(struck).toEqual([
      [false, false, false],
      [true, true, true],
      [false, false, false],
      [false, true, false],
    ]);
  });

  it("tells rows that are coloured as a whole, and reads a ledger whose colours Excel can't tell", async () => {
    const values = Array.from({ length: 12 }, (_, row) => [row + 1, `某问题${row}`, "某"]);
    const fillAt = (row: number, col: number): string | null =>
      row === 0 ? "#DDEBF7" : row < 4 ? "#92D050" : row === 5 && col === 1 ? "#FF0000" : null;
    const sheets = [{ name: "台账", values, fillAt }];
    const { host } = await open({ workbook: { sheets } });
    const [grid] = await host.read.grids();
    expect([0, 1, 4, 5].map((row) => grid!.fillAt?.(row, 1))).toEqual(["#DDEBF7", "#92D050", null, null]);
    await opened.close();
    const asks = (actions: readonly string[]): boolean => actions.join().includes("GetRowProperties");
    const without = await open({
      workbook: { sheets },
      faults: { failures: [{ code: "ApiNotFound", when: asks, times: 9 }] },
    });
    const [plain] = await without.host.read.grids();
    expect([plain!.values.length, plain!.fillAt]).toEqual([12, undefined]);
  });

  it("reads a ledger whose hidden rows and struck cells Excel can't tell", async () => {
    const asks = (actions: readonly string[]): boolean => actions.join().includes("rowHidden");
    const { host } = await open({
      workbook: { sheets: [{ ...ledger, hiddenRows: [5] }] },
      faults: { failures: [{ code: "ApiNotFound", when: asks, times: 9 }] },
    });
    const [grid] = await host.read.grids();
    expect([grid!.values.length, grid!.hiddenRows.size]).toEqual([3002, 0]);
  });

  it("doesn't read a thousand columns for one stray cell", async () => {
    const values = Array.from({ length: 2000 }, () => ["某", ...Array.from({ length: 40 }, () => 1)]) as (
      string | number | null
    )[][];
    values[7]![900] = "离群";
    const { host, excel } = await open({ workbook: { sheets: [{ name: "台账", values }] } });
    const [grid] = await host.read.grids();
    expect(grid!.values[1999]?.[40]).toBe(1);
    expect(excel.counters.maxResponseBytes).toBeLessThan(4_000_000);
  });
});

describe("cutting rows into blocks", () => {
  it.each([
    [10_000, 12, 400],
    [100_000, 12, 900],
    [20_000, 30, 60],
    [3, 256, 5_000_000],
    [1, 1, 1],
  ])("keeps %i rows of %i columns at %i bytes within the limits", (rows, columns, bytesPerRow) => {
    const blocks = cutBlocks({ sheet: 0, top: 0, bottom: rows - 1, columns, bytesPerRow }, TARGET_BYTES);
    expect(blocks[0]!.top).toBe(0);
    expect(blocks.at(-1)!.bottom).toBe(rows - 1);
    blocks.slice(1).forEach((block, index) => expect(block.top).toBe(blocks[index]!.bottom + 1));
    for (const pack of packBlocks(blocks, TARGET_BYTES)) {
      const bytes = pack.reduce((sum, block) => sum + rowsOf(block) * block.bytesPerRow, 0);
      expect(pack.length === 1 || bytes <= TARGET_BYTES).toBe(true);
      expect(pack.reduce((sum, block) => sum + rowsOf(block) * columns, 0)).toBeLessThanOrEqual(TARGET_CELLS);
    }
  });

  it("asks about merges only where cells are empty", () => {
    const full = [1, 2, 3];
    expect(cutStretches([full, full, full], 3)).toEqual([]);
    expect(cutStretches([full, [1], full, full, full], 3)).toEqual([{ top: 0, bottom: 1 }]);
    expect(cutStretches([[1, null, 3], full], 3)).toEqual([{ top: 0, bottom: 0 }]);
  });

  it("closes a stretch before its empty cells could hold 512 merged areas", () => {
    const stretches = cutStretches(
      Array.from({ length: 1000 }, () => [1, null, null]),
      3,
    );
    for (const { top, bottom } of stretches) expect((bottom - top + 1) * 2).toBeLessThanOrEqual(512 - 3);
    expect(stretches.reduce((sum, { top, bottom }) => sum + bottom - top + 1, 0)).toBe(1000);
  });
});

const lastValue = (row: readonly unknown[]): number =>
  row.reduce<number>((last, value, col) => (value === null ? last : col), -1);
const sorted = (areas: readonly Area[]): Area[] => [...areas].sort((a, b) => a.top - b.top || a.left - b.left);
