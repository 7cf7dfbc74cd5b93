/** taizhang notice and taizhang signoff. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createHash } from "node:crypto";
import { strFromU8, unzipSync } from "fflate";
import { expectOneSentence, makeFolder, put, putLedger, runCli } from "./run-cli";

let folder: Awaited<ReturnType<typeof makeFolder>>;
let ledger: string;
beforeAll(async () => {
  folder = await makeFolder();
  ledger = await putLedger(folder.path("台账.xlsx"));
});
afterAll(() => folder.remove());

function wordText(bytes: Uint8Array): string {
  const xml = strFromU8(unzipSync(bytes)["word/document.xml"]!);
  return Array.from(xml.matchAll(/<w:t[^>]*>([^<]*)</gu), ([, text]) => text).join("");
}

describe("notice", () => {
  it("prints an example of the form that it accepts", async () => {
    const example = await runCli(["notice", "--facts-example"]);
    expect(example.status).toBe(0);
    const facts = await put(folder.path("要素.json"), example.out);
    const out = folder.path("通报.docx");
    const ran = await runCli(["notice", ledger, "-o", out, "--facts", facts, "--style", "phased"]);
    expect(ran.status).toBe(0);
    expect(ran.out).toBe(`已写入「${out}」。\n`);
    expect(wordText(await readFile(out))).toContain("中共××县某某局党组关于巡察整改进展情况的通报");
    expect(ran.err).toContain("【待补充】");
  });

  it.each(["txt", "md", "html"])("writes .%s", async (ending) => {
    const out = folder.path(`通报.${ending}`);
    expect((await runCli(["notice", ledger, "-o", out])).status).toBe(0);
    expect(await readFile(out, "utf8")).toContain("待补充：党组织");
  });

  it("tells what the ledger states of itself and its 填报时间, and takes it with --from-ledger", async () => {
    const csv = await put(
      folder.path("载明.csv"),
      [
        "××县某局党组巡察反馈问题整改台账,,,,",
        "填报单位：××县某局,,,填报时间：2025.11.20,",
        "序号,反馈问题,责任单位,整改时限,整改状态",
        "1,制度不健全,办公室,2025年9月底前,已完成",
        "2,检查不到位,财务股,2025年12月底前,正在整改",
      ].join("\n"),
    );
    const told = await runCli(["notice", csv, "-o", folder.path("载明1.txt")]);
    expect(told.err).toContain(
      "台账载明、要素未填：单位全称：××县某局；党组织：党组；标题事由：巡察反馈问题整改情况。",
    );
    expect(told.err).toContain("台账填报时间是2025年11月20日");
    expect(told.err).toContain("--as-of 2025-11-20");
    expect(await readFile(folder.path("载明1.txt"), "utf8")).toContain("【待补充：单位全称】");

    const out = folder.path("载明2.txt");
    const taken = await runCli(["notice", csv, "-o", out, "--from-ledger", "--as-of", "2025-11-20"]);
    expect(taken.status).toBe(0);
    expect(taken.err).not.toMatch(/台账载明|填报时间/u);
    const text = await readFile(out, "utf8");
    expect(text).toContain("中共××县某局党组\n关于巡察反馈问题整改情况的通报\n");
    expect(text).toContain("截至2025年11月20日");

    const facts = await put(folder.path("载明.json"), '{"单位全称":"另一单位"}');
    const own = folder.path("载明3.txt");
    await runCli(["notice", csv, "-o", own, "--from-ledger", "--facts", facts]);
    expect(await readFile(own, "utf8")).toContain("中共另一单位党组\n");

    const sheet = folder.path("载明.html");
    expect((await runCli(["signoff", csv, "-o", sheet, "--from-ledger"])).status).toBe(0);
    expect(await readFile(sheet, "utf8")).toContain("填报单位：××县某局");
  });

  it("never overwrites", async () => {
    const out = await put(folder.path("已有.txt"), "原来的内容");
    const ran = await runCli(["notice", ledger, "-o", out]);
    expect(ran.status).toBe(2);
    expectOneSentence(ran.err);
    expect(await readFile(out, "utf8")).toBe("原来的内容");
  });

  it.each([
    [["-o", "a.pdf"], /应以 \.docx、\.txt、\.md、\.html 结尾/],
    [[], /请用 -o 指定写入的文件/],
    [["-o", "a.txt", "--list", "来信"], /--list 只能是/],
    [["-o", "a.txt", "--style", "phase"], /phased/],
    [["-o", "a.txt", "--template", "红头.docx"], /Word 模板只能写出 \.docx/],
  ])("refuses %j", async (args, sentence) => {
    const ran = await runCli(["notice", ledger, ...args]);
    expect(ran.status).toBe(2);
    expectOneSentence(ran.err);
    expect(ran.err).toMatch(sentence);
  });

  it("refuses a mobile number and writes nothing", async () => {
    const facts = await put(folder.path("手机.json"), '{"联系电话": "13800000000"}');
    const out = folder.path("不应写出.docx");
    const ran = await runCli(["notice", ledger, "-o", out, "--facts", facts]);
    expect(ran.status).toBe(2);
    expect(ran.err).toMatch(/个人手机号码.*固定电话/);
    expect(existsSync(out)).toBe(false);
  });

  it("wants one ledger, not a folder of them", async () => {
    const ran = await runCli(["notice", ledger, ledger, "-o", folder.path("x.docx")]);
    expect(ran.status).toBe(2);
    expect(ran.err).toMatch(/一次只能处理一份台账/);
  });
});

describe("signoff", () => {
  it("writes the sheet with the hash of the file", async () => {
    const out = folder.path("签批单.docx");
    const ran = await runCli(["signoff", ledger, "-o", out, "--set", "巡察组=县委第九巡察组"]);
    expect(ran.status).toBe(0);
    const bytes = await readFile(out);
    const text = wordText(bytes);
    const foot = strFromU8(unzipSync(bytes)["word/footer1.xml"]!);
    const hash = createHash("sha256")
      .update(await readFile(ledger))
      .digest("hex");
    for (const part of ["整改台账核验签批单", "县委第九巡察组反馈的", "填表人", "主要负责人"]) {
      expect(text).toContain(part);
    }
    for (const part of ["台账.xlsx", hash]) expect(foot).toContain(part);
    // The ledger names no unit of its own, and no form was given.
    expect(text.match(/【待补充：[^】]*】/gu)).toEqual(["【待补充：单位全称】"]);
  });

  it("takes who came by the name that it asks for", async () => {
    const audit = await put(
      folder.path("审计.csv"),
      "\uFEFF某局审计整改台账\n序号,审计发现问题,责任单位,整改时限,整改状态\n1,账实不符,财务科,2025-06-30,已完成\n",
    );
    const asked = await runCli(["signoff", audit, "-o", folder.path("问.html")]);
    expect(asked.err).toContain("可加 --set 审计组=…。");
    const told = await runCli(["signoff", audit, "-o", folder.path("答.html"), "--set", "审计组=县审计局第九组"]);
    expect(told.err).not.toContain("--set");
    expect(await readFile(folder.path("答.html"), "utf8")).toContain("县审计局第九组");
    const summary = await runCli(["summary", audit, "--set", "审计组=县审计局第九组"]);
    expect(summary).toMatchObject({ err: "", out: expect.stringMatching(/^县审计局第九组反馈的1个/) });
  });

  it("is called by unit and month in a folder", async () => {
    const facts = await put(folder.path("单位.json"), '{"单位全称":"××县某局"}');
    await put(folder.path("签批", "说明.txt"), "");
    const ran = await runCli([
      "signoff",
      ledger,
      "-o",
      `${folder.path("签批")}/`,
      "--facts",
      facts,
      "--as-of",
      "2025-12-22",
    ]);
    expect(ran.status).toBe(0);
    expect(existsSync(folder.path("签批", "××县某局2025年12月核验签批单.docx"))).toBe(true);
  });

  it("writes print HTML and names open variables", async () => {
    const out = folder.path("签批单.html");
    const ran = await runCli(["signoff", ledger, "-o", out]);
    expect(ran.status).toBe(0);
    expect(ran.err).toContain("巡察组");
    expect(await readFile(out, "utf8")).toContain("@page");
  });
});

describe("print", () => {
  it("writes the ledger for A3, every item in a group of its own", async () => {
    const out = folder.path("打印.html");
    const ran = await runCli(["print", ledger, "-o", out]);
    expect(ran).toMatchObject({ status: 0, err: "" });
    expect(ran.out).toMatch(/已写入「.*打印\.html」/);
    const html = await readFile(out, "utf8");
    expect(html).toContain("size: A3 landscape");
    expect(html).toContain("<thead>");
    const { status, err } = await runCli(["print", ledger, "-o", out]);
    expect({ status, err }).toEqual({ status: 2, err: expect.stringContaining("不会覆盖") as string });
  });

  it("writes the rates as a page and as a picture", async () => {
    const page = folder.path("完成率.html");
    const picture = folder.path("完成率.svg");
    for (const out of [page, picture])
      expect(await runCli(["print", ledger, "--rates", "-o", out])).toMatchObject({ status: 0 });
    expect(await readFile(page, "utf8")).toContain("整改完成率统计");
    expect(await readFile(picture, "utf8")).toMatch(/^<svg [^]*整改完成率统计[^]*50%（2\/4）/u);
  });

  it("takes one ledger and a name that ends in .html", async () => {
    const wrong = await runCli(["print", ledger, "-o", folder.path("打印.pdf")]);
    expect(wrong.status).toBe(2);
    expect(wrong.err).toContain(".html");
    const without = await runCli(["print", ledger]);
    expect(without.status).toBe(2);
    expect(without.err).toContain("-o");
  });

  it.each(["print", "signoff", "notice"])(
    "%s says of a workbook without a ledger that there is none, only",
    async (command) => {
      const file = await put(folder.path(`${command}-无台账.csv`), "甲,乙\n1,2\n");
      const out = folder.path(`${command}-无台账.html`);
      const ran = await runCli([command, file, "-o", out]);
      expect(ran).toMatchObject({ status: 2, out: "" });
      expect(ran.err).toContain("没有找到可核验的台账");
      expect(existsSync(out)).toBe(false);
    },
  );
});
