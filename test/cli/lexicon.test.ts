/** The office's own words on the command line: --lexicon, a settings file, taizhang lexicon. */
import { makeFolder, put, putLedger, runCli } from "./run-cli";

let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

const SHEET = {
  name: "整改台账",
  values: [
    ["序号", "堵点描述", "责任单位", "整改时限", "整改状态"],
    [1, "某制度未落实", "办公室", "2025年12月底前", "过关"],
    [2, "某台账不全", "财务股", "2025年12月底前", "正在整改"],
  ],
};
const WORDS = { lexicon: { headers: { 堵点描述: "问题" }, statuses: { 过关: "已完成" } } };

it.each(["--lexicon", "--settings"])("%s 词表.json is read with by check, tally and summary", async (option) => {
  const file = await putLedger(folder.path(`台账${option}.xlsx`), [SHEET]);
  const words = await put(folder.path(`词表${option}.json`), JSON.stringify(WORDS));
  const args = ["--format", "json", "--as-of", "2025-11-30", file];
  const before = await runCli(["check", ...args]);
  expect(JSON.parse(before.out).ledgers).toEqual([]);
  const checked = JSON.parse((await runCli(["check", option, words, ...args])).out);
  expect(checked.findings.map((each: { rule: string }) => each.rule)).not.toContain("status-unknown");
  expect(checked.ledgers[0].columns).toMatchObject({ problem: "B", status: "E" });
  const tallied = JSON.parse((await runCli(["tally", option, words, ...args])).out);
  expect(tallied.kinds[0]).toMatchObject({ total: 2, byStatus: { done: 1, ongoing: 1 } });
  const summary = JSON.parse((await runCli(["summary", option, words, ...args])).out);
  expect(summary.text).toContain("已完成整改1个");
});

it("adds lists to one another, and prints what holds as a 词表.json", async () => {
  const file = await putLedger(folder.path("台账.xlsx"), [SHEET]);
  const one = await put(folder.path("一.json"), JSON.stringify(WORDS));
  const two = await put(folder.path("二.json"), JSON.stringify({ $schema: "x", lexicon: { pending: ["在排队"] } }));
  const { status, out, err } = await runCli(["lexicon", "--lexicon", one, "--lexicon", two, file]);
  expect([status, err]).toEqual([0, ""]);
  expect(JSON.parse(out)).toEqual({
    lexicon: { headers: { 堵点描述: "problem" }, statuses: { 过关: "done" }, pending: ["在排队"] },
  });
});

it("tells a wrong word in one sentence, with the file and a right one", async () => {
  const file = await putLedger(folder.path("台账二.xlsx"), [SHEET]);
  const wrong = await put(folder.path("错.json"), JSON.stringify({ lexicon: { statuses: { 过关: "好" } } }));
  const { status, out, err } = await runCli(["check", "--lexicon", wrong, file]);
  expect([status, out]).toEqual([2, ""]);
  expect(err).toMatch(/^词表「.*错\.json」的 lexicon\.statuses\.过关 应是一种状态，现在是 "好"；.*例如 .*。\n$/);
});

describe("in a notice", () => {
  const NOTICE = [
    "某局党组关于巡察反馈问题整改情况的通报",
    "（一）某制度未落实",
    "整改情况：过关。此项问题的手续排着队。",
    "责任单位：办公室",
    "此项问题正在整改。",
  ].join("\n");
  const rulesOf = async (...args: string[]) => {
    const { out, err } = await runCli(["proofread", "--format", "json", ...args]);
    expect(err).toBe("");
    return (JSON.parse(out).findings as { rule: string }[]).map(({ rule }) => rule);
  };

  it.each(["--lexicon", "--settings"])("%s 词表.json is read with by proofread", async (option) => {
    const file = await put(folder.path(`通报${option}.txt`), NOTICE);
    const lexicon = { statuses: { 过关: "已完成" }, pending: ["排着队"] };
    const words = await put(folder.path(`通报词表${option}.json`), JSON.stringify({ lexicon }));
    const both = ["status-conflict", "done-but-pending"];
    expect(await rulesOf(file)).not.toEqual(expect.arrayContaining(both));
    expect(await rulesOf(option, words, file)).toEqual(expect.arrayContaining(both));
  });

  it("is read with by extract", async () => {
    const file = await put(folder.path("旧通报.txt"), NOTICE.replace("此项问题正在整改。", ""));
    const words = await put(folder.path("旧词表.json"), JSON.stringify({ lexicon: { statuses: { 过关: "已完成" } } }));
    const statusesOf = async (name: string, ...args: string[]) => {
      const table = folder.path(name);
      expect(await runCli(["extract", ...args, file, "-o", table])).toMatchObject({ status: 0, err: "" });
      const { out } = await runCli(["tally", "--format", "json", "--as-of", "2025-11-30", table]);
      return JSON.parse(out).kinds[0].byStatus;
    };
    expect(await statusesOf("无词表.xlsx")).toMatchObject({ done: 0, unknown: 1 });
    expect(await statusesOf("有词表.xlsx", "--lexicon", words)).toMatchObject({ done: 1, unknown: 0 });
  });
});
