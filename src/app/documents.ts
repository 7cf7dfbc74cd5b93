/** The notice and the sign-off sheet of a session, as every surface makes them. */
import { messageOf } from "../check";
import type { Finding } from "../rule";
import { qualified } from "../grid";
import { chineseDate, type CivilDate } from "../zh/civil-date";
import { setSolid } from "../zh/text";
import {
  type ColumnKey,
  firstRowOf,
  isCountedDone,
  type Item,
  itemOfCell,
  type Kind,
  type Reading,
  textOf,
} from "../ledger";
import {
  composeNotice,
  type Facts,
  NOTICE_STYLES,
  type NoticeStyle,
  type NoticeDocument,
  DEFAULT_STYLE,
  type Edition,
  type FactOffer,
  dayAsked,
  type DayAsked,
  factOffers,
  NO_FACTS,
  impossibleFigures,
  knownOf,
  parseTemplate,
  STYLES,
  type TemplateProblem,
} from "../notice";
import {
  signoffSheet,
  type PendingItem,
  type SignoffFinding,
  type SignoffItem,
  type SignoffSheet,
} from "../notice/signoff";
import type { Definition, RowRef } from "../tally";
import { judgingWords } from "./lexicon";
import type { FindingsView, Session, Versions } from "./session";
import { definitionText, KIND_WORDS } from "./words";

/** What surfaces say about a notice and its facts. */
export { allFactLabels, FACT_LABELS, NO_FACTS, ORGANS, type DayAsked, type FactName, type Facts } from "../notice";
export { factsExample, FACT_EXAMPLES, FACT_GROUPS, EDITIONS, type Edition } from "../notice";
export { readFacts, type FactsProblem } from "../notice";
export type { BlockRole, Missing, NoticeBlock, NoticeDocument } from "../notice";
export type { Span } from "../notice";
export { describeDifference, describeMissing, describeWarning } from "../notice";
export { summaryJson } from "../notice";
export { describeTemplateProblem } from "../notice";

interface SessionNoticeOptions {
  /** Kinds listed with their texts besides the style's own. */
  readonly list?: readonly Kind[];
  /** For the public (default) or for inside. */
  readonly edition?: Edition;
  readonly onProgress?: (done: number, total: number) => void;
}

type SessionNotice =
  | {
      readonly ok: true;
      readonly document: NoticeDocument;
      /** Aliases of rules that make its figures doubtful; known once the session has checked. */
      readonly held: readonly string[];
    }
  /** The template of one's own is wrong. */
  | { readonly ok: false; readonly problems: readonly TemplateProblem[] };

/** The style of a notice by name; the summary's default where there is none of that name. */
function noticeStyle(name: string): NoticeStyle {
  const found = Object.values(NOTICE_STYLES).find((style) => style.name === name);
  return found ?? NOTICE_STYLES[DEFAULT_STYLE];
}

/** The styles of the notice by their headings, for a person to choose among. */
export function noticeStyles(): readonly {
  readonly name: string;
  readonly headings: readonly string[];
  readonly title: string;
}[] {
  return STYLES.map(({ name, title }) => ({
    name,
    // The two that every style has under much the same words tell no style from another.
    headings: NOTICE_STYLES[name].parts.flatMap(({ part, heading }) =>
      part === "overview" || part === "accountability" ? [] : [heading],
    ),
    title: title.en,
  }));
}

/**
 * The notice of what a session has read, in the style, 口径 and precision of its settings. Null before reading.
 * @example sessionNotice(session, NO_FACTS)
 */
export function sessionNotice(
  session: Session,
  facts: Facts,
  options: SessionNoticeOptions = {},
): SessionNotice | null {
  const reading = session.reading();
  const counted = session.tally();
  if (reading === null || counted === null) return null;
  const { settings } = session.getSnapshot();
  const { style, noticeStyle: chosen, template, precision, variables, dueSoon } = settings;
  const { lights, progressTolerance: tolerance } = settings;
  const own = template === null ? null : parseTemplate(template, knownOf(reading, counted));
  const last = session.lastPeriod();
  if (own !== null) {
    const source = { reading, dueSoonDays: dueSoon, tolerance, last };
    const problems = own.problems.length > 0 ? own.problems : impossibleFigures(own, counted, source);
    if (problems.length > 0) return { ok: false, problems };
  }
  const document = composeNotice(reading, counted, facts, noticeStyle(chosen ?? style), {
    precision,
    variables,
    dueSoonDays: dueSoon,
    lights,
    tolerance,
    last,
    pending: judgingWords(settings.words, settings.lexicon),
    // The paragraph has its own style; the notice's headings may be another's.
    summaryStyle: style,
    ...(own === null ? {} : { summary: own }),
    ...options,
  });
  return { ok: true, document, held: session.held()?.held ?? [] };
}

/** What the ledger states of fields that are still empty, and what it says of the day it is counted by. Null before reading. */
export function ledgerFacts(
  session: Session,
  form: Facts,
): { readonly offers: readonly FactOffer[]; readonly day: DayAsked | null } | null {
  const reading = session.reading();
  if (reading === null) return null;
  return { offers: factOffers(reading, form), day: dayAsked(reading) };
}

