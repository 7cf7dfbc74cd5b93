/**
 * What helps to mend a finding: where it stands in words, the cells of its row that can settle it, what could stand there,
 * and how a text that is typed would be read.
 */
import { sheetOf, valueAt, type CellRef } from "../grid";
import { chineseDate, compareDates, isoDate, lastDayOfMonth, type CivilDate } from "../zh/civil-date";
import { ruleOf } from "../check";
import {
  cellOf,
  COLUMN_WORDS,
  createDateReader,
  createDeadlineReader,
  nearestUnit,
  readStatus,
  SAID,
  textOf,
  type ColumnKey,
  type Deadline,
  type Ledger,
  type Reading,
  type Words,
} from "../ledger";
import type { AnyFinding, Finding } from "../rule";
import { rowOfFinding } from "./session/place-to-mend";
import { cellContent } from "./session/typed-value";

/** How a finding is named: 序号 9 · 问题摘要 · 财务股. */
interface FindingPlace {
  /** "" where it is about no item. */
  readonly number: string;
  /** The beginning of the item's problem. */
  readonly problem: string;
  readonly unit: string;
}

const LONGEST_PROBLEM = 20;

/** @example placeOfFinding(reading, finding) // { number: "9", problem: "公务接待审批不全", unit: "财务股" } */
export function placeOfFinding(reading: Pick<Reading, "ledgers">, finding: Finding): FindingPlace {
  const found = finding.item === null ? null : rowOfFinding(reading, finding);
  return {
    number: finding.item ?? "",
    problem: clip(found?.item.problem || found?.item.parent || ""),
    unit: finding.unit ?? "",
  };
}

function clip(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > LONGEST_PROBLEM ? `${line.slice(0, LONGEST_PROBLEM)}…` : line;
}

/** Where a finding is settled that no other content of a cell would settle: by a choice in the 台账 pane, or in the sheet. */
const ELSEWHERE: ReadonlyMap<string, "ledger" | "sheet"> = new Map([
  ["column-missing", "ledger"],
  ["column-ambiguous", "ledger"],
  ["column-chosen", "ledger"],
  ["row-ambiguous", "ledger"],
  ["ledger-overlap", "ledger"],
  ["unit-of-sheet", "ledger"],
  ["rows-hidden", "sheet"],
  ["rows-struck", "sheet"],
  ["ditto", "sheet"],
]);

/** @example settledElsewhere("column-missing") // "ledger" */
export const settledElsewhere = (rule: string): "ledger" | "sheet" | null => ELSEWHERE.get(rule) ?? null;

/** What a person writes into a cell: a unit, a status, a date, anything. */
type TargetKind = "unit" | "status" | "date" | "text";

/** A cell that can settle a finding. */
export interface MendTarget {
  /** null: the finding's own cell, of no field. */
  readonly field: ColumnKey | null;
  /** The column's own header, or the field's name. */
  readonly label: Words;
  readonly kind: TargetKind;
  readonly cell: CellRef;
  /** What stands there, as one would type it. */
  readonly text: string;
  /** What was probably meant; "" where nothing is near. */
  readonly near: string;
  /** What else could stand there, likeliest first. */
  readonly options: readonly string[];
}

const KINDS: Readonly<Partial<Record<ColumnKey, TargetKind>>> = {
  unit: "unit",
  coUnits: "unit",
  status: "status",
  measureStatus: "status",
  signOff: "status",
  deadline: "date",
  doneDate: "date",
};

/** Fields of a row that a rule rests on and that a person may find wrong instead of the one it reports. */
const CHANGEABLE: ReadonlySet<ColumnKey> = new Set<ColumnKey>(["unit", "status", "deadline", "doneDate", "signOff"]);

