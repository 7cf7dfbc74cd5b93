import type { LedgerRow, UnitReading } from "../../ledger/types";
import type { Draft } from "../draft";
import { RECTIFIED } from "../kinds";
import { defineRule, type Context, type TableCheck } from "../rule";
import { clip } from "../words";
import { re } from "../../zh/pattern";
import { unitNearDouble as words } from "../../zh/words/ledger";

type Data = { readonly unit: string; readonly other: string };

export const unitNearDouble = defineRule<Data>({
  alias: "unit-near-double",
  code: "U104",
  severity: "info",
  scope: "table",
  kinds: RECTIFIED,
  needs: ["unit"],
  name: { zh: "责任单位写法相近", en: "units spelled almost alike" },
  messages: {
    zh: ({ unit, other }) => `“${unit}”只出现一次，与“${other}”只差一个字，请核对是不是同一单位。`,
    en: ({ unit, other }) => `“${unit}” occurs once and differs by one character from “${other}”; the same unit?`,
  },
  check: createNearDoubleCheck,
  page: {
    what: "没有单位名录时，一个只出现一次的单位与另一个单位只差一个字（多一字、少一字，或末尾之前错一字）。一、二、三科，东、西、南、北，不同乡镇之类本来就只差一字的不报。",
    why: "多半是写错了字或多写了字；按单位统计时会多出一家。",
    bad: "规划财务股（12 处）、规划财物股（1 处）",
    good: "规划财务股（13 处）",
    todo: "核对写法。建一张“单位名录”表，以后可以逐一核对。",
    en: "A unit that occurs once differs by one character from another (only without a directory).",
  },
  ground: "规则提案 U102（别名与错字）。",
});

interface Entry {
  readonly name: string;
  rows: number;
  /** Sum of the sheet rows that name it: with one row left, it is that row. */
  rowSum: number;
  draft: Draft | null;
  said: string;
}

/** Names shorter than this are too alike by nature (人事股, 人防股). */
const SHORTEST = 4;
const LONGEST = 40;
/** A column with more different names holds no units; comparing them would only cost memory. */
const MOST_NAMES = 5000;
/** Characters that tell real units apart. */
const TELLING = /[0-9a-zA-Z一二三四五六七八九十百甲乙丙丁东西南北中上下前后左右大小新老总分省市县区镇乡村街]/;
const PLACE_END = re`${words.placeEnd}$`;

function createNearDoubleCheck(context: Context<Data>): TableCheck | null {
  const { ledger, reading } = context;
  if (reading.directory !== null) return null;
  const once = ledger.itemLevel.has("unit");
  const entries = new Map<string, Entry>();
  /** Names by each of their forms with one character left out, and by themselves. */
  const byForm = new Map<string, Set<string>>();
  /** What was counted, by row from the first one on. */
  const firstRow = ledger.layout.firstRow;
  const readingsAt = new Array<UnitReading | null>(Math.max(0, ledger.layout.lastRow - firstRow + 1)).fill(null);
  const touched = new Set<string>();

  function change(units: UnitReading, row: number, sign: 1 | -1): void {
    const { units: named } = units;
    for (let i = 0; i < named.length; i++) {
      const { name, collective } = named[i] as UnitReading["units"][number];
      if (collective || name.length < SHORTEST || name.length > LONGEST) continue;
      let entry = entries.get(name);
      if (entry === undefined) {
        entry = { name, rows: 0, rowSum: 0, draft: null, said: "" };
        entries.set(name, entry);
        for (const form of entries.size > MOST_NAMES ? [] : formsOf(name)) {
          const names = byForm.get(form);
          if (names === undefined) byForm.set(form, new Set([name]));
          else names.add(name);
        }
      }
      entry.rows += sign;
      entry.rowSum += sign * row;
      // Between many rows and one more nothing changes for anybody.
      if (entry.rows <= 3) touched.add(name);
    }
  }

  function neighboursOf(name: string): Set<string> {
    const near = new Set<string>();
    for (const form of formsOf(name)) {
      for (const other of byForm.get(form) ?? []) if (other !== name && near.size < 50) near.add(other);
    }
    return near;
  }

  function judge(entry: Entry): void {
    let other: Entry | null = null;
    if (entry.rows === 1) {
      for (const name of neighboursOf(entry.name)) {
        const candidate = entries.get(name);
        if (candidate === undefined || candidate.rows === 0 || !isSlip(entry.name, name)) continue;
        // Of two lone names the later in the sheet is pointed at.
        if (candidate.rows === 1 && candidate.rowSum >= entry.rowSum) continue;
        if (other === null || isNearer(candidate, other)) other = candidate;
      }
    }
    const said = other === null ? "" : `${entry.rowSum}:${other.name}`;
    if (said === entry.said && (entry.draft === null || !entry.draft.dead)) return;
    if (entry.draft !== null) context.withdraw(entry.draft);
    entry.draft = null;
    entry.said = said;
    if (other === null) return;
    const item = ledger.itemAt.get(entry.rowSum);
    const measure = item?.rows.find((row) => row.row === entry.rowSum);
    if (measure === undefined) return;
    const found = other;
    const data: Data = { unit: clip(entry.name), other: clip(found.name) };
    entry.draft = context.report(measure, "unit", data, { quote: clip(entry.name, 60) });
  }

  function come(measure: LedgerRow): void {
    readingsAt[measure.row - firstRow] = measure.units;
    change(measure.units, measure.row, 1);
  }

  function go({ row }: LedgerRow): void {
    const before = readingsAt[row - firstRow];
    if (before === undefined || before === null) return;
    readingsAt[row - firstRow] = null;
    change(before, row, -1);
  }

  return {
    add(item) {
      const last = once ? Math.min(1, item.rows.length) : item.rows.length;
      for (let i = 0; i < last; i++) come(item.rows[i] as LedgerRow);
    },
    remove(item) {
      for (const measure of item.rows) go(measure);
    },
    settle() {
      const affected = new Set<string>(touched);
      for (const name of touched) for (const near of neighboursOf(name)) affected.add(near);
      touched.clear();
      for (const name of affected) {
        const entry = entries.get(name);
        if (entry !== undefined) judge(entry);
      }
    },
  };
}

/** A name used several times is the likelier right one; then by name, so that the choice depends on nothing else. */
function isNearer(a: Entry, b: Entry): boolean {
  const often = Number(a.rows > 1) - Number(b.rows > 1);
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
