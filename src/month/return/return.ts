/** 退回修改意见: what is wrong in the rows of each unit, in words for the unit. */
import { messageOf, ruleOf } from "../../check";
import type { Excerpt } from "../../grid";
import { type Item, itemOfCell, type Ledger, leadUnits, type Reading } from "../../ledger";
import type { Finding } from "../../rule";
import { distinctNames, homeUnit } from "../common";
import { excerptOf } from "../excerpt";

/** One ledger that was checked. */
export interface Checked {
  readonly reading: Reading;
  /** At the levels that are returned; ignored ones are not among them. */
  readonly findings: readonly Finding[];
  /** Whose the whole file is, where it is one of many that units sent; null: each item is its first lead unit's. */
  readonly owner: string | null;
}

/** A finding as the unit reads it. */
interface ReturnLine {
  readonly number: string;
  /** 问题摘要. */
  readonly about: string;
  /** 哪里不对. */
  readonly wrong: string;
  /** 怎么改. */
  readonly todo: string;
}

interface RowFinding {
  readonly finding: Finding;
  readonly item: Item;
  readonly row: number;
}

export interface ReturnLetter {
  readonly unit: string;
  /** Beginning of the names of its files. */
  readonly fileName: string;
  readonly lines: readonly ReturnLine[];
  /** Rows and findings of rows. */
  readonly rows: number;
  readonly findings: number;
  readonly source: Checked;
  readonly of: readonly RowFinding[];
}

export interface Returned {
  readonly letters: readonly ReturnLetter[];
  /** Units of which nothing is wrong. */
  readonly clean: readonly string[];
  readonly noUnit: { readonly rows: number; readonly findings: number };
}

const WHOLE_LEDGER = "台账整体";
const LONGEST = 30;

/**
 * Letters of one or several checked ledgers, units in the order in which these name them.
 * @example returnFindings([{ reading, findings, owner: null }]).letters.map(({ unit }) => unit) // ["县财政局"]
 */
export function returnFindings(checked: readonly Checked[]): Returned {
  const drafts: Omit<ReturnLetter, "fileName">[] = [];
  const clean = new Set<string>();
  const noUnit = { rows: 0, findings: 0 };
  for (const source of checked) {
    const { general, byUnit, nobody } = sorted(source);
    for (const [unit, of] of byUnit) {
      if (of.length === 0 && !(source.owner !== null && general.length > 0)) {
        clean.add(unit);
        continue;
      }
      const lines = [...general.map((finding) => lineOf(finding, "", WHOLE_LEDGER)), ...of.map(lineOfRow)];
      drafts.push({ unit, lines, rows: rowsOf(of), findings: of.length, source, of });
    }
    noUnit.rows += rowsOf(nobody);
    noUnit.findings += nobody.length;
  }
  const names = distinctNames(drafts.map(({ unit }) => unit));
  const withLetter = new Set(drafts.map(({ unit }) => unit));
  return {
    letters: drafts.map((draft, at) => ({ ...draft, fileName: names[at] ?? draft.unit })),
    clean: [...clean].filter((unit) => !withLetter.has(unit)),
    noUnit,
  };
}

function sorted({ reading, findings, owner }: Checked): {
  readonly general: readonly Finding[];
  readonly byUnit: ReadonlyMap<string, RowFinding[]>;
  readonly nobody: readonly RowFinding[];
} {
  const byUnit = new Map<string, RowFinding[]>();
  for (const { kind, items } of reading.ledgers)
    for (const item of items) {
      const unit = kind === "accountability" ? null : (owner ?? homeUnit(item));
      if (unit !== null && !byUnit.has(unit)) byUnit.set(unit, []);
    }
  const general: Finding[] = [];
  const nobody: RowFinding[] = [];
  for (const finding of findings) {
    const found = rowOf(reading, finding);
    if (found === null) {
      general.push(finding);
      continue;
    }
    // Accountability is posted to nobody.
    const unit = found.item.kind === "accountability" ? null : (owner ?? homeUnit(found.item));
    (unit === null ? nobody : byUnit.get(unit))?.push(found);
  }
  return { general, byUnit, nobody };
}

function rowOf(reading: Reading, finding: Finding): RowFinding | null {
  if (finding.item === null && finding.field === null) return null;
  for (const ledger of reading.ledgers) {
    if (ledger.sheet !== finding.sheet) continue;
    const found = itemOfCell(ledger, finding);
    if (found === null) continue;
    const { item, row } = found;
    return { finding, item, row: row?.row ?? item.headRow ?? item.rows[0]?.row ?? finding.row };
  }
  return null;
}

function rowsOf(findings: readonly RowFinding[]): number {
  return new Set(findings.map(({ item, row }) => `${item.ledger.sheet}\n${row}`)).size;
}

function lineOfRow({ finding, item }: RowFinding): ReturnLine {
  return lineOf(finding, item.number, item.problem);
}

function lineOf(finding: Finding, number: string, about: string): ReturnLine {
  return { number, about: cut(about), wrong: messageOf(finding, "zh"), todo: ruleOf(finding.rule)?.page.todo ?? "" };
}

/**
 * At most 30 characters, the last of them … where more was there.
 * @example cut("某制度执行不到位") // "某制度执行不到位"
 */
function cut(text: string): string {
  const letters = Array.from(text.replace(/\s+/gu, " ").trim());
  return letters.length <= LONGEST ? letters.join("") : `${letters.slice(0, LONGEST - 1).join("")}…`;
}

/** 核验意见: width in characters. */
const OPINION = { header: "核验意见", width: 42 } as const;

/** The workbook of the rows to be mended, with the opinions as its last column. */
export function returnExcerpt(letter: ReturnLetter): Excerpt {
  const opinions = new Map<string, string[]>();
  const rows = new Map<Ledger, Set<number>>();
  for (const { finding, item, row } of letter.of) {
    const key = `${item.ledger.sheet}\n${row}`;
    opinions.set(key, [...(opinions.get(key) ?? []), messageOf(finding, "zh")]);
    rows.set(item.ledger, (rows.get(item.ledger) ?? new Set<number>()).add(row));
  }
  const { reading, owner } = letter.source;
  const names = reading.ledgers.flatMap(({ items }) =>
    items.flatMap((item) => item.rows.flatMap((row) => leadUnits(row.units).map(({ name }) => name))),
  );
  const foreign = owner === null ? [...new Set(names)].filter((name) => !letter.unit.includes(name)) : [];
  return excerptOf(
    [...rows].map(([ledger, wanted]) => ({ ledger, rows: wanted, words: [] })),
    {
      foreign,
      filter: true,
      added: { ...OPINION, textAt: (sheet, row) => opinions.get(`${sheet}\n${row}`)?.join("\n") ?? null },
    },
  );
}

/** The contract's answer; paths are given by whoever wrote the files. */
export function returnJson(
  { letters, clean, noUnit }: Returned,
  pathOf: (letter: ReturnLetter, ending: "docx" | "xlsx") => string | null,
): object {
  return {
    schema: 1,
    letters: letters.map((letter) => ({
      unit: letter.unit,
      docx: pathOf(letter, "docx"),
      xlsx: pathOf(letter, "xlsx"),
      rows: letter.rows,
      findings: letter.findings,
    })),
    clean,
    noUnit,
  };
}
