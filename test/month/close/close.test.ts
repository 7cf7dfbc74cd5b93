import fc from "fast-check";
import { unzipSync } from "fflate";
import { formNames } from "../../../src/app/close";
import { runCheck } from "../../../src/check";
import { bookBytes } from "../../../src/hosts/file/node";
import { readWorkbook } from "../../../src/ledger";
import {
  approvalForm,
  closeItems,
  closeJson,
  type Closing,
  evidenceCatalogue,
  type EvidenceFile,
  publicList,
} from "../../../src/month";
import { linesOfPaper } from "../../../src/notice";
import { writePaper } from "../../../src/notice/docx";
import { proofread } from "../../../src/proofread";
import { gridOf } from "../../grid/grid-of";

const AS_OF = { year: 2025, month: 11, day: 28 };
const HEAD = ["序号", "反馈问题", "责任单位", "整改时限", "整改状态", "整改进展", "完成时间", "佐证材料", "是否销号"];
type Row = readonly (string | null)[];

/** A row that nothing holds back, but for what is given. */
function row(number: string, over: { readonly [column: string]: string | null } = {}): Row {
  const made: { [column: string]: string | null } = {
    序号: number,
    反馈问题: `某项制度第${number}处执行不到位`,
    责任单位: "县甲局",
    整改时限: "2025年12月31日",
    整改状态: "已完成",
    整改进展: "已修订制度并组织学习。",
    完成时间: "2025年9月1日",
    佐证材料: `附件${number}`,
    是否销号: "",
    ...over,
  };
  return HEAD.map((head) => made[head] ?? null);
}

async function close(rows: readonly Row[], names: readonly string[] | null = null, head = HEAD): Promise<Closing> {
  const keep = head.map((name) => HEAD.indexOf(name));
  const title = ["××县某局巡察反馈问题整改台账", ...head.slice(1).map(() => "<")];
  const grid = gridOf([title, head, ...rows.map((cells) => keep.map((col) => cells[col] ?? null))]);
  const reading = readWorkbook([grid], { today: AS_OF, asOf: AS_OF });
  const report = await runCheck(reading);
  const files = names?.map((path): EvidenceFile => ({ path, sha256: "0".repeat(64), bytes: 1 })) ?? null;
  return closeItems(reading, { definition: "done", findings: report?.findings ?? [], files });
}

const why = ({ refused }: Closing): unknown =>
  Object.fromEntries(refused.map(({ item, why: reasons }) => [item.number, reasons]));
const numbers = ({ closed }: Closing): string[] => closed.map(({ item }) => item.number);

it.each([
  ["done-without-evidence", row("2", { 佐证材料: "待补" })],
  ["done-without-date", row("2", { 完成时间: null })],
  ["done-in-future", row("2", { 完成时间: "2026年3月1日" })],
  ["done-but-pending-text", row("2", { 整改进展: "尚未完成验收，正在办理。" })],
  ["personal-data", row("2", { 反馈问题: "群众来电13800138000反映某路灯长期不亮" })],
  ["personal-data", row("2", { 反馈问题: "护林员王小明长期不在岗" })],
  ["personal-data", row("2", { 反馈问题: "某窗口电话0000-2345678长期无人接听" })],
  ["personal-data", row("2", { 责任单位: "周小云" })],
])("holds back an item with %s", async (reason, second) => {
  const closing = await close([row("1"), second]);
  expect(numbers(closing)).toEqual(["1"]);
  expect(why(closing)).toEqual({ 2: [reason] });
});

it("holds back every item of a number that is given twice", async () => {
  expect(why(await close([row("1"), row("2"), row("2", { 反馈问题: "另一件事没有落实" })]))).toEqual({
    2: ["number-duplicate"],
  });
});

it.each<[string, string | null, readonly string[]]>([
  ["no day", null, ["done-without-date"]],
  ["a dash", "-", ["done-without-date"]],
  ["a place to be filled", "待补", ["done-without-date"]],
  ["a day", "2025.9.1", []],
])("wants a day of completion: %s", async (_what, day, reasons) => {
  const closing = await close([row("1", { 完成时间: day }), row("2")]);
  expect(why(closing)).toEqual(reasons.length === 0 ? {} : { 1: reasons });
});

