/** taizhang proofread and taizhang extract. */
import { readFile } from "node:fs/promises";
import { read, utils } from "@e965/xlsx";
import { draftKey, proofreadDraft } from "../../src/app/proofread-draft";
import { makeDocx, paragraph } from "../hosts/file/docx/make-docx";
import { expectOneSentence, makeFolder, put, putLedger, runCli } from "./run-cli";

let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

const DRAFT = [
  "××县某局关于巡察整改进展情况的通报",
  "县委巡察组反馈的12个具体问题，已完成整改9个，正在整改2个。",
  "联系电话：13812345678。",
];

const NOTICE = [
  "××县某局党组关于巡察整改进展情况的通报",
  "根据统一部署，2025年3月3日至3月28日，县委巡察组对某局党组进行了巡察，2025年4月10日反馈了意见。",
  "一、理论学习方面",
  "1.学习制度落实不到位的问题。",
  "整改情况：已完成。一是修订了学习制度。二是开展了专题学习。",
  "2.学用结合不够的问题。",
  "整改情况：正在整改。计划于2026年6月底前完成。",
  "××县某局党组",
  "2025年10月10日",
];

describe("taizhang proofread", () => {
  it("makes a place still to be filled in an error with --final, and only with it", async () => {
    const file = await put(
      folder.path("未定稿.txt"),
      [...NOTICE.slice(0, 4), "整改情况：【待补充：整改措施】。"].join("\n"),
    );
    const open = async (...flags: readonly string[]): Promise<readonly string[]> => {
      const { out } = await runCli(["proofread", "--format", "json", ...flags, file]);
      const found: readonly { readonly severity: string; readonly quote: string }[] = JSON.parse(out).findings;
      return found.filter(({ quote }) => quote.includes("待补充")).map(({ severity }) => severity);
    };
    expect(await open()).not.toContain("error");
    expect(await open("--final")).toContain("error");
  });

  it("prints the contract's object, lines counted from 1", async () => {
    const file = await put(folder.path("稿.txt"), DRAFT.join("\n"));
    const { status, out, err } = await runCli(["proofread", "--format", "json", file]);
    expect([status, err]).toEqual([1, ""]);
    const object = JSON.parse(out);
    expect(Object.keys(object)).toEqual(["schema", "file", "findings", "claims"]);
    expect(object).toMatchObject({ schema: 1, file });
    for (const finding of object.findings) {
      expect(Object.keys(finding).sort()).toEqual(["code", "fix", "line", "message", "quote", "rule", "severity"]);
      expect(DRAFT[finding.line - 1]).toContain(finding.quote);
    }
    expect(object.findings).toContainEqual(
      expect.objectContaining({ rule: "sum-mismatch", severity: "error", line: 2 }),
    );
    expect(object.findings).toContainEqual(
      expect.objectContaining({ rule: "mobile-number", line: 3, fix: { value: "138****5678" } }),
    );
    for (const claim of object.claims) expect(DRAFT[claim.line - 1]).toContain(claim.quote);
  });

  it("takes levels from the settings and ignores from the state file, and says how many", async () => {
    const file = await put(folder.path("忽略稿.txt"), DRAFT.join("\n"));
    const settings = await put(
      folder.path("级别.json"),
      JSON.stringify({ rules: { "mobile-number": "off", "title-missing": "off" } }),
    );
    const id = proofreadDraft(DRAFT, null).findings.find((finding) => finding.rule === "sum-mismatch")?.id;
    const entry = {
      concern: "ignores",
      key: id,
      value: { reason: "另有1个已移交", at: "" },
      version: 1,
      at: "",
      schema: 2,
    };
    const state = await put(
      folder.path("状态.json"),
      JSON.stringify({ version: 2, workbooks: { [draftKey(DRAFT)]: [entry] } }),
    );
    const rulesOf = (out: string) => JSON.parse(out).findings.map((finding: { rule: string }) => finding.rule);
    const args = ["proofread", "--settings", settings, "--state", state, file];
    const json = await runCli([...args, "--format", "json"]);
    expect(rulesOf(json.out)).not.toContain("mobile-number");
    expect(rulesOf(json.out)).not.toContain("sum-mismatch");
    expect((await runCli(args)).out).toContain("；另有 1 条已忽略");
    const wrong = await put(folder.path("错级别.json"), JSON.stringify({ rules: { "mobile-numbers": "off" } }));
    expect((await runCli(["proofread", "--settings", wrong, file])).err).toContain("是否指 mobile-number？");
  });

  it("counts paragraphs in a .docx, a break inside one does not shift them", async () => {
    const body =
      `<w:p><w:r><w:t>${DRAFT[0]}</w:t><w:br/><w:t>（征求意见稿）</w:t></w:r></w:p>` +
      paragraph("") +
      paragraph(DRAFT[1]!.slice(0, 9), DRAFT[1]!.slice(9)) +
      paragraph(DRAFT[2]!);
    const file = await put(folder.path("稿.docx"), makeDocx(body));
    const { out } = await runCli(["proofread", "--format", "json", file]);
    const lines = new Map(JSON.parse(out).findings.map((f: { rule: string; line: number }) => [f.rule, f.line]));
    expect([lines.get("sum-mismatch"), lines.get("mobile-number")]).toEqual([3, 4]);
  });

  it("is readable, and exits by --fail-on", async () => {
    const file = await put(folder.path("读.txt"), DRAFT.join("\n"));
    const { out } = await runCli(["proofread", file]);
    expect(out).toMatch(/^第3行 {2}错误 .*13812345678.*138\*\*\*\*5678.*\[mobile-number\]$/m);
    expect(out).toMatch(/合计：错误 \d+，提醒 \d+，提示 \d+\n$/);
    const english = await runCli(["proofread", "--lang", "en", file]);
    expect(english.out).toMatch(/^line 3 {2}error /m);
    const clean = await put(folder.path("净.txt"), "本局认真落实了各项整改措施。");
    expect((await runCli(["proofread", "--fail-on", "error", clean])).status).toBe(0);
  });

  it("holds it against a ledger", async () => {
    const ledger = await putLedger(folder.path("台账.xlsx"));
    const file = await put(folder.path("对.txt"), "巡察反馈的5个具体问题，已完成整改3个，正在整改2个。");
    const alone = JSON.parse((await runCli(["proofread", "--format", "json", file])).out);
    const held = JSON.parse((await runCli(["proofread", "--format", "json", "--ledger", ledger, file])).out);
    const rules = (object: { findings: { rule: string }[] }) => object.findings.map(({ rule }) => rule);
    expect(rules(alone).some((rule) => rule.startsWith("ledger-"))).toBe(false);
    expect(rules(held).some((rule) => rule.startsWith("ledger-"))).toBe(true);
  });

  it("takes folders: one object a line, and goes on past a file it cannot read", async () => {
    await put(folder.path("夹", "甲.txt"), "截止目前，工作已完成。");
    await put(folder.path("夹", "乙.docx"), "不是 Word 文档");
    await put(folder.path("夹", "丙.docx"), new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]));
    const { status, out, err } = await runCli(["proofread", "--format", "json", folder.path("夹")]);
    const lines = out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines).toHaveLength(3);
    expect(lines.filter((line) => line.error)).toHaveLength(1);
    expect(status).toBe(2);
    expectOneSentence(err);
  });

  it.each([
    ["no file", []],
    ["a missing file", ["没有.txt"]],
    ["a missing ledger", ["净2.txt", "--ledger", "没有.xlsx"]],
  ])("%s is told in one sentence", async (_name, argv) => {
    await put(folder.path("净2.txt"), "通报");
    const { status, out, err } = await runCli([
      "proofread",
      ...argv.map((arg) => (arg.startsWith("-") ? arg : folder.path(arg))),
    ]);
    expect([status, out]).toEqual([2, ""]);
    expectOneSentence(err);
  });
});

