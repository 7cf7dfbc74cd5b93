/**
 * Of which items of the ledger a number of a notice speaks: of all, of those of a unit or section named before it (财务科2个问题
 * 完成1个), or of some that the ledger cannot tell (甲镇8个, 剩余3个问题). Only what is told of all, or of a group the ledger
 * has, is held against it.
 */
import { leadUnits, type Item, type Kind, type Reading } from "../../ledger";
import type { Line } from "../../reading";
import { withoutNumber } from "../../zh/list-number";
import { reWith } from "../../zh/pattern";
import { foldLine } from "../../zh/plain";
import { againstLedger as words } from "../../zh/words/told-counts";
import { UNIT_ENDS } from "../../zh/words/unit-ends";

/** A group of the ledger by the name a notice calls it. */
export interface NamedItems {
  readonly name: string;
  /** The items it may mean: those it leads, those it works on at all, those of a section. */
  readonly choices: readonly (readonly Item[])[];
}

export type Scope =
  | { readonly type: "all" }
  /** Each of them is told of by itself; several only where the number is told of each. */
  | { readonly type: "groups"; readonly groups: readonly NamedItems[] }
  | { readonly type: "unknown" };

const ALL: Scope = { type: "all" };
const UNKNOWN: Scope = { type: "unknown" };

/** Groups of one kind's items, by name. */
type GroupNames = ReadonlyMap<string, NamedItems>;

const known = new WeakMap<Reading, Map<Kind, GroupNames>>();

/** Units and sections of the items of a kind, by the names that a notice may call them. */
export function groupNames(reading: Reading, kind: Kind): GroupNames {
  let byKind = known.get(reading);
  if (!byKind) known.set(reading, (byKind = new Map<Kind, GroupNames>()));
  let names = byKind.get(kind);
  if (!names) byKind.set(kind, (names = collect(reading, kind)));
  return names;
}

const SHORTEST = 2;
const COLLECTIVE = reWith("u")`^${words.collective}`;

function collect(reading: Reading, kind: Kind): GroupNames {
  const lead = new Map<string, Set<Item>>();
  const listed = new Map<string, Set<Item>>();
  const any = new Map<string, Set<Item>>();
  const section = new Map<string, Set<Item>>();
  const put = (map: Map<string, Set<Item>>, text: string, item: Item): void => {
    const name = foldLine(text).replace(/\s+/gu, "");
    // 各科室 is nobody's name; 全面从严治党方面 is a section's.
    if (name.length < SHORTEST || (map !== section && COLLECTIVE.test(name))) return;
    map.set(name, (map.get(name) ?? new Set<Item>()).add(item));
  };
  for (const item of reading.ledgers.flatMap((ledger) => (ledger.kind === kind ? ledger.items : []))) {
    if (item.section !== null) put(section, withoutNumber(item.section), item);
    for (const row of item.rows) {
      for (const unit of leadUnits(row.units))
        for (const name of new Set([unit.name, unit.text])) put(lead, name, item);
      for (const unit of row.units.units) for (const name of new Set([unit.name, unit.text])) put(listed, name, item);
      for (const unit of [...row.units.units, ...(row.coUnits?.units ?? [])])
        for (const name of new Set([unit.name, unit.text])) put(any, name, item);
    }
  }
  const names = new Map<string, NamedItems>();
  for (const name of new Set([...section.keys(), ...any.keys()])) {
    const sets = [lead, listed, any, section].map((map) => map.get(name)).filter((set) => set !== undefined);
    names.set(name, { name, choices: sets.map((set) => Array.from(set)) });
  }
  return names;
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly group: NamedItems;
}

/** Whether a text names a group at all. */
export function namesAny(text: string, names: GroupNames): boolean {
  return namesIn(text, names).length > 0;
}

