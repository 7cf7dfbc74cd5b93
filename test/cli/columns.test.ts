/** Columns on the command line: what must be chosen is told, --column and settings choose, disputed items are listed. */
import { writeFile } from "node:fs/promises";
import { makeFolder, putLedger, runCli } from "./run-cli";

let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

const PROBLEMS = ["登记簿缺页", "比价记录缺失", "资料未归档"];
const sheet = (first: string, second: string) => ({
  name: "台账",
  values: [
    ["问题整改台账"],
    ["序号", "反馈问题", "责任单位", "整改时限", first, second],
    ...PROBLEMS.map((problem, i) => [
      i + 1,
      problem,
      "综合科",
      "2025年12月底前",
      "已完成",
      i === 0 ? "已完成" : "正在整改",
    ]),
  ],
});

describe("columns on the command line", () => {
  it("holds what nothing settles, with the figures of both", async () => {
    const file = await putLedger(folder.path("两列.xlsx"), [sheet("整改状态", "完成情况")]);
    const { out, err } = await runCli(["tally", "--format", "json", file]);
    expect(err).toContain("“整改状态”（E列）已完成 3/3，“完成情况”（F列）已完成 1/3");
    expect(JSON.parse(out).kinds[0].byStatus.done).toBe(3);
    const summary = await runCli(["summary", "--format", "json", "--set", "巡察组=某组", file]);
    expect(JSON.parse(summary.out).held).toEqual(["column-ambiguous"]);
  });

  it("counts say what makes them doubtful, as the paragraph does", async () => {
    const values = sheet("整改状态", "备注").values.map((row, at) =>
      row.map((cell, col) => (at === 3 && col === 4 ? null : cell)),
    );
    const file = await putLedger(folder.path("一格空.xlsx"), [{ name: "台账", values }]);
    const told = "整改状态未填 1 处";
    expect((await runCli(["tally", file])).err).toContain(`${told}），这些数字暂不宜使用`);
    expect((await runCli(["stats", file, "-o", folder.path("统计表.xlsx")])).err).toContain(
      `${told}），统计表暂不宜使用`,
    );
    expect((await runCli(["wall", file, "-o", folder.path("挂图.html")])).err).toContain(`${told}），挂图暂不宜使用`);
  });

  it.each(["整改状态=完成情况", "status=F", "状态=完成情况"])("--column %s settles it", async (pair) => {
    const file = await putLedger(folder.path(`两列-${pair.length}-${pair.charCodeAt(0)}.xlsx`), [
      sheet("整改状态", "完成情况"),
    ]);
    const { out, err } = await runCli(["tally", "--format", "json", "--column", pair, file]);
    expect(err).toBe("");
    expect(JSON.parse(out).kinds[0].byStatus).toMatchObject({ done: 1, ongoing: 2 });
    expect(JSON.parse(out)).not.toHaveProperty("disputed");
  });

  it("settings settle it for all workbooks with the same headers", async () => {
    const settings = folder.path("设置.json");
    await writeFile(
      settings,
      JSON.stringify({ columns: [{ field: "status", among: ["整改状态", "完成情况"], take: "完成情况" }] }),
    );
    const file = await putLedger(folder.path("另一两列.xlsx"), [sheet("整改状态", "完成情况")]);
    const { out, err } = await runCli(["tally", "--format", "json", "--settings", settings, file]);
    expect(err).toBe("");
    expect(JSON.parse(out).kinds[0].byStatus.done).toBe(1);
  });

  it("a word list carries the choice to a colleague", async () => {
    const words = folder.path("词表.json");
    const columns = [{ field: "status", among: ["整改状态", "完成情况"], take: "完成情况" }];
    await writeFile(words, JSON.stringify({ lexicon: { statuses: { 过关: "已完成" } }, columns }));
    const file = await putLedger(folder.path("同事的两列.xlsx"), [sheet("整改状态", "完成情况")]);
    const { out, err } = await runCli(["tally", "--format", "json", "--lexicon", words, file]);
    expect(err).toBe("");
    expect(JSON.parse(out).kinds[0].byStatus).toMatchObject({ done: 1, ongoing: 2 });
  });

  it("says which headers there are where one is not there, and which fields", async () => {
    const file = await putLedger(folder.path("没有.xlsx"), [sheet("单位自报", "巡察办认定")]);
    const missing = await runCli(["tally", "--column", "整改状态=复核结论", file]);
    expect([missing.status, missing.err]).toEqual([2, expect.stringContaining("没有「复核结论」这一列")]);
    const unknown = await runCli(["tally", "--column", "整改状太=巡察办认定", file]);
    expect([unknown.status, unknown.err]).toEqual([2, expect.stringContaining("整改状态")]);
  });

  it("lists what is reported done and not found so", async () => {
    const file = await putLedger(folder.path("自报认定.xlsx"), [sheet("单位自报", "巡察办认定")]);
    const { out, err } = await runCli(["tally", "--format", "json", file]);
    expect(err).toBe("");
    expect(JSON.parse(out).disputed).toEqual(
      [2, 3].map((n) => ({
        unit: "综合科",
        kind: "problem",
        number: String(n),
        problem: PROBLEMS[n - 1],
        taken: "ongoing",
        other: "done",
        cell: `台账!F${n + 2}`,
      })),
    );
  });
});

describe("rows on the command line", () => {
  const inQuestion = {
    name: "台账",
    values: [
      ["问题整改台账"],
      ["序号", "反馈问题", "责任单位", "整改时限", "整改状态"],
      [1, "登记簿缺页", "综合科", "2025年12月底前", "已完成"],
      [2, "比价记录缺失", "综合科", "2025年12月底前", "正在整改"],
      ["合计", "2", null, null, "正在整改"],
    ],
  };
  const run = async (...rows: readonly string[]) => {
    const file = await putLedger(folder.path(`行-${rows.join("").length}.xlsx`), [inQuestion]);
    const options = rows.flatMap((row) => ["--row", row]);
    const { out } = await runCli(["tally", "--format", "json", ...options, file]);
    const summary = await runCli(["summary", "--format", "json", "--set", "巡察组=某组", ...options, file]);
    return { total: JSON.parse(out).kinds[0].total as number, held: JSON.parse(summary.out).held as readonly string[] };
  };

  it("a row in question holds the paragraph", async () => {
    expect(await run()).toEqual({ total: 2, held: ["row-ambiguous"] });
  });

  it.each([
    ["合计=none", 2],
    ["5=none", 2],
    ["合计=item", 3],
    ["5=item", 3],
  ])("--row %s settles it", async (row, total) => {
    expect(await run(row)).toEqual({ total, held: [] });
  });

  it("says how a row is written where it is not", async () => {
    const file = await putLedger(folder.path("行.xlsx"), [inQuestion]);
    const { status, err } = await runCli(["tally", "--row", "5=maybe", file]);
    expect(status).toBe(2);
    expect(err).toContain("5=maybe");
  });
});
