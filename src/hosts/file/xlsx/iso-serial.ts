/**
 * ISO 8601 dates, as strict OOXML may write them in cells (`t="d"`), become serials.
 */

const MS_PER_DAY = 86_400_000;

/**
 * @returns the serial number in the workbook's day count; null when the text is no date
 * @example isoSerial("2025-06-30", false) // 45838
 * @example isoSerial("2025-06-30T12:00:00", false) // 45838.5
 */
export function isoSerial(text: string, date1904: boolean): number | null {
  const match = /^(?:(\d{4})-(\d{2})-(\d{2}))?(?:T?(\d{2}):(\d{2})(?::(\d{2}(?:\.\d{1,9})?))?)?Z?$/.exec(text.trim());
  if (!match || match[0] === "" || match[0] === "Z") return null;
  const time = (Number(match[4] ?? 0) * 3600 + Number(match[5] ?? 0) * 60 + Number(match[6] ?? 0)) / 86_400;
  if (match[1] === undefined) return time;
  const days = dayNumber(Number(match[1]), Number(match[2]), Number(match[3]));
  if (days === null) return null;
  if (date1904) return days - dayNumber(1904, 1, 1)! + time;
  // Serial 60 is a 29 February 1900 that never was: days before it count one less.
  const serial = days - dayNumber(1899, 12, 30)!;
  return (serial < 61 ? serial - 1 : serial) + time;
}

/** Days since 1970-01-01; null for a day the calendar doesn't have. */
function dayNumber(year: number, month: number, day: number): number | null {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? time / MS_PER_DAY : null;
}
