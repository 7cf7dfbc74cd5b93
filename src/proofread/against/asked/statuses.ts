/** What words of a status, of a deadline passed, of a day, mean of a ledger's items. */
import { plainText } from "../../../grid";
import { isOpen, STATUS_WORDS, statusValueOf, type Item, type Reading, type Status } from "../../../ledger";
import { isDue } from "../../../tally";
import { compareDates, dayNumber, lastDayOfMonth, type CivilDate } from "../../../zh/civil-date";
import { reWith } from "../../../zh/pattern";
import { bareFigures } from "../../../zh/words/bare-figures";
import { ledgerTerms as words } from "../../../zh/words/ledger-terms";
import { either, type Facet, type Items } from "./facets";

/** A form of words, and what it says of items. */
export interface Form {
  /** Sticky. */
  readonly pattern: RegExp;
  readonly facet: Facet;
  /** By itself it may name the work only: 整改 of 整改的6个问题. */
  readonly weak: boolean;
}

type Test = (item: Item) => boolean;

const is =
  (...statuses: readonly Status[]): Test =>
  ({ status }) =>
    statuses.includes(status);
const LEFT: readonly Status[] = [
  "basic",
  "phased",
  "partial",
  "ongoing",
  "longTerm",
  "notDone",
  "overdueDeclared",
  "extended",
];
const leftBut = (...but: readonly Status[]): Test => is(...LEFT.filter((one) => !but.includes(one)));
const NOT_DONE: readonly Test[] = [
  is("notDone"),
  is("notDone", "overdueDeclared"),
  leftBut(),
  leftBut("basic"),
  leftBut("basic", "phased"),
  leftBut("longTerm"),
];
const DONE: readonly Test[] = [is("done"), is("done", "basic"), is("done", "basic", "phased"), is("done", "longTerm")];
const ONGOING: readonly Test[] = [is("ongoing"), is("ongoing", "extended", "partial"), ...NOT_DONE.slice(2)];

/** Items that any of the tests takes, test by test. */
function facetOf(by: string, text: string, items: readonly Item[], tests: readonly Test[]): Facet {
  return { by, text, picks: tests.map((test): Items => new Set(items.filter(test))), firm: FIRM.get(tests) ?? 1 };
}

/** Items that a status of the ledger's own may mean: 持续整改 is told of all that goes on. */
export function picksOfStatus(status: Status, items: readonly Item[]): readonly Items[] {
  const tests =
    status === "done" ? DONE : status === "ongoing" ? ONGOING : status === "notDone" ? NOT_DONE : [is(status)];
  return status === "unknown" ? [] : facetOf("status", "", items, tests).picks;
}

function isBefore({ deadline }: Item, day: CivilDate): boolean {
  return deadline.type === "date" && compareDates(deadline.date, day) < 0;
}

const MOST_UNKNOWN = 2;

/** Items whose status is not understood, by what they say. */
function unknownOf(items: readonly Item[]): readonly Items[] {
  const byText = new Map<string, Set<Item>>();
  for (const item of items) {
    if (item.status !== "unknown") continue;
    const text = plainText(statusValueOf(item.ledger, item)).trim();
    byText.set(text, (byText.get(text) ?? new Set<Item>()).add(item));
  }
  return Array.from(byText.values());
}

function subsetsOf(groups: readonly Items[]): readonly Items[] {
  return groups.reduce<readonly Items[]>(
    (sets, group) => [...sets, ...sets.map((set) => either([set, group]))],
    [new Set<Item>()],
  );
}

/** Late by what is read, by statuses that may be open still, by any row. */
const LATE: readonly Test[] = [
  ({ overdue }) => overdue,
  (item) => item.overdue || (isBefore(item, item.ledger.asOf) && item.status !== "done" && item.status !== "excluded"),
  is("overdueDeclared"),
  (item) => item.overdue || item.status === "overdueDeclared",
];

