/**
 * What a row below the header is. Most rows have a number and a problem and are settled at a glance; the others are told
 * by their first words and by how much of the row is filled.
 */
import { isBlank, plainText, type CellValue, type Grid, type MergeIndex } from "../../grid";
import { foldKey } from "../../zh/text";
import { re } from "../../zh/pattern";
import { rowClass as words } from "../../zh/words/row-class";

/** The classes as small numbers, for one byte a row. `NUMBERED_ROW`: a number and nothing else, settled by what follows. */
const BLANK_ROW = 0;
export const DATA_ROW = 1;
export const SECTION_ROW = 2;
export const SUBTOTAL_ROW = 3;
const EXAMPLE_ROW = 4;
export const SIGNATURE_ROW = 5;
export const NOTE_ROW = 6;
export const REPEATED_ROW = 7;
export const NUMBERED_ROW = 8;

/** What the classifier needs to know of a table. Columns are -1 where the table has none. */
export interface RowShape {
  readonly left: number;
  readonly right: number;
  readonly number: number;
  readonly problem: number;
  readonly parent: number;
  readonly section: number;
  readonly task: number;
  readonly measure: number;
  /** unit, deadline, status, …: columns that only a data row fills. */
  readonly content: readonly number[];
  /** Those of them that name nobody: alone in a row they head no section. */
  readonly said: readonly number[];
  readonly remarks: number;
  readonly arabicNumbers: boolean;
  /** A name or a form stands for the problem in tables of accountability. */
  readonly name: number;
}

const CLIPPED = 400;
/** First characters of words that make a row something else than data. */
const SUSPECT_STARTS = new Set(
  [..."示例样范举（([【小合总共累本汇统数全以~～—tTsS/-无"].map((char) => char.charCodeAt(0)),
);

/** Code of a row by its own cells, and by the row below where it has nothing but a number and a text. */
export function classifyRow(grid: Grid, row: number, shape: RowShape, merges: MergeIndex): number {
  const code = classifyAlone(grid, row, shape, merges);
  return code === DATA_ROW && headsNumbered(grid, row, shape) ? SECTION_ROW : code;
}

/** Whether a row with a number and a text only heads those below it that are numbered under it: 1 over 1.1, 3.1 over （1）. */
function headsNumbered(grid: Grid, row: number, shape: RowShape): boolean {
  const values = grid.values[row] ?? [];
  if (shape.number < 0 || shape.problem < 0 || hasContent(values, shape)) return false;
  const own = OWN_NUMBER.exec(foldKey(plainText(values[shape.number])))?.[1];
  if (own === undefined || filledCells(values, shape).count !== 2) return false;
  const below = grid.values[row + 1] ?? [];
  const next = foldKey(plainText(below[shape.number]));
  if (!next.startsWith(`${own}.`) && !IN_BRACKETS.test(next)) return false;
  return hasContent(below, shape) || headsNumbered(grid, row + 1, shape);
}

const OWN_NUMBER = /^(\d{1,3}(?:\.\d{1,3}){0,2})[.、]?$/;
const IN_BRACKETS = /^\((?:1|一)\)$/;

function classifyAlone(grid: Grid, row: number, shape: RowShape, merges: MergeIndex): number {
  const values = grid.values[row];
  if (!values || values.length === 0) return BLANK_ROW;
  if (grid.totalsRows?.has(row) && isDefinedTotal(values, shape)) return SUBTOTAL_ROW;
  const number = shape.number >= 0 ? values[shape.number] : null;
  if (typeof number === "number" || (typeof number === "string" && startsWithDigit(number) && number.length <= 12)) {
    const identity = values[shape.problem >= 0 ? shape.problem : shape.name];
    if (typeof identity === "string" && identity.length > 0 && !isBlank(identity) && !startsSuspect(identity)) {
      return isBlank(values[shape.remarks]) || !isExampleMark(plainText(values[shape.remarks]))
        ? DATA_ROW
        : EXAMPLE_ROW;
    }
  } else if ((number === null || number === undefined) && continuesPlainly(values, shape)) {
    return DATA_ROW;
  }
  return classifySlowly(values, row, shape, merges);
}

function startsWithDigit(text: string): boolean {
  const code = text.charCodeAt(0);
  return code >= 48 && code <= 57;
}

function startsSuspect(text: string): boolean {
  return SUSPECT_STARTS.has(text.charCodeAt(0));
}

