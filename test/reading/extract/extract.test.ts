/** A notice becomes a table, the table a ledger, the ledger the counts that careful reading gives. */
import { civilDate } from "../../../src/zh/civil-date";
import type { Grid } from "../../../src/grid/grid";
import { readWorkbook } from "../../../src/ledger/read-workbook";
import { extractLedger, type ExtractedLedger } from "../../../src/reading/extract";
import { readDocument } from "../../../src/reading/document";
import { extractDraft } from "../../../src/app/extracted-table";
import { NO_LEXICON } from "../../../src/ledger";
import { compose } from "../../../src/notice/compose";
import { parseTemplate } from "../../../src/notice/template";
import { ratedOf } from "../../../src/tally";
import { DEFAULT_DEFINITION, tally } from "../../../src/tally/tally";
import { sheetOf } from "../../grid/grid-of";
import { edit, NESTED_NOTICE, PLAIN_NOTICE, RESULT_NOTICE, STATUS_LINE_NOTICE, without } from "../../proofread/notices";

const TODAY = civilDate(2025, 12, 31) ?? { year: 2025, month: 12, day: 31 };

const writtenSheet = ({ title, columns, rows }: ExtractedLedger): Grid =>
  sheetOf("整改台账", [[title], columns.map(({ header }) => header), ...rows]);

/** kind: total and non-zero statuses, as the tally of the written table gives them. */
function countsOf(lines: readonly string[]): Readonly<Record<string, unknown>> {
  const extracted = extractLedger(readDocument(lines));
  const reading = readWorkbook([writtenSheet(extracted)], { today: TODAY });
  const { kinds } = tally(reading, { definition: DEFAULT_DEFINITION, dueSoonDays: 15 });
  return Object.fromEntries(
    kinds.map((kind) => [
      kind.kind,
      {
        total: kind.total.value,
        ...Object.fromEntries(
          Object.entries(kind.byStatus).flatMap(([status, count]) => (count.value > 0 ? [[status, count.value]] : [])),
        ),
        measures: kind.measures?.total.value ?? null,
      },
    ]),
  );
}

const outline = (...lines: readonly string[]): readonly string[] => [
  "一、整改落实情况",
  "1.关于“台账不全”的问题",
  ...lines,
  "2.关于“档案不齐”的问题",
  "整改情况：已完成。",
];

it.each([
  [4, 0, 4],
  [4, 1, 4],
  [4, 2, 0],
  [3, 1, 0],
])("%d headings that name a fault and %d that don't, without answers: %d items", (faults, others, items) => {
  const names = ["学习贯彻不到位", "档案管理不到位", "资产管理不到位", "车辆管理不到位"].slice(0, faults);
  const headings = [...names, ...Array.from({ length: others }, () => "其他有关情况")];
  const lines = headings.flatMap((name, at) => [`${at + 1}.${name}`, "已组织开展清理。"]);
  expect(readDocument(["××局整改情况通报", "一、问题整改情况", ...lines]).items).toHaveLength(items);
});

it("what leads in before 一是 is no measure", () => {
  const { columns, rows } = extractLedger(
    readDocument(
      outline(
        "整改措施：认真研究。一是修订制度；二是开展培训。",
        "整改结果：已完成。",
        "整改情况：一是已印发制度；二是培训两次。",
      ),
    ),
  );
  const at = columns.findIndex(({ key }) => key === "measure");
  expect(rows.map((row) => row[at])).toEqual(["一是修订制度", "二是开展培训", null]);
});

it.each([
  ["（1）补齐了台账。", 3],
  ["（一）档案方面", 2],
])("behind an answer %s: the item ends on line %d", (line, last) => {
  const [first] = readDocument([
    "一、整改落实情况",
    "1.关于“台账不全”的问题",
    "整改情况：已完成。",
    line,
    ...(last === 2 ? ["1.关于“档案不齐”的问题"] : ["2.关于“档案不齐”的问题"]),
    "整改情况：已完成。",
  ]).items;
  expect(first?.lastLine).toBe(last);
});

const column = (extracted: ExtractedLedger, key: string): (string | number | null)[] => {
  const at = extracted.columns.findIndex((entry) => entry.key === key);
  return extracted.blocks.map((block) => extracted.rows[block.first]?.[at] ?? null);
};