/** 未完成 says all that is left as well as what is not begun. */
const FIRM: ReadonlyMap<readonly Test[], number> = new Map([
  [NOT_DONE, 3],
  [LATE, 2],
]);

function lastDone({ rows }: Item): CivilDate | null {
  let last: CivilDate | null = null;
  for (const { doneDate } of rows) if (doneDate && (!last || compareDates(doneDate, last) > 0)) last = doneDate;
  return last;
}

/** Done by its day, or behind it, as far as both are told. */
function doneInTime(inTime: boolean): Test {
  return (item) => {
    const done = lastDone(item);
    if (item.status !== "done" || done === null || item.deadline.type !== "date") return false;
    return compareDates(done, item.deadline.date) <= 0 === inTime;
  };
}

/**
 * Forms of words for statuses, with a ledger's own words for what is done (化解, 销案, 答复).
 * @param stems the ledger's own
 * @param sameDay whether notice and ledger tell of one day; what is late depends on it
 */
export function statusForms(reading: Reading, stems: readonly string[], sameDay: boolean): readonly Form[] {
  const items = reading.ledgers.flatMap((ledger) => ledger.items);
  const unknown = unknownOf(items);
  if (unknown.length > MOST_UNKNOWN) return [];
  const own = [...stems, ...words.doneStems].sort((a, b) => b.length - a.length);
  const still = `(?:${words.stillPrefixes.join("|")})*`;
  const not = `(?:${words.negations.join("|")})(?:${words.negatedPrefixes.join("|")})*`;
  const behind = `(?:${words.doneSuffixes.join("|")})*(?!${words.notDoneBehind.join("|")})`;
  const done = `(?:${own.join("|")})${behind}`;
  const make = (source: string, facet: Facet, weak = false): Form => ({
    pattern: new RegExp(source, "uy"),
    facet,
    weak,
  });
  // What nobody knows the status of may have any, all that say the same.
  const ways = subsetsOf(unknown);
  const status = (text: string, tests: readonly Test[]): Facet =>
    unknown.length === 0
      ? facetOf("status", text, items, tests)
      : facetOf(
          "status",
          text,
          items,
          tests.flatMap((test) =>
            ways.map(
              (way): Test =>
                (item) =>
                  test(item) || way.has(item),
            ),
          ),
        );
  const forms: Form[] = [
    make(`(?:${words.donePrefixes.join("|")})+${done}`, status("已完成", DONE)),
    make(`(?:${own.filter((stem) => !isWeak(stem, stems)).join("|")})${behind}`, status("已完成", DONE)),
    make(`${done}`, status("已完成", DONE), true),
    make(`${still}${not}${done}的?`, status("未完成", NOT_DONE)),
    make(`${still}${not}(?:${words.startings.join("|")})`, status("未启动", [is("notDone")])),
    make(
      `${still}(?:${words.ongoing.join("|")})(?:${[...own, ...words.ongoingStems].join("|")})(?:${words.ongoingEnds.join("|")})?`,
      status("正在整改", ONGOING),
    ),
    make(
      `(?:${[...own, ...words.ongoingStems].join("|")})(?:${words.ongoingEnds.join("|")})`,
      status("正在整改", ONGOING),
    ),
  ];
  for (const [one, list] of bareFigures.statuses)
    if (one === "basic" || one === "phased" || one === "partial" || one === "longTerm")
      forms.push(
        make(
          `(?:${list.join("|")})`,
          status(STATUS_WORDS[one].zh, one === "longTerm" ? [is(one), isOpenEnded] : [is(one)]),
        ),
      );
  if (!sameDay) return forms;
  const late = `(?:${words.latePrefixes.join("|")})*(?:${words.late.join("|")})`;
  const beyond = `(?:${words.latePrefixes.join("|")})*(?:${words.beyond.join("|")})了?(?:${words.terms.join("|")})*(?:${words.termEnds.join("|")})`;
  const undone = `(?:${still}${not}(?:${done}|${words.startings.join("|")})?的?)?`;
  const dueOf: readonly Test[] = [
    ({ deadline, status: state, ledger }) => isDue(deadline, state, ledger.asOf),
    (item) => isBefore(item, item.ledger.asOf),
    ({ status: state, deadline, ledger }) => state === "done" || isDue(deadline, state, ledger.asOf),
    () => true,
  ];
  const notDue: readonly Test[] = [
    (item) => isOpen(item.status) && !item.overdue,
    (item) => item.status !== "done" && item.status !== "excluded" && !isBefore(item, item.ledger.asOf),
    (item) => !isBefore(item, item.ledger.asOf),
    (item) => item.deadline.type === "date" && item.status !== "done" && !isBefore(item, item.ledger.asOf),
  ];
  const days = (text: string, tests: readonly Test[]): Facet => facetOf("late", text, items, tests);
  forms.push(
    make(`(?:${late}|${beyond})${undone}`, days("超期", LATE)),
    make(`(?:${words.notDue.join("|")})`, days("未到期", notDue)),
    make(`(?:${words.due.join("|")})`, days("到期", dueOf)),
  );
  if (items.some((item) => lastDone(item) !== null))
    forms.push(
      make(`(?:${late}|${beyond})(?:${words.afterwards.join("|")})?(?:${done})`, days("超期完成", [doneInTime(false)])),
      make(`(?:${words.onTime.join("|")})(?:${done})`, days("按期完成", [doneInTime(true)])),
    );
  return forms;
}

