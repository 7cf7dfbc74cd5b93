/** What a director sends a notice back for, each by a ledger that once gave it. */
import { impossibleDates } from "../../../src/notice/document/impossible-dates";
import { NOTICE_STYLES } from "../../../src/notice/document/notice-styles";
import { composeNotice, type NoticeOptions } from "../../../src/notice/document/compose-notice";
import { headingLevels } from "../../../src/notice/document/outline";
import { textOfSpans, type NoticeDocument } from "../../../src/notice/document/types";
import type { StyleName } from "../../../src/notice/style-names";
import type { CellValue } from "../../../src/grid/grid";
import { readWorkbook } from "../../../src/ledger/read-workbook";
import { DEFAULT_DEFINITION, tally } from "../../../src/tally/tally";
import { civilDate } from "../../../src/zh/civil-date";
import { FACT_LABELS } from "../../../src/notice/document/facts";
import { sheetOf } from "../../grid/grid-of";
import { AS_OF, FACTS, headingsOf, linesOf } from "./families";

const HEAD = ["序号", "方面", "反馈问题", "责任单位", "整改时限", "整改状态", "整改进展情况"];
/** A bulletin lists no items and has parts of its own. */
const STYLES = (Object.keys(NOTICE_STYLES) as StyleName[]).filter((style) => NOTICE_STYLES[style].supervision !== true);

function noticeWith(
  style: StyleName,
  rows: readonly (readonly CellValue[])[],
  options: Partial<NoticeOptions> = {},
): NoticeDocument {
  const accountability = sheetOf("问责情况", [
    ["序号", "姓名", "问责方式"],
    [1, "赵甲乙", "诫勉谈话"],
  ]);
  const reading = readWorkbook([sheetOf("问题整改台账", [HEAD, ...rows]), accountability], {
    today: AS_OF,
    asOf: AS_OF,
  });
  const counted = tally(reading, { definition: DEFAULT_DEFINITION, dueSoonDays: 15 });
  return composeNotice(reading, counted, FACTS, NOTICE_STYLES[style], { precision: 0, ...options });
}

function row(n: number, problem: string, status: string, progress: string, section = "党建方面"): readonly CellValue[] {
  return [n, section, problem, "办公室", "2025年12月31日", status, progress];
}

describe.each(STYLES)("%s", (style) => {
  const document = noticeWith(style, [
    row(1, "制度不健全", "已完成", "已修订"),
    row(2, "检查不到位", "基本完成", "已检查"),
  ]);
  const lines = linesOf(document);

  it("gives 截至 with its year, counts and accountability under headings of their own, in this order", () => {
    expect(lines.some((line) => line.includes("截至2025年12月22日"))).toBe(true);
    const parts = document.blocks.flatMap(({ role, part }) => (role === "part" ? [part] : []));
    expect(parts.slice(0, 4)).toEqual(["organisation", "overview", "accountability", "items"]);
  });

  it("tells each item's status in its own words", () => {
    expect(lines.filter((line) => line.includes("基本完成"))).not.toEqual([]);
    expect(document.items.map((item) => item.status.find((span) => span.type === "status")?.text)).toEqual([
      "已完成",
      "基本完成",
    ]);
    for (const item of document.items) {
      const text = document.blocks.slice(item.from, item.to).flatMap((block) => block.spans);
      expect(text.some((span) => span.type === "status")).toBe(true);
    }
  });

  it("skips no level of headings", () => {
    let before = 0;
    for (const level of headingLevels(document.blocks)) {
      if (level === null) continue;
      expect(level).toBeLessThanOrEqual(before + 1);
      before = level;
    }
    const levels = document.outline.map((entry) => entry.level);
    levels.forEach((level, at) => expect(level).toBeLessThanOrEqual((levels[at - 1] ?? 0) + 1));
  });
});

it("says a status once where what was done begins with it", () => {
  const told = "此项问题已完成整改。已召开会议。";
  const lines = linesOf(noticeWith("partial", [row(1, "制度不健全", "已完成整改", told)]));
  expect(lines).toContain(`整改情况：${told}`);
});

