/** The small pieces: marks, tidy forms, publicity, exports. */
import { readWorkbook } from "../../../src/ledger/read-workbook";
import { writeNumeral } from "../../../src/zh/numerals";
import { markOf } from "../../../src/notice/document/numbering";
import { createPublicity } from "../../../src/notice/document/publishing";
import { innerQuotes, needsStop, withoutStop } from "../../../src/notice/document/tidy";
import { withoutNumber } from "../../../src/zh/list-number";
import { noticeFragment, noticePage, noticeTable } from "../../../src/notice/document/html";
import { noticeMarkdown } from "../../../src/notice/document/markdown";
import { noticeText } from "../../../src/notice/document/plain-text";
import { describeMissing, describeWarning } from "../../../src/notice/document/warning-messages";
import { sheetOf } from "../../grid/grid-of";
import { AS_OF, FACTS, noticeOf, partialFamily, rateFamily } from "./families";
import { NO_FACTS } from "../../../src/notice/document/facts";
import { DEFAULT_DEFINITION, tally } from "../../../src/tally/tally";

describe("marks", () => {
  it.each([
    [1, "一"],
    [10, "十"],
    [12, "十二"],
    [20, "二十"],
    [101, "一百零一"],
    [110, "一百一十"],
    [1010, "一千零一十"],
    [1001, "一千零一"],
    [9999, "九千九百九十九"],
    [10_000, "10000"],
  ])("%d is %s", (n, text) => {
    expect(writeNumeral(n)).toBe(text);
  });

  it("counts circles to fifty", () => {
    expect([1, 20, 21, 35, 36, 50, 51].map((n) => markOf("circled", n))).toEqual([
      "①",
      "⑳",
      "㉑",
      "㉟",
      "㊱",
      "㊿",
      "（51）",
    ]);
  });
});

describe("tidy forms", () => {
  it.each([
    ["（二）制度不健全", "制度不健全"],
    ["1.制度不健全", "制度不健全"],
    ["12、制度", "制度"],
    ["三、制度", "制度"],
    ["①制度", "制度"],
    ["1.5万元未入账", "1.5万元未入账"],
    ["2024年未开会", "2024年未开会"],
    ["3个乡镇", "3个乡镇"],
    ["1.", "1."],
  ])("number of %s", (text, rest) => {
    expect(withoutNumber(text)).toBe(rest);
  });

  it("handles stops and quotes", () => {
    expect(withoutStop("甲；乙。；")).toBe("甲；乙");
    expect(withoutStop("。")).toBe("。");
    expect(needsStop("已办")).toBe(true);
    expect(needsStop("已办。")).toBe(false);
    expect(needsStop("“好”")).toBe(false);
    expect(innerQuotes("“甲”乙")).toBe("‘甲’乙");
  });
});

describe("是否公开", () => {
  const judge = (answers: readonly (string | null)[]): readonly string[] => {
    const rows = answers.map((answer, index) => [
      index + 1,
      `事${index}不到位`,
      "办公室",
      "2025年12月31日",
      "已完成",
      answer,
    ]);
    const grid = sheetOf("问题整改台账", [
      ["序号", "反馈问题", "责任单位", "整改时限", "整改状态", "是否公开"],
      ...rows,
    ]);
    const ledger = readWorkbook([grid], { today: AS_OF, asOf: AS_OF }).ledgers[0]!;
    return ledger.items.map(createPublicity(ledger));
  };

  it("reads answers in every form", () => {
    expect(judge(["是", " √ ", "公开", "否", "不予公开", "ｎｏ", "部分公开"])).toEqual([
      "yes",
      "yes",
      "yes",
      "no",
      "no",
      "no",
      "unclear",
    ]);
  });

  it("takes a blank the way the other cells mean it", () => {
    expect(judge(["是", null, "否"])).toEqual(["yes", "blankOut", "no"]);
    expect(judge(["否", null])).toEqual(["no", "blankIn"]);
    expect(judge(["是", "否"])).toEqual(["yes", "no"]);
  });

  it("says what was left out", () => {
    const rows = ["是", "否", null].map((answer, i) => [
      i + 1,
      `事${i}不到位`,
      "办公室",
      "2025年12月31日",
      "已完成",
      "已办",
      answer,
    ]);
    const grid = sheetOf("问题整改台账", [
      ["序号", "反馈问题", "责任单位", "整改时限", "整改状态", "整改情况", "是否公开"],
      ...rows,
    ]);
    const reading = readWorkbook([grid], { today: AS_OF, asOf: AS_OF });
    const counted = tally(reading, { definition: DEFAULT_DEFINITION, dueSoonDays: 15 });
    const document = noticeOf({ style: "phased", reading, tally: counted });
    expect(document.items).toHaveLength(1);
    expect(document.warnings.map((warning) => describeWarning(warning, "zh"))).toEqual([
      "1 项标为不公开，未列入通报，但综述的总数中仍含这些事项（问题整改台账!A3）；请确认总数的写法。",
      "1 项的「是否公开」未填或无法识别，已按未列入处理（问题整改台账!A4）；请在台账中填「是」或「否」。",
    ]);
  });
});