test.each([
  ["plain", PLAIN_NOTICE, { problem: { total: 3, unknown: 3, measures: null } }],
  [
    "status line",
    STATUS_LINE_NOTICE,
    { problem: { total: 4, done: 4, measures: null }, clue: { total: 2, done: 2, measures: null } },
  ],
  ["nested", NESTED_NOTICE, { problem: { total: 4, done: 2, partial: 2, measures: null } }],
  ["result", RESULT_NOTICE, { problem: { total: 4, done: 1, phased: 3, measures: null } }],
])("%s: extract, read and count", (_name, lines, counts) => {
  expect(countsOf(lines)).toEqual(counts);
});

test("parents, sections and problems stand in their columns", () => {
  const extracted = extractLedger(readDocument(NESTED_NOTICE));
  expect(column(extracted, "section")).toEqual(["学习贯彻方面", "学习贯彻方面", "队伍建设方面", "队伍建设方面"]);
  expect(column(extracted, "parentProblem")).toEqual(["学习不深入", "学习不深入", "班子配备不齐", "班子配备不齐"]);
  expect(column(extracted, "problem")[1]).toBe("研讨交流不充分。");
  expect(column(extracted, "number")).toEqual([1, 2, 3, 4]);
});

test("deadlines of open items come from the text and are marked", () => {
  const extracted = extractLedger(readDocument(NESTED_NOTICE));
  expect(column(extracted, "deadline")).toEqual([null, "2025年12月底前", "2025年10月底前", null]);
  expect(extracted.unsure.map(({ row, key, reason }) => [row, key, reason])).toEqual([
    [1, "deadline", "deadlineFromText"],
    [2, "deadline", "deadlineFromText"],
  ]);
});

test("a deadline without a year and one that is missing are marked", () => {
  const yearless = extractLedger(readDocument(edit(NESTED_NOTICE, "2025年12月底前", "12月底前")));
  expect(yearless.unsure.map((entry) => entry.reason)).toContain("deadlineYearMissing");
  const none = extractLedger(readDocument(edit(NESTED_NOTICE, "，2025年12月底前完成", "")));
  expect(none.unsure.map((entry) => entry.reason)).toContain("deadlineMissing");
});

test("statuses that are not told stay empty and are marked; two statuses too", () => {
  const plain = extractLedger(readDocument(PLAIN_NOTICE));
  expect(column(plain, "status")).toEqual([null, null, null]);
  expect(plain.unsure.filter((entry) => entry.reason === "statusMissing")).toHaveLength(3);
  const both = extractLedger(
    readDocument(edit(RESULT_NOTICE, "建立台账，定期盘点。", "此项问题部分已整改，需要长期推进。")),
  );
  expect(both.unsure.map((entry) => entry.reason)).toContain("statusConflict");
});

test("an answer stays one text; only 整改措施 beside an answer is a plan, too", () => {
  const extracted = extractLedger(readDocument(PLAIN_NOTICE));
  expect(column(extracted, "progress")[1]).toBe(
    "一是清点全部档案，逐卷补齐目录。二是添置档案柜12组。三是明确专职档案员。",
  );
  expect(extracted.columns.map(({ key }) => key)).not.toContain("measure");
  const planned = edit(PLAIN_NOTICE, "整改进展情况：一是清点", "整改措施：一是盘点；二是建柜。整改成效：一是清点");
  const table = extractLedger(readDocument(planned));
  const block = table.blocks[1];
  const at = table.columns.findIndex(({ key }) => key === "measure");
  expect(table.rows.slice(block?.first, (block?.last ?? 0) + 1).map((row) => row[at])).toEqual([
    "一是盘点",
    "二是建柜",
  ]);
  expect(column(table, "progress")[1]).toBe(
    "一是盘点；二是建柜。\n一是清点全部档案，逐卷补齐目录。二是添置档案柜12组。三是明确专职档案员。",
  );
});

const whole = (...lines: string[]) =>
  extractDraft(["××县××局关于巡察整改情况的通报", "一、整改落实情况", ...lines], NO_LEXICON);