/** @example documentName("某县某局", asOf, "核验签批单") // "某县某局2025年12月核验签批单" */
export function documentName(unit: string | null, asOf: CivilDate | null, what: string): string {
  const month = asOf === null ? "" : `${asOf.year}年${asOf.month}月`;
  return `${(unit ?? "").replace(/[\\/:*?"<>|\s]/gu, "_")}${month}${what}`;
}

interface SignoffFacts {
  /** 单位全称 of the form; null: the ledger's own 填报单位. */
  readonly unit: string | null;
  /** Name of the ledger file, without its folder. */
  readonly file: string;
  readonly sha256: string | null;
  /** Edits that are in no file yet, or that they are in a copy; null, and by default, where there are none. */
  readonly edits?: number | "copied" | null;
  /** As printed: "2025年12月1日 09:30". */
  readonly time: string;
  readonly versions: Versions;
}

const AS_OF_WORDS = { option: "人工指定", stated: "台账所载", today: "当天" } as const;

/** The sign-off sheet of a summary's spans. Null before reading; findings are those of the last check. */
export function sessionSignoff(
  session: Session,
  paragraph: NoticeDocument["summary"],
  facts: SignoffFacts,
): SignoffSheet | null {
  const reading = session.reading();
  if (reading === null) return null;
  const view = session.findings();
  const { version, build, rules } = facts.versions;
  const itemAt = (ref: RowRef): SignoffItem | null => {
    for (const ledger of reading.ledgers) {
      const found = ledger.sheet === ref.sheet ? itemOfCell(ledger, ref) : null;
      if (found !== null) return signoffItem(found.item);
    }
    return null;
  };
  const offered = factOffers(reading, NO_FACTS).find((offer) => offer.fact === "unit")?.value ?? null;
  const { definition } = session.getSnapshot().settings;
  const { date, source } = reading.asOf;
  return signoffSheet({
    unit: facts.unit ?? offered,
    file: facts.file,
    sha256: facts.sha256,
    edits: facts.edits ?? null,
    time: facts.time,
    asOf: `${chineseDate(date)}（${AS_OF_WORDS[source]}）`,
    versions: `taizhang ${version}（${build}，规则 ${rules}）`,
    paragraph,
    describe: (definition) => definitionText(definition, "zh"),
    itemAt,
    pending: pendingItems(reading, definition),
    open: bySeverity(openFindings(view).map(signoffFinding)),
    ignored: (view?.ignored ?? []).map(({ finding, ignore }) => ({
      finding: signoffFinding(finding),
      reason: ignore.reason,
    })),
  });
}

function signoffItem(item: Item): SignoffItem {
  const { ledger, number, section } = item;
  return {
    key: `${ledger.id} ${firstRowOf(item)}`,
    number,
    group: section === null || section === "" ? ledger.sheet : section,
  };
}

/** Items that do not count as done, accountability apart: it is counted by persons. */
function pendingItems(reading: Reading, done: Definition["done"]): readonly PendingItem[] {
  const kinds = reading.ledgers.flatMap(({ kind }) => (kind === "accountability" ? [] : [kind]));
  const several = new Set(kinds).size > 1;
  return reading.ledgers.flatMap((ledger) =>
    ledger.kind === "accountability"
      ? []
      : ledger.items
          .filter(({ status }) => status !== "excluded" && !isCountedDone(status, done))
          .map((item) => ({
            // Kinds count by themselves: 信访件2 is not the problem 2.
            number: `${several && ledger.kind !== "problem" ? KIND_WORDS[ledger.kind].zh : ""}${item.number ?? ""}`,
            problem: item.problem,
            unit: distinct(item, "unit"),
            deadline: distinct(item, "deadline"),
            status: distinct(item, ledger.columns.status === undefined ? "signOff" : "status"),
          })),
  );
}

/** The texts of a field over the rows of an item, each once. */
function distinct(item: Item, field: ColumnKey): string {
  const texts = item.rows.map((row) => textOf(item.ledger, row, field)).filter((text) => text !== "");
  return Array.from(new Set(texts)).join("、");
}

/** What is found and not ignored, with what holds the paragraph back although its rule is switched off. */
function openFindings(view: FindingsView | null): readonly Finding[] {
  if (view === null) return [];
  const listed = new Set(view.findings.map((finding) => finding.id));
  return [...view.findings, ...view.held.filter((finding) => !listed.has(finding.id))];
}

function signoffFinding(finding: Finding): SignoffFinding {
  const { severity, sheet, row, col } = finding;
  return { severity, cell: qualified(sheet, row, col), sentence: setSolid(messageOf(finding, "zh")) };
}

/** Errors first; the ledger's order within. */
function bySeverity(findings: readonly SignoffFinding[]): readonly SignoffFinding[] {
  return (["error", "warning", "info"] as const).flatMap((severity) =>
    findings.filter((finding) => finding.severity === severity),
  );
}
