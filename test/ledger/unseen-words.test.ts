/**
 * Ledgers in words that no list has: head nouns behind a word of a trade, rows told by their counts, columns without any
 * word, marks and cards of offices. What is held stands behind the bar.
 */
import { check } from "../../src/check/check";
import { readWorkbook } from "../../src/ledger/read-workbook";
import { gridOf } from "../grid/grid-of";

const TODAY = { year: 2025, month: 10, day: 31 };

function told(...drawings: readonly (readonly [sheet: string, drawing: string])[]): string {
  const reading = readWorkbook(
    drawings.map(([sheet, drawing]) => gridOf(drawing, { sheet })),
    { today: TODAY, asOf: TODAY },
  );
  if (reading.ledgers.length === 0) return "none";
  const items = reading.ledgers.flatMap(({ items }) => items);
  const held = [...new Set(check(reading).held.map(({ rule }) => rule))].join(",");
  const statuses = items.map(({ status, overdue }) => `${status}${overdue ? "!" : ""}`).join(" ");
  return `${[...new Set(reading.ledgers.map(({ kind }) => kind))].join("+")}: ${statuses}${held === "" ? "" : ` | ${held}`}`;
}

const errorsOf = (drawing: string): readonly string[] =>
  check(readWorkbook([gridOf(drawing, { sheet: "Sheet1" })], { today: TODAY, asOf: TODAY }))
    .findings.filter(({ severity }) => severity === "error")
    .map(({ rule }) => rule);

describe("a head noun behind a word that no list has", () => {
  test.each([
    ["火灾隐患", "属地街道", "限改日期", "整改情况"],
    ["质控缺陷", "责任病区", "限办时间", "追踪评价"],
    ["问题点位描述", "责任分包", "整改目标时限", "整改反馈"],
    ["病害描述", "施工班组", "处治时限", "处治情况"],
    ["提案题目", "主办单位", "办复时限", "办复情况"],
    ["Issue/质量缺陷", "Owner Dept", "Due Date", "Status"],
  ])("%s | %s | %s | %s", (problem, unit, deadline, status) => {
    const drawing = `
      序号 | ${problem}   | ${unit} | ${deadline} | ${status}
      1    | 通道堆放杂物 | 一工区 | 2025年9月30日 | 已完成
      2    | 标识缺失     | 二工区 | 2025年9月30日 | 正在整改
      3    | 记录不全     | 一工区 | 2025年12月31日 | 未完成`;
    expect(told(["Sheet1", drawing])).toBe("problem: done ongoing! notDone");
    expect(errorsOf(drawing)).toEqual([]);
  });

  it("is none where the word turns it into something else", () => {
    const drawing = `
      序号 | 反馈问题 | 责任单位 | 整改时限 | 整改状态 | 未整改隐患 | 责任状
      1    | 记录不全 | 一科 | 2025年9月30日 | 已完成 | 无 | 已签
      2    | 标识缺失 | 二科 | 2025年9月30日 | 未完成 | 有 | 未签`;
    expect(told(["Sheet1", drawing])).toBe("problem: done notDone!");
  });
});

describe("rows", () => {
  const head = `
    序号 | 反馈问题 | 责任单位 | 整改时限 | 整改状态
    1 | 记录不全 | 一科 | 2025年9月30日 | 已完成
    2 | 标识缺失 | 二科 | 2025年9月30日 | 未完成`;

  test.each(["总体 | 2项 | | | 完成1项", "| 全部 | | | 1/2", "以上合计 | 2 | | | 1", "合计数 | 2个 | | | 已完成1个"])(
    "that hold only counts are totals: %s",
    (row) => expect(told(["Sheet1", `${head}\n${row}`])).toBe("problem: done notDone!"),
  );

  it("with a day or a unit of their own are items, whatever they are called", () => {
    expect(told(["Sheet1", `${head}\n3 | 全部 | 一科 | 2025年12月31日 | 1/2`])).toContain("status-unknown");
  });

  test.each(["仝上", "−〃−", "同前"])("that say %s mean the cell above", (mark) =>
    expect(told(["Sheet1", `${head}\n3 | 台账未更新 | ${mark} | ${mark} | ${mark}`])).toBe(
      "problem: done notDone! notDone!",
    ),
  );

  it("of a checklist in which nothing was found are no items, and nobody is accused of them", () => {
    const drawing = `
      序号 | 检查项目 | 检查结果 | 存在问题 | 责任单位 | 整改期限 | 整改情况
      1 | 疏散通道 | 符合 | | | |
      2 | 灭火器 | 不符合 | 压力不足 | 一科 | 2025年9月30日 | 已整改
      3 | 配电箱 | 合格 | / | | |
      4 | 防火门 | 不合格 | 常开 | 二科 | 2025年9月30日 | 未整改`;
    expect(told(["Sheet1", drawing])).toBe("problem: done notDone!");
    expect(errorsOf(drawing)).toEqual([]);
  });

  it("without a problem that tell a day all the same are items", () => {
    const drawing = `
      序号 | 检查结果 | 存在问题 | 责任单位 | 整改期限 | 整改情况
      1 | 符合 | | 一科 | 2025年9月30日 | 未整改
      2 | 不符合 | 压力不足 | 一科 | 2025年9月30日 | 已整改`;
    expect(errorsOf(drawing)).toContain("problem-missing");
  });
});

