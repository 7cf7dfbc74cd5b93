/**
 * 小计 and 合计 rows: what they state, kept where it is certain what is counted. A number under the number or problem
 * column counts items, one under the measures counts those; in words, 23个问题 and 45条措施 say it themselves.
 */
import { plainText, type Grid } from "../../grid";
import type { RowReader } from "../items/row-reader";
import type { TableRegion } from "./table-region";
import { headingLevel, type RowShape } from "./row-class";
import { foldKey } from "../../zh/text";
import type { SubtotalRow } from "../types";
import { re, reWith } from "../../zh/pattern";
import { subtotals as words } from "../../zh/words/subtotals";

interface SubtotalContext {
  /** Section in force above the row. */
  readonly section: string | null;
  /** All sections of the table, to find the one a total names. */
  readonly sections: readonly string[];
  /** It is the only such row, and no item stands below it: a 小计 without sections is the total then. */
  readonly last: boolean;
  /** The first row behind the subtotal before it. */
  readonly from: number;
}

const LONGEST = 200;
const WORD = re`(${words.word[0]})?(${words.word[1]})`;
const PHRASE = reWith("g")`(\d{1,7})(?![\d.%])${words.phrase[0]}?(${words.phrase[1]})?`;

const SUBTOTALS_PLAIN = re`^共?(\d{1,7})${words.subtotalsPlain}?$`;

/** What a subtotal row states; empty where nothing is certain. */
function readSubtotals(
  grid: Grid,
  row: number,
  left: number,
  right: number,
  reader: RowReader,
  context: SubtotalContext,
): SubtotalRow[] {
  const values = grid.values[row] ?? [];
  let label = "";
  let labelCol = -1;
  for (let col = left; col <= Math.min(right, values.length - 1); col++) {
    const text = foldKey(plainText(values[col]).slice(0, LONGEST));
    if (!WORD.test(text)) continue;
    label = text;
    labelCol = col;
    break;
  }
  const word = WORD.exec(label);
  if (!word || word[1] !== undefined) return [];
  const named = context.sections.find(
    (section) => section !== "" && label.startsWith(foldKey(section).slice(0, LONGEST)),
  );
  const isTotal = word[2] !== "小计" || (context.last && context.section === null);
  const isSection = !isTotal || named !== undefined;
  const section = isSection ? (named ?? context.section) : null;
  // A 小计 without sections counts what stands between it and the one before.
  const scope = !isSection ? "table" : section === null ? "block" : "section";
  const block = scope === "block" ? { from: context.from, to: row } : {};
  const found: SubtotalRow[] = [];
  const add = (col: number, stated: number, counts: SubtotalRow["counts"]): void => {
    if (!found.some((one) => one.counts === counts)) found.push({ row, col, stated, scope, section, counts, ...block });
  };
  const rate = values.map((value) => (typeof value === "string" ? RATE.exec(foldKey(value.slice(0, LONGEST))) : null));
  rate.forEach((share, col) => {
    if (share?.[1] !== undefined && col >= left && col <= right) add(col, Number(share[1]), "rate");
  });
  for (const { counts, stated } of statedInWords(
    label.slice(label.indexOf(word[2] as string) + (word[2] as string).length),
  ))
    add(labelCol, stated, counts);
  const { columns } = reader;
  for (const [key, counts] of [
    ["number", "items"],
    ["problem", "items"],
    ["task", "measures"],
    ["measure", "measures"],
    ["persons", "persons"],
    ["status", "done"],
  ] as const) {
    const col = columns[key]?.col;
    if (col === undefined || col === labelCol || (key === "task" && columns.measure)) continue;
    const value = values[col];
    // A number alone under the statuses may count anything; in words it says that it is of what is done.
    const alone = counts !== "done";
    if (typeof value === "number" && alone) {
      if (Number.isInteger(value) && value >= 0) add(col, value, counts);
    } else if (typeof value === "string") {
      const text = foldKey(value.slice(0, LONGEST));
      const plain = alone ? SUBTOTALS_PLAIN.exec(text) : null;
      if (plain) add(col, Number(plain[1]), counts);
      else for (const one of statedInWords(text)) add(col, one.stated, one.counts);
    }
  }
  return found;
}

const STATED_IN_WORDS_BEFORE = re`${words.statedInWordsBefore}[^,，;；]{0,4}$`;
const STATED_IN_WORDS_BEFORE_2 = re`${words.statedInWordsBefore2}$`;

const COUNTED_ALONE = re`^${words.inAll}?(\d{1,7})${words.phrase[0]}${words.phrase[1]}?$`;
const COUNTED_IN_ALL = re`${words.inAll}(\d{1,7})${words.phrase[0]}(?!${words.notItems})`;
const DONE_COUNTED = re`(?:${words.already}${words.statedInWordsBefore2}|^${words.statedInWordsBefore2})(\d{1,7})${words.phrase[0]}`;
const RATE = re`${words.rate}[:为是达到约]{0,3}(\d{1,3}(?:\.\d{1,2})?)%`;
const BRACKETS = /[((](.{1,60})[))]$/;

