/** Sentences of the notice around the facts of the form: title, opening, contact, signature. */
import { chineseDate, type CivilDate } from "../../zh/civil-date";
import type { Filler } from "./builder";
import { FACT_LABELS, type FactName, type Facts } from "./facts";
import type { Edition } from "./edition";
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

function sentence(spans: readonly NoticeSpan[]): FactSentence {
  return { spans, places: FORM_PLACES };
}

/** 中共某县某某局党组: the organ that reports. */
function organ(facts: Facts): readonly NoticeSpan[] {
  return [words("中共"), text(facts, "unit"), text(facts, "organ")];
}

/** What stands between 关于 and 的通报, also where it was filled in with them: 关于巡察整改情况的通报. */
function subjectOf(subject: string): string {
  return subject.replace(/^关于/u, "").replace(/的?通\s*报$/u, "");
}

/** The title in two lines: who, and on what; the version for inside says so. */
export function titleLines(facts: Facts, style: NoticeStyle, edition: Edition): readonly [FactSentence, FactSentence] {
  const own = subjectOf(facts.subject ?? "");
  const subject = own === "" ? words(style.subject) : factText("subject", own);
  const issuer = style.supervision ? [text(facts, "unit")] : organ(facts);
  const end = edition === "inside" ? "的通报（内部）" : "的通报";
  return [sentence(issuer), sentence([words("关于"), subject, words(end)])];
}

/** Who inspected whom and when, and until when this tells. */
export function openingSentence(facts: Facts, style: NoticeStyle, asOf: CivilDate, edition: Edition): FactSentence {
  if (style.supervision) {
    const own = subjectOf(facts.subject ?? "");
    const subject = own === "" ? words(style.subject) : factText("subject", own);
    return sentence([words(`现将截至${chineseDate(asOf)}的`), subject, words("通报如下。")]);
  }
  const unit = facts.shortName === null ? text(facts, "unit") : factText("shortName", facts.shortName);
  const target = [unit, text(facts, "organ")];
  const { kind, feedback, basis } = style.inspection;
  return sentence([
    words("根据"),
    text(facts, "orderedBy"),
    words("统一部署，"),
    ...range(facts, "inspectedFrom", "inspectedTo"),
    words("，"),
    text(facts, "inspector"),
    words("对"),
    ...target,
    words("开展了"),
    facts.inspectionKind === null ? words(kind) : factText("inspectionKind", facts.inspectionKind),
    words("，并于"),
    day(facts, "feedbackDate"),
    words(`${feedback}。按照`),
    facts.basis === null ? words(basis) : factText("basis", facts.basis),
    words(`，现将截至${chineseDate(asOf)}的整改进展情况${edition === "inside" ? "通报" : "公布"}如下。`),
  ]);
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

export function signatureLine(facts: Facts, { supervision }: Pick<NoticeStyle, "supervision">): FactSentence {
  if (supervision && facts.signature === null) return sentence([text(facts, "unit")]);
  return sentence(facts.signature === null ? organ(facts) : [factText("signature", facts.signature)]);
}

/** Never today's: a notice is dated by the organ that signs it. */
export function dateLine(facts: Facts): FactSentence {
  return sentence([day(facts, "signDate")]);
}