describe("columns", () => {
  it("of a person and a day in one give the day", () => {
    for (const [header, first, second] of [
      ["责任人/期限", "甲某/2025年9月30日", "乙某/2025年12月31日"],
      ["责任人及时限", "甲某\\n2025.9.30", "乙某\\n2025.12.31"],
      ["整改责任人（期限）", "甲某（2025年9月30日）", "乙某（2025年12月31日）"],
    ] as const) {
      const drawing = `
        序号 | 反馈问题 | 责任单位 | ${header} | 整改状态
        1 | 记录不全 | 一科 | ${first} | 未完成
        2 | 标识缺失 | 二科 | ${second} | 正在整改`;
      expect(told(["Sheet1", drawing])).toBe("problem: notDone! ongoing");
    }
  });

  it("apart by an empty one are those of one table", () => {
    const drawing = `
      序号 | | 具体问题 | 整改举措 | | 牵头单位 | 整改期限 | 整改进展
      1 | | 记录不全 | 补齐 | | 一科 | 2025年9月30日 | 推进中
      2 | | 标识缺失 | 增设 | | 二科 | 2025年12月31日 | 已完成整改`;
    expect(told(["Sheet1", drawing])).toBe("problem: ongoing! done");
  });

  it("without any word over them are heard where all their cells are statuses", () => {
    const drawing = `
      序号 | 反馈问题 | 责任单位 | 整改时限 |
      1 | 记录不全 | 一科 | 2025年9月30日 | 已完成
      2 | 标识缺失 | 二科 | 2025年9月30日 | 未完成
      3 | 台账未更新 | 二科 | 2025年12月31日 | 正在整改`;
    expect(told(["Sheet1", drawing])).toBe("problem: done notDone! ongoing");
  });

  it("of days of reports are told apart by their month, those of looks by their turn", () => {
    for (const headers of ["8月底 | 9月底", "第一次督查 | 第二次督查", "首次复查 | 二次复查"]) {
      const drawing = `
        序号 | 反馈问题 | 责任单位 | 整改时限 | ${headers}
        1 | 记录不全 | 一科 | 2025年9月30日 | 未完成 | 已完成
        2 | 标识缺失 | 二科 | 2025年9月30日 | 未完成 | 正在整改
        3 | 台账未更新 | 二科 | 2025年12月31日 | 未完成 | 未完成`;
      expect(told(["Sheet1", drawing])).toBe("problem: done ongoing! notDone");
    }
  });
});

describe("sheets", () => {
  const of = (status: string): string => `
    序号 | 反馈问题 | 责任单位 | 整改时限 | 整改状态
    1 | 记录不全 | 一科 | 2025年9月30日 | ${status}
    2 | 标识缺失 | 二科 | 2025年12月31日 | ${status}`;

  test.each([
    ["第三季度", "第四季度"],
    ["20250930", "20251031"],
    ["2025.9", "2025.10"],
    ["上半年", "下半年"],
  ])("%s gives way to %s", (earlier, later) => {
    const expected = "problem: done done | ledger-overlap";
    expect(told([earlier, of("未完成")], [later, of("已完成")])).toBe(expected);
    expect(told([later, of("已完成")], [earlier, of("未完成")])).toBe(expected);
  });

  it("of problems that were handed on are problems, of matters handed on matters", () => {
    expect(told(["Sheet1", `实地测评问题交办表\n${of("已完成")}`])).toBe("problem: done done");
    expect(told(["Sheet1", `巡察交办事项办理台账\n${of("已完成")}`])).toBe("matter: done done");
  });
});

describe("cards", () => {
  it("under a title each are read one by one", () => {
    const card = (n: number, status: string): string => `
      整改卡（第${n}号） | < | <
      质量问题描述 | 责任分包 | 要求整改完成时间
      第${n}处渗漏 | 装饰分包 | 2025年9月30日
      整改方案 | 责任人 | 整改结果
      修补 | 甲某 | ${status}
      |`;
    expect(told(["Sheet1", card(1, "已闭环") + card(2, "整改中")])).toBe("problem: done ongoing!");
  });

  test.each([
    ["高度重视，召开会议研究，已于2025年9月20日整改完成。", "done"],
    ["已成立专班，正在对照清单逐项推进，预计下月底前完成整改。", "ongoing!"],
    ["因资金未到位，尚未开展整改。", "notDone!"],
  ])("that end with “%s”", (report, status) => {
    const drawing = `
      问题整改情况卡 | < | < | <
      责任单位 | 一科 | 整改期限 | 2025年9月30日
      问题描述 | 台账登记不全 | < | <
      整改落实情况 | ${report} | < | <`;
    expect(told(["第1张", drawing])).toBe(`problem: ${status}`);
  });

  it("with labels in brackets or with the number of the problem are read", () => {
    const brackets = `
      【具体问题】台账登记不全
      【责任单位】一科
      【整改时限】2025年9月30日
      【整改状态】未完成`;
    expect(told(["Sheet1", brackets])).toBe("problem: notDone!");
    const numbered = `
      问题1 | 台账登记不全
      责任单位 | 一科
      整改时限 | 2025年9月30日
      整改状态 | 未完成
      |
      问题2 | 签字不齐
      责任单位 | 二科
      整改时限 | 2025年12月31日
      整改状态 | 已完成`;
    expect(told(["Sheet1", numbered])).toBe("problem: notDone! done");
  });
});