it("wants the day of each measure that is done, and of no other", async () => {
  const head = ["序号", "反馈问题", "整改措施", "责任单位", "整改时限", "整改状态", "完成时间", "佐证材料"];
  const build = async (days: readonly [string | null, string | null]) => {
    const title = ["整改台账", ...head.slice(1).map(() => "<")];
    const reading = readWorkbook(
      [
        gridOf([
          title,
          head,
          ["1", "某问题没有落实", "措施一", "县甲局", "2025年12月31日", "已完成", days[0], "纪要"],
          [null, null, "措施二", "县甲局", "2025年12月31日", "已完成", days[1], "纪要"],
        ]),
      ],
      { today: AS_OF, asOf: AS_OF },
    );
    const report = await runCheck(reading);
    return closeItems(reading, { definition: "done", findings: report?.findings ?? [], files: null });
  };
  expect(why(await build(["2025-09-01", null]))).toEqual({ 1: ["done-without-date"] });
  expect(numbers(await build(["2025-09-01", "2025-10-01"]))).toEqual(["1"]);
});

it("leaves the day open in form and list where the ledger has no column of it", async () => {
  const closing = await close(
    [row("1")],
    null,
    HEAD.filter((name) => name !== "完成时间"),
  );
  expect(numbers(closing)).toEqual(["1"]);
  for (const paper of [approvalForm(closing.closed[0]!), publicList(closing.closed)])
    expect(linesOfPaper(paper)).toContain("【待补充：完成时间】");
});

const HOSTILE = [
  '=HYPERLINK("http://x","y")',
  "+1+某",
  "@SUM(A1)",
  "=cmd|' /C calc'!A0",
  "<b>某</b>&'\"]]>",
  "长".repeat(32_767),
];

