/**
 * Writes the summary (综述): a template's words with a tally's numbers, every number with the rows behind it.
 */
import type { CivilDate } from "../zh/civil-date";
import { isConvertible, isMoney, unitBehind, type Precision, type Tally } from "../tally";
import { imbalances } from "./balance";
import { draft, eachNode, namedStatuses, type DraftToken } from "./draft";
import { Figures, type FigureSource } from "./figure-value";
import { writeOut } from "./repeat";
import { mend } from "./punctuation";
import { appendRest } from "./rest";
import type { Template } from "./template";
import type { Composition, Figure, Span, TemplateProblem } from "./types";

export interface ComposeOptions {
  readonly asOf: CivilDate;
  /** Free variables: 巡察组 → 县委巡察组. An empty value counts as not set. */
  readonly variables: ReadonlyMap<string, string>;
  readonly precision: Precision;
  /**
   * Add non-zero statuses that a breakdown leaves out (default true), so that parts sum to the whole. Off only for
   * templates whose author wants exactly what is written.
   */
  readonly completeParts?: boolean;
  /** What sums, filters and the last period are taken from; without it such places stay open. */
  readonly source?: FigureSource;
}

/** In front of what a person has to fill in. */
const OPEN = "待补充：";

/** How much of the written text stays open for mending; bounds the cost of a gap whatever the template's length. */
const OPEN_TAIL = 64;

/** Tokens to spans, with the punctuation mended where pieces disappeared. */
function toSpans(tokens: readonly DraftToken[]): Span[] {
  const spans: Span[] = [];
  /** The last text of ours, still open for mending; null where something fixed stands last. */
  let open = "";
  let started = false;
  let gap: { endedSentence: boolean } | null = null;

  const close = (): void => {
    if (open !== "") pushText(spans, open);
    started ||= open !== "";
    open = "";
  };
  const mendAt = (right: string, rightEnds: boolean): string => {
    if (gap === null) return right;
    const mended = mend({ left: open, leftGoesOn: started, right, rightEnds, endedSentence: gap.endedSentence });
    open = mended.left;
    return mended.right;
  };

  tokens.forEach((token, index) => {
    if (token.type === "gone") {
      gap = { endedSentence: token.endedSentence || gap?.endedSentence === true };
    } else if (token.type === "text" && !token.fixed) {
      const right = mendAt(token.text, index === tokens.length - 1);
      open += right;
      if (right !== "") gap = null;
      if (open.length > 4 * OPEN_TAIL) {
        pushText(spans, open.slice(0, -OPEN_TAIL));
        open = open.slice(-OPEN_TAIL);
        started = true;
      }
    } else {
      // A figure or a variable follows: nothing to mend between, but the text before it is finished.
      gap = null;
      close();
      started = true;
      if (token.type === "text") pushText(spans, token.text);
      else if (token.type === "figure") spans.push(token.span);
      else spans.push({ type: "unset", text: `【${token.form ? OPEN : ""}${token.name}】`, name: token.name });
    }
  });
  if (gap !== null) open += mendAt("", true);
  close();
  return spans;
}

/** Neighbouring texts are one span. */
function pushText(spans: Span[], text: string): void {
  const last = spans[spans.length - 1];
  if (text === "") return;
  if (last?.type === "text") spans[spans.length - 1] = { type: "text", text: last.text + text };
  else spans.push({ type: "text", text });
}

function figuresOf(spans: readonly Span[]): Figure[] {
  const figures: Figure[] = [];
  let at = 0;
  for (const span of spans) {
    const end = at + span.text.length;
    if (span.type === "figure") {
      const { text, metric, definition, rows, ofRows, sum, last } = span;
      figures.push({
        text,
        start: at,
        end,
        metric,
        definition,
        rows,
        ofRows,
        ...(sum ? { sum } : {}),
        ...(last ? { last } : {}),
      });
    }
    at = end;
  }
  return figures;
}

function namesOf(tokens: readonly DraftToken[], place: boolean): readonly string[] {
  const names = new Set<string>();
  for (const token of tokens) if (token.type === "unset" && token.place === place) names.add(token.name);
  return Array.from(names);
}

/**
 * Composes a template over a tally.
 *
 * - A place whose kind the workbook does not hold prints no number but 【信访件.总数】 (see `absent`); a rate that divides by
 *   nothing says so in words. Inside `[...]` both make the piece disappear.
 * - A template with problems composes too, its wrong parts left as written; callers should show the problems instead.
 * @example compose(parseTemplate(STYLES[0].template), tally, { asOf, variables: new Map(), precision: 0 }).text
 */
export function compose(template: Template, tally: Tally, options: ComposeOptions): Composition {
  const { asOf, variables, precision, source = null } = options;
  const nodes = writeOut(template.nodes, source);
  const named = namedStatuses(nodes);
  const figures = new Figures(tally, source, named);
  const drafted = draft(nodes, { figures, asOf, variables, precision });
  const tokens =
    options.completeParts === false || template.exact ? drafted : appendRest(nodes, drafted, figures, tally.definition);
  const spans = toSpans(tokens);
  return {
    text: spans.map((span) => span.text).join(""),
    spans,
    figures: figuresOf(spans),
    unset: namesOf(tokens, false),
    absent: namesOf(tokens, true),
    unbalanced: template.exact ? [] : imbalances(tokens),
  };
}

/**
 * Places that this workbook can give no figure for although it has what they name: a sum over cells that are no numbers, a
 * last period that is not there. Sorted by position.
 */
export function impossibleFigures(template: Template, tally: Tally, source: FigureSource): readonly TemplateProblem[] {
  const figures = new Figures(tally, source, namedStatuses(template.nodes));
  const problems: TemplateProblem[] = [];
  eachNode(template.nodes, ({ place, start, end }, behind) => {
    const value = figures.of(place);
    const report = (type: TemplateProblem["type"], detail: string, more = 0): void => {
      problems.push({ type, start, end, text: template.source.slice(start, end), nearest: null, detail, more });
    };
    if (value.type === "impossible") report(value.why, value.detail, value.more);
    if (value.type !== "sum") return;
    const wanted = unitBehind(behind);
    const { unit } = value.sum;
    const isWrong = wanted !== "" && unit !== "" && (isMoney(unit) || isMoney(wanted)) && !isConvertible(unit, wanted);
    if (isWrong) report("unitsDiffer", `${unit}、${wanted}`);
  });
  return problems;
}
