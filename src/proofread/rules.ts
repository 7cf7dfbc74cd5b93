/** All rules of proofreading, in the order of their codes. */
import { LEDGER_RULES } from "./against/rules";
import { LEDGER_TEXT_RULES } from "./against/text-rules";
import type { ProofRule } from "./rule";
import { dateBeforeInspection, dateRange } from "./rules/date-order";
import { dateWithoutYear } from "./rules/date-without-year";
import { deadlineVague } from "./rules/deadline-vague";
import { doneButPending } from "./rules/done-but-pending";
import { problemDuplicate, textDuplicate } from "./rules/duplicates";
import { factConflict } from "./rules/fact-conflict";
import { itemDeadlineMissing, itemStatusMissing, longTermAndDated, statusWording } from "./rules/item-status";
import { moneyUnits } from "./rules/money-units";
import { nameVariant } from "./rules/name-variant";
import { numberForm } from "./rules/number-form";
import { numberingDoubled } from "./rules/numbering-doubled";
import { maskedAndPrinted, personNamed, personSensitive } from "./rules/person-names";
import { sentenceConflict, statusConflict } from "./rules/status-conflict";
import { toldTwice } from "./rules/told-twice";
import { allButSome } from "./rules/all-but-some";
import { averageMismatch } from "./rules/average-mismatch";
import { listCount } from "./rules/list-count";
import { bankCard } from "./rules/bank-card";
import { countBody } from "./rules/count-body";
import { countUnsupported } from "./rules/count-unsupported";
import { dateImpossible } from "./rules/date-impossible";
import { dateIncomplete } from "./rules/date-incomplete";
import { dateShortened } from "./rules/date-shortened";
import { documentNumber } from "./rules/document-number";
import { halfWidth } from "./rules/half-width";
import { identityNumber } from "./rules/identity-number";
import { marksUnpaired, titleMarksNested } from "./rules/marks";
import { mobileNumber } from "./rules/mobile-number";
import { moneyArithmetic } from "./rules/money-arithmetic";
import { numbering } from "./rules/numbering";
import { numberingLevel } from "./rules/numbering-level";
import { numberingStyle } from "./rules/numbering-style";
import { ordinalBreak } from "./rules/ordinal-break";
import { percentMismatch } from "./rules/percent-mismatch";
import { percentOverHundred } from "./rules/percent-over-hundred";
import { percentPoints } from "./rules/percent-points";
import { signOffMissing } from "./rules/sign-off";
import { signerDiffers } from "./rules/signer-differs";
import { statusCount } from "./rules/status-count";
import { sumMismatch } from "./rules/sum-mismatch";
import { summaryMissing } from "./rules/summary-missing";
import { titleMissing } from "./rules/title-missing";
import { untilNow } from "./rules/until-now";
import { formOfAddress, misspelling, regulationName } from "./rules/word-hits";
import { wordResidue } from "./rules/word-residue";

export const PROOF_RULES: readonly ProofRule[] = [
  ...LEDGER_RULES,
  ...LEDGER_TEXT_RULES,
  sumMismatch,
  percentMismatch,
  percentOverHundred,
  percentPoints,
  countBody,
  countUnsupported,
  summaryMissing,
  statusCount,
  averageMismatch,
  listCount,
  allButSome,
  numbering,
  numberingStyle,
  numberingLevel,
  ordinalBreak,
  dateImpossible,
  dateIncomplete,
  dateShortened,
  moneyArithmetic,
  mobileNumber,
  identityNumber,
  bankCard,
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
  signerDiffers,
  dateBeforeInspection,
  dateRange,
  dateWithoutYear,
  deadlineVague,
  doneButPending,
  problemDuplicate,
  textDuplicate,
  factConflict,
  itemDeadlineMissing,
  itemStatusMissing,
  longTermAndDated,
  statusWording,
  moneyUnits,
  nameVariant,
  numberForm,
  numberingDoubled,
  maskedAndPrinted,
  personNamed,
  personSensitive,
  sentenceConflict,
  statusConflict,
  toldTwice,
].sort((a, b) => (a.code < b.code ? -1 : 1));
