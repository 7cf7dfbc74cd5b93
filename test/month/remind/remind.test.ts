import fc from "fast-check";
import { unzipSync } from "fflate";
import type { CellValue } from "../../../src/grid";
import { bookBytes } from "../../../src/hosts/file/node";
import { readWorkbook, type Reading } from "../../../src/ledger";
import {
  dueItems,
  type LetterFacts,
  letterFactsExample,
  type Letters,
  type Level,
  NO_LETTER_FACTS,
  NO_REGISTER,
  readLetterFacts,
  readRegister,
  type Register,
  registerBook,
  remindJson,
  writeLetters,
} from "../../../src/month";
import { linesOfPaper } from "../../../src/notice";
import { writePaper } from "../../../src/notice/docx";
import { proofread } from "../../../src/proofread";
import { gridOf } from "../../grid/grid-of";

const AS_OF = { year: 2025, month: 11, day: 28 };
const HEAD = ["序号", "反馈问题", "责任单位", "责任领导", "整改时限", "整改状态"];
type Row = readonly (string | null)[];

function read(rows: readonly Row[], head: readonly string[] = HEAD): Reading {
  const title = ["××县某局巡察反馈问题整改台账", ...head.slice(1).map(() => "<")];
  return readWorkbook([gridOf([title, [...head], ...rows.map((row) => [...row])])], { today: AS_OF, asOf: AS_OF });
}

const FACTS: LetterFacts = {
  ...NO_LETTER_FACTS,
  issuer: "××县某某办公室",
  prefix: "×整改办督",
  year: 2025,
  start: 3,
  replyBy: { year: 2025, month: 12, day: 10 },
  contact: "甲某",
  phone: "0000-2345678",
  signDate: { year: 2025, month: 12, day: 1 },
};

interface Choices {
  readonly level?: Level;
  readonly facts?: LetterFacts;
  readonly register?: Register;
}

function write(
  rows: readonly Row[],
  { level = "overdue", facts = FACTS, register = NO_REGISTER }: Choices = {},
): Letters {
  return writeLetters(dueItems(read(rows), level, 15), { level, dueSoonDays: 15, asOf: AS_OF, facts, register });
}

const ROWS: readonly Row[] = [
  ["1", "某制度执行不到位", "县甲局", "甲某", "2025年6月30日", "正在整改"],
  ["2", "某项资金闲置", "县乙局、县丙局", "乙某", "2025年10月底前", "未完成"],
  ["3", "某项目进度缓慢", "县甲局", "甲某", "2025年11月27日", "正在整改"],
  ["4", "某台账不完整", "县甲局", "甲某", "2025年6月30日", "已完成"],
  ["5", "某职责不清", "", "", "2025年9月30日", "正在整改"],
  ["6", "某培训不足", "县丙局", "丙某", "2025年12月5日", "正在整改"],
];

const grids = (letters: Letters, register: Register) =>
  registerBook(register, letters.letters, true, FACTS).sheets.map(({ name, rows }) =>
    Object.assign(gridOf(rows.map((row) => row.map((cell): CellValue => cell?.value ?? null) as string[])), {
      sheet: name,
    }),
  );
const text = ({ letters }: Letters, index = 0): string => linesOfPaper(letters[index]!.paper).join("\n");

it("writes a letter for each unit on what is overdue, each item in one, numbers in their order", () => {
  const json = remindJson(write(ROWS), {
    file: "a.xlsx",
    asOf: AS_OF,
    register: "d/r.xlsx",
    inFolder: (name) => `d/${name}`,
  });
  expect(
    json.letters.map(({ unit, docx, number, items }) => [
      unit,
      docx,
      number,
      items.map(({ number: n, days }) => [n, days]),
    ]),
  ).toEqual([
    [
      "县甲局",
      "d/县甲局-督办函.docx",
      "×整改办督〔2025〕3号",
      [
        ["1", 151],
        ["3", 1],
      ],
    ],
    ["县乙局", "d/县乙局-督办函.docx", "×整改办督〔2025〕4号", [["2", 28]]],
  ]);
  expect(json.letters[0]?.items[0]).toEqual({
    kind: "problem",
    number: "1",
    problem: "某制度执行不到位",
    deadline: "2025-06-30",
    days: 151,
    leader: "甲某",
    cell: "整改台账!A3",
  });
  expect(json.noUnit.map(({ number }) => number)).toEqual(["5"]);
  expect(json.open).toEqual([]);
});

it("says what is asked, by when, by whom, and who else answers", () => {
  const letters = write(ROWS);
  expect(text(letters)).toContain("有2项已过整改时限仍未完成，其中超期最长的已有151天");
  expect(text(letters)).toContain("于2025年12月10日前书面函复");
  expect(text(letters, 1)).toContain("某项资金闲置（共同牵头：县丙局）");
  expect(text(letters, 1)).toContain("2025年10月底前");
});