it("says a status once where what was done goes on from it", () => {
  const lines = linesOf(
    noticeWith("partial", [
      row(1, "制度不健全", "已完成", "已完成并报整改办备案。"),
      row(2, "检查不到位", "已完成", "已完成，资料已归档"),
      row(3, "账目不清", "已完成", "已完成整改方案的制定"),
    ]),
  );
  expect(lines).toContain("整改情况：此项问题已完成，并报整改办备案。");
  expect(lines).toContain("整改情况：已完成，资料已归档。");
  expect(lines).toContain("整改情况：此项问题已完成。已完成整改方案的制定。");
});

it("says a status once where it has a line of its own, unless nothing else is said", () => {
  const long = "部分已整改，需要长期推进";
  const lines = linesOf(
    noticeWith("rate", [
      row(1, "制度不健全", long, `${long}。已修订制度。`),
      row(2, "检查不到位", "正在整改", "正在整改。"),
      row(3, "账目不清", "正在整改", "正在整改账目，已核对一半。"),
    ]),
  );
  expect(lines.filter((line) => line.startsWith("整改进展情况"))).toEqual([
    "整改进展情况：已修订制度。",
    "整改进展情况：正在整改。",
    "整改进展情况：正在整改账目，已核对一半。",
  ]);
});

it("ends a paragraph with one full stop where the cell ends with a half-width one", () => {
  const rows = ["修订制度3项.", "完成60%.", "已整改.\n已公示.", "见《某办法》.", "采购Windows 10等."].map(
    (text, index) => row(index + 1, `问题${index}不到位`, "已完成", text),
  );
  const text = linesOf(noticeWith("rate", rows)).join("\n");
  expect(text).not.toMatch(/[.．]。|\.$/mu);
  expect(text).toContain("完成60%。");
});

it("writes statuses and units as sentences hold them", () => {
  const rows = [
    row(1, "制度不健全", "已完成（2025.6.28）", "已修订"),
    row(2, "检查不到位", "完成√", "已检查"),
    row(3, "账目不清", "正在整改（60%）", "已核对一半"),
    row(4, "台账不全", "已完成，已归档", "已补齐"),
    row(5, "会议不实", "Done", "已改"),
  ].map((cells) => cells.map((cell, col) => (col === 3 ? "牵头：后勤科\n配合：办公室" : cell)));
  const { items, blocks } = noticeWith("rate", rows, { edition: "inside" });
  expect(items.map(({ status }) => status.find((span) => span.type === "status")?.text)).toEqual([
    "已完成整改",
    "已完成整改",
    "正在整改",
    "已完成整改，已归档",
    "已完成整改",
  ]);
  const duties = blocks.map(({ spans }) => textOfSpans(spans)).filter((line) => line.startsWith("责任单位"));
  expect(new Set(duties)).toEqual(new Set(["责任单位：后勤科（牵头）、办公室（配合）；整改时限：2025年12月31日。"]));
});

it("adds no second 的整改情况", () => {
  const document = noticeWith("partial", [row(1, "制度不健全", "已完成", "已修订", "党建方面的整改情况")]);
  expect(headingsOf(document, "section")).toContain("（一）党建方面的整改情况");
});

it("prints a long problem as text, a short one in quotation marks", () => {
  const long = "制度执行不够到位，" + "有的科室没有按要求开展检查，".repeat(5) + "台账不全。";
  const titles = headingsOf(
    noticeWith("rate", [row(1, long, "已完成", "已改"), row(2, "检查不到位", "已完成", "已查")]),
    "parent",
  );
  expect(titles).toEqual([`1.${long}`, "2.关于“检查不到位”的问题"]);
});

it("sets half-width marks in full width and tells where", () => {
  const document = noticeWith("items", [row(1, "‘两个责任’落实不到位,检查不够", "已完成", "修订制度3项,共1,234元")]);
  const text = linesOf(document).join("\n");
  expect(text).toContain("“两个责任”落实不到位，检查不够");
  expect(text).toContain("修订制度3项，共1,234元");
  expect(document.warnings.find((warning) => warning.type === "punctuation")).toMatchObject({ rows: [{}, {}] });
});

