import { readFile } from "node:fs/promises";
import ExcelJS from "exceljs";
import { STYLE_NAMES } from "../../src/app/style-names";
import { COMMAND_NAMES, loadCommand, loadCommands } from "../../src/cli/commands";
import { optionSpec } from "../../src/cli/options";
import { ledgerSheet, ROWS } from "../app/session/ledger-sheet";
import { expectOneSentence, makeFolder, put, putLedger, runCli } from "./run-cli";

let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

describe("taizhang tally", () => {
  it("prints the contract's object", async () => {
    const file = await putLedger(folder.path("统计.xlsx"));
    const { status, out } = await runCli(["tally", "--format", "json", "--precision", "1", file]);
    expect(status).toBe(0);
    const object = JSON.parse(out);
    expect(object).toMatchObject({
      schema: 1,
      file,
      asOf: "2025-10-10",
      definition: "done",
      denominator: "all",
      kinds: [{ kind: "problem", total: 4, rate: { numerator: 2, denominator: 4, percent: "50.0%" } }],
      accountability: null,
    });
    expect(object.kinds[0].byStatus).toMatchObject({ done: 2, ongoing: 2, unknown: 0 });
    expect(object.by.unit.map((unit: { name: string }) => unit.name)).toContain("财务股");
  });

  it("counts by another definition", async () => {
    const file = await putLedger(folder.path("口径.xlsx"), [
      ledgerSheet([
        ROWS[0]!,
        [2, "某事", "某措施", "办公室", "2025年12月底前", "基本完成", "已基本办完。", null, null],
      ]),
    ]);
    const rate = async (...options: string[]) =>
      JSON.parse((await runCli(["tally", "--format", "json", ...options, file])).out).kinds[0].rate;
    expect(await rate()).toEqual({ numerator: 1, denominator: 2, percent: "50%" });
    expect(await rate("--definition", "basic")).toEqual({ numerator: 2, denominator: 2, percent: "100%" });
    expect(await rate("--denominator", "due")).toEqual({ numerator: 1, denominator: 1, percent: "100%" });
  });

  it("is readable, with the definition beside the rate", async () => {
    const { out } = await runCli(["tally", await putLedger(folder.path("读.xlsx"))]);
    expect(out).toContain("口径：仅计已完成，占全部事项（不含不计入的）");
    expect(out).toContain("反馈问题  共 4，已完成 2，正在整改 2，完成率 50%（2/4）");
    expect(out).toMatch(/财务股 +反馈问题 +1 +0 +1 +0%/);
  });

  it("exits 1 only with --strict", async () => {
    const file = await putLedger(folder.path("严.xlsx"));
    expect((await runCli(["tally", file])).status).toBe(0);
    expect((await runCli(["tally", "--strict", file])).status).toBe(1);
  });
});

describe("taizhang summary", () => {
  it("writes the paragraph alone to stdout", async () => {
    const file = await putLedger(folder.path("综述.xlsx"));
    const { status, out, err } = await runCli(["summary", "--set", "巡察组=某巡察组", file]);
    expect(status).toBe(0);
    expect(out).toBe("某巡察组反馈的4个具体问题，已完成整改2个，正在整改2个，整改完成率50%。\n");
    expect(err).toBe("");
  });

  it("proves each figure by as many distinct rows as it says", async () => {
    const file = await putLedger(folder.path("数字.xlsx"));
    for (const style of ["rate", "measures", "items", "partial", "phased"]) {
      const object = JSON.parse((await runCli(["summary", "--format", "json", "--style", style, file])).out);
      expect(object.style).toBe(style);
      for (const figure of object.figures) {
        expect(object.text.slice(figure.start, figure.end)).toBe(figure.text);
        expect(figure.text).toMatch(/^\d+(\.\d+)?%?$/);
        if (!figure.text.endsWith("%")) expect(new Set(figure.rows).size).toBe(Number(figure.text));
        else expect(figure.ofRows.length).toBeGreaterThanOrEqual(figure.rows.length);
      }
    }
  });

  it("warns on stderr of what holds it back, of variables and of absent kinds", async () => {
    const rows = ROWS.map((row, index) => (index === 1 ? [1, ...row.slice(1)] : row));
    const file = await putLedger(folder.path("暂缓.xlsx"), [ledgerSheet(rows)]);
    const { status, out, err } = await runCli(["summary", "--format", "json", file]);
    expect(status).toBe(0);
    expect(JSON.parse(out).held).toEqual(["number-duplicate"]);
    expect(err).toContain("序号重复 1 处");
    expect(err).toContain("变量未设置：巡察组");
    expect((await runCli(["summary", "--strict", file])).status).toBe(1);
  });

  it("takes a template of one's own", async () => {
    const file = await putLedger(folder.path("模板.xlsx"));
    const template = await put(folder.path("模板.txt"), "\uFEFF共{反馈问题.总数}个，完成率{反馈问题.完成率}。\n");
    const { out } = await runCli(["summary", "--template", template, file]);
    expect(out).toBe("共4个，完成率50%。\n");
    const object = JSON.parse((await runCli(["summary", "--template", template, "--format", "json", file])).out);
    expect(object.style).toBe("template");
  });

  it.each<[string, string]>([
    ["共{反馈问题.总书}个", "{反馈问题.总数}"],
    ["共{反馈问题.总数个", "右括号"],
    ["共{}个", "占位"],
  ])("refuses the template %s in a sentence", async (text, words) => {
    const file = await putLedger(folder.path("错模板.xlsx"));
    const { status, err } = await runCli(["summary", "--template", await put(folder.path("错模板.txt"), text), file]);
    expect(status).toBe(2);
    expect(err).toContain(words);
    expectOneSentence(err);
  });

  it.each<[string[], string]>([
    [["--style", "rat"], "是否指 rate？"],
    [["--set", "巡察组"], "名称=文字"],
    [["--template", "没有.txt"], "无法打开"],
  ])("refuses %j in one sentence", async (options, words) => {
    const { status, err } = await runCli(["summary", ...options, "a.xlsx"]);
    expect(status).toBe(2);
    expect(err).toContain(words);
    expectOneSentence(err);
  });
});

