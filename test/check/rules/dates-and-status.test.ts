/** Deadlines, completion dates, statuses and their contradictions. */
import { cellsOf, findingsOf, type TesterOptions } from "../rule-tester";
import { messageOf } from "../../../src/check/list";
import type { Finding } from "../../../src/rule/types";

const LEDGER = (rows: string): string => `
  序号 | 反馈问题 | 责任单位 | 整改时限 | 整改状态 | 完成日期 | 整改进展情况 | 佐证材料
  ${rows}`;
const row = (
  n: number,
  deadline: string,
  status: string,
  done = "",
  progress = "已开会部署",
  evidence = `附件${n}`,
): string => `${n} | 第${n}方面制度执行不到位 | 办公室 | ${deadline} | ${status} | ${done} | ${progress} | ${evidence}`;
/** A row that keeps the columns what they are. */
const GOOD = (n: number): string => row(n, "2025年6月30日", "已完成", "2025年6月1日");
const rows = (...lines: readonly string[]): string => LEDGER(lines.join("\n"));

const CASES: readonly (readonly [string, string, string, readonly string[], TesterOptions?])[] = [
  [
    "deadline-invalid",
    "a day that is not, words that name none",
    rows(
      GOOD(1),
      row(2, "2025年2月30日", "已完成", "2025年6月1日"),
      row(3, "尽快", "正在整改"),
      row(4, "春节前", "正在整改"),
    ),
    ["D3", "D4", "D5"],
  ],
  [
    "deadline-invalid",
    "not for readable, open-ended, immediate or empty ones",
    rows(
      GOOD(1),
      row(2, "2025.9.30", "已完成", "2025年6月1日"),
      row(3, "长期坚持", "长期坚持"),
      row(4, "立行立改", "已完成", "2025年6月1日"),
      row(5, "", "正在整改"),
    ),
    [],
  ],
  [
    "overdue",
    "open work past its deadline",
    rows(
      GOOD(1),
      row(2, "2025年3月底前", "正在整改"),
      row(3, "2025年3月底前", "未完成"),
      row(4, "2025年3月底前", "部分整改"),
      row(5, "2025年3月底前", "已超期"),
    ),
    ["D3", "D4", "D5", "D6"],
  ],
  [
    "overdue",
    "not on the day itself, nor for what is done, phased, long-term, excluded, missing or unknown",
    rows(
      GOOD(1),
      row(2, "2025年11月30日", "正在整改"),
      row(3, "2025年3月底前", "阶段性完成"),
      row(4, "2025年3月底前", "基本完成"),
      row(5, "2025年3月底前", "长期坚持"),
      row(6, "2025年3月底前", "移交其他单位"),
      row(7, "2025年3月底前", ""),
      row(8, "2025年3月底前", "差不多"),
    ),
    [],
  ],
  [
    "overdue",
    "judges a dated long-term deadline by its date",
    rows(GOOD(1), row(2, "2025年6月底前，并长期坚持", "正在整改")),
    ["D3"],
  ],
  [
    "due-soon",
    "from the day itself to fifteen days ahead",
    rows(
      GOOD(1),
      row(2, "2025年11月30日", "正在整改"),
      row(3, "2025年12月15日", "正在整改"),
      row(4, "2025年12月16日", "正在整改"),
      row(5, "2025年12月10日", "已完成", "2025年6月1日"),
    ),
    ["D3", "D4"],
  ],
  [
    "due-soon",
    "as many days as set",
    rows(GOOD(1), row(2, "2025年12月5日", "正在整改"), row(3, "2025年12月15日", "正在整改")),
    ["D3"],
    { settings: { dueSoonDays: 7 } },
  ],
  [
    "deadline-year-missing",
    "months without a year",
    rows(GOOD(1), row(2, "12月底前", "正在整改"), row(3, "2025年12月底前", "正在整改")),
    ["D3"],
  ],
  [
    "deadline-month-before",
    "a bare month with 前",
    rows(GOOD(1), row(2, "2025年12月前", "正在整改"), row(3, "2025年12月底前", "正在整改")),
    ["D3"],
  ],
  [
    "deadline-open-ended-and-dated",
    "both at once",
    rows(GOOD(1), row(2, "2025年底前，并长期坚持", "正在整改"), row(3, "长期坚持", "长期坚持")),
    ["D3"],
  ],
  [
    "phased-past-deadline",
    "phased and past",
    rows(GOOD(1), row(2, "2025年6月底前", "阶段性完成"), row(3, "2025年12月底前", "阶段性完成")),
    ["D3"],
  ],
  [
    "immediate-not-done",
    "at once, and still open",
    rows(
      GOOD(1),
      row(2, "立行立改", "正在整改"),
      row(3, "立行立改", "已完成", "2025年6月1日"),
      row(4, "立行立改并长期坚持", "正在整改"),
    ),
    ["D3"],
  ],
  [
    "deadline-before-feedback",
    "only where the feedback is known",
    rows(GOOD(1), row(2, "2024年6月底前", "正在整改"), row(3, "2025年12月底前", "正在整改")),
    ["D3"],
    { feedbackDate: { year: 2025, month: 1, day: 24 } },
  ],
  ["deadline-before-feedback", "not without it", rows(GOOD(1), row(2, "2024年6月底前", "正在整改")), []],
  [
    "done-without-date",
    "done, the date empty or a mark for none",
    rows(
      GOOD(1),
      row(2, "2025年6月底前", "已完成"),
      row(3, "2025年6月底前", "已完成", "/"),
      row(4, "2025年12月底前", "正在整改"),
      row(5, "2025年6月底前", "阶段性完成"),
    ),
    ["F3", "F4"],
  ],
  [
    "done-without-date",
    "told once where nobody fills the column",
    rows(...[1, 2, 3, 4, 5, 6].map((n) => row(n, "2025年6月底前", "已完成"))),
    ["F2"],
  ],
  [
    "done-without-date",
    "told one by one where few are concerned",
    rows(...[1, 2, 3, 4].map((n) => row(n, "2025年6月底前", "已完成"))),
    ["F2", "F3", "F4", "F5"],
  ],
  [
    "done-without-date",
    "no column, no finding",
    "序号 | 反馈问题 | 责任单位 | 整改时限 | 整改状态\n1 | 账实不符 | 办公室 | 2025年9月底前 | 已完成",
    [],
  ],
  [
    "done-without-evidence",
    "done, the evidence empty or put off",
    rows(
      GOOD(1),
      row(2, "2025年6月底前", "已完成", "2025年6月1日", "已开会", ""),
      row(3, "2025年6月底前", "已完成", "2025年6月1日", "已开会", "待补充"),
      row(4, "2025年12月底前", "正在整改", "", "已开会", ""),
    ),
    ["H3", "H4"],
  ],
  [
    "date-without-done",
    "a date beside an open status",
    rows(
      GOOD(1),
      row(2, "2025年12月底前", "未完成", "2025年6月1日"),
      row(3, "2025年12月底前", "阶段性完成", "2025年6月1日"),
      row(4, "2025年12月底前", "长期坚持", "2025年6月1日"),
    ),
    ["F3"],
  ],
  [
    "done-after-deadline",
    "later than the deadline, on it is in time",
    rows(
      GOOD(1),
      row(2, "2025年6月30日", "已完成", "2025年7月1日"),
      row(3, "2025年6月30日", "已完成", "2025年6月30日"),
    ),
    ["F3"],
  ],
  [
    "done-after-deadline",
    "not beside a date in the future, which is an error already",
    rows(GOOD(1), row(2, "2025年6月30日", "已完成", "2026年6月1日")),
    [],
  ],
  [
    "done-in-future",
    "after the as-of date, on it is fine",
    rows(
      GOOD(1),
      row(2, "2025年12月31日", "已完成", "2025年12月1日"),
      row(3, "2025年12月31日", "已完成", "2025年11月30日"),
    ),
    ["F3"],
  ],
  [
    "done-in-future",
    "not the planned date of open work",
    rows(GOOD(1), row(2, "2025年12月31日", "正在整改", "2025年12月20日")),
    [],
  ],
  [
    "done-date-unreadable",
    "words where a date belongs",
    rows(GOOD(1), GOOD(2), row(3, "2025年6月30日", "已完成", "见佐证材料"), row(4, "2025年6月30日", "已完成")),
    ["F4"],
  ],
  [
    "done-but-pending-text",
    "words that do not go with done, quoted",
    rows(
      GOOD(1),
      row(2, "2025年6月30日", "已完成", "2025年6月1日", "资金尚未到位。"),
      row(3, "2025年12月底前", "正在整改", "", "资金尚未到位。"),
      row(4, "2025年6月30日", "已完成", "2025年6月1日", "已办结，下一步将持续加强管理。"),
    ),
    ["G3"],
  ],
  [
    "open-but-done-text",
    "words that do not go with open",
    rows(
      GOOD(1),
      row(2, "2025年12月底前", "正在整改", "", "该问题已全部整改到位。"),
      row(3, "2025年12月底前", "正在整改", "", "已完成3家，其余正在推进。"),
    ),
    ["G3"],
  ],
];

