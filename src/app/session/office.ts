/**
 * What holds for every workbook on this computer and not only for the one it was decided in: which column is meant where
 * certain headers stand side by side, and templates by their names. It lies in the same store under a key that no workbook has; to the rest of the
 * session it is one more concern of the open workbook, so that it is undone, followed and retried like all others.
 */
import type { ColumnSettlement } from "../../ledger";
import type { Settings } from "../settings";
import { settingsPuts } from "./decisions";
import {
  mergeEntries,
  NO_ENTRIES,
  StorageError,
  type Entries,
  type Entry,
  type EntryStore,
  type EntryPut,
} from "./entries";
import type { Keeper } from "./keeper";

/** Key of the store. */
export const OFFICE_KEY = "\u0001office";
const OFFICE = "office";
/** Concerns that lie there. */
const OF_OFFICE: ReadonlySet<string> = new Set([OFFICE, "templates"]);

/** A choice by what it is about: choosing anew among the same headers replaces it. */
const nameOf = ({ field, among, unit }: ColumnSettlement): string =>
  [...(unit === undefined ? [] : [`@${unit}`]), field, ...among].join("\n");

/**
 * What keeps choices, or takes them back: in one place only, so what the workbook alone was told of these headers goes.
 * @example settlementPuts(settings, [{ field: "status", among: ["整改状态", "完成情况"], take: "完成情况" }], true)
 */
export function settlementPuts(
  own: Settings,
  settlements: readonly ColumnSettlement[],
  keep: boolean,
): readonly EntryPut[] {
  const names = new Set(settlements.map(nameOf));
  const columns = own.columns.filter((one) => !names.has(nameOf(one)));
  return [
    ...settlements.map((one) => ({ concern: OFFICE, key: nameOf(one), value: keep ? one : null })),
    ...(columns.length < own.columns.length ? settingsPuts(own, { ...own, columns }) : []),
  ];
}

/** What keeps templates by their names; null forgets one. */
export function templatePuts(templates: ReadonlyMap<string, string | null>): readonly EntryPut[] {
  return Array.from(templates, ([key, value]) => ({ concern: "templates", key, value }));
}

/** The keeper of a workbook, with what holds for all of them beside it. */
export function withOffice(own: Keeper, store: EntryStore | null): Keeper {
  if (store === null) return own;
  // A browser that keeps nothing still lets a workbook keep what is its own.
  const known = (): Promise<Entries> =>
    store.load(OFFICE_KEY).catch((error: unknown) => {
      if (error instanceof StorageError) return NO_ENTRIES;
      throw error;
    });
  const isOffice = ({ concern }: Entry): boolean => OF_OFFICE.has(concern);
  return {
    ...own,
    load: async () => mergeEntries(await own.load(), (await known()).values()),
    change: async (work) => {
      let left: readonly Entry[] = [];
      const office = await known();
      const ours = await own.change((now) => {
        const changed = work(mergeEntries(now, office.values()));
        left = changed.filter(isOffice);
        return changed.filter((entry) => !isOffice(entry));
      });
      if (left.length === 0) return mergeEntries(ours, office.values());
      // Another window may have chosen meanwhile: of two choices about the same headers the later one holds.
      const kept = await store.change(OFFICE_KEY, (now) =>
        [...mergeEntries(now, left).values()].filter((e) => left.includes(e)),
      );
      return mergeEntries(ours, kept.values());
    },
  };
}
