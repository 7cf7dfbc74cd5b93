/**
 * Every word that may stand around a figure, with what it says: ours, and the ledger's own (units, sections, columns, forms
 * of accountability). A text is cut into the longest such words; what is left over is not understood.
 */
import type { Reading, Status } from "../ledger";
import { columnsOf, membersOf, namesIn, type NamedColumn, type Tally } from "../tally";
import { FORMS_KNOWN, STATUS_NAMES, type Subject } from "../notice";
import { reWith } from "../zh/pattern";
import { LAST_METRICS, LAST_PERIOD, MONEY_TAILS } from "../zh/words/template";
import * as words from "../zh/words/paragraph";

export type Counted = Subject | "parents" | "sections" | "accountability";

/** What a word says. */
export type WordRole =
  | { readonly type: "subject"; readonly subject: Counted }
  | { readonly type: "status"; readonly status: Status; readonly of: readonly Subject[] }
  | { readonly type: "metric"; readonly metric: keyof typeof words.TIME_METRICS }
  | {
      readonly type:
        | "rest"
        | "rate"
        | "share"
        | "foreign"
        | "all"
        | "neutral"
        | "lastPeriod"
        | "lastEnd"
        | "lastSpan"
        | "reached"
        | "among"
        | "unclear";
    }
  | { readonly type: "lastMetric"; readonly metric: keyof typeof LAST_METRICS }
  | { readonly type: "form"; readonly form: string }
  | { readonly type: "filter"; readonly filter: string }
  /** A column of numbers, or one that is filled in or not. */
  | { readonly type: "column"; readonly place: string; readonly unit: string };

interface Word {
  readonly role: WordRole;
  readonly text: string;
  readonly start: number;
}

/** A text in words; `rest` is what no word covers, piece by piece. */
export interface Spelled {
  readonly words: readonly Word[];
  readonly rest: readonly string[];
}

export interface ParagraphLexicon {
  spell(text: string): Spelled;
}

interface Entry {
  readonly word: string;
  readonly role: WordRole;
}

const SUBJECTS = Object.keys(STATUS_NAMES) as Subject[];
type TimeMetric = keyof typeof words.TIME_METRICS;

/** Words in order of precedence: of equal length the first wins, and several meanings are kept apart by the caller. */
function ourEntries(): readonly Entry[] {
  const entries: Entry[] = [];
  const add = (list: readonly string[], role: WordRole): void => {
    for (const word of list) entries.push({ word, role });
  };
  for (const [subject, list] of Object.entries(words.SUBJECT_WORDS) as [Counted, readonly string[]][])
    add(list, { type: "subject", subject });
  const byWord = new Map<string, { status: Status; of: Subject[] }>();
  for (const subject of SUBJECTS)
    for (const [status, list] of Object.entries(STATUS_NAMES[subject]) as [Status, readonly string[]][])
      for (const word of [...list, ...writtenOf(status)]) {
        const known = byWord.get(word);
        if (known === undefined) byWord.set(word, { status, of: [subject] });
        else if (known.status === status) known.of.push(subject);
      }
  for (const [word, { status, of }] of byWord) add([word], { type: "status", status, of });
  for (const [metric, list] of Object.entries(words.TIME_METRICS) as [TimeMetric, readonly string[]][])
    add(list, { type: "metric", metric });
  add(words.REST_WORDS, { type: "rest" });
  add(words.RATE_NAMES, { type: "rate" });
  add(words.RATE_REACHED, { type: "reached" });
  add(words.LAST_END, { type: "lastEnd" });
  add(words.LAST_SPAN, { type: "lastSpan" });
  add(words.SHARE_NAMES, { type: "share" });
  add(words.FOREIGN, { type: "foreign" });
  add(words.ALL_WORDS, { type: "all" });
  add(words.AMONG, { type: "among" });
  add(LAST_PERIOD, { type: "lastPeriod" });
  for (const [metric, list] of Object.entries(LAST_METRICS) as [keyof typeof LAST_METRICS, readonly string[]][])
    add(list, { type: "lastMetric", metric });
  for (const form of FORMS_KNOWN) add([form], { type: "form", form });
  add(words.NEUTRAL, { type: "neutral" });
  return entries;
}

