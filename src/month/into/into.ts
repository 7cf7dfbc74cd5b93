/** Returned files against the master: which cells change, what a person must decide, who has not answered. */
import { qualified } from "../../grid";
import { isCountedDone, type Item, type Reading } from "../../ledger";
import { type Definition } from "../../tally";
import { foldKey } from "../../zh/text";
import { homeUnit } from "../common/home-unit";
import { MONTH_KINDS, type MonthKind } from "../common/kinds";
import { answerKey, answerPlace, editsFor, isSameWords, isUnreadable, shownText, statusAt } from "./answers";
import { Collected, numberOf, type AnswerTarget, textOrNull } from "./collect";
import { MasterIndex, type ReturnedMatch } from "./match";
import type { Conflict, IntoPlan, PlannedUpdate, ReturnedFile } from "./types";

interface IntoOptions {
  readonly definition: Definition["done"];
}

/** What came back, taken up file by file. */
export class IntoMaster {
  private readonly returned: { readonly file: ReturnedFile; readonly match: ReturnedMatch }[] = [];
  private readonly items: ReadonlyMap<MonthKind, readonly Item[]>;
  private readonly indexes: ReadonlyMap<MonthKind, MasterIndex>;

  constructor(
    private readonly master: Reading,
    private readonly options: IntoOptions,
  ) {
    this.items = new Map(MONTH_KINDS.map((kind) => [kind, itemsOf(master, kind)]));
    this.indexes = new Map(Array.from(this.items, ([kind, items]) => [kind, new MasterIndex(items)]));
  }

  take(file: ReturnedFile): void {
    for (const [kind, index] of this.indexes)
      for (const match of index.match(itemsOf(file.reading, kind))) this.returned.push({ file, match });
  }

  /**
   * @param decided ids of the conflicts of a plan before in which a person took what the file says
   * @param chosen places (`Choice.place`) of what they said is meant, by the ids of conflicts
   */
  plan(decided: ReadonlySet<string> = new Set(), chosen: ReadonlyMap<string, string> = new Map()): IntoPlan {
    const collected = new Collected(decided, chosen, (kind) => this.items.get(kind) ?? []);
    const unitOf = new Map(this.returned.map(({ file }) => [file.file, file.unit?.unit ?? null]));
    for (const { file, match } of this.returned) collected.take(file.file, match);
    const planned: PlannedUpdate[] = [];
    for (const target of inOrder(collected.targets.values(), this.master)) {
      const update = this.judge(collected, target, unitOf);
      if (update === null) continue;
      planned.push(update);
      collected.written.add(target.item);
    }
    const { returned, told, taken, takable, choosable, written, decidedUpdates } = collected;
    return {
      planned: [...planned, ...decidedUpdates],
      conflicts: collected.conflicts,
      takable,
      choosable,
      taken,
      unchanged: [...returned].filter((item) => !written.has(item) && !told.has(item)).length,
      notReturned: this.notReturned(collected),
    };
  }

