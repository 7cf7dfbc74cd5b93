/** What changed of one item that both periods have. */
import { isCountedDone, isItemOverdue, isOpen, isOverdue, type Deadline } from "../../ledger";
import { bareNumber, type Definition } from "../../tally";
import { foldKey } from "../../zh/text";
import { re } from "../../zh/pattern";
import { MONTH_WORDS } from "../../zh/words/month";
import { isStillOpen } from "../common/open";
import type { Period, PeriodCell, PeriodField, PeriodItem, PeriodRow } from "../period/types";
import { firstUnit } from "./counts";
import { deadlineKey, deadlineValue, directionOf, isSameDeadline } from "./deadlines";
import { measureChanges } from "./measures";
import { firstDifferent, folded, isSameField, isSameText, pairRows, type PairedRow, textsOf } from "./rows";
import type { ItemChange, ChangeType } from "./types";

export interface ItemContext {
  readonly old: Period;
  readonly now: Period;
  readonly definition: Definition;
  /** The name that a unit's name leads to. */
  readonly canonical: (name: string) => string;
}

type Told = Pick<ItemChange, "fromValue" | "toValue" | "direction">;

const EXTENSION = re`${MONTH_WORDS.extension}`;

/** Calls back with all changes of a pair, in the order of their types. */
export function tellChanges(
  old: PeriodItem,
  now: PeriodItem,
  context: ItemContext,
  take: (change: ItemChange) => void,
): void {
  new PairChanges(old, now, context, take).all();
}

/** A text as it is shown; null where the cell is empty. */
function shown(cell: PeriodCell | null | undefined): string | null {
  const text = cell?.text ?? "";
  return text === "" ? null : text;
}

class PairChanges {
  private readonly rows: readonly PairedRow[];
  private readonly wasDone: boolean;

  constructor(
    private readonly old: PeriodItem,
    private readonly now: PeriodItem,
    private readonly context: ItemContext,
    private readonly take: (change: ItemChange) => void,
  ) {
    this.rows = pairRows(old, now);
    this.wasDone = isCountedDone(old.status, context.definition.done);
  }

  all(): void {
    this.status();
    this.deadline();
    this.overdue();
    this.unit();
    this.leader();
    this.problem();
    this.measures();
    this.progress();
    this.number();
  }

  private both(field: PeriodField): boolean {
    return this.old.rows[0]?.cells[field] !== undefined && this.now.rows[0]?.cells[field] !== undefined;
  }

  private tell(type: ChangeType, risk: boolean, cells: readonly [PeriodCell | null, PeriodCell | null], more?: Told) {
    const [old, now] = cells;
    const change: ItemChange = {
      type,
      risk: risk ? "high" : "normal",
      kind: this.now.kind,
      number: shown(this.now.number),
      problem: this.now.problem.text,
      unit: firstUnit(this.now, this.context.canonical),
      cell: now?.at ?? null,
      oldCell: old?.at ?? null,
      from: shown(old),
      to: shown(now),
      fromValue: more?.fromValue ?? null,
      toValue: more?.toValue ?? null,
    };
    this.take(more?.direction === undefined ? change : { ...change, direction: more.direction });
  }

  private status(): void {
    const [from, to] = [this.old.status, this.now.status];
    if (from === to || !this.both("status")) return;
    const isDone = isCountedDone(to, this.context.definition.done);
    const type = isDone && !this.wasDone ? "completed" : this.wasDone && !isDone ? "reopened" : "statusChanged";
    const { now, old } = firstDifferent(this.old, this.rows, ({ status }) => status.status);
    const cells = [
      this.old.ownStatus ?? old.cells.status ?? null,
      this.now.ownStatus ?? now.cells.status ?? null,
    ] as const;
    const isRisk = type === "reopened" || (type === "statusChanged" && to === "excluded");
    this.tell(type, isRisk, cells, { fromValue: from, toValue: to });
  }

  private deadline(): void {
    if (this.hasSameDeadlines() || !this.both("deadline")) return;
    const { now, old, isOther } = firstDifferent(this.old, this.rows, ({ deadline }) => deadlineKey(deadline));
    const isMoved = deadlineKey(this.old.deadline) !== deadlineKey(this.now.deadline);
    if (!isOther && !isMoved) return;
    // A measure that is gone took the item's own deadline with it.
    const [was, is] = isOther ? [old, now] : [rowOfDeadline(this.old), rowOfDeadline(this.now)];
    const direction = directionOf(was.deadline, is.deadline);
    const isRisk =
      (direction === "later" && !this.isExtended()) || (was.deadline.type === "date" && is.deadline.type === "missing");
    const cells = [was.cells.deadline ?? null, is.cells.deadline ?? null] as const;
    this.tell("deadlineMoved", isRisk, cells, {
      fromValue: deadlineValue(was.deadline),
      toValue: deadlineValue(is.deadline),
      direction,
    });
  }