it("leaves open what is not given, and guesses no number", () => {
  const letters = write(ROWS, { facts: NO_LETTER_FACTS });
  expect(letters.open).toEqual([
    "发文单位",
    "文号前缀",
    "年份",
    "文号起始",
    "反馈期限",
    "联系人",
    "联系电话",
    "落款日期",
  ]);
  expect(letters.letters.every(({ number }) => number === null)).toBe(true);
  for (const name of letters.open) expect(text(letters)).toContain(`【待补充：${name}】`);
  const noStart = write(ROWS, { facts: { ...FACTS, start: null } });
  expect(noStart.letters.map(({ number }) => number)).toEqual([null, null]);
  expect(noStart.open).toEqual(["文号起始"]);
});

it("writes of what falls due soon, nothing overdue", () => {
  const letters = write(ROWS, { level: "due-soon" });
  expect(letters.letters.map(({ unit, file, items }) => [unit, file, items.map(({ days }) => days)])).toEqual([
    ["县丙局", "县丙局-提醒函.docx", [7]],
  ]);
  expect(text(letters)).toContain("剩余天数");
});

it("goes on from a register, and counts the letters on an item", () => {
  const first = write(ROWS);
  const one = readRegister(grids(first, NO_REGISTER))!;
  expect(one.last).toEqual({ prefix: "×整改办督", year: 2025, number: 4 });
  const second = write(ROWS.slice(0, 2), { facts: { ...FACTS, start: null }, register: one });
  expect(second.letters.map(({ number }) => number)).toEqual(["×整改办督〔2025〕5号", "×整改办督〔2025〕6号"]);
  const two = readRegister(grids(second, one))!;
  expect(two.letters).toHaveLength(4);
  const third = write(ROWS, { register: two });
  expect(third.letters[0]?.items.map(({ time }) => time)).toEqual([3, 2]);
  expect(text(third)).toContain("第3次");
  // Another year begins its own series, where it is said to.
  expect(write(ROWS, { facts: { ...FACTS, year: 2026, start: null }, register: two }).open).toEqual(["文号起始"]);
});

it("is silent under proofreading", () => {
  for (const level of ["overdue", "due-soon"] as const)
    for (const { paper } of write(ROWS, { level }).letters)
      expect(proofread(linesOfPaper(paper), { final: true }).findings).toEqual([]);
});

it("takes the earliest overdue measure of an item", () => {
  const head = ["序号", "反馈问题", "整改措施", "责任单位", "整改时限", "整改状态"];
  const reading = read(
    [
      ["1", "某问题", "措施一", "县甲局", "2025年3月31日", "已完成"],
      [null, null, "措施二", "县甲局", "2025年9月30日", "正在整改"],
      [null, null, "措施三", "县甲局", "2025年8月31日", "正在整改"],
    ],
    head,
  );
  expect(dueItems(reading, "overdue", 15).units[0]?.items.map(({ deadline, days }) => [deadline.month, days])).toEqual([
    [8, 89],
  ]);
});

it("reminds the unit of the row that is late, not one of another row that is done", () => {
  const rows: readonly Row[] = [
    ["1", "某制度执行不到位", "县甲局", "甲某", "2025年6月30日", "已完成"],
    [null, null, "县乙局", "乙某", "2025年6月30日", "正在整改"],
  ];
  const { units } = dueItems(read(rows), "overdue", 15);
  expect(units.map(({ unit, items }) => [unit, items.length])).toEqual([["县乙局", 1]]);
});

it("writes of every overdue item in exactly one letter or names it without one", () => {
  const row = fc.tuple(
    fc.constantFrom("县甲局", "县乙局、县甲局", "县丙局", "../x", ""),
    fc.constantFrom("2025年6月30日", "2025年11月28日", "长期坚持", "2025年12月1日", ""),
    fc.constantFrom("正在整改", "已完成", "未完成", "基本完成"),
  );
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), (made) => {
      const reading = read(
        made.map(([unit, day, status], at) => [String(at + 1), `某问题第${at + 1}个`, unit, "甲某", day, status]),
      );
      const { units, noUnit } = dueItems(reading, "overdue", 15);
      const listed = [...units.flatMap(({ items }) => items), ...noUnit].map(({ item }) => item);
      const late = reading.ledgers.flatMap(({ items }) => items.filter(({ overdue }) => overdue));
      expect(new Set(listed)).toEqual(new Set(late));
      expect(listed).toHaveLength(late.length);
    }),
  );
});