function writtenOf(status: Status): readonly string[] {
  return Object.hasOwn(words.STATUS_WRITTEN, status)
    ? words.STATUS_WRITTEN[status as keyof typeof words.STATUS_WRITTEN]
    : [];
}

const OURS = ourEntries();
const BRACKETS = /[（(][^（）()]*[）)]/gu;
const LONGEST_VALUE = 14;
const SHORTEST_VALUE = 2;
const MOST_VALUES = 30;

/** Words of the ledger at hand. */
function ledgerEntries(reading: Reading, tally: Tally): readonly Entry[] {
  const entries: Entry[] = [];
  const add = (word: string, role: WordRole): void => {
    if (word.length >= SHORTEST_VALUE && word.length <= 2 * LONGEST_VALUE) entries.push({ word, role });
  };
  const { unit, section } = namesIn(reading);
  for (const name of unit) add(name, { type: "filter", filter: `[单位=${name}]` });
  for (const name of section) {
    add(name, { type: "filter", filter: `[方面=${name}]` });
    if (!name.endsWith("方面")) add(`${name}方面`, { type: "filter", filter: `[方面=${name}]` });
  }
  for (const form of tally.accountability?.byForm.keys() ?? []) add(form, { type: "form", form });
  if (hasClosedColumn(reading))
    for (const word of Object.values(words.CLOSED_WORDS).flat()) add(word, { type: "unclear" });
  const titles = reading.ledgers.map(({ layout, sheet }) => layout.title + sheet).join("");
  for (const word of words.ITEM_NOUNS) {
    const named = reading.ledgers.filter(({ layout, sheet }) => (layout.title + sheet).includes(word));
    const [kind, other] = new Set(named.map((ledger) => ledger.kind));
    if (kind !== undefined && other === undefined) add(word, { type: "subject", subject: kind });
  }
  for (const word of words.ABOUT) if (titles.includes(word)) add(word, { type: "neutral" });
  for (const ledger of reading.ledgers) {
    const known = new Set(Object.values(ledger.columns).map(({ col }) => col));
    for (const column of columnsOf(ledger)) if (!known.has(column.col)) entries.push(...columnEntries(column));
  }
  return entries;
}

/** Whether a column tells apart what is signed off from what is done. */
function hasClosedColumn(reading: Reading): boolean {
  const [word] = words.CLOSED_WORDS.done;
  return reading.ledgers.some((ledger) => columnsOf(ledger).some(({ header }) => header.includes(word)));
}

/** A column none of whose meanings we know: its header as a sum or a count, its values as counts. */
function columnEntries(column: NamedColumn): readonly Entry[] {
  const header = column.header.slice(column.header.lastIndexOf("/") + 1).trim();
  const bare = header.replace(BRACKETS, "").trim();
  if (bare.length < SHORTEST_VALUE) return [];
  const { numeric, values } = look(column);
  if (numeric) {
    const role: WordRole = { type: "column", place: `合计:${bare}`, unit: column.unit };
    return variants(bare).map((word) => ({ word, role }));
  }
  const counted: WordRole = { type: "column", place: `个数:${bare}`, unit: "" };
  const own = values.map((value) => ({
    word: value,
    role: { type: "column", place: `个数:${bare}=${value}`, unit: "" } satisfies WordRole,
  }));
  return [{ word: bare, role: counted }, ...own];
}

/** 追缴资金, 追缴金额 and 追缴款 are one thing. */
function variants(bare: string): readonly string[] {
  const tail = MONEY_TAILS.find((each) => bare.endsWith(each) && bare.length > each.length);
  if (tail === undefined) return [bare.replace(/数$/u, ""), bare];
  return [bare, ...MONEY_TAILS.map((each) => bare.slice(0, -tail.length) + each)];
}

