/**
 * A text of somebody else's form: places become figures, everything else stays as it stands, also what would be a mistake in
 * a template of ours (a note [1], a set {1, 2}).
 */
import type { CivilDate } from "../zh/civil-date";
import { isMoney, type Precision, type Tally } from "../tally";
import { compose, impossibleFigures } from "./compose";
import { readExpression } from "./expression";
import type { FigureSource } from "./figure-value";
import { knownOf, type Known } from "./known";
import { placeChanges } from "./place-changes";
import { parseTemplate, type Template } from "./template";
import type { Composition, TemplateProblem } from "./types";

interface FormContext {
  readonly tally: Tally;
  readonly source: FigureSource;
  readonly asOf: CivilDate;
  readonly precision: Precision;
  readonly variables: ReadonlyMap<string, string>;
}

export interface FilledText {
  /** Pieces that differ, in order. */
  readonly changes: readonly { readonly start: number; readonly end: number; readonly value: string }[];
  /** Where one figure is all that is written and it is no share: the number. */
  readonly number: number | null;
  readonly problems: readonly TemplateProblem[];
  /** Variables that are not set (left as they stand) and kinds that the ledger does not hold. */
  readonly open: readonly string[];
}

const BRACES = /\\.|[{｛]([^{}｛｝\n]*)[}｝]/gsu;
/** A place that was begun: {反馈问题.总数 without its end. */
const BEGUN = /^[{｛]\s{0,4}([^{}｛｝\n.．:：]{1,20}[.．:：])/u;
/** Marks that are a mistake in a template and plain text in a form. */
const LITERAL: ReadonlySet<TemplateProblem["type"]> = new Set(["empty", "unopened", "unclosed", "nested"]);
const MARKS = "{}[]｛｝";
const ALONE = /^\s*[{｛][^{}｛｝]*[}｝]\s*$/u;
const NUMBER = /^-?\d{1,15}(?:\.\d{1,6})?$/u;

/** Pairs of brackets that are looked at one after the other. */
const MOST_ROUNDS = 40;

interface Region {
  readonly start: number;
  readonly end: number;
}

/**
 * Fills one text; null where it holds no place.
 * @example fillText("共{反馈问题.总数}个", context)?.changes // [{ start: 1, end: 10, value: "23" }]
 */
export function fillText(text: string, context: FormContext): FilledText | null {
  const { tally, source, asOf, precision, variables } = context;
  const known = knownOf(source.reading, tally);
  const open = new Set<string>();
  const literal = new Set<number>();
  const places: Region[] = [];
  for (const match of text.matchAll(BRACES)) {
    const { index, 0: whole, 1: content } = match;
    if (content === undefined) continue;
    const read = readExpression(content, known);
    const isOpen = read.type === "variable" && (variables.get(read.name) ?? "") === "";
    if (isOpen) open.add(read.name);
    if (isOpen || (read.type === "problem" && read.problem.type === "empty"))
      for (const at of [index, index + whole.length - 1]) literal.add(at);
    else places.push({ start: index, end: index + whole.length });
  }
  const begun = beginnings(text, known);
  if (places.length === 0 && begun.length === 0)
    return open.size === 0 ? null : { changes: [], number: null, problems: [], open: [...open] };
  const { parsed, inText } = parseLenient(text, literal, known);
  const wrong = [...begun, ...parsed.problems.map(inText)];
  const problems = wrong.length > 0 ? wrong : impossibleFigures(parsed, tally, source).map(inText);
  if (problems.length > 0) return { changes: [], number: null, problems, open: [...open] };
  // A form says what it says: no status is added to it.
  const written = compose(parsed, tally, { asOf, variables, precision, source, completeParts: false });
  for (const name of written.absent) open.add(name);
  return {
    changes: placeChanges(text, places, written.text),
    number: numberAlone(text, written),
    problems,
    open: [...open],
  };
}

/**
 * The number of a text that is one figure. A sum of money stands with its unit, unless the place names that unit
 * ({合计:追缴资金（万元）}): 35.6 alone, under a header in 元, would be a wrong figure.
 */
function numberAlone(text: string, { text: written, figures }: Composition): number | null {
  const [figure] = figures;
  if (figure === undefined || figures.length > 1 || !written.startsWith(figure.text)) return null;
  const unit = written.slice(figure.text.length);
  const isPlain = unit === "" || (figure.sum === true && ALONE.test(text));
  if (!isPlain || !NUMBER.test(figure.text)) return null;
  return unit === "" || !isMoney(unit) || text.includes(`（${unit}）`) || text.includes(`(${unit})`)
    ? Number(figure.text)
    : null;
}

/** Braces that begin a place of ours and never end. */
function beginnings(text: string, known: Known): readonly TemplateProblem[] {
  const problems: TemplateProblem[] = [];
  for (const match of text.matchAll(/\\.|[{｛](?![^{}｛｝\n]*[}｝])/gsu)) {
    if (match[0].startsWith("\\")) continue;
    const head = BEGUN.exec(text.slice(match.index, match.index + 30))?.[1];
    if (head === undefined || readExpression(`${head}x`, known).type === "variable") continue;
    const end = match.index + 1;
    problems.push({ type: "unclosed", start: match.index, end, text: text.slice(match.index, end), nearest: null });
  }
  return problems;
}

/** Reads a text; marks that pair with nothing or hold no figure are plain text. `inText`: problems by places of the text. */
function parseLenient(
  text: string,
  literal: ReadonlySet<number>,
  known: Known,
): { readonly parsed: Template; readonly inText: (problem: TemplateProblem) => TemplateProblem } {
  const plain = new Set(literal);
  for (let round = 0; ; round += 1) {
    // Marks upon marks are no pieces of a form.
    if (round === MOST_ROUNDS) for (const { index } of text.matchAll(/[[\]]/gu)) plain.add(index);
    const { escaped, starts } = escapeMarks(text, plain);
    const parsed = parseTemplate(escaped, known);
    const before = plain.size;
    for (const { type, start, end } of parsed.problems) {
      if (!LITERAL.has(type)) continue;
      plain.add(starts[start] ?? 0);
      if (type === "empty") plain.add(starts[end - 1] ?? 0);
    }
    if (plain.size > before) continue;
    const at = (offset: number): number => starts[offset] ?? text.length;
    return { parsed, inText: (problem) => ({ ...problem, start: at(problem.start), end: at(problem.end) }) };
  }
}

/**
 * The text with a backslash before some marks, and where each of its characters stands in the text. A backslash of the text's
 * own that stands before no mark is one, too.
 */
function escapeMarks(text: string, marks: ReadonlySet<number>): { escaped: string; starts: readonly number[] } {
  const parts: string[] = [];
  const starts: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const isOwn = text.charAt(at) === "\\" && !MARKS.includes(text.charAt(at + 1));
    if (isOwn || marks.has(at)) {
      parts.push("\\");
      starts.push(at);
    }
    parts.push(text.charAt(at));
    starts.push(at);
  }
  return { escaped: parts.join(""), starts };
}
