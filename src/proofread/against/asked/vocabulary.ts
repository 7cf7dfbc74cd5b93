/** The words in which a notice may ask a ledger: its own (values, units, columns), and those that stand around them. */
import { isCountedDone, statusValueOf, type Item, type Reading } from "../../../ledger";
import { plainText } from "../../../grid";
import { reWith } from "../../../zh/pattern";
import { foldLine } from "../../../zh/plain";
import { bareFigures } from "../../../zh/words/bare-figures";
import { KIND_NOUNS } from "../../../zh/words/bulletin";
import { ledgerTerms as words } from "../../../zh/words/ledger-terms";
import { groupNames } from "../scope";
import type { Kind } from "../../../ledger";
import {
  columnsByName,
  progressOf,
  sumsOfColumn,
  valuesOfColumn,
  type ColumnOfName,
  type SumColumn,
  type ValueColumn,
} from "./columns";
import { addNew, type Facet, type Items } from "./facets";
import { picksOfStatus, statusForms, stemOf, type Form } from "./statuses";

/** What a word may be besides a name. */
export type Role =
  | "filler"
  | "noun"
  | "body"
  | "light"
  | "among"
  | "upon"
  | "more"
  | "ofThem"
  | "duty"
  | "involves"
  | "alone"
  | "titled"
  | "thing"
  | "rest"
  | "each"
  | "all"
  | "share"
  | "rate"
  | "longest"
  | "together"
  | "below"
  | "above"
  | "between"
  | "byThen"
  | "dayEnd"
  | "dueOn"
  | "nextYear"
  | "day";

/** A word where it stands. */
export interface Word {
  readonly end: number;
  readonly roles: ReadonlySet<Role>;
  readonly facets: readonly Facet[];
  /** Columns whose figures it calls. */
  readonly sums: readonly SumColumn[];
  /** It names what is done, and only right before a number that it is done. */
  readonly weak: boolean;
  /** 和 between names. */
  readonly joins: boolean;
}

interface Entry {
  readonly facets: Facet[];
  readonly sums: SumColumn[];
  readonly roles: Set<Role>;
}

export interface Vocabulary {
  readonly all: Items;
  readonly progress: ReadonlyMap<Item, number> | null;
  readonly columns: readonly ValueColumn[];
  readonly sums: readonly SumColumn[];
  /** What is counted beside the items, by no word of theirs: letters, clues. */
  readonly others: RegExp;
  /** The longest word that begins there, null where none does. */
  readonly wordAt: (plain: string, at: number) => Word | null;
}

const SHORTEST = 2;
const LONGEST_PIECE = 8;
const OWN: readonly string[] = words.ownAfterAll;
/** Of other days, of others, of what is only wanted. */
export const ELSEWHERE = reWith("u")`${bareFigures.elsewhere.filter((word) => !OWN.includes(word))}`;

/** Words of a reading's items of one kind. */
export function vocabularyOf(reading: Reading, kind: Kind, sameDay: boolean): Vocabulary {
  const own: Reading = { ...reading, ledgers: reading.ledgers.filter((ledger) => ledger.kind === kind) };
  const items = own.ledgers.flatMap((ledger) => ledger.items);
  const byFirst = new Map<string, Map<string, Entry>>();
  const entryOf = (text: string): Entry => {
    const first = text.slice(0, 1);
    let list = byFirst.get(first);
    if (!list) byFirst.set(first, (list = new Map<string, Entry>()));
    let entry = list.get(text);
    if (!entry) list.set(text, (entry = { facets: [], sums: [], roles: new Set() }));
    return entry;
  };
  const name = (text: string, facet: Facet): void => {
    const { facets } = entryOf(text);
    const known = facets.find(({ by }) => by === facet.by);
    if (!known) facets.push(facet);
    else {
      const picks = [...known.picks];
      for (const pick of facet.picks) addNew(picks, pick);
      facets[facets.indexOf(known)] = { ...known, picks };
    }
  };
  const named = columnsByName(own);
  for (const { name: text, choices } of groupNames(reading, kind).values())
    name(text, { by: "unit", text, picks: choices.map((one): Items => new Set(one)), firm: choices.length });
  const stems = new Set<string>();
  const columns = named.flatMap((column) => valuesOfColumn(column) ?? []);
  for (const column of columns) nameValues(column, name, stems);
  for (const item of items) {
    const value = statusTextOf(item);
    const stem = isCountedDone(item.status, "done") ? stemOf(value) : null;
    if (stem !== null) stems.add(stem);
  }
  const sums = named.flatMap((column) => sumsOfColumn(column, own) ?? []);
  for (const sum of sums) for (const alias of aliasesOf(sum.header)) entryOf(alias).sums.push(sum);
  piecesOf(own, named, stems, (text, role) => entryOf(text).roles.add(role));
  nameTables(own, name);
  const forms = statusForms(own, Array.from(stems), sameDay);
  const rate = new RegExp(
    `(?:${words.rateHeads.join("|")})*(?:${[...stems, ...words.doneStems].sort(byLength).join("|")})${words.rateEnds[0]}`,
    "uy",
  );
  return {
    all: new Set(items),
    progress: progressOf(named),
    columns,
    sums,
    others: othersOf(own, columns, reading),
    wordAt: (plain, at) => longestAt(plain, at, { byFirst, forms, rate }),
  };
}