/** Whether a column holds numbers, and else what short values. */
function look({ ledger, col }: NamedColumn): { readonly numeric: boolean; readonly values: readonly string[] } {
  const values = new Set<string>();
  let numbers = 0;
  let others = 0;
  for (const item of ledger.items)
    for (const { row } of item.rows) {
      const [whole, ...members] = membersOf(ledger, row, col);
      if (whole === undefined) continue;
      if (/^[¥+-]?[\d,.]+[^\d]{0,3}$/u.test(whole)) numbers += 1;
      else others += 1;
      for (const member of members.length > 0 ? members : [whole])
        if (member.length >= SHORTEST_VALUE && member.length <= LONGEST_VALUE && /^\p{Script=Han}+$/u.test(member))
          values.add(member);
    }
  const isList = values.size > 0 && values.size <= MOST_VALUES;
  return { numeric: numbers > 0 && numbers >= others, values: isList ? Array.from(values) : [] };
}

const PATTERNS: readonly (readonly [RegExp, WordRole])[] = [
  [reWith("uy")`${words.DUE_THIS_YEAR}`, { type: "filter", filter: "[时限=今年]" }],
  [reWith("uy")`${words.DUE_BY_NOW}`, { type: "filter", filter: "[到期]" }],
  [reWith("uy")`${words.DUE_OTHERWISE}`, { type: "unclear" }],
  [reWith("uy")`${words.ORDINALS}`, { type: "neutral" }],
];
const SKIP = /[\s“”"《》「」‘’、·—…]/u;

/**
 * The words of a paragraph about this ledger.
 * @example createParagraphLexicon(reading, tally).spell("已完成整改").words[0]?.role // { type: "status", status: "done", … }
 */
export function createParagraphLexicon(reading: Reading, tally: Tally): ParagraphLexicon {
  const byFirst = new Map<string, Entry[]>();
  // The ledger's own words go before ours of the same length: its 任务完成率 is a column.
  for (const entry of [...ledgerEntries(reading, tally), ...OURS]) {
    const first = entry.word.charAt(0);
    const list = byFirst.get(first);
    if (list) list.push(entry);
    else byFirst.set(first, [entry]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.word.length - a.word.length);

  const wordsAt = (text: string, at: number): readonly Word[] => {
    let found: Word[] = [];
    let length = 0;
    for (const [pattern, role] of PATTERNS) {
      pattern.lastIndex = at;
      const matched = pattern.exec(text)?.[0] ?? "";
      if (matched.length > length) {
        length = matched.length;
        found = [{ role, text: matched, start: at }];
      }
    }
    for (const { word, role } of byFirst.get(text.charAt(at)) ?? []) {
      if (word.length < length) break;
      if (!text.startsWith(word, at)) continue;
      if (word.length > length) found = [];
      length = word.length;
      found.push({ role, text: word, start: at });
    }
    return found;
  };

  return {
    spell(text) {
      const spelled: Word[] = [];
      const rest: string[] = [];
      let open = "";
      const close = (): void => {
        if (open !== "") rest.push(open);
        open = "";
      };
      for (let at = 0; at < text.length;) {
        const found = wordsAt(text, at);
        if (found.length > 0) {
          const meant = distinct(found);
          // A unit and a section of one name: nobody can tell which is meant.
          const unclear =
            meant.filter(({ role }) => role.type === "filter").length > 1 || meant[0]?.role.type === "unclear";
          close();
          if (unclear) rest.push(found[0]?.text ?? "");
          else spelled.push(...meant);
          at += found[0]?.text.length ?? 1;
        } else {
          if (SKIP.test(text.charAt(at))) close();
          else open += text.charAt(at);
          at += 1;
        }
      }
      close();
      return { words: spelled, rest };
    },
  };
}

/** Meanings of one word: all of the ledger's, and our first, unless that says nothing. */
function distinct(found: readonly Word[]): readonly Word[] {
  const own = found.filter(({ role }) => role.type === "filter" || role.type === "column");
  const kinds = new Map(own.map((word) => [JSON.stringify(word.role), word]));
  const ours = found.find(({ role }) => role.type !== "filter" && role.type !== "column" && role.type !== "neutral");
  if (kinds.size === 0) return found.slice(0, 1);
  return ours === undefined ? Array.from(kinds.values()) : [...kinds.values(), ours];
}
