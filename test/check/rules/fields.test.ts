/** Required fields, units, cell errors, form: ok, ng and prevented false alarms. */
import { gridOf } from "../../grid/grid-of";
import { cellsOf, findingsOf, type TesterOptions } from "../rule-tester";
import { messageOf } from "../../../src/check/list";
import type { Finding } from "../../../src/rule/types";

const PLAIN = (rows: string): string => `
  整改台账 | < | < | < | < | <
  序号 | 反馈问题 | 整改措施 | 责任单位 | 整改时限 | 整改状态
  ${rows}`;

const MERGED = `
  序号 | 反馈问题 | 整改措施 | 责任单位 | 整改时限 | 整改状态
  1    | 档案管理混乱 | 清点   | 办公室 | 2025年12月底前 | 正在整改
  ^    | ^            | 建账   | ^      | ^              | ^
  2    | 采购程序缺失 | 补手续 |        |                |
  ^    | ^            | 建制度 | ^      | ^              | ^
  3    | 会议记录不全 | 补记   | 人事科 | 2025年9月底前  | 已完成
  ^    | ^            | 抽查   | ^      | ^              | ^
`;

const CASES: readonly (readonly [string, string, string, readonly string[], TesterOptions?])[] = [
  [
    "unit-missing",
    "an empty unit",
    PLAIN("1 | 账实不符 | 清点 | | 2025年9月底前 | 已完成\n2 | 会议偏多 | 精简 | 办公室 | 2025年9月底前 | 已完成"),
    ["D3"],
  ],
  ["unit-missing", "merged: once, at the top left", MERGED, ["D4"]],
  [
    "unit-missing",
    "blanks only",
    PLAIN("1 | 账实不符 | 清点 | ␣　␣ | 2025年9月底前 | 已完成\n2 | 会议偏多 | 精简 | 办公室 | 2025年9月底前 | 已完成"),
    ["D3"],
  ],
  [
    "unit-missing",
    "not for what is handed over to others",
    PLAIN(
      "1 | 账实不符 | 清点 | | 2025年9月底前 | 移交其他单位\n2 | 会议偏多 | 精简 | 办公室 | 2025年9月底前 | 已完成",
    ),
    [],
  ],
  [
    "unit-missing",
    "not for an error cell",
    PLAIN("1 | 账实不符 | 清点 | #N/A | 2025年9月底前 | 已完成\n2 | 会议偏多 | 精简 | 办公室 | 2025年9月底前 | 已完成"),
    [],
  ],
  [
    "deadline-missing",
    "an empty deadline, done or not",
    PLAIN("1 | 账实不符 | 清点 | 办公室 | | 已完成\n2 | 会议偏多 | 精简 | 办公室 | 2025年9月底前 | 已完成"),
    ["E3"],
  ],
  ["deadline-missing", "merged: once", MERGED, ["E4"]],
  [
    "deadline-missing",
    "not for words that need no day",
    PLAIN("1 | 账实不符 | 清点 | 办公室 | 长期坚持 | 长期坚持\n2 | 会议偏多 | 精简 | 办公室 | 立行立改 | 已完成"),
    [],
  ],
  [
    "status-missing",
    "an empty status",
    PLAIN("1 | 账实不符 | 清点 | 办公室 | 2025年9月底前 |\n2 | 会议偏多 | 精简 | 办公室 | 2025年9月底前 | 已完成"),
    ["F3"],
  ],
  ["status-missing", "merged: once", MERGED, ["F4"]],
  [
    "status-unknown",
    "a word that is no status",
    PLAIN(
      "1 | 账实不符 | 清点 | 办公室 | 2025年9月底前 | 差不多\n2 | 会议偏多 | 精简 | 办公室 | 2025年9月底前 | 已完成",
    ),
    ["F3"],
  ],
  [
    "status-unknown",
    "not for an empty or an error cell",
    PLAIN(
      "1 | 账实不符 | 清点 | 办公室 | 2025年9月底前 |\n2 | 会议偏多 | 精简 | 办公室 | 2025年9月底前 | #REF!\n3 | 台账缺失 | 补 | 办公室 | 2025年9月底前 | 已完成",
    ),
    [],
  ],
  [
    "problem-missing",
    "a number of its own without a problem",
    PLAIN("1 | 账实不符 | 清点 | 办公室 | 2025年9月底前 | 已完成\n2 | | 精简 | 办公室 | 2025年9月底前 | 已完成"),
    ["B4"],
  ],
  [
    "problem-missing",
    "not for a row that continues the item above",
    PLAIN(
      "1 | 账实不符 | 清点 | 办公室 | 2025年9月底前 | 已完成\n | | 建账 | 办公室 | 2025年9月底前 | 已完成\n2 | 会议偏多 | 精简 | 办公室 | 2025年9月底前 | 已完成",
    ),
    [],
  ],
  [
    "measure-missing",
    "an empty measure, or a mark for none",
    PLAIN(
      "1 | 账实不符 | | 办公室 | 2025年9月底前 | 已完成\n2 | 会议偏多 | / | 办公室 | 2025年9月底前 | 已完成\n3 | 台账缺失 | 补 | 办公室 | 2025年9月底前 | 已完成",
    ),
    ["C3", "C4"],
  ],
  [
    "measure-missing",
    "no measure column, nothing to miss",
    "序号 | 反馈问题 | 责任单位 | 整改时限 | 整改状态\n1 | 账实不符 | 办公室 | 2025年9月底前 | 已完成",
    [],
  ],
  [
    "cell-error",
    "errors in mapped columns",
    PLAIN("1 | 账实不符 | 清点 | #N/A | 2025年9月底前 | 已完成\n2 | 会议偏多 | 精简 | 办公室 | #VALUE! | #REF!"),
    ["D3", "E4", "F4"],
  ],
  [
    "cell-error",
    "a formula that was never worked out: no empty cell, and no status",
    PLAIN("1 | 账实不符 | 清点 | 办公室 | 2025年9月底前 | #未计算"),
    ["F3"],
  ],
  [
    "cell-error",
    "not for text that begins with a number sign",
    PLAIN(
      "1 | 账实不符 | 清点 | 办公室 | 2025年9月底前 | 已完成\n2 | #2机组台账缺失 | 补 | 办公室 | 2025年9月底前 | 已完成",
    ),
    [],
  ],
  [
    "space",
    "blanks around and within short cells",
    PLAIN(
      "1 | 账实不符 | 清点 | ␣办公室　 | 2025年9月底前 | 已完成\n2 | 会议偏多 | 精简 | 办公\u00a0室 | 2025年9月\u200b底前 | 已完成",
    ),
    ["D3", "D4", "E4"],
  ],
  [
    "space",
    "full-width digits in a short cell",
    PLAIN("1 | 账实不符 | 清点 | 办公室 | ２０２５年９月底前 | 已完成"),
    ["E3"],
  ],
  [
    "space",
    "full-width letters in a short cell, from the first to the last, and no other full-width mark",
    PLAIN(
      "1 | 账实不符 | 清点 | Ａ组 | 2025年9月底前 | 已完成\n2 | 会议偏多 | 精简 | 第ｚ组 | 2025年9月底前 | 已完成\n3 | 文件偏多 | 精简 | 办公室｛一｝科 | 2025年9月底前 | 已完成",
    ),
    ["D3", "D4"],
  ],
  [
    "space",
    "only the ends of long texts",
    PLAIN("1 | ␣账实不符 | 一是清点　实物；二是建账 | 办公室 | 2025年9月底前 | 已完成"),
    ["B3"],
  ],
  [
    "space",
    "not for lines within a cell",
    PLAIN("1 | 账实不符 | 清点\\n建账 | 办公室\\n财务科 | 2025年9月底前 | 已完成"),
    [],
  ],
  [
    "space",
    "not for names that are spread on purpose",
    "序号 | 反馈问题 | 责任单位 | 责任人 | 整改时限 | 整改状态\n1 | 账实不符 | 办公室 | 甲　某 | 2025年9月底前 | 已完成",
    [],
  ],
  [
    "unit-collective",
    "a collective name",
    PLAIN(
      "1 | 账实不符 | 清点 | 机关各科室 | 2025年9月底前 | 已完成\n2 | 会议偏多 | 精简 | 办公室 | 2025年9月底前 | 已完成",
    ),
    ["D3"],
  ],
  [
    "unit-roles-unmarked",
    "several units, none marked",
    PLAIN(
      "1 | 账实不符 | 清点 | 办公室、财务科 | 2025年9月底前 | 已完成\n2 | 会议偏多 | 精简 | 办公室（牵头）、财务科（配合） | 2025年9月底前 | 已完成",
    ),
    ["D3"],
  ],
  [
    "leftover-text",
    "traces of a template in the progress",
    "序号 | 反馈问题 | 责任单位 | 整改时限 | 整改状态 | 整改进展情况\n1 | 账实不符 | 办公室 | 2025年9月底前 | 已完成 | ××年×月×日已召开会议。\n2 | 会议偏多 | 办公室 | 2025年9月底前 | 已完成 | 已精简会议。",
    ["F2"],
  ],
  [
    "leftover-text",
    "not for a masked place or person",
    "序号 | 反馈问题 | 责任单位 | 整改时限 | 整改状态 | 整改进展情况\n1 | 账实不符 | 办公室 | 2025年9月底前 | 已完成 | ××县医院某某已清点。",
    [],
  ],
  [
    "example-as-problem",
    "an example with a number of its own",
    PLAIN(
      "1 | 账实不符 | 清点 | 办公室 | 2025年9月底前 | 已完成\n2 | 例如去年盘点未签字 | 补签 | 办公室 | 2025年9月底前 | 已完成",
    ),
    ["B4"],
  ],
  [
    "example-as-problem",
    "not for words that merely begin alike",
    PLAIN(
      "1 | 其他收入未入账 | 入账 | 办公室 | 2025年9月底前 | 已完成\n2 | 如期换届不到位 | 换届 | 办公室 | 2025年9月底前 | 已完成",
    ),
    [],
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

describe("space", () => {
  it("carries the tidy value as a fix, and the fix is final", () => {
    const [finding] = findingsOf("space", PLAIN("1 | 账实不符 | 清点 | ␣办公室　 | 2025年9月底前 | 已完成"));
    expect(finding?.fix).toEqual({ value: "办公室" });
    expect(cellsOf("space", PLAIN("1 | 账实不符 | 清点 | 办公室 | 2025年9月底前 | 已完成"))).toEqual([]);
  });
});

describe("unit-unknown", () => {
  const directory = gridOf("单位名称 | 简称\n办公室 |\n规划财务股 | 财务股", { sheet: "单位名录" });
  const drawing = PLAIN(
    "1 | 账实不符 | 清点 | 规划财物股 | 2025年9月底前 | 已完成\n2 | 会议偏多 | 精简 | 财务股 | 2025年9月底前 | 已完成\n3 | 文件偏多 | 精简 | 办 公 室 | 2025年9月底前 | 已完成",
  );

  it("points at a name outside the directory and suggests the nearest", () => {
    const findings = findingsOf("unit-unknown", drawing, { more: [directory] });
    expect(findings.map((finding) => [finding.row, finding.quote])).toEqual([[2, "规划财物股"]]);
    expect(messageOf(findings[0] as Finding, "zh")).toBe(
      "“规划财物股”不在单位名录（单位名录）中，是否指“规划财务股”？请核对写法或补入名录。",
    );
    expect(messageOf(findings[0] as Finding, "en")).toBe(
      "“规划财物股” is not in the directory (单位名录); did you mean “规划财务股”? Check the name or add it.",
    );
  });

  it("suggests nothing where no name is near", () => {
    const [finding] = findingsOf("unit-unknown", drawing.replace("规划财物股", "信息中心"), { more: [directory] });
    expect(messageOf(finding as Finding, "zh")).toBe("“信息中心”不在单位名录（单位名录）中，请核对写法或补入名录。");
    expect(messageOf(finding as Finding, "en")).toBe(
      "“信息中心” is not in the directory (单位名录). Check the name or add it.",
    );
  });

  it("says nothing without a directory", () => {
    expect(cellsOf("unit-unknown", drawing)).toEqual([]);
  });
});

describe("unit-variant", () => {
  const rows = (units: readonly string[]): string =>
    PLAIN(units.map((unit, i) => `${i + 1} | 第${i}方面落实不力 | 整改 | ${unit} | 2025年9月底前 | 已完成`).join("\n"));

  it.each<readonly [readonly string[], readonly string[]]>([
    [
      ["县住建局", "县住房和城乡建设局", "住建局", "住建局"],
      ["D3", "D5"],
    ],
    [["县卫生健康委员会", "卫健委"], ["D4"]],
    [
      ["财政局", "某县财政局", "县财政局"],
      ["D3", "D5"],
    ],
    [["党建办", "党建办公室"], ["D3"]],
    [["医疗保障服务中心", "医保服务中心"], ["D4"]],
    // Which of the two is meant nobody knows.
    [["教育局", "县教育局", "市教育局"], []],
    [["综合科", "综合执法科"], []],
    [["县第一小学", "县第二小学"], []],
    [["中医医院", "中西医结合医院"], []],
    [["区教育局", "县教育局"], []],
    [["县委办公室", "办公室"], []],
  ])("%j: at %j", (units, cells) => {
    expect(cellsOf("unit-variant", rows(units))).toEqual(cells);
  });

  it("is told once a name, and leaves it to the directory where there is one", () => {
    expect(cellsOf("unit-near-double", rows(["财政局", "县财政局", "县财政局"]))).toEqual([]);
    const directory = gridOf("单位名称 | 简称\n县财政局 |\n财政局 |", { sheet: "单位名录" });
    expect(cellsOf("unit-variant", rows(["县财政局", "财政局"]), { more: [directory] })).toEqual([]);
  });
});

describe("unit-near-double", () => {
  const rows = (units: readonly string[]): string =>
    PLAIN(units.map((unit, i) => `${i + 1} | 第${i}方面落实不力 | 整改 | ${unit} | 2025年9月底前 | 已完成`).join("\n"));

  it("points at a lone name one character away from another", () => {
    expect(cellsOf("unit-near-double", rows(["规划财务股", "规划财务股", "规划财物股", "人事股"]))).toEqual(["D5"]);
    expect(cellsOf("unit-near-double", rows(["规划财务股", "规划财务股室", "规划财务股"]))).toEqual(["D4"]);
  });

  it("points at the later of two lone names", () => {
    expect(cellsOf("unit-near-double", rows(["基层卫生股", "基屋卫生股"]))).toEqual(["D4"]);
  });

  it("knows units that differ by one character by nature", () => {
    expect(cellsOf("unit-near-double", rows(["综合业务一科", "综合业务二科", "综合业务一科"]))).toEqual([]);
    expect(cellsOf("unit-near-double", rows(["王庄镇卫生院", "李庄镇卫生院", "王庄镇卫生院"]))).toEqual([]);
    expect(cellsOf("unit-near-double", rows(["人事股", "人防股", "人事股"]))).toEqual([]);
    expect(cellsOf("unit-near-double", rows(["城东新区管委会", "城西新区管委会"]))).toEqual([]);
    expect(cellsOf("unit-near-double", rows(["柳河街道", "柳江街道", "柳河街道"]))).toEqual([]);
    expect(cellsOf("unit-near-double", rows(["平安学校", "平安学会", "平安学校"]))).toEqual([]);
  });

  it("leaves it to the directory where there is one", () => {
    const directory = gridOf("单位名称 | 简称\n规划财务股 |\n规划财物股 |", { sheet: "单位名录" });
    expect(
      cellsOf("unit-near-double", rows(["规划财务股", "规划财务股", "规划财物股"]), { more: [directory] }),
    ).toEqual([]);
  });
});
