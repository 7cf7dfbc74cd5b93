/** All rules of proofreading, in the order of their codes. */
import { ruleBook } from "../rule";
import type { ProofRule } from "./rule";
import { ledgerAccountability } from "./against/ledger-accountability";
import { ledgerAsOf } from "./against/ledger-as-of";
import { ledgerCount } from "./against/ledger-count";
import { ledgerDay } from "./against/ledger-day";
import { ledgerDefinition } from "./against/ledger-definition";
import { ledgerFigure } from "./against/ledger-figure";
import { ledgerGroup } from "./against/ledger-group";
import { ledgerItemDeadline } from "./against/ledger-item-deadline";
import { ledgerItemExtra } from "./against/ledger-item-extra";
import { ledgerItemHeading } from "./against/ledger-item-heading";
import { ledgerItemMissing } from "./against/ledger-item-missing";
import { ledgerItemProgress } from "./against/ledger-item-progress";
import { ledgerItemStatus } from "./against/ledger-item-status";
import { ledgerItemText } from "./against/ledger-item-text";
import { ledgerItemUnit } from "./against/ledger-item-unit";
import { ledgerRate } from "./against/ledger-rate";
import { allButSome } from "./rules/all-but-some";
import { approxTwice } from "./rules/approx-twice";
import { averageMismatch } from "./rules/average-mismatch";
import { bankCard } from "./rules/bank-card";
import { colonInColon } from "./rules/colon-in-colon";
import { countBody } from "./rules/count-body";
import { countUnsupported } from "./rules/count-unsupported";
import { dateBeforeInspection } from "./rules/date-before-inspection";
import { dateImpossible } from "./rules/date-impossible";
import { dateIncomplete } from "./rules/date-incomplete";
import { dateRange } from "./rules/date-range";
import { dateSequence } from "./rules/date-sequence";
import { dateShortened } from "./rules/date-shortened";
import { dateWithoutYear } from "./rules/date-without-year";
import { deadlineVague } from "./rules/deadline-vague";
import { decimalsMixed } from "./rules/decimals-mixed";
import { documentNumber } from "./rules/document-number";
import { doneButPending } from "./rules/done-but-pending";
import { ellipsisAndSoOn } from "./rules/ellipsis-and-so-on";
import { enumerationComma } from "./rules/enumeration-comma";
import { exceptStop } from "./rules/except-stop";
import { factConflict } from "./rules/fact-conflict";
import { formOfAddress } from "./rules/form-of-address";
import { groupDiffers } from "./rules/group-differs";
import { halfWidth } from "./rules/half-width";
import { headingEnding } from "./rules/heading-ending";
import { identityNumber } from "./rules/identity-number";
import { itemDeadlineMissing } from "./rules/item-deadline-missing";
import { itemStatusMissing } from "./rules/item-status-missing";
import { leadingZero } from "./rules/leading-zero";
import { listCount } from "./rules/list-count";
import { longTermAndDated } from "./rules/long-term-and-dated";
import { marksDoubled } from "./rules/marks-doubled";
import { marksUnpaired } from "./rules/marks-unpaired";
import { maskedAndNamed } from "./rules/masked-and-named";
import { misspelling } from "./rules/misspelling";
import { mobileNumber } from "./rules/mobile-number";
import { moneyArithmetic } from "./rules/money-arithmetic";
import { moneyUnits } from "./rules/money-units";
import { nameVariant } from "./rules/name-variant";
import { numberForm } from "./rules/number-form";
import { numbering } from "./rules/numbering";
import { numberingDoubled } from "./rules/numbering-doubled";
import { numberingLevel } from "./rules/numbering-level";
import { numberingOrphan } from "./rules/numbering-orphan";
import { numberingStyle } from "./rules/numbering-style";
import { ordinalBreak } from "./rules/ordinal-break";
import { percentMismatch } from "./rules/percent-mismatch";
import { percentOverHundred } from "./rules/percent-over-hundred";
import { percentPoints } from "./rules/percent-points";
import { percentRange } from "./rules/percent-range";
import { periodLength } from "./rules/period-length";
import { personNamed } from "./rules/person-named";
import { personSensitive } from "./rules/person-sensitive";
import { problemTwice } from "./rules/problem-twice";
import { regulationName } from "./rules/regulation-name";
import { sentenceConflict } from "./rules/sentence-conflict";
import { signOffMissing } from "./rules/sign-off-missing";
import { signerDiffers } from "./rules/signer-differs";
import { statusConflict } from "./rules/status-conflict";
import { statusCount } from "./rules/status-count";
import { statusWording } from "./rules/status-wording";
import { stopInSeries } from "./rules/stop-in-series";
import { sumMismatch } from "./rules/sum-mismatch";
import { summaryMissing } from "./rules/summary-missing";
import { tableFigures } from "./rules/table-figures";
import { textTwice } from "./rules/text-twice";
import { timesLess } from "./rules/times-less";
import { titleMarkMisused } from "./rules/title-mark-misused";
import { titleMarksNested } from "./rules/title-marks-nested";
import { titleMissing } from "./rules/title-missing";
import { titleMonth } from "./rules/title-month";
import { toldTwice } from "./rules/told-twice";
import { unitDiffers } from "./rules/unit-differs";
import { untilNow } from "./rules/until-now";
import { wordResidue } from "./rules/word-residue";
import { yearZero } from "./rules/year-zero";

export const PROOF_RULES: readonly ProofRule[] = [
  sumMismatch,
  percentMismatch,
  percentOverHundred,
  percentPoints,
  countBody,
  countUnsupported,
  toldTwice,
  summaryMissing,
  averageMismatch,
  listCount,
  allButSome,
  tableFigures,
  statusCount,
  doneButPending,
  sentenceConflict,
  statusConflict,
  itemStatusMissing,
  statusWording,
  longTermAndDated,
  itemDeadlineMissing,
  deadlineVague,
  factConflict,
  groupDiffers,
  unitDiffers,
  numbering,
  numberingStyle,
  numberingLevel,
  ordinalBreak,
  numberingDoubled,
  problemTwice,
  textTwice,
  numberingOrphan,
  dateImpossible,
  dateIncomplete,
  dateShortened,
  dateWithoutYear,
  dateRange,
  dateBeforeInspection,
  dateSequence,
  periodLength,
  titleMonth,
  moneyArithmetic,
  moneyUnits,
  mobileNumber,
  identityNumber,
  bankCard,
  personSensitive,
  personNamed,
  maskedAndNamed,
  untilNow,
  documentNumber,
  titleMarksNested,
  marksUnpaired,
  regulationName,
  formOfAddress,
  misspelling,
  halfWidth,
  wordResidue,
  titleMissing,
  signOffMissing,
  nameVariant,
  numberForm,
  signerDiffers,
  titleMarkMisused,
  exceptStop,
  headingEnding,
  marksDoubled,
  enumerationComma,
  stopInSeries,
  colonInColon,
  ellipsisAndSoOn,
  percentRange,
  yearZero,
  leadingZero,
  approxTwice,
  timesLess,
  decimalsMixed,
  ledgerFigure,
  ledgerRate,
  ledgerDefinition,
  ledgerAccountability,
  ledgerAsOf,
  ledgerItemMissing,
  ledgerItemExtra,
  ledgerItemStatus,
  ledgerItemText,
  ledgerItemDeadline,
  ledgerItemUnit,
  ledgerItemProgress,
  ledgerItemHeading,
  ledgerDay,
  ledgerGroup,
  ledgerCount,
];

/** The rules by alias, with their names and sentences. */
export const { messageOf: proofMessage } = ruleBook(PROOF_RULES);
