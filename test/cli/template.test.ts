/** taizhang template, and the last period of taizhang summary. */
import { readFile } from "node:fs/promises";
import { expectOneSentence, makeFolder, put, putLedger, runCli } from "./run-cli";

let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

describe("taizhang template", () => {
  it("writes the template, asks on stderr, and takes answers", async () => {
    const ledger = await putLedger(folder.path("台账.xlsx"));
    const text = await put(folder.path("上月.txt"), "反馈问题9个，已完成5个，未完成4个，召开会议3次。\n");
    const asked = await runCli(["template", text, "--ledger", ledger, "--strict"]);
    expect(asked.status).toBe(1);
    expect(asked.out).toBe("反馈问题{反馈问题.总数}个，已完成{反馈问题.已完成}个，未完成4个，召开会议3次。\n");
    expect(asked.err).toContain("第3个数「4」请确认");
    expect(asked.err).toContain("--answer 3=1");
    expect(asked.err).toContain("第4个数「3」留作文字：没有认出是台账里的哪个数。");

    const out = folder.path("模板.txt");
    const made = await runCli(["template", text, "--ledger", ledger, "--answer", "3=1", "-o", out]);
    expect(made.status).toBe(0);
    expect(await readFile(out, "utf8")).toContain("未完成{反馈问题.其余}个");
    const written = await runCli(["summary", ledger, "--template", out]);
    expect(written.out).toBe("反馈问题4个，已完成2个，未完成2个，召开会议3次。\n");
  });

  it("prints one object with every figure", async () => {
    const ledger = await putLedger(folder.path("台账2.xlsx"));
    const text = await put(folder.path("上月2.txt"), "反馈问题9个，近3个正在整改。");
    const { out } = await runCli(["template", text, "--ledger", ledger, "--format", "json"]);
    const json = JSON.parse(out) as {
      template: string;
      figures: { status: string; place: string | null; why: string | null }[];
    };
    expect(json.template).toBe("反馈问题{反馈问题.总数}个，近3个正在整改。");
    expect(json.figures.map(({ status, place, why }) => [status, place, why])).toEqual([
      ["place", "反馈问题.总数", null],
      ["fixed", null, "approximate"],
    ]);
  });

  it("says in one sentence what is missing", async () => {
    const ledger = await putLedger(folder.path("台账3.xlsx"));
    const text = await put(folder.path("上月3.txt"), "反馈问题9个。");
    for (const argv of [
      ["template", text],
      ["template", "--ledger", ledger],
      ["template", text, "--ledger", ledger, "--answer", "9=1"],
      ["template", text, "--ledger", ledger, "--last", folder.path("没有.xlsx")],
      ["summary", ledger, "--old-as-of", "2025-13-01"],
    ]) {
      const { status, out, err } = await runCli(argv);
      expect([argv.join(" "), status, out]).toEqual([argv.join(" "), 2, ""]);
      expectOneSentence(err);
    }
  });

  it("compares with the ledger behind --last, and says so where it is missing", async () => {
    const ledger = await putLedger(folder.path("台账4.xlsx"));
    const template = await put(folder.path("模板4.txt"), "较上期新增完成{反馈问题.较上期新增完成}个。");
    const without = await runCli(["summary", ledger, "--template", template]);
    expect(without.status).toBe(2);
    expect(without.err).toContain("--last");
    const { out, status } = await runCli(["summary", ledger, "--template", template, "--last", ledger]);
    expect([status, out]).toEqual([0, "较上期新增完成0个。\n"]);
    // A kept period serves as its ledger does; one that is later is refused.
    const kept = folder.path("2025-09.json");
    await runCli(["snapshot", ledger, "-o", kept, "--as-of", "2025-09-30"]);
    const asOf = ["--as-of", "2025-10-31"];
    const again = await runCli(["summary", ledger, "--template", template, "--last", kept, ...asOf]);
    expect([again.status, again.out]).toEqual([0, "较上期新增完成0个。\n"]);
    const swapped = await runCli(["summary", ledger, "--template", template, "--last", kept, "--as-of", "2025-08-31"]);
    expect(swapped.status).toBe(2);
    expectOneSentence(swapped.err);
  });
});