/** Rows under a merged or blank number: a measure, something said about it, and no suspicious word before it. */
function continuesPlainly(values: readonly CellValue[], shape: RowShape): boolean {
  const lead = shape.measure >= 0 ? shape.measure : shape.task >= 0 ? shape.task : shape.problem;
  const measure = values[lead];
  if (typeof measure !== "string" || !isDataStart(measure) || !hasContent(values, shape)) return false;
  if (measure.length <= LONGEST_SUBTOTAL && SUBTOTAL_END.test(measure.trimEnd())) return false;
  for (let col = shape.left; col < lead; col++) {
    const value = values[col];
    if (typeof value === "string" ? value.length > 0 && !isDataStart(value) : value !== null && value !== undefined)
      return false;
  }
  return isBlank(values[shape.remarks]);
}

/** A plain ideograph that begins none of the words of totals, examples, notes and signatures. */
function isDataStart(text: string): boolean {
  const code = text.charCodeAt(0);
  return code >= 0x4e00 && code <= 0x9fff && !startsSuspect(text) && !OTHER_STARTS.has(code);
}

const OTHER_STARTS = new Set(
  [..."注备说填制审负经联单主分盖签日附报编核批领局组验督党"].map((char) => char.charCodeAt(0)),
);

function hasContent(values: readonly CellValue[], shape: RowShape): boolean {
  for (const col of shape.content) if (!isBlank(values[col])) return true;
  return false;
}

interface Filled {
  readonly count: number;
  readonly first: number;
  readonly lead: string;
}

function filledCells(values: readonly CellValue[], shape: RowShape): Filled {
  let count = 0;
  let first = -1;
  const right = Math.min(shape.right, values.length - 1);
  for (let col = shape.left; col <= right; col++) {
    if (isBlank(values[col])) continue;
    if (first < 0) first = col;
    count++;
  }
  const lead = first >= 0 ? clippedText(values[first]) : "";
  return { count, first, lead };
}

function clippedText(value: CellValue | undefined): string {
  const text = plainText(value);
  return text.length > CLIPPED ? text.slice(0, CLIPPED) : text;
}

function classifySlowly(values: readonly CellValue[], row: number, shape: RowShape, merges: MergeIndex): number {
  const { count, first, lead } = filledCells(values, shape);
  if (count === 0) return BLANK_ROW;
  const folded = foldKey(lead);
  const numberText = shape.number >= 0 ? foldKey(clippedText(values[shape.number])) : "";
  const hasOwnNumber = numberText !== "" && IS_NUMBER.test(numberText);
  if (isExampleRow(values, shape, folded, numberText)) return EXAMPLE_ROW;
  if (isSubtotalRow(values, shape, folded, first, numberText, hasOwnNumber)) return SUBTOTAL_ROW;
  if (isColumnNumbering(values, shape, count)) return NOTE_ROW;
  if (isEndMark(values, shape, count, folded)) return NOTE_ROW;
  if (OTHER_TOTAL.test(folded) && !hasOwnNumber && !speaksOfContent(values, shape, first)) return NOTE_ROW;
  if (count > 1 && isWordForNumber(values, shape, first, numberText, hasOwnNumber)) return NOTE_ROW;
  if (isInOrder(values, shape)) return NOTE_ROW;
  if (hasOwnNumber && first === shape.number) {
    if (count === 1) return IS_CHINESE_NUMBER.test(numberText) && shape.arabicNumbers ? SECTION_ROW : NUMBERED_ROW;
    if (count === 2 && isHeadingInTwoCells(values, shape, numberText)) return SECTION_ROW;
    return DATA_ROW;
  }
  if (isWholeItem(values, shape)) return DATA_ROW;
  if (isSignature(folded, count) || isLabelInNumberColumn(values, shape, first, folded)) return SIGNATURE_ROW;
  if (isNote(folded) || isNoteInCells(values, shape, first, count, folded)) return NOTE_ROW;
  if (count === 1) return classifyLone(row, first, folded, shape, merges);
  if (
    first === shape.number &&
    SECTION_HEADING.test(folded) &&
    !hasAny(values, shape.content) &&
    !hasAny(values, [shape.measure, shape.task])
  ) {
    return SECTION_ROW;
  }
  return DATA_ROW;
}

const IN_ORDER = re`^${words.inOrder}$`;
const TICK = /^[√✓✔]$/;

