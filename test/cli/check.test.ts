import { ROWS, ledgerSheet } from "../app/session/ledger-sheet";
import { expectOneSentence, makeFolder, put, putLedger, runCli } from "./run-cli";

let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

const clean = () =>
  ledgerSheet([
    [1, "某制度未落实", "修订制度", "办公室", "2025年6月底前", "已完成", "已印发制度。", "2025-05-20", "制度文本"],
  ]);

describe("taizhang check", () => {
  it("prints the contract's object for one file", async () => {
    const file = await putLedger(folder.path("台账.xlsx"), [
      ledgerSheet(),
      { name: "单位名录", values: [["单位名称", "简称"], ["办公室"], ["财务股"], ["基建股"]] },
    ]);
    const { status, out, err } = await runCli(["check", "--format", "json", file]);
    expect(status).toBe(1);
    expect(err).toBe("");
    const object = JSON.parse(out);
    expect(Object.keys(object)).toEqual([
      "schema",
      "file",
      "asOf",
      "asOfSource",
      "ledgers",
      "passedOver",
      "findings",
      "counts",
    ]);
    expect(object).toMatchObject({
      schema: 1,
      file,
      asOf: "2025-10-10",
      asOfSource: "today",
      ledgers: [
        {
          sheet: "整改台账",
          kind: "problem",
          header: "A2:I2",
          rows: 4,
          items: 4,
          measures: 4,
          columns: {
            number: "A",
            problem: "B",
            measure: "C",
            unit: "D",
            deadline: "E",
            status: "F",
            progress: "G",
            doneDate: "H",
            evidence: "I",
          },
        },
      ],
      passedOver: [{ sheet: "单位名录", why: "unitDirectory" }],
    });
    const missing = object.findings.find((finding: { rule: string }) => finding.rule === "unit-missing");
    expect(Object.keys(missing)).toEqual([
      "id",
      "rule",
      "code",
      "severity",
      "sheet",
      "cell",
      "item",
      "message",
      "quote",
      "fix",
    ]);
    expect(missing).toMatchObject({
      code: "U101",
      severity: "error",
      sheet: "整改台账",
      cell: "D5",
      item: "3",
      quote: null,
      fix: null,
    });
    const space = object.findings.find((finding: { rule: string }) => finding.rule === "space");
    expect(space.fix).toEqual({ value: "财务股" });
    const counted = { error: 0, warning: 0, info: 0 } as Record<string, number>;
    for (const finding of object.findings) counted[finding.severity]! += 1;
    expect(object.counts).toEqual(counted);
  });

  it("lists rows a person can read, and where the date is from", async () => {
    const file = await putLedger(folder.path("人读.xlsx"));
    const { status, out } = await runCli(["check", file]);
    expect(status).toBe(1);
    expect(out).toContain("统计截止 2025年10月10日（今天）");
    expect(out).toMatch(/第5行 {2}错误 {2}D5 +责任单位未填/);
    expect(out).toMatch(/合计：错误 1，提醒 \d+，提示 \d+\n$/);
    expect(out).not.toContain("\u001b");
  });

  it("groups by unit in a form to paste, and by rule", async () => {
    const file = await putLedger(folder.path("分组.xlsx"));
    const byUnit = (await runCli(["check", "--group", "unit", file])).out;
    expect(byUnit).toMatch(/（未填责任单位）：第5行 责任单位未填/);
    expect(byUnit).toMatch(/财务股：第4行 [^\n]*已超期/);
    const byRule = (await runCli(["check", "--group=rule", file])).out;
    expect(byRule).toMatch(/错误 {2}责任单位未填 {2}1 处 {2}\[U101 unit-missing\]\n {2}整改台账!D5/);
  });

  it("speaks English when asked", async () => {
    const file = await putLedger(folder.path("en.xlsx"));
    const { out } = await runCli(["check", "--lang", "en", file]);
    expect(out).toMatch(/row 5 {2}error +D5/);
    expect(out).toMatch(/Total: error 1, warning \d+, info \d+/);
    expect((await runCli(["--lang=en", "check", "--nope"])).err).toBe(
      "There is no option --nope; see taizhang check --help.\n",
    );
  });

  it("exits by --fail-on", async () => {
    const good = await putLedger(folder.path("好.xlsx"), [clean()]);
    const late = await putLedger(folder.path("超期.xlsx"), [
      ledgerSheet([
        ROWS[0]!,
        [2, "某台账不全", "补建", "财务股", "2025年9月底前", "正在整改", "正在补建。", null, null],
      ]),
    ]);
    expect((await runCli(["check", good])).status).toBe(0);
    expect((await runCli(["check", good, "--fail-on", "info"])).status).toBe(0);
    expect((await runCli(["check", good])).out).toContain("未发现问题。");
    expect((await runCli(["check", late])).status).toBe(0);
    expect((await runCli(["check", late, "--fail-on", "warning"])).status).toBe(1);
    expect((await runCli(["check", late, "--as-of", "2025-09-01", "--fail-on", "warning"])).status).toBe(0);
  });

  it("colours on a terminal only, and not where NO_COLOR is set", async () => {
    const file = await putLedger(folder.path("色.xlsx"));
    expect((await runCli(["check", file], { outIsTerminal: true })).out).toContain("\u001b[31m");
    expect((await runCli(["check", file], { outIsTerminal: true, env: { NO_COLOR: "1" } })).out).not.toContain(
      "\u001b",
    );
  });

  it("shows progress on a terminal only, and clears it", async () => {
    const file = await putLedger(folder.path("进度.xlsx"));
    const { err } = await runCli(["check", file], { errIsTerminal: true });
    expect(err).toContain("正在读取");
    expect(err.endsWith("\r\u001b[K")).toBe(true);
  });
});

