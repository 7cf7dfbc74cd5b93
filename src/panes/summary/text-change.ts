/** What changed between two texts: the common beginning and end, and the piece between. Enough for a paragraph's figures. */
interface TextChange {
  readonly start: string;
  readonly before: string;
  readonly after: string;
  readonly end: string;
}

/**
 * @example textChange("已完成19个，正在整改4个", "已完成20个，正在整改3个")
 * // { start: "已完成", before: "19个，正在整改4", after: "20个，正在整改3", end: "个" }
 */
export function textChange(before: string, after: string): TextChange {
  const least = Math.min(before.length, after.length);
  let from = 0;
  while (from < least && before[from] === after[from]) from++;
  let back = 0;
  while (back < least - from && before[before.length - 1 - back] === after[after.length - 1 - back]) back++;
  return {
    start: before.slice(0, from),
    before: before.slice(from, before.length - back),
    after: after.slice(from, after.length - back),
    end: before.slice(before.length - back),
  };
}
