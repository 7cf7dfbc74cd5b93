/** remind and close: what stands in the folder, what is refused, and that nothing is written by half. */
import { readdir, readFile } from "node:fs/promises";
import { openFile } from "../../src/hosts/file/node";
import { expectOneSentence, makeFolder, put, runCli } from "./run-cli";

const HEAD = "序号,反馈问题,责任单位,责任领导,整改时限,整改状态,整改进展,完成时间,佐证材料";
const ROWS = [
  "1,某制度执行不到位,县甲局,甲某,2025年6月30日,正在整改,正在办理,,",
  '2,"=HYPERLINK(""http://x"",""y"")",../x,乙某,2025年7月31日,未完成,,,',
  "3,<b>资金闲置</b>,县甲局,甲某,2025年6月30日,已完成,已全部盘活。,2025年5月8日,会议纪要",
  "4,某平台未建成,县乙局,丙某,2025年6月30日,已完成,已建成。,,验收报告",
];

let folder: Awaited<ReturnType<typeof makeFolder>>;
let ledger: string;
beforeAll(async () => {
  folder = await makeFolder();
  ledger = await put(folder.path("台账.csv"), `${HEAD}\n${ROWS.join("\n")}\n`);
});
afterAll(() => folder.remove());

it("writes letters and their register, and goes on from it", async () => {
  const facts = folder.path("要素.json");
  const example = await runCli(["remind", "--facts-example"]);
  expect(example.status).toBe(0);
  await put(facts, example.out);
  const dir = folder.path("督办");
  const first = await runCli(["remind", ledger, "-o", dir, "--facts", facts, "--format", "json"]);
  expect(first.status).toBe(0);
  const json = JSON.parse(first.out) as {
    letters: { docx: string; number: string; items: unknown[] }[];
    register: string;
  };
  expect(json.letters.map(({ number }) => number)).toEqual(["×整改办督〔2025〕1号", "×整改办督〔2025〕2号"]);
  expect((await readdir(dir)).sort()).toEqual(
    [...json.letters.map(({ docx }) => docx.slice(dir.length + 1)), "督办登记表.xlsx"].sort(),
  );
  for (const { docx } of json.letters) {
    const proof = await runCli(["proofread", docx, "--format", "json"]);
    expect(
      (JSON.parse(proof.out) as { findings: { rule: string }[] }).findings.filter(
        ({ rule }) => rule !== "word-residue",
      ),
    ).toEqual([]);
  }
  const again = await runCli([
    "remind",
    ledger,
    "-o",
    folder.path("再督办"),
    "--facts",
    facts,
    "--register",
    json.register,
    "--format",
    "json",
  ]);
  expect((JSON.parse(again.out) as typeof json).letters[0]?.number).toBe("×整改办督〔2025〕3号");
  const grids = await (await openFile(folder.path("再督办/督办登记表.xlsx"))).read.grids();
  expect(grids[0]?.values).toHaveLength(6);
});

it("says which open items no deadline tells to be late, in letters and in counts", async () => {
  const file = await put(
    folder.path("看不出.csv"),
    `${HEAD}\n1,某问题,县甲局,甲某,2025年9月31日,正在整改,,,\n2,某事项,县甲局,甲某,国庆前,已完成,,,\n`,
  );
  const told = "有 1 项未完成、时限看不出是哪一天（序号 1），没有算作超期";
  expect((await runCli(["remind", file, "-o", folder.path("看不出")])).err).toContain(told);
  expect((await runCli(["tally", file])).err).toContain(told);
});

it("writes no letter where nothing is late, and says so", async () => {
  const dir = folder.path("没有");
  const ran = await runCli(["remind", ledger, "-o", dir, "--as-of", "2025-01-01"]);
  expect(ran).toMatchObject({ status: 0, out: "没有超期的事项，没有写函。\n" });
  await expect(readdir(dir)).rejects.toThrow();
});

it("closes what nothing holds back, and tells the rest with its rule", async () => {
  await put(folder.path("佐证/3-纪要.pdf"), "x");
  const dir = folder.path("销号");
  const ran = await runCli([
    "close",
    ledger,
    "-o",
    dir,
    "--evidence",
    folder.path("佐证"),
    "--format",
    "json",
    "--strict",
  ]);
  expect(ran.status).toBe(1);
  const json = JSON.parse(ran.out) as { closed: { docx: string; evidence: string[] }[]; refused: { why: string[] }[] };
  expect(json.closed).toMatchObject([
    { number: "3", docx: `${dir}/3-县甲局-销号审批表.docx`, evidence: [`${folder.path("佐证")}/3-纪要.pdf`] },
  ]);
  expect(json.refused).toMatchObject([{ number: "4", why: ["done-without-date", "evidence-not-found"] }]);
  expect((await readdir(dir)).sort()).toEqual(
    ["3-县甲局-销号审批表.docx", "佐证材料目录.xlsx", "销号公示清单.docx"].sort(),
  );
  const files = (await (await openFile(`${dir}/佐证材料目录.xlsx`)).read.grids())[1];
  expect(JSON.stringify(files?.values)).toContain("2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881");
  expect(await readFile(folder.path("佐证/3-纪要.pdf"), "utf8")).toBe("x");
});

it.each([["remind"], ["close"]])("%s overwrites nothing and writes nothing by half", async (command) => {
  const dir = folder.path(`占用-${command}`);
  const held = command === "remind" ? "督办登记表.xlsx" : "销号公示清单.docx";
  await put(`${dir}/${held}`, "mine");
  const ran = await runCli([command, ledger, "-o", dir]);
  expect(ran.status).toBe(2);
  expectOneSentence(ran.err);
  expect(await readdir(dir)).toEqual([held]);
  expect(await readFile(`${dir}/${held}`, "utf8")).toBe("mine");
});

it("wants a column of units for letters", async () => {
  const bare = await put(
    folder.path("无单位.csv"),
    "序号,反馈问题,整改时限,整改状态\n1,某制度执行不到位,2025年6月30日,正在整改\n",
  );
  const ran = await runCli(["remind", bare, "-o", folder.path("无")]);
  expect(ran.status).toBe(2);
  expect(ran.err).toContain("责任单位");
});

it.each([
  [["remind", "--register"], "不是督办登记表"],
  [["remind", "--facts"], "不是有效的 JSON"],
])("says what is wrong with %j", async ([command = "", option = ""], words) => {
  const ran = await runCli([command, ledger, "-o", folder.path("错"), option, ledger]);
  expect(ran.status).toBe(2);
  expect(ran.err).toContain(words);
});