/** The cells that can settle a finding, its own first; none where it is settled elsewhere. */
export function targetsOf(reading: Reading, finding: Finding): readonly MendTarget[] {
  if (settledElsewhere(finding.rule) !== null) return [];
  const found = rowOfFinding(reading, finding);
  const ledger = found?.ledger ?? reading.ledgers.find(({ sheet }) => sheet === finding.sheet);
  if (ledger === undefined) return [];
  const own = finding.field as ColumnKey | null;
  // A state of several columns to tick is more than one cell: the sheet is the place for it.
  const isTicked = (field: ColumnKey | null): boolean =>
    field !== null && ledger.columns[field]?.dress?.form === "ticks";
  if (isTicked(own)) return [];
  const targets = [targetOf(reading, ledger, own, finding, finding)];
  if (found === null || own === null) return targets;
  for (const field of ruleOf(finding.rule)?.needs ?? []) {
    if (field === own || !CHANGEABLE.has(field) || isTicked(field)) continue;
    const cell = cellOf(ledger, found.row ?? found.item, field);
    if (cell !== null) targets.push(targetOf(reading, ledger, field, cell, finding));
  }
  return targets;
}

function targetOf(
  reading: Reading,
  ledger: Ledger,
  field: ColumnKey | null,
  { row, col }: CellRef,
  finding: Finding,
): MendTarget {
  // Of a header in bands the lowest words: 整改责任/牵头单位.
  const header = field === null ? "" : (ledger.columns[field]?.header.split("/").pop()?.trim() ?? "");
  const { text } = contentAt(ledger, { row, col });
  const kind = (field === null ? undefined : KINDS[field]) ?? "text";
  const near = finding.fix === null ? nearOf(reading, ledger, kind, text, finding) : "";
  const others = field === null ? [] : optionsOf(reading, ledger, field, kind, text, finding);
  return {
    field,
    label: header !== "" ? { zh: header, en: header } : field === null ? CELL : COLUMN_WORDS[field],
    kind,
    cell: { row, col },
    text,
    near: near === text ? "" : near,
    options: others.filter((option) => option !== text && option !== near),
  };
}

const CELL: Words = { zh: "单元格", en: "cell" };

/** What a cell of a table's sheet holds, as one would type it. */
export function contentAt(ledger: Pick<Ledger, "grid">, { row, col }: CellRef): ReturnType<typeof cellContent> {
  const grid = sheetOf(ledger.grid);
  return cellContent(valueAt(grid, row, col), grid.formatAt?.(row, col), grid.date1904);
}

// ------------------------------------------------------------------------------------------------- what could stand there

/** What was probably meant: of a unit the directory's or the ledger's other spelling, of a status the right character. */
function nearOf(reading: Reading, ledger: Ledger, kind: TargetKind, text: string, { data }: AnyFinding): string {
  const said = (name: string) => (typeof data[name] === "string" ? data[name] : "");
  if (kind === "unit") {
    const unit = said("unit");
    const meant = said("suggestion") || said("other") || nearIn(reading, text);
    return meant === "" ? "" : inPlace(text, unit, meant);
  }
  if (kind === "status") {
    const { status, slip } = readStatus(text, ledger.kind);
    return slip === true && status !== "unknown" ? SAID[status] : "";
  }
  if (kind !== "date") return "";
  // A day that is counted so although the cell doesn't say it whole.
  const counted = said("text") !== "" && said("text") === text.trim() ? said("date") : "";
  return counted === "" ? lastDayMeant(text) : counted;
}

/**
 * The last day of a month that has fewer days than a text says, as the text writes it; "" where it says no such day.
 * @example lastDayMeant("2026年6月31日前") // "2026年6月30日前"
 */
function lastDayMeant(text: string): string {
  const [, before = "", year, month, day] = DAY_OF_MONTH.exec(text) ?? [];
  if (Number(month) < 1 || Number(month) > 12 || Number(day) > 31) return "";
  const last = lastDayOfMonth(Number(year), Number(month));
  return Number(day) > last ? before + String(last) + text.slice(before.length + (day ?? "").length) : "";
}

const DAY_OF_MONTH = /^(\s*(\d{4})[年./-](\d{1,2})[月./-])(\d{2})(?!\d)\D*$/u;

