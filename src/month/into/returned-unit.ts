/** Whose a returned file is: whose items of the master it answers for, before what its name or a copied head line says. */
import { type Reading, type UnitDirectory, unitOfSheet } from "../../ledger";
import { foldText } from "../../tally";
import { foldKey } from "../../zh/text";
import { type FileUnit, homeUnit, MONTH_KINDS, type MonthKind, statedUnits, unitInName } from "../common";

/** What the master says of units. */
interface MasterUnits {
  /** Units of its items, by their folded names. */
  readonly byKey: ReadonlyMap<string, string>;
  /** Whose it is itself: its 填报单位, and what its titles begin with, folded. */
  readonly own: ReadonlySet<string>;
  /** Units of items by kind and folded problem; null where one text is of several. */
  readonly ofItems: ReadonlyMap<string, string | null>;
}

/** @example masterUnits(reading).byKey // Map { "财政所" => "财政所" } */
export function masterUnits(master: Reading): MasterUnits {
  const byKey = new Map<string, string>();
  const ofItems = new Map<string, string | null>();
  for (const item of itemsOf(master)) {
    const unit = homeUnit(item);
    if (unit === null) continue;
    const key = itemKey(item);
    const before = ofItems.get(key);
    ofItems.set(key, before === undefined || before === unit ? unit : null);
    if (!byKey.has(foldKey(unit))) byKey.set(foldKey(unit), unit);
  }
  const titled = master.ledgers.flatMap(
    ({ layout }) => unitOfSheet("", [], layout.title, master.directory)?.text ?? [],
  );
  const own = new Set([...statedUnits(master, master.directory), ...titled].map(foldKey));
  return { byKey, own, ofItems };
}

/**
 * The unit of a file that came back: the one that its column of units names first in all items that name one, else that of the master's items
 * that it answers for, else the one that it is called after, else what its head says, where that is not the master's own.
 * @param name file name without its folders
 * @example returnedUnit("财政所.xlsx", reading, masterUnits(master), directory) // { unit: "财政所", source: "items" }
 */
export function returnedUnit(
  name: string,
  reading: Reading,
  master: MasterUnits,
  directory: UnitDirectory | null,
): FileUnit {
  const canonical = (text: string): string => {
    const key = foldKey(text);
    return directory?.byKey.get(key) ?? master.byKey.get(key) ?? text;
  };
  const only = (units: readonly (string | null)[]): string | null => {
    const names = new Map(
      units.flatMap((unit) => (unit === null ? [] : [[foldKey(canonical(unit)), canonical(unit)]])),
    );
    const [one] = names.values();
    return names.size === 1 ? (one ?? null) : null;
  };
  const items = itemsOf(reading);
  const told =
    only(items.map((item) => (item.ledger.columns.unit === undefined ? null : homeUnit(item)))) ??
    only(items.map((item) => master.ofItems.get(itemKey(item)) ?? null));
  if (told !== null) return { unit: told, source: "items" };
  const named = unitInName(name, new Map([...master.byKey, ...(directory?.byKey ?? [])]));
  if (named !== null) return { unit: named, source: "name" };
  const isForeign = (unit: string): boolean => !master.own.has(foldKey(unit));
  const stated = statedUnits(reading, directory).find(isForeign);
  if (stated !== undefined) return { unit: canonical(stated), source: "line" };
  const sheet = only(reading.ledgers.map(({ sheetUnit }) => sheetUnit?.text ?? null));
  return sheet === null || !isForeign(sheet) ? { unit: null, source: null } : { unit: sheet, source: "items" };
}

function itemsOf({ ledgers }: Reading) {
  return ledgers.flatMap(({ kind, items }) => (MONTH_KINDS.includes(kind as MonthKind) ? items : []));
}

function itemKey({ kind, problem }: { readonly kind: string; readonly problem: string }): string {
  return `${kind} ${foldText(problem)}`;
}