describe("taizhang new", () => {
  it("makes a template with drop-downs that our reader reads without errors once it is filled", async () => {
    const file = folder.path("新.xlsx");
    expect(await runCli(["new", "-o", file])).toEqual({ status: 0, out: `已新建「${file}」。\n`, err: "" });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(new Uint8Array(await readFile(file)).buffer as ArrayBuffer);
    const sheet = book.getWorksheet("整改台账")!;
    expect(sheet.getCell("H5").dataValidation).toMatchObject({ type: "list" });
    expect(sheet.getCell("F5").dataValidation.formulae).toEqual(["单位名录!$A$2:$A$201"]);
    const filled = [
      1,
      "某方面",
      "某问题",
      "某措施",
      "甲某",
      "示例单位办公室",
      "2025年12月底前",
      "正在整改",
      "正在推进。",
    ];
    filled.forEach((value, col) => {
      sheet.getCell(5, col + 1).value = value;
    });
    const out = folder.path("填.xlsx");
    await book.xlsx.writeFile(out);
    const object = JSON.parse((await runCli(["check", "--format", "json", out])).out);
    expect(object.ledgers).toMatchObject([{ sheet: "整改台账", kind: "problem", items: 1, measures: 1 }]);
    expect(Object.keys(object.ledgers[0].columns).sort()).toEqual(
      [
        "deadline",
        "doneDate",
        "evidence",
        "leader",
        "measure",
        "number",
        "problem",
        "progress",
        "remarks",
        "section",
        "status",
        "unit",
      ].sort(),
    );
    expect(object.counts.error).toBe(0);
    expect(object.passedOver.map((passed: { sheet: string }) => passed.sheet).sort()).toEqual(["单位名录", "填写说明"]);
  });

  it("never overwrites a file", async () => {
    const file = await put(folder.path("已有.xlsx"), "mine");
    const { status, err } = await runCli(["new", file]);
    expect(status).toBe(2);
    expectOneSentence(err);
    expect(await readFile(file, "utf8")).toBe("mine");
  });

  it.each<[string[], string]>([
    [["new", "a.xlsx", "b.xlsx"], "只能指定一个文件"],
    [["new", "-o", "a.txt"], "应以 .xlsx 结尾"],
    [["new", "-o", "/没有/这个/文件夹/a.xlsx"], "无法写入"],
  ])("refuses %j", async (argv, words) => {
    const { status, err } = await runCli(argv);
    expect(status).toBe(2);
    expect(err).toContain(words);
    expectOneSentence(err);
  });
});

describe("help and version", () => {
  it("names every command", async () => {
    const { status, out } = await runCli(["--help"]);
    expect(status).toBe(0);
    for (const command of await loadCommands()) expect(out).toContain(command.zh);
    expect((await runCli([])).status).toBe(2);
  });

  it("names every style", () => {
    for (const told of [optionSpec("style").zh, optionSpec("style").en])
      expect(told.match(/[a-z]+(?=（默认）|、|,| \(default|$)/gu)?.filter((word) => word !== "notice")).toEqual(
        STYLE_NAMES,
      );
  });

  it.each(COMMAND_NAMES)("%s --help lists its options in both languages", async (name) => {
    const zh = await runCli([name, "--help"]);
    const en = await runCli(["help", name, "--lang", "en"]);
    expect([zh.status, en.status]).toEqual([0, 0]);
    for (const option of (await loadCommand(name))!.options) {
      expect(zh.out).toContain(`--${option}`);
      expect(en.out).toContain(`--${option}`);
    }
    expect(en.out).toContain("Usage:");
    expect(zh.out).toContain("用法：");
  });

  it("tells version, build and rules", async () => {
    expect((await runCli(["--version"])).out).toMatch(/^taizhang \S+ \(.+, rules \S+\)\n$/);
    const object = JSON.parse((await runCli(["--version", "--json"])).out);
    expect(Object.keys(object)).toEqual(["schema", "name", "version", "build", "rules", "node"]);
  });
});