const nearIn = ({ directory }: Reading, text: string): string =>
  directory === null || text === "" ? "" : (nearestUnit(directory, text) ?? "");

/** The text with one of its units replaced; all of it where it names no other. */
function inPlace(text: string, unit: string, meant: string): string {
  return unit !== "" && text.includes(unit) ? text.replace(unit, () => meant) : meant;
}

function optionsOf(
  reading: Reading,
  ledger: Ledger,
  field: ColumnKey,
  kind: TargetKind,
  text: string,
  { data }: AnyFinding,
): readonly string[] {
  if (kind === "text" || field === "doneDate") return [];
  const used = usedIn(ledger, field);
  if (kind === "date") {
    const read = createDeadlineReader(datesOf(reading, ledger, null));
    return used.filter((option) => mayCome(read(option), ledger.asOf)).slice(0, MOST_DATES);
  }
  // A column of ticks or codes has a language of its own.
  if (field === "signOff" || (kind === "status" && ledger.columns.status?.dress !== undefined)) return used;
  const all = wordsFor(reading, ledger, field);
  if (kind === "status") return all;
  const unit = data["unit"];
  // Beside other units of the cell only the one in question changes.
  return typeof unit === "string" && unit !== text.trim()
    ? all.filter((name) => !text.includes(name)).map((name) => inPlace(text, unit, name))
    : all;
}

/**
 * What may stand in a column of statuses or units: those of its words that are understood (of units: that the directory
 * has), most used first, then the others there are.
 * @example wordsFor(reading, ledger, "status") // ["已完成", "正在整改", "未完成", …]
 */
export function wordsFor(reading: Reading, ledger: Ledger, field: ColumnKey): readonly string[] {
  const used = usedIn(ledger, field);
  if (KINDS[field] === "status") {
    const known = used.filter((option) => readStatus(option, ledger.kind).state === "ok");
    const said = new Set(known.map((option) => readStatus(option, ledger.kind).status));
    return [...known, ...LISTED.filter((status) => !said.has(status)).map((status) => SAID[status])];
  }
  const names = reading.directory?.names ?? [];
  const known = reading.directory === null ? used : used.filter((option) => names.includes(option));
  return [...new Set([...known, ...names])];
}

/** Days are typed rather than looked for. */
const MOST_DATES = 4;

/** Whether a deadline says when, and not a day that is past. */
const mayCome = (deadline: Deadline, asOf: CivilDate): boolean =>
  deadline.type === "openEnded" ||
  deadline.type === "immediate" ||
  (deadline.type === "date" &&
    deadline.yearFrom === null &&
    !deadline.bareMonthBefore &&
    compareDates(deadline.date, asOf) >= 0);

const LISTED = ["done", "ongoing", "notDone", "basic", "phased", "partial", "longTerm"] as const;

/** Different texts of a column, most used first: counted once a reading. */
function usedIn(ledger: Ledger, field: ColumnKey): readonly string[] {
  const columns = USED.get(ledger) ?? new Map<ColumnKey, readonly string[]>();
  USED.set(ledger, columns);
  const before = columns.get(field);
  if (before !== undefined) return before;
  const times = new Map<string, number>();
  for (const item of ledger.items) {
    for (const row of item.rows) {
      const text = textOf(ledger, row, field);
      if (text !== "" && text.length <= LONGEST_OPTION) times.set(text, (times.get(text) ?? 0) + 1);
    }
  }
  const used = [...times].sort((one, other) => other[1] - one[1]).map(([text]) => text);
  columns.set(field, used);
  return used;
}

const USED = new WeakMap<Ledger, Map<ColumnKey, readonly string[]>>();
const LONGEST_OPTION = 40;

// --------------------------------------------------------------------------------------------- how a text would be read

/** How a typed text would be read: in words, or that it says no day. null where there is nothing to say. */
type TypedReading = {
  readonly ok: boolean;
  /** It is no day at all, and none of the words that stand for one: 9月31日, 尽快. It is not written. */
  readonly refused?: true;
  readonly words: Words;
} | null;