describe("taizhang extract", () => {
  it("writes a ledger that reads, counts and says what is unsure", async () => {
    const file = await put(folder.path("旧通报.docx"), makeDocx(NOTICE.map((line) => paragraph(line)).join("")));
    const target = folder.path("提取.xlsx");
    const { status, out, err } = await runCli(["extract", file, "-o", target]);
    expect([status, err]).toEqual([0, ""]);
    expect(out).toContain("反馈问题 2 项（已完成 1，正在整改 1）");
    const tally = JSON.parse((await runCli(["tally", "--format", "json", target])).out);
    expect(tally).toMatchObject({
      asOf: "2025-10-10",
      kinds: [{ kind: "problem", total: 2, byStatus: { done: 1, ongoing: 1 }, measures: null }],
    });
    const { Sheets } = read(await readFile(target), { cellStyles: true });
    const sheet = Sheets["整改台账"]!;
    const header = utils.sheet_to_json<string[]>(sheet, { header: 1 })[2]!;
    const deadline = utils.encode_col(header.indexOf("整改时限"));
    expect(sheet[`${deadline}5`]).toMatchObject({ v: expect.stringContaining("2026年6月底前") });
    expect(JSON.stringify(sheet[`${deadline}5`].c)).toContain("第 7 段");
    // A row an item, its answer whole.
    const progress = utils.encode_col(header.indexOf("整改进展情况"));
    expect(String(sheet[`${progress}4`].v)).toContain("一是");
    expect(String(sheet[`${progress}4`].v)).toContain("二是");
  });

  it("never overwrites, and refuses what lists no items, before it writes", async () => {
    const there = await put(folder.path("在.xlsx"), "已有");
    const file = await put(folder.path("旧.txt"), NOTICE.join("\n"));
    const again = await runCli(["extract", file, "-o", there]);
    expect(again.status).toBe(2);
    expectOneSentence(again.err);
    expect(await readFile(there, "utf8")).toBe("已有");
    const empty = await put(folder.path("空.txt"), "一份没有事项的说明。");
    const none = await runCli(["extract", empty, "-o", folder.path("无.xlsx")]);
    expect(none.status).toBe(2);
    expectOneSentence(none.err);
    await expect(readFile(folder.path("无.xlsx"))).rejects.toThrow("ENOENT");
    for (const argv of [[], [file], [file, file, "-o", "x.xlsx"], [file, "-o", "x.csv"]]) {
      const ran = await runCli(["extract", ...argv]);
      expect(ran.status).toBe(2);
      expectOneSentence(ran.err);
    }
  });
});