  /** The one thing said of a cell where nothing speaks against it. */
  private judge(
    collected: Collected,
    { item, field, master, answers: all }: AnswerTarget,
    unitOf: ReadonlyMap<string, string | null>,
  ): PlannedUpdate | null {
    const own = answerKey(master, field);
    const isOwn = ({ key, of }: AnswerTarget["answers"][number]): boolean =>
      key === own || isSameWords(master, of, field);
    const answers = spokenOf(all, isOwn, unitOf).filter(({ of, key, file }) => {
      if (key === own || !isUnreadable(of, field)) return true;
      collected.tell("unreadable", field, master, of, file);
      return false;
    });
    const [first] = answers;
    if (first === undefined) return null;
    const others = answers.filter(({ key }) => key !== first.key);
    if (others.length > 0) {
      const files = new Set(answers.map(({ file }) => file));
      const type = files.size > 1 ? "twoFiles" : "ambiguous";
      const seen = new Set<string>();
      const distinct = answers.filter(({ file, key }) => {
        const id = `${file}\n${key}`;
        return !seen.has(id) && seen.add(id);
      });
      collected.either(type, field, master, distinct, isOwn);
      return null;
    }
    if (isOwn(first)) return null;
    // 已完成 beside the progress of what was taken up again would be worse than what stood there before.
    if (field !== "status" && collected.isStatusHeld(master)) {
      collected.tell("statusHeld", field, master, first.of, first.file);
      return null;
    }
    const { definition } = this.options;
    if (
      field === "status" &&
      isCountedDone(statusAt(master), definition) &&
      !isCountedDone(statusAt(first.of), definition)
    ) {
      collected.tell("statusBack", field, master, first.of, first.file);
      return null;
    }
    const edits = editsFor(master, first.of, field);
    const cell = edits?.at(-1);
    if (edits === null || cell === undefined) {
      collected.tell("ambiguous", field, master, first.of, first.file);
      return null;
    }
    return {
      edits,
      update: {
        field,
        kind: item.kind as MonthKind,
        number: numberOf(item),
        problem: item.problem,
        cell: placeOfEdit(cell),
        from: textOrNull(shownText(master, field)),
        to: textOrNull(shownText(first.of, field)),
        file: first.file,
        fileCell: answerPlace(first.of, field) ?? "",
      },
    };
  }

  private notReturned({ returned }: Collected): IntoPlan["notReturned"] {
    const units = new Map<string | null, number>();
    for (const items of this.items.values())
      for (const item of items) {
        if (returned.has(item)) continue;
        const unit = homeUnit(item);
        units.set(unit, (units.get(unit) ?? 0) + 1);
      }
    return [...units].map(([unit, items]) => ({ unit, items }));
  }
}

/**
 * Answers that count: of several, those that repeat the master say nothing where another unit gives a new one (a whole ledger goes
 * round and each unit fills in its rows). Of one unit that sent twice nobody knows which file holds.
 */
function spokenOf(
  answers: AnswerTarget["answers"],
  isOwn: (answer: AnswerTarget["answers"][number]) => boolean,
  unitOf: ReadonlyMap<string, string | null>,
): AnswerTarget["answers"] {
  const news = answers.filter((one) => !isOwn(one));
  if (news.length === 0 || news.length === answers.length) return answers;
  const senders = news.map(({ file }) => unitOf.get(file) ?? null);
  const isAnothers = ({ file }: AnswerTarget["answers"][number]): boolean => {
    const unit = unitOf.get(file) ?? null;
    return unit !== null && senders.every((sender) => sender !== null && foldKey(sender) !== foldKey(unit));
  };
  return answers.filter((one) => !isOwn(one) || !isAnothers(one));
}

function itemsOf({ ledgers }: Reading, kind: MonthKind) {
  return ledgers.filter((ledger) => ledger.kind === kind).flatMap(({ items }) => items);
}

function placeOfEdit({ sheet, row, col }: PlannedUpdate["edits"][number]): string {
  return qualified(sheet, row, col);
}

/** As the master's items stand, whatever the order of the files; of an item its statuses first. */
function inOrder(targets: Iterable<AnswerTarget>, master: Reading): readonly AnswerTarget[] {
  const order = new Map<object, number>();
  for (const { items } of master.ledgers) for (const item of items) order.set(item, order.size);
  const last = ({ field }: AnswerTarget): number => (field === "status" ? 0 : 1);
  return [...targets].sort((a, b) => (order.get(a.item) ?? 0) - (order.get(b.item) ?? 0) || last(a) - last(b));
}

/** What becomes of a plan once the cells were written: a cell that refused is a conflict, and keeps what it had. */
export function settleInto(
  plan: IntoPlan,
  refusedOf: (update: PlannedUpdate) => "formulaCell" | "lockedCell" | null,
): { readonly updated: readonly PlannedUpdate["update"][]; readonly conflicts: readonly Conflict[] } {
  const updated: PlannedUpdate["update"][] = [];
  const conflicts: Conflict[] = [...plan.conflicts];
  for (const one of plan.planned) {
    const type = refusedOf(one);
    if (type === null) updated.push(one.update);
    else conflicts.push({ type, ...one.update });
  }
  return { updated, conflicts };
}
