/** 退回修改意见: whose the rows in question are, and what is to be said of them. */
import { type Item, itemOfCell, type Reading } from "../../ledger";
import type { Finding } from "../../rule";
import { foldKey } from "../../zh/text";
import { distinctNames, homeUnit } from "../common";
import { columnLine, lineOf, lineOfRow, type ReturnLine, type RowFinding } from "./lines";

/** One ledger that was checked. */
export interface Checked {
  readonly reading: Reading;
  /** At the levels that are returned; ignored ones are not among them. */
  readonly findings: readonly Finding[];
  /** Whose the whole file is, where it is one of many that units sent; null: each item is its first lead unit's. */
  readonly owner: string | null;
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
  /** Findings of tables that no letter tells, because no row of them goes back. */
  readonly untold: number;
}

/**
 * Letters of one or several checked ledgers, units in the order in which these name them.
 * @example returnFindings([{ reading, findings, owner: null }]).letters.map(({ unit }) => unit) // ["县财政局"]
 */
export function returnFindings(checked: readonly Checked[]): Returned {
  const drafts: Omit<ReturnLetter, "fileName">[] = [];
  const clean = new Map<string, string>();
  const noUnit = { rows: 0, findings: 0 };
  let untold = 0;
  for (const source of checked) {
    const { general, byUnit, nobody } = sorted(source);
    // Who sent the file has all its rows.
    const told = source.owner === null ? [...[...byUnit.values()].flatMap(({ of }) => of), ...nobody] : [];
    const wide = told.filter(({ finding }) => isWide(finding));
    const before = drafts.length;
    for (const [key, { unit, of }] of byUnit) {
      if (of.length === 0 && !(source.owner !== null && general.length > 0)) {
        clean.set(key, unit);
        continue;
      }
      const lines = [
        ...general.map(lineOf),
        ...columnLines(wide, unit, of),
        ...of.map((found) => lineOfRow(wide.includes(found) ? ownShare(found, unit) : found, of)),
      ];
      drafts.push({ unit, lines, rows: rowsOf(of), findings: of.length, source, of });
    }
    if (drafts.length === before) untold += general.length;
    noUnit.rows += rowsOf(nobody);
    noUnit.findings += nobody.length;
  }
  const names = distinctNames(
    drafts.map(({ unit }) => unit),
    "-修改意见",
  );
  for (const { unit } of drafts) clean.delete(foldKey(unit));
  return {
    letters: drafts.map((draft, at) => ({ ...draft, fileName: names[at]! })),
    clean: [...clean.values()],
    noUnit,
    untold,
  };
}

interface UnitFindings {
  readonly unit: string;
  readonly of: RowFinding[];
}

function sorted({ reading, findings, owner }: Checked): {
  readonly general: readonly Finding[];
  /** By the folded name. */
  readonly byUnit: ReadonlyMap<string, UnitFindings>;
  readonly nobody: readonly RowFinding[];
} {
  // Accountability is posted to nobody.
  const unitOf = (item: Item): string | null => (item.kind === "accountability" ? null : (owner ?? homeUnit(item)));
  const byUnit = new Map<string, UnitFindings>();
  for (const { items } of reading.ledgers)
    for (const item of items) {
      const unit = unitOf(item);
      if (unit !== null && !byUnit.has(foldKey(unit))) byUnit.set(foldKey(unit), { unit, of: [] });
    }
  const general: Finding[] = [];
  const nobody: RowFinding[] = [];
  for (const finding of findings) {
    const found = rowOf(reading, finding);
    if (found === null) {
      general.push(finding);
      continue;
    }
    const unit = unitOf(found.item);
    (unit === null ? nobody : byUnit.get(foldKey(unit))!.of).push(found);
  }
  return { general, byUnit, nobody };
}

/** Told at one row, of a column that no done row fills. */
function isWide({ data }: Finding): boolean {
  const { others } = data;
  return typeof others === "number" && others > 0;
}

/** Done rows of a unit in the table of a finding: what of an empty column is the unit's to fill. */
function doneRows({ item: { ledger } }: RowFinding, unit: string): number {
  return ledger.items
    .filter((item) => foldKey(homeUnit(item) ?? "") === foldKey(unit))
    .reduce((sum, { rows }) => sum + rows.filter(({ status }) => status.status === "done").length, 0);
}

/** A finding of a whole column, of the unit's own rows. */
function ownShare(found: RowFinding, unit: string): RowFinding {
  const { finding } = found;
  const others = Math.max(0, doneRows(found, unit) - 1);
  return { ...found, finding: { ...finding, data: { ...finding.data, others } } };
}

/** What other units' rows tell of an empty column is this unit's to mend, too, where it has such rows. */
function columnLines(wide: readonly RowFinding[], unit: string, of: readonly RowFinding[]): readonly ReturnLine[] {
  return wide.flatMap((found) => {
    const rows = of.includes(found) ? 0 : doneRows(found, unit);
    return rows === 0 ? [] : [columnLine(found.finding, rows)];
  });
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
