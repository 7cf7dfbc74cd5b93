/** Answers of all files, gathered by the cell of the master that they are for. */
import { isBlank, qualified } from "../../grid";
import { cellOf, type ColumnKey, type Item, type Ledger, type LedgerRow, rawOf } from "../../ledger";
import { foldKey } from "../../zh/text";
import { leadNames } from "../common/home-unit";
import type { MonthKind } from "../common/kinds";
import { itemPlace } from "../common/places";
import { deadlineKey } from "../compare/deadlines";
import { foldText } from "../../tally";
import { answerKey, answerPlace, editsFor, type Of, shownText } from "./answers";
import { type ReturnedMatch, matchRows, measureKeyOf, type RowMatch } from "./match";
import {
  type Conflict,
  type ConflictField,
  conflictId,
  type ConflictType,
  INTO_FIELDS,
  type IntoField,
  type PlannedUpdate,
  type Update,
} from "./types";

interface Answer {
  readonly file: string;
  readonly of: Of;
  readonly key: string;
}

/** A cell of the master and what is said of it. */
export interface AnswerTarget {
  readonly item: Item;
  readonly field: IntoField;
  readonly master: Of;
  readonly cell: string;
  readonly answers: Answer[];
}

export class Collected {
  /** Updates that were conflicts until a person took them. */
  readonly decidedUpdates: PlannedUpdate[] = [];
  readonly taken: Conflict[] = [];
  /** Their items. */
  readonly written = new Set<Item>();
  /** Conflicts that a person can take, by their ids. */
  readonly takable = new Set<string>();
  readonly targets = new Map<string, AnswerTarget>();
  readonly conflicts: Conflict[] = [];
  /** Items of the master that came back, whatever became of them. */
  readonly returned = new Set<Item>();
  /** Of these, the ones that something is told of. */
  readonly told = new Set<Item>();
  private readonly onceAnItem = new Map<Ledger, Map<IntoField, boolean>>();

  /** @param decided ids of the conflicts that a person took */
  constructor(private readonly decided: ReadonlySet<string>) {}

  /** Takes up one item of a file. */
  take(file: string, match: ReturnedMatch): void {
    const { returned } = match;
    if (match.why === null) {
      this.returned.add(match.master);
      this.fields(file, match.master, returned);
      return;
    }
    const near = match.why === "textChanged" ? match.near : null;
    const conflict: Conflict = {
      type: match.why,
      kind: (near ?? returned).kind as MonthKind,
      number: numberOf(near ?? returned),
      problem: (near ?? returned).problem,
      field: "problem",
      cell: near === null ? null : (answerPlace(near, "problem") ?? itemPlace(near)),
      from: near === null ? null : near.problem,
      to: textOrNull(returned.problem),
      file,
      fileCell: answerPlace(returned, "problem") ?? itemPlace(returned),
    };
    if (near !== null && this.isTaken(conflict)) {
      this.returned.add(near);
      this.fields(file, near, returned);
      return;
    }
    for (const item of match.why === "ambiguous" ? match.among : near === null ? [] : [near]) {
      this.returned.add(item);
      this.told.add(item);
    }
    this.conflicts.push(conflict);
  }

  /** Different answers for one cell: told each, unless a person took one of them. */
  either(type: ConflictType, field: IntoField, master: Of, answers: readonly Omit<Answer, "key">[]): void {
    const open = this.conflicts.length;
    const isTaken = answers.map(({ of, file }) => this.tell(type, field, master, of, file)).includes(true);
    if (isTaken) this.conflicts.splice(open);
  }

