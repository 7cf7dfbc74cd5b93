/** Days of an inspection and totals announced before the body: each with what stands right beside its limit. */
import { announcedGroups, dateOf, readNotice } from "../../src/reading";
import { isoDate } from "../../src/zh/civil-date";

const told = (...lines: string[]) => {
  const { inspectionFrom, inspectionTo, feedback } = readNotice(lines).document;
  return [inspectionFrom, inspectionTo, feedback?.date ?? null].map((date) => (date ? isoDate(date) : "-")).join(" ");
};

test.each([
  [
    ["2025年3月1日至5月20日，县委第一巡察组对县××局开展了巡察。2025年6月10日，巡察组反馈了意见。"],
    "2025-03-01 2025-05-20 2025-06-10",
  ],
  // the first day of the inspection is no feedback
  [
    ["2025年3月1日至5月20日，县委第一巡察组对县××局开展了巡察。2025年3月1日，就问题反馈情况作了说明。"],
    "2025-03-01 2025-05-20 -",
  ],
  [
    ["2025年3月1日至5月20日，县委第一巡察组对县××局开展了巡察。2025年3月2日，就问题反馈情况作了说明。"],
    "2025-03-01 2025-05-20 2025-03-02",
  ],
  // of another round, and the day on which figures stand
  [
    ["2025年3月1日至5月20日，县委第一巡察组对县××局开展了巡察。2025年6月2日，就上轮反馈情况作了说明。"],
    "2025-03-01 2025-05-20 -",
  ],
  [
    ["2025年3月1日至5月20日，县委第一巡察组对县××局开展了巡察。截至2025年8月2日，反馈的12个问题已整改9个。"],
    "2025-03-01 2025-05-20 -",
  ],
  [["2025年3月1日，县委第一巡察组对县××局开展了巡察。"], "- - -"],
  [["25年3月1日至5月20日，县委第一巡察组对县××局开展了巡察。"], "- - -"],
  [["2025年3月1日至5月20日，县××局开展了培训。"], "- - -"],
])("%s: %s", (lines, days) => expect(told(...lines)).toBe(days));

test.each([
  ["截至2025-06-05", "2025-06-05"],
  ["截至2025/6/5", "2025-06-05"],
  ["截至2025.6.5", "2025-06-05"],
  ["截至2025年6月5日", "2025-06-05"],
  ["截至25年6月5日", "-"],
  ["截至2025年2月30日", "-"],
  ["截至2025年6月", "-"],
])("%s is the day %s", (text, day) => {
  const [token] = readNotice([text]).dates;
  const date = token ? dateOf(token) : null;
  expect(date ? isoDate(date) : "-").toBe(day);
});

test("counts of an item are none that are announced, whichever item it is", () => {
  const item = (number: number) => [
    `${number}.关于“台账不全”的问题`,
    "整改进展情况：核查发现问题12个，已完成整改10个，正在整改2个。",
  ];
  const lines = ["反馈问题2个，已完成整改2个。", "一、整改落实情况", ...item(1), ...item(2)];
  expect(announcedGroups(readNotice(lines)).map((group) => [group.line, group.total.value])).toEqual([[0, 2]]);
});
