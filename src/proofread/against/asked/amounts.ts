/** Figures that count no items: sums of a column (涉及金额86万元, 问责3人), days late, how many units there are. */
import type { Item } from "../../../ledger";
import type { NumberToken } from "../../../reading";
import { inUnit, isConvertible, isMoney, sumColumn } from "../../../tally";
import type { Decimal } from "../../../zh/decimal";
import { ledgerTerms as words } from "../../../zh/words/ledger-terms";
import { hasRole, nameOf, nearest, ownFacets, waysOf, type Asking, type Numbered, type Special } from "./asking";
import type { SumColumn } from "./columns";
import { facetsOf, namesGroup, type Candidate } from "./contexts";
import type { Items } from "./facets";
import type { Piece } from "./segments";
import { daysLate } from "./statuses";

interface NumberPiece {
  readonly token: NumberToken;
}

/** Figures of a column that pieces call, in a unit that fits. */
export function calledSums(pieces: readonly Piece[], fits: (unit: string) => boolean): readonly SumColumn[] {
  const called = pieces.flatMap((piece) => (piece.type === "word" ? piece.word.sums : []));
  return Array.from(new Set(called)).filter(({ unit }) => fits(unit));
}

/** The sum of a column over some items, in a unit; null where a cell is no number. */
export function sumOver(column: SumColumn, items: Items, { ledger }: Asking, unit: string): number | null {
  const reading = {
    ...ledger.reading,
    ledgers: ledger.reading.ledgers.map((one) => ({ ...one, items: one.items.filter((item) => items.has(item)) })),
  };
  const sum = sumColumn(reading, column.columns);
  return sum.type === "sum" ? valueOf(inUnit(sum.value, sum.unit === "" ? unit : sum.unit, unit)) : null;
}

function valueOf({ mantissa, scale }: Decimal): number {
  return Number(mantissa) / 10 ** scale;
}

const SCALES: ReadonlyMap<number, string> = new Map([
  [1, ""],
  [1000, "千"],
  [10_000, "万"],
  [100_000_000, "亿"],
]);

/** 涉及金额86万元, 责令整改8家. */
export function amountOf(number: Numbered, { token }: NumberPiece, asking: Asking): Special | null {
  const unit = `${SCALES.get(token.scale) ?? ""}${token.unit}`;
  const money = isMoney(unit);
  if (unit === "") return null;
  const fits = (own: string): boolean =>
    money ? own === "" || (isMoney(own) && isConvertible(own, unit)) : own === unit;
  const called = calledSums([...number.before, ...number.behind], fits);
  const columns = called.length > 0 || !money ? called : asking.sums.filter((column) => fits(column.unit));
  if (columns.length === 0) return null;
  const own = facetsOf(ownFacets(number.before).facets.filter(({ by }) => by !== "status"));
  const ways = waysOf(
    asking,
    own,
    number.before.some((piece) => hasRole(piece, "all")),
  );
  if (ways === null) return null;
  const written = token.mantissa / 10 ** token.decimals;
  const step = 1 / 10 ** token.decimals;
  const allowed = columns.flatMap((column) => setsIn(ways).flatMap((set) => sumOver(column, set, asking, unit) ?? []));
  if (allowed.length === 0) return null;
  // Rounded or cut off at its last place.
  const right = allowed.some((value) => Math.abs(value - written) < step - TINY);
  const best = nearest(written, allowed);
  asking.sums = columns;
  asking.amounts = right ? allowed.filter((value) => Math.abs(value - written) < step - TINY) : allowed;
  return {
    figure: {
      name: [nameOf(own), columns[0]?.header ?? ""].filter((part) => part !== "").join("、"),
      right,
      firm: right,
      written: token.text,
      ledger: String(Number(best.toFixed(Math.max(token.decimals, MOST_PLACES)))),
    },
    named: namesGroup(own),
  };
}

const TINY = 1e-9;
const MOST_PLACES = 4;

function setsIn(ways: readonly Candidate[]): readonly Items[] {
  return ways.flatMap(({ sets }) => sets);
}