  /** Whether a person took it. */
  tell(type: ConflictType, field: ConflictField, master: Of, returned: Of, file: string): boolean {
    const item = itemOf(master);
    const column = field as ColumnKey;
    const conflict: Conflict = {
      type,
      kind: item.kind as MonthKind,
      number: numberOf(item),
      problem: item.problem,
      field,
      cell: answerPlace(master, column),
      from: textOrNull(shownText(master, column)),
      to: textOrNull(shownText(returned, column)),
      file,
      fileCell: answerPlace(returned, column) ?? itemPlace(itemOf(returned)),
    };
    const edits = isWritable(type, field) ? editsFor(master, returned, field) : null;
    const cell = edits?.at(-1);
    if (edits !== null && cell !== undefined && this.isTaken(conflict)) {
      const update = { ...conflict, field, cell: qualified(cell.sheet, cell.row, cell.col) };
      this.decidedUpdates.push({ edits, update: updateOf(update), decided: true });
      this.written.add(item);
      return true;
    }
    this.told.add(item);
    this.conflicts.push(conflict);
    return false;
  }

  /** Whether a person took it; that they can is known from now on. */
  private isTaken(conflict: Conflict): boolean {
    const id = conflictId(conflict);
    this.takable.add(id);
    const isTaken = this.decided.has(id);
    if (isTaken) this.taken.push(conflict);
    return isTaken;
  }

  private fields(file: string, master: Item, returned: Item): void {
    this.changed(file, master, returned);
    const matched = matchRows(master, returned);
    const open = matched.open.filter(
      ({ returned: row, why, near }) => !this.measure(file, master, row, why, near) || near === null,
    );
    const taken = matched.open.flatMap(({ returned: row, near }): RowMatch[] =>
      near === null || open.some((one) => one.returned === row) ? [] : [{ returned: row, masters: [near] }],
    );
    const pairs = [...matched.pairs, ...taken];
    const heads = headPairs(master, returned);
    const wide = open.map(({ returned: row }): RowMatch => ({ returned: row, masters: master.rows }));
    for (const field of INTO_FIELDS) {
      if (master.ledger.columns[field] === undefined || returned.ledger.columns[field] === undefined) continue;
      for (const [of, from] of heads) this.answer(file, field, [of], from);
      const [first] = returned.rows;
      if (
        first !== undefined &&
        heads.length === 0 &&
        isOneCell(returned, field) &&
        this.isOnceAnItem(master.ledger, field)
      ) {
        this.answer(file, field, [firstOf(master)], first);
        continue;
      }
      for (const { returned: row, masters } of pairs) this.answer(file, field, masters, row);
      // What belongs to the whole item holds, whichever measures were worded anew.
      if (master.ledger.itemLevel.has(field))
        for (const { returned: row, masters } of wide) this.answer(file, field, masters, row);
    }
  }

  /** Whether a person said that a measure worded anew is the one that it is like. */
  private measure(
    file: string,
    master: Item,
    row: LedgerRow,
    why: "textChanged" | "notFound" | "ambiguous",
    near: LedgerRow | null,
  ): boolean {
    const [mine, theirs] = [measureKeyOf(master, row.item), measureKeyOf(row.item, master)];
    if (mine === null || theirs === null) return false;
    const conflict: Conflict = {
      type: why,
      kind: master.kind as MonthKind,
      number: numberOf(master),
      problem: master.problem,
      field: "measure",
      cell: near === null ? null : answerPlace(near, mine),
      from: near === null ? null : textOrNull(shownText(near, mine)),
      to: textOrNull(shownText(row, theirs)),
      file,
      fileCell: answerPlace(row, theirs) ?? itemPlace(row.item),
    };
    if (near !== null && this.isTaken(conflict)) return true;
    this.told.add(master);
    this.conflicts.push(conflict);
    return false;
  }

  /** What a row says of a field goes to the one cell it can mean; of several that differ from it a person decides. */
  private answer(file: string, field: IntoField, masters: readonly Of[], from: Of): void {
    const key = answerKey(from, field);
    const [first] = masters;
    if (key === "" || first === undefined) return;
    const cells = new Map<string, Of>();
    for (const of of masters) {
      const { ledger } = itemOf(of);
      const at = cellOf(ledger, of, field);
      const place = at === null ? null : qualified(ledger.sheet, at.row, at.col);
      // Of columns to tick, the cell changes with the status: the row stands for all of them.
      const isTicks = field === "status" && ledger.columns.status?.dress?.form === "ticks";
      if (at !== null && place !== null) cells.set(isTicks ? `${ledger.sheet} ${at.row} ticks` : place, of);
    }
    if (cells.size === 1) {
      const [[cell, of]] = [...cells] as [[string, Of]];
      const id = `${field} ${cell}`;
      const target = this.targets.get(id) ?? { item: itemOf(of), field, master: of, cell, answers: [] };
      this.targets.set(id, target);
      target.answers.push({ file, of: from, key });
    } else if ([...cells.values()].some((of) => answerKey(of, field) !== key))
      this.tell("ambiguous", field, first, from, file);
  }

