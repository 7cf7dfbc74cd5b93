/** What the host tells of what happens in Excel, and what it keeps to itself. */
import type { HostEvent } from "../../../src/hosts/port";
import { startExcel } from "../../excel-host/start-excel";
import type { StartOptions } from "../../excel-host/start-excel";
import { until } from "../../until";
import { LEVELS, openExcelHost, type OpenExcelHost } from "./open-excel-host";

const NAME = "问题整改台账";
const VALUES = [
  ["序号", "问题", "状态", "天数"],
  [1, "某一", "已完成", 3],
  [2, "某二", "正在整改", 5],
  [null, "某三", "正在整改", 7],
];

describe.each(LEVELS)("events at ExcelApi %s", (level) => {
  let opened: OpenExcelHost;
  let events: HostEvent[];
  const open = async (options: Partial<StartOptions> = {}): Promise<OpenExcelHost> => {
    const formulaAt = (row: number, col: number): string | undefined =>
      col === 3 && row > 0 ? `=A${row + 1}*2+1` : undefined;
    const workbook = {
      sheets: [
        { name: NAME, values: VALUES, formulaAt },
        { name: "另表", values: [["x"]] },
      ],
    };
    opened = await openExcelHost({ level, workbook, ...options });
    await opened.host.read.grids();
    events = [];
    await opened.host.events!.listen((event) => events.push(event));
    return opened;
  };
  /** As many events have come; that they are all is said by comparing. */
  const told = (count: number): Promise<void> => until(() => events.length >= count);
  /** An edit that must be told, after what must not be: events come in order, so nothing of before is still to come. */
  const sentinel = async (): Promise<void> => {
    opened.excel.workbook.type("另表", 0, 0, [["末"]], "colleague");
    await until(() => events.some((event) => event.type === "rows" && event.sheet === "另表"));
  };
  const SENTINEL: HostEvent = { type: "rows", sheet: "另表", rows: [0] };
  afterEach(() => {
    expect(opened.excel.engine.unknownMembers).toEqual([]);
    opened.close();
  });

  it("gathers fast typing into one event for each sheet", async () => {
    const { excel } = await open();
    excel.workbook.type(NAME, 2, 2, [["已完成"]]);
    excel.workbook.type(NAME, 1, 1, [["改"], ["改"]]);
    excel.workbook.type("另表", 0, 0, [["y"]], "colleague");
    await told(2);
    expect(events).toEqual([
      { type: "rows", sheet: NAME, rows: [1, 2] },
      { type: "rows", sheet: "另表", rows: [0] },
    ]);
  });

  it("hears another pane's writes as a colleague's", async () => {
    const { excel } = await open();
    const other = await startExcel({ workbook: excel.workbook, flavour: "win32" });
    await other.Excel.run(async (context) => {
      context.workbook.worksheets.getItem(NAME).getRange("C3").values = [["已完成"]];
      await context.sync();
    });
    await told(1);
    expect(events).toEqual([{ type: "rows", sheet: NAME, rows: [2] }]);
    other.close();
  });

  it("asks for everything to be read again after row inserts, sorts, hiding, large pastes and new columns", async () => {
    const { excel } = await open();
    const happenings: (() => void)[] = [
      () => excel.workbook.insertRows(NAME, 2, 1),
      () => excel.workbook.deleteRows(NAME, 2, 1, "colleague"),
      () => excel.workbook.sortRows(NAME, { top: 1, left: 0, bottom: 3, right: 3 }, 1, true),
      () => excel.workbook.hideRows(NAME, [2], true),
      () =>
        excel.workbook.type(
          NAME,
          10,
          0,
          Array.from({ length: 300 }, (_, row) => [row]),
        ),
      () => excel.workbook.type(NAME, 1, 9, [["新列"]]),
      () => excel.workbook.merge(NAME, { top: 1, left: 0, bottom: 2, right: 0 }),
    ];
    for (const happen of happenings) {
      events.length = 0;
      happen();
      await told(1);
      expect(events).toEqual([{ type: "structure", sheet: NAME }]);
    }
  });

  it("says that sheets came or went", async () => {
    const { excel } = await open();
    excel.workbook.addSheet({ name: "新表", values: [] }, "colleague");
    await told(1);
    expect(events).toEqual([{ type: "structure", sheet: null }]);
    events.length = 0;
    excel.workbook.deleteSheet("新表", "colleague");
    await told(1);
    expect(events).toEqual([{ type: "structure", sheet: null }]);
  });

  it("tells the rows whose formulas have new results, and only those", async () => {
    const { excel } = await open();
    excel.workbook.recalculate(NAME, [{ row: 1, col: 3, value: 4 }]);
    await told(1);
    // The first time there is nothing to compare with: all rows with formulas.
    expect(events).toEqual([{ type: "rows", sheet: NAME, rows: [1, 2, 3] }]);
    events.length = 0;
    excel.workbook.recalculate(NAME, [
      { row: 2, col: 3, value: 99 },
      { row: 1, col: 3, value: 4 },
    ]);
    await told(1);
    expect(events).toEqual([{ type: "rows", sheet: NAME, rows: [2] }]);
  });

  it("keeps quiet about its own marks, reports and writes", async () => {
    const { host } = await open();
    await host.marks!.set([{ sheet: NAME, row: 1, col: 1, severity: "error" }]);
    await host.write!.apply([{ sheet: NAME, row: 2, col: 1, expected: "某二", value: "某二改" }]);
    await host.sheets!.add({ name: "核验报告", columns: [], rows: [[{ value: "某句" }]] });
    await host.sheets!.removeOurs();
    await host.marks!.clear();
    await sentinel();
    expect(events).toEqual([SENTINEL]);
  });

  it("doesn't take marks of its own for news", async () => {
    const { host } = await open();
    await host.read.grids();
    await host.marks!.set([
      { sheet: NAME, row: 1, col: 1, severity: "error" },
      { sheet: NAME, row: 2, col: 1, severity: "error" },
    ]);
    await sentinel();
    expect(events).toEqual([SENTINEL]);
  });

  it("tells nothing when the user coloured several cells", async () => {
    const { host, excel } = await open();
    await host.read.grids();
    excel.workbook.paint(NAME, { top: 1, left: 0, bottom: 2, right: 0 }, "#FFFF00");
    await sentinel();
    expect(events).toEqual([SENTINEL]);
  });

  it("listens without what this Excel can't tell, and then trusts no merges", async () => {
    const { host, excel } = await open({
      faults: {
        failures: [{ code: "ApiNotFound", when: (actions) => actions.join().includes("_RegisterRowHidden"), times: 9 }],
      },
    });
    excel.workbook.type(NAME, 1, 1, [["改"]]);
    await told(1);
    expect(events).toEqual([{ type: "rows", sheet: NAME, rows: [1] }]);
    await host.read.grids();
    excel.engine.resetCounters();
    await host.read.grids();
    expect(excel.counters.mergeReads).toBeGreaterThan(0);
  });
});
