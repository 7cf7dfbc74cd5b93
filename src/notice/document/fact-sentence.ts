/** Sentences of the notice around the facts of the form: title, opening, contact, signature. */
import { chineseDate, type CivilDate } from "../../zh/civil-date";
import type { Filler } from "./builder";
import { FACT_LABELS, type FactName, type Facts } from "./facts";
import type { Edition } from "./edition";
import { inWordsOf, type Inspection } from "./inspection";
import type { NoticeStyle } from "./notice-styles";
import { factDate, factText, open, words } from "./spans";
import type { NoticeSpan } from "./types";

/** Spans with who fills what is open in them. */
export interface FactSentence {
  readonly spans: readonly NoticeSpan[];
  readonly places: ReadonlyMap<string, Filler>;
}

type TextFact = { [K in FactName]: Facts[K] extends string | null ? K : never }[FactName];
type DateFact = { [K in FactName]: Facts[K] extends CivilDate | null ? K : never }[FactName];

/** Open places of the form are called by its labels. */
export const FORM_PLACES: ReadonlyMap<string, Filler> = new Map(
  (Object.keys(FACT_LABELS) as FactName[]).map((fact) => [FACT_LABELS[fact], { fact }]),
);

function text(facts: Facts, fact: TextFact): NoticeSpan {
  const value = facts[fact];
  return value === null || value === "" ? open(FACT_LABELS[fact]) : factText(fact, value);
}

function day(facts: Facts, fact: DateFact): NoticeSpan {
  const value = facts[fact];
  return value === null ? open(FACT_LABELS[fact]) : factDate(fact, value);
}

/** From and to; the year only once where it is the same. */
function range(facts: Facts, from: DateFact, to: DateFact): readonly NoticeSpan[] {
  const start = facts[from];
  const end = facts[to];
  const last = start !== null && end !== null && start.year === end.year ? factDate(to, end, true) : day(facts, to);
  return [day(facts, from), words("至"), last];
}

function sentence(spans: readonly NoticeSpan[], places = FORM_PLACES): FactSentence {
  return { spans, places };
}

/** What a frame is written for: its style, and the inspection it speaks of. */
export interface Frame {
  readonly style: NoticeStyle;
  readonly inspection: Inspection;
  readonly edition: Edition;
  /** What is supervised where no inspection is told: 重点工作. */
  readonly supervised: string | null;
}

/** Issued by an office for what it supervises, with no inspection before it. */
function ofSupervision({ style, supervised }: Frame): boolean {
  return style.supervision === true || supervised !== null;
}

/** 中共某县某某局党组: the organ that reports. Of what is not the Party's the office itself does, unless the form names one. */
function issuer(facts: Facts, frame: Frame): readonly NoticeSpan[] {
  const { style, supervised, inspection } = frame;
  const byOffice = supervised !== null || !inspection.words.ofParty;
  if (style.supervision || (byOffice && facts.organ === null)) return [text(facts, "unit")];
  return [words("中共"), text(facts, "unit"), text(facts, "organ")];
}

/** 巡察组, 审计组: an open place asks for who came by the name they have. */
function inspector(facts: Facts, { words: { team } }: Inspection): NoticeSpan {
  return facts.inspector === null || facts.inspector === "" ? open(team) : factText("inspector", facts.inspector);
}

/** What stands between 关于 and 的通报, also where it was filled in with them: 关于巡察整改情况的通报. */
function subjectOf(subject: string): string {
  return subject.replace(/^关于/u, "").replace(/的?通\s*报$/u, "");
}

function subjectSpan(facts: Facts, { style, inspection, supervised }: Frame): NoticeSpan {
  const own = subjectOf(facts.subject ?? "");
  if (own !== "") return factText("subject", own);
  return words(
    supervised !== null && !style.supervision ? `${supervised}办理情况` : inWordsOf(inspection, style.subject),
  );
}

