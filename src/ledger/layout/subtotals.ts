/**
 * 小计 and 合计 rows: what they state, kept where it is certain what is counted. A number under the number or problem
 * column counts items, one under the measures counts those; in words, 23个问题 and 45条措施 say it themselves.
 */
import { plainText, type Grid } from "../../grid";
import type { RowReader } from "../items/row-reader";
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
}

const LONGEST = 200;
const WORD = re`(${words.word[0]})?(${words.word[1]})`;
const PHRASE = reWith("g")`(\d{1,7})(?![\d.%])${words.phrase[0]}?(${words.phrase[1]})?`;

const SUBTOTALS_PLAIN = re`^共?(\d{1,7})${words.subtotalsPlain}?$`;

/** What a subtotal row states; empty where nothing is certain. */
export function readSubtotals(
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
  // A 小计 without sections counts rows that nothing here delimits.
  if (isSection && section === null) return [];
  const scope = isSection ? "section" : "table";
  const found: SubtotalRow[] = [];
  const add = (col: number, stated: number, counts: SubtotalRow["counts"]): void => {
    if (!found.some((one) => one.counts === counts)) found.push({ row, col, stated, scope, section, counts });
  };
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
