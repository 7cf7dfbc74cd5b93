/**
 * Composes the whole notice (通报) from a ledger, its counts and the form: every figure with its rows, every text with its
 * cell or its field, and what neither holds as an open place. The text of letters and clues stays out unless asked for.
 */
import { type Item, type Kind, type Reading, KINDS } from "../../ledger";
import { type Precision, refColumns, rowOf, type RowRef, type Tally, refAt } from "../../tally";
import type { LastPeriod } from "../figure-value";
import type { Subject } from "../status-words";
import { styleNamed } from "../styles";
import type { Template } from "../template";
import { createBuilder, type Builder } from "./builder";
import { accountabilitySentence, countedKinds, countSentence, ownTemplate, type CountContext } from "./count-sentences";
import { contactSentence, dateLine, FORM_PLACES, openingSentence, signatureLine, titleLines } from "./fact-sentence";
import { FACT_LABELS, type FactName, type FactParagraph, type Facts } from "./facts";
import { createItemWriter, type ItemWriter } from "./list-items";
import { markOf } from "./numbering";
import { COUNT_SENTENCES, HANDED_HEADINGS, type NoticeStyle } from "./notice-styles";
import { outlineOf } from "./outline";
import { createPublicity, type Publicity } from "./publishing";
import { factText, open, words } from "./spans";
import { needsStop, paragraphsOf } from "./tidy";
import type { NoticeDocument, NoticeFigure, NoticeSpan, NoticeWarning, PartName } from "./types";