test.each([
  [
    "several paragraphs",
    ["1.制度不全。", "整改情况：修订制度。", "组织学习。", "2.台账不清。", "整改情况：补登。"],
    ["修订制度。\n组织学习。", "补登。"],
  ],
  [
    "points of the same numbering",
    ["1.制度不全。", "整改情况：", "1.修订制度。", "2.组织学习。", "2.台账不清。", "整改情况：补登。"],
    ["1.修订制度。\n2.组织学习。", "补登。"],
  ],
  [
    "points of an outer numbering",
    [
      "（一）管理方面",
      "1.制度不全。",
      "整改情况：分步落实如下。",
      "（一）修订制度。",
      "（二）组织学习。",
      "2.台账不清。",
      "整改情况：补登。",
    ],
    ["分步落实如下。\n（一）修订制度。\n（二）组织学习。", "补登。"],
  ],
  [
    "整改成效 behind points",
    [
      "1.制度不全。",
      "整改措施：",
      "1.修订制度。",
      "2.组织学习。",
      "整改成效：印发3项。",
      "2.台账不清。",
      "整改措施：补登。",
    ],
    ["1.修订制度。\n2.组织学习。\n印发3项。", "补登。"],
  ],
  [
    "nothing but a status",
    ["1.制度不全。", "整改情况：已完成整改。", "2.台账不清。", "整改情况：正在整改。"],
    ["已完成整改。", "正在整改。"],
  ],
  [
    "what follows the status in its sentence",
    ["1.制度不全。", "整改情况：此项问题部分已整改，需要长期推进，2026年6月底前完成。修订2项。"],
    ["2026年6月底前完成。修订2项。"],
  ],
])("answers, %s", (_name, lines, answers) => {
  expect(column(whole(...lines), "progress")).toEqual(answers);
});

test.each([
  ["1.制度不全（已完成整改）。", "整改情况：修订制度。", "制度不全", "已完成整改"],
  ["1.【正在整改】制度不全。", "整改情况：修订制度。", "制度不全。", "正在整改"],
  ["1.制度不全。", "整改情况（基本完成）：修订制度。", "制度不全。", "基本完成"],
  ["1.制度不全。", "整改情况：（已整改到位）修订制度。", "制度不全。", "已整改到位"],
])("%s %s", (heading, answer, problem, status) => {
  const table = whole(heading, answer);
  expect([column(table, "problem")[0], column(table, "status")[0], column(table, "progress")[0]]).toEqual([
    problem,
    status,
    "修订制度。",
  ]);
});

test("an answer in the heading's line is told apart and marked", () => {
  const lines = ["甲制度不全", "乙台账不清", "丙档案缺失"].map(
    (what, at) => `${at + 1}.关于${what}的问题。已经改正${at + 1}处。`,
  );
  const table = whole(...lines);
  expect(column(table, "problem")[1]).toBe("关于乙台账不清的问题。");
  expect(column(table, "progress")[1]).toBe("已经改正2处。");
  expect(table.unsure.filter(({ reason }) => reason === "answerInHeading")).toHaveLength(3);
});

test("an item without an answer is kept and marked", () => {
  const table = whole("1.制度不全。", "整改情况：修订。", "2.台账不清。", "3.档案缺失。", "整改情况：补齐。");
  expect(column(table, "problem")).toEqual(["制度不全。", "台账不清。", "档案缺失。"]);
  expect(table.unsure.find(({ reason }) => reason === "answerMissing")).toMatchObject({ row: 1, key: "progress" });
});

test("办理情况 sections give their kind; 信访工作方面 holds problems", () => {
  const table = whole(
    "（一）信访工作方面",
    "1.接访不及时。",
    "整改情况：排班。",
    "二、移交信访件办理情况",
    "1.反映收费问题。",
    "办理情况：已办结。退回多收款。",
  );
  expect(column(table, "kind")).toEqual(["反馈问题", "信访件"]);
  expect(column(table, "progress")).toEqual(["排班。", "退回多收款。"]);
});

test("letters that are only counted become rows to fill", () => {
  const table = whole(
    "反馈问题1个，已完成整改1个。移交信访件3件，已办结2件，正在办理1件。",
    "1.制度不全。",
    "整改情况：修订。",
  );
  expect(column(table, "kind")).toEqual(["反馈问题", "信访件", "信访件", "信访件"]);
  expect(column(table, "status").slice(1)).toEqual(["已完成", "已完成", "正在整改"]);
  expect(table.unsure.filter(({ reason }) => reason === "onlyCounted")).toHaveLength(3);
});

test("the page around a text is no title", () => {
  const lines = [
    "当前位置：首页 > 公开",
    "××县××局关于巡察整改情况的通报",
    "发布日期：2025-11-20 来源：办公室",
    "一、情况",
    "1.制度不全。",
    "整改情况：修订。",
  ];
  expect(extractDraft(lines, NO_LEXICON).title).toBe("××县××局巡察整改台账（由通报提取）");
});

test("unit and leader under their labels are taken over", () => {
  const lines = edit(
    RESULT_NOTICE,
    "整改结果：完成。",
    "责任单位：办公室、人事科。整改时限：2025年9月底前。整改结果：完成。",
  );
  const extracted = extractLedger(readDocument(lines));
  expect(column(extracted, "unit")[1]).toBe("办公室、人事科");
  expect(column(extracted, "deadline")[1]).toBe("2025年9月底前");
  expect(column(extracted, "status")[1]).toBe("完成");
});