it("marks an item that is said to be done while its text is not", () => {
  const document = noticeWith("rate", [row(1, "制度不健全", "已完成", "正在积极争取资金")]);
  expect(document.items[0]?.doubt).toMatch(/争取/u);
  expect(document.warnings.map((warning) => warning.type)).toContain("doneButPending");
});

it("tells of dates that cannot be", () => {
  const late = civilDate(2026, 1, 5);
  const facts = { ...FACTS, feedbackDate: late, publicTo: civilDate(2025, 12, 1) };
  const told = impossibleDates(facts, AS_OF, FACT_LABELS).map((one) =>
    one.type === "dates" ? `${one.earlier.of} ${one.later.of}` : "",
  );
  expect(told).toEqual(["feedbackDate asOf", "feedbackDate signDate", "signDate publicTo"]);
});

it("hides numbers and names for the public, and prints them inside with who answers for it", () => {
  const rows = [row(1, "制度不健全", "已完成", "对赵甲乙诫勉谈话，电话13800000000")];
  const open = linesOf(noticeWith("rate", rows)).join("\n");
  const inside = linesOf(noticeWith("rate", rows, { edition: "inside" })).join("\n");
  expect(open).not.toMatch(/13800000000|办公室|赵甲/u);
  expect(inside).toContain("13800000000");
  expect(inside).toContain("责任单位：办公室；整改时限：2025年12月31日。");
  expect(inside).toContain("问责人员：赵甲乙（诫勉谈话）。");
  expect(inside).not.toContain("联系电话");
});

it("tells what the two versions differ in, whichever was written", () => {
  const rows = [row(1, "制度不健全", "已完成", "电话13800000000")];
  for (const edition of ["public", "inside"] as const)
    expect(noticeWith("rate", rows, { edition }).differences.map(({ type }) => type)).toEqual([
      "hidden",
      "duties",
      "accountable",
      "contact",
    ]);
});

it("what has no end needs it: 此项问题需长期坚持", () => {
  const lines = linesOf(noticeWith("partial", [row(1, "制度不健全", "长期坚持", "每月通报。")]));
  expect(lines).toContain("整改情况：此项问题需长期坚持。每月通报。");
  // How it stands, and not what it needs.
  const going = linesOf(noticeWith("partial", [row(1, "制度不健全", "长期推进中", "每月通报。")])).join("\n");
  expect(going).not.toContain("需长期推进中");
});

it("says the statuses of problems alike in both versions, whatever letters say", () => {
  const letters = sheetOf("信访件", [
    ["序号", "信访事项", "承办单位", "办理时限", "办理结果"],
    [1, "反映某事", "办公室", "2025年12月31日", "已办结"],
  ]);
  const reading = readWorkbook(
    [sheetOf("问题整改台账", [HEAD, row(1, "制度不健全", "已完成", "已修订制度。")]), letters],
    { today: AS_OF, asOf: AS_OF },
  );
  const counted = tally(reading, { definition: DEFAULT_DEFINITION, dueSoonDays: 15 });
  for (const edition of ["public", "inside"] as const)
    expect(linesOf(composeNotice(reading, counted, FACTS, NOTICE_STYLES.rate, { precision: 0, edition }))).toContain(
      "整改结果：已完成。",
    );
});

it("items without a section among sections do not fall under the one before", () => {
  // A blank below a section goes on with it; above the first one it is of none.
  const rows = [row(1, "检查不到位", "已完成", "已检查。", ""), row(2, "制度不健全", "已完成", "已修订。")];
  const sections = (style: StyleName, all: typeof rows): readonly string[] =>
    headingsOf(noticeWith(style, all), "section").filter((line) =>
      /^（[一二三]）(?:反馈问题：)?(?:党建|其他)/u.test(line),
    );
  expect(sections("items", rows)).toEqual(["（一）党建方面", "（二）其他问题"]);
  expect(sections("partial", rows)).toEqual(["（一）党建方面的整改情况", "（二）其他问题的整改情况"]);
  expect(sections("items", rows.slice(0, 1))).toEqual([]);
});
