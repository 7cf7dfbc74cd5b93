/** Writing under everything that can come between: colleagues, protection, formulas, parsing, failures. */
import type { Edit } from "../../../src/hosts/port";
import type { StartOptions } from "../../excel-host/start-excel";
import { until } from "../../until";
import { openExcelHost, type OpenExcelHost } from "./open-excel-host";

const NAME = "问题整改台账";
const VALUES = [
  ["序号", "责任单位", "整改时限", "整改状态"],
  [1, "办公室 ", "2025年6月", "已完成"],
  [2, " 财务股", "2025年6月30日", "正在整改"],
  [3, "人事股", 45_900, "正在整改"],
];

describe("writing", () => {
  let opened: OpenExcelHost;
  const open = async (options: Partial<StartOptions> = {}): Promise<OpenExcelHost> => {
    opened = await openExcelHost({ workbook: { sheets: [{ name: NAME, values: VALUES }] }, ...options });
    return opened;
  };
  afterEach(() => opened.close());
  const edit = (row: number, col: number, expected: Edit["expected"], value: Edit["value"]): Edit => ({
    sheet: NAME,
    row,
    col,
    expected,
    value,
  });
  const valueAt = (row: number, col: number): unknown => opened.excel.workbook.sheet(NAME).valueAt(row, col);

  it("takes one sync to look and one to write, however many edits", async () => {
    const { host, excel } = await open();
    const outcomes = await host.write!.apply([
      edit(1, 1, "办公室 ", "办公室"),
      edit(2, 1, " 财务股", "财务股"),
      edit(3, 3, "正在整改", "已完成"),
    ]);
    expect(outcomes.map((outcome) => outcome.type)).toEqual(["written", "written", "written"]);
    expect(excel.counters.syncs).toBe(2);
  });

  it("keeps a text a text where Excel would read a date, and the cell's format what it was", async () => {
    const { host, excel } = await open();
    const before = excel.workbook.snapshot();
    const there = [
      edit(1, 2, "2025年6月", "2025年7月"),
      edit(2, 2, "2025年6月30日", "2025-07-31"),
      edit(1, 1, "办公室 ", "12"),
    ];
    expect((await host.write!.apply(there)).map((outcome) => outcome.type)).toEqual(["written", "written", "written"]);
    expect([valueAt(1, 2), valueAt(2, 2), valueAt(1, 1)]).toEqual(["2025年7月", "2025-07-31", "12"]);
    const back = there.map((one) => ({ ...one, expected: one.value, value: one.expected }));
    expect((await host.write!.apply(back)).map((outcome) => outcome.type)).toEqual(["written", "written", "written"]);
    expect(excel.workbook.snapshot()).toEqual(before);
  });

  it("refuses formulas", async () => {
    const formulaAt = (row: number, col: number): string | undefined =>
      row === 1 && col === 3 ? '=IF(A2>0,"已完成","")' : undefined;
    const { host } = await open({ workbook: { sheets: [{ name: NAME, values: VALUES, formulaAt }] } });
    expect(await host.write!.apply([edit(1, 3, "已完成", "正在整改")])).toEqual([
      { type: "refused", reason: "formula" },
    ]);
  });

  it("leaves a colleague's edit between reading and writing alone", async () => {
    const { host, excel } = await open();
    excel.faults.beforeSync = (number) => {
      if (number === 1) excel.workbook.type(NAME, 1, 1, [["同事改的"]], "colleague");
    };
    expect(await host.write!.apply([edit(1, 1, "办公室 ", "办公室")])).toEqual([
      { type: "changed", found: "同事改的" },
    ]);
    expect(valueAt(1, 1)).toBe("同事改的");
  });

  it("puts back a colleague's edit that came between looking and writing", async () => {
    const { host, excel } = await open();
    excel.faults.beforeSync = (number) => {
      if (number === 2) excel.workbook.type(NAME, 1, 1, [["同事改的"]], "colleague");
      if (number === 2) excel.workbook.type(NAME, 2, 1, [['=A3&"股"']], "colleague");
    };
    const outcomes = await host.write!.apply([
      edit(1, 1, "办公室 ", "办公室"),
      edit(2, 1, " 财务股", "财务股"),
      edit(3, 3, "正在整改", "已完成"),
    ]);
    expect(outcomes.map((outcome) => outcome.type)).toEqual(["changed", "changed", "written"]);
    expect([valueAt(1, 1), excel.workbook.sheet(NAME).formulaAt(2, 1), valueAt(3, 3)]).toEqual([
      "同事改的",
      '=A3&"股"',
      "已完成",
    ]);
  });

  it("refuses the edits of a sheet that is protected in between, and writes the others", async () => {
    const other = { name: "另表", values: [["某"]] };
    const { host, excel } = await open({ workbook: { sheets: [{ name: NAME, values: VALUES }, other] } });
    excel.faults.beforeSync = (number) => {
      if (number === 2) excel.workbook.protect("另表", true);
    };
    const outcomes = await host.write!.apply([
      edit(1, 1, "办公室 ", "办公室"),
      { sheet: "另表", row: 0, col: 0, expected: "某", value: "甲" },
      edit(2, 1, " 财务股", "财务股"),
    ]);
    expect(outcomes).toEqual([{ type: "written" }, { type: "refused", reason: "protected" }, { type: "written" }]);
    expect([valueAt(1, 1), valueAt(2, 1), excel.workbook.sheet("另表").valueAt(0, 0)]).toEqual([
      "办公室",
      "财务股",
      "某",
    ]);
  });

  it("writes all of a batch or nothing when Excel fails in the middle", async () => {
    const { host, excel } = await open();
    const before = excel.workbook.snapshot();
    let writes = 0;
    excel.faults.beforeAction = (action) => {
      if (!action.startsWith("set ")) return;
      writes += 1;
      if (writes === 2) excel.fail("Unavailable");
    };
    const edits = [edit(1, 1, "办公室 ", "办公室"), edit(3, 3, "正在整改", "已完成")];
    await expect(host.write!.apply(edits)).rejects.toMatchObject({ code: "hostFailed" });
    expect(writes).toBeGreaterThan(1);
    expect(excel.workbook.snapshot()).toEqual(before);
  });

  it("suspends events for a large batch, brings them back, and has everything read again", async () => {
    const values = Array.from({ length: 1000 }, (_, row) => [row, `某单位${row} `]);
    const { host, excel } = await open({ workbook: { sheets: [{ name: NAME, values }] } });
    const events: unknown[] = [];
    await host.events!.listen((event) => events.push(event));
    const edits = Array.from({ length: 500 }, (_, index) =>
      edit(2 * index, 1, `某单位${2 * index} `, `某单位${2 * index}`),
    );
    excel.faults.beforeSync = (_number, actions) => {
      if (actions.some((action) => action.startsWith("set ")))
        excel.workbook.type(NAME, 999, 0, [["同事"]], "colleague");
    };
    excel.engine.resetCounters();
    const outcomes = await host.write!.apply(edits);
    expect(outcomes.every((outcome) => outcome.type === "written")).toBe(true);
    expect(excel.engine.enableEvents).toBe(true);
    expect(excel.counters.suspensions).toBeGreaterThan(0);
    await until(() => events.length > 0);
    expect(events).toContainEqual({ type: "structure", sheet: NAME });
  });

  it("brings events back after a failure, too", async () => {
    const values = Array.from({ length: 600 }, (_, row) => [row, `某单位${row} `]);
    const { host, excel } = await open({ workbook: { sheets: [{ name: NAME, values }] } });
    excel.faults.failures.push({
      code: "Unavailable",
      times: 1,
      when: (actions) => actions.some((action) => action.includes(".Values")),
    });
    const edits = Array.from({ length: 300 }, (_, index) => edit(2 * index, 1, `某单位${2 * index} `, "x"));
    await expect(host.write!.apply(edits)).rejects.toMatchObject({ code: "hostFailed" });
    expect(excel.engine.enableEvents).toBe(true);
  });

  it("writes nothing at all for no edits", async () => {
    const { host, excel } = await open();
    expect(await host.write!.apply([])).toEqual([]);
    expect(excel.counters.syncs).toBe(0);
  });
});

