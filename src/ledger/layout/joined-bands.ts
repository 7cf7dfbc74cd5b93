/**
 * Bands that were written into the names of their columns, as exports do that know one header row only: 责任单位-建设 |
 * 责任单位-施工, 整改情况（已完成） | 整改情况（未完成）. They are taken apart again, so that such columns are read like those
 * under a merged cell.
 */
import { readStatusText } from "../../zh/status";
import { sensesOf } from "../columns/header-words";
import type { HeaderColumn } from "./table-region";

/** What is joined, by a dash or a bracket; both folded. */
const JOINED = /^(.{2,12}?)(?:[-—–_:/](.{1,12})|[([](.{1,12})[)\]])$/;

interface Joined {
  readonly front: string;
  readonly rest: string;
}

/**
 * The columns with joined names taken apart, where two or more side by side share what stands in front, and it is a band: of
 * units, or of statuses to tick.
 * @example withJoinedBands(columns)[3]?.path // ["责任单位", "建设"]
 */
export function withJoinedBands(columns: readonly HeaderColumn[]): HeaderColumn[] {
  const apart = [...columns];
  for (let first = 0; first < columns.length;) {
    const front = joinedAt(columns[first])?.front;
    let end = first + 1;
    while (front !== undefined && follows(columns, end) && joinedAt(columns[end])?.front === front) end++;
    if (front !== undefined && end - first > 1) {
      const run = columns.slice(first, end);
      if (
        isBand(
          front,
          run.flatMap((column) => joinedAt(column)?.rest ?? []),
        )
      )
        run.forEach((column, i) => (apart[first + i] = takenApart(column)));
    }
    first = end;
  }
  return apart;
}

/** Whether a column stands right beside the one before it. */
function follows(columns: readonly HeaderColumn[], at: number): boolean {
  return at < columns.length && columns[at]?.col === (columns[at - 1]?.col ?? -1) + 1;
}

function joinedAt(column: HeaderColumn | undefined): Joined | null {
  const match = JOINED.exec(column?.path[column.path.length - 1] ?? "");
  return match === null ? null : { front: match[1] as string, rest: (match[2] ?? match[3]) as string };
}

function isBand(front: string, rests: readonly string[]): boolean {
  const senses = sensesOf(front);
  if (senses.some(({ key }) => key === "unit" || key === "coUnits")) return rests.every(isPlain);
  return senses.length > 0 && rests.every((rest) => readStatusText(rest, "problem") !== null);
}

/** 责任单位（人）, 责任单位/责任人 tell another field. */
function isPlain(rest: string): boolean {
  return sensesOf(rest).every(({ key }) => key === "unit" || key === "coUnits");
}

function takenApart(column: HeaderColumn): HeaderColumn {
  const joined = joinedAt(column);
  return joined === null ? column : { ...column, path: [...column.path.slice(0, -1), joined.front, joined.rest] };
}
