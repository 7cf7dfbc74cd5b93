import { type LedgerRow, mayBeOne } from "../../ledger";
import { foldKey } from "../../zh/text";
import { RECTIFIED } from "../kinds";
import { defineRule, type Context, type Steps } from "../rule";
import { clip } from "../words";
import { re } from "../../zh/pattern";
import { unitNearDouble as words } from "../../zh/words/unit-near-double";

type Data = { readonly unit: string; readonly other: string };

export const unitNearDouble = defineRule<Data>({
  alias: "unit-near-double",
  code: "U104",
  severity: "info",
  scope: "table",
  kinds: RECTIFIED,
  needs: ["unit"],
  name: { zh: "责任单位写法相近", en: "units with almost the same name" },
  messages: {
    zh: ({ unit, other }) => `“${unit}”只出现一次，与“${other}”只差一个字，请核对是不是同一单位。`,
    en: ({ unit, other }) =>
      `“${unit}” occurs once and differs by one character from “${other}”; please check whether they are the same unit.`,
  },
  check: checkNearDoubles,
  page: {
    what: "没有单位名录时，一个只出现一次的单位与另一个单位只差一个字（多一字、少一字，或末尾之前错一字）。一、二、三科，东、西、南、北，不同乡镇之类本来就只差一字的不报。",
    why: "多半是写错了字或多写了字；按单位统计时会多出一家。",
    bad: "规划财务股（12 处）、规划财物股（1 处）",
    good: "规划财务股（13 处）",
    todo: "核对写法。建一张“单位名录”表，以后可以逐一核对。",
    forUnit: "核对写法，同一单位只用一个名称。",
    en: "A unit that occurs once differs by one character from another (only without a directory).",
  },
  ground: "规则提案 U102（别名与错字）。",
});

interface Entry {
  readonly name: string;
  /** The first row that names it. */
  readonly measure: LedgerRow;
  /** How often it is named. */
  times: number;
}

/** Names shorter than this are too alike by nature (人事股, 人防股). */
const SHORTEST = 4;
const LONGEST = 40;
/** A column with more different names holds no units; comparing them would only cost memory. */
const MOST_NAMES = 5000;
/** Beyond so many near ones they are not slips of one another. */
const MOST_NEAR = 50;
/** Measures counted, and names compared, between two pauses. */
const MEASURES_A_STEP = 8192;
const NAMES_A_STEP = 1000;
/** Characters that tell real units apart. */
const TELLING = /[0-9a-zA-Z一二三四五六七八九十百甲乙丙丁东西南北中上下前后左右大小新老总分省市县区镇乡村街]/;
const PLACE_END = re`${words.placeEnd}$`;

function* checkNearDoubles(context: Context<Data>): Steps {
  const { ledger, reading } = context;
  if (reading.directory !== null) return;
  const once = ledger.itemLevel.has("unit");
  const entries = new Map<string, Entry>();
  let looked = 0;
  for (const { rows } of ledger.items) {
    for (const measure of rows) {
      count(measure, entries);
      if (++looked % MEASURES_A_STEP === 0) yield;
      if (once) break;
    }
  }
  const byForm = yield* indexForms(entries.keys());
  for (const entry of entries.values()) {
    if (entry.times > 1) continue;
    const other = otherOf(entry, entries, byForm);
    if (++looked % NAMES_A_STEP === 0) yield;
    if (other === null) continue;
    const data: Data = { unit: clip(entry.name), other: clip(other.name) };
    context.report(entry.measure, "unit", data, { quote: clip(entry.name, 60) });
  }
}

function count(measure: LedgerRow, entries: Map<string, Entry>): void {
  for (const { name, collective } of measure.units.units) {
    if (collective || name.length < SHORTEST || name.length > LONGEST) continue;
    const entry = entries.get(name);
    if (entry === undefined) entries.set(name, { name, measure, times: 1 });
    else entry.times++;
  }
}

/** Names by each of their forms with one character left out, and by themselves. */
function* indexForms(names: Iterable<string>): Steps<Map<string, string[]>> {
  const byForm = new Map<string, string[]>();
  let taken = 0;
  for (const name of names) {
    if (++taken > MOST_NAMES) break;
    if (taken % NAMES_A_STEP === 0) yield;
    for (const form of new Set(formsOf(name))) {
      const same = byForm.get(form);
      if (same === undefined) byForm.set(form, [name]);
      else same.push(name);
    }
  }
  return byForm;
}

/** The name that an entry named once is probably meant to be. */
function otherOf(
  entry: Entry,
  entries: ReadonlyMap<string, Entry>,
  byForm: ReadonlyMap<string, string[]>,
): Entry | null {
  const near = new Set<string>();
  for (const form of formsOf(entry.name)) {
    for (const name of byForm.get(form) ?? []) if (name !== entry.name && near.size < MOST_NEAR) near.add(name);
  }
  let best: Entry | null = null;
  for (const name of near) {
    const other = entries.get(name) as Entry;
    // 县财政局 and 财政局: not a slip but another writing, which unit-variant tells.
    if (!isSlip(entry.name, name) || mayBeOne(foldKey(entry.name), foldKey(name))) continue;
    // Of two lone names the later in the sheet is pointed at.
    if (other.times === 1 && other.measure.row >= entry.measure.row) continue;
    if (best === null || isNearer(other, best)) best = other;
  }
  return best;
}

/** A name used several times is the likelier right one; then by name, so that the choice depends on nothing else. */
function isNearer(a: Entry, b: Entry): boolean {
  const often = Number(a.times > 1) - Number(b.times > 1);
  return often > 0 || (often === 0 && a.name < b.name);
}

/** The name, and the name with each one character left out: two names one edit apart share one of these. */
function formsOf(name: string): string[] {
  const forms = [name];
  for (let i = 0; i < name.length; i++) forms.push(name.slice(0, i) + name.slice(i + 1));
  return forms;
}

/** Whether a difference of one character looks like a slip and not like two units. */
function isSlip(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let i = 0;
  while (i < short.length && short[i] === long[i]) i++;
  if (short.length === long.length) {
    if (i === 0 || short.slice(i + 1) !== long.slice(i + 1)) return false;
    if (PLACE_END.test(a) || PLACE_END.test(b)) return false;
    return !TELLING.test(short[i] as string) && !TELLING.test(long[i] as string);
  }
  if (short.length + 1 !== long.length || short.slice(i) !== long.slice(i + 1)) return false;
  return !/[0-9a-zA-Z一二三四五六七八九十分副甲乙丙丁]/.test(long[i] as string);
}
