/** What goes out as Word documents is opened and proofread as a person would do it: nothing is said against it. */
import fc from "fast-check";
import type { CellValue } from "../../src/grid";
import { proofreadDraft } from "../../src/app/proofread-draft";
import { runCheck } from "../../src/check";
import { createNodeDraftTools } from "../../src/hosts/file/node";
import { readWorkbook, type Reading } from "../../src/ledger";
import {
  approvalForm,
  closeItems,
  dueItems,
  type Level,
  type LetterFacts,
  NO_LETTER_FACTS,
  NO_REGISTER,
  publicList,
  returnFindings,
  returnPaper,
  writeLetters,
} from "../../src/month";
import { registerKey } from "../../src/month/remind/register";
import type { Paper } from "../../src/notice";
import { writePaper } from "../../src/notice/docx";
import { reaches } from "../../src/rule";
import { gridOf } from "../grid/grid-of";

const AS_OF = { year: 2025, month: 11, day: 28 };
const HEAD = ["序号", "反馈问题", "责任单位", "责任领导", "整改时限", "整改状态", "整改进展", "完成时间", "佐证材料"];
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
type Row = readonly CellValue[];
const tools = createNodeDraftTools();

function read(rows: readonly Row[]): Reading {
  const title = ["××县某局巡察反馈问题整改台账", ...HEAD.slice(1).map(() => "<")];
  return readWorkbook([gridOf([title, HEAD, ...rows])], { today: AS_OF, asOf: AS_OF });
}

/** Letters of every level, returns, forms and the public list of a ledger. */
async function papersOf(rows: readonly Row[]): Promise<readonly Paper[]> {
  const reading = read(rows);
  const { findings } = (await runCheck(reading))!;
  const warned = findings.filter(({ severity }) => reaches(severity, "warning"));
  const returned = returnFindings([{ reading, findings: warned, owner: null }]);
  const letters = (level: Level, times = 0) => {
    const due = dueItems(reading, level, 15);
    const known = due.units.flatMap(({ unit, items }) =>
      items.map(({ item }) => [registerKey(unit, "反馈问题", item.problem), times] as const),
    );
    const register = { ...NO_REGISTER, times: new Map(known) };
    return writeLetters(due, { level, dueSoonDays: 15, asOf: AS_OF, facts: FACTS, register }).letters;
  };
  const { closed } = closeItems(reading, { definition: "done", findings, files: null });
  return [
    ...returned.letters.map((letter) => returnPaper(letter, FACTS)),
    ...[...letters("overdue"), ...letters("overdue", 2), ...letters("due-soon")].map(({ paper }) => paper),
    ...closed.map(approvalForm),
    ...(closed.length === 0 ? [] : [publicList(closed)]),
  ];
}

async function saidOf(paper: Paper): Promise<readonly string[]> {
  const { lines, cells } = tools.open("稿.docx", await writePaper(paper));
  // Open places are told by whoever fills them in.
  return proofreadDraft(lines, null, { cells }).findings.flatMap(({ rule, quote }) =>
    quote.includes("待补充") ? [] : [`${paper.title} ${rule} ${quote}`],
  );
}

const DONE = ["已完成", "已修订制度并组织学习。", "2025年9月1日", "会议纪要、制度文本"] as const;

it.each<[string, readonly Row[]]>([
  ["sixty rows of one unit", manyRows(60)],
  ["one row", manyRows(1)],
  [
    "numbers that look like headings",
    manyRows(12).map(([number, ...rest]) => [`问题${Number(number) * 2}：`, ...rest]),
  ],
  [
    "texts that begin with a number",
    manyRows(6).map(([a, b, ...rest]) => [a!, `问题${Number(a) * 3}：${String(b)}`, ...rest]),
  ],
  ["Chinese numbers", manyRows(4).map(([, ...rest], at) => [["二、", "四、", "五、", "九、"][at]!, ...rest])],
  ["days that are none", manyRows(2).map(([a, b, c, d, , ...rest]) => [a!, b!, c!, d!, "2025年13月31日", ...rest])],
  [
    "days to come",
    manyRows(2).map(([a, b, c, d]) => [a!, b!, c!, d!, "2025年6月30日", DONE[0], DONE[1], "2026年9月1日", DONE[3]]),
  ],
])("%s", async (_what, rows) => {
  const papers = await papersOf(rows);
  expect(papers.length).toBeGreaterThan(0);
  expect((await Promise.all(papers.map(saidOf))).flat()).toEqual([]);
});

function manyRows(count: number): Row[] {
  return Array.from({ length: count }, (_, at): Row => [
    String(at + 1),
    `某项民生工程第${at + 1}批任务推进缓慢，资金拨付滞后`,
    "××镇人民政府",
    "甲某",
    at % 3 === 2 ? "2025年12月5日" : "2025年6月30日",
    ...(at % 4 === 1 ? DONE : ["正在整改", "已召开专题会议，正在逐项推进。", "", ""]),
  ]);
}

it("any ledger's papers", async () => {
  const row = fc.record({
    problem: fc.constantFrom("某项制度执行不到位", "某笔资金长期闲置，未及时清理", "某平台建成后没有启用"),
    unit: fc.constantFrom("县甲局", "县乙局、县甲局", "××镇人民政府", ""),
    deadline: fc.constantFrom("2025年6月30日", "2025年12月5日", "长期坚持", "尽快", "", "2025年2月30日"),
    rest: fc.constantFrom<Row>(
      DONE,
      ["正在整改", "正在逐项推进。", "", ""],
      ["未完成", "", "", ""],
      ["已完成", "尚未验收，正在办理。", "2025年9月1日", ""],
      ["说不清", "", "", ""],
    ),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), async (made) => {
      const rows = made.map(({ problem, unit, deadline, rest }, at): Row => [
        String(at + 1),
        `${problem}（第${at + 1}处）`,
        unit,
        "甲某",
        deadline,
        ...rest,
      ]);
      for (const paper of await papersOf(rows)) expect(await saidOf(paper)).toEqual([]);
    }),
    { numRuns: 20 },
  );
});
