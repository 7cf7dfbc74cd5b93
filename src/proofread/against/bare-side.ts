/** What figures without a total are read against: the ledger's groups, the noun of its items, its day. */
import type { Kind, Reading } from "../../ledger";
import type { ToldSubject } from "../../reading";
import { filterReading, findColumn, valuesOf, type Definition } from "../../tally";
import { reWith } from "../../zh/pattern";
import { foldLine } from "../../zh/plain";
import { statusOfWords } from "../../zh/status-sentence";
import { bareFigures as words } from "../../zh/words/bare-figures";
import type { LedgerSide, ProofContext } from "../types";
import { statedOtherwise } from "./ledger-as-of";
import { groupNames, type NamedItems } from "./scope";

/** What a clause is read against. */
export interface Side {
  readonly ledger: LedgerSide;
  /** The only kind, or problems: what a number without a noun counts. */
  readonly kind: Kind & ToldSubject;
  readonly names: ReadonlyMap<string, NamedItems>;
  /** What a number counts, with the ledger's own noun for its items. */
  readonly thing: RegExp;
  /** Behind a number: 超期问题. */
  readonly late: RegExp;
  /** Whether the ledger's day is the notice's, so that what is late is late in both. */
  readonly sameDay: boolean;
  /** 截至11月30日: the ledger's own day. */
  readonly day: RegExp;
}

/** What the clauses of a notice are read against beside a ledger. */
export function sideOf(context: ProofContext, ledger: LedgerSide, kind: Side["kind"]): Side {
  const { reading, tally } = ledger;
  const own = reading.ledgers.filter((one) => one.kind === kind);
  const heads = own.map(({ columns, layout }) => `${columns.problem?.header ?? ""}|${layout.title}`).join("|");
  const things = [...words.ownThings.filter((noun) => heads.includes(noun)), ...words.things];
  const { date, source } = reading.asOf;
  const isOtherDay = Array.from(statedOtherwise(context)).length > 0;
  const [year, month, day] = [[String(date.year)], [String(date.month)], [String(date.day)]];
  return {
    ledger,
    kind,
    names: new Map([
      ...valueNames(context, { ...reading, ledgers: own }, tally.definition),
      ...groupNames(reading, kind),
    ]),
    thing: reWith("u")`^(?:${things})(?=$|[中的]|${words.deeds})`,
    late: reWith("u")`^${words.late}的?${things}(?![中的])`,
    sameDay: !isOtherDay && source !== "today",
    day: reWith("u")`^\s*${words.until}(?:${year}年)?${month}月${day}日[，,]`,
  };
}

/** Columns that sort items have few values, each of several. */
const MOST_VALUES = 12;
const NAME = /^\p{Script=Han}{3,10}$/u;

/** Items by the values of columns that hold no field we know, and sort all of them: 业态, 监管所, 业务流程. */
function valueNames(context: ProofContext, reading: Reading, definition: Definition): ReadonlyMap<string, NamedItems> {
  const names = new Map<string, NamedItems>();
  const all = reading.ledgers.reduce((sum, { items }) => sum + items.length, 0);
  const headers = new Set(reading.ledgers.flatMap(({ unmapped }) => unmapped.map(({ header }) => header)));
  for (const header of headers) {
    const found = findColumn(reading, header);
    if (found.type !== "found") continue;
    const values = valuesOf(found.columns, reading);
    if (values.length < 2 || values.length > MOST_VALUES || values.length * 2 > all) continue;
    if (!values.every((value) => NAME.test(value) && statusOfWords(value) === null)) continue;
    if (!context.lines.some(({ plain }) => values.some((value) => plain.includes(foldLine(value))))) continue;
    const groups = values.map((value) => {
      const filter = { type: "column", column: header, value, whole: true } as const;
      const { ledgers } = filterReading(reading, [filter], definition, "items");
      return { name: foldLine(value), choices: [ledgers.flatMap(({ items }) => items)] };
    });
    // Whatever has none or several of its values is sorted by something else.
    if (groups.reduce((sum, { choices }) => sum + (choices[0]?.length ?? 0), 0) !== all) continue;
    for (const group of groups) {
      const known = names.get(group.name);
      names.set(group.name, known ? { ...known, choices: [...known.choices, ...group.choices] } : group);
    }
  }
  return names;
}
