/**
 * Facts of one item told in a notice and in its row: figures (已追缴12万元; 追缴1.2万元), the day it was done, the day by which all
 * of it will be, who did it. Only what can be nothing else is held: one figure with its measure word on either side, told of the
 * same thing; one date; a unit that begins the row's own clause.
 */
import { textOf, type Item } from "../../ledger";
import {
  earliestDay,
  exactValue,
  placeOf,
  readLines,
  type DateToken,
  type Line,
  type NumberToken,
  type Place,
} from "../../reading";
import { compareDates, isoDate, type CivilDate } from "../../zh/civil-date";
import { clausesOf, type Clause } from "../../zh/clause";
import { reWith } from "../../zh/pattern";
import { itemFacts as words } from "../../zh/words/told-counts";

export type FactKind = "figure" | "doneDate" | "deadline" | "unit";

export interface FactDiffers {
  readonly kind: FactKind;
  readonly place: Place;
  readonly written: string;
  readonly ledger: string;
}

/** The answer of an item: lines of the notice, each from where it begins. */
type Answer = readonly { readonly line: Line; readonly from: number }[];

/** A date or number with the words of its clause before it. */
interface Told<T> {
  readonly token: T;
  readonly before: string;
  /** The clause it stands in. */
  readonly clause: string;
  readonly line: Line;
}

const MOST_LINES = 30;

/** Facts of an answer that differ from the row's. */
export function* differingFacts(answer: Answer, item: Item): Generator<FactDiffers> {
  const lines = answer.slice(0, MOST_LINES);
  yield* figures(lines, item);
  yield* doneDates(lines, item);
  yield* plannedDates(lines, item);
}

/** 10月28日前排查: what ends the date before. */
const BEHIND_DATE = /^[之以]?[前内]/u;
const STOPS = /[，。；;,：:、！]/u;

function tokensOf<T extends NumberToken | DateToken>(
  lines: Answer,
  isIt: (token: Line["tokens"][number]) => token is T,
): readonly Told<T>[] {
  return lines.flatMap(({ line, from }) => {
    let floor = from;
    return line.tokens.flatMap((token) => {
      const start = floor;
      floor = token.type === "number" ? token.unitEnd : token.end;
      if (token.start < from || !isIt(token)) return [];
      const before = line.plain.slice(start, token.start).split(STOPS).pop()?.replace(BEHIND_DATE, "") ?? "";
      return [{ token, before, clause: clauseOf(line, token), line }];
    });
  });
}

function clauseOf({ plain }: Line, { start, end }: Place): string {
  let from = start;
  while (from > 0 && !/[，。；;,]/u.test(plain[from - 1] ?? "")) from--;
  let to = end;
  while (to < plain.length && !/[，。；;,]/u.test(plain[to] ?? "")) to++;
  return plain.slice(from, to);
}

const isFigure = (token: Line["tokens"][number]): token is NumberToken =>
  token.type === "number" && token.unit !== "" && !token.approx && token.rangeTo === null;
const isDay = (token: Line["tokens"][number]): token is DateToken =>
  token.type === "date" && token.year !== null && token.month !== null;

/** 排查风险点21个 beside 排查风险点12个: the only figure of its measure word on both sides, and words in common before it. */
function* figures(answer: Answer, item: Item): Generator<FactDiffers> {
  const told = tokensOf(answer, isFigure);
  if (told.length === 0) return;
  const row = tokensOf(rowLines(item, ["progress"]), isFigure);
  const more = tokensOf(rowLines(item, ["measure"]), isFigure);
  for (const own of row) {
    const { unit } = own.token;
    const alike = told.filter(({ token }) => token.unit === unit);
    const [only, other] = alike;
    if (!only || other || row.some((one) => one !== own && one.token.unit === unit)) continue;
    const value = exactValue(only.token);
    if (value === exactValue(own.token) || more.some(({ token }) => token.unit === unit && exactValue(token) === value))
      continue;
    if (!shareWords(only.before, own.before)) continue;
    yield {
      kind: "figure",
      place: figurePlace(only),
      written: `${only.before}${writtenOf(only)}`,
      ledger: `${own.before}${writtenOf(own)}`,
    };
  }
}

function figurePlace({ token }: Told<NumberToken>): Place {
  return placeOf(token.line, token.start, token.unitEnd);
}

function writtenOf({ token, line }: Told<NumberToken>): string {
  return line.text.slice(token.start, token.unitEnd);
}

/** Two characters that stand side by side in both. */
function shareWords(a: string, b: string): boolean {
  const bare = (text: string): string => text.replace(/[^\p{Script=Han}]/gu, "");
  const [x, y] = [bare(a), bare(b)];
  for (let at = 0; at + 2 <= y.length; at++) if (x.includes(y.slice(at, at + 2))) return true;
  return false;
}