describe("several files and folders", () => {
  it("gives one object a line, goes on behind a bad file, and takes the worst status", async () => {
    await putLedger(folder.path("多", "甲.xlsx"), [clean()]);
    await put(folder.path("多", "乙.xlsx"), "not a workbook");
    await putLedger(folder.path("多", "子", "丙.xlsx"));
    await put(folder.path("多", "~$甲.xlsx"), "lock");
    await put(folder.path("多", "说明.txt"), "x");
    const { status, out, err } = await runCli(["check", "--format", "json", folder.path("多")]);
    const lines = out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines.map((line) => line.file.slice(folder.path("多").length + 1))).toEqual([
      "乙.xlsx",
      "子/丙.xlsx",
      "甲.xlsx",
    ]);
    expect(lines[0]).toMatchObject({ schema: 1, error: { code: "notAWorkbook" } });
    expect(lines[1].counts.error).toBe(1);
    expect(lines[2].counts.error).toBe(0);
    expectOneSentence(err);
    expect(status).toBe(2);
  });

  it("heads each file in text", async () => {
    const a = await putLedger(folder.path("a.xlsx"), [clean()]);
    const b = await putLedger(folder.path("b.xlsx"));
    const { status, out } = await runCli(["check", a, b]);
    expect(out).toContain(`== ${a} ==`);
    expect(out).toContain(`\n== ${b} ==`);
    expect(status).toBe(1);
  });

  it("says so where a folder holds no workbook", async () => {
    await put(folder.path("空", "x.txt"), "x");
    const { status, err } = await runCli(["check", folder.path("空")]);
    expect(status).toBe(2);
    expect(err).toContain("没有工作簿");
    expectOneSentence(err);
  });
});

