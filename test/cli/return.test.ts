/** return: what stands in the folder, from a ledger and from a folder of them, and that nothing is written by half. */
import { readdir, readFile } from "node:fs/promises";
import { unzipSync } from "fflate";
import { openFile } from "../../src/hosts/file/node";
import { expectOneSentence, makeFolder, put, runCli } from "./run-cli";

const HEAD = "序号,反馈问题,责任单位,整改时限,整改状态,完成时间,佐证材料";
const LEDGER = [
  '1,"=HYPERLINK(""http://x"",""y"")",县甲局,2025年6月30日,搞定了吗,2025年5月8日,纪要',
  "2,<b>资金闲置</b>&'x']]>,../x,2025年13月31日,未完成,,",
  `3,${"长".repeat(32_767)},县甲局,2025年6月30日,已完成,,纪要`,
  "4,某平台未建成,县乙局,2025年6月30日,已完成,2025年5月8日,验收报告",
  "5,某制度没有落实,,2025年6月30日,已完成,2025年5月8日,纪要",
];

let folder: Awaited<ReturnType<typeof makeFolder>>;
let ledger: string;
beforeAll(async () => {
  folder = await makeFolder();
  ledger = await put(folder.path("台账.csv"), `${HEAD}\n${LEDGER.join("\n")}\n`);
});
afterAll(() => folder.remove());

interface Json {
  readonly letters: readonly { unit: string; docx: string; xlsx: string | null; rows: number; findings: number }[];
  readonly clean: readonly string[];
  readonly noUnit: { readonly rows: number; readonly findings: number };
}

async function returned(args: readonly string[]) {
  const ran = await runCli(["return", ...args, "--format", "json"]);
  return { ...ran, json: JSON.parse(ran.out) as Json };
}

it("writes a letter and a workbook for each unit, texts as texts, and gives check's findings", async () => {
  const dir = folder.path("退回");
  const { status, err, json } = await returned([ledger, "-o", `${dir}/`]);
  expect({ status, err }).toEqual({ status: 0, err: "" });
  expect(json).toEqual({
    schema: 1,
    letters: [
      { unit: "县甲局", docx: `${dir}/县甲局-修改意见.docx`, xlsx: `${dir}/县甲局-待修改.xlsx`, rows: 2, findings: 2 },
      { unit: "x", docx: `${dir}/x-修改意见.docx`, xlsx: `${dir}/x-待修改.xlsx`, rows: 1, findings: 1 },
    ],
    clean: ["县乙局"],
    noUnit: { rows: 1, findings: 1 },
  });
  expect((await readdir(dir)).sort()).toEqual(
    ["x-修改意见.docx", "x-待修改.xlsx", "县甲局-修改意见.docx", "县甲局-待修改.xlsx"].sort(),
  );
  const checked = await runCli(["check", ledger, "--format", "json", "--fail-on", "warning"]);
  const { findings } = JSON.parse(checked.out) as { findings: { severity: string }[] };
  const told = json.letters.reduce((sum, letter) => sum + letter.findings, json.noUnit.findings);
  expect(told).toBe(findings.filter(({ severity }) => severity !== "info").length);
  const grid = (await (await openFile(json.letters[0]!.xlsx!)).read.grids())[0]!;
  expect(grid.values.map((row) => String(row[1]).length)).toEqual([4, 26, 32_767]);
  const parts = unzipSync(await readFile(json.letters[0]!.xlsx!));
  for (const [name, bytes] of Object.entries(parts))
    if (/sheet\d+\.xml$/.test(name)) expect(Buffer.from(bytes).toString("utf8")).not.toMatch(/<f[ >]/u);
  for (const { docx } of json.letters) {
    const proof = await runCli(["proofread", docx, "--format", "json"]);
    const said = JSON.parse(proof.out) as { findings: { rule: string; quote: string | null }[] };
    // The wrong day is quoted: it is what the letter is about.
    const ours = said.findings.filter(({ rule, quote }) => rule !== "word-residue" && quote !== "2025年13月31日");
    expect(ours).toEqual([]);
  }
});