/** Names of groups in a text, in order; of one that stands in another the longer. */
function namesIn(text: string, names: GroupNames): readonly Found[] {
  const found: Found[] = [];
  for (const [name, group] of names)
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length))
      found.push({ start: at, end: at + name.length, group });
  return found.filter((one) => !found.some((other) => isInside(one, other))).sort((a, b) => a.start - b.start);
}

function isInside(one: Found, other: Found): boolean {
  return (
    other !== one && other.start <= one.start && one.end <= other.end && other.end - other.start > one.end - one.start
  );
}

/** A name tells of the counts of so many clauses behind it. */
const FARTHEST = 6;
const SOME_OF_THEIRS = reWith("u")`${words.alone}|${words.together}${words.takenOn}`;
const STOPS = /[，。；;,：:！？]/u;
const OF_ALL = reWith("u")`${words.ofAll}[^，。；、\d]{0,6}$`;
const EACH = reWith("u")`${words.ofEach}`;
const LEFT = reWith("u")`${words.ofSome}[的有]?$`;
/** A name that ends right before the number, or before what is counted there. */
const OTHER_NAME = reWith("u")`(?<!${words.handed})${UNIT_ENDS}(?:的|${words.countedThings})*$`;
const LISTED = /^[、和与及]$/u;
const JOINED = /[、和与及]$/u;
/** 甲科2个、: another count stands before it. */
const COUNTED = /\d[^\d、]{0,6}、$/u;

/**
 * Of what the words before a number speak.
 * @param text what is told before it, from where it may begin to speak of it
 * @example scopeOf("，责任单位中，财务科2个完成", names) // the items of 财务科
 */
export function scopeOf(text: string, names: GroupNames): Scope {
  const bracket = /[（(]([^（）()]*)$/u.exec(text);
  const told = bracket ? text.slice(0, bracket.index) : text;
  const clauses = told.split(STOPS);
  const last = clauses[clauses.length - 1] ?? "";
  if (bracket === null && namesIn(last, names).length === 0) {
    if (OF_ALL.test(last)) return ALL;
    if (LEFT.test(last)) return UNKNOWN;
  }
  for (let at = clauses.length - 1; at >= Math.max(0, clauses.length - FARTHEST); at--) {
    const clause = clauses[at] ?? "";
    // 甲科单独牵头3个，与乙科共同牵头5个: some of what each of them has.
    if (SOME_OF_THEIRS.test(clause)) return UNKNOWN;
    const found = namesIn(clause, names);
    if (found.length > 0) return ofNames(clause, found);
    const head = clause.split(/\d/u, 1)[0] ?? "";
    if (OTHER_NAME.test(head.trim())) return UNKNOWN;
  }
  return bracket === null ? ALL : UNKNOWN;
}

/** 甲科2个; 甲科、乙科各1个. Of several that are told together nobody knows which is meant. */
function ofNames(clause: string, found: readonly Found[]): Scope {
  const last = found[found.length - 1];
  if (!last) return UNKNOWN;
  // The list that ends in the last name: nothing but 、 stands between its members.
  let first = last;
  const list = [last.group];
  for (let at = found.length - 2; at >= 0; at--) {
    const one = found[at];
    if (!one || !LISTED.test(clause.slice(one.end, first.start))) break;
    first = one;
    list.unshift(one.group);
  }
  // 甲科和财务科各1个: a member that the ledger does not know.
  const ahead = clause.slice(0, first.start);
  if (JOINED.test(ahead) && !COUNTED.test(ahead)) return UNKNOWN;
  return list.length === 1 || EACH.test(clause.slice(last.end)) ? { type: "groups", groups: list } : UNKNOWN;
}

/** The words of a line that may tell of what a number speaks: since the sentence began, or since an offset in it. */
export function wordsBefore({ plain, sentences }: Line, at: number, from = 0): string {
  const sentence = sentences.find(({ start, end }) => start <= at && at < end);
  return plain.slice(Math.max(from, sentence?.start ?? 0), at);
}
