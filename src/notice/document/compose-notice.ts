/**
 * Composes the whole notice (通报) from a ledger, its counts and the form: every figure with its rows, every text with its
 * cell or its field, and what neither holds as an open place. The text of letters and clues stays out unless asked for.
 */
import { type Item, type Kind, type Reading, KINDS } from "../../ledger";
import { DEFAULT_LIGHTS, DEFAULT_TOLERANCE, type LightLimits, type Precision, type Tally } from "../../tally";
import type { PendingWords } from "../../zh/pending";
import type { LastPeriod } from "../figure-value";
import type { Subject } from "../status-words";
import type { Template } from "../template";
import { asTemplate, bulletinParts, NEXT_STEP, type BulletinSource } from "../bulletin";
import { writeAnnex } from "./annex";
import { createBuilder, type Builder } from "./builder";
import {
  accountabilitySentence,
  accountablePersons,
  countedKinds,
  countSentence,
  ourSentence,
  ownTemplate,
  type CountContext,
} from "./count-sentences";
import { createCare, differencesOf, type Edition, type TextCare } from "./edition";
import {
  contactSentence,
  dateLine,
  FORM_PLACES,
  openingSentence,
  signatureLine,
  titleLines,
  type FactSentence,
} from "./fact-sentence";
import { FACT_LABELS, type FactName, type FactParagraph, type Facts } from "./facts";
import { impossibleDates } from "./impossible-dates";
import { createItemWriter, type ItemWriter } from "./list-items";
import { factLabelsOf, inspectionOf } from "./inspection";
import { countOf, HANDLED_ITEMS, headingOf, mainPartOf, mainStyle, summaryOf, type MainPart } from "./main-part";
import { markOf } from "./numbering";
import { COUNT_SENTENCES, HANDED_HEADINGS, type NoticeStyle } from "./notice-styles";
import { outlineOf } from "./outline";
import { selectItems, type Selection } from "./select-items";
import { factText, open, words } from "./spans";
import { createWording } from "./status-wording";
import { needsStop, paragraphsOf } from "./tidy";
import type { NoticeDocument, NoticeFigure, NoticeSpan, NoticeWarning, PartName } from "./types";

