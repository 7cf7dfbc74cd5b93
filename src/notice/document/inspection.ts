/**
 * Which inspection a notice speaks of, and its words: what the form says, else what the ledger calls itself, else the
 * style's own. A notice of an audit says 审计 throughout, whatever style it has.
 */
import { headLinesOf, type Ledger, type Reading } from "../../ledger";
import { reWith } from "../../zh/pattern";
import { INSPECTIONS, type InspectionKind, type InspectionWords } from "../../zh/words/inspection";
import type { Template, TemplateNode } from "../template";
import { FACT_LABELS, type FactName, type Facts } from "./facts";

export interface Inspection {
  readonly kind: InspectionKind;
  /** What it is called: 巡察, 生态环境保护督察. */
  readonly name: string;
  readonly words: InspectionWords;
  /** Whether the form or the ledger tells it, and not only the style. */
  readonly told: boolean;
}

const KINDS = Object.keys(INSPECTIONS) as readonly InspectionKind[];

/** The inspection a text names last, which is what it is about: 某县审计局巡察整改台账 is one of 巡察. */
function namedIn(text: string): Inspection | null {
  const squeezed = text.replace(/\s/gu, "");
  let last: { readonly at: number; readonly length: number; readonly found: Inspection } | null = null;
  for (const kind of KINDS) {
    const words: InspectionWords = INSPECTIONS[kind];
    for (const { 0: said, index } of squeezed.matchAll(reWith("gu")`${words.said}`)) {
      const end = index + said.length;
      // The longer of two that end together: 巡视巡察.
      if (last !== null && (last.at > end || (last.at === end && last.length >= said.length))) continue;
      last = { at: end, length: said.length, found: { kind, name: words.called ?? said, words, told: true } };
    }
  }
  return last?.found ?? null;
}

/** What a ledger says of itself, from its title to the head of what it lists. */
function* tellingTexts(ledger: Ledger): Iterable<string> {
  yield ledger.layout.title;
  yield ledger.sheet;
  for (const { text } of headLinesOf(ledger)) yield text;
  yield ledger.columns.problem?.header ?? "";
  yield ledger.columns.number?.header ?? "";
}

function ofLedgers(reading: Reading): Inspection | null {
  for (const ledger of reading.ledgers) {
    if (ledger.kind === "accountability") continue;
    for (const text of tellingTexts(ledger)) {
      const found = namedIn(text);
      if (found !== null) return found;
    }
  }
  return null;
}

/** 县审计局: who came, where the name of an office tells what it does. */
function ofInspector(inspector: string | null): Inspection | null {
  if (inspector === null) return null;
  return namedIn(inspector) ?? (/审计/u.test(inspector) ? ofKind("audit", true) : null);
}

function ofKind(kind: InspectionKind, told: boolean): Inspection {
  const words: InspectionWords = INSPECTIONS[kind];
  return { kind, name: words.called ?? words.said[0] ?? "", words, told };
}

/**
 * The inspection of a notice.
 * @example inspectionOf(NO_FACTS, reading, NOTICE_STYLES.rate).name // "审计", of 某局审计发现问题整改台账
 */
export function inspectionOf(
  facts: Facts,
  reading: Reading,
  style: { readonly inspection: InspectionKind },
): Inspection {
  const said = [facts.inspectionKind, facts.subject].map((text) => (text === null ? null : namedIn(text)));
  return (
    said.find((one) => one !== null) ??
    ofInspector(facts.inspector) ??
    ofLedgers(reading) ??
    ofKind(style.inspection, facts.inspector !== null || facts.feedbackDate !== null)
  );
}

/** 巡察反馈, 审计查出 and the like in words of ours, and the inspection alone. */
const FOUND = reWith("gu")`${["巡察", "审计"]}${["反馈", "查出"]}`;
const ALONE = reWith("gu")`${["巡察", "审计"]}`;

/** 反馈 at the beginning of a heading, or behind who inspected. */
const LEADING = reWith("u")`^反馈(?=${["的", "问题"]})`;

/**
 * Words of a style, which speak of 巡察 or 审计, in those of an inspection.
 * @example inWordsOf(audit, "巡察反馈问题整改情况") // "审计查出问题整改情况"
 */
export function inWordsOf({ name, words }: Inspection, text: string): string {
  return text
    .replace(FOUND, `${name}\u0000`)
    .replace(ALONE, name)
    .replace(LEADING, words.found)
    .replaceAll("\u0000", words.found);
}

/**
 * The form's labels in the words of an inspection; in a file of facts they are keys as well as ours.
 * @example factLabelsOf(audit).inspectedFrom // "审计开始日期"
 */
export function factLabelsOf(inspection: Inspection): Readonly<Record<FactName, string>> {
  const worded = Object.entries(FACT_LABELS).map(([fact, label]) => [
    fact,
    fact === "inspector" ? inspection.words.team : inWordsOf(inspection, label),
  ]);
  return Object.fromEntries(worded) as Record<FactName, string>;
}

/** Labels of every kind of inspection. */
export function allFactLabels(): readonly Readonly<Record<FactName, string>>[] {
  return KINDS.map((kind) => factLabelsOf(ofKind(kind, true)));
}

/** The same for a template of a style: what a ledger calls its sections and units is put in later, and stays as it is. */
export function templateInWordsOf(inspection: Inspection, template: Template): Template {
  const worded = (nodes: readonly TemplateNode[]): readonly TemplateNode[] =>
    nodes.map((node) => {
      if (node.type === "text") return { ...node, text: inWordsOf(inspection, node.text) };
      return node.type === "optional" ? { ...node, nodes: worded(node.nodes) } : node;
    });
  return template.exact ? template : { ...template, nodes: worded(template.nodes) };
}
