/** 销号: which done items can be signed off, and which are held back, each with the rules that hold it. */
import { isBlankOrPlaceholder } from "../../check";
import { isCountedDone, itemOfCell, rawOf, type ColumnKey, type Item, type Ledger, type Reading } from "../../ledger";
import { proofread } from "../../proofread";
import type { Finding } from "../../rule";
import type { Definition } from "../../tally";
import { bareNumber } from "../../tally";
import { homeUnit, maskPhones, MONTH_KINDS, NO_UNIT } from "../common";
import { joinedText, problemText } from "../common/item-words";
import { matchEvidence, type EvidenceFile } from "./evidence";
import { namesPerson } from "./named-persons";
import { isSignedOff } from "./signed-off";

/** What holds an item back, by the aliases of rules, in the order in which it is told. */
const CLOSE_REASONS = [
  "done-without-evidence",
  "done-without-date",
  "done-in-future",
  "done-but-pending-text",
  "item-measure-conflict",
  "number-duplicate",
  "evidence-not-found",
  "personal-data",
] as const;
export type CloseReason = (typeof CLOSE_REASONS)[number];

/** Of the check: what it finds of an item is a reason as it stands. */
const FOUND: ReadonlySet<string> = new Set<CloseReason>([
  "done-in-future",
  "done-but-pending-text",
  "item-measure-conflict",
]);
const PERSONAL = [
  "mobile-number",
  "identity-number",
  "bank-card",
  "person-named",
  "person-sensitive",
  "masked-and-named",
];

export interface ClosedItem {
  readonly item: Item;
  readonly evidence: readonly EvidenceFile[];
}

export interface Closing {
  /** In the order of the ledger. */
  readonly closed: readonly ClosedItem[];
  readonly refused: readonly { readonly item: Item; readonly why: readonly CloseReason[] }[];
  /** Items signed off before. */
  readonly already: number;
  /** Files under more than one item. */
  readonly shared: readonly { readonly file: EvidenceFile; readonly items: readonly Item[] }[];
  /** Files of the folder under none. */
  readonly unmatched: readonly EvidenceFile[];
  /** Whether a folder was given. */
  readonly searched: boolean;
}

interface CloseOptions {
  readonly definition: Definition["done"];
  /** What the check found and nobody has set aside. */
  readonly findings: readonly Finding[];
  /** Files of the folder of evidence; null where none was given. */
  readonly files: readonly EvidenceFile[] | null;
}

/**
 * What can be signed off.
 * @example closeItems(reading, { definition: "done", findings, files: null }).refused[0]?.why // ["done-without-date"]
 */
export function closeItems(reading: Reading, { definition, findings, files }: CloseOptions): Closing {
  const ledgers = MONTH_KINDS.flatMap((kind) => reading.ledgers.filter((ledger) => ledger.kind === kind));
  const all = ledgers.flatMap(({ items }) => items);
  const done = all.filter(({ status }) => isCountedDone(status, definition));
  const waiting = done.filter((item) => !isSignedOff(item));
  const evidence = matchEvidence(all, files ?? []);
  const found = foundReasons(ledgers, findings);
  const twice = repeated(ledgers);
  const named = withPersons(waiting);
  const judged = waiting.map((item) => {
    const why = new Set<CloseReason>(found.get(item) ?? []);
    if (lacksEvidence(item, definition, files !== null)) why.add("done-without-evidence");
    if (lacks(item, "doneDate", definition)) why.add("done-without-date");
    if (twice.has(item)) why.add("number-duplicate");
    if (files !== null && (evidence.get(item) ?? []).length === 0) why.add("evidence-not-found");
    if (named.has(item)) why.add("personal-data");
    return { item, why: CLOSE_REASONS.filter((reason) => why.has(reason)) };
  });
  const used = new Map<EvidenceFile, Item[]>();
  for (const [item, list] of evidence) for (const file of list) used.set(file, [...(used.get(file) ?? []), item]);
  return {
    closed: judged.flatMap(({ item, why }) => (why.length > 0 ? [] : [{ item, evidence: evidence.get(item) ?? [] }])),
    refused: judged.filter(({ why }) => why.length > 0),
    already: done.length - waiting.length,
    shared: [...used].filter(([, items]) => items.length > 1).map(([file, items]) => ({ file, items })),
    unmatched: (files ?? []).filter((file) => !used.has(file)),
    searched: files !== null,
  };
}

/** Without a column there is nothing that names evidence; a folder is looked into instead. */
function lacksEvidence(item: Item, definition: Definition["done"], searched: boolean): boolean {
  if (item.ledger.columns.evidence === undefined) return !searched;
  return lacks(item, "evidence", definition);
}

/** Whether a field that has a column is empty where done work should fill it; measures not done owe nothing. */
function lacks(item: Item, key: ColumnKey, definition: Definition["done"]): boolean {
  const { ledger } = item;
  if (ledger.columns[key] === undefined) return false;
  if (ledger.itemLevel.has(key)) return isBlankOrPlaceholder(rawOf(ledger, item.rows[0] ?? item, key));
  const owing = item.rows.filter(({ status }) => isCountedDone(status.status, definition));
  return (owing.length > 0 ? owing : item.rows).some((row) => isBlankOrPlaceholder(rawOf(ledger, row, key)));
}

function foundReasons(
  ledgers: readonly Ledger[],
  findings: readonly Finding[],
): ReadonlyMap<Item, readonly CloseReason[]> {
  const reasons = new Map<Item, CloseReason[]>();
  for (const { rule, sheet, row, col, kind } of findings) {
    if (!FOUND.has(rule)) continue;
    for (const ledger of ledgers) {
      if (ledger.sheet !== sheet || ledger.kind !== kind) continue;
      const item = itemOfCell(ledger, { row, col })?.item;
      if (item !== undefined) reasons.set(item, [...(reasons.get(item) ?? []), rule as CloseReason]);
    }
  }
  return reasons;
}

/** Items of one table and numbering group under one number: neither can be told by it, in lists or by its evidence. */
function repeated(ledgers: readonly Ledger[]): ReadonlySet<Item> {
  const twice = new Set<Item>();
  for (const { items } of ledgers) {
    const first = new Map<string, Item>();
    for (const item of items) {
      if (item.number === "") continue;
      const key = `${item.group}\n${item.ordinal === null ? `=${bareNumber(item.number)}` : `#${item.ordinal}`}`;
      const before = first.get(key);
      if (before === undefined) first.set(key, item);
      else twice.add(before).add(item);
    }
  }
  return twice;
}

/** What the public list says of an item, a line each. */
export function publicLines(item: Item): readonly string[] {
  return [item.number, problemText(item), homeUnit(item) ?? NO_UNIT, joinedText(item, "doneDate")];
}

/** A name, or a telephone number, an office's too: what is told of a problem needs neither. */
function tellsPerson(line: string): boolean {
  return namesPerson(line) || maskPhones(line) !== line;
}

/** Items whose line of the public list names a person, or a number of one. */
function withPersons(items: readonly Item[]): ReadonlySet<Item> {
  const owners: Item[] = [];
  const lines: string[] = [];
  for (const item of items)
    for (const line of publicLines(item).flatMap((text) => text.split("\n"))) {
      lines.push(line);
      owners.push(item);
    }
  const { findings } = proofread(lines, { only: PERSONAL });
  const told = findings.flatMap(({ line }) => owners[line - 1] ?? []);
  return new Set([...told, ...owners.filter((_item, at) => tellsPerson(lines[at]!))]);
}
