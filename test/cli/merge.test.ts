/** taizhang merge, from files: what is written, what is left out and named, and how it ends. */
import { readFile, readdir } from "node:fs/promises";
import { unzipSync } from "fflate";
import ExcelJS from "exceljs";
import { expectOneSentence, makeFolder, put, putLedger, runCli } from "./run-cli";

let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

const AS_OF = ["--as-of", "2025-11-28"];
const HEAD = ["序号", "反馈问题", "责任单位", "整改时限", "整改状态", "整改进展"];
const rows = (unit: string, status: string) => [
  [`${unit}巡察反馈问题整改台账`],
  [`填报单位：${unit}`],
  HEAD,
  [1, `${unit}会议记录与签到对不上`, unit, "2025年12月底前", status, "已起草初稿，送各科室看过。"],
  [2, `${unit}专项资金年末集中支出`, unit, "2025年10月底前", "正在整改", "已起草初稿，送各科室看过。"],
];

const ledger = (name: string, unit: string, status = "正在整改"): Promise<string> =>
  putLedger(folder.path(name), [{ name: "台账", values: rows(unit, status) }]);

async function units(name: string): Promise<string> {
  await ledger(`${name}/10-甲镇.xlsx`, "甲镇");
  await ledger(`${name}/2-乙镇.xlsx`, "乙镇", "已完成");
  await put(folder.path(name, "~$2-乙镇.xlsx"), "x");
  await put(folder.path(name, "说明.txt"), "填报说明");
  await put(folder.path(name, "3-坏.xls"), new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0]));
  return folder.path(name);
}

const directory = (): Promise<string> =>
  putLedger(folder.path("单位名录.xlsx"), [
    {
      name: "单位名录",
      values: [
        ["单位名称", "简称"],
        ["甲镇", ""],
        ["乙镇", ""],
        ["丙镇", ""],
      ],
    },
  ]);

