/**
 * Whose file it is: what its 填报单位 line says, else its name, else the only unit that its items name. A line that name
 * and items contradict together was copied from the office's ledger (split copies its head): they go before it.
 */
import { headLinesOf, type Reading, type UnitDirectory, unitOfSheet } from "../../ledger";
import { foldKey } from "../../zh/text";
import { leadNames } from "./home-unit";

export interface FileUnit {
  /** Canonical by the directory; null where nothing says it. */
  readonly unit: string | null;
  readonly source: "line" | "name" | "items" | null;
}

/**
 * The unit of a file.
 * @param name file name without its folders
 * @example fileUnit("04南坪镇台账.xlsx", reading, directory) // { unit: "南坪镇", source: "name" }
 */
export function fileUnit(name: string, reading: Reading, directory: UnitDirectory | null): FileUnit {
  const canonical = (text: string): string => directory?.byKey.get(foldKey(text)) ?? text;
  const leads = new Map<string, string>();
  for (const { items } of reading.ledgers)
    for (const item of items) for (const lead of leadNames(item)) leads.set(foldKey(canonical(lead)), canonical(lead));
  const only = leads.size === 1 ? ([...leads.values()][0] ?? null) : null;
  const stated = statedUnits(reading, directory).map(canonical)[0] ?? null;
  if (stated !== null && !isCopied(stated, name, only, directory)) return { unit: stated, source: "line" };
  const named = directory === null ? null : unitInName(name, directory.byKey);
  if (named !== null) return { unit: named, source: "name" };
  return only === null ? { unit: null, source: null } : { unit: only, source: "items" };
}

/** Whether name and items agree on another unit than the line, and nothing tells that the line's is meant all the same. */
function isCopied(stated: string, name: string, only: string | null, directory: UnitDirectory | null): boolean {
  if (only === null) return false;
  const [line, own] = [foldKey(stated), foldKey(only)];
  const isListed = (key: string): boolean => directory?.byKey.has(key) ?? false;
  // A fuller name of the same unit; an office inside the one that reports.
  if (line.includes(own) || (isListed(line) && !isListed(own))) return false;
  const named = unitInName(
    name,
    new Map([
      [line, stated],
      [own, only],
    ]),
  );
  return named === only;
}

/** Units of the 填报单位 lines of a file's tables, as written. */
export function statedUnits({ ledgers }: Reading, directory: UnitDirectory | null): readonly string[] {
  return ledgers.flatMap((ledger) => {
    const lines = headLinesOf(ledger).map(({ text }) => text);
    const stated = unitOfSheet("", lines, "", directory);
    return stated?.from === "line" ? [stated.text] : [];
  });
}

/**
 * The one unit that a file is called after; a longer name goes before one that is a part of it.
 * @param byKey units by what they go by, folded (`foldKey`)
 * @example unitInName("04南坪镇台账.xlsx", directory.byKey) // "南坪镇"
 */
export function unitInName(name: string, byKey: ReadonlyMap<string, string>): string | null {
  const text = foldKey(name.replace(/\.[^.]*$/, ""));
  const found = [...byKey].filter(([key]) => key.length > 1 && text.includes(key));
  const whole = found.filter(([key]) => !found.some(([other]) => other !== key && other.includes(key)));
  const units = new Set(whole.map(([, unit]) => unit));
  const [only] = units;
  return only !== undefined && units.size === 1 ? only : null;
}
