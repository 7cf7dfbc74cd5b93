import { readdir, readFile, rm } from "node:fs/promises";
import { createNodeInflater } from "../../src/hosts/file/node-zlib";
import { readXlsx } from "../../src/hosts/file/xlsx";
import { expectOneSentence, makeFolder, put, putLedger, runCli } from "./run-cli";

let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

const HEAD = "序号,反馈问题,责任领导,责任单位,整改时限,整改状态\n";
const TWO = `${HEAD}1,某问题,甲某,甲科,2025年6月底前,已完成\n2,某事项,乙某,乙科,2025年7月底前,正在整改\n3,某工作,乙某,,2025年7月底前,正在整改\n`;

it("writes a workbook for each unit into a new folder, and says what names nobody", async () => {
  const file = await put(folder.path("两科.csv"), TWO);
  const dir = folder.path("分发");
  const { status, out, err } = await runCli(["split", file, "-o", `${dir}/`, "--format", "json"]);
  expect(status).toBe(0);
  expect(JSON.parse(out)).toEqual({
    schema: 1,
    file,
    dir,
    by: "unit",
    files: [
      { file: `${dir}/甲科.xlsx`, unit: "甲科", items: { problem: 1 }, rows: 1 },
      { file: `${dir}/乙科.xlsx`, unit: "乙科", items: { problem: 1 }, rows: 1 },
    ],
    noUnit: 1,
  });
  expect(err).toBe("有 1 项没有写明责任单位，没有分发：3。\n");
  expect((await readdir(dir)).sort()).toEqual(["乙科.xlsx", "甲科.xlsx"].sort());
  const { grids } = await readXlsx(await readFile(`${dir}/乙科.xlsx`), { inflater: createNodeInflater() });
  expect(JSON.stringify(grids[0]!.values)).not.toContain("甲科");
});

it("says which unit has no file, for its items are another's too", async () => {
  const file = await put(folder.path("共同.csv"), `${HEAD}1,某问题,甲某,甲科、乙科,2025年6月底前,已完成\n`);
  expect((await runCli(["split", file, "-o", folder.path("共同")])).err).toBe(
    "乙科没有单独的文件：与别的单位（领导）共同负责的事项，在先写的那一个的文件里。\n",
  );
});

it("splits by leader, in both languages of its answer", async () => {
  const file = await put(folder.path("领导.csv"), TWO);
  const zh = await runCli(["split", file, "--by", "leader", "-o", folder.path("领导")]);
  expect(zh.out).toContain("2 份，共 3 项");
  const en = await runCli(["split", file, "--by", "leader", "-o", folder.path("leaders"), "--lang", "en"]);
  expect(en.out).toContain("Wrote 2 workbooks with 3 items");
});

it("fails with --strict where an item names no unit", async () => {
  const file = await put(folder.path("严.csv"), TWO);
  expect((await runCli(["split", file, "-o", folder.path("严"), "--strict"])).status).toBe(1);
});

it("overwrites nothing: with one of the names there nothing is written", async () => {
  const file = await putLedger(folder.path("台账.xlsx"));
  const dir = folder.path("已有");
  expect((await runCli(["split", file, "-o", dir])).status).toBe(0);
  const before = await readdir(dir);
  const [kept, ...others] = before;
  for (const name of others) await rm(`${dir}/${name}`);
  const bytes = await readFile(`${dir}/${kept}`);
  const again = await runCli(["split", file, "-o", dir]);
  expect(again.status).toBe(2);
  expectOneSentence(again.err);
  expect(await readdir(dir)).toEqual([kept]);
  expect(await readFile(`${dir}/${kept}`)).toEqual(bytes);
});

it("writes beside what else stands in a folder", async () => {
  const file = await put(folder.path("旁.csv"), TWO);
  await put(folder.path("旁", "别的.txt"), "别的");
  expect((await runCli(["split", file, "-o", folder.path("旁")])).status).toBe(0);
  expect((await readdir(folder.path("旁"))).sort()).toEqual(["别的.txt", "乙科.xlsx", "甲科.xlsx"].sort());
});

it.each([
  ["no folder", () => ["-o"]],
  ["a way of splitting that is none", () => ["--by", "section", "-o", folder.path("类别")]],
  ["a folder in a folder that is not there", () => ["-o", folder.path("没有", "这里")]],
  ["a file for a folder", () => ["-o", folder.path("文件")]],
])("says in one sentence what is wrong: %s", async (_what, more) => {
  const file = await put(folder.path("错.csv"), TWO);
  await put(folder.path("文件"), "x");
  const { status, out, err } = await runCli(["split", file, ...more()]);
  expect(status).toBe(2);
  expect(out).toBe("");
  expectOneSentence(err);
});

it("names the column to add where no item names a unit", async () => {
  const file = await put(folder.path("无单位.csv"), "序号,反馈问题,整改时限,整改状态\n1,某问题,2025年6月底前,已完成\n");
  const { status, err } = await runCli(["split", file, "-o", folder.path("无单位")]);
  expect(status).toBe(2);
  expect(err).toContain("责任单位");
  expectOneSentence(err);
});
