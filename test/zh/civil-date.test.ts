import * as fc from "fast-check";
import {
  addDays,
  addMonths,
  chineseDate,
  civilDate,
  compareDates,
  dayNumber,
  fromDayNumber,
  fromSerial,
  isoDate,
  lastDayOfMonth,
  parseIsoDate,
  toSerial,
  type CivilDate,
} from "../../src/zh/civil-date";

function day(iso: string): CivilDate {
  const date = parseIsoDate(iso);
  if (date === null) throw new Error(`no date: ${iso}`);
  return date;
}

describe("civil dates", () => {
  test.each([
    [2025, 2, 28, true],
    [2025, 2, 29, false],
    [2024, 2, 29, true],
    [1900, 2, 29, false],
    [2000, 2, 29, true],
    [2025, 13, 1, false],
    [2025, 0, 1, false],
    [2025, 4, 31, false],
    [2025, 4, 0, false],
    [0, 1, 1, false],
    [9999, 12, 31, true],
    [10000, 1, 1, false],
    [2025.5, 1, 1, false],
    [2025, 1.5, 1, false],
    [2025, 1, 1.5, false],
    [Number.NaN, 1, 1, false],
  ])("%p-%p-%p exists: %p", (y, m, d, exists) => {
    expect(civilDate(y, m, d)).toEqual(exists ? { year: y, month: m, day: d } : null);
  });

  test("day numbers run without a gap from year 1 to 9999", () => {
    expect(dayNumber(day("1970-01-01"))).toBe(0);
    expect(dayNumber(day("2000-03-01"))).toBe(11017);
    expect(isoDate(fromDayNumber(dayNumber(day("0001-01-01"))))).toBe("0001-01-01");
    expect(isoDate(fromDayNumber(dayNumber(day("9999-12-31"))))).toBe("9999-12-31");
    fc.assert(
      fc.property(fc.integer({ min: -719162, max: 2932896 }), (n) => {
        const date = fromDayNumber(n);
        return civilDate(date.year, date.month, date.day) !== null && dayNumber(date) === n;
      }),
    );
  });

  test("order follows day numbers", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40000 }), fc.integer({ min: 0, max: 40000 }), (a, b) => {
        return Math.sign(compareDates(fromDayNumber(a), fromDayNumber(b))) === Math.sign(a - b);
      }),
    );
  });

  test.each([
    ["2025-01-31", 1, "2025-02-28"],
    ["2024-01-31", 1, "2024-02-29"],
    ["2025-03-31", -1, "2025-02-28"],
    ["2025-11-15", 3, "2026-02-15"],
    ["2025-01-15", -13, "2023-12-15"],
    ["2025-06-30", 0, "2025-06-30"],
  ])("%s plus %p months is %s", (from, months, to) => {
    expect(isoDate(addMonths(day(from), months))).toBe(to);
  });

  test.each([
    ["2025-12-31", 1, "2026-01-01"],
    ["2024-02-28", 1, "2024-02-29"],
    ["2025-03-01", -1, "2025-02-28"],
  ])("%s plus %p days is %s", (from, days, to) => {
    expect(isoDate(addDays(day(from), days))).toBe(to);
  });

  test.each([
    [1, "1900-01-01", "1904-01-02"],
    [0, null, "1904-01-01"],
    [59, "1900-02-28", "1904-02-29"],
    [60, null, "1904-03-01"],
    [60.5, null, "1904-03-01"],
    [61, "1900-03-01", "1904-03-02"],
    [45838, "2025-06-30", "2029-07-01"],
    [45838.75, "2025-06-30", "2029-07-01"],
    [2958465, "9999-12-31", null],
    [2958466, null, null],
    [2957003, "9995-12-30", "9999-12-31"],
    [-1, null, null],
    [-0.5, null, null],
    [Number.POSITIVE_INFINITY, null, null],
    [Number.NaN, null, null],
  ])("serial %p is %p, in the 1904 system %p", (serial, in1900, in1904) => {
    const a = fromSerial(serial, false);
    const b = fromSerial(serial, true);
    expect(a === null ? null : isoDate(a)).toBe(in1900);
    expect(b === null ? null : isoDate(b)).toBe(in1904);
  });

  test("every day from 1900 to 2100 survives serials of both systems", () => {
    const last = dayNumber(day("2100-12-31"));
    let previous = 0;
    for (let n = dayNumber(day("1900-01-01")); n <= last; n++) {
      const date = fromDayNumber(n);
      const serial = toSerial(date, false);
      if (serial === null) throw new Error(`no serial for ${isoDate(date)}`);
      if (serial <= previous) throw new Error(`serials do not rise at ${isoDate(date)}`);
      previous = serial;
      const back = fromSerial(serial, false);
      if (back === null || compareDates(back, date) !== 0) throw new Error(`1900 system loses ${isoDate(date)}`);
      const serial1904 = toSerial(date, true);
      if (date.year < 1904) {
        if (serial1904 !== null) throw new Error(`1904 system begins before ${isoDate(date)}`);
        continue;
      }
      if (serial1904 === null) throw new Error(`1904 system lacks ${isoDate(date)}`);
      const back1904 = fromSerial(serial1904, true);
      if (back1904 === null || compareDates(back1904, date) !== 0) throw new Error(`1904 loses ${isoDate(date)}`);
    }
    expect(previous).toBe(73415);
  });

  test.each([
    ["2025-10-10", "2025-10-10"],
    ["2025-2-3", null],
    ["2025-02-30", null],
    ["2025-10-10 ", null],
    ["", null],
  ])("reads %p as ISO: %p", (text, iso) => {
    const date = parseIsoDate(text);
    expect(date === null ? null : isoDate(date)).toBe(iso);
  });

  test("prints", () => {
    expect(chineseDate(day("2025-01-05"))).toBe("2025年1月5日");
    expect(isoDate({ year: 25, month: 1, day: 5 })).toBe("0025-01-05");
    expect([1, 2, 13, 0].map((m) => lastDayOfMonth(2024, m))).toEqual([31, 29, 0, 0]);
  });
});