describe.each(CASES.map(([alias, name, drawing, cells, options]) => ({ alias, name, drawing, cells, options })))(
  "$alias",
  ({ alias, name, drawing, cells, options }) => {
    it(name, () => {
      expect(cellsOf(alias, drawing, options)).toEqual(cells);
    });
  },
);

describe("sentences", () => {
  it("say how late, and what to do", () => {
    const [finding] = findingsOf("overdue", rows(GOOD(1), row(2, "2025年3月底前", "正在整改")));
    expect(messageOf(finding as Finding, "zh")).toBe(
      "已超期 244 天：时限 2025年3月31日，状态为正在整改。请抓紧办结，或补办延期手续后更新时限。",
    );
    expect(messageOf(finding as Finding, "en")).toContain("244 days");
    const [own] = findingsOf("overdue", rows(GOOD(1), row(2, "2025年3月底前", "推进中")));
    expect(messageOf(own as Finding, "zh")).toContain("状态为“推进中”（按正在整改计）");
    expect(messageOf(own as Finding, "en")).toContain("status “推进中” (counted as ongoing)");
    expect(finding).toMatchObject({ item: "2", unit: "办公室", field: "deadline", kind: "problem" });
  });

  it("tell an unused column in one sentence", () => {
    const findings = findingsOf(
      "done-without-date",
      rows(...[1, 2, 3, 4, 5, 6].map((n) => row(n, "2025年6月底前", "已完成"))),
    );
    expect(messageOf(findings[0] as Finding, "zh")).toContain("另外 5 行");
  });
});