/**
 * @param concentratedMonths length of 集中整改期, where the settings give one
 * @example readTyped(reading, finding, deadline, "2025.9.30", null) // { ok: true, words: { zh: "2025年9月30日", … } }
 */
export function readTyped(
  reading: Reading,
  finding: Finding,
  target: MendTarget,
  text: string,
  concentratedMonths: number | null,
): TypedReading {
  const ledger = rowOfFinding(reading, finding)?.ledger;
  if (target.kind !== "date" || text.trim() === "" || ledger === undefined) return null;
  const context = datesOf(reading, ledger, concentratedMonths);
  if (joinsDays(text, context)) return TWO_DAYS;
  if (target.field === "doneDate") {
    const date = createDateReader(context)(text);
    return date === null ? UNREAD : { ok: true, words: dayOf(date) };
  }
  const deadline = createDeadlineReader(context)(text);
  if (deadline.type === "date") {
    const { zh, en } = dayOf(deadline.date);
    // Where the year is taken from depends on more than this cell.
    return deadline.yearFrom === null ? { ok: true, words: { zh, en } } : NO_YEAR;
  }
  if (deadline.type === "openEnded") return { ok: true, words: { zh: SAID.longTerm, en: "long-term" } };
  if (deadline.type === "immediate") return { ok: true, words: { zh: "立行立改", en: "at once" } };
  if (deadline.type === "relative")
    return { ok: false, words: { zh: "期限，起算日不明", en: "a period whose first day is not known" } };
  return UNREAD;
}

/** What dates are judged by, but for the day a report was filled in: without a year in it, a date is not judged here. */
const datesOf = (reading: Reading, ledger: Ledger, concentratedMonths: number | null) => ({
  date1904: ledger.grid.date1904,
  asOf: ledger.asOf,
  feedbackDate: reading.feedbackDate,
  reportDate: null,
  concentratedMonths,
});

/** Whether a text is two days with nothing between them, as typed one after the other: no cell that somebody wrote is. */
function joinsDays(text: string, context: ReturnType<typeof datesOf>): boolean {
  const read = createDateReader(context);
  const chars = text.trim();
  const at = [...chars.matchAll(/(?<=[\d日号底前])(?=(?:19|20)\d\d)/g)].map(({ index }) => index);
  return at.some((cut) => read(chars.slice(0, cut)) !== null && read(chars.slice(cut)) !== null);
}

const TWO_DAYS: TypedReading = { ok: false, refused: true, words: { zh: "是两个日期", en: "is two dates" } };
const UNREAD: TypedReading = { ok: false, refused: true, words: { zh: "看不出是哪一天", en: "is not a date" } };
const NO_YEAR: TypedReading = { ok: false, words: { zh: "没有写年份", en: "the year is missing" } };

const dayOf = (date: CivilDate): Words => ({ zh: chineseDate(date), en: isoDate(date) });

// ------------------------------------------------------------------------------------------------------------- why a rule

/** Why a rule is there, for a person: from its page. English pages have one line. */
interface RuleReason {
  readonly why: string;
  readonly todo: string;
  readonly bad: string;
  readonly good: string;
  readonly en: string;
}

export function whyOf(rule: string): RuleReason | null {
  return ruleOf(rule)?.page ?? null;
}

/** Findings of one rule whose cells hold the same text as this one's, itself among them. */
export function alike(
  reading: Pick<Reading, "ledgers">,
  findings: readonly Finding[],
  finding: Finding,
): readonly Finding[] {
  const ledger = reading.ledgers.find(({ sheet }) => sheet === finding.sheet);
  if (ledger === undefined) return [finding];
  const textAt = (each: Finding) => contentAt(ledger, each).text;
  const text = textAt(finding);
  return findings.filter(
    (each) =>
      each.rule === finding.rule &&
      each.sheet === finding.sheet &&
      each.field === finding.field &&
      textAt(each) === text,
  );
}