it("returns errors only, with the facts of letters", async () => {
  const facts = await put(folder.path("要素.json"), JSON.stringify({ 发文单位: "××县某办", 反馈期限: "2025-12-10" }));
  const dir = folder.path("只退错误");
  const { json } = await returned([ledger, "-o", dir, "--level", "error", "--facts", facts]);
  expect(json.letters.map(({ unit, findings }) => [unit, findings])).toEqual([
    ["县甲局", 1],
    ["x", 1],
  ]);
  const text = unzipSync(await readFile(json.letters[0]!.docx))["word/document.xml"]!;
  const said = Buffer.from(text).toString("utf8");
  expect(said).toContain("××县某办");
  expect(said).toContain("2025年12月10日");
  expect(said).toContain("【待补充：联系人】");
  expect(said).not.toContain("【待补充：发文单位】");
});

it("gives each file of a folder back to who sent it, and tells what cannot be read", async () => {
  const home = folder.path("报送");
  const line = (unit: string) => `整改台账,,,,,,\n填报单位：${unit},,,,,,\n`;
  await put(`${home}/2.csv`, `${line("县丙中心")}${HEAD}\n${LEDGER[0]}\n`);
  await put(`${home}/1.csv`, `${line("县丁中心")}${HEAD}\n${LEDGER[3]!.replace(/^4/, "1")}\n`);
  await put(`${home}/多单位.csv`, `${HEAD}\n${LEDGER[0]}\n${LEDGER[1]}\n`);
  await put(`${home}/坏.xlsx`, "no workbook");
  const { status, err, json } = await returned([home, "-o", folder.path("退回各单位")]);
  expect(status).toBe(2);
  expect(err).toContain("坏.xlsx");
  expect(json.letters.map(({ unit }) => unit)).toEqual(["县丙中心", "县甲局", "x"]);
  expect(json.clean).toEqual(["县丁中心"]);
});

it("writes nothing where nothing is wrong, and says so", async () => {
  const right = await put(folder.path("无误.csv"), `${HEAD}\n${LEDGER[3]!.replace(/^4/, "1")}\n`);
  const dir = folder.path("无");
  const ran = await runCli(["return", right, "-o", dir]);
  expect(ran).toEqual({ status: 0, err: "", out: "没有要退回单位修改的行，没有写文件。\n没有问题的单位：县乙局。\n" });
  await expect(readdir(dir)).rejects.toThrow();
  const en = await runCli(["return", right, "-o", dir, "--lang", "en"]);
  expect(en.out).toBe("No unit has rows to correct, so nothing was written.\nUnits with nothing to correct: 县乙局.\n");
});

it("overwrites nothing and writes nothing by half", async () => {
  const dir = folder.path("占用");
  await put(`${dir}/x-待修改.xlsx`, "mine");
  const ran = await runCli(["return", ledger, "-o", dir]);
  expect(ran.status).toBe(2);
  expectOneSentence(ran.err);
  expect(await readdir(dir)).toEqual(["x-待修改.xlsx"]);
});

it.each([
  ["no column of units", ["无单位.csv"], "责任单位"],
  ["two inputs", ["台账.csv", "台账.csv"], "一份台账或一个文件夹"],
  ["a file that is no ledger", ["空.csv"], "空.csv"],
  ["a level that is none", ["台账.csv", "--level", "overdue"], "overdue"],
  ["facts that are none", ["台账.csv", "--facts", "要素2.json"], "发文单"],
])("says in one sentence what is wrong: %s", async (_what, [file = "", ...more], words) => {
  await put(folder.path("无单位.csv"), "序号,反馈问题,整改时限,整改状态\n1,某制度没有落实,2025年6月30日,什么\n");
  await put(folder.path("空.csv"), "");
  await put(folder.path("要素2.json"), '{"发文单":"某办"}');
  const paths = [file, ...more].map((name) => (/\.(?:csv|json)$/.test(name) ? folder.path(name) : name));
  const ran = await runCli(["return", ...paths, "-o", folder.path("错")]);
  expect(ran.status).toBe(2);
  expect(ran.out).toBe("");
  expectOneSentence(ran.err);
  expect(ran.err).toContain(words);
  await expect(readdir(folder.path("错"))).rejects.toThrow();
});