  /** Of most pairs: one row, one day. */
  private hasSameDeadlines(): boolean {
    const { old, now, rows } = this;
    const [only, second] = rows;
    if (second !== undefined || !only?.old || old.rows.length > 1) return false;
    return isSameDeadline(only.old.deadline, only.now.deadline) && isSameDeadline(old.deadline, now.deadline);
  }

  private isExtended(): boolean {
    const { now } = this;
    if (now.status === "extended") return true;
    return now.rows.some(({ cells, remarks }) =>
      [cells.deadline?.text, cells.status?.text, cells.progress?.text, now.ownStatus?.text, remarks].some((text) =>
        EXTENSION.test(text ?? ""),
      ),
    );
  }

  private overdue(): void {
    if (isItemOverdue(this.now, this.context.now.asOf)) this.isNowOverdue();
  }

  private isNowOverdue(): void {
    const { old, now } = this.context;
    const isLate = (item: PeriodItem, { deadline, status }: PeriodRow, { asOf }: Period): boolean =>
      isOverdue(deadline, item.statusOwn && isOpen(item.status) ? item.status : status.status, asOf);
    const late = this.rows.filter((row) => isLate(this.now, row.now, now));
    const wasLate = isItemOverdue(this.old, old.asOf);
    const newly = late.find((row) => row.old === null || !isLate(this.old, row.old, old));
    const told = (wasLate ? undefined : newly) ?? late[0] ?? this.rows[0];
    const cells = [(told?.old ?? this.old.rows[0])?.cells.deadline ?? null, told?.now.cells.deadline ?? null] as const;
    this.tell(wasLate ? "stillOverdue" : "newlyOverdue", false, cells);
  }

  private unit(): void {
    if (this.both("unit") && !hasSameLeads(this.old, this.now)) this.otherUnit();
  }

  private otherUnit(): void {
    const { canonical } = this.context;
    const keyOf = (names: readonly string[]): string =>
      [...new Set(names.map((name) => foldKey(canonical(name))))].sort().join("\n");
    const all = ({ rows }: PeriodItem): string => keyOf(rows.flatMap(({ leads }) => leads));
    if (all(this.old) === all(this.now)) return;
    const { now, old } = firstDifferent(this.old, this.rows, ({ leads }) => keyOf(leads));
    this.tell("unitChanged", false, [old.cells.unit ?? null, now.cells.unit ?? null]);
  }

  private leader(): void {
    if (!this.both("leader") || isSameField(this.old, this.now, "leader")) return;
    const { now, old } = firstDifferent(this.old, this.rows, ({ cells }) => folded(cells.leader?.text ?? ""));
    this.tell("leaderChanged", false, [old.cells.leader ?? null, now.cells.leader ?? null]);
  }

  private problem(): void {
    const [from, to] = [this.old.problem, this.now.problem];
    if (!isSameText(from.text, to.text)) this.tell("problemChanged", this.wasDone, [from, to]);
  }

  private measures(): void {
    const changes = measureChanges(this.old, this.now);
    if (changes === null) return;
    for (const cell of changes.added) this.tell("measureAdded", false, [null, cell]);
    for (const cell of changes.removed) this.tell("measureRemoved", this.wasDone, [cell, null]);
    for (const { old, now } of changes.changed) this.tell("measureChanged", this.wasDone, [old, now]);
  }

  private progress(): void {
    if (!isStillOpen(this.old.status) || !isStillOpen(this.now.status) || !this.both("progress")) return;
    if (!isSameField(this.old, this.now, "progress")) return;
    const [old, now] = [textsOf(this.old, "progress"), textsOf(this.now, "progress")];
    if (now.every(({ text }) => folded(text) === "")) return;
    this.tell("progressUnchanged", false, [old[0] ?? null, now[0] ?? null]);
  }

  private number(): void {
    const [from, to] = [this.old.number, this.now.number];
    if (from === null || to === null || bareNumber(from.text) === bareNumber(to.text)) return;
    this.tell("renumbered", false, [from, to]);
  }
}

/** Whether rows name the same units in the same order. */
function hasSameLeads(old: PeriodItem, now: PeriodItem): boolean {
  if (old.rows.length !== now.rows.length) return false;
  for (let row = 0; row < old.rows.length; row++) {
    const [one, other] = [old.rows[row]?.leads ?? [], now.rows[row]?.leads ?? []];
    if (one.length !== other.length) return false;
    for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false;
  }
  return true;
}

/** Names by which a change tells its item. */
export function namesOf(
  item: PeriodItem,
  canonical: (name: string) => string,
): Pick<ItemChange, "kind" | "number" | "problem" | "unit"> {
  return {
    kind: item.kind,
    number: shown(item.number),
    problem: item.problem.text,
    unit: firstUnit(item, canonical),
  };
}

/** The row that has the deadline of its item. */
function rowOfDeadline({ rows, deadline }: PeriodItem): PeriodRow {
  const keyOf = (one: Deadline): string => deadlineKey(one);
  return rows.find((row) => keyOf(row.deadline) === keyOf(deadline)) ?? (rows[0] as PeriodRow);
}
