/** The day a ledger is counted by is asked for where the ledger speaks of another, or of one without a year. */
import type { CellValue } from "../../../src/grid/grid";
import { readWorkbook } from "../../../src/ledger/read-workbook";
import { dayAsked, factOffers, NO_FACTS } from "../../../src/notice";
import { civilDate, isoDate } from "../../../src/zh/civil-date";
import { sheetOf } from "../../grid/grid-of";

const TODAY = civilDate(2026, 2, 3)!;
const HEAD = ["序号", "反馈问题", "责任单位", "整改时限", "整改状态"];

function readingOf(...sheets: readonly (readonly [title: string, line?: string])[]) {
  const grids = sheets.map(([title, line], index) => {
    const rows: (readonly CellValue[])[] = [[title]];
    if (line !== undefined) rows.push([line]);
    rows.push(HEAD, [1, `第${index}甲项不规范`, "办公室", "2026年6月30日", "已完成"]);
    rows.push([2, `第${index}乙项不规范`, "办公室", "2026年6月30日", "正在整改"]);
    return sheetOf(`表${index + 1}`, rows);
  });
  return readWorkbook(grids, { today: TODAY });
}

it.each<[string, string | undefined, string | null]>([
  ["某局整改台账", "统计截止：12月31日", "year 2026-12-31"],
  ["某局整改台账", "统计截止：12月", "year 2026-12-31"],
  ["某局整改台账", "统计截止：2025年12月31日", null],
  // The year of 填报时间 is the ledger's own word.
  ["某局整改台账", "填报时间：2026年1月5日 统计截止：1月4日", null],
  ["某局整改台账", "填报时间：2026年1月5日", "report 2026-01-05"],
  ["某局整改台账", "填报日期：2026年2月3日", null],
  ["某局2025年12月整改台账", undefined, "title 2025-12-31"],
  ["某局整改台账（2025年12月）", undefined, "title 2025-12-31"],
  ["某局整改台账（2025年12月份）", "填报时间：2026年1月5日", "report 2026-01-05"],
  // The month of the inspection, not of the ledger.
  ["2025年6月反馈的意见落实表", undefined, null],
  ["某局2025年整改台账", undefined, null],
])("%s %s: %s", (title, line, expected) => {
  const asked = dayAsked(readingOf(line === undefined ? [title] : [title, line]));
  expect(asked === null ? null : `${asked.why} ${isoDate(asked.date)}`).toBe(expected);
});

it("of several units none is offered as the author", () => {
  const several = readingOf(["整改台账", "填报单位：某县甲局"], ["整改台账", "填报单位：某县乙局"]);
  expect(factOffers(several, NO_FACTS).filter((offer) => offer.fact === "unit")).toEqual([]);
  const listed = readingOf(["整改台账", "填报单位：某县甲局、某县乙局、某县丙局"]);
  expect(factOffers(listed, NO_FACTS).filter((offer) => offer.fact === "unit")).toEqual([]);
  const one = readingOf(["整改台账", "填报单位：某县甲局"], ["整改台账", "填报单位：某县甲局"]);
  expect(factOffers(one, NO_FACTS).filter((offer) => offer.fact === "unit")).toMatchObject([{ value: "某县甲局" }]);
});
