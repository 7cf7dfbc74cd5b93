/** A book of ours (统计表, 数据) as sheets of the workbook in Excel: added, renewed, removed, whatever goes wrong on the way. */
import type { BookSheet } from "../../../src/grid";
import { HostError } from "../../../src/hosts/port";
import { failing } from "../../excel-host/troubles";
import { WorkbookModel } from "../../excel-host/workbook-model";
import { openExcelHost, type OpenExcelHost } from "./open-excel-host";

const LEDGER = "整改台账";

const workbookWith = (...names: readonly string[]): WorkbookModel =>
  new WorkbookModel({
    sheets: [
      {
        name: LEDGER,
        values: [
          ["序号", "责任单位"],
          [1, "办公室"],
        ],
      },
      ...names.map((name) => ({ name, values: [["自己的", "=1+1"]] })),
    ],
  });

/** Two sheets as the statistics are, small: a figure is a formula over the data's name. */
const sheets =
  (count: number) =>
  ([stats = "", data = ""]: readonly string[]): readonly BookSheet[] => [
    {
      name: stats,
      widths: [20, 8],
      head: 1,
      frozen: 2,
      rows: [
        [{ value: "=照文字写", look: "title" }],
        [
          { value: "单位", look: "head" },
          { value: "完成率", look: "head" },
        ],
        [{ value: "办公室" }, { value: 0.5, formula: `COUNTIFS('${data}'!$A$2:$A$3,$A3)/2`, format: "0.0%" }],
        [{ value: "财务科" }, { value: 0.5, formula: `COUNTIFS('${data}'!$A$2:$A$3,$A4)/2`, format: "0.0%" }],
      ],
      colours: [{ area: { top: 2, left: 1, bottom: 3, right: 1 }, word: "红", fill: "C50F1F" }],
      charts: [
        {
          title: "各单位完成率",
          names: { top: 2, left: 0, bottom: 3, right: 0 },
          series: [
            { name: "完成率", values: { top: 2, left: 1, bottom: 3, right: 1 }, fill: "0F6CBD" },
            { name: "应完成率", values: { top: 2, left: 1, bottom: 3, right: 1 }, fill: "A6A6A6" },
          ],
          format: "0%",
          most: 1,
          at: { top: 5, left: 0, bottom: 12, right: 1 },
        },
      ],
    },
    {
      name: data,
      widths: [20],
      rows: [[{ value: "责任单位", look: "head" }], ...Array.from({ length: count }, () => [{ value: "办公室" }])],
    },
  ];
const WANTED = ["统计表", "数据"];

let opened: OpenExcelHost;
const open = async (workbook: WorkbookModel) => (opened = await openExcelHost({ flavour: "web", workbook }));
afterEach(() => {
  expect(opened.excel.engine.unknownMembers).toEqual([]);
  opened.close();
});
const names = (workbook: WorkbookModel): readonly string[] => workbook.sheets.map(({ name }) => name);

it("adds both sheets beside what is there, figures as formulas, a native chart beside them, and takes them away", async () => {
  const workbook = workbookWith("统计表", "数据");
  const before = workbook.snapshot();
  const { host } = await open(workbook);
  const book = host.sheets!.book!;
  expect(await book.find()).toEqual([]);
  expect(await book.put(WANTED, sheets(2))).toEqual(["统计表 (2)", "数据 (2)"]);
  expect(names(workbook)).toEqual([LEDGER, "统计表", "数据", "统计表 (2)", "数据 (2)"]);
  const made = workbook.sheet("统计表 (2)");
  expect(made.formulaAt(2, 1)).toBe("=COUNTIFS('数据 (2)'!$A$2:$A$3,$A3)/2");
  expect(made.valueAt(0, 0)).toBe("=照文字写");
  expect(made.styleAt(2, 1).format).toBe("0.0%");
  expect(made.charts).toMatchObject([
    { title: "各单位完成率", maximum: 1, reversed: true, series: [{ name: "完成率" }, { name: "应完成率" }] },
  ]);
  expect(made.conditionalFormats).toMatchObject([{ formula: '=$B3="红"', fill: "#C50F1F", fontColor: "#FFFFFF" }]);
  // No ledger to a reading, and none of the reports.
  expect((await host.read.grids()).map(({ sheet }) => sheet)).toEqual([LEDGER, "统计表", "数据"]);
  expect(await host.sheets!.findOurs()).toEqual([]);
  await host.sheets!.removeOurs();
  expect(await book.find()).toEqual(["统计表 (2)", "数据 (2)"]);
  await book.remove();
  expect(workbook.snapshot()).toEqual(before);
});

it("is renewed in place, whatever it is called by now: one chart, no row of before", async () => {
  const workbook = workbookWith();
  const { host } = await open(workbook);
  const book = host.sheets!.book!;
  await book.put(WANTED, sheets(5));
  workbook.sheet("数据").name = "底数";
  expect(await book.put(WANTED, sheets(2))).toEqual(["统计表", "底数"]);
  expect(names(workbook)).toEqual([LEDGER, "统计表", "底数"]);
  expect(workbook.sheet("统计表").charts).toHaveLength(1);
  expect(workbook.sheet("统计表").conditionalFormats).toHaveLength(1);
  expect(workbook.sheet("统计表").formulaAt(2, 1)).toContain("'底数'!");
  expect(workbook.sheet("底数").valueAt(4, 0)).toBeNull();
  // One of the two deleted by hand comes again.
  workbook.deleteSheet(workbook.sheet("底数").id, "user");
  expect(await book.put(WANTED, sheets(2))).toEqual(["统计表", "数据"]);
});

it("leaves nothing half made where Excel refuses a request, and no other cell changed", async () => {
  for (let at = 1; ; at++) {
    const workbook = workbookWith("统计表");
    const before = workbook.snapshot();
    const { host, excel } = await open(workbook);
    let done = false;
    const end = failing(excel, "GeneralException", 1, (number) => number === at);
    await host.sheets!.book!.put(WANTED, sheets(2)).then(
      () => (done = true),
      (error: unknown) => expect(error).toBeInstanceOf(HostError),
    );
    end();
    if (!done) expect([at, workbook.snapshot()]).toEqual([at, before]);
    // Pressed again it is there, once.
    await host.sheets!.book!.put(WANTED, sheets(2));
    expect(names(workbook)).toEqual([LEDGER, "统计表", "统计表 (2)", "数据"]);
    await host.sheets!.book!.remove();
    expect([at, workbook.snapshot()]).toEqual([at, before]);
    if (done) return;
    opened.close();
  }
});

it("says that the structure is protected, and does nothing", async () => {
  const workbook = workbookWith();
  workbook.protected = true;
  const before = workbook.snapshot();
  const { host } = await open(workbook);
  await expect(host.sheets!.book!.put(WANTED, sheets(1))).rejects.toMatchObject({ code: "protected" });
  expect(workbook.snapshot()).toEqual(before);
});
