/** Rates as a page and as a picture: title, unit, date, definition, values; every figure the tally's. */
import { ratesHtml, ratesPicture, ratesPictureSize, type RatesInput } from "../../../src/notice/print/rates";
import { readWorkbook } from "../../../src/ledger/read-workbook";
import { DEFAULT_DEFINITION, tally } from "../../../src/tally/tally";
import { civilDate } from "../../../src/zh/civil-date";
import { gridOf } from "../../grid/grid-of";

const AS_OF = civilDate(2025, 12, 22)!;
const grid = gridOf(`
  序号 | 反馈问题 | 责任单位 | 整改时限 | 整改状态
  1 | 甲不到位 | 办公室 | 2025年9月30日 | 已完成
  2 | 乙不到位 | 办公室 | 2025年9月30日 | 正在整改
  3 | 丙不到位 | 财务<股 | 2025年12月31日 | 已完成
`);

function input(over: Partial<RatesInput> = {}): RatesInput {
  const reading = readWorkbook([grid], { today: AS_OF, asOf: AS_OF });
  return {
    unit: "××县某局",
    asOf: "2025年12月22日",
    definition: "仅计已完成",
    tally: tally(reading, { definition: DEFAULT_DEFINITION, dueSoonDays: 15 }),
    precision: 0,
    ...over,
  };
}

const HEAD = ["整改完成率统计", "填报单位：××县某局", "统计截止：2025年12月22日", "口径：仅计已完成"];

it("prints a page with its table and its chart", () => {
  const html = ratesHtml(input());
  for (const said of HEAD) expect(html).toContain(said);
  const rows = Array.from(html.matchAll(/<tr[^>]*>(.*?)<\/tr>/gu), ([, row = ""]) =>
    Array.from(row.matchAll(/<t[dh]>(.*?)<\/t[dh]>/gu), ([, cell]) => cell),
  );
  expect(rows).toEqual([
    ["事项、责任单位", "总数", "已完成", "超期", "完成率"],
    ["反馈问题", "3", "2", "1", "67%"],
    ["　办公室", "2", "1", "1", "50%"],
    ["　财务&lt;股", "1", "1", "0", "100%"],
  ]);
  // A drawing a bar, so that no page ends within one.
  expect(html.match(/<svg [^>]*height="28"/gu)).toHaveLength(3);
  expect(html).toMatch(/svg \{[^}]*break-inside: avoid/u);
  expect(html).toContain("size: A4 portrait");
  expect(html).not.toContain("<股");
});

it("draws a picture that says the same by itself", () => {
  const svg = ratesPicture(input());
  for (const said of [...HEAD, "67%（2/3）", "50%（1/2）", "100%（1/1）"]) expect(svg).toContain(said);
  const { width, height } = ratesPictureSize(input());
  expect(svg).toContain(`width="${width}" height="${height}"`);
  const room = Number(/<rect x="220" y="92" width="(\d+)"/u.exec(svg)?.[1]);
  const bars = Array.from(svg.matchAll(/width="([\d.]+)" height="16" fill="#(?:1f4e79|2e75b6)"/gu), ([, bar]) => bar);
  expect(bars).toEqual([2 / 3, 1 / 2, 1].map((share) => (share * room).toFixed(1)));
});

it("says in words why there is no rate", () => {
  const early = civilDate(2025, 1, 1)!;
  const reading = readWorkbook([grid], { today: early, asOf: early });
  const definition = { ...DEFAULT_DEFINITION, denominator: "due" } as const;
  const page = input({ tally: tally(reading, { definition, dueSoonDays: 15 }) });
  for (const drawn of [ratesHtml(page), ratesPicture(page)]) {
    expect(drawn.match(/>无到期事项</gu)?.length).toBeGreaterThanOrEqual(3);
    expect(drawn).not.toContain("—<");
  }
});

it("leaves open what nobody says", () => {
  expect(ratesHtml(input({ unit: null }))).toContain("填报单位：【待补充：单位全称】");
});
