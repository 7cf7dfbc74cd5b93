/**
 * A template with its values put in, before its punctuation is mended: a flat list of tokens. Pieces that disappeared leave
 * a `gone` token behind, which is where punctuation may have broken.
 */
import type { CivilDate } from "../zh/civil-date";
import type { Status } from "../ledger";
import { inUnit, isConvertible, percentText, unitBehind, type Precision } from "../tally";
import { lastDayOfMonth } from "../zh/civil-date";
import { decimalText } from "../zh/decimal";
import type { AsOfForm } from "./expression";
import { familyOf, type Family, type Figures, type FigureValue, type NamedStatuses } from "./figure-value";
import { unratedText } from "./no-rate";
import type { TemplatePlace } from "./places";
import type { TemplateNode } from "./template";
import type { Span } from "./types";

type FigureSpan = Extract<Span, { type: "figure" }>;

export type DraftToken =
  /** `fixed`: not ours to mend (the value of a variable). */
  | { readonly type: "text"; readonly text: string; readonly fixed: boolean }
  /** `form`: shown as what the form of facts still lacks. */
  | { readonly type: "unset"; readonly name: string; readonly place: boolean; readonly form?: true }
  /** `counts`: of what breakdown the figure is the whole, a status or the rest; null for other figures. */
  | { readonly type: "figure"; readonly span: FigureSpan; readonly counts: Counted | null }
  | { readonly type: "gone"; readonly statusOf: ReadonlySet<Family>; readonly endedSentence: boolean };

interface Counted {
  readonly family: Family;
  /** `progress`: one of the classes of progress, which are another breakdown than that by status. */
  readonly as: "total" | "rest" | "progress" | Status;
}

interface DraftContext {
  readonly figures: Figures;
  readonly asOf: CivilDate;
  readonly variables: ReadonlyMap<string, string>;
  readonly precision: Precision;
}

/** The as-of day as notices write it; 底 only where it is the last of its month. */
function asOfText({ year, month, day }: CivilDate, form: AsOfForm = "day"): string {
  const withYear = form === "yearDay" || form === "yearMonth";
  const isEnd = (form === "month" || form === "yearMonth") && day === lastDayOfMonth(year, month);
  return `截至${withYear ? `${year}年` : ""}${month}月${isEnd ? "底" : `${day}日`}`;
}

/** Calls `visit` for every place of a template, pieces included, with the text right behind it. */
export function eachNode(
  nodes: readonly TemplateNode[],
  visit: (node: Extract<TemplateNode, { type: "place" }>, behind: string) => void,
): void {
  for (const [index, node] of nodes.entries()) {
    const next = nodes[index + 1];
    if (node.type === "place") visit(node, next?.type === "text" ? next.text : "");
    else if (node.type === "optional") eachNode(node.nodes, visit);
  }
}

/** The same for the places alone. */
export function eachPlace(nodes: readonly TemplateNode[], visit: (place: TemplatePlace) => void): void {
  eachNode(nodes, ({ place }) => visit(place));
}

/** What a place counts in a breakdown; null where it is no part of one. */
export function countedAs(place: TemplatePlace): Counted | null {
  if (place.type !== "subject") return null;
  const { metric } = place;
  const family = familyOf(place);
  if (metric.type === "status") return { family, as: metric.status };
  if (metric.type === "progress") return { family, as: "progress" };
  return metric.type === "total" || metric.type === "rest" ? { family, as: metric.type } : null;
}

/** The statuses a template names, by what they are counted of. */
export function namedStatuses(nodes: readonly TemplateNode[]): NamedStatuses {
  const named = new Map<Family, Set<Status>>();
  eachPlace(nodes, (place) => {
    const counts = countedAs(place);
    if (counts === null || counts.as === "total" || counts.as === "rest" || counts.as === "progress") return;
    const known = named.get(counts.family);
    if (known === undefined) named.set(counts.family, new Set([counts.as]));
    else known.add(counts.as);
  });
  return named;
}

function isNothing(value: FigureValue): boolean {
  if (value.type === "count") return value.count.value === 0;
  if (value.type === "sum") return value.sum.value.mantissa === 0n;
  if (value.type === "points") return value.tenths === 0;
  if (value.type === "impossible") return false;
  return value.type !== "rate" || value.rate.numerator === 0;
}

function hasFigures(nodes: readonly TemplateNode[], context: DraftContext): boolean {
  return nodes.some((node) => {
    if (node.type === "place") return !isNothing(context.figures.of(node.place));
    return node.type === "optional" && hasFigures(node.nodes, context);
  });
}

