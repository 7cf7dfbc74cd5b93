/**
 * A template with its values put in, before its punctuation is mended: a flat list of tokens. Pieces that disappeared leave
 * a `gone` token behind, which is where punctuation may have broken.
 */
import type { CivilDate } from "../zh/civil-date";
import type { Status } from "../ledger";
import { percentText, type Precision, type Tally } from "../tally";
import { figureValue, type FigureValue, type NamedStatuses } from "./figure-value";
import type { TemplatePlace } from "./places";
import type { Subject } from "./status-words";
import type { Template, TemplateNode } from "./template";
import type { Span } from "./types";

export type FigureSpan = Extract<Span, { type: "figure" }>;

export type DraftToken =
  /** `fixed`: not ours to mend (the value of a variable). */
  | { readonly type: "text"; readonly text: string; readonly fixed: boolean }
  | { readonly type: "unset"; readonly name: string; readonly place: boolean }
  /** `statusOf`: the figure is a status count of this subject; `totalOf`, `restOf` likewise. */
  | {
      readonly type: "figure";
      readonly span: FigureSpan;
      readonly statusOf: Subject | null;
      readonly totalOf: Subject | null;
      readonly restOf: Subject | null;
    }
  | { readonly type: "gone"; readonly statusOf: ReadonlySet<Subject>; readonly endedSentence: boolean };

export interface DraftContext {
  readonly tally: Tally;
  readonly named: NamedStatuses;
  readonly asOf: CivilDate;
  readonly variables: ReadonlyMap<string, string>;
  readonly precision: Precision;
}

/** What stands where a kind is there but no rate can be: no number is printed that no row supports. */
const NO_RATE_TEXT = "—";

/** The as-of day as notices write it. */
export function asOfText(asOf: CivilDate): string {
  return `截至${asOf.month}月${asOf.day}日`;
}

/** Calls `visit` for every place of a template, pieces included. */
export function eachPlace(nodes: readonly TemplateNode[], visit: (place: TemplatePlace) => void): void {
  for (const node of nodes) {
    if (node.type === "place") visit(node.place);
    else if (node.type === "optional") eachPlace(node.nodes, visit);
  }
}

/** The statuses a template names, by subject. */
export function namedStatuses(template: Template): NamedStatuses {
  const named = new Map<Subject, Set<Status>>();
  eachPlace(template.nodes, (place) => {
    if (place.type !== "subject" || place.metric.type !== "status") return;
    const known = named.get(place.subject);
    if (known === undefined) named.set(place.subject, new Set([place.metric.status]));
    else known.add(place.metric.status);
  });
  return named;
}

function isNothing(value: FigureValue): boolean {
  if (value.type === "count") return value.count.value === 0;
  return value.type !== "rate" || value.rate.numerator === 0;
}

function hasFigures(nodes: readonly TemplateNode[], context: DraftContext): boolean {
  return nodes.some((node) => {
    if (node.type === "place") return !isNothing(figureValue(node.place, context.tally, context.named));
    return node.type === "optional" && hasFigures(node.nodes, context);
  });
}

function goneToken(nodes: readonly TemplateNode[]): DraftToken {
  const statusOf = new Set<Subject>();
  eachPlace(nodes, (place) => {
    if (place.type === "subject" && place.metric.type === "status") statusOf.add(place.subject);
  });
  let last = nodes[nodes.length - 1];
  while (last?.type === "optional") last = last.nodes[last.nodes.length - 1];
  return { type: "gone", statusOf, endedSentence: last?.type === "text" && /[。！？]$/u.test(last.text) };
}

/** The token of a figure; for a rate its printed form. */
export function figureToken(place: TemplatePlace, value: FigureValue, precision: Precision): DraftToken {
  if (value.type === "absent") return { type: "unset", name: place.name, place: true };
  if (value.type === "noRate") return { type: "text", text: NO_RATE_TEXT, fixed: true };
  if (value.type === "rate") {
    const { rate } = value;
    const text = percentText(rate.numerator, rate.denominator, precision);
    if (text === null) return { type: "text", text: NO_RATE_TEXT, fixed: true };
    const { definition, rows, ofRows } = rate;
    const span: FigureSpan = { type: "figure", text, metric: place.name, definition, rows, ofRows };
    return { type: "figure", span, statusOf: null, totalOf: null, restOf: null };
  }
  const { definition, count } = value;
  const text = String(count.value);
  const span: FigureSpan = { type: "figure", text, metric: place.name, definition, rows: count.rows, ofRows: null };
  const metric = place.type === "subject" ? place.metric.type : null;
  return {
    type: "figure",
    span,
    statusOf: place.type === "subject" && metric === "status" ? place.subject : null,
    totalOf: place.type === "subject" && metric === "total" ? place.subject : null,
    restOf: place.type === "subject" && metric === "rest" ? place.subject : null,
  };
}

/** Puts the values of a tally into a template. */
export function draft(template: Template, context: DraftContext): DraftToken[] {
  const tokens: DraftToken[] = [];
  const walk = (nodes: readonly TemplateNode[]): void => {
    for (const node of nodes) {
      switch (node.type) {
        case "text":
          tokens.push({ type: "text", text: node.text, fixed: false });
          break;
        case "asOf":
          tokens.push({ type: "text", text: asOfText(context.asOf), fixed: true });
          break;
        case "variable": {
          const value = context.variables.get(node.name);
          if (value === undefined || value === "") tokens.push({ type: "unset", name: node.name, place: false });
          else tokens.push({ type: "text", text: value, fixed: true });
          break;
        }
        case "place":
          tokens.push(
            figureToken(node.place, figureValue(node.place, context.tally, context.named), context.precision),
          );
          break;
        case "optional":
          if (hasFigures(node.nodes, context)) walk(node.nodes);
          else tokens.push(goneToken(node.nodes));
      }
    }
  };
  walk(template.nodes);
  return tokens;
}