function othersOf({ ledgers }: Reading, columns: readonly ValueColumn[], all: Reading): RegExp {
  const own = [
    ...ledgers.flatMap(({ layout, columns: fields, sheet }) => [layout.title, sheet, fields.problem?.header ?? ""]),
    ...columns.flatMap(({ header, values }) => [header, ...values.keys()]),
  ].join("|");
  const kinds = new Set(
    all.ledgers.filter((one) => !ledgers.includes(one) && one.items.length > 0).map(({ kind }) => kind),
  );
  const beside = KIND_NOUNS.flatMap(([kind, nouns]) => (kinds.has(kind) ? nouns : []));
  const others = [...bareFigures.otherKinds.filter((word) => !own.includes(word)), ...beside];
  return others.length === 0 ? NEVER : reWith("u")`${others}`;
}

const NEVER = /(?!)/u;

function statusTextOf(item: Item): string {
  return foldLine(plainText(statusValueOf(item.ledger, item))).trim();
}

const byLength = (a: string, b: string): number => b.length - a.length;
const NAME_END = reWith("u")`(?:${words.nameEnds})$`;
const YES = new Set<string>(words.yes);
const NO = new Set<string>(words.no);
const YES_NO_HEAD = reWith("u")`^(?:${words.yesNoHeads})`;
const HAN = /^\p{Script=Han}{2,6}$/u;
const BRACKETED = /[（(][^（）()]*[）)]/gu;

