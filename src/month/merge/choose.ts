/** Which files count: of several of one unit that tell of the same items the later one. */
import type { AsOf, UnitDirectory } from "../../ledger";
import { type CivilDate, compareDates } from "../../zh/civil-date";
import { foldKey } from "../../zh/text";
import { compareNames } from "../common/natural-order";
import type { OutItem, SentFile } from "./types";

export interface ChosenFiles {
  /** In the order of the ledger. */
  readonly used: readonly SentFile[];
  readonly left: ReadonlyMap<SentFile, { readonly why: "superseded" | "identical"; readonly by: SentFile }>;
}

/**
 * Orders files by the directory, else by name, and sets aside what was sent twice; whatever the order they come in.
 * @param preferred files that count before others of their unit, as a person said
 */
export function chooseFiles(
  files: readonly SentFile[],
  directory: UnitDirectory | null,
  preferred: ReadonlySet<string> = new Set(),
): ChosenFiles {
  const sorted = [...files].sort((a, b) => compareNames(a.file, b.file));
  const left = new Map<SentFile, { why: "superseded" | "identical"; by: SentFile }>();
  const byUnit = new Map<string, SentFile[]>();
  for (const file of sorted) {
    if (file.unit === null) continue;
    const key = foldKey(file.unit);
    byUnit.set(key, [...(byUnit.get(key) ?? []), file]);
  }
  const wanted = ({ file }: SentFile): number => (preferred.has(file) ? 1 : 0);
  for (const sent of byUnit.values()) {
    const kept: SentFile[] = [];
    // The later in order first: of equals it counts.
    for (const file of [...sent].reverse().sort((a, b) => wanted(b) - wanted(a) || laterFirst(a, b))) {
      const by = kept.find((one) => isSameReport(one, file));
      if (by === undefined) kept.push(file);
      else left.set(file, { why: contentOf(by) === contentOf(file) ? "identical" : "superseded", by });
    }
  }
  const used = sorted.filter((file) => !left.has(file));
  return { used: directory === null ? used : inDirectoryOrder(used, directory), left };
}

/** The day on which all files are judged: the latest that any of them states, else the latest at all; null of none. */
export function mergeDay(days: readonly AsOf[]): CivilDate | null {
  const stated = days.filter(({ source }) => source === "stated");
  return (stated.length > 0 ? stated : days)
    .map(({ date }) => date)
    .reduce<CivilDate | null>((last, day) => (last === null || compareDates(day, last) > 0 ? day : last), null);
}

function laterFirst(a: SentFile, b: SentFile): number {
  const days = a.reported !== null && b.reported !== null ? compareDates(b.reported, a.reported) : 0;
  return days || b.items.length - a.items.length;
}

/** At least half of the items of the longer one are in the other: nothing is lost with a short supplement. */
function isSameReport(one: SentFile, other: SentFile): boolean {
  const left = new Map<string, number>();
  for (const item of one.items) left.set(itemKey(item), (left.get(itemKey(item)) ?? 0) + 1);
  let shared = 0;
  for (const item of other.items) {
    const times = left.get(itemKey(item)) ?? 0;
    if (times === 0) continue;
    shared += 1;
    left.set(itemKey(item), times - 1);
  }
  return shared > 0 && 2 * shared >= Math.max(one.items.length, other.items.length);
}

export function itemKey({ kind, text }: OutItem): string {
  return `${kind} ${text}`;
}

function contentOf({ items, reported }: SentFile): string {
  return JSON.stringify([
    reported,
    items.map(({ kind, number, problem, rows }) => [
      ...[kind, number, problem],
      rows.map((row) => [...row].filter(([, { value }]) => value !== null)),
    ]),
  ]);
}

function inDirectoryOrder(files: readonly SentFile[], { names }: UnitDirectory): readonly SentFile[] {
  const place = new Map(names.map((name, index) => [foldKey(name), index]));
  const of = ({ unit }: SentFile): number => (unit === null ? undefined : place.get(foldKey(unit))) ?? names.length;
  return [...files].sort((a, b) => of(a) - of(b));
}