describe("templates by name", () => {
  it("come from a word list or the settings, and travel with taizhang lexicon", async () => {
    const ledger = await putLedger(folder.path("名.xlsx"));
    const words = await put(folder.path("词表.json"), '{"templates":{"月报":"反馈问题{反馈问题.总数}个。"}}');
    const settings = await put(folder.path("设置.json"), '{"templates":{"年报":"共{反馈问题.总数}个。"}}');
    const options = ["--lexicon", words, "--settings", settings];
    expect((await runCli(["summary", ledger, "--template", "月报", ...options])).out).toBe("反馈问题4个。\n");
    expect((await runCli(["summary", ledger, "--template", "年报", ...options])).out).toBe("共4个。\n");
    const wrong = await runCli(["summary", ledger, "--template", "季报", ...options]);
    expect(wrong.status).toBe(2);
    expect(wrong.err).toContain("年报、月报");
    expectOneSentence(wrong.err);
    const { out } = await runCli(["lexicon", ledger, ...options]);
    expect(JSON.parse(out)).toMatchObject({
      templates: { 月报: "反馈问题{反馈问题.总数}个。", 年报: "共{反馈问题.总数}个。" },
    });
  });

  it("that are no text are told in one sentence", async () => {
    const ledger = await putLedger(folder.path("错.xlsx"));
    const words = await put(folder.path("错.json"), '{"templates":{"月报":3}}');
    const { status, err } = await runCli(["summary", ledger, "--lexicon", words]);
    expect(status).toBe(2);
    expect(err).toContain("templates.月报");
    expectOneSentence(err);
  });
});

describe("taizhang fill", () => {
  it("fills a workbook, says what is open, and overwrites nothing", async () => {
    const ledger = await putLedger(folder.path("填.xlsx"));
    const form = await putLedger(folder.path("报表.xlsx"), [
      {
        name: "表",
        values: [
          ["总数", "{反馈问题.总数}"],
          ["填报人", "{填报人}"],
          ["单位", "{单位全称}"],
        ],
      },
    ]);
    const out = folder.path("报表-已填.xlsx");
    const facts = await put(folder.path("要素.json"), '{"单位全称":"某县某局"}');
    const argv = ["fill", form, "--ledger", ledger, "--facts", facts, "-o", out];
    const first = await runCli(argv);
    expect([first.status, first.out]).toEqual([0, `已填2处，写入「${out}」。\n`]);
    expect(first.err).toContain("没有内容可填：填报人");
    expect((await runCli([...argv.slice(0, -1), folder.path("严.xlsx"), "--strict"])).status).toBe(1);
    const again = await runCli(argv);
    expect(again.status).toBe(2);
    expectOneSentence(again.err);
  });

  it("refuses in one sentence what is no form, and where the output is another kind of file", async () => {
    const ledger = await putLedger(folder.path("填2.xlsx"));
    const text = await put(folder.path("报表.txt"), "{反馈问题.总数}");
    const word = await put(folder.path("报表.docx"), "不是文档");
    for (const argv of [
      ["fill"],
      ["fill", ledger],
      ["fill", text, "--ledger", ledger, "-o", folder.path("出.xlsx")],
      ["fill", word, "--ledger", ledger, "-o", folder.path("出.docx")],
      ["fill", word, "--ledger", ledger, "-o", folder.path("出.xlsx")],
      ["fill", ledger, "--ledger", ledger, "-o", folder.path("出.xlsx")],
    ]) {
      const { status, err } = await runCli(argv);
      expect([argv.join(" "), status]).toEqual([argv.join(" "), 2]);
      expectOneSentence(err);
    }
  });
});
