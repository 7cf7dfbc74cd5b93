/** What a ledger says of itself that the form of facts asks for: offered, with where it stands, and never taken unasked. */
import { headLinesOf, statedDates, unitOfSheet, type Ledger, type Reading } from "../../ledger";
import { chineseDate, compareDates, type CivilDate } from "../../zh/civil-date";
import { reWith } from "../../zh/pattern";
import { ledgerFacts as wordsOf } from "../../zh/words/edition";
import { ORGANS, type FactName, type Facts } from "./facts";

/** A value of the form that the ledger states. */
export interface FactOffer {
  readonly fact: FactName;
  /** As the form takes it: text, or an ISO date. */
  readonly value: string;
  /** As a person reads it. */
  readonly shown: string;
  /** The sheet that says so. */
  readonly sheet: string;
}

/** 填报时间 of the ledger, where it is not the day on which it is counted. */
interface ReportDay {
  readonly date: CivilDate;
  readonly sheet: string;
}

function linesOf(ledger: Ledger): readonly string[] {
  return headLinesOf(ledger).map((line) => line.text);
}

function isoOf({ year, month, day }: CivilDate): string {
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}

const LEDGER_TITLE = reWith("u")`^(.*整改)${wordsOf.titleMiddle}*${wordsOf.titleEnd}+$`;

type Organ = (typeof ORGANS)[number];

/** 中共某县某局党组: the unit, and the organ that stands for it in its name or behind it in the title. */
function issuerOf(
  stated: string | null,
  title: string,
): { readonly unit: string | null; readonly organ: Organ | null } {
  if (stated === null) return { unit: null, organ: null };
  const name = stated.replace(/^中共(?=.)/u, "");
  const own = ORGANS.find((organ) => name.endsWith(organ) && name.length > organ.length);
  if (own !== undefined) return { unit: name.slice(0, -own.length), organ: own };
  const rest = title.startsWith(name) ? title.slice(name.length) : "";
  const behind = ORGANS.find((organ) => rest.startsWith(organ) && !rest.startsWith("党组织"));
  return { unit: name, organ: behind ?? null };
}

/** 某县某局党组巡察反馈问题整改台账 → 巡察反馈问题整改情况; null where the title names no rectification. */
function subjectOf(title: string, unit: string | null, organ: Organ | null): string | null {
  const issuer = `${unit ?? ""}${organ ?? ""}`;
  const rest = [issuer, unit ?? ""].find((one) => title.startsWith(one)) ?? "";
  const subject = LEDGER_TITLE.exec(title.slice(rest.length))?.[1];
  return subject === undefined || subject.length > 30 ? null : `${subject}情况`;
}

/**
 * What is offered for fields that are still empty.
 * @example factOffers(reading, NO_FACTS).map((offer) => offer.shown) // ["某县某局", "2025年6月10日"]
 */
export function factOffers(reading: Reading, form: Facts): readonly FactOffer[] {
  const offers = new Map<FactName, FactOffer>();
  const offer = (fact: FactName, value: string | null, sheet: string, shown = value): void => {
    if (value === null || shown === null || form[fact] !== null || offers.has(fact)) return;
    offers.set(fact, { fact, value, shown, sheet });
  };
  for (const ledger of reading.ledgers) {
    const { sheet, layout } = ledger;
    const lines = linesOf(ledger);
    const title = layout.title
      .replace(/\s/gu, "")
      .replace(/[（(].*?[）)]/gu, "")
      .replace(/^中共(?=.)/u, "");
    const stated = unitOfSheet("", lines, layout.title, reading.directory)?.text ?? null;
    const { unit, organ } = issuerOf(stated, title);
    offer("unit", unit, sheet);
    offer("organ", organ, sheet);
    offer("subject", subjectOf(title, unit, organ), sheet);
    const feedback = reading.feedbackDate ?? statedDates(lines, reading.asOf.date.year, false).feedback;
    if (feedback !== null) offer("feedbackDate", isoOf(feedback), sheet, chineseDate(feedback));
  }
  return Array.from(offers.values());
}

/**
 * 填报时间 that the ledger states while it is counted by today: a person has to say which is meant. Null where they are one
 * day, or where 统计截止 was settled.
 */
export function reportDayAsked(reading: Reading): ReportDay | null {
  if (reading.asOf.source !== "today") return null;
  for (const ledger of reading.ledgers) {
    const { report } = statedDates(linesOf(ledger), reading.asOf.date.year, ledger.grid.date1904 === true);
    if (report !== null && compareDates(report, reading.asOf.date) !== 0) return { date: report, sheet: ledger.sheet };
  }
  return null;
}
