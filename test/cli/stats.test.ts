/** taizhang stats --in-ledger: the sheets in a copy of the ledger. */
import { readFile } from "node:fs/promises";
import { strFromU8, unzipSync } from "fflate";
import { expectOneSentence, makeFolder, put, putLedger, runCli } from "./run-cli";

let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

const ROWS = [
  ["××县整改台账"],
  ["序号", "反馈问题", "责任单位", "整改时限", "整改状态"],
  [1, "某问题没有整改", "甲科", "2025年6月底前", "已完成"],
  [2, "某事项没有办结", "乙科", "2025年7月底前", "正在整改"],
];
const AS_OF = ["--as-of", "2025-11-28"];
const sheetNames = async (path: string) =>
  [...strFromU8(unzipSync(await readFile(path))["xl/workbook.xml"]!).matchAll(/<sheet [^>]*?name="([^"]*)"/g)].map(
    ([, name]) => name,
  );

it("adds them to a copy that counts as the ledger does, renews them, and a clean copy is without", async () => {
  const file = await putLedger(folder.path("台账.xlsx"), [{ name: "台账", values: ROWS }]);
  const before = await readFile(file);
  const out = folder.path("台账-统计.xlsx");
  const ran = await runCli(["stats", file, "--in-ledger", "-o", out, ...AS_OF, "--format", "json"]);
  expect([ran.status, ran.err]).toEqual([0, ""]);
  expect(await readFile(file)).toEqual(before);
  expect(await sheetNames(out)).toEqual(["台账", "统计表", "数据"]);
  const [was, is] = [unzipSync(before), unzipSync(await readFile(out))];
  expect(is["xl/worksheets/sheet1.xml"]).toEqual(was["xl/worksheets/sheet1.xml"]);
  const counts = async (path: string) => {
    const { file: _file, ...told } = JSON.parse((await runCli(["tally", path, ...AS_OF, "--format", "json"])).out);
    return told;
  };
  expect(await counts(out)).toEqual(await counts(file));
  const again = folder.path("再-统计.xlsx");
  expect((await runCli(["stats", out, "--in-ledger", "-o", again, ...AS_OF])).status).toBe(0);
  expect(await sheetNames(again)).toEqual(["台账", "统计表", "数据"]);
  const clean = folder.path("报送.xlsx");
  expect((await runCli(["clean", again, "-o", clean])).status).toBe(0);
  expect(await sheetNames(clean)).toEqual(["台账"]);
});

it("says so in one sentence where the ledger can take no sheet", async () => {
  const file = await put(folder.path("台账.csv"), "序号,反馈问题,责任单位,整改状态\n1,某问题没有整改,甲科,已完成\n");
  const ran = await runCli(["stats", file, "--in-ledger", "-o", folder.path("不能.xlsx")]);
  expect(ran.status).toBe(2);
  expectOneSentence(ran.err);
  expect(ran.err).toContain("--in-ledger");
});