export interface NoticeOptions {
  readonly precision: Precision;
  /** Template of the summary in place of the style's own. Must be without problems. */
  readonly summary?: Template;
  /** Free variables of the summary; 巡察组 and 轮次 also fill the form where it is empty. */
  readonly variables?: ReadonlyMap<string, string>;
  /** The period before, for figures that compare with it; and the days within which an open item is due soon. */
  readonly last?: LastPeriod | null;
  readonly dueSoonDays?: number;
  /** Kinds whose items are listed besides the style's own: only so do texts of letters and clues get in. */
  readonly list?: readonly Kind[];
  /** Called every now and then with items written and items in all. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Kinds with items of their own to handle; accountability is persons and only ever counted. */
type HandedKind = "letter" | "clue" | "matter" | "immediate";
const HANDED_KINDS: readonly HandedKind[] = ["letter", "clue", "matter", "immediate"];
/** What the main part lists where the workbook holds no problems: never letters or clues. */
const MAIN_KINDS: readonly Kind[] = ["problem", "immediate", "matter"];
const PROGRESS_STEP = 200;
/** Heading of listed letters, clues and so on in styles that have no part for them. */
const HANDED_PART = "移交事项办理情况";

/** How listed letters, clues and matters are written, whatever the style: flat, result and what was done. */
function handedStyle(style: NoticeStyle): NoticeStyle {
  return {
    ...style,
    sections: null,
    parents: false,
    problem: { before: "", after: "", quoted: false },
    lines: [
      { label: "办理结果：", holds: "status" },
      { label: "办理情况：", holds: "progress", optional: true },
    ],
    status: { before: "", after: "。", own: false },
  };
}

interface Selection {
  readonly items: ReadonlyMap<Kind, readonly Item[]>;
  readonly warnings: readonly NoticeWarning[];
}

/** Items by kind, 是否公开 obeyed. */
function selectItems(reading: Reading): Selection {
  const items = new Map<Kind, Item[]>();
  const rows: Record<Publicity, RowRef[]> = { yes: [], no: [], blankIn: [], blankOut: [], unclear: [] };
  for (const ledger of reading.ledgers) {
    if (ledger.kind === "accountability") continue;
    const publicity = createPublicity(ledger);
    const columns = refColumns(ledger);
    const list = items.get(ledger.kind) ?? [];
    items.set(ledger.kind, list);
    for (const item of ledger.items) {
      const answer = publicity(item);
      if (answer === "yes" || answer === "blankIn") list.push(item);
      if (answer !== "yes") rows[answer].push(refAt(ledger, rowOf(item), columns.ofItem(item)));
    }
  }
  const warnings: NoticeWarning[] = [];
  if (rows.no.length > 0) warnings.push({ type: "notPublic", rows: rows.no });
  const out = [...rows.blankOut, ...rows.unclear];
  if (out.length > 0) warnings.push({ type: "publicUnclear", rows: out, included: false });
  if (rows.blankIn.length > 0) warnings.push({ type: "publicUnclear", rows: rows.blankIn, included: true });
  return { items, warnings };
}

/** Facts with what the ledger and the summary's variables know besides. */
function effectiveFacts(facts: Facts, reading: Reading, variables: ReadonlyMap<string, string>): Facts {
  return {
    ...facts,
    inspector: facts.inspector ?? (variables.get("巡察组") || null),
    round: facts.round ?? (variables.get("轮次") || null),
    feedbackDate: facts.feedbackDate ?? reading.feedbackDate,
  };
}

/** Paragraphs of one's own, headings numbered （一）; nothing filled in leaves one open place. */
function addParagraphs(builder: Builder, part: PartName, fact: FactName, list: readonly FactParagraph[]): void {
  if (list.length === 0) {
    builder.add("body", part, [open(FACT_LABELS[fact])], null, FORM_PLACES);
    return;
  }
  let sections = 0;
  for (const { heading, text } of list) {
    if (heading !== null) builder.add("section", part, [words(markOf("section", ++sections)), factText(fact, heading)]);
    if (text === "") builder.add("body", part, [open(FACT_LABELS[fact])], null, FORM_PLACES);
    for (const paragraph of paragraphsOf(text)) {
      builder.add("body", part, [factText(fact, paragraph), ...(needsStop(paragraph) ? [words("。")] : [])]);
    }
  }
}

function isPresent(tally: Tally, kind: Kind): boolean {
  return tally.kinds.some((one) => one.kind === kind && one.total.value > 0);
}

/**
 * Composes a notice.
 * @param tally counts of the same reading
 * @example composeNotice(reading, tally, NO_FACTS, NOTICE_STYLES.rate, { precision: 0 }).missing.map((one) => one.name)
 * // ["单位全称", "党组织", …]
 */
export function composeNotice(
  reading: Reading,
  tally: Tally,
  form: Facts,
  style: NoticeStyle,
  options: NoticeOptions,
): NoticeDocument {
  const variables = options.variables ?? new Map<string, string>();
  const facts = effectiveFacts(form, reading, variables);
  const { precision, last = null, dueSoonDays = 0 } = options;
  const source = { reading, dueSoonDays, last };
  const context: CountContext = { tally, source, asOf: reading.asOf.date, precision, facts, variables };
  const builder = createBuilder();
  const selection = selectItems(reading);
  const main = MAIN_KINDS.find((kind) => isPresent(tally, kind)) ?? "problem";
  const asked = new Set<Kind>([...style.lists, ...(options.list ?? [])]);
  const listed = HANDED_KINDS.filter((kind) => kind !== main && asked.has(kind) && isPresent(tally, kind));

  const total = [main, ...listed].reduce((sum, kind) => sum + (selection.items.get(kind)?.length ?? 0), 0);
  let done = 0;
  const writer = createItemWriter(builder, () => {
    done++;
    if (done % PROGRESS_STEP === 0 || done === total) options.onProgress?.(done, total);
  });

  const template = options.summary ?? ownTemplate(styleNamed(style.name)?.template ?? "", context);
  const summary = countSentence(template, context);
  const counted = countedKinds(summary.spans);
  const unmentioned = HANDED_KINDS.filter(
    (kind) => kind !== main && !counted.has(kind) && !listed.includes(kind) && isPresent(tally, kind),
  );
  const accountability = accountabilitySentence(reading, tally);
  const handedPart = style.parts.some((one) => one.part === "handed");

  for (const line of titleLines(facts, style)) builder.add("title", "title", line.spans, null, line.places);
  const opening = openingSentence(facts);
  builder.add("opening", "opening", opening.spans, null, opening.places);

  let parts = 0;
  const heading = (part: PartName, text: string): void => {
    builder.add("part", part, [words(`${markOf("part", ++parts)}${text}`)]);
  };
  const writeCount = (part: PartName, subject: Subject): void => {
    const sentence = countSentence(ownTemplate(COUNT_SENTENCES[subject] ?? "", context), context);
    builder.add("body", part, sentence.spans, null, sentence.places);
  };
  const writeHanded = (text: string): void => {
    if (listed.length === 0 && (!handedPart || unmentioned.length === 0)) return;
    heading("handed", text);
    if (handedPart) for (const kind of unmentioned) writeCount("handed", kind);
    listed.forEach((kind, index) => {
      builder.add("section", "handed", [words(`${markOf("section", index + 1)}${HANDED_HEADINGS[kind]}`)]);
      writeCount("handed", kind);
      writer.list(selection.items.get(kind) ?? [], handedStyle(style), "handed", 1);
    });
  };

  for (const { part, heading: text } of style.parts) {
    if (part === "organisation") {
      heading(part, text);
      addParagraphs(builder, part, "organisation", facts.organisation);
      if (facts.accountability.length > 0) addParagraphs(builder, part, "accountability", facts.accountability);
      if (accountability !== null) builder.add("body", "accountability", accountability);
      builder.add("body", part, summary.spans, null, summary.places);
      if (!handedPart) for (const kind of unmentioned) writeCount(part, kind);
    } else if (part === "items") {
      heading(part, text);
      writeMain(writer, builder, selection.items.get(main) ?? [], style);
      if (!handedPart) writeHanded(HANDED_PART);
    } else if (part === "handed") {
      writeHanded(text);
    } else if (part === "nextSteps" && (style.nextSteps === "always" || facts.nextSteps.length > 0)) {
      heading(part, text);
      addParagraphs(builder, part, "nextSteps", facts.nextSteps);
    }
  }
  for (const [role, line] of [
    ["contact", contactSentence(facts)],
    ["signature", signatureLine(facts)],
    ["date", dateLine(facts)],
  ] as const) {
    builder.add(role, "closing", line.spans, null, line.places);
  }

  const { blocks, missing } = builder;
  return {
    style: style.name,
    blocks,
    items: writer.items,
    outline: outlineOf(blocks, missing),
    missing,
    warnings: [...selection.warnings, ...withheld(tally, main, listed), ...personalWarnings(writer)],
    figures: blocks.flatMap(({ spans }, block) => figuresIn(spans, block)),
    summary: summary.spans,
  };
}

function writeMain(writer: ItemWriter, builder: Builder, items: readonly Item[], style: NoticeStyle): void {
  if (items.length === 0) builder.add("body", "items", [open("整改事项")], null, new Map([["整改事项", {}]]));
  else writer.list(items, style, "items", 1);
}

function withheld(tally: Tally, main: Kind, listed: readonly Kind[]): readonly NoticeWarning[] {
  return KINDS.filter((kind) => kind !== main && !listed.includes(kind)).flatMap((kind): readonly NoticeWarning[] => {
    const count = tally.kinds.find((one) => one.kind === kind)?.total.value ?? 0;
    return count === 0 ? [] : [{ type: "textWithheld", kind, count }];
  });
}

function personalWarnings(writer: ItemWriter): readonly NoticeWarning[] {
  return Array.from(writer.personal, ([what, rows]) => ({ type: "personal", what, rows }));
}

function figuresIn(spans: readonly NoticeSpan[], block: number): readonly NoticeFigure[] {
  return spans.flatMap((span) => (span.type === "figure" ? [{ block, span }] : []));
}