/** What `Excel.run` is asked for, with a refusal of Excel's where wanted. The package's own office.js knows no groups yet. */
function watchRuns(opened: OpenExcelHost, refuse: string | null = null): { readonly options: readonly string[] } {
  const { Excel: library } = opened.excel as unknown as {
    Excel: { run: (...args: unknown[]) => Promise<unknown> };
  };
  const original = library.run.bind(library);
  const options: string[] = [];
  library.run = async (...args) => {
    const [first, batch] = args;
    const grouped = typeof first === "object" && first !== null && "mergeUndoGroup" in first;
    options.push(grouped ? "group" : "plain");
    if (!grouped) return original(...args);
    if (refuse === null) return original(batch);
    const { OfficeExtension } = opened.excel.window as unknown as {
      OfficeExtension: { Error: new (info: object) => Error };
    };
    throw new OfficeExtension.Error({ code: refuse, message: "refused in a group" });
  };
  return { options };
}

describe("one step of the user's undo", () => {
  let opened: OpenExcelHost;
  afterEach(() => opened.close());
  const EDITS: readonly Edit[] = [
    { sheet: NAME, row: 1, col: 1, expected: "办公室 ", value: "办公室" },
    { sheet: NAME, row: 2, col: 1, expected: " 财务股", value: "财务股" },
  ];
  const start = async (level: StartOptions["level"]): Promise<OpenExcelHost> => {
    opened = await openExcelHost({ workbook: { sheets: [{ name: NAME, values: VALUES }] }, level });
    return opened;
  };
  const written = (): unknown[] => [1, 2].map((row) => opened.excel.workbook.sheet(NAME).valueAt(row, 1));

  it("is asked for once for all edits, from ExcelApi 1.20 on", async () => {
    const { host } = await start("1.20");
    const { options } = watchRuns(opened);
    expect(await host.write!.apply(EDITS)).toEqual([{ type: "written" }, { type: "written" }]);
    expect(options).toEqual(["group"]);
    expect(written()).toEqual(["办公室", "财务股"]);
  });

  it("is not asked for below, where the option would be unknown", async () => {
    const { host } = await start("1.17");
    const { options } = watchRuns(opened);
    expect(await host.write!.apply(EDITS)).toEqual([{ type: "written" }, { type: "written" }]);
    expect(options).toEqual(["plain"]);
  });

  it("is given up where Excel refuses it, and the edits are written all the same", async () => {
    const { host } = await start("1.20");
    const { options } = watchRuns(opened, "UndoNotSupported");
    expect(await host.write!.apply(EDITS)).toEqual([{ type: "written" }, { type: "written" }]);
    expect(options).toEqual(["group", "plain"]);
    expect(written()).toEqual(["办公室", "财务股"]);
  });

  it("isn't tried without a group after another refusal", async () => {
    const { host } = await start("1.20");
    watchRuns(opened, "AccessDenied");
    await expect(host.write!.apply(EDITS)).rejects.toMatchObject({ name: "HostError" });
    expect(written()).toEqual(["办公室 ", " 财务股"]);
  });

  it("does no harm to an office.js that knows no groups", async () => {
    const { host } = await start("1.20");
    expect(await host.write!.apply(EDITS)).toEqual([{ type: "written" }, { type: "written" }]);
    expect(written()).toEqual(["办公室", "财务股"]);
  });
});