describe("taizhang merge", () => {
  it("prints the contract's object, files in natural order, what is no ledger named", async () => {
    const [dir, out] = [await units("甲"), folder.path("甲-汇总.xlsx")];
    const ran = await runCli(["merge", dir, "-o", out, "--units", await directory(), ...AS_OF, "--format", "json"]);
    expect(ran.status).toBe(0);
    const object = JSON.parse(ran.out);
    expect(object).toMatchObject({ schema: 1, out, template: null, missing: ["丙镇"], notInDirectory: [], twice: [] });
    expect(object.files.map((one: { file: string; why: string | null }) => [one.file, one.why])).toEqual([
      [`${dir}/2-乙镇.xlsx`, null],
      [`${dir}/10-甲镇.xlsx`, null],
      [`${dir}/3-坏.xls`, "unreadable"],
      [`${dir}/~$2-乙镇.xlsx`, "otherType"],
      [`${dir}/说明.txt`, "otherType"],
    ]);
    expect(object.files[0]).toMatchObject({
      used: true,
      unit: "乙镇",
      unitSource: "line",
      items: { problem: 2 },
      rows: 2,
    });
    expect(object.kinds).toMatchObject([{ kind: "problem", total: 4, byStatus: { done: 1, ongoing: 3 } }]);
    expect(ran.err).toContain("说明.txt");
    const tally = await runCli(["tally", out, ...AS_OF, "--format", "json"]);
    expect(JSON.parse(tally.out).kinds).toMatchObject([{ kind: "problem", total: 4, overdue: 2 }]);
  });

  it("fills in the superior's form: its looks, drop-downs, page setup and totals stay", async () => {
    const [dir, out, form] = [await units("丁"), folder.path("丁-汇总.xlsx"), folder.path("丁-表样.xlsx")];
    const blank = new ExcelJS.Workbook();
    const made = blank.addWorksheet("附表", { pageSetup: { orientation: "landscape" } });
    made.headerFooter.oddFooter = "&C附表 第&P页";
    made.addRow(["全市整改情况统计表"]).font = { size: 20, bold: true };
    made.addRow(["编号", "问题内容", "责任部门", "完成时限", "整改结果", "涉及金额（万元）"]);
    for (let row = 3; row < 6; row++) made.getRow(row).getCell(6).numFmt = "0.00";
    made.getCell("B3").font = { size: 13, italic: true };
    made.getCell("E3").dataValidation = { type: "list", allowBlank: true, formulae: ['"已完成,正在整改"'] };
    made.getCell("A6").value = "合计";
    made.getCell("F6").value = { formula: "SUM(F3:F5)", result: 0 };
    made.getCell("A8").value = "填表人：";
    await blank.xlsx.writeFile(form);
    const ran = await runCli(["merge", dir, "-o", out, "--template", form, ...AS_OF, "--format", "json"]);
    expect([ran.status, ran.err]).toEqual([0, expect.not.stringContaining("样式")]);
    const read = new ExcelJS.Workbook();
    await read.xlsx.readFile(out);
    const sheet = read.getWorksheet("反馈问题台账") as ExcelJS.Worksheet;
    expect(sheet.getCell("A1").font).toMatchObject({ size: 20, bold: true });
    expect(sheet.getCell("B6").font).toMatchObject({ size: 13, italic: true });
    expect(sheet.getCell("F6").numFmt).toBe("0.00");
    expect(sheet.getCell("E6").dataValidation.formulae).toEqual(['"已完成,正在整改"']);
    expect(sheet.pageSetup.orientation).toBe("landscape");
    expect(sheet.headerFooter.oddFooter).toBe("&C附表 第&P页");
    expect(sheet.getCell("A7").value).toBe("合计");
    expect(sheet.getCell("F7").value).toMatchObject({ formula: "SUM(F3:F6)" });
    expect(sheet.getCell("A9").value).toBe("填表人：");
    expect(read.getWorksheet("汇总情况")).toBeDefined();
    const tally = await runCli(["tally", out, ...AS_OF, "--format", "json"]);
    expect(JSON.parse(tally.out).kinds).toMatchObject([{ kind: "problem", total: 4, overdue: 2 }]);
  });

  it("exits 1 with --strict where a person must look, in both languages readable", async () => {
    const dir = await units("乙");
    const ran = await runCli(["merge", dir, "-o", folder.path("乙-汇总.xlsx"), "--strict", ...AS_OF, "--lang", "en"]);
    expect(ran.status).toBe(1);
    expect(ran.out).toContain("2 files");
    const one = await ledger("乙2/1.xlsx", "甲镇");
    const fine = await runCli(["merge", one, "-o", folder.path("乙2-汇总.xlsx"), "--strict", ...AS_OF]);
    expect([fine.status, fine.out]).toEqual([0, expect.stringContaining("采用 1 份文件")]);
  });

  it.each([
    ["an output that is there", async () => [await units("丙"), "-o", await put(folder.path("在.xlsx"), "x")]],
    ["no output named", async () => [await units("丙")]],
    ["no usable file", async () => [await put(folder.path("丙2/说明.txt"), "x"), "-o", folder.path("丙2.xlsx")]],
    ["a folder that is not there", async () => [folder.path("没有"), "-o", folder.path("没有.xlsx")]],
  ])("exits 2 for %s, and writes nothing", async (_name, make) => {
    const before = await readdir(folder.path());
    const args = await make();
    const ran = await runCli(["merge", ...args, ...AS_OF]);
    expect([ran.status, ran.out]).toEqual([2, ""]);
    const made = (await readdir(folder.path())).filter((name) => !before.includes(name) && name.endsWith(".xlsx"));
    expect(made.filter((name) => name !== "在.xlsx")).toEqual([]);
  });
});

it("a column chosen for one unit is read in its files, and in no other's", async () => {
  const doubtful = (unit: string) => [
    [`${unit}问题整改台账`],
    [`填报单位：${unit}`],
    ["序号", "反馈问题", "责任单位", "整改时限", "整改状态", "完成情况"],
    ...["台账登记不全", "比选程序缺失", "签字手续不全"].map((problem, at) => [
      ...[at + 1, `${unit}${problem}`, unit, "2026年12月底前", "已完成", at === 0 ? "已完成" : "正在整改"],
    ]),
  ];
  for (const unit of ["甲镇", "乙镇"])
    await putLedger(folder.path(`列/${unit}.xlsx`), [{ name: "台账", values: doubtful(unit) }]);
  const choice = { field: "status", among: ["整改状态", "完成情况"], take: "完成情况", unit: "乙镇" };
  const settings = await put(folder.path("列.json"), JSON.stringify({ columns: [choice] }));
  const asked = [folder.path("列"), "-o", folder.path("列-汇总.xlsx"), "--settings", settings, ...AS_OF];
  const ran = await runCli(["merge", ...asked, "--format", "json"]);
  expect(JSON.parse(ran.out).kinds).toMatchObject([{ total: 6, byStatus: { done: 4, ongoing: 2 } }]);
});