describe("exports", () => {
  const rows = [
    [1, '<script>alert("1")</script>有差距', "办公室", "2025年12月31日", "已完成", "已致电138 0000 0000*强调*"],
  ];
  const grid = sheetOf("问题整改台账", [["序号", "反馈问题", "责任单位", "整改时限", "整改状态", "整改情况"], ...rows]);
  const reading = readWorkbook([grid], { today: AS_OF, asOf: AS_OF });
  const counted = tally(reading, { definition: DEFAULT_DEFINITION, dueSoonDays: 15 });
  const hostile = noticeOf({ style: "phased", reading, tally: counted }, {}, { ...FACTS, unit: "<b>某局" });

  it("escapes HTML, with styles in the elements", () => {
    const html = noticePage(hostile, { items: "table" });
    expect(html).not.toMatch(/<script|<b>/);
    expect(html).toContain("&lt;script&gt;");
    expect(html).toContain('<table style="border-collapse:collapse');
    expect(html).not.toMatch(/<style|class=/);
  });

  it("gives every item a row", () => {
    const document = noticeOf(partialFamily());
    expect(noticeTable(document).match(/<tr style/g)).toHaveLength(41);
    const fragment = noticeFragment(document, { items: "table" });
    expect(fragment.match(/<tr style/g)).toHaveLength(41);
    expect(fragment.match(/<table/g)).toHaveLength(1);
    expect(fragment).toContain(">已完成整改</td>");
    expect(fragment).toContain("一、整改工作组织情况</p>");
    expect(fragment).not.toContain("（一）第1类的整改情况");
    expect(noticeFragment(document, { items: "paragraphs" })).toContain("（一）第1类的整改情况");
  });

  it("escapes Markdown", () => {
    const markdown = noticeMarkdown(hostile);
    expect(markdown).toContain("\\<script\\>");
    expect(markdown).toContain("\\*强调\\*");
    expect(markdown).toContain("1\\.\\<script");
    expect(markdown).toContain("## 一、组织整改落实情况");
  });

  it("indents plain text", () => {
    const text = noticeText(noticeOf(rateFamily()));
    expect(text).toContain("\n\n　　根据县委统一部署");
    expect(text).toContain("\n　　一、巡察整改工作落实情况\n　　（一）加强领导\n");
    expect(text.endsWith("2025年12月25日\n")).toBe(true);
  });

  it("warns of personal numbers and tells what is open", () => {
    expect(hostile.warnings.map((warning) => describeWarning(warning, "zh"))).toEqual([
      "台账文字中的手机号码已在公开版中隐去（问题整改台账!F2）；请在台账中改写，并核对其他文字。",
      "台账文字中的半角标点和单引号已按规范改为全角、双引号（问题整改台账!B2）；台账本身未改。",
    ]);
    const open = noticeOf(rateFamily(), {}, { ...NO_FACTS, ...FACTS, phone: null });
    expect(describeMissing(open.missing, "zh")).toBe("通报中有 1 处【待补充】（通报要素：联系电话）。");
    expect(describeMissing([], "zh")).toBeNull();
  });
});