it.each(HOSTILE.map((text) => [text.slice(0, 30), text] as const))("takes %s as a text", async (_shown, hostile) => {
  const closing = await close([
    row("1", { 反馈问题: hostile, 整改进展: hostile, 佐证材料: hostile, 责任单位: "../x" }),
  ]);
  expect(numbers(closing)).toEqual(["1"]);
  for (const paper of [approvalForm(closing.closed[0]!), publicList(closing.closed)]) {
    const xml = Buffer.from(unzipSync(await writePaper(paper))["word/document.xml"]!).toString("utf8");
    expect(xml).not.toMatch(/<b>|fldSimple|instrText/u);
    for (const line of linesOfPaper(paper)) expect(line.length).toBeLessThan(1000);
  }
  const parts = unzipSync(bookBytes(evidenceCatalogue(closing)));
  for (const [name, bytes] of Object.entries(parts))
    if (name.includes("worksheets")) expect(Buffer.from(bytes).toString("utf8")).not.toMatch(/<f[ >]/u);
  for (const name of formNames(closing)) expect(name).not.toMatch(/[\\/:*?"<>|]/u);
});

it("signs off, holds back or passes over every done item, each once", async () => {
  const any = fc.record({
    整改状态: fc.constantFrom("已完成", "正在整改", "基本完成", "撤销"),
    完成时间: fc.constantFrom("2025年9月1日", null, "2026年9月1日"),
    佐证材料: fc.constantFrom("附件", "", "待补"),
    整改进展: fc.constantFrom("已修订制度。", "尚未完成验收，正在办理。"),
    是否销号: fc.constantFrom("", "已销号", "未销号"),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(any, { minLength: 1, maxLength: 8 }), async (made) => {
      const closing = await close(made.map((over, at) => row(String(at + 1), over)));
      const told = [...closing.closed, ...closing.refused].map(({ item }) => item.number);
      expect(new Set(told).size).toBe(told.length);
      const done = made.flatMap((over, at) => (over.整改状态 === "已完成" ? [String(at + 1)] : []));
      expect(told.length + closing.already).toBe(done.length);
      expect(told.every((number) => done.includes(number))).toBe(true);
      for (const { item } of closing.closed)
        expect(made[Number(item.number) - 1]).toMatchObject({
          完成时间: "2025年9月1日",
          佐证材料: "附件",
          整改进展: "已修订制度。",
        });
    }),
    { numRuns: 40 },
  );
});

it("leaves out what is open, and what was signed off before", async () => {
  const closing = await close([
    row("1", { 整改状态: "正在整改" }),
    row("2", { 是否销号: "已销号" }),
    row("3", { 是否销号: "未销号" }),
  ]);
  expect(numbers(closing)).toEqual(["3"]);
  expect(closing.already).toBe(1);
  expect(closing.refused).toEqual([]);
});

it("wants evidence named or found: without a column only a folder can prove", async () => {
  const head = HEAD.filter((name) => name !== "佐证材料");
  expect(why(await close([row("1")], null, head))).toEqual({ 1: ["done-without-evidence"] });
  expect(numbers(await close([row("1")], ["1-纪要.pdf"], head))).toEqual(["1"]);
  expect(why(await close([row("1")], ["2-纪要.pdf"], head))).toEqual({ 1: ["evidence-not-found"] });
});

it.each([
  ["3-纪要.pdf", true],
  ["3_纪要.pdf", true],
  ["3 纪要.pdf", true],
  ["03-纪要.pdf", true],
  ["３－纪要.pdf", true],
  ["第3项纪要.pdf", true],
  ["第3项/纪要.pdf", true],
  ["甲局/3-材料/纪要.pdf", true],
  ["3.pdf", true],
  ["整改凭证.pdf", true],
  ["31-纪要.pdf", false],
  ["第31项.pdf", false],
  ["13-纪要.pdf", false],
  ["3年规划.pdf", false],
  ["3-旧/31-纪要.pdf", false],
  ["凭证.pdf", false],
])("matches %s to item 3: %s", async (path, belongs) => {
  const rows = [row("3", { 佐证材料: "整改凭证、《会议纪要》" }), row("31", { 整改状态: "正在整改" })];
  expect(numbers(await close(rows, [path]))).toEqual(belongs ? ["3"] : []);
});

it("names a file under two items, and files under none", async () => {
  const rows = [row("1", { 佐证材料: "纪要.pdf" }), row("2", { 佐证材料: "纪要.pdf" })];
  const closing = await close(rows, ["纪要.pdf", "其他.pdf"]);
  const json = closeJson(closing, {
    file: "a.xlsx",
    forms: ["d/1.docx", "d/2.docx"],
    catalogue: "d/c.xlsx",
    publicList: "d/p.docx",
    evidence: (path) => `佐证/${path}`,
  });
  expect(json.shared).toEqual([{ file: "佐证/纪要.pdf", numbers: ["1", "2"] }]);
  expect(json.closed[0]).toEqual({
    kind: "problem",
    number: "1",
    problem: "某项制度第1处执行不到位",
    unit: "县甲局",
    docx: "d/1.docx",
    evidence: ["佐证/纪要.pdf"],
  });
  expect(closing.unmatched.map(({ path }) => path)).toEqual(["其他.pdf"]);
  const said = JSON.stringify(evidenceCatalogue(closing));
  expect(said).toContain("同为序号2的材料");
  expect(said).toContain("未对应任何事项");
});

it("writes forms with room for opinions, and a list that proofreading has nothing against", async () => {
  const { closed } = await close([row("1"), row("2")]);
  const form = linesOfPaper(approvalForm(closed[0]!)).join("\n");
  for (const label of ["责任单位意见", "牵头领导意见", "领导小组意见", "1．附件1"]) expect(form).toContain(label);
  const lines = linesOfPaper(publicList(closed));
  expect(lines.join("\n")).toContain("下列2项整改事项已经完成");
  expect(proofread(lines).findings.filter(({ severity }) => severity !== "info")).toEqual([]);
});