interface Stated {
  readonly subtotals: readonly { readonly row: number; readonly section: string | null }[];
  readonly headings: readonly { readonly row: number; readonly text: string }[];
  readonly sections: readonly string[];
  readonly lastData: number;
  readonly lastItem: number | null;
}

/** What the rows of totals, the headings and the lines around a table state of it. */
export function readStated(
  grid: Grid,
  region: TableRegion,
  shape: Pick<RowShape, "left" | "right">,
  reader: RowReader,
  { subtotals, headings, sections, lastData, lastItem }: Stated,
): SubtotalRow[] {
  const { header, titleRow, firstRow, lastRow } = region;
  const ofRows = subtotals.flatMap(({ row, section }, i) =>
    readSubtotals(grid, row, shape.left, shape.right, reader, {
      section,
      sections,
      last: subtotals.length === 1 && row > (lastItem ?? row),
      from: (subtotals[i - 1]?.row ?? firstRow - 1) + 1,
    }),
  );
  const ofHeadings = headings.flatMap(({ row, text }, i) => {
    const ends = headings.slice(i + 1).find((next) => headingLevel(next.text) <= headingLevel(text));
    return readHeading(grid, row, text, ends?.row ?? lastRow + 1);
  });
  const above = titleRow === null ? [] : rowsBetween(titleRow, header.top);
  const below = rowsBetween(lastData + 1, lastRow + 1).filter((row) => !subtotals.some((one) => one.row === row));
  return [...ofRows, ...ofHeadings, ...readStatedLines(grid, [...above, ...below])];
}

function rowsBetween(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}

/**
 * What the heading of a section states in brackets behind it: 一、党的建设方面（共3个问题，已完成1个）.
 * @param to the row before which the section ends
 */
function readHeading(grid: Grid, row: number, text: string, to: number): SubtotalRow[] {
  const folded = foldKey(text.slice(0, LONGEST));
  const inside = BRACKETS.exec(folded)?.[1];
  if (inside === undefined) return [];
  const section = folded.slice(0, folded.length - inside.length - 2);
  const col = (grid.values[row] ?? []).findIndex((value) => plainText(value) !== "");
  const at = { row, col, scope: "block", section, from: row + 1, to, told: "heading" } as const;
  return inside.split(/[,;、]/).flatMap((piece): SubtotalRow[] => {
    const alone = COUNTED_ALONE.exec(piece);
    if (alone !== null && !NO_ITEMS.test(piece)) return [{ ...at, stated: Number(alone[1]), counts: "items" }];
    const done = DONE_COUNTED.exec(piece);
    return done === null ? [] : [{ ...at, stated: Number(done[1]), counts: "done" }];
  });
}

const NO_ITEMS = re`${words.notItems}`;

/** What lines above a table or notes below it state of the whole: 共4项，已完成3项，完成率75%. */
function readStatedLines(grid: Grid, rows: readonly number[]): SubtotalRow[] {
  const found: SubtotalRow[] = [];
  for (const row of rows) {
    (grid.values[row] ?? []).forEach((value, col) => {
      if (typeof value !== "string" || value.length > LONGEST) return;
      const text = foldKey(value);
      for (const [pattern, counts] of [
        [COUNTED_IN_ALL, "items"],
        [DONE_COUNTED, "done"],
        [RATE, "rate"],
      ] as const) {
        const stated = pattern.exec(text)?.[1];
        if (stated === undefined) continue;
        found.push({ row, col, stated: Number(stated), scope: "table", section: null, counts, told: "line" });
      }
    });
  }
  // What is done, or a share, is of this table only where the whole is stated with it.
  return found.some(({ counts }) => counts === "items") ? found : [];
}

/** 23个问题, 45条措施, 已完成20个: numbers that say themselves what they count. */
function statedInWords(text: string): { counts: SubtotalRow["counts"]; stated: number }[] {
  const found: { counts: SubtotalRow["counts"]; stated: number }[] = [];
  for (const match of text.matchAll(PHRASE)) {
    if (text[match.index - 1] === ".") continue;
    const noun = match[2];
    const before = text.slice(Math.max(0, match.index - 6), match.index);
    if (STATED_IN_WORDS_BEFORE.test(before)) continue;
    if (STATED_IN_WORDS_BEFORE_2.test(before)) {
      found.push({ counts: "done", stated: Number(match[1]) });
      continue;
    }
    if (noun === undefined || noun === "主要问题") continue;
    const counts = noun.endsWith("措施") || noun.endsWith("任务") ? "measures" : noun === "人" ? "persons" : "items";
    found.push({ counts, stated: Number(match[1]) });
  }
  return found;
}