const HOSTILE = [
  '=HYPERLINK("http://x","y")',
  "+1",
  "-1",
  "@SUM(A1)",
  "=cmd|' /C calc'!A0",
  "<b>某</b>&'\"]]>",
  "长".repeat(32_767),
];

it.each(HOSTILE.map((text) => [text.slice(0, 30), text] as const))("takes %s as a text", async (_shown, hostile) => {
  const letters = write([["1", hostile, "县甲局", hostile.slice(0, 40), "2025年6月30日", "正在整改"]]);
  const { paper, items } = letters.letters[0]!;
  expect(items[0]!.item.problem).toBe(hostile);
  const xml = Buffer.from(unzipSync(await writePaper(paper))["word/document.xml"]!).toString("utf8");
  expect(xml).not.toMatch(/<b>|fldSimple|instrText/u);
  const lines = linesOfPaper(paper);
  expect(lines.every((line) => line.length < 1000)).toBe(true);
  if (hostile.length > 600) expect(lines.join("")).toContain("……（全文见台账）");
  const book = registerBook(NO_REGISTER, letters.letters, true, FACTS);
  const parts = unzipSync(bookBytes(book));
  for (const [name, bytes] of Object.entries(parts))
    if (name.includes("worksheets")) expect(Buffer.from(bytes).toString("utf8")).not.toMatch(/<f[ >]/u);
  expect(readRegister(grids(letters, NO_REGISTER))!.times.size).toBe(1);
});

it.each(["../x", "CON", "a/b\\c:*?", "长".repeat(200), "县.\u202e局"])(
  "names the file of the unit %s so that it can be written",
  (unit) => {
    for (const { file } of write([["1", "某问题", unit, "甲某", "2025年6月30日", "正在整改"]]).letters) {
      expect(file).not.toMatch(/[\\/:*?"<>|\u0000-\u001f\u202a-\u202e]|^con\b(?!_)/iu);
      expect(Array.from(file).length).toBeLessThanOrEqual(85);
      expect(file.endsWith("-督办函.docx")).toBe(true);
    }
  },
);

it("numbers letters on and on over any runs, and counts each item's letters", () => {
  const problems = ["某制度执行不到位", "某项资金闲置", "某平台未建成", "某培训不足"];
  const run = fc.record({
    late: fc.subarray(problems, { minLength: 0 }),
    start: fc.option(fc.integer({ min: 1, max: 40 }), { nil: null }),
    units: fc.constantFrom(["县甲局"], ["县甲局", "县乙局"]),
  });
  fc.assert(
    fc.property(fc.array(run, { minLength: 1, maxLength: 6 }), (runs) => {
      let register = NO_REGISTER;
      const given: number[] = [];
      const sent = new Map<string, number>();
      for (const { late, start, units } of runs) {
        const rows = late.map((problem, index): Row => [
          String(index + 1),
          problem,
          units[problems.indexOf(problem) % units.length] ?? "",
          "甲某",
          "2025年6月30日",
          "正在整改",
        ]);
        const letters = write(rows, { facts: { ...FACTS, start: start ?? (given.length === 0 ? 1 : null) }, register });
        const numbers = letters.letters.map(({ number }) => Number(/(\d+)号$/.exec(number ?? "")?.[1]));
        for (const number of numbers) {
          expect(number).toBeGreaterThan(given.at(-1) ?? 0);
          given.push(number);
        }
        for (const { unit, items } of letters.letters)
          for (const { item, time } of items) {
            const key = `${unit}\n${item.problem}`;
            sent.set(key, (sent.get(key) ?? 0) + 1);
            expect(time).toBe(sent.get(key));
          }
        register = readRegister(grids(letters, register))!;
        expect(register.letters).toHaveLength(given.length);
      }
    }),
    { numRuns: 60 },
  );
});

describe("the form of letters", () => {
  it("reads its own example", () => {
    const read = readLetterFacts(JSON.parse(letterFactsExample()), new Set());
    expect(read).toMatchObject({ ok: true, facts: { year: 2025, start: 1, contact: "甲某" } });
  });
  it.each([
    [[], "不是督办函要素"],
    [{ 发文单: "某办" }, "发文单位"],
    [{ 年份: "25" }, "四位数"],
    [{ 文号起始: 0 }, "1 以上"],
    [{ 反馈期限: "月底" }, "应是一个日期"],
    [{ 反馈期限: "2025-11-01", 落款日期: "2025-12-01" }, "早于落款日期"],
  ])("says what is wrong with %j", (input, words) => {
    const read = readLetterFacts(input, new Set());
    expect(read.ok ? "" : read.zh).toContain(words);
  });
});