describe("taizhang merge --into", () => {
  it("changes the sheet's part alone, and leaves what is in conflict byte for byte", async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet("台账");
    rows("甲镇", "已完成").forEach((row) => sheet.addRow(row));
    sheet.getCell("F5").value = { formula: '"已起草"&"初稿"', result: "已起草初稿，送各科室看过。" };
    sheet.getCell("E5").font = { bold: true };
    book.addWorksheet("附表").addRow(["合计", { formula: "COUNTA(台账!E4:E5)", result: 2 }]);
    const master = await put(folder.path("总.xlsx"), new Uint8Array(await book.xlsx.writeBuffer()));
    const values = rows("甲镇", "正在整改").map((row, at) =>
      at < 3 ? row : [...row.slice(0, 4), at === 3 ? "正在整改" : "已完成", "办法已印发，组织了学习。"],
    );
    const file = await putLedger(folder.path("回/1.xlsx"), [{ name: "台账", values }]);
    const out = folder.path("总-回填.xlsx");
    const ran = await runCli(["merge", "--into", master, file, "-o", out, ...AS_OF, "--format", "json", "--strict"]);
    expect(ran.status).toBe(1);
    const object = JSON.parse(ran.out);
    expect(object.updated).toEqual([
      {
        ...{ field: "status", kind: "problem", number: "2", problem: "甲镇专项资金年末集中支出", cell: "台账!E5" },
        ...{ from: "正在整改", to: "已完成", file, fileCell: "台账!E5" },
      },
    ]);
    expect(object.conflicts.map((one: { type: string; cell: string }) => [one.type, one.cell])).toEqual([
      ["statusBack", "台账!E4"],
      ["statusHeld", "台账!F4"],
      ["formulaCell", "台账!F5"],
    ]);
    expect(ran.err).toContain("公式");
    const [before, after] = [await readFile(master), await readFile(out)].map((bytes) =>
      unzipSync(new Uint8Array(bytes)),
    );
    const differing = Object.keys(before ?? {}).filter(
      (name) => Buffer.compare(Buffer.from(before?.[name] ?? []), Buffer.from(after?.[name] ?? [])) !== 0,
    );
    expect([Object.keys(after ?? {}), differing]).toEqual([Object.keys(before ?? {}), ["xl/worksheets/sheet1.xml"]]);
    const read = new ExcelJS.Workbook();
    await read.xlsx.readFile(out);
    expect(read.getWorksheet("台账")?.getCell("E5").font).toMatchObject({ bold: true });
    expect(["E4", "F4"].map((cell) => read.getWorksheet("台账")?.getCell(cell).value)).toEqual([
      "已完成",
      "已起草初稿，送各科室看过。",
    ]);
  });

  /** 会议记录 (done), 专项资金 (a formula), 应急物资, 工程变更 and its twin, 档案整理; the master's last row is locked. */
  const MASTER = [
    ["某单位巡察反馈问题整改台账"],
    HEAD,
    [1, "会议记录与签到对不上", "办公室", "2025年12月底前", "已完成", "已起草初稿"],
    [2, "专项资金年末集中支出", "财务科", "2025年12月底前", "正在整改", "已起草初稿"],
    [3, "应急物资过期未清理", "财务科", "2025年12月底前", "正在整改", "已起草初稿"],
    [4, "工程变更没有集体研究", "工程科", "2025年12月底前", "正在整改", "已起草初稿"],
    [5, "工程变更没有集体研究", "工程科", "2025年12月底前", "正在整改", "已起草初稿"],
    [6, "档案整理不规范不及时", "办公室", "2025年12月底前", "正在整改", "已起草初稿"],
  ] as const;
  type Cells = readonly (readonly [row: number, col: number, value: string | number])[];
  const FORMULA = '"已起草"&"初稿"';
  async function bookOf(cells: Cells, more: (sheet: ExcelJS.Worksheet) => void): Promise<Uint8Array> {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet("台账");
    for (const row of MASTER) sheet.addRow([...row]);
    for (const [row, col, value] of cells) sheet.getRow(row).getCell(col).value = value;
    more(sheet);
    return new Uint8Array(await book.xlsx.writeBuffer());
  }
  const cellsOf = (bytes: Uint8Array, cells: readonly string[]): readonly (string | undefined)[] => {
    const xml = Buffer.from(unzipSync(bytes)["xl/worksheets/sheet1.xml"] ?? []).toString("utf8");
    return cells.map((cell) => new RegExp(`<c r="${cell}"[^>]*?(?:/>|>.*?</c>)`, "u").exec(xml)?.[0]);
  };
  const strike = (row: number) => (sheet: ExcelJS.Worksheet) => {
    for (let col = 1; col <= 6; col++) sheet.getRow(row).getCell(col).font = { strike: true };
  };
  const lock = (sheet: ExcelJS.Worksheet): void => {
    for (let row = 3; row < 8; row++)
      for (let col = 1; col <= 6; col++) sheet.getRow(row).getCell(col).protection = { locked: false };
    (sheet as unknown as { sheetProtection: unknown }).sheetProtection = { sheet: true };
  };
  const plain = (): void => undefined;

  it.each<
    [string, readonly Cells[], readonly string[], (s: ExcelJS.Worksheet) => void, (s: ExcelJS.Worksheet) => void]
  >([
    ["statusBack", [[[3, 5, "正在整改"]]], ["E3"], plain, plain],
    [
      "textChanged",
      [
        [
          [3, 2, "会议记录与签到表对不上"],
          [3, 6, "已印发"],
        ],
      ],
      ["B3", "F3"],
      plain,
      plain,
    ],
    [
      "notFound",
      [
        [
          [3, 2, "从未见过的另一件事"],
          [3, 6, "已印发"],
        ],
      ],
      ["B3", "F3"],
      plain,
      plain,
    ],
    [
      "ambiguous",
      [
        [
          [6, 1, 14],
          [7, 1, 15],
          [6, 6, "已印发"],
        ],
      ],
      ["F6", "F7"],
      plain,
      plain,
    ],
    ["twoFiles", [[[6, 6, "已印发"]], [[6, 6, "已上会"]]], ["F6"], plain, plain],
    ["fieldChanged", [[[6, 4, "2026年3月底前"]]], ["D6"], plain, plain],
    ["struckRow", [[[6, 6, "已印发"]]], ["F6"], plain, strike(6)],
    ["unreadable", [[[6, 6, "#N/A"]]], ["F6"], plain, plain],
    ["formulaCell", [[[4, 6, "已印发"]]], ["F4"], plain, plain],
    ["lockedCell", [[[8, 6, "已印发"]]], ["F8"], lock, plain],
  ])(
    "%s: left, the master's cell keeps its bytes, beside one that is written",
    async (type, files, kept, ofMaster, ofFile) => {
      const bytes = await bookOf([], (sheet) => {
        sheet.getCell("F4").value = { formula: FORMULA, result: "已起草初稿" };
        ofMaster(sheet);
      });
      const master = await put(folder.path(`格/${type}/总.xlsx`), bytes);
      const returned: string[] = [];
      for (const [at, cells] of files.entries())
        returned.push(
          await put(
            folder.path(`格/${type}/回/${at + 1}.xlsx`),
            await bookOf([...cells, [5, 6, "已清理完毕"]], ofFile),
          ),
        );
      const out = folder.path(`格/${type}/回填.xlsx`);
      const ran = await runCli(["merge", "--into", master, ...returned, "-o", out, ...AS_OF, "--format", "json"]);
      expect(ran.status).toBe(0);
      const object = JSON.parse(ran.out) as Record<"updated" | "conflicts", readonly { type: string; cell: string }[]>;
      expect([...new Set(object.conflicts.map((one) => one.type))]).toEqual([type]);
      expect(object.updated.map(({ cell }) => cell)).toEqual(["台账!F5"]);
      const after = new Uint8Array(await readFile(out));
      expect(cellsOf(after, kept)).toEqual(cellsOf(bytes, kept));
      expect(cellsOf(bytes, kept)).not.toContain(undefined);
      expect(cellsOf(after, ["F5"])).not.toEqual(cellsOf(bytes, ["F5"]));
    },
  );

  it("exits 2 for a master of another format", async () => {
    const master = await put(
      folder.path("总.csv"),
      rows("甲镇", "已完成")
        .map((row) => row.join(","))
        .join("\n"),
    );
    const file = await ledger("回/2.xlsx", "甲镇");
    const ran = await runCli(["merge", "--into", master, file, "-o", folder.path("总2.xlsx"), ...AS_OF]);
    expect(ran.status).toBe(2);
    expectOneSentence(ran.err);
  });
});
