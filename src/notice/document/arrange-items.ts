/** Arranges items as a style lists them: 方面, 主要问题, 具体问题, each in the order in which the ledger first names it. */
import { foldKey } from "../../zh/text";
import type { Item } from "../../ledger";
import { PROGRESS_WORDS } from "../../zh/words/template";
import type { NoticeStyle } from "./notice-styles";

/** 主要问题 with its problems; without a parent's words every item stands by itself. */
interface ParentGroup {
  /** The first item that names the parent; null for an item by itself. */
  readonly named: Item | null;
  readonly items: readonly Item[];
}

export interface SectionGroup {
  /** The first item that names the section; null for items without one. */
  readonly named: Item | null;
  readonly parents: readonly ParentGroup[];
}

/** Groups by a key, in order of first appearance; items without the key are groups of their own kind (`""`). */
function groupsBy(items: readonly Item[], keyOf: (item: Item) => string): readonly (readonly Item[])[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return Array.from(groups.values());
}

/** A problem that only says its parent again is the parent, not something below it. */
function standsAlone(item: Item): boolean {
  return item.parent === null || item.parent === "" || foldKey(item.parent) === foldKey(item.problem);
}

/** Parents in order; items by themselves keep their place among them. */
function parentGroups(items: readonly Item[], style: NoticeStyle): readonly ParentGroup[] {
  if (!style.parents) return items.map((item) => ({ named: null, items: [item] }));
  const siblings = groupsBy(items, (item) => foldKey(item.parent ?? ""));
  const groupOf = new Map<Item, readonly Item[]>();
  for (const group of siblings) for (const item of group) groupOf.set(item, group);
  const groups: ParentGroup[] = [];
  for (const item of items) {
    const group = groupOf.get(item) ?? [item];
    if (item.parent === null || item.parent === "" || (group.length === 1 && standsAlone(item))) {
      groups.push({ named: null, items: [item] });
    } else if (group[0] === item) {
      groups.push({ named: item, items: group });
    }
  }
  return groups;
}

const PROGRESS: ReadonlySet<string> = new Set(Object.values(PROGRESS_WORDS).flat());

/** Its section; a class of progress (达进度) says how far an item is, and is none. */
function sectionOf({ section }: Item): string {
  const key = foldKey(section ?? "");
  return PROGRESS.has(key) ? "" : key;
}

/**
 * Sections, parents and items of a list.
 * @example arrangeItems(items, NOTICE_STYLES.partial).map((section) => section.parents.length) // [4, 3, 4, 2]
 */
export function arrangeItems(items: readonly Item[], style: NoticeStyle): readonly SectionGroup[] {
  if (style.sections === null) return [{ named: null, parents: parentGroups(items, style) }];
  const groups = groupsBy(items, sectionOf).map((group) => {
    const first = group[0];
    return {
      named: first !== undefined && sectionOf(first) !== "" ? first : null,
      parents: parentGroups(group, style),
    };
  });
  // Those of no section come last, where none can be taken for one's of another.
  return [...groups.filter(({ named }) => named !== null), ...groups.filter(({ named }) => named === null)];
}