function nameValues(column: ValueColumn, name: (text: string, facet: Facet) => void, stems: Set<string>): void {
  const { values } = column;
  const header = column.header.replace(BRACKETED, "").replace(/^.*\//u, "");
  const isYesNo = Array.from(values.keys()).every((value) => YES.has(value) || NO.has(value));
  if (isYesNo) {
    const core = header.replace(YES_NO_HEAD, "");
    const yes = new Set([...values].filter(([value]) => YES.has(value)).flatMap(([, some]) => [...some]));
    const others = new Set(column.columns.flatMap(({ ledger }) => ledger.items).filter((item) => !yes.has(item)));
    const isStatus = column.columns.some(({ ledger, col }) => ledger.columns.status?.col === col);
    if (isStatus && HAN.test(core)) stems.add(core);
    else if (!isStatus && core.length >= SHORTEST) {
      name(core, { by: column.header, text: core, picks: [yes] });
      for (const not of [
        ...words.negations,
        ...words.stillPrefixes.flatMap((still) => words.negations.map((one) => still + one)),
      ])
        name(not + core, { by: column.header, text: not + core, picks: [others] });
    }
    return;
  }
  for (const [value, some] of values) {
    const by = column.columns.some(({ ledger, col }) => ledger.columns.status?.col === col)
      ? "status"
      : column.columns.some(
            ({ ledger, col }) => ledger.columns.unit?.col === col || ledger.columns.coUnits?.col === col,
          )
        ? "unit"
        : column.header;
    const [first] = some;
    const others =
      by === "status" && first
        ? picksOfStatus(
            first.status,
            column.columns.flatMap(({ ledger }) => ledger.items),
          )
        : [];
    const facet = { by, text: value, picks: [some, ...others] };
    const bare = value.replace(NAME_END, "");
    if (value.length >= SHORTEST) name(value, facet);
    if (bare.length >= SHORTEST && bare !== value) name(bare, facet);
    // 水 of 污染类型 is told as 水污染, 水类.
    if (value.length < SHORTEST) for (const end of [...words.nameEnds, ...endsOf(header)]) name(value + end, facet);
  }
}

/** 污染, 污染类型 of 污染类型: what may stand behind a short value. */
function endsOf(header: string): readonly string[] {
  return Array.from({ length: Math.max(0, header.length - 1) }, (_, cut) => header.slice(0, cut + SHORTEST));
}

const AMOUNT_END = reWith("u")`(?:${words.amountEnds})$`;

function aliasesOf(header: string): readonly string[] {
  const bare = header.replace(BRACKETED, "");
  const last = bare.slice(bare.lastIndexOf("/") + 1);
  return Array.from(new Set([bare, last, last.replace(AMOUNT_END, "")])).filter((alias) => alias.length >= SHORTEST);
}

/** Pieces of headers and titles: 议定, 督办, 包案, 积案, what a notice calls things by. */
function piecesOf(
  { ledgers }: Reading,
  columns: readonly ColumnOfName[],
  stems: ReadonlySet<string>,
  put: (text: string, role: Role) => void,
): void {
  const deeds = [...stems, ...words.doneStems];
  const add = (text: string, role: Role): void => {
    for (const run of text.match(/\p{Script=Han}+/gu) ?? [])
      for (let from = 0; from < run.length; from++)
        for (let to = from + SHORTEST; to <= Math.min(run.length, from + LONGEST_PIECE); to++) {
          const piece = run.slice(from, to);
          if (role === "titled" && PERIOD.test(piece)) continue;
          if (deeds.some((deed) => piece.includes(deed)) || ELSEWHERE.test(piece)) continue;
          // 单位 of 责任单位 is what the column holds; 主办 of 主办单位 only leads in a name.
          put(piece, role === "filler" && to === run.length ? "noun" : role);
        }
  };
  const problems = new Set(ledgers.map(({ columns: own }) => foldLine(own.problem?.header ?? "")));
  for (const { header } of columns) add(header, problems.has(header) ? "thing" : "filler");
  for (const { layout } of ledgers) add(foldLine(layout.title), "titled");
}

const PERIOD = reWith("u")`${words.periods}`;

/** Of several tables of one kind each by its name: 人大建议 and 政协提案. */
function nameTables({ ledgers }: Reading, name: (text: string, facet: Facet) => void): void {
  if (ledgers.length < 2) return;
  for (const { sheet, layout, items } of ledgers)
    for (const text of [foldLine(sheet), ...(foldLine(layout.title).match(/\p{Script=Han}{2,8}/gu) ?? [])]) {
      const others = ledgers.filter((other) => other.items !== items);
      if (text.length < SHORTEST || others.some((other) => `${other.sheet}|${other.layout.title}`.includes(text)))
        continue;
      name(text, { by: "table", text, picks: [new Set(items)] });
    }
}

const ROLES: readonly (readonly [Role, RegExp])[] = (
  [
    ["thing", [...words.things, ...bareFigures.ownThings]],
    ["rest", words.rest],
    ["each", words.each],
    ["all", words.all],
    ["share", words.share],
    ["longest", words.longest],
    ["alone", words.alone],
    ["together", words.together],
    ["below", words.below],
    ["above", words.above],
    ["between", words.between],
    ["byThen", words.byThen],
    ["dayEnd", words.dayEnds],
    ["dueOn", words.dueOn],
    ["nextYear", words.nextYear],
    ["filler", words.fillers],
    ["filler", words.shareBases],
    ["body", words.bodies],
    ["light", words.lightBehind],
    ["among", words.among],
    ["upon", words.upon],
    ["duty", words.duties],
    ["ofThem", words.ofThem],
    ["more", words.more],
    ["involves", words.involves],
  ] satisfies readonly (readonly [Role, readonly string[]])[]
).map(([role, list]) => [role, reWith("uy")`${[...list].sort(byLength)}`]);

const JOINS = new Set<string>(words.nameLists);

interface Known {
  readonly byFirst: ReadonlyMap<string, ReadonlyMap<string, Entry>>;
  readonly forms: readonly Form[];
  readonly rate: RegExp;
}

function endAt(pattern: RegExp, plain: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(plain) ? pattern.lastIndex : -1;
}

function longestAt(plain: string, at: number, { byFirst, forms, rate }: Known): Word | null {
  let end = at;
  let roles = new Set<Role>();
  let facets: Facet[] = [];
  let sums: SumColumn[] = [];
  let weak = true;
  const take = (to: number, put: () => void): void => {
    if (to < 0 || to < end || to === at) return;
    if (to > end) [end, roles, facets, sums, weak] = [to, new Set(), [], [], true];
    put();
  };
  for (const [text, entry] of byFirst.get(plain.slice(at, at + 1)) ?? [])
    if (plain.startsWith(text, at))
      take(at + text.length, () => {
        for (const role of entry.roles) roles.add(role);
        facets.push(...entry.facets);
        sums.push(...entry.sums);
        if (entry.facets.length > 0) weak = false;
      });
  for (const form of forms)
    take(endAt(form.pattern, plain, at), () => {
      const known = facets.findIndex(({ by }) => by === form.facet.by);
      const other = facets[known];
      // 逾期未整改 is a status of the ledger's own, and what is late.
      if (other) facets[known] = { ...other, picks: [...other.picks, ...form.facet.picks] };
      else facets.push(form.facet);
      if (!form.weak) weak = false;
    });
  for (const [role, pattern] of ROLES) take(endAt(pattern, plain, at), () => roles.add(role));
  take(endAt(rate, plain, at), () => roles.add("rate"));
  if (end === at) return null;
  return { end, roles, facets, sums, weak: weak && facets.length > 0, joins: JOINS.has(plain.slice(at, end)) };
}