function goneToken(nodes: readonly TemplateNode[]): DraftToken {
  const statusOf = new Set<Family>();
  eachPlace(nodes, (place) => {
    const counts = countedAs(place);
    if (counts !== null && counts.as !== "total" && counts.as !== "rest") statusOf.add(counts.family);
  });
  let last = nodes[nodes.length - 1];
  while (last?.type === "optional") last = last.nodes[last.nodes.length - 1];
  return { type: "gone", statusOf, endedSentence: last?.type === "text" && /[。！？]$/u.test(last.text) };
}

/** Whose rows they are: those of the last period's ledger are marked. */
function fileOf(place: TemplatePlace): { readonly last?: true } {
  return place.type === "then" ? { last: true } : {};
}

/** The token of a figure; for a rate its printed form. Sums are `sumTokens`. */
export function figureToken(place: TemplatePlace, value: FigureValue, precision: Precision): DraftToken {
  switch (value.type) {
    case "absent":
    case "impossible":
    case "sum":
      return { type: "unset", name: place.name, place: true };
    case "noRate":
      // 占 and 提高 take no words in a number's place: those stay open.
      return value.why === null
        ? { type: "unset", name: place.name, place: true }
        : { type: "text", text: unratedText(value.why), fixed: true };
    case "rate": {
      const { rate } = value;
      const text = percentText(rate.numerator, rate.denominator, precision);
      if (text === null) return { type: "unset", name: place.name, place: true };
      const { definition, rows, ofRows } = rate;
      return {
        type: "figure",
        span: { type: "figure", text, metric: place.name, definition, rows, ofRows, ...fileOf(place) },
        counts: null,
      };
    }
    case "points": {
      const { definition, rows, ofRows } = value.rate;
      const text = `${Math.floor(value.tenths / 10)}.${value.tenths % 10}`;
      return {
        type: "figure",
        span: { type: "figure", text, metric: place.name, definition, rows, ofRows },
        counts: null,
      };
    }
    case "count": {
      const { definition, count } = value;
      const { rows } = count;
      const text = String(count.value);
      const span: FigureSpan = {
        type: "figure",
        text,
        metric: place.name,
        definition,
        rows,
        ofRows: null,
        ...fileOf(place),
      };
      return { type: "figure", span, counts: countedAs(place) };
    }
  }
}

/** A sum in the unit that stands behind it; where none does, its own follows. */
function sumTokens(
  place: TemplatePlace,
  sum: Extract<FigureValue, { type: "sum" }>["sum"],
  behind: string,
): DraftToken[] {
  const wanted = unitBehind(behind);
  const converts = wanted !== "" && sum.unit !== "" && isConvertible(sum.unit, wanted);
  const text = decimalText(converts ? inUnit(sum.value, sum.unit, wanted) : sum.value);
  const { rows } = sum;
  const span: FigureSpan = {
    type: "figure",
    text,
    metric: place.name,
    definition: null,
    rows,
    ofRows: null,
    sum: true,
  };
  const figure: DraftToken = { type: "figure", span, counts: null };
  return wanted !== "" || sum.unit === "" ? [figure] : [figure, { type: "text", text: sum.unit, fixed: true }];
}

/** Puts the values of a workbook into a template's nodes. */
export function draft(all: readonly TemplateNode[], context: DraftContext): DraftToken[] {
  const tokens: DraftToken[] = [];
  const place = (node: Extract<TemplateNode, { type: "place" }>, behind: string): void => {
    const value = context.figures.of(node.place);
    if (value.type === "sum") tokens.push(...sumTokens(node.place, value.sum, behind));
    else tokens.push(figureToken(node.place, value, context.precision));
  };
  const walk = (nodes: readonly TemplateNode[]): void => {
    for (const [index, node] of nodes.entries()) {
      const next = nodes[index + 1];
      switch (node.type) {
        case "text":
          tokens.push({ type: "text", text: node.text, fixed: false });
          break;
        case "asOf":
          tokens.push({ type: "text", text: asOfText(context.asOf, node.form), fixed: true });
          break;
        case "value":
          tokens.push({ type: "text", text: node.text, fixed: true });
          break;
        case "each":
          break;
        case "variable": {
          const value = context.variables.get(node.name);
          if (value === undefined || value === "")
            tokens.push({ type: "unset", name: node.name, place: false, ...(node.form ? { form: true } : {}) });
          else tokens.push({ type: "text", text: value, fixed: true });
          break;
        }
        case "place":
          place(node, next?.type === "text" ? next.text : "");
          break;
        case "optional":
          if (hasFigures(node.nodes, context)) walk(node.nodes);
          else tokens.push(goneToken(node.nodes));
      }
    }
  };
  walk(all);
  return tokens;
}
