/** Answers of all files, gathered by the cell of the master that they are for. */
import { isBlank, qualified } from "../../grid";
import { cellOf, type ColumnKey, isInherited, type Item, type Ledger, type LedgerRow, rawOf } from "../../ledger";
import { foldKey } from "../../zh/text";
import { leadNames } from "../common/home-unit";
import type { MonthKind } from "../common/kinds";
import { itemPlace } from "../common/places";
import { deadlineKey } from "../compare/deadlines";
import { foldText } from "../../tally";
import { answerKey, answerPlace, editsFor, isUnreadable, shownText } from "./answers";
import { choicePlace } from "./choices";
import { isStruck, type ReturnedMatch, matchRows, measureKeyOf, type RowMatch } from "./match";
import {
  type Conflict,
  type ConflictField,
  conflictId,
  type ConflictType,
  INTO_FIELDS,
  type IntoField,
  type Of,
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
  /** Conflicts for which a person can say what is meant, and what it may be. */
  readonly choosable = new Map<string, readonly Of[]>();
  readonly targets = new Map<string, AnswerTarget>();
  readonly conflicts: Conflict[] = [];
  /** Items of the master that came back, whatever became of them. */
  readonly returned = new Set<Item>();
  /** Of these, the ones that something is told of. */
  readonly told = new Set<Item>();
  /** Cells of statuses that a person must decide. */
  private readonly heldStatus = new Set<string>();
  private readonly onceAnItem = new Map<Ledger, Map<IntoField, boolean>>();

  /**
   * @param decided ids of the conflicts that a person took
   * @param chosen places of what a person said is meant, by the ids of conflicts
   * @param itemsOf the master's items of a kind
   */
  constructor(
    private readonly decided: ReadonlySet<string>,
    private readonly chosen: ReadonlyMap<string, string>,
    private readonly itemsOf: (kind: MonthKind) => readonly Item[],
  ) {}

  /** Takes up one item of a file. */
  take(file: string, match: ReturnedMatch): void {
    const { returned } = match;
    const near = match.why === null ? match.master : match.why === "textChanged" ? match.near : null;
    const isGone = near !== null && returned.rows.length > 0 && returned.rows.every(isStruck);
    if (match.why === null && !isGone) {
      this.returned.add(match.master);
      this.fields(file, match.master, returned);
      return;
    }
    const conflict: Conflict = {
      type: isGone ? "struckRow" : (match.why ?? "struckRow"),
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
    const among = match.why === "ambiguous" ? match.among : this.itemsOf(conflict.kind);
    const meant = near === null ? this.chosenOf(conflict, among) : this.isTaken(conflict) ? near : null;
    if (meant !== null) {
      this.returned.add(meant);
      this.fields(file, meant, returned);
      return;
    }
    for (const item of match.why === "ambiguous" ? match.among : near === null ? [] : [near]) {
      this.returned.add(item);
      this.told.add(item);
    }
    this.conflicts.push(conflict);
  }

  /** Different answers for one cell: told each, unless a person took one of them; to take what the master says is to keep it. */
  either(
    type: ConflictType,
    field: IntoField,
    master: Of,
    answers: readonly Answer[],
    isOwn: (answer: Answer) => boolean,
  ): void {
    const open = this.conflicts.length;
    const isTaken = answers.map((one) => this.tell(type, field, master, one.of, one.file, !isOwn(one))).includes(true);
    if (!isTaken) return;
    this.conflicts.splice(open);
    if (field === "status") this.heldStatus.delete(answerPlace(master, "status") ?? "");
  }

  /** Whether a person must decide the status that stands in the row: nothing else of the row is written before. */
  isStatusHeld(master: Of): boolean {
    return this.heldStatus.has(answerPlace(master, "status") ?? "");
  }

  private leave(conflict: Conflict, masters: readonly Of[]): void {
    for (const master of masters) {
      this.told.add(itemOf(master));
      if (conflict.field === "status") this.heldStatus.add(answerPlace(master, "status") ?? "");
    }
    this.conflicts.push(conflict);
  }

  /** Whether a person took it. */
  tell(type: ConflictType, field: ConflictField, master: Of, returned: Of, file: string, isNew = true): boolean {
    const item = itemOf(master);
    const conflict = conflictOf(type, field, master, returned, file);
    const edits =
      isNew && isWritable(field) && !isUnreadable(returned, field as ColumnKey)
        ? editsFor(master, returned, field)
        : null;
    const cell = edits?.at(-1);
    if (edits !== null && cell !== undefined && this.isTaken(conflict)) {
      const update = { ...conflict, field, cell: qualified(cell.sheet, cell.row, cell.col) };
      this.decidedUpdates.push({ edits, update: updateOf(update), decided: true });
      this.written.add(item);
      return true;
    }
    this.leave(conflict, [master]);
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

  /** What a person said is meant, of what it may be; that they can say so is known from now on. */
  private chosenOf<T extends Of>(conflict: Conflict, among: readonly T[]): T | null {
    const id = conflictId(conflict);
    this.choosable.set(id, among);
    const place = this.chosen.get(id);
    const meant = place === undefined ? undefined : among.find((of) => choicePlace(of) === place);
    if (meant === undefined) return null;
    this.taken.push(conflict);
    return meant;
  }

  private fields(file: string, master: Item, returned: Item): void {
    this.changed(file, master, returned);
    const matched = matchRows(master, returned);
    const pairs = [...matched.pairs];
    const wide: RowMatch[] = [];
    for (const { returned: row, why, near } of matched.open) {
      const meant = this.measure(file, master, row, why, near);
      if (meant.length > 0) pairs.push({ returned: row, masters: meant });
      else if (why !== "struckRow") wide.push({ returned: row, masters: master.rows });
    }
    const heads = headPairs(master, returned);
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
      // A file of a few rows may be read by the item where the master is by the row: an empty cell is no answer there.
      const byItem = master.ledger.itemLevel.has(field);
      for (const { returned: row, masters } of pairs)
        if (byItem || !isInherited(returned.ledger, row, field)) this.answer(file, field, masters, row);
      // What belongs to the whole item holds, whichever measures were worded anew.
      if (byItem) for (const { returned: row, masters } of wide) this.answer(file, field, masters, row);
    }
  }

  /** The rows that a person said a measure is, which is worded anew or struck through, or is like several or none. */
  private measure(
    file: string,
    master: Item,
    row: LedgerRow,
    why: "textChanged" | "notFound" | "ambiguous" | "struckRow",
    near: readonly LedgerRow[],
  ): readonly LedgerRow[] {
    const [nearest = null] = near;
    const keys = [measureKeyOf(master, row.item), measureKeyOf(row.item, master)];
    const [mine, theirs] = keys.includes(null) ? (["problem", "problem"] as const) : (keys as ["measure", "measure"]);
    const conflict: Conflict = {
      type: why,
      kind: master.kind as MonthKind,
      number: numberOf(master),
      problem: master.problem,
      field: mine === "problem" ? "problem" : "measure",
      cell: nearest === null ? null : answerPlace(nearest, mine),
      from: nearest === null ? null : textOrNull(shownText(nearest, mine)),
      to: textOrNull(shownText(row, theirs)),
      file,
      fileCell: answerPlace(row, theirs) ?? itemPlace(row.item),
    };
    const chosen = nearest === null ? this.chosenOf(conflict, master.rows) : null;
    if (chosen !== null) return [chosen];
    if (nearest !== null && this.isTaken(conflict)) return near;
    this.told.add(master);
    this.conflicts.push(conflict);
    return [];
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
    const all = [...cells.values()];
    let meant = all.length === 1 ? (all[0] ?? null) : null;
    if (all.length > 1) {
      if (all.every((of) => answerKey(of, field) === key)) return;
      const conflict = conflictOf("ambiguous", field, first, from, file);
      meant = this.chosenOf(conflict, all);
      if (meant === null) this.leave(conflict, all);
    }
    if (meant === null) return;
    const [cell = ""] = [...cells].find(([, of]) => of === meant) ?? [];
    const id = `${field} ${cell}`;
    const target = this.targets.get(id) ?? { item: itemOf(meant), field, master: meant, cell, answers: [] };
    this.targets.set(id, target);
    target.answers.push({ file, of: from, key });
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

function conflictOf(type: ConflictType, field: ConflictField, master: Of, returned: Of, file: string): Conflict {
  const item = itemOf(master);
  const column = field as ColumnKey;
  return {
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
}

/** What the four fields, unit, deadline and leader of a file say can be written; which item is meant can not. */
function isWritable(field: ConflictField): field is IntoField | "unit" | "deadline" | "leader" {
  return field !== "problem" && field !== "measure";
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
