/** taizhang compare, snapshot and trend, from files. */
import { readFile } from "node:fs/promises";
import ExcelJS from "exceljs";
import { entryOf, type Entry, makeLedger } from "../month/month-ledger";
import { expectOneSentence, makeFolder, put, putLedger, runCli } from "./run-cli";

let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

const others = [2, 3, 4, 5].map((n) => entryOf(n));
const AS_OF = ["--as-of", "2025-11-28"];

async function ledger(name: string, entries: readonly Entry[], title?: string): Promise<string> {
  const { grid } = makeLedger(entries, title === undefined ? {} : { title });
  return putLedger(folder.path(name), [{ name: grid.sheet, values: grid.values }]);
}

function pair(name: string): Promise<readonly [string, string]> {
  const old = [entryOf(1), ...others, entryOf(6, { problem: "=1+1 的事项，照文字写" })];
  const now = [entryOf(1, { status: "已完成" }), ...others.map((one) => ({ ...one, deadline: "2026年6月底前" }))];
  return Promise.all([ledger(`${name}-10.xlsx`, old), ledger(`${name}-11.xlsx`, now)]);
}

describe("taizhang compare", () => {
  it("prints the contract's object, a decimal by default", async () => {
    const [old, now] = await pair("甲");
    const { status, out, err } = await runCli(["compare", old, now, ...AS_OF, "--format", "json"]);
    expect(status).toBe(0);
    const object = JSON.parse(out);
    expect(object).toMatchObject({ schema: 1, old, new: now, oldAsOf: "2025-10-31", asOf: "2025-11-28" });
    expect(object.kinds[0]).toMatchObject({ points: "+20.0", completed: 1, removed: 1 });
    expect(object.kinds[0].new.rate).toEqual({ numerator: 1, denominator: 5, percent: "20.0%" });
    expect(err).toContain("2025-10-31");
    const whole = await runCli(["compare", old, now, ...AS_OF, "--format", "json", "--precision", "0"]);
    expect(JSON.parse(whole.out).kinds[0]).toMatchObject({ points: "+20" });
  });

  it("is readable in both languages, and tells the day it takes for the old one", async () => {
    const [old, now] = await pair("乙");
    const { out } = await runCli(["compare", old, now, ...AS_OF]);
    expect(out).toContain(
      "与上期（截至2025年10月31日）相比，反馈问题新增完成1个，台账中不再列出1个，整改时限推后4个，其中未见延期说明4个",
    );
    expect(out).toContain("高风险（5）");
    const english = await runCli(["compare", old, now, ...AS_OF, "--old-as-of", "2025-10-15", "--lang", "en"]);
    expect(english.out).toContain("Since the last period (as of 2025-10-15): problems: 1 newly completed");
    expect(english.err).toBe("");
  });

  it("exits 1 with --strict where a person must look", async () => {
    const [old, now] = await pair("丙");
    expect((await runCli(["compare", old, now, ...AS_OF, "--strict"])).status).toBe(1);
    const same = await ledger("丙-再.xlsx", [
      entryOf(1, { status: "已完成" }),
      ...others.map((one) => ({ ...one, deadline: "2026年6月底" })),
    ]);
    expect((await runCli(["compare", now, same, ...AS_OF, "--strict"])).status).toBe(0);
  });

  it("writes a report of three sheets, texts as texts, and overwrites nothing", async () => {
    const [old, now] = await pair("丁");
    const path = folder.path("丁-对比.xlsx");
    expect((await runCli(["compare", old, now, ...AS_OF, "-o", path])).status).toBe(0);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(path);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(["对比汇总", "变化明细", "待人工确认"]);
    const sheet = workbook.getWorksheet("变化明细")!;
    const rows = sheet.getSheetValues() as unknown[][];
    expect(rows[3]!.slice(1)).toEqual([
      "风险",
      "类型",
      "事项类型",
      "序号",
      "问题",
      "责任单位",
      "上期",
      "本期",
      "本期位置",
      "上期位置",
    ]);
    expect(sheet.views[0]).toMatchObject({ state: "frozen", ySplit: 3 });
    expect(sheet.autoFilter).toBe("A3:J9");
    const removed = rows.find((row) => row?.[2] === "事项消失")!;
    expect(removed.slice(1, 6)).toEqual(["高", "事项消失", "反馈问题", "6", "=1+1 的事项，照文字写"]);
    const again = await runCli(["compare", old, now, ...AS_OF, "--old-as-of", "2025-10-31", "-o", path]);
    expect(again.status).toBe(2);
    expectOneSentence(again.err);
    // Beside the ledgers it is no ledger.
    expect((await runCli(["tally", path])).err).toContain("台账助手生成的报告");
  });

  it.each<[string, (old: string, now: string) => readonly string[]]>([
    ["the same file twice", (_old, now) => ["compare", now, now]],
    ["the old one later", (old, now) => ["compare", old, now, ...AS_OF, "--old-as-of", "2025-12-01"]],
    ["one file", (old) => ["compare", old]],
    ["no ledger", (old) => ["compare", old, folder.path("没有.xlsx")]],
    ["a day that is none", (old, now) => ["compare", old, now, "--old-as-of", "上月"]],
    ["a report that is no workbook", (old, now) => ["compare", old, now, "-o", folder.path("对比.docx")]],
    ["pairs that are not there", (old, now) => ["compare", old, now, "--pairs", folder.path("没有.json")]],
  ])("exits 2 with one sentence for %s", async (_name, argv) => {
    const [old, now] = await pair("戊");
    const { status, err, out } = await runCli(argv(old, now));
    expect([status, out]).toEqual([2, ""]);
    expectOneSentence(err);
  });

  it("--marked: a copy of the new ledger with its changes marked and listed; both files stay", async () => {
    const [old, now] = await pair("标");
    const before = await readFile(now);
    const out = folder.path("标-变化.xlsx");
    const { status, err } = await runCli(["compare", old, now, ...AS_OF, "--marked", out]);
    expect(status).toBe(0);
    expect(err).toContain("标-变化.xlsx");
    expect(await readFile(now)).toEqual(before);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(out);
    const sheet = book.getWorksheet("变化明细")!;
    const types = sheet.getColumn(2).values.map(String);
    expect(types).toEqual(expect.arrayContaining(["新增完成", "时限推后", "事项消失"]));
    expect((await runCli(["compare", old, now, ...AS_OF, "--marked", out])).status).toBe(2);
  });

  it("takes a pairs file, prints one to fill in, and refuses what is none", async () => {
    const twin = (number: number): Entry => entryOf(1, { number });
    const old = await ledger("己-10.xlsx", [twin(1), twin(2), ...others]);
    const now = await ledger("己-11.xlsx", [twin(7), twin(9), ...others]);
    const printed = await runCli(["compare", old, now, ...AS_OF, "--pairs-example"]);
    const form = JSON.parse(printed.out);
    expect(form.pairs).toHaveLength(2);
    expect(form.pairs[0]).toMatchObject({ kind: "problem", asOf: "2025-11-28", old: { number: "1" } });
    const unfilled = await put(folder.path("未填.json"), printed.out);
    expect((await runCli(["compare", old, now, ...AS_OF, "--pairs", unfilled])).status).toBe(2);
    for (const one of form.pairs) one.new = one.new.choose[one.old.number === "1" ? 1 : 0];
    const filled = await put(folder.path("已填.json"), JSON.stringify(form));
    const { out, err } = await runCli(["compare", old, now, ...AS_OF, "--pairs", filled, "--format", "json"]);
    const { ambiguous, changes } = JSON.parse(out);
    expect(ambiguous).toEqual([]);
    expect(changes.map(({ from, to }: { from: string; to: string }) => `${from}=${to}`)).toEqual(["2=7", "1=9"]);
    expect(err).not.toContain("没有用上");
    const newer = await put(folder.path("新版.json"), JSON.stringify({ schema: 2, pairs: [] }));
    const refused = await runCli(["compare", old, now, ...AS_OF, "--pairs", newer]);
    expect(refused.status).toBe(2);
    expectOneSentence(refused.err);
  });
});

