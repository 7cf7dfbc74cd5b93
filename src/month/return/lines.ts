/** Findings in words for the unit: it sees its own rows, and neither the whole ledger nor this program. */
import { messageOf, ruleOf } from "../../check";
import { COLUMN_WORDS, type ColumnKey, type Item, itemOfCell, textOf } from "../../ledger";
import type { Finding, FindingData } from "../../rule";
import { parseCell } from "../../grid";
import { setSolid } from "../../zh/text";

/** A finding of a row. */
export interface RowFinding {
  readonly finding: Finding;
  readonly item: Item;
  readonly row: number;
}

/** A finding as the unit reads it. */
export interface ReturnLine {
  readonly number: string;
  /** 问题摘要. */
  readonly about: string;
  /** 哪里不对. */
  readonly wrong: string;
  /** 怎么改. */
  readonly todo: string;
}

const WHOLE_LEDGER = "台账整体";
const LONGEST = 30;
/** Of another item, as much as tells which. */
const LONGEST_OTHER = 12;

/** The line of a finding of a row; `among` are those that the same unit gets. */
export function lineOfRow(found: RowFinding, among: readonly RowFinding[]): ReturnLine {
  const { finding, item } = found;
  return {
    number: item.number,
    about: cut(item.problem, LONGEST),
    wrong: `${whereOf(found, among)}${wrongOfRow(found, among)}`,
    todo: adviceOf(finding),
  };
}

const OF_ITEMS: ReadonlySet<string> = new Set<ColumnKey>(["number", "problem", "parentProblem", "section"]);

/** What number and problem leave open: the sheet where the unit has rows on several, the measure where an item has several. */
function whereOf({ finding, item, row }: RowFinding, among: readonly RowFinding[]): string {
  const { ledger } = item;
  const sheet = among.some((other) => other.item.ledger.sheet !== ledger.sheet) ? `工作表“${ledger.sheet}”` : "";
  const field = (finding.field ?? "problem") as ColumnKey;
  const ofItem = item.rows.length < 2 || OF_ITEMS.has(field) || ledger.itemLevel.has(field);
  const at = item.rows.findIndex((one) => one.row === row);
  const own = item.rows[at];
  const measure = ofItem || own === undefined ? "" : textOf(ledger, own, ledger.columns.measure ? "measure" : "task");
  const which = ofItem || at < 0 ? "" : `第${at + 1}条措施${measure === "" ? "" : `“${cut(measure, LONGEST_OTHER)}”`}`;
  return sheet + which === "" ? "" : `${[sheet, which].filter((part) => part !== "").join("，")}：`;
}

/** The line of a finding of a table. */
export function lineOf(finding: Finding): ReturnLine {
  return { number: "", about: WHOLE_LEDGER, wrong: setSolid(messageOf(finding, "zh")), todo: adviceOf(finding) };
}

/** The line of a finding that is told once for a column, to a unit that has some of its rows. */
export function columnLine(finding: Finding, rows: number): ReturnLine {
  const column = finding.field === null ? "" : COLUMN_WORDS[finding.field as ColumnKey].zh;
  const wrong = `${column}一列都没有填，你单位已完成的有${rows}行，请补填。`;
  return { number: "", about: WHOLE_LEDGER, wrong, todo: adviceOf(finding) };
}

/** What is wrong, other items named by their words and not by a cell of a ledger that the unit has not. */
export function wrongOfRow({ finding, item }: RowFinding, among: readonly RowFinding[]): string {
  const { first } = finding.data;
  const at = typeof first === "string" ? parseCell(first) : null;
  if (at === null) return setSolid(messageOf(finding, "zh"));
  const other = itemOfCell(item.ledger, at)?.item ?? null;
  const data: FindingData = { ...finding.data, first: other === null ? "另一项" : otherText(other, among) };
  return setSolid(messageOf({ ...finding, data }, "zh"));
}

/** Words of other units' items are not this unit's to read. */
function otherText(other: Item, among: readonly RowFinding[]): string {
  return among.some(({ item }) => item === other) ? `另一项“${cut(other.problem, LONGEST_OTHER)}”` : "另一项";
}

function adviceOf({ rule }: Finding): string {
  const page = ruleOf(rule)?.page;
  return page?.forUnit ?? page?.todo ?? "";
}

/**
 * At most so many characters, the last of them … where more was there.
 * @example cut("某制度执行不到位", 30) // "某制度执行不到位"
 */
function cut(text: string, most: number): string {
  const letters = Array.from(text.replace(/\s+/gu, " ").trim());
  return letters.length <= most ? letters.join("") : `${letters.slice(0, most - 1).join("")}…`;
}
