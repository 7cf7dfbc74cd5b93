import { isoDate } from "../../../src/zh/civil-date";
import { statedDates } from "../../../src/ledger/fields/as-of";
import { SERIAL_MARK } from "../../../src/ledger/layout/lines-above";

function stated(...lines: string[]): Record<string, string> {
  const dates = statedDates(lines, 2025, false);
  return Object.fromEntries(Object.entries(dates).flatMap(([name, date]) => (date ? [[name, isoDate(date)]] : [])));
}

describe("statedDates", () => {
  test.each([
    ["填报单位：某局　填报时间：2025年10月10日", { report: "2025-10-10" }],
    ["填表日期:2025.9.1", { report: "2025-09-01" }],
    ["统计截止时间：2025年9月30日", { cutOff: "2025-09-30" }],
    ["统计截止：2025年9月", { cutOff: "2025-09-30" }],
    ["数据截至2025-09-30", { cutOff: "2025-09-30" }],
    ["整改台账（截至9月30日）", { cutOff: "2025-09-30" }],
    ["截至二〇二五年九月三十日", { cutOff: "2025-09-30" }],
    ["数据截至2025年三季度末", { cutOff: "2025-09-30" }],
    ["截至第三季度", { cutOff: "2025-09-30" }],
    ["截至2025年上半年", { cutOff: "2025-06-30" }],
    ["截至2025年底", { cutOff: "2025-12-31" }],
    ["截至9月底", { cutOff: "2025-09-30" }],
    ["统计时间：2025年9月30日", { cutOff: "2025-09-30" }],
    ["统计时点：2025年9月30日", { cutOff: "2025-09-30" }],
    ["截至2025年，已完成3个", {}],
    ["截止日期", {}],
    ["截至目前，已完成3个", {}],
    ["反馈时间：2024年11月20日", { feedback: "2024-11-20" }],
    ["县委第一巡察组2024年11月20日反馈问题整改台账", { feedback: "2024-11-20" }],
    ["2025年度巡察反馈问题整改台账", {}],
    [`统计截止时间： ${SERIAL_MARK}45930`, { cutOff: "2025-09-30" }],
    [`填报时间： ${SERIAL_MARK}45930`, { report: "2025-09-30" }],
    ["2025年2月30日反馈", {}],
  ])("%s", (line, expected) => {
    expect(stated(line)).toEqual(expected);
  });

  test("a cut-off without a year takes that of the report", () => {
    expect(stated("填报时间：2024年12月25日", "截至12月22日")).toEqual({ report: "2024-12-25", cutOff: "2024-12-22" });
  });
});