  /**
   * Whether no item of the master has anything below its first row in the column: one cell then speaks for the item, also
   * where too few are filled for the reader to call the column the item's (evidence, days of completion).
   */
  private isOnceAnItem(ledger: Ledger, field: IntoField): boolean {
    const known = this.onceAnItem.get(ledger) ?? new Map<IntoField, boolean>();
    this.onceAnItem.set(ledger, known);
    const isOnce = known.get(field) ?? ledger.items.every((item) => !isFilledLower(item, field));
    known.set(field, isOnce);
    return isOnce;
  }

  /** Unit, deadline, leader: told where both name them and they differ. */
  private changed(file: string, master: Item, returned: Item): void {
    const { pairs } = matchRows(master, returned);
    for (const field of ["unit", "deadline", "leader"] as const) {
      if (master.ledger.columns[field] === undefined || returned.ledger.columns[field] === undefined) continue;
      const other = pairs.find(
        ({ returned: row, masters }) => masters.length > 0 && masters.every((one) => isOther(field, one, row)),
      );
      const was = other?.masters[0];
      if (other !== undefined && was !== undefined) this.tell("fieldChanged", field, was, other.returned, file);
    }
  }
}

/** What the four fields, unit, deadline and leader of a file say can be written; which item is meant can not. */
function isWritable(type: ConflictType, field: ConflictField): field is IntoField | "unit" | "deadline" | "leader" {
  return type !== "ambiguous" && field !== "problem" && field !== "measure";
}

function updateOf({ field, kind, number, problem, cell, from, to, file, fileCell }: Update): Update {
  return { field, kind, number, problem, cell, from, to, file, fileCell };
}

function isOther(field: "unit" | "deadline" | "leader", master: LedgerRow, returned: LedgerRow): boolean {
  const [was, is] = [foldText(shownText(master, field)), foldText(shownText(returned, field))];
  if (is === "" || was === is) return false;
  if (field === "leader") return true;
  if (field === "deadline") return deadlineKey(master.deadline) !== deadlineKey(returned.deadline);
  const key = (row: LedgerRow): string =>
    leadNames({ rows: [row] })
      .map(foldKey)
      .sort()
      .join("\n");
  return key(master) !== key(returned);
}

/** Whether all rows of an item have one and the same cell of a field. */
function isOneCell({ rows }: Item, field: IntoField): boolean {
  const [first] = rows;
  const place = first === undefined ? null : answerPlace(first, field);
  return rows.length > 1 && place !== null && rows.every((row) => answerPlace(row, field) === place);
}

/** Whether a row below the first of its item has a cell of its own that says something. */
function isFilledLower({ rows, ledger }: Item, field: IntoField): boolean {
  const [first, ...lower] = rows;
  const place = first === undefined ? null : answerPlace(first, field);
  return lower.some((row) => answerPlace(row, field) !== place && !isBlank(rawOf(ledger, row, field)));
}

/** Rows that name an item above its measures have cells of their own. */
function headPairs(master: Item, returned: Item): readonly (readonly [Of, Of])[] {
  if (master.headRow === undefined && returned.headRow === undefined) return [];
  if (master.headRow !== undefined) return [[master, returned.headRow === undefined ? firstOf(returned) : returned]];
  return [[firstOf(master), returned]];
}

function firstOf(item: Item): Of {
  return item.rows[0] ?? item;
}

function itemOf(of: Of): Item {
  return "rows" in of ? of : of.item;
}

export function numberOf(item: Item): string | null {
  return textOrNull(item.number);
}

export function textOrNull(text: string): string | null {
  return text === "" ? null : text;
}
