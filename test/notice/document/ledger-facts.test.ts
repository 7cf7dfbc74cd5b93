/** What a ledger says of itself: offered for the form, and asked where its 填报时间 is not the day it is counted on. */
import { dayAsked, factOffers, NO_FACTS, type Facts } from "../../../src/notice";
import { readWorkbook } from "../../../src/ledger/read-workbook";
import type { Reading } from "../../../src/ledger/types";
import { civilDate } from "../../../src/zh/civil-date";
import { sheetOf } from "../../grid/grid-of";

const HEAD = ["序号", "反馈问题", "责任单位", "整改时限", "整改状态"];
const TODAY = civilDate(2025, 12, 22)!;

function ledger(
  title: string,
  line: readonly string[] = [],
  asOf = TODAY,
  counted: "today" | "set" = "today",
): Reading {
  const rows = [
    [1, "制度不健全", "办公室", "2025年9月底前", "已完成"],
    [2, "检查不到位", "财务股", "2025年12月底前", "正在整改"],
  ];
  const sheet = sheetOf("台账", [[title], ...(line.length === 0 ? [] : [line]), HEAD, ...rows]);
  return readWorkbook([sheet], { today: TODAY, ...(counted === "set" ? { asOf } : {}) });
}

function offered(reading: Reading, form: Facts = NO_FACTS): Readonly<Record<string, string>> {
  return Object.fromEntries(factOffers(reading, form).map(({ fact, shown }) => [fact, shown]));
}

describe("the unit in a title", () => {
  it.each([
    ["××县政府常务会议议定事项督办台账", undefined],
    ["群众来信交办台账", undefined],
    ["××县提案承办清单", undefined],
    ["××县建议协办台账", undefined],
    ["××县会议定事催办台账", undefined],
    ["××县教育局重点任务台账", "××县教育局"],
    ["××县委外交办整改台账", "××县委外交办"],
    ["××县委改革办整改台账", "××县委改革办"],
  ])("%s: %s", (title, unit) => {
    expect(offered(ledger(title))["unit"]).toBe(unit);
  });
});

describe("offers for empty fields", () => {
  it.each<[string, readonly string[], Readonly<Record<string, string>>]>([
    [
      "××县某局党组巡察反馈问题整改台账",
      ["填报单位：××县某局", "填报时间：2025.11.20"],
      { unit: "××县某局", organ: "党组", subject: "巡察反馈问题整改情况" },
    ],
    [
      "中共××县某局党委巡察反馈问题整改落实情况台账（11月）",
      ["填报单位：中共××县某局党委"],
      { unit: "××县某局", organ: "党委", subject: "巡察反馈问题整改情况" },
    ],
    ["巡察反馈问题整改台账", ["填报单位：××县某局"], { unit: "××县某局", subject: "巡察反馈问题整改情况" }],
    ["××县某局党组织建设问题整改清单", ["填报单位：××县某局"], { unit: "××县某局", subject: "党组织建设问题整改情况" }],
    ["××县某局隐患台账", ["填报单位：××县某局"], { unit: "××县某局" }],
  ])("%s", (title, line, expected) => {
    expect(offered(ledger(title, line))).toEqual(expected);
  });

  it("offers nothing for a field that is filled in", () => {
    const reading = ledger("××县某局党组巡察反馈问题整改台账", ["填报单位：××县某局"]);
    expect(offered(reading, { ...NO_FACTS, unit: "另一单位", organ: "党委" })).toEqual({
      subject: "巡察反馈问题整改情况",
    });
  });
});

describe("填报时间", () => {
  it.each<[string, string | null]>([
    ["填报时间：2025.11.20", "2025-11-20"],
    ["填报时间：2025年12月22日", null],
    ["填表人：甲某", null],
  ])("%s against 22 December", (line, asked) => {
    const day = dayAsked(ledger("××县某局整改台账", ["填报单位：××县某局", line]))?.date ?? null;
    expect(day === null ? null : `${day.year}-${day.month}-${day.day}`).toBe(asked);
  });

  it("is settled by a day that a person set", () => {
    expect(dayAsked(ledger("××县某局整改台账", ["填报时间：2025.11.20"], TODAY, "set"))).toBeNull();
  });
});
