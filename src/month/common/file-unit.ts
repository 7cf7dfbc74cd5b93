/** Whose file it is: what its 填报单位 line says, else its name, else the only unit that its items name. */
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
  for (const ledger of reading.ledgers) {
    const lines = headLinesOf(ledger).map(({ text }) => text);
    const stated = unitOfSheet("", lines, "", directory);
    if (stated?.from === "line") return { unit: canonical(stated.text), source: "line" };
  }
  const named = directory === null ? null : unitInName(name, directory);
  if (named !== null) return { unit: named, source: "name" };
  const leads = new Map<string, string>();
  for (const { items } of reading.ledgers)
    for (const item of items) for (const lead of leadNames(item)) leads.set(foldKey(canonical(lead)), canonical(lead));
  const [only] = leads.values();
  return only !== undefined && leads.size === 1 ? { unit: only, source: "items" } : { unit: null, source: null };
}

/** The one unit of the directory that a file is called after; a longer name goes before one that is a part of it. */
function unitInName(name: string, { byKey }: UnitDirectory): string | null {
  const text = foldKey(name.replace(/\.[^.]*$/, ""));
  const found = [...byKey].filter(([key]) => key.length > 1 && text.includes(key));
  const whole = found.filter(([key]) => !found.some(([other]) => other !== key && other.includes(key)));
  const units = new Set(whole.map(([, unit]) => unit));
  const [only] = units;
  return only !== undefined && units.size === 1 ? only : null;
}
