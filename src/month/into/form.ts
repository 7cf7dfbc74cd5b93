/**
 * Returned files are read as the master is: its own form with its columns, however few or uniform its values are now, and in any
 * other table a heading of the master's for what it is there.
 */
import { valueAt, trueCell, plainText } from "../../grid";
import {
  COLUMN_KEYS,
  type ColumnChoice,
  type ColumnKey,
  type ColumnSettlement,
  foldHeader,
  isCountedDone,
  type Ledger,
  type Reading,
} from "../../ledger";
import { foldText } from "../../tally";
import { isSameDeadline } from "../compare/deadlines";

/**
 * What settles the columns of tables that have all headings of one of the master's.
 * @example formOf(reading)[0] // { field: "number", among: ["序号", "反馈问题", "整改状态"], take: "序号" }
 */
export function formOf({ ledgers }: Reading): readonly ColumnSettlement[] {
  return ledgers.flatMap(({ columns }) => {
    const choices = choicesOf(columns);
    const headers = choices.map(({ header }) => header);
    // Two columns under one heading are told apart by nothing that a settlement knows; one may stand for two fields.
    if (new Set(headers).size < new Set(choices.map(({ col }) => col)).size || headers.includes("")) return [];
    return choices
      .filter(({ key, dress }) => key !== "kind" && dress === undefined)
      .map(({ key, header }) => ({ field: key, among: headers, take: header }));
  });
}

function choicesOf(columns: Ledger["columns"]): readonly ColumnChoice[] {
  return COLUMN_KEYS.flatMap((key) => columns[key] ?? []);
}

/**
 * What settles the columns of a file that was read by itself: those under a heading of the master's are what they are in the
 * master (完成时间 alone in a file is a deadline by itself), a lone day of doubtful meaning is the day of completion where it is
 * nowhere the master's deadline. A field that a heading of the file's own names is left to it.
 * @returns empty where the file is read so already; none of what a person chose is touched
 */
export function likeMaster(master: Reading): (returned: Reading) => readonly ColumnSettlement[] {
  const known = headingsOf(master);
  return ({ ledgers }) => ledgers.flatMap((ledger) => settledLike(ledger, known, master));
}

function settledLike(
  ledger: Ledger,
  known: ReadonlyMap<string, ColumnKey>,
  master: Reading,
): readonly ColumnSettlement[] {
  const columns = headedColumns(ledger);
  const settled = columns.flatMap(({ col, header, keys }): { col: number; settlement: ColumnSettlement }[] => {
    const field = known.get(foldHeader(header));
    if (field === undefined || keys.includes(field)) return [];
    const before = ledger.columns[field];
    const isOwn = before !== undefined && !known.has(foldHeader(before.header));
    const isChosen = [before, ...keys.map((key) => ledger.columns[key])].some((one) => one?.reason === "override");
    return isOwn || isChosen ? [] : [{ col, settlement: { field, among: [header], take: header } }];
  });
  if (settled.length > 0) return settled.map(({ settlement }) => settlement);
  const day = master.ledgers.some(({ columns: { doneDate } }) => doneDate !== undefined)
    ? loneDay(ledger, master)
    : null;
  return day === null ? [] : [{ field: "doneDate" as const, among: [day.header], take: day.header }];
}

interface HeadedColumn {
  readonly col: number;
  readonly header: string;
  /** Empty where it was left without a field. */
  readonly keys: readonly ColumnKey[];
}

/** Columns whose heading stands over no other of the table. */
function headedColumns({ columns, unmapped }: Ledger): readonly HeadedColumn[] {
  const byCol = new Map<number, { header: string; keys: ColumnKey[] }>();
  for (const { col, header } of unmapped) byCol.set(col, { header, keys: [] });
  for (const { col, header, key } of choicesOf(columns)) {
    const column = byCol.get(col) ?? { header, keys: [] };
    byCol.set(col, column);
    column.keys.push(key);
  }
  const times = countsOf([...byCol.values()].map(({ header }) => foldHeader(header)));
  return [...byCol].flatMap(([col, { header, keys }]) =>
    header !== "" && times.get(foldHeader(header)) === 1 ? [{ col, header, keys }] : [],
  );
}

/** Fields of the master by the headings that name them everywhere in it: whole, and by the lowest band alone. */
function headingsOf({ ledgers }: Reading): ReadonlyMap<string, ColumnKey> {
  const found = new Map<string, ColumnKey | null>();
  for (const ledger of ledgers) {
    const columns = headedColumns(ledger);
    const lowest = new Map(columns.map(({ col }) => [col, lowestHeading(ledger, col)]));
    const times = countsOf([...lowest.values()]);
    for (const { col, header, keys } of columns) {
      const [key, ...more] = keys;
      const isPlain =
        key !== undefined && more.length === 0 && key !== "kind" && ledger.columns[key]?.dress === undefined;
      for (const name of new Set([foldHeader(header), lowest.get(col) ?? ""])) {
        const isOther = name !== foldHeader(header) && times.get(name) !== 1;
        if (name === "" || isOther) continue;
        const before = found.get(name);
        found.set(name, isPlain && (before === undefined || before === key) ? key : null);
      }
    }
  }
  return new Map([...found].flatMap(([name, key]) => (key === null ? [] : [[name, key] as const])));
}

function lowestHeading({ grid, layout }: Ledger, col: number): string {
  const { row, col: at } = trueCell(grid, layout.header.bottom, col);
  return foldHeader(plainText(valueAt(grid, row, at)));
}

function countsOf(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** The only column of days, where its heading may mean deadline or completion and no done item has the master's deadline in it. */
function loneDay({ columns, items, kind }: Ledger, master: Reading): ColumnChoice | null {
  const { deadline, doneDate } = columns;
  if (deadline === undefined || doneDate !== undefined || deadline.reason === "override") return null;
  if (deadline.runnerUp?.key !== "doneDate") return null;
  const masters = new Map<string, Ledger["items"]>();
  for (const ledger of master.ledgers)
    if (ledger.kind === kind && ledger.columns.deadline !== undefined)
      for (const item of ledger.items) {
        const key = foldText(item.problem);
        masters.set(key, [...(masters.get(key) ?? []), item]);
      }
  let others = 0;
  for (const item of items) {
    const [own, ...more] = masters.get(foldText(item.problem)) ?? [];
    if (own === undefined || more.length > 0 || item.deadline.type !== "date") continue;
    if (isSameDeadline(own.deadline, item.deadline) || !isCountedDone(item.status, "done")) return null;
    others++;
  }
  return others > 0 ? deadline : null;
}

/** Of two readings of a file the one that counts: the second, unless items were lost with it. */
export function fuller(first: Reading, again: Reading): Reading {
  const count = ({ ledgers }: Reading): number => ledgers.reduce((sum, { items }) => sum + items.length, 0);
  return count(again) < count(first) ? first : again;
}