/** 符合, 合格 and nothing wrong beside it, nothing to do and no day: a line of a checklist in which nothing was found. */
function isInOrder(values: readonly CellValue[], shape: RowShape): boolean {
  if (shape.problem < 0) return false;
  for (const col of [shape.problem, shape.parent, shape.measure, shape.task])
    if (col >= 0 && !isBlank(values[col]) && !NOTHING.test(foldKey(clippedText(values[col])))) return false;
  let inOrder = false;
  for (let col = shape.left; col <= shape.right; col++) {
    const value = values[col];
    if (isBlank(value) || typeof value !== "string") continue;
    const text = foldKey(clippedText(value));
    if (IN_ORDER.test(text) || (TICK.test(text) && !shape.content.includes(col))) inOrder = true;
    else if (shape.said.includes(col) && !NOTHING.test(text)) return false;
  }
  return inOrder;
}

const NOTHING = /^[-—/无]{1,3}$/;

function hasAny(values: readonly CellValue[], cols: readonly number[]): boolean {
  return cols.some((col) => col >= 0 && !isBlank(values[col]));
}

const IS_NUMBER =
  /^[(第#]?(?:\d[\d.-]{0,20}|[一二三四五六七八九十百]{1,6}|[A-Za-z]{1,12}[-\dA-Za-z]{0,50}\d)[.、,:)项个条号]{0,2}$/;
const IS_CHINESE_NUMBER = /^[(第]?[一二三四五六七八九十百]{1,6}[.、,:)]{0,2}$/;

// ------------------------------------------------------------------------------------------------------------ examples

const EXAMPLE_MARK = re`^[([【]?${words.exampleMark[0]}?${words.exampleMark[1]}[一二三四五六\d]{0,2}(?:[)\]】][:：]?|[:：]|$)`;

/** 示例, 样例, （例）: a row so marked shows how to fill in, and is no item. */
export function isExampleMark(text: string): boolean {
  return text.length < 200 && EXAMPLE_MARK.test(foldKey(text));
}

function isExampleRow(values: readonly CellValue[], shape: RowShape, lead: string, numberText: string): boolean {
  if (EXAMPLE_MARK.test(lead) || EXAMPLE_MARK.test(numberText)) return true;
  if (shape.problem >= 0 && EXAMPLE_MARK.test(foldKey(clippedText(values[shape.problem])))) return true;
  return shape.remarks >= 0 && isExampleMark(clippedText(values[shape.remarks]));
}

// ----------------------------------------------------------------------------------------------------------- subtotals

const SUBTOTAL = re`^[([【]?${words.subtotal[0]}?${words.subtotal[1]}[)\]】]?${words.subtotal[2]}`;
const SUBTOTAL_END = re`${words.subtotalEnd}[:：]?$`;
const LONGEST_SUBTOTAL = 60;

/** Whether the row states totals. `folded` is its first text. */
function isSubtotalRow(
  values: readonly CellValue[],
  shape: RowShape,
  folded: string,
  first: number,
  numberText: string,
  hasOwnNumber: boolean,
): boolean {
  // 小计 | 5: a number beside the bare word is its count.
  if (!hasOwnNumber && holdsOnlyCounts(values, shape)) return true;
  const isLead = isSubtotalText(folded) && (!hasOwnNumber || (first !== shape.number && SUBTOTAL_WORD.test(folded)));
  if (isLead) return !speaksOfContent(values, shape, first);
  if (numberText !== "" && isSubtotalText(numberText)) return !speaksOfContent(values, shape, shape.number);
  for (const col of [shape.section, shape.parent, shape.problem, shape.name]) {
    if (col < 0 || col === first) continue;
    const text = foldKey(clippedText(values[col]));
    if (text.length > 8 || !(SUBTOTAL_WORD.test(text) || (!hasOwnNumber && OTHER_TOTAL.test(text)))) continue;
    if (!speaksOfContent(values, shape, col)) return true;
  }
  return false;
}

const OTHER_TOTAL = re`^${words.otherTotal}[:：]?[(]?\d{0,6}[)]?$`;

const END_MARK = re`^[~—-]*[(]?${words.endMark}[)]?[~—-]*[.。]?$`;

/** 以下空白, alone or behind a number: what follows was left empty on purpose. */
function isEndMark(values: readonly CellValue[], shape: RowShape, count: number, folded: string): boolean {
  if (count > 2) return false;
  const identity = shape.problem >= 0 ? shape.problem : shape.name;
  return (
    END_MARK.test(folded) || (count === 2 && identity >= 0 && END_MARK.test(foldKey(clippedText(values[identity]))))
  );
}

/**
 * A word where a number belongs, no problem beside it or a figure, and at most one thing said: nobody fills an item in like
 * that.
 */
function isWordForNumber(
  values: readonly CellValue[],
  shape: RowShape,
  first: number,
  numberText: string,
  hasOwnNumber: boolean,
): boolean {
  const identity = shape.problem >= 0 ? shape.problem : shape.name;
  if (hasOwnNumber || numberText === "" || first !== shape.number || identity < 0 || !shape.arabicNumbers) return false;
  if (speaksOfContent(values, shape, first) || hasAny(values, [shape.measure, shape.task, shape.parent])) return false;
  return isBlank(values[identity]) || /^\d{1,6}$/.test(clippedText(values[identity]));
}

const SUBTOTAL_WORD = re`^[([【]?${words.subtotalWord}[)\]】]?[:：]?(?:[(]?\d{0,6}[个项件条]?(?:问题)?[)]?)?$`;

const COUNT = re`^${words.counted}?\d{1,6}${words.countOf}?$`;
const COUNTS = re`^${words.counted}?\d{1,6}${words.countOf}?(?:[/,、;，；]${words.counted}?\d{1,6}${words.countOf}?){0,4}$`;
const LONGEST_WORD = 6;

/**
 * Whether all that a row says of items is counts (7项, 完成3项, 3/7), behind a short word or none: nobody fills an item in like
 * that, whatever the word for its totals is.
 */
function holdsOnlyCounts(values: readonly CellValue[], shape: RowShape): boolean {
  const lead = [shape.number, shape.section, shape.parent, shape.problem].filter((col) => col >= 0);
  let counts = 0;
  let named = 0;
  for (const col of [...lead, ...shape.content, shape.measure, shape.task]) {
    if (col < 0 || isBlank(values[col])) continue;
    const text = foldKey(clippedText(values[col]));
    if ((typeof values[col] === "number" ? COUNT : shape.content.includes(col) ? COUNTS : COUNT).test(text)) {
      if (shape.content.includes(col)) counts++;
    } else if (lead.includes(col) && text.length <= LONGEST_WORD && !/\d/.test(text)) named++;
    else return false;
  }
  return named === 1 && counts >= 1;
}

function isSubtotalText(folded: string): boolean {
  if (folded.length > LONGEST_SUBTOTAL) return false;
  return SUBTOTAL.test(folded) || (folded.length <= 24 && (SUBTOTAL_WORD.test(folded) || SUBTOTAL_END.test(folded)));
}

/** The totals row of a table as the file defines it, unless somebody wrote an item into it. */
function isDefinedTotal(values: readonly CellValue[], shape: RowShape): boolean {
  const { first } = filledCells(values, shape);
  return first >= 0 && !speaksOfContent(values, shape, first);
}

/** A row of totals has figures under its columns, not sentences. */
function speaksOfContent(values: readonly CellValue[], shape: RowShape, besides: number): boolean {
  let words = 0;
  for (const col of [...shape.content, shape.measure, shape.task, shape.problem]) {
    if (col < 0 || col === besides || isBlank(values[col])) continue;
    const value = values[col];
    if (
      typeof value === "string" &&
      !/\d/.test(value) &&
      !/^[-—/\s]+$/.test(value.slice(0, 20)) &&
      value.length > 1 &&
      !SUBTOTAL_WORD.test(foldKey(value.slice(0, 20)))
    )
      words++;
  }
  return words >= 2;
}

// -------------------------------------------------------------------------------------------------- notes and the rest

/** 栏次: a row of column numbers under the header. */
function isColumnNumbering(values: readonly CellValue[], shape: RowShape, count: number): boolean {
  const width = shape.right - shape.left + 1;
  if (count < 4 || count < width * 0.7) return false;
  let expected = 0;
  for (let col = shape.left; col <= shape.right; col++) {
    const text = foldKey(clippedText(values[col]));
    if (text === "" || text === "栏次" || /^[甲乙丙丁]$/.test(text)) continue;
    const match = /^\(?(\d{1,3})\)?$/.exec(text);
    if (!match) return false;
    const n = Number(match[1]);
    if (expected !== 0 && n !== expected) return false;
    expected = n + 1;
  }
  return expected > 2;
}

const SIGNATURE_LABEL = re`^${words.signatureLabel[0]}[^:：。；]{0,14}(?:[:：]|\(${words.signatureLabel[1]}\)|[_]{2,})`;
const SIGNATURE_WORD = re`^${words.signatureWord}$`;
const LONE_DATE = re`^${words.loneDate}$`;

function isSignature(folded: string, count: number): boolean {
  if (SIGNATURE_LABEL.test(folded.slice(0, 60))) return true;
  if (count <= 6 && SIGNATURE_WORD.test(folded)) return true;
  return count === 1 && LONE_DATE.test(folded);
}

const NOTE = re`^${words.note}`;

/** 统计人：某某 where a number belongs, and no problem beside it. */
function isLabelInNumberColumn(values: readonly CellValue[], shape: RowShape, first: number, folded: string): boolean {
  if (first !== shape.number || shape.number < 0) return false;
  const colon = folded.indexOf(":");
  return colon >= 2 && colon <= 12 && isBlank(values[shape.problem >= 0 ? shape.problem : shape.name]);
}

function isNote(folded: string): boolean {
  return NOTE.test(folded.slice(0, 40));
}

const NOTE_LABEL = re`^${words.noteLabel}[:：]?$`;

/** 备注 | 已完成的附佐证材料: a label where a number belongs, its text beside it and nothing of an item. */
function isNoteInCells(
  values: readonly CellValue[],
  shape: RowShape,
  first: number,
  count: number,
  folded: string,
): boolean {
  return first === shape.number && count === 2 && NOTE_LABEL.test(folded) && !hasAny(values, shape.content);
}

/** 审批流程：未履行 | 综合科 | 6月底 | 已完成: a problem with its unit, deadline and status, whatever words it begins with. */
function isWholeItem(values: readonly CellValue[], shape: RowShape): boolean {
  if (shape.problem < 0 || isBlank(values[shape.problem])) return false;
  let told = 0;
  for (const col of shape.content) {
    const value = values[col];
    if (!isBlank(value) && !/[:：]/.test(plainText(value).slice(0, 8))) told++;
  }
  return told >= FEWEST_TOLD;
}

const FEWEST_TOLD = 3;

const SECTION_HEADING = re`^${words.sectionHeading}`;
const SECTION_END = re`${words.sectionEnd}[:：]?$`;
const LISTED_NOTE = /^\(?\d{1,2}[.、)]/;
const LONGEST_SECTION = 120;

/** A row with a single filled cell. */
function classifyLone(row: number, col: number, folded: string, shape: RowShape, merges: MergeIndex): number {
  const heading = SECTION_HEADING.test(folded) || (SECTION_END.test(folded) && folded.length <= 40);
  const area = merges.column(col)?.find(row) ?? null;
  const across = area !== null && area.top === row && area.right - area.left >= 2;
  const identifying =
    col === shape.number || col === shape.section || (col <= shape.left && (heading || !shape.said.includes(col)));
  if (
    heading &&
    folded.length <= LONGEST_SECTION &&
    (identifying || across || col === shape.problem || col === shape.parent)
  ) {
    return SECTION_ROW;
  }
  if (identifying || across) {
    if (LISTED_NOTE.test(folded) && folded.length > 6) return NOTE_ROW;
    if (col === shape.problem || col === shape.measure || col === shape.task) return across ? SECTION_ROW : DATA_ROW;
    return folded.length <= 60 ? SECTION_ROW : NOTE_ROW;
  }
  // 3.未尽事宜另行通知 beside an empty number: items of such tables have numbers of their own.
  if (col === shape.problem && shape.number >= 0 && shape.arabicNumbers && LISTED_NOTE.test(folded)) return NOTE_ROW;
  if (
    col === shape.problem ||
    col === shape.parent ||
    col === shape.measure ||
    col === shape.task ||
    col === shape.name
  )
    return DATA_ROW;
  return NOTE_ROW;
}

/** 一 | 党的建设方面, and nothing else in the row, in a table whose items have Arabic numbers. */
function isHeadingInTwoCells(values: readonly CellValue[], shape: RowShape, numberText: string): boolean {
  if (!shape.arabicNumbers || !IS_CHINESE_NUMBER.test(numberText)) return false;
  return [shape.problem, shape.parent, shape.section].some((col) => col >= 0 && !isBlank(values[col]));
}

/** Level of a section heading: 一、 and 第一部分 above （一）. */
export function headingLevel(text: string): 1 | 2 {
  return /^\([一二三四五六七八九十]{1,3}\)/.test(foldKey(text.slice(0, 40))) ? 2 : 1;
}

/**
 * Classifies a table's rows from its end up to the last data row, and returns the index of that row (-1 without any).
 * Behind it lone numbers are rows that were prepared and not used, and lone headings are no sections of anything.
 * @param codes one byte a row of the table; those up to the last data row are left to the caller.
 */
export function classifyTail(codes: Uint8Array, classify: (index: number) => number): number {
  for (let i = codes.length - 1; i >= 0; i--) {
    const code = classify(i);
    codes[i] = code === SECTION_ROW ? NOTE_ROW : code;
    if (code === DATA_ROW) return i;
  }
  return -1;
}
