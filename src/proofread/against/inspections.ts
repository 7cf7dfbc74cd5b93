/** Of which inspection a number of a notice speaks, where both it and the ledger name theirs. */
import { headLinesOf, type Reading } from "../../ledger";
import type { Line } from "../../reading";
import { reWith } from "../../zh/pattern";
import { INSPECTIONS, type InspectionKind } from "../../zh/words/inspection";

/** Inspections that a notice tells one beside the other; those of the Party are one, for 巡视巡察 is said of both. */
const FAMILIES: readonly (readonly [InspectionKind, RegExp])[] = (
  [
    ["local", ["both", "central", "local"]],
    ["audit", ["audit"]],
    ["environment", ["environment"]],
    ["inquiry", ["inquiry"]],
  ] as const
).map(([family, kinds]) => [family, reWith("u")`${kinds.flatMap((kind) => INSPECTIONS[kind].said)}`]);

const familiesIn = (text: string): readonly InspectionKind[] =>
  FAMILIES.filter(([, said]) => said.test(text)).map(([family]) => family);

const ofLedgers = new WeakMap<Reading, ReadonlySet<InspectionKind>>();

function familiesOf(reading: Reading): ReadonlySet<InspectionKind> {
  let found = ofLedgers.get(reading);
  if (!found) {
    const texts = reading.ledgers.flatMap((ledger) => [
      ledger.layout.title,
      ledger.sheet,
      ...headLinesOf(ledger).map(({ text }) => text),
    ]);
    ofLedgers.set(reading, (found = new Set(familiesIn(texts.join("\n")))));
  }
  return found;
}

const ofNotices = new WeakMap<readonly Line[], ReadonlySet<InspectionKind>>();

function familiesOfNotice(notice: readonly Line[]): ReadonlySet<InspectionKind> {
  let found = ofNotices.get(notice);
  if (!found) ofNotices.set(notice, (found = new Set(notice.flatMap(({ plain }) => familiesIn(plain)))));
  return found;
}

/**
 * Whether words name an inspection, and only others than the ledger names, in a notice that names the ledger's besides: one
 * that speaks of 审计 throughout is about the ledger all the same.
 * @example isOfOtherInspection("审计反馈的", notice, reading) // true of a notice about 巡察, beside a 巡察整改台账
 */
export function isOfOtherInspection(text: string, notice: readonly Line[], reading: Reading): boolean {
  const told = familiesIn(text);
  if (told.length === 0) return false;
  const own = familiesOf(reading);
  if (own.size === 0 || told.some((family) => own.has(family))) return false;
  return [...own].some((family) => familiesOfNotice(notice).has(family));
}