function rowLines(item: Item, fields: readonly ("progress" | "measure")[]): Answer {
  const texts = item.rows.flatMap((row) => fields.flatMap((field) => textOf(item.ledger, row, field).split("\n")));
  return readLines(texts.filter((text) => text !== "")).map((line) => ({ line, from: line.indent }));
}

const COMPLETED = reWith("u")`${words.completed}`;
const PLANNED = reWith("u")`${words.planned}`;
const ALL_OF_IT = reWith("u")`${words.allOfIt}`;

/** The one day that an answer of a finished item tells, where it tells of the finishing, or is a slip of the row's day. */
function* doneDates(answer: Answer, item: Item): Generator<FactDiffers> {
  const [row, second] = item.rows;
  const day = row?.doneDate;
  if (second || !day || item.status !== "done") return;
  const [only, other] = tokensOf(answer, isDay);
  if (!only || other || only.token.day === null) return;
  const told = earliestDay(only.token, null);
  if (!told || compareDates(told, day) === 0) return;
  if (!isSlip(told, day) && !COMPLETED.test(only.clause)) return;
  yield { kind: "doneDate", place: dayPlace(only), written: only.token.text, ledger: isoDate(day) };
}

function dayPlace({ token }: Told<DateToken>): Place {
  return placeOf(token.line, token.start, token.end);
}

/** 9月10日 for 9月20日: all but one figure agree, or two changed places. */
function isSlip(a: CivilDate, b: CivilDate): boolean {
  if (a.year !== b.year || a.month !== b.month) return false;
  const [x, y] = [a, b].map(({ day }) => String(day).padStart(2, "0"));
  if (x === undefined || y === undefined) return false;
  return x[0] === y[0] || x[1] === y[1] || (x[0] === y[1] && x[1] === y[0]);
}

/** 计划11月底前全部入账 of an unfinished item whose deadline is another day. */
function* plannedDates(answer: Answer, item: Item): Generator<FactDiffers> {
  const { deadline } = item;
  if (deadline.type !== "date" || item.status === "done" || item.rows.length > 1) return;
  const dates = tokensOf(answer, isDay);
  const [only, other] = dates.filter(({ clause }) => PLANNED.test(clause));
  if (!only || other || !ALL_OF_IT.test(only.clause) || dates.some(({ token }) => holds(token, deadline.date))) return;
  yield { kind: "deadline", place: dayPlace(only), written: only.clause, ledger: isoDate(deadline.date) };
}

/** Whether the day lies in what was written. */
function holds({ year, month, day }: DateToken, date: CivilDate): boolean {
  return year === date.year && month === date.month && (day === null || day === date.day);
}

/**
 * A unit that begins the row's own clause (财务科重新审核档案86卷), where the row names others and the answer none of them. A unit
 * that the row's own text names takes part in what was done, whoever answers for it.
 * @param units all units of the ledger
 * @param own those of the item
 */
export function* otherUnits(
  answer: Answer,
  item: Item,
  units: readonly string[],
  own: ReadonlySet<string>,
): Generator<FactDiffers> {
  const text = answer.map(({ line, from }) => line.plain.slice(from)).join("\n");
  if (own.size === 0 || Array.from(own).some((name) => text.includes(name))) return;
  const clauses = rowClauses(item);
  const said = item.rows.map((row) => textOf(item.ledger, row, "progress")).join("\n");
  for (const { line, from } of answer.slice(0, MOST_LINES))
    for (const { start, text: clause } of clausesOf(line.plain, from, line.plain.length, MOST_LINES)) {
      const name = units.find((one) => clause.startsWith(one));
      if (
        name === undefined ||
        own.has(name) ||
        said.includes(name) ||
        !clauses.some((cell) => tells(clause.slice(name.length), cell))
      )
        continue;
      yield {
        kind: "unit",
        place: placeOf(line.index, start, start + name.length),
        written: name,
        ledger: Array.from(own).slice(0, 3).join("、"),
      };
    }
}

function rowClauses(item: Item): readonly string[] {
  return rowLines(item, ["progress", "measure"]).flatMap(({ line, from }) =>
    clausesOf(line.plain, from, line.plain.length, MOST_LINES).map(({ text }: Clause) =>
      text.replace(/[^\p{Script=Han}]/gu, ""),
    ),
  );
}

/** The clause tells most of what the row's own does. */
function tells(clause: string, cell: string): boolean {
  let common = 0;
  for (let at = 0; at + 2 <= cell.length; at++) if (clause.includes(cell.slice(at, at + 2))) common++;
  return common > 0 && common * 10 >= (cell.length - 1) * 6;
}