export interface NoticeOptions {
  readonly precision: Precision;
  /** Template of the summary in place of the style's own, an office's own. Must be without problems. */
  readonly summary?: Template;
  /** The shipped style of the summary, where the notice has another's headings. */
  readonly summaryStyle?: string;
  /** Free variables of the summary; 巡察组 and 轮次 also fill the form where it is empty. */
  readonly variables?: ReadonlyMap<string, string>;
  /** The period before, for figures that compare with it; and the days within which an open item is due soon. */
  readonly last?: LastPeriod | null;
  readonly dueSoonDays?: number;
  /** Points at which lights change, and within which progress agrees with its plan. */
  readonly lights?: LightLimits;
  readonly tolerance?: number;
  /** Kinds whose items are listed besides the style's own: only so do texts of letters and clues get in. */
  readonly list?: readonly Kind[];
  /** For the public (default) or for inside. */
  readonly edition?: Edition;
  /** An office's own words for what is not finished. */
  readonly pending?: PendingWords;
  /** Called every now and then with items written and items in all. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Kinds with items of their own to handle; accountability is persons and only ever counted. */
type HandedKind = "letter" | "clue" | "matter" | "immediate";
const HANDED_KINDS: readonly HandedKind[] = ["letter", "clue", "matter", "immediate"];
const PROGRESS_STEP = 200;
/** Heading of listed letters, clues and so on in styles that have no part for them. */
const HANDED_PART = "移交事项办理情况";

/** Listed letters, clues and matters run through flat. */
function handedStyle(style: NoticeStyle): NoticeStyle {
  return { ...style, ...HANDLED_ITEMS, sections: null, parents: false };
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
function addParagraphs(
  builder: Builder,
  part: PartName,
  fact: FactName,
  list: readonly FactParagraph[],
  label = FACT_LABELS[fact],
): void {
  if (list.length === 0) {
    builder.add("body", part, [open(label)], null, new Map([...FORM_PLACES, [label, { fact }]]));
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

function isEmpty(tally: Tally): boolean {
  return HANDED_KINDS.every((kind) => !isPresent(tally, kind)) && !isPresent(tally, "problem");
}

function isPresent(tally: Tally, kind: Kind): boolean {
  return countOf(tally, kind) > 0;
}

/** What is listed: the main kind with the items of the notice, and what was handed over. */
interface Listing {
  readonly main: MainPart;
  readonly handed: readonly HandedKind[];
}

/** Inside, everything is listed; for the public, what the style and the options ask for. */
function listingOf(tally: Tally, main: MainPart, style: NoticeStyle, edition: Edition, list: readonly Kind[]): Listing {
  const asked = new Set<Kind>(edition === "inside" ? HANDED_KINDS : [...style.lists, ...list]);
  return {
    main,
    handed: HANDED_KINDS.filter((kind) => kind !== main.kind && asked.has(kind) && isPresent(tally, kind)),
  };
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
  const { precision, last = null, dueSoonDays = 0, edition = "public", pending } = options;
  const variables = options.variables ?? new Map<string, string>();
  const facts = effectiveFacts(form, reading, variables);
  const asOf = reading.asOf.date;
  const { lights = DEFAULT_LIGHTS, tolerance = DEFAULT_TOLERANCE } = options;
  const source = { reading, dueSoonDays, tolerance, last };
  const styled: BulletinSource = { reading, tally, lights, tolerance, nextStep: false };
  const inspection = inspectionOf(facts, reading, style);
  const context: CountContext = { tally, source, asOf, precision, facts, variables, inspection };
  const main = mainPartOf(reading, tally, inspection);
  const frame = { style, inspection, edition, supervised: main.supervised?.noun ?? null };
  const builder = createBuilder();
  const selection = selectItems(reading, edition);
  const listing = listingOf(tally, main, style, edition, options.list ?? []);
  const care = createCare(edition, reading);
  const listed = [main.kind, ...listing.handed].flatMap((kind) => selection.items.get(kind) ?? []);
  const manner = {
    care,
    wording: createWording(listed),
    asOf,
    duties: edition === "inside",
    noun: inspection.words.noun,
  };
  let done = 0;
  const writer = createItemWriter(builder, pending === undefined ? manner : { ...manner, pending }, () => {
    done++;
    if (done % PROGRESS_STEP === 0 || done === listed.length) options.onProgress?.(done, listed.length);
  });

  const summary = summaryOf(options.summary, options.summaryStyle ?? style.name, main, styled, context);

  for (const line of titleLines(facts, frame)) builder.add("title", "title", line.spans, null, line.places);
  const opening = openingSentence(facts, frame, asOf);
  builder.add("opening", "opening", opening.spans, null, opening.places);
  writeParts({
    builder,
    writer,
    style,
    facts,
    context,
    summary,
    styled,
    listing,
    selection,
    edition,
    own: options.summary !== undefined || (options.summaryStyle ?? style.name) !== style.name,
  });
  // In front of the signature: it signs the figures too.
  if (style.supervision) writeAnnex(builder, styled, context);
  const closing = [
    ...(edition === "inside" || style.supervision ? [] : [["contact", contactSentence(facts)] as const]),
    ["signature", signatureLine(facts, frame)],
    ["date", dateLine(facts)],
  ] as const;
  for (const [role, line] of closing) builder.add(role, "closing", line.spans, null, line.places);

  const { blocks, missing } = builder;
  const labels = factLabelsOf(inspection);
  const counted = KINDS.filter((kind) => kind !== main.kind && !publiclyListed(kind, style, options.list ?? []))
    .map((kind) => ({ kind, count: countOf(tally, kind) }))
    .filter(({ count }) => count > 0);
  return {
    style: style.name,
    edition,
    blocks,
    items: writer.items,
    outline: outlineOf(blocks, missing),
    missing,
    warnings: [
      ...impossibleDates(facts, asOf, labels),
      ...selection.warnings,
      ...(edition === "inside" ? [] : counted.map((one) => ({ type: "textWithheld", ...one }) as const)),
      ...careWarnings(care, edition),
      ...doubtfulItems(writer),
    ],
    differences: differencesOf(reading, care, selection.notPublic, counted),
    figures: blocks.flatMap(({ spans }, block) => figuresIn(spans, block)),
    labels,
    summary: summary.spans,
  };
}

function publiclyListed(kind: Kind, style: NoticeStyle, list: readonly Kind[]): boolean {
  return style.lists.includes(kind) || list.includes(kind);
}

interface PartsContext {
  readonly builder: Builder;
  readonly writer: ItemWriter;
  readonly style: NoticeStyle;
  readonly facts: Facts;
  readonly context: CountContext;
  readonly summary: FactSentence;
  /** The summary is another's than the notice's style, and the whole of the overview. */
  readonly own: boolean;
  readonly styled: BulletinSource;
  readonly listing: Listing;
  readonly selection: Selection;
  readonly edition: Edition;
}

/** The numbered parts; one without content is left out, its number too. */
function writeParts(all: PartsContext): void {
  const { builder, writer, style, facts, context, summary, listing, selection, edition, styled } = all;
  const { tally } = context;
  const { reading } = context.source;
  const handedPart = style.parts.some((one) => one.part === "handed");
  const counted = countedKinds(summary.spans);
  const unmentioned = HANDED_KINDS.filter(
    (kind) =>
      kind !== listing.main.kind && !counted.has(kind) && !listing.handed.includes(kind) && isPresent(tally, kind),
  );
  // Without a part of their own, or without anything else to tell, they are counted where the whole is.
  const inOverview = !handedPart || summary.spans.length === 0;
  const accountability = accountabilitySentence(reading, tally);
  const bulletin = style.supervision ? bulletinSentences(styled, context) : null;
  let parts = 0;
  const heading = (part: PartName, text: string): void => {
    const said = headingOf(part, text, listing.main, context.inspection);
    builder.add("part", part, [words(`${markOf("part", ++parts)}${said}`)]);
  };
  const writeCount = (part: PartName, subject: Subject): void => {
    const sentence = ourSentence(ownTemplate(COUNT_SENTENCES[subject] ?? "", context), context);
    builder.add("body", part, sentence.spans, null, sentence.places);
  };
  const writeHanded = (text: string): void => {
    if (listing.handed.length === 0 && (inOverview || unmentioned.length === 0)) return;
    heading("handed", text);
    if (!inOverview) for (const kind of unmentioned) writeCount("handed", kind);
    listing.handed.forEach((kind, index) => {
      builder.add("section", "handed", [words(`${markOf("section", index + 1)}${HANDED_HEADINGS[kind]}`)]);
      writeCount("handed", kind);
      writer.list(selection.items.get(kind) ?? [], handedStyle(style), "handed", 1);
    });
  };
  for (const { part, heading: text } of style.parts) {
    if (part === "organisation") {
      heading(part, text);
      addParagraphs(builder, part, "organisation", facts.organisation);
    } else if (part === "overview") {
      heading(part, text);
      const said = bulletin === null || all.own ? summary : bulletin.whole;
      if (said.spans.length > 0) builder.add("body", part, said.spans, null, said.places);
      if (inOverview) for (const kind of unmentioned) writeCount(part, kind);
    } else if (part === "accountability" && (accountability !== null || facts.accountability.length > 0)) {
      heading(part, text);
      if (facts.accountability.length > 0) addParagraphs(builder, part, "accountability", facts.accountability);
      if (accountability !== null) builder.add("body", part, accountability);
      const persons = edition === "inside" ? accountablePersons(reading) : [];
      if (persons.length > 0) builder.add("body", part, persons);
    } else if (part === "items") {
      // Where only letters and clues are there nothing is listed, and nothing is asked for.
      if (listing.main.present || isEmpty(tally)) {
        heading(part, text);
        writeMain(writer, builder, selection.items.get(listing.main.kind) ?? [], mainStyle(style, listing.main));
      }
      if (!handedPart) writeHanded(HANDED_PART);
    } else if (part === "handed") {
      writeHanded(text);
    } else if (part === "groups" || part === "behind") {
      const said = bulletin?.[part];
      if (said === undefined || said.spans.length === 0) continue;
      heading(part, text);
      builder.add("body", part, said.spans, null, said.places);
    } else if (part === "nextSteps" && (style.nextSteps === "always" || facts.nextSteps.length > 0)) {
      heading(part, text);
      addParagraphs(builder, part, "nextSteps", facts.nextSteps, style.supervision ? NEXT_STEP : undefined);
    }
  }
}

/** The parts of a bulletin, written. */
function bulletinSentences(
  styled: BulletinSource,
  context: CountContext,
): Record<"whole" | "groups" | "behind", FactSentence> {
  const { whole, groups, behind } = bulletinParts(styled);
  return {
    whole: countSentence(asTemplate(whole), context),
    groups: countSentence(asTemplate(groups), context),
    behind: countSentence(asTemplate(behind), context),
  };
}

function writeMain(writer: ItemWriter, builder: Builder, items: readonly Item[], style: NoticeStyle): void {
  if (items.length === 0) builder.add("body", "items", [open("整改事项")], null, new Map([["整改事项", {}]]));
  else writer.list(items, style, "items", 1);
}

/** What was done to texts of the ledger, each sort once. */
function careWarnings(care: TextCare, edition: Edition): readonly NoticeWarning[] {
  return Array.from(care.changed).flatMap(([what, rows]): readonly NoticeWarning[] => {
    if (what === "punctuation") return [{ type: "punctuation", rows }];
    return edition === "inside" ? [] : [{ type: "personal", what, rows }];
  });
}

function doubtfulItems(writer: ItemWriter): readonly NoticeWarning[] {
  const doubtful = writer.items.filter((item) => item.doubt !== null);
  const quote = doubtful[0]?.doubt;
  return quote === undefined || quote === null
    ? []
    : [{ type: "doneButPending", rows: doubtful.map((item) => item.ref), quote }];
}

function figuresIn(spans: readonly NoticeSpan[], block: number): readonly NoticeFigure[] {
  return spans.flatMap((span) => (span.type === "figure" ? [{ block, span }] : []));
}
