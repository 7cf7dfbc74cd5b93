/** All rules, in the order of their codes' areas: table and form, units, deadlines and dates, status and text. */
import { ruleBook } from "../rule";
import type { Rule } from "./rule";
import { cellError } from "./rules/cell-error";
import { columnAmbiguous } from "./rules/column-ambiguous";
import { columnChosen } from "./rules/column-chosen";
import { columnMissing } from "./rules/column-missing";
import { dateWithoutDone } from "./rules/date-without-done";
import { deadlineBeforeFeedback } from "./rules/deadline-before-feedback";
import { deadlineInvalid } from "./rules/deadline-invalid";
import { deadlineMissing } from "./rules/deadline-missing";
import { deadlineMonthBefore } from "./rules/deadline-month-before";
import { deadlineOpenEndedAndDated } from "./rules/deadline-open-ended-and-dated";
import { deadlineRelative } from "./rules/deadline-relative";
import { deadlineYearMissing } from "./rules/deadline-year-missing";
import { ditto } from "./rules/ditto";
import { doneAfterDeadline } from "./rules/done-after-deadline";
import { doneButPendingText } from "./rules/done-but-pending-text";
import { doneDateUnreadable } from "./rules/done-date-unreadable";
import { doneInFuture } from "./rules/done-in-future";
import { doneNotSignedOff } from "./rules/done-not-signed-off";
import { doneWithoutDate } from "./rules/done-without-date";
import { doneWithoutEvidence } from "./rules/done-without-evidence";
import { dueSoon } from "./rules/due-soon";
import { exampleAsProblem } from "./rules/example-as-problem";
import { immediateNotDone } from "./rules/immediate-not-done";
import { itemMeasureConflict } from "./rules/item-measure-conflict";
import { ledgerOverlap } from "./rules/ledger-overlap";
import { leftoverText } from "./rules/leftover-text";
import { measureMissing } from "./rules/measure-missing";
import { numberDuplicate } from "./rules/number-duplicate";
import { numberGap } from "./rules/number-gap";
import { openButDoneText } from "./rules/open-but-done-text";
import { overdue } from "./rules/overdue";
import { phasedPastDeadline } from "./rules/phased-past-deadline";
import { problemDuplicate } from "./rules/problem-duplicate";
import { problemMissing } from "./rules/problem-missing";
import { rowAmbiguous } from "./rules/row-ambiguous";
import { rowsHidden } from "./rules/rows-hidden";
import { rowsStruck } from "./rules/rows-struck";
import { space } from "./rules/space";
import { statusMissing } from "./rules/status-missing";
import { statusTypo } from "./rules/status-typo";
import { statusUnknown } from "./rules/status-unknown";
import { subtotalMismatch } from "./rules/subtotal-mismatch";
import { tableUnread } from "./rules/table-unread";
import { unitCollective } from "./rules/unit-collective";
import { unitMissing } from "./rules/unit-missing";
import { unitNearDouble } from "./rules/unit-near-double";
import { unitOfSheet } from "./rules/unit-of-sheet";
import { unitRolesUnmarked } from "./rules/unit-roles-unmarked";
import { unitUnknown } from "./rules/unit-unknown";
import { unitVariant } from "./rules/unit-variant";

export const RULES: readonly Rule[] = [
  columnMissing,
  columnAmbiguous,
  columnChosen,
  rowAmbiguous,
  problemMissing,
  measureMissing,
  cellError,
  space,
  numberDuplicate,
  numberGap,
  problemDuplicate,
  exampleAsProblem,
  leftoverText,
  subtotalMismatch,
  ledgerOverlap,
  rowsHidden,
  rowsStruck,
  tableUnread,
  ditto,
  unitMissing,
  unitUnknown,
  unitRolesUnmarked,
  unitNearDouble,
  unitCollective,
  unitOfSheet,
  unitVariant,
  deadlineMissing,
  deadlineInvalid,
  deadlineRelative,
  deadlineYearMissing,
  deadlineMonthBefore,
  deadlineOpenEndedAndDated,
  deadlineBeforeFeedback,
  overdue,
  dueSoon,
  phasedPastDeadline,
  immediateNotDone,
  doneAfterDeadline,
  doneInFuture,
  doneDateUnreadable,
  statusMissing,
  statusUnknown,
  statusTypo,
  doneButPendingText,
  openButDoneText,
  itemMeasureConflict,
  doneWithoutEvidence,
  doneWithoutDate,
  dateWithoutDone,
  doneNotSignedOff,
];

/** The rules by alias, with their names and sentences. */
export const { ruleOf, nameOf: ruleName, messageOf } = ruleBook(RULES);