describe("done-without-evidence", () => {
  const lacking = (...evidence: readonly string[]): readonly Finding[] =>
    findingsOf(
      "done-without-evidence",
      rows(...evidence.map((text, i) => row(i + 1, "2025年6月底前", "已完成", "2025年6月1日", "已开会部署", text))),
    );

  it.each([
    ["", "状态为已完成，佐证材料未填，请补充佐证材料名称或编号。", "Done, but no evidence is named; add it."],
    [
      "待补",
      "状态为已完成，佐证材料写的是“待补”，请补充佐证材料名称或编号。",
      "Done, but the evidence says “待补”; add it.",
    ],
  ])("tells what is written: %j", (text, zh, en) => {
    const [finding] = lacking("附件1", text);
    expect(messageOf(finding as Finding, "zh")).toBe(zh);
    expect(messageOf(finding as Finding, "en")).toBe(en);
  });

  it("tells a column that nobody has filled once, from five rows on", () => {
    expect(lacking("", "", "", "")).toHaveLength(4);
    const findings = lacking("", "", "", "", "");
    expect(findings.map((finding) => messageOf(finding, "zh"))).toEqual([
      "佐证材料一列都没有填，本行和另外 4 行已完成的都缺佐证，请补充。",
    ]);
    expect(messageOf(findings[0] as Finding, "en")).toBe(
      "The evidence column is empty throughout: this and 4 other done rows lack evidence.",
    );
  });
});

describe("item-level columns", () => {
  it("report once for the item, by the status of the item", () => {
    const drawing = `
      序号 | 反馈问题     | 整改措施 | 责任单位 | 整改时限       | 整改状态
      1    | 档案管理混乱 | 清点     | 办公室   | 2025年3月底前  | 正在整改
      ^    | ^            | 建账     | ^        | ^              | ^
      2    | 采购程序缺失 | 补手续   | 采购科   | 2025年12月底前 | 正在整改
      ^    | ^            | 建制度   | ^        | ^              | ^
    `;
    expect(cellsOf("overdue", drawing)).toEqual(["E2"]);
  });

  it("leave the measures of an item that is done by its own status alone", () => {
    const drawing = `
      序号 | 反馈问题 | 问题状态 | 整改措施 | 责任单位 | 完成时限 | 措施进展情况
      1 | 村级财务公开不规范 | 已完成 | 统一目录 | 农经科 | 2025年6月底前 | 已完成
      ^ | ^ | ^ | 每季检查 | 农经科 | 2025年9月底前 | 正在整改
      2 | 惠农补贴核实不严 | 正在整改 | 逐户核查 | 农经科 | 2025年6月底前 | 已完成
      ^ | ^ | ^ | 追回资金 | 财务科 | 2025年12月底前 | 正在整改
    `;
    expect(cellsOf("overdue", drawing)).toEqual([]);
    expect(cellsOf("item-measure-conflict", drawing)).toEqual(["C2"]);
  });
});

describe("done-not-signed-off", () => {
  const drawing = `
    序号 | 反馈问题 | 责任单位 | 整改时限 | 整改状态 | 是否销号
    1 | 账实不符问题 | 办公室 | 2025年9月底前 | 已完成 | 未销号
    2 | 会议偏多问题 | 办公室 | 2025年9月底前 | 已完成 | 已销号
    3 | 文件偏多问题 | 办公室 | 2025年12月底前 | 正在整改 | 已销号
    4 | 差旅超标问题 | 办公室 | 2025年12月底前 | 正在整改 | 未销号
  `;
  it("points at both kinds of disagreement", () => {
    expect(cellsOf("done-not-signed-off", drawing)).toEqual(["F2", "F4"]);
  });
});
