/** A notice speaks of the inspection that its ledger, or the form, names; and of nothing else. */
import { composeNotice } from "../../../src/notice/document/compose-notice";
import type { Facts } from "../../../src/notice/document/facts";
import { NO_FACTS } from "../../../src/notice/document/facts";
import { describeMissing, describeWarning } from "../../../src/notice/document/warning-messages";
import { readFacts } from "../../../src/notice/document/read-facts";
import { civilDate } from "../../../src/zh/civil-date";
import { inspectionOf, inWordsOf } from "../../../src/notice/document/inspection";
import { NOTICE_STYLES } from "../../../src/notice/document/notice-styles";
import { sectionTail } from "../../../src/notice/document/section-name";
import { suggestStyle } from "../../../src/notice/suggest-style";
import type { StyleName } from "../../../src/notice/style-names";
import { proofread } from "../../../src/proofread/proofread";
import type { CellValue } from "../../../src/grid/grid";
import { readWorkbook } from "../../../src/ledger/read-workbook";
import { DEFAULT_DEFINITION, tally } from "../../../src/tally/tally";
import { sheetOf } from "../../grid/grid-of";
import { AS_OF, FACTS, linesOf } from "./families";

const STYLES = (Object.keys(NOTICE_STYLES) as StyleName[]).filter((style) => NOTICE_STYLES[style].supervision !== true);
const HEAD = ["序号", "问题类别", "发现的问题", "责任单位", "整改时限", "整改状态", "整改情况"];
const ROWS: readonly (readonly CellValue[])[] = [
  [1, "作风", "台账不全", "办公室", "2025年6月30日", "已完成", "已补齐"],
  [2, "安全", "通道堆物", "保卫科", "2025年12月31日", "正在整改", "正在清理"],
];

function readingOf(title: string, head = HEAD, rows = ROWS) {
  return readWorkbook([sheetOf("Sheet1", [[title], head, ...rows])], { today: AS_OF, asOf: AS_OF });
}

function documentOf(reading: ReturnType<typeof readingOf>, style: StyleName, facts: Facts = NO_FACTS) {
  const counted = tally(reading, { definition: DEFAULT_DEFINITION, dueSoonDays: 15 });
  return composeNotice(reading, counted, facts, NOTICE_STYLES[style], { precision: 0 });
}

function noticeOf(reading: ReturnType<typeof readingOf>, style: StyleName, facts: Facts = NO_FACTS): readonly string[] {
  return linesOf(documentOf(reading, style, facts));
}

/** What the form does not say: who inspected, and what it was. */
const UNTOLD: Facts = { ...FACTS, inspector: null, inspectionKind: null, subject: null, orderedBy: null, organ: null };

const TITLES = [
  ["某县某局巡察反馈问题整改台账", "巡察", "巡察组", "反馈"],
  ["某集团党委巡视反馈问题整改台账", "巡视", "巡视组", "反馈"],
  ["某县巡视巡察反馈问题整改台账", "巡视巡察", "巡视巡察组", "反馈"],
  ["某局2024年度审计发现问题整改台账", "审计", "审计组", "查出"],
  // The office's own name is no inspection.
  ["某县审计局巡察反馈问题整改台账", "巡察", "巡察组", "反馈"],
  ["某县生态环境保护督察反馈问题整改清单", "生态环境保护督察", "督察组", "反馈"],
  ["某单位督查发现问题整改台账", "督查", "督查组", "发现"],
  ["某公司安全隐患排查整改台账", "隐患排查", "检查组", "发现"],
  ["某学校食堂专项检查问题整改台账", "专项检查", "检查组", "发现"],
] as const;

describe.each(TITLES)("%s", (title, name, team, found) => {
  const reading = readingOf(title);

  it("is read as its inspection", () => {
    const inspection = inspectionOf(NO_FACTS, reading, NOTICE_STYLES.rate);
    expect([inspection.name, inspection.words.team, inspection.words.found]).toEqual([name, team, found]);
  });

  it.each(STYLES)("%s speaks of no other", (style) => {
    const lines = noticeOf(reading, style, UNTOLD);
    const text = lines.join("\n");
    expect(text).toContain(`开展了${name}，`);
    expect(text).toContain(`【待补充：${team}】对`);
    const others = ["巡察", "巡视", "审计", "督察", "督查"].filter((word) => !name.includes(word));
    // 查出, 发现 and 反馈 go with their inspection, too.
    for (const other of [...others, ...["反馈的", "查出的", "发现的"].filter((word) => word !== `${found}的`)])
      expect(text).not.toContain(other);
  });

  it.each(STYLES)("%s is silent before the proofreader", (style) => {
    const lines = noticeOf(reading, style, { ...UNTOLD, inspector: `县${team}` });
    const { findings } = proofread(lines, {});
    expect(findings.filter((one) => one.severity !== "info").map((one) => one.rule)).toEqual([]);
  });
});

