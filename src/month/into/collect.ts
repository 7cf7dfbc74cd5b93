/** Answers of all files, gathered by the cell of the master that they are for. */
import { qualified } from "../../grid";
import { cellOf, type ColumnKey, type Item, type LedgerRow } from "../../ledger";
import { foldKey } from "../../zh/text";
import { leadNames } from "../common/home-unit";
import type { MonthKind } from "../common/kinds";
import { itemPlace } from "../common/places";
import { deadlineKey } from "../compare/deadlines";
import { foldText } from "../../tally";
import { answerKey, type Of, answerPlace, shownText } from "./answers";
import { type ReturnedMatch, matchRows, measureKeyOf, type RowMatch } from "./match";
import { type Conflict, type ConflictField, type ConflictType, INTO_FIELDS, type IntoField } from "./types";

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
  readonly targets = new Map<string, AnswerTarget>();
  readonly conflicts: Conflict[] = [];
  /** Items of the master that came back, whatever became of them. */
  readonly returned = new Set<Item>();
  /** Of these, the ones that something is told of. */
  readonly told = new Set<Item>();

  /** Takes up one item of a file. */
  take(file: string, match: ReturnedMatch): void {
    const { returned } = match;
    if (match.why === null) {
      this.returned.add(match.master);
      this.fields(file, match.master, returned);
      return;
    }
    const near = match.why === "textChanged" ? match.near : null;
    for (const item of match.why === "ambiguous" ? match.among : near === null ? [] : [near]) {
      this.returned.add(item);
      this.told.add(item);
    }
    this.conflicts.push({
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
    });
  }

  tell(
    type: ConflictType,
    field: ConflictField,
    master: Of,
    returned: Of,
    file: string,
    key: ColumnKey | null = null,
  ): void {
    const item = itemOf(master);
    this.told.add(item);
    const column = key ?? (field as ColumnKey);
    this.conflicts.push({
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
    });
  }

  private fields(file: string, master: Item, returned: Item): void {
    this.changed(file, master, returned);
    const { pairs, open } = matchRows(master, returned);
    for (const { returned: row, why, near } of open) this.measure(file, master, row, why, near);
    const heads = headPairs(master, returned);
    const wide = open.map(({ returned: row }): RowMatch => ({ returned: row, masters: master.rows }));
    for (const field of INTO_FIELDS) {
      if (master.ledger.columns[field] === undefined || returned.ledger.columns[field] === undefined) continue;
      for (const [of, from] of heads) this.answer(file, field, [of], from);
      for (const { returned: row, masters } of pairs) this.answer(file, field, masters, row);
      // What belongs to the whole item holds, whichever measures were worded anew.
      if (master.ledger.itemLevel.has(field))
        for (const { returned: row, masters } of wide) this.answer(file, field, masters, row);
    }
  }

  private measure(
    file: string,
    master: Item,
    row: LedgerRow,
    why: "textChanged" | "notFound" | "ambiguous",
    near: LedgerRow | null,
  ): void {
    const [mine, theirs] = [measureKeyOf(master, row.item), measureKeyOf(row.item, master)];
    if (mine === null || theirs === null) return;
    this.told.add(master);
    this.conflicts.push({
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
    });
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