describe("options", () => {
  it("--sheet counts only that sheet, a hidden one too, and names the nearest", async () => {
    const file = await putLedger(folder.path("表.xlsx"), [
      ledgerSheet(),
      { ...ledgerSheet(ROWS.slice(0, 1), "旧表"), visibility: "hidden" },
    ]);
    const all = JSON.parse((await runCli(["check", "--format", "json", file])).out);
    expect(all.passedOver).toEqual([{ sheet: "旧表", why: "hidden" }]);
    const one = JSON.parse((await runCli(["check", "--format", "json", "--sheet", "旧表", file])).out);
    expect(one.ledgers.map((ledger: { sheet: string }) => ledger.sheet)).toEqual(["旧表"]);
    const none = await runCli(["check", "--sheet", "整改台帐", file]);
    expect(none.err).toContain("是否指「整改台账」？");
    expect(none.status).toBe(2);
  });

  it("--units judges units by a file", async () => {
    const file = await putLedger(folder.path("单位.xlsx"));
    const units = await put(folder.path("名录.csv"), "单位名称,简称\n办公室,\n财务股,\n");
    const object = JSON.parse((await runCli(["check", "--format", "json", "--units", units, file])).out);
    expect(
      object.findings.some(
        (finding: { rule: string; cell: string }) => finding.rule === "unit-unknown" && finding.cell === "D6",
      ),
    ).toBe(true);
    const wrong = await runCli(["check", "--units", await put(folder.path("错.csv"), "甲,乙\n1,2"), file]);
    expectOneSentence(wrong.err);
    expect(wrong.status).toBe(2);
  });

  it("--settings and options together, the options first", async () => {
    const file = await putLedger(folder.path("设置.xlsx"));
    const settings = await put(
      folder.path("设置.json"),
      '\uFEFF{"asOf": "2025-01-01", "rules": {"unit-missing": "off"}}',
    );
    const object = JSON.parse((await runCli(["check", "--format", "json", "--settings", settings, file])).out);
    expect(object).toMatchObject({ asOf: "2025-01-01", asOfSource: "option" });
    expect(object.findings.some((finding: { rule: string }) => finding.rule === "unit-missing")).toBe(false);
    const over = await runCli(["check", "--format", "json", "--settings", settings, "--as-of", "2025-12-01", file]);
    expect(JSON.parse(over.out).asOf).toBe("2025-12-01");
  });

  it("--settings may choose the language, an option goes before it", async () => {
    const file = await putLedger(folder.path("语言.xlsx"));
    const settings = await put(folder.path("语言.json"), '{"lang": "en"}');
    expect((await runCli(["check", "--settings", settings, file])).out).toContain("Total: error 1");
    expect((await runCli(["check", "--settings", settings, "--lang", "zh", file])).out).toContain("合计：错误 1");
  });

  it.each<[string, string, string]>([
    ["no JSON", "{asOf}", "不是有效的 JSON"],
    ["a wrong value", '{"precision": 7}', "只能是 0、1 或 2"],
    ["an unknown name", '{"asof": "2025-01-01"}', "是否指 asOf？"],
    ["no object", "[]", "应是一个对象"],
  ])("--settings with %s is one sentence", async (_what, content, words) => {
    const settings = await put(folder.path("错误设置.json"), content);
    const { status, err } = await runCli(["check", "--settings", settings, "x.xlsx"]);
    expect(status).toBe(2);
    expect(err).toContain(words);
    expect(err).toContain("错误设置.json");
    expectOneSentence(err);
  });

  it("--state brings ignores of the workbook", async () => {
    const file = await putLedger(folder.path("状态.xlsx"));
    const before = JSON.parse((await runCli(["check", "--format", "json", file])).out);
    const { id } = before.findings.find((finding: { rule: string }) => finding.rule === "unit-missing");
    const ignores = JSON.stringify({ version: 1, data: [{ id, reason: "集体事项", at: "2025-10-10" }] });
    const state = await put(
      folder.path("状态.json"),
      JSON.stringify({ version: 1, workbooks: { "状态.xlsx": { ignores } } }),
    );
    const { status, out } = await runCli(["check", "--state", state, file]);
    expect(status).toBe(0);
    expect(out).toContain("另有 1 条已忽略");
    const wrong = await runCli(["check", "--state", await put(folder.path("坏状态.json"), "{}"), file]);
    expectOneSentence(wrong.err);
    expect(wrong.status).toBe(2);
  });

  it.each<[string[], string]>([
    [["check"], "没有指定台账文件"],
    [["check", "--as-off", "x"], "是否指 --as-of？"],
    [["check", "--group", "units", "a"], "只能是 row、unit、rule 之一"],
    [["check", "--as-of"], "缺少取值"],
    [["check", "--as-of", "--lang", "zh", "a"], "缺少取值；例如 --as-of 2025-10-10。"],
    [["check", "--group", "", "a"], "缺少取值；例如 --group row。"],
    [["check", "--units", " ", "a"], "缺少取值"],
    [["stats", "a", "-o"], "选项 -o 缺少取值；例如 -o FILE。"],
    [["check", ""], "空的文件名"],
    [["check", "--as-of", "2025-02-30", "a"], "--as-of 应是一个日期"],
    [["check", "--due-soon", "x", "a"], "--due-soon"],
    [["check", "--strict", "a"], "命令 check 没有选项 --strict"],
    [["check", "--settings", "没有.json", "a"], "无法打开"],
    [["chekc", "a"], "是否指 check？"],
    [["完全不同的词"], "可用的命令有 check"],
  ])("%j is refused in one sentence", async (argv, words) => {
    const { status, out, err } = await runCli(argv);
    expect(status).toBe(2);
    expect(out).toBe("");
    expect(err).toContain(words);
    expectOneSentence(err);
  });

  it("takes negative-looking file names behind --", async () => {
    const { err } = await runCli(["check", "--", "--不在.xlsx"]);
    expect(err).toBe("「--不在.xlsx」不存在；请检查文件名和路径。\n");
  });
});