const DAY_UNITS = new Set<string>(words.days);

/** 最长的超期62天. */
export function daysOf(number: Numbered, { token }: NumberPiece, asking: Asking): Special | null {
  if (!DAY_UNITS.has(token.unit) || token.decimals > 0 || token.scale !== 1) return null;
  const { facets } = ownFacets(number.before);
  const late = facets.find(({ by }) => by === "late");
  const longest = number.before.some((piece) => hasRole(piece, "longest"));
  if (!late && !asking.told.some((one) => one.facets.has("late"))) return null;
  const own = facetsOf(facets);
  const ways = waysOf(asking, own, true);
  if (ways === null) return null;
  const sets = setsIn(ways)
    .map((set) => daysLate(set))
    .filter((days) => days.length > 0);
  const allowed = longest ? sets.map((days) => Math.max(...days)) : sets.flat();
  if (allowed.length === 0) return null;
  // 最长的61天，有两个问题: those that are so late.
  const those = setsIn(ways)
    .map((set): Items => new Set([...set].filter((item) => daysLate([item]).includes(token.mantissa))))
    .filter(({ size }) => size > 0);
  if (those.length > 0) asking.told.push({ facets: own, fits: those, counted: true });
  return {
    figure: {
      name: nameOf(own),
      right: allowed.includes(token.mantissa),
      firm: allowed.includes(token.mantissa),
      written: token.text,
      ledger: String(nearest(token.mantissa, allowed)),
    },
    named: namesGroup(own),
  };
}

const KIND_UNITS = new Set<string>([...words.kindUnits, "个"]);

/** 涉及5个科室, 甲局、乙局2家单位: how many values of a column, or names before it. */
export function unitsOf(number: Numbered, { token }: NumberPiece, asking: Asking): Special | null {
  const { before, behind } = number;
  const [noun] = behind;
  if (
    !KIND_UNITS.has(token.unit) ||
    token.decimals > 0 ||
    token.scale !== 1 ||
    behind.length !== 1 ||
    noun?.type !== "word"
  )
    return null;
  const isBody = hasRole(noun, "body");
  if (!isBody && !hasRole(noun, "noun")) return null;
  const { facets, lists } = ownFacets(before);
  const listed = lists[lists.length - 1] ?? [];
  const involves = before.some((piece) => hasRole(piece, "involves"));
  if (!involves && listed.length < 2) return null;
  const text = asking.plain.slice(noun.start, noun.end);
  const columns = asking.vocabulary.columns.filter(
    ({ header }) => header.includes(text) || (isBody && isOfUnits(header)),
  );
  const own = facetsOf(involves ? facets : []);
  const ways = waysOf(asking, own, true);
  if (ways === null || columns.length === 0) return null;
  const allowed = setsIn(ways).flatMap((set) => [
    ...columns.map(({ values }) => Array.from(values.values()).filter((some) => sharesAny(some, set)).length),
    ...(isBody ? unitCounts(set) : []),
  ]);
  if (listed.length > 1) allowed.push(listed.length);
  return {
    figure: {
      name: text,
      right: allowed.includes(token.mantissa),
      firm: allowed.includes(token.mantissa),
      written: token.text,
      ledger: String(nearest(token.mantissa, allowed)),
    },
    named: namesGroup(own),
  };
}

function isOfUnits(header: string): boolean {
  return words.bodies.some((body) => header.includes(body));
}

function sharesAny(some: Items, set: Items): boolean {
  for (const item of some) if (set.has(item)) return true;
  return false;
}

/** Units of some items: all that are listed, those that stand first, those that take part. */
function unitCounts(set: Items): readonly number[] {
  const rows = [...set].flatMap((item: Item) => item.rows);
  const count = (names: readonly { readonly name: string }[]): number => new Set(names.map(({ name }) => name)).size;
  return [
    count(rows.flatMap(({ units }) => units.units)),
    count(rows.flatMap(({ units }) => units.units.slice(0, 1))),
    count(rows.flatMap(({ units, coUnits }) => [...units.units, ...(coUnits?.units ?? [])])),
  ];
}
