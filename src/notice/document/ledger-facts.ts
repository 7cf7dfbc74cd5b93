/** What a ledger says of itself that the form of facts asks for: offered, with where it stands, and never taken unasked. */
import { headLinesOf, statedDates, unitOfSheet, type Ledger, type Reading } from "../../ledger";
import { chineseDate, type CivilDate } from "../../zh/civil-date";
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

/** 填报单位：甲局、乙局: names of several. */
const SEVERAL = /[、，,；;/]/u;

/** The unit a ledger says it is of; null where it says none. */
function statedUnit(ledger: Ledger, reading: Reading): string | null {
  const stated = unitOfSheet("", linesOf(ledger), ledger.layout.title, reading.directory)?.text ?? null;
  return stated !== null && SEVERAL.test(stated) ? null : stated;
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
  const shared = new Set(reading.ledgers.flatMap((ledger) => statedUnit(ledger, reading) ?? []));
  for (const ledger of reading.ledgers) {
    const { sheet, layout } = ledger;
    const lines = linesOf(ledger);
    const title = layout.title
      .replace(/\s/gu, "")
      .replace(/[（(].*?[）)]/gu, "")
      .replace(/^中共(?=.)/u, "");
    // Of several units none is the author: who signs is asked for.
    const stated = shared.size > 1 ? null : statedUnit(ledger, reading);
    const { unit, organ } = issuerOf(stated, title);
    offer("unit", unit, sheet);
    offer("organ", organ, sheet);
    offer("subject", subjectOf(title, unit, organ), sheet);
    const feedback = reading.feedbackDate ?? statedDates(lines, reading.asOf.date.year, false).feedback;
    if (feedback !== null) offer("feedbackDate", isoOf(feedback), sheet, chineseDate(feedback));
  }
  return Array.from(offers.values());
}
