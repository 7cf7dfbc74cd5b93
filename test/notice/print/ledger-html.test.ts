/** The ledger for print: header repeated, items whole, merges followed, texts escaped. */
import { readWorkbook } from "../../../src/ledger/read-workbook";
import { ledgerHtml } from "../../../src/notice/print/ledger-html";
import { gridOf } from "../../grid/grid-of";
import { AS_OF } from "../document/families";

const grid = gridOf(`
  整改台账 | < | < | < | < | <
  序号 | 反馈问题 | 整改措施 | 责任单位 | 整改时限 | 整改状态
  1 | 甲<b>不到位 | 开会 | 办公室 | 2025年9月30日 | 已完成
  ^ | ^ | 发文 | 财务股 | 2025年9月30日 | 已完成
  2 | 乙不到位 | 培训 | 办公室 | 2025年9月30日 | 正在整改
`);

function html(made = grid): string {
  return ledgerHtml(readWorkbook([made], { today: AS_OF, asOf: AS_OF }).ledgers);
}

describe("ledgerHtml", () => {
  it("is A3 landscape with a repeated header", () => {
    expect(html()).toContain("size: A3 landscape");
    expect(html()).toContain("table-header-group");
    expect(html()).toMatch(/<thead><tr><th>序号<\/th><th>反馈问题<\/th>.*<\/thead>/u);
  });

  it("keeps the rows of an item in one body that does not break", () => {
    const bodies = html().match(/<tbody>.*?<\/tbody>/gsu) ?? [];
    expect(bodies).toHaveLength(2);
    expect(bodies[0]).toContain('<td rowspan="2" class="number">1</td><td rowspan="2">甲&lt;b&gt;不到位</td>');
    expect(bodies[0]?.match(/<tr>/g)).toHaveLength(2);
    expect(html()).toMatch(/tbody \{ break-inside: avoid/u);
  });

  it("repeats a merge that spans items, and leaves out hidden columns", () => {
    const sections = gridOf(
      `
      序号 | 类别 | 反馈问题 | 责任单位 | 整改时限 | 整改状态
      1 | 党建方面 | 甲不到位 | 办公室 | 2025年9月30日 | 已完成
      2 | ^ | 乙不到位 | 办公室 | 2025年9月30日 | 已完成
    `,
      { hiddenCols: [3] },
    );
    const text = html(sections);
    expect(text.match(/<td>党建方面<\/td>/g)).toHaveLength(2);
    expect(text).not.toContain("责任单位");
  });

  it("keeps the lines above the head, each cell in its place, and leaves out rows that show how", () => {
    const stated = gridOf(`
      ××县某局整改台账 | < | < | < | <
      填报单位：××县某局 | | | 填报时间：2025.11.20 |
      序号 | 反馈问题 | 责任单位 | 整改时限 | 整改状态
      示例 | 学习不够 | 办公室 | 2025年6月30日 | 已完成
      1 | 甲不到位 | 办公室 | 2025年9月30日 | 已完成
    `);
    const text = html(stated);
    expect(text).toContain(
      '<h1>××县某局整改台账</h1><div class="line"><span>填报单位：××县某局</span><span>填报时间：2025.11.20</span></div><table>',
    );
    expect(text).not.toMatch(/示例|学习不够/u);
    expect(text).toContain("甲不到位");
  });

  it("gives signatures the room of the empty cells beside them", () => {
    const signed = gridOf(`
      序号 | 反馈问题 | 责任单位 | 整改时限 | 整改状态
      1 | 甲不到位 | 办公室 | 2025年9月30日 | 已完成
      填表人：甲某 | | | 审核人：乙某 |
    `);
    expect(html(signed)).toContain('<td colspan="3">填表人：甲某</td><td colspan="2">审核人：乙某</td>');
  });

  it.each<[string, string, number]>([
    ["a day", "2025年12月31日", 7],
    ["a unit of eight characters", "县综合行政执法局", 8],
    ["a number below its heading", "1", 2],
  ])("gives %s the room of one line, and the texts the rest", (_, short, characters) => {
    const long = "会议记录不完整，谈心谈话不经常，".repeat(4);
    const many = gridOf(`
      序号 | 反馈问题 | 整改措施 | 责任单位 | 整改时限 | 整改状态 | 完成时间 | 备注
      1 | ${long} | ${long} | ${short} | ${short} | 已完成 | ${short} | ${short}
    `);
    const shares = Array.from(html(many).matchAll(/<col style="width:([\d.]+)%">/gu), ([, share]) => Number(share));
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(100, 0);
    // 390 mm less margins of 15 mm are 104 characters of 10.5 pt; a cell's edges take most of one.
    for (const col of [3, 4, 6, 7]) expect(((shares[col] ?? 0) / 100) * 104 - 0.8).toBeGreaterThanOrEqual(characters);
    expect(shares[1]).toBeGreaterThan(20);
  });

  it("shares the page as texts ask where short columns would leave them nothing", () => {
    const days = Array.from({ length: 12 }, (_, at) => `第${at + 1}次检查日期`);
    const crowded = gridOf(`
      序号 | 反馈问题 | 责任单位 | 整改时限 | 整改状态 | ${days.join(" | ")}
      1 | ${"会议记录不完整，".repeat(4)} | 办公室 | 2025年9月30日 | 已完成 | ${days.map(() => "2025年12月31日").join(" | ")}
    `);
    const shares = Array.from(html(crowded).matchAll(/<col style="width:([\d.]+)%">/gu), ([, share]) => Number(share));
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(100, 0);
    expect(shares[1]).toBeGreaterThan(18);
  });
});
