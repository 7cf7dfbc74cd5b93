/** Columns of a reading by the words of their headers, whether or not they hold a field we know. */
import { type Ledger, type Reading } from "../ledger";
import { plainText, valueAt } from "../grid";
import { foldKey } from "../zh/text";
import { reWith } from "../zh/pattern";
import { MONEY_NOUNS, MONEY_UNITS, UNIT_LINE } from "../zh/words/amounts";

/** A column of one ledger. */
export interface NamedColumn {
  readonly ledger: Ledger;
  readonly col: number;
  /** As written; bands joined by "/". */
  readonly header: string;
  /** 万元, 项; "" where neither header nor head lines tell one. */
  readonly unit: string;
}

export type ColumnLookup =
  | { readonly type: "found"; readonly columns: readonly NamedColumn[] }
  | { readonly type: "unknown" }
  /** Several columns of one ledger bear the name. */
  | { readonly type: "ambiguous"; readonly headers: readonly string[] };

const BRACKETS = /[(][^()]*[)]/gu;

/** How a header may be called, the fullest first: whole, its last band, both without what stands in brackets. */
function namesOf(header: string): readonly string[] {
  const whole = foldKey(header);
  const last = whole.slice(whole.lastIndexOf("/") + 1);
  const bare = (text: string): string => text.replace(BRACKETS, "");
  return [whole, last, bare(whole), bare(last), ...withoutUnit(last)];
}

/** 追缴金额/万元 is called 追缴金额 too. */
function withoutUnit(folded: string): readonly string[] {
  const unit = MONEY_UNITS.find(([word]) => folded.endsWith(word) && folded.length > word.length)?.[0];
  return unit === undefined ? [] : [folded.slice(0, -unit.length).replace(/[/:]$/u, "")];
}

const UNIT_IN_HEADER = /[(](?:[^():]{0,6}:)?([^():,，、]{1,4})[)]$/u;
const IS_MONEY = reWith("u")`${MONEY_NOUNS}`;
// 填报单位：元氏县 tells no unit: nothing Chinese stands right behind one.
const HEAD_UNIT = reWith("u")`${UNIT_LINE}\s*(?::\s*)?(${MONEY_UNITS.map(([word]) => word)})(?!\p{Script=Han})`;

/** The unit a header tells: 追缴金额（万元）, 修订制度（单位：项）, 追缴金额/万元. */
function unitInHeader(header: string): string {
  const folded = foldKey(header);
  const inside = UNIT_IN_HEADER.exec(folded)?.[1];
  if (inside !== undefined) return inside;
  return MONEY_UNITS.find(([word]) => folded.endsWith(word))?.[0] ?? "";
}

/** 金额单位：万元 above the table. */
function unitAbove(ledger: Ledger): string {
  const { grid, layout } = ledger;
  for (let row = layout.header.top - 1; row >= Math.max(0, layout.header.top - 4); row -= 1) {
    for (let col = layout.header.left; col <= layout.header.right; col += 1) {
      const found = HEAD_UNIT.exec(plainText(valueAt(grid, row, col)).normalize("NFKC"))?.[1];
      if (found !== undefined) return found;
    }
  }
  return "";
}

function unitOf(ledger: Ledger, header: string): string {
  const own = unitInHeader(header);
  return own === "" && IS_MONEY.test(header) ? unitAbove(ledger) : own;
}

/** All columns of a ledger that have a header, left to right. */
export function columnsOf(ledger: Ledger): readonly NamedColumn[] {
  const headers = new Map<number, string>();
  for (const choice of Object.values(ledger.columns)) headers.set(choice.col, choice.header);
  for (const { col, header } of ledger.unmapped) if (header !== "") headers.set(col, header);
  return Array.from(headers, ([col, header]) => ({ ledger, col, header, unit: unitOf(ledger, header) })).sort(
    (a, b) => a.col - b.col,
  );
}

/** Columns of one ledger that bear a name best. */
function bestIn(ledger: Ledger, folded: string): readonly NamedColumn[] {
  const ranked = columnsOf(ledger).map((column) => ({ column, rank: namesOf(column.header).indexOf(folded) }));
  const least = Math.min(...ranked.map(({ rank }) => (rank < 0 ? Infinity : rank)));
  return Number.isFinite(least) ? ranked.filter(({ rank }) => rank === least).map(({ column }) => column) : [];
}

/**
 * The columns of a name in all ledgers of a reading. Width, blanks and a unit in brackets don't matter.
 * @example findColumn(reading, "追缴金额") // { type: "found", columns: [{ header: "追缴金额（万元）", unit: "万元", … }] }
 */
export function findColumn(reading: Reading, name: string): ColumnLookup {
  const folded = foldKey(name);
  const columns: NamedColumn[] = [];
  for (const ledger of reading.ledgers) {
    const best = bestIn(ledger, folded);
    if (best.length > 1) return { type: "ambiguous", headers: best.map(({ header }) => header) };
    columns.push(...best);
  }
  return columns.length > 0 ? { type: "found", columns } : { type: "unknown" };
}

/** Headers of a reading, each once, in order. */
export function headersOf(reading: Reading): readonly string[] {
  return Array.from(new Set(reading.ledgers.flatMap((ledger) => columnsOf(ledger).map(({ header }) => header))));
}