test("a number given twice does not merge two items", () => {
  expect(countsOf(edit(RESULT_NOTICE, "问题②：案卷", "问题①：案卷"))).toEqual({
    problem: { total: 4, done: 1, phased: 3, measures: null },
  });
});

test("a text without items gives an empty table", () => {
  expect(extractLedger(readDocument(["反馈问题3个，已完成整改3个。"])).rows).toEqual([]);
  expect(extractLedger(readDocument([])).rows).toEqual([]);
  expect(extractLedger(readDocument(without(PLAIN_NOTICE, "整改进展情况"))).rows).toHaveLength(3);
});

test("a status keeps the notice's own words, and each wording is counted", () => {
  const lines = edit(NESTED_NOTICE, "此项问题已整改。", "此项问题已完成整改。");
  const extracted = extractLedger(readDocument(lines));
  expect(column(extracted, "status")).toEqual([
    "已完成整改",
    "部分已整改，需要长期推进",
    "部分已整改，需要长期推进",
    "已整改",
  ]);
  const done = extracted.counts.find((count) => count.status === "done");
  expect(done?.words).toEqual([
    { text: "已完成整改", items: 1 },
    { text: "已整改", items: 1 },
  ]);
});

test.each([
  ["此项问题已完成整改。", "已完成整改", "done"],
  ["该问题目前已整改到位，长期坚持。", "已整改到位，长期坚持", "done"],
  ["已整改完成。", "已整改完成", "done"],
  ["本项问题基本完成。", "基本完成", "basic"],
  ["正在整改，有序推进。", "正在整改，有序推进", "ongoing"],
  ["尚未完成整改。", "尚未完成整改", "notDone"],
  ["已取得阶段性成效，需持续推进。", "已取得阶段性成效，需持续推进", "phased"],
])("%s stands in the ledger as %s, and is counted as %s", (sentence, words, status) => {
  const lines = edit(NESTED_NOTICE, "此项问题已整改。", sentence);
  const extracted = extractLedger(readDocument(lines));
  expect(column(extracted, "status")[0]).toBe(words);
  expect(extracted.counts.filter((count) => count.words.some(({ text }) => text === words))).toMatchObject([
    { status },
  ]);
});

test.each([
  ["PLAIN_NOTICE", PLAIN_NOTICE, null],
  ["RESULT_NOTICE", RESULT_NOTICE, { numerator: 1, denominator: 4 }],
])("a rate only where statuses are told: %s", (_name, lines, rate) => {
  const reading = readWorkbook([writtenSheet(extractLedger(readDocument(lines)))], { today: TODAY });
  const counted = tally(reading, { definition: DEFAULT_DEFINITION, dueSoonDays: 15 });
  const options = { asOf: TODAY, variables: new Map<string, string>(), precision: 0 as const };
  const { figures, text } = compose(
    parseTemplate("共{反馈问题.总数}个[，完成率{反馈问题.完成率}]。"),
    counted,
    options,
  );
  expect(ratedOf(counted.kinds[0]!)).toEqual(rate === null ? null : expect.objectContaining(rate));
  expect(figures.filter(({ metric }) => metric === "反馈问题.完成率")).toHaveLength(rate === null ? 0 : 1);
  expect(text.includes("完成率")).toBe(rate !== null);
});

test("a share is a status, and blanks may stand for colons", () => {
  const share = edit(RESULT_NOTICE, "整改结果：完成。", "整改进度：100%");
  expect(column(extractLedger(readDocument(share)), "status")[1]).toBe("100%");
  expect(column(extractLedger(readDocument(edit(share, "100%", "80%"))), "status")[1]).toBe("80%");
  expect(countsOf(edit(share, "100%", "80%"))).toEqual({
    problem: { total: 4, phased: 3, ongoing: 1, measures: null },
  });
  const table = [
    "××县教育局落实巡察反馈意见整改情况",
    "问题一 食堂管理有漏洞",
    "整改情况 已整改完成。检查食堂28所。",
    "问题二 资金沉淀",
    "整改情况 正在整改。已上缴资金120万元。",
  ];
  expect(column(extractLedger(readDocument(table)), "status")).toEqual(["已整改完成", "正在整改"]);
  expect(column(extractLedger(readDocument(table)), "problem")).toEqual(["食堂管理有漏洞", "资金沉淀"]);
});