describe("taizhang snapshot and trend", () => {
  it("a kept month compares as its ledger does, but for the path", async () => {
    const [old, now] = await pair("庚");
    const kept = folder.path("2025-10.json");
    const made = await runCli(["snapshot", old, "--as-of", "2025-10-31", "-o", kept, "--format", "json"]);
    expect(JSON.parse(made.out)).toEqual({
      schema: 1,
      file: old,
      out: kept,
      period: "2025-10",
      asOf: "2025-10-31",
      items: { problem: 6 },
    });
    const json = async (from: string): Promise<object> =>
      JSON.parse((await runCli(["compare", from, now, ...AS_OF, "--format", "json"])).out);
    expect(await json(kept)).toEqual({ ...(await json(old)), old: kept });
    expect((await runCli(["snapshot", old, "-o", kept])).status).toBe(2);
  });

  it("figures in doubt are kept with a word", async () => {
    const doubtful = await ledger("存疑.xlsx", [entryOf(1, { status: "差不多了" }), ...others]);
    const kept = folder.path("存疑.json");
    const { status, err } = await runCli(["snapshot", doubtful, "--as-of", "2025-10-31", "-o", kept]);
    expect(status).toBe(0);
    expectOneSentence(err);
    expect(err).toContain("整改状态不明 1 处");
  });

  it("--period names the month, and its last day where no day is known", async () => {
    const [old] = await pair("辛");
    const kept = folder.path("辛.json");
    expect((await runCli(["snapshot", old, "--period", "2025-09", "-o", kept])).status).toBe(0);
    expect(JSON.parse(await readFile(kept, "utf8"))).toMatchObject({
      version: 1,
      period: "2025-09",
      asOf: "2025-09-30",
    });
    const wrong = await runCli(["snapshot", old, "--period", "2025-13", "-o", folder.path("错.json")]);
    expect(wrong.status).toBe(2);
    expectOneSentence(wrong.err);
  });

  it("a later version is refused, and what is no snapshot", async () => {
    const [, now] = await pair("壬");
    const newer = await put(folder.path("后.json"), JSON.stringify({ taizhang: "snapshot", version: 2 }));
    const none = await put(folder.path("别的.json"), "{}");
    for (const file of [newer, none]) {
      const { status, err } = await runCli(["compare", file, now, ...AS_OF]);
      expect(status).toBe(2);
      expectOneSentence(err);
    }
  });

  it("puts ledgers and kept months in the order of their days", async () => {
    const title = "××县某局党组巡察反馈问题整改台账（统计截止：2025年11月28日）";
    const now = await ledger("走势/11.xlsx", [entryOf(1, { status: "已完成" }), ...others], title);
    const old = await ledger("癸-10.xlsx", [entryOf(1), ...others]);
    const kept = folder.path("走势", "2025-10.json");
    await runCli(["snapshot", old, "--as-of", "2025-10-31", "-o", kept]);
    await put(folder.path("走势", "配对.json"), JSON.stringify({ schema: 1, pairs: [] }));
    const { status, out, err } = await runCli(["trend", folder.path("走势"), "--format", "json"]);
    expect(status).toBe(0);
    expect(err).toContain("配对.json");
    const { periods } = JSON.parse(out);
    expect(periods.map(({ file, asOf }: { file: string; asOf: string }) => [file, asOf])).toEqual([
      [kept, "2025-10-31"],
      [now, "2025-11-28"],
    ]);
    expect(periods.map(({ kinds }: { kinds: { points: string }[] }) => kinds[0]!.points)).toEqual([null, "+20.0"]);
    const twice = await runCli(["trend", kept, old, "--state", folder.path("无.json")]);
    expect(twice.status).toBe(2);
    const text = await runCli(["trend", kept, now]);
    expect(text.out).toMatch(/2025-11-28 +5 +1 +0 +20\.0% +\+20\.0/);
  });

  it("two of one day are refused", async () => {
    const [old] = await pair("子");
    const [one, other] = [folder.path("子1.json"), folder.path("子2.json")];
    for (const path of [one, other]) await runCli(["snapshot", old, "--as-of", "2025-10-31", "-o", path]);
    const { status, err } = await runCli(["trend", one, other]);
    expect(status).toBe(2);
    expectOneSentence(err);
  });
});