function isOpenEnded({ deadline, status }: Item): boolean {
  return status === "longTerm" || deadline.type === "openEnded" || ("openEnded" in deadline && deadline.openEnded);
}

function isWeak(stem: string, own: readonly string[]): boolean {
  return own.includes(stem) || (words.weakStems as readonly string[]).includes(stem);
}

/** How many days each of some late items is past its deadline. */
export function daysLate(items: Iterable<Item>): readonly number[] {
  return [...items].flatMap((item) =>
    item.rows
      .map(({ deadline }) => deadline)
      .concat(item.deadline)
      .flatMap((deadline) =>
        deadline.type === "date" && isBefore({ ...item, deadline }, item.ledger.asOf)
          ? [dayNumber(item.ledger.asOf) - dayNumber(deadline.date)]
          : [],
      ),
  );
}

/** 9月底前到期的: by the day itself, or by it and before; all of them, or those that are open. */
export function dueBy(
  reading: Reading,
  { year, month, day }: { readonly year: number; readonly month: number; readonly day: number | null },
  isBy: boolean,
): Facet {
  const items = reading.ledgers.flatMap((ledger) => ledger.items);
  const first = { year, month, day: day ?? 1 };
  const last = { year, month, day: day ?? lastDayOfMonth(year, month) };
  const on: Test = ({ deadline }) =>
    deadline.type === "date" && compareDates(deadline.date, first) >= 0 && compareDates(deadline.date, last) <= 0;
  const by: Test = ({ deadline }) => deadline.type === "date" && compareDates(deadline.date, last) <= 0;
  const open: Test = ({ status }) => status !== "done" && status !== "excluded";
  const ahead: Test = (item) => !isBefore(item, item.ledger.asOf);
  const tests: Test[] = [on, (item) => on(item) && open(item), (item) => on(item) && isOpen(item.status)];
  if (isBy)
    tests.push(
      by,
      (item) => by(item) && open(item),
      (item) => by(item) && open(item) && ahead(item),
    );
  return facetOf("day", `${month}月${day === null ? "" : `${day}日`}到期`, items, tests);
}

const STEM = reWith("u")`^(?:${words.donePrefixes})+(\p{Script=Han}{2,4})$`;

/** 化解 of 已化解: what a status that is read as done calls the deed. */
export function stemOf(value: string): string | null {
  return STEM.exec(value)?.[1] ?? null;
}