it("the form comes before the ledger, and the ledger before the style", () => {
  const ledger = readingOf("某局审计发现问题整改台账");
  expect(inspectionOf({ ...NO_FACTS, inspectionKind: "常规巡察" }, ledger, NOTICE_STYLES.audit).name).toBe("巡察");
  expect(inspectionOf({ ...NO_FACTS, inspector: "某县审计局" }, readingOf("整改台账"), NOTICE_STYLES.rate).name).toBe(
    "审计",
  );
  expect(inspectionOf(NO_FACTS, readingOf("整改台账"), NOTICE_STYLES.audit)).toMatchObject({
    name: "审计",
    told: false,
  });
  expect(inspectionOf(NO_FACTS, readingOf("整改台账"), NOTICE_STYLES.rate).name).toBe("巡察");
});

it("an audit needs nobody's order and no organ of the Party, and takes the organ that the form names", () => {
  const [title = "", , opening = ""] = noticeOf(readingOf("某局审计发现问题整改台账"), "rate", UNTOLD);
  expect(title).toBe("××县某某局");
  expect(opening).not.toContain("统一部署");
  const named = noticeOf(readingOf("某局审计发现问题整改台账"), "rate", { ...UNTOLD, organ: "党组" });
  expect(named[0]).toBe("中共××县某某局党组");
});

it("words of a style and nothing else are changed", () => {
  const audit = inspectionOf(NO_FACTS, readingOf("审计整改台账"), NOTICE_STYLES.rate);
  expect(inWordsOf(audit, "巡察反馈问题整改情况")).toBe("审计查出问题整改情况");
  expect(inWordsOf(audit, "反馈的")).toBe("查出的");
  expect(inWordsOf(audit, "整改工作组织情况")).toBe("整改工作组织情况");
  const local = inspectionOf(NO_FACTS, readingOf("巡察整改台账"), NOTICE_STYLES.rate);
  expect(inWordsOf(local, "审计查出的")).toBe("巡察反馈的");
});

const MATTERS = ["序号", "重点工作", "责任单位", "完成时限", "进度类别", "办理状态", "进展情况"];
const MATTER_ROWS: readonly (readonly CellValue[])[] = [
  [1, "建成停车场", "住建局", "2025年6月30日", "达进度", "已办结", "已投入使用"],
  [2, "修通东环路", "交通局", "2025年12月31日", "欠进度", "正在办理", "正在施工"],
];

describe("a ledger of nothing but supervised work", () => {
  const reading = readingOf("2025年重点工作督办台账", MATTERS, MATTER_ROWS);

  it.each(STYLES)("%s counts the work, asks for no figure of problems and names no inspection", (style) => {
    const lines = noticeOf(reading, style, { ...UNTOLD, feedbackDate: null });
    const text = lines.join("\n");
    expect(text).toContain("重点工作共2项，已办结1项，正在办理1项，办结率50%。");
    for (const word of ["反馈问题", "巡察", "审计", "此项问题", "（一）达进度"]) expect(text).not.toContain(word);
    expect(text).toMatch(/办理结果：已办结。\n办理情况：已投入使用。/u);
  });

  it("is best told by a bulletin", () => {
    const counted = tally(reading, { definition: DEFAULT_DEFINITION, dueSoonDays: 15 });
    expect(suggestStyle(reading, counted)).toEqual({ style: "bulletin", why: "matters", count: 2 });
  });
});

it.each(STYLES)("%s lists nothing and asks for nothing where only letters are there", (style) => {
  const head = ["序号", "信访件内容", "承办单位", "办结期限", "办理结果"];
  const rows = [
    [1, "反映收费", "办公室", "2025年6月30日", "已办结"],
    [2, "反映用地", "国土股", "2025年6月30日", "正在办理"],
  ];
  const text = noticeOf(readingOf("巡察移交信访件办理台账", head, rows), style, FACTS).join("\n");
  expect(text.match(/信访件2件，已办结1件，正在办理1件/gu)).toHaveLength(1);
  expect(text).not.toContain("【待补充：整改事项】");
  expect(text).not.toMatch(/^[一二三四五六]、.*问题/mu);
});