/** The title in two lines: who, and on what; the version for inside says so. */
export function titleLines(facts: Facts, frame: Frame): readonly [FactSentence, FactSentence] {
  const end = frame.edition === "inside" ? "的通报（内部）" : "的通报";
  return [sentence(issuer(facts, frame)), sentence([words("关于"), subjectSpan(facts, frame), words(end)])];
}

/** Who inspected whom and when, and until when this tells. */
export function openingSentence(facts: Facts, frame: Frame, asOf: CivilDate): FactSentence {
  const { style, inspection, edition } = frame;
  const told = style.supervision === true || edition === "inside" ? "通报" : "公布";
  if (ofSupervision(frame))
    return sentence([words(`现将截至${chineseDate(asOf)}的`), subjectSpan(facts, frame), words(`${told}如下。`)]);
  const { name, words: said } = inspection;
  const unit = facts.shortName === null ? text(facts, "unit") : factText("shortName", facts.shortName);
  // A committee of the Party orders 巡察; what offices do by law needs nobody's order.
  const ordered =
    said.ofParty || facts.orderedBy !== null ? [words("根据"), text(facts, "orderedBy"), words("统一部署，")] : [];
  const spans = [
    ...ordered,
    ...range(facts, "inspectedFrom", "inspectedTo"),
    words("，"),
    inspector(facts, inspection),
    words("对"),
    unit,
    ...(said.ofParty ? [text(facts, "organ")] : []),
    words("开展了"),
    facts.inspectionKind === null ? words(name) : factText("inspectionKind", facts.inspectionKind),
    words("，并于"),
    day(facts, "feedbackDate"),
    words(`${said.result}。按照`),
    facts.basis === null ? words(said.basis) : factText("basis", facts.basis),
    words(`，现将截至${chineseDate(asOf)}的整改进展情况${told}如下。`),
  ];
  return openAs(inspection, spans);
}

/** Open places ask for what the form calls 巡察开始日期 by the name of the inspection: 审计开始日期. */
function openAs(inspection: Inspection, spans: readonly NoticeSpan[]): FactSentence {
  const places = new Map<string, Filler>([...FORM_PLACES, [inspection.words.team, { fact: "inspector" }]]);
  const named = spans.map((span): NoticeSpan => {
    const filler = span.type === "unset" ? FORM_PLACES.get(span.name) : undefined;
    if (span.type !== "unset" || filler === undefined) return span;
    const name = inWordsOf(inspection, span.name);
    places.set(name, filler);
    return open(name);
  });
  return sentence(named, places);
}

/** How the public reaches the office. Phone, and an address of either kind, have to be there. */
export function contactSentence(facts: Facts): FactSentence {
  const ways: (readonly NoticeSpan[])[] = [[words("联系电话："), text(facts, "phone")]];
  if (facts.address !== null) {
    const postcode = facts.postcode === null ? [] : [words("（邮政编码："), text(facts, "postcode"), words("）")];
    ways.push([words("邮政地址："), text(facts, "address"), ...postcode]);
  }
  if (facts.email !== null || facts.address === null) ways.push([words("电子邮箱："), text(facts, "email")]);
  const period =
    facts.publicFrom === null && facts.publicTo === null
      ? []
      : [words("公示期为"), ...range(facts, "publicFrom", "publicTo"), words("。")];
  return sentence([
    words("以上整改情况，请广大干部群众监督。"),
    ...period,
    words("对整改工作有意见建议的，可按以下方式反映。"),
    ...ways.flatMap((way, index) => [...way, words(index === ways.length - 1 ? "。" : "；")]),
  ]);
}

export function signatureLine(facts: Facts, frame: Frame): FactSentence {
  return sentence(facts.signature === null ? issuer(facts, frame) : [factText("signature", facts.signature)]);
}

/** Never today's: a notice is dated by the organ that signs it. */
export function dateLine(facts: Facts): FactSentence {
  return sentence([day(facts, "signDate")]);
}
