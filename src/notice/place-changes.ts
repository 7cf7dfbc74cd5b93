/**
 * Where a written text differs from its template, piece by piece: what is put into somebody else's file changes its places
 * only, and the words around them keep their looks.
 */

/** UTF-16 offsets into the template, end exclusive. */
interface PlaceChange {
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

interface Region {
  readonly start: number;
  readonly end: number;
}

/** Stands for a whole place while texts are compared; no written text holds it. */
const MASK = "\ue000";
/** Cells of the table that compares two texts; beyond it what differs is replaced as one piece. */
const MOST_CELLS = 4_000_000;

/**
 * @param places of the template, in order
 * @example placeChanges("共{反馈问题.总数}个", [{ start: 1, end: 10 }], "共23个") // [{ start: 1, end: 10, value: "23" }]
 */
export function placeChanges(source: string, places: readonly Region[], written: string): readonly PlaceChange[] {
  const { masked, starts } = maskPlaces(source, places);
  const at = (index: number): number => starts[index] ?? source.length;
  return compare(masked, written.replaceAll(MASK, "")).map(({ start, end, value }) => ({
    start: at(start),
    end: at(end),
    value,
  }));
}

/** The text with one character for each place, and where each of its characters begins in the source. */
function maskPlaces(source: string, places: readonly Region[]): { masked: string; starts: readonly number[] } {
  const chars: string[] = [];
  const starts: number[] = [];
  let at = 0;
  const copy = (end: number): void => {
    for (; at < end; at += 1) {
      chars.push(source.charAt(at));
      starts.push(at);
    }
  };
  for (const { start, end } of places) {
    copy(start);
    chars.push(MASK);
    starts.push(start);
    at = end;
  }
  copy(source.length);
  return { masked: chars.join(""), starts };
}

function compare(before: string, after: string): readonly PlaceChange[] {
  let head = 0;
  while (head < before.length && head < after.length && before.charAt(head) === after.charAt(head)) head += 1;
  let tail = 0;
  while (
    tail < before.length - head &&
    tail < after.length - head &&
    before.charAt(before.length - 1 - tail) === after.charAt(after.length - 1 - tail)
  )
    tail += 1;
  const one = before.slice(head, before.length - tail);
  const other = after.slice(head, after.length - tail);
  if (one === "" && other === "") return [];
  if ((one.length + 1) * (other.length + 1) > MOST_CELLS || !one.includes(MASK))
    return [{ start: head, end: head + one.length, value: other }];
  return hunks(one, other).map(({ start, end, value }) => ({ start: start + head, end: end + head, value }));
}

/** What lies between the characters of a longest common subsequence. */
function hunks(one: string, other: string): readonly PlaceChange[] {
  const width = other.length + 1;
  const lengths = new Uint16Array((one.length + 1) * width);
  for (let i = one.length - 1; i >= 0; i -= 1)
    for (let j = other.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        one.charCodeAt(i) === other.charCodeAt(j)
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
  const changes: PlaceChange[] = [];
  let i = 0;
  let j = 0;
  while (i < one.length || j < other.length) {
    const [from, begin] = [i, j];
    while (
      (i < one.length || j < other.length) &&
      !(i < one.length && j < other.length && one.charCodeAt(i) === other.charCodeAt(j))
    ) {
      if (j >= other.length || (i < one.length && lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!)) i += 1;
      else j += 1;
    }
    if (i > from || j > begin) changes.push({ start: from, end: i, value: other.slice(begin, j) });
    while (i < one.length && j < other.length && one.charCodeAt(i) === other.charCodeAt(j)) {
      i += 1;
      j += 1;
    }
  }
  return changes;
}
