/** A notice becomes a table, the table a ledger, the ledger the counts that careful reading gives. */
import { civilDate } from "../../../src/zh/civil-date";
import type { Grid } from "../../../src/grid/grid";
import { readWorkbook } from "../../../src/ledger/read-workbook";
import { extractLedger, type ExtractedLedger } from "../../../src/reading/extract";
import { readDocument } from "../../../src/reading/document";
import { DEFAULT_DEFINITION, tally } from "../../../src/tally/tally";
import { edit, NESTED_NOTICE, PLAIN_NOTICE, RESULT_NOTICE, STATUS_LINE_NOTICE, without } from "../../proofread/notices";

const TODAY = civilDate(2025, 12, 31) ?? { year: 2025, month: 12, day: 31 };

function gridOf(extracted: ExtractedLedger): Grid {
  return {
    sheet: "整改台账",
    values: [[extracted.title], extracted.columns.map((column) => column.header), ...extracted.rows],
    merges: [],
    hiddenRows: new Set(),
    hiddenCols: new Set(),
    visibility: "visible",
    date1904: false,
  };
}

/** kind: total and non-zero statuses, as the tally of the written table gives them. */
function countsOf(lines: readonly string[]): Readonly<Record<string, unknown>> {
  const extracted = extractLedger(readDocument(lines));
  const reading = readWorkbook([gridOf(extracted)], { today: TODAY });
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

const column = (extracted: ExtractedLedger, key: string): (string | number | null)[] => {
  const at = extracted.columns.findIndex((entry) => entry.key === key);
  return extracted.blocks.map((block) => extracted.rows[block.first]?.[at] ?? null);
};

test.each([
  ["plain", PLAIN_NOTICE, { problem: { total: 3, unknown: 3, measures: 7 } }],
  [
    "status line",
    STATUS_LINE_NOTICE,
    { problem: { total: 4, done: 4, measures: 5 }, clue: { total: 2, done: 2, measures: 2 } },
  ],
  ["nested", NESTED_NOTICE, { problem: { total: 4, done: 2, partial: 2, measures: 4 } }],
  ["result", RESULT_NOTICE, { problem: { total: 4, done: 1, phased: 3, measures: 5 } }],
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

test("measures are split at 一是, 二是; what leads in is none", () => {
  const extracted = extractLedger(
    readDocument(edit(PLAIN_NOTICE, "整改进展情况：一是清点", "整改进展情况：局党组高度重视。一是清点")),
  );
  const at = extracted.columns.findIndex((entry) => entry.key === "measure");
  const block = extracted.blocks[1];
  expect(extracted.rows.slice(block?.first, (block?.last ?? 0) + 1).map((row) => row[at])).toEqual([
    "一是清点全部档案，逐卷补齐目录",
    "二是添置档案柜12组",
    "三是明确专职档案员",
  ]);
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
    problem: { total: 4, done: 1, phased: 3, measures: 5 },
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

test("a share is a status, and blanks may stand for colons", () => {
  const share = edit(RESULT_NOTICE, "整改结果：完成。", "整改进度：100%");
  expect(column(extractLedger(readDocument(share)), "status")[1]).toBe("100%");
  expect(column(extractLedger(readDocument(edit(share, "100%", "80%"))), "status")[1]).toBe("80%");
  expect(countsOf(edit(share, "100%", "80%"))).toEqual({
    problem: { total: 4, phased: 3, ongoing: 1, measures: 5 },
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
