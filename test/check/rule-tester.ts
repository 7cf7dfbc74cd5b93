/**
 * Runs one rule over drawn sheets through the real reader and the real checker, and holds every finding to what any
 * finding must be: a cell inside the sheet, sentences in both languages, an id of its own, the rule's code.
 */
import { check } from "../../src/check/check";
import { ruleOf } from "../../src/check/list";
import { messageOf } from "../../src/check/list";
import { DEFAULT_CHECK_SETTINGS, type CheckSettings } from "../../src/check/settings";
import type { Finding } from "../../src/rule/types";
import { cellName } from "../../src/grid/address";
import type { CivilDate } from "../../src/zh/civil-date";
import type { Grid } from "../../src/grid/grid";
import { readWorkbook } from "../../src/ledger/read-workbook";
import { gridOf, type GridOptions } from "../grid/grid-of";

export const AS_OF: CivilDate = { year: 2025, month: 11, day: 30 };

export interface TesterOptions extends GridOptions {
  readonly asOf?: CivilDate;
  readonly feedbackDate?: CivilDate;
  readonly settings?: Partial<CheckSettings>;
  /** What a person said of rows, by their texts (`rowKey`). */
  readonly rows?: ReadonlyMap<string, boolean>;
  /** Further sheets, ready made. */
  readonly more?: readonly Grid[];
}

/** Findings of one rule in a drawing. */
export function findingsOf(alias: string, drawing: string, options: TesterOptions = {}): readonly Finding[] {
  const rule = ruleOf(alias);
  if (rule === undefined) throw new Error(`no rule ${alias}`);
  const grids = [gridOf(drawing, options), ...(options.more ?? [])];
  const asOf = options.asOf ?? AS_OF;
  const { rows, feedbackDate } = options;
  const overrides = rows && new Map(grids.map(({ sheet }) => [sheet, { rows }]));
  const reading = readWorkbook(grids, { today: asOf, asOf, feedbackDate, overrides });
  if (reading.ledgers.length === 0) throw new Error("the drawing is no ledger");
  const settings = { ...DEFAULT_CHECK_SETTINGS, ...options.settings };
  const findings = check(reading, settings, [rule]).findings;
  const ids = new Set(findings.map((finding) => finding.id));
  if (ids.size !== findings.length) throw new Error(`${alias}: ids are not unique`);
  for (const finding of findings) holdToForm(finding, alias, rule.code, grids);
  return findings;
}

/** The same as `cell` or, where it isn't the drawn sheet, `sheet!cell`. */
export function cellsOf(alias: string, drawing: string, options: TesterOptions = {}): readonly string[] {
  const own = options.sheet ?? "整改台账";
  return findingsOf(alias, drawing, options).map((finding) => {
    const cell = cellName(finding.row, finding.col);
    return finding.sheet === own ? cell : `${finding.sheet}!${cell}`;
  });
}

function holdToForm(finding: Finding, alias: string, code: string, grids: readonly Grid[]): void {
  const grid = grids.find((candidate) => candidate.sheet === finding.sheet);
  if (grid === undefined) throw new Error(`${alias}: unknown sheet ${finding.sheet}`);
  const width = Math.max(...grid.values.map((row) => row.length));
  if (!Number.isInteger(finding.row) || finding.row < 0 || finding.row >= grid.values.length) {
    throw new Error(`${alias}: impossible row ${finding.row}`);
  }
  if (!Number.isInteger(finding.col) || finding.col < 0 || finding.col >= width) {
    throw new Error(`${alias}: impossible column ${finding.col}`);
  }
  for (const area of grid.merges) {
    const inside =
      finding.row >= area.top && finding.row <= area.bottom && finding.col >= area.left && finding.col <= area.right;
    if (inside && (finding.row !== area.top || finding.col !== area.left)) {
      throw new Error(`${alias}: reports the inside of a merged cell`);
    }
  }
  if (finding.rule !== alias || finding.code !== code) throw new Error(`${alias}: wrong rule or code`);
  for (const lang of ["zh", "en"] as const) {
    const message = messageOf(finding, lang);
    if (message.trim().length < 5 || /undefined|NaN|null|\[object/.test(message)) {
      throw new Error(`${alias}: bad sentence “${message}”`);
    }
  }
  if (finding.quote === "") throw new Error(`${alias}: empty quote`);
  for (const value of Object.values(finding.data)) {
    if (typeof value !== "string" && typeof value !== "number") throw new Error(`${alias}: data is not flat`);
  }
}
