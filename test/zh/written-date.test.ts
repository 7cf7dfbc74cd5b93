import { phraseDate, readFormDate, scanDates } from "../../src/zh/written-date";
import { isoDate } from "../../src/zh/civil-date";

const AS_OF = { year: 2025, month: 11, day: 30 };

it.each([
  ["0月", "bad"],
  ["1月", "date"],
  ["12月", "date"],
  ["13月", "bad"],
  ["2025年13月5日", "bad"],
])("%s in a cell is a %s one", (text, type) => expect(scanDates(text, "cell").map((one) => one.type)).toEqual([type]));

it.each([
  ["0-6月", "bad 4"],
  ["1-6月", "date 4"],
  ["2025年三季末", "date 8"],
  ["第三季", "date 3"],
  ["2025全年", "date 6"],
])("%s in a cell: %s", (text, read) =>
  expect(scanDates(text, "cell").map(({ type, end }) => `${type} ${end}`)).toEqual([read]),
);

describe("a field of a form", () => {
  it.each([
    "2025-10-01",
    "2025/10/1",
    "2025.10.1",
    "20251001",
    "2025年10月1日",
    " 2025-10-01 ",
    "２０２５年１０月１日",
  ])("reads %s", (text) => expect(readFormDate(text)).toEqual({ year: 2025, month: 10, day: 1 }));
  it.each([
    "2025-13-01",
    "2025-02-29",
    "today",
    "",
    "25-10-01",
    "2025-10",
    "2025年10月1日前",
    "2025-10-01 08:00",
    "2025-10-01、2025-10-02",
    "2025年10月1日至3日",
    "45931",
    `${"2".repeat(100_000)}-`,
  ])("refuses %s", (text) => expect(readFormDate(text)).toBeNull());
});

describe("the day a phrase speaks of", () => {
  it.each([
    ["于2026年3月召开会议", "2026-03-31"],
    ["于25年3月5日", "2025-03-05"],
    ["12月召开", "2025-12-31"],
    ["明年3月", "2026-03-31"],
    ["明年", "2026-12-31"],
    ["年底前完成", "2025-12-31"],
    ["上半年完成", "2025-06-30"],
    ["6月初完成", "2025-06-30"],
    ["3月至6月完成", "2025-06-30"],
  ])("%s", (text, day) => expect(isoDate(phraseDate(text, AS_OF) ?? AS_OF)).toBe(day));
  it.each(["2月30日完成", "3个月完成", "尽快完成"])("no day in %s", (text) =>
    expect(phraseDate(text, AS_OF)).toBeNull(),
  );
});