describe("one column for status and progress", () => {
  const head = ["序号", "反馈问题", "责任单位", "整改时限", "整改进展情况"];
  const told = ["已完成。修订了制度。", "已完成整改，完成盘点。", "已整改到位。", "正在推进，预计11月完成。"];
  const rows = told.map((text, index) => [index + 1, `第${index + 1}项不规范`, "办公室", "2025年12月31日", text]);
  const reading = readingOf("问题整改台账", head, rows);

  it.each([
    ["items", "整改情况：已完成整改。\n整改措施及成效：修订了制度。"],
    ["items", "整改情况：已完成整改。\n整改措施及成效：【待补充：整改情况】。"],
    ["items", "整改情况：正在推进。\n整改措施及成效：预计11月完成。"],
    ["partial", "整改情况：此项问题已完成整改。完成盘点。"],
  ] as const)("%s says each once: %s", (style, lines) => {
    expect(noticeOf(reading, style, FACTS).join("\n")).toContain(lines);
  });

  it.each(STYLES)("%s is silent before the proofreader, with the ledger too", (style) => {
    const counted = tally(reading, { definition: DEFAULT_DEFINITION, dueSoonDays: 15 });
    const lines = noticeOf(reading, style, FACTS);
    const found = (options: Parameters<typeof proofread>[1]) =>
      proofread(lines, options).findings.flatMap((one) => (one.severity === "info" ? [] : [one.rule]));
    expect(found({})).toEqual([]);
    expect(found({ ledger: { reading, tally: counted } })).toEqual([]);
  });
});

it("a share of what is done is no status in words", () => {
  const head = ["序号", "反馈问题", "责任单位", "整改时限", "完成进度"];
  const rows = [
    [1, "台账不全", "办公室", "2025年6月30日", "100%"],
    [2, "通道堆物", "保卫科", "2025年12月31日", "60%"],
  ];
  const text = noticeOf(readingOf("问题整改台账", head, rows), "partial", FACTS).join("\n");
  expect(text).toContain("此项问题已完成整改。");
  expect(text).toContain("此项问题正在整改。");
  expect(text).not.toMatch(/此项问题\d/u);
});

it("what was done goes on from the status once, and the ledger agrees", () => {
  const rows = [[1, "作风", "台账不全", "办公室", "2025年6月30日", "已完成", "已完成并报整改办备案。"]];
  const reading = readingOf("问题整改台账", HEAD, rows);
  const lines = noticeOf(reading, "partial", FACTS);
  expect(lines).toContain("整改情况：此项问题已完成，并报整改办备案。");
  const counted = tally(reading, { definition: DEFAULT_DEFINITION, dueSoonDays: 15 });
  const { findings } = proofread(lines, { ledger: { reading, tally: counted } });
  expect(findings.map((one) => one.rule)).not.toContain("ledger-item-progress");
});

it.each([
  ["安全", "安全方面"],
  ["党的领导", "党的领导方面"],
  ["一般", "一般问题"],
  ["党的建设", "党的建设"],
  ["财务科", "财务科"],
  ["第一批", "第一批"],
  ["2025年", "2025年"],
])("a section %s is headed %s", (name, heading) => {
  expect(name + sectionTail(name, "问题")).toBe(heading);
});

describe("a bulletin over statuses that nobody wrote", () => {
  const bulletin = (statuses: readonly (string | null)[]) => {
    const rows = statuses.map((status, index) => [
      index + 1,
      `第${index + 1}项工作`,
      index < 2 ? "甲局" : "乙局",
      "2026年6月30日",
      "",
      status,
      "",
    ]);
    return noticeOf(readingOf("2025年重点工作督办台账", MATTERS, rows), "bulletin", FACTS).join("\n");
  };

  it("says how many are missing, beside the figure and in its group", () => {
    const text = bulletin(["已办结", "正在办理", null, null]);
    expect(text).toContain("4项工作，已完成1项，达进度1项，其它2项（其中状态待核实2项），完成率25%");
    expect(text).toContain("乙局2项工作，已完成0项（另有状态待核实2项）");
  });

  it("gives no rate where none is written", () => {
    expect(bulletin([null, null, null, null])).toContain("状态待核实4项");
    expect(bulletin([null, null, null, null])).not.toMatch(/完成率\s?0/u);
    expect(bulletin([null, null, null, null])).not.toContain("0%");
  });
});

test("the form's fields have the words of the inspection, and a facts file may use them", () => {
  const { labels, missing } = documentOf(readingOf("××县审计查出问题整改台账"), "rate");
  expect([labels.inspector, labels.inspectedFrom, labels.inspectionKind]).toEqual([
    "审计组",
    "审计开始日期",
    "审计类型",
  ]);
  const told = describeMissing(missing, "zh") ?? "";
  expect(told).toContain("审计开始日期");
  expect(told).not.toContain("巡察");
  expect(readFacts({ 审计组: "县审计组", 审计开始日期: "2025-03-03", 督察组: "" })).toMatchObject({
    ok: true,
    facts: { inspector: "县审计组", inspectedFrom: { year: 2025, month: 3, day: 3 } },
  });
});

test("dates that contradict each other are told in these words, too", () => {
  const facts = { ...NO_FACTS, inspectedTo: civilDate(2025, 7, 1), feedbackDate: civilDate(2025, 6, 1) };
  const { warnings } = documentOf(readingOf("××县审计查出问题整改台账"), "rate", facts);
  expect(warnings.map((warning) => describeWarning(warning, "zh"))[0]).toMatch(/反馈日期（.*）早于审计结束日期/u);
});
