/** What the commands of the month share. */
export { foldText as fold, NO_UNIT } from "../../tally";
export { distinctNames, fileNameOf } from "./file-names";
export { homeUnit, leadNames } from "./home-unit";
export { MONTH_KINDS, type MonthKind } from "./kinds";
export { isStillOpen } from "./open";
export { maskPhones } from "./phones";
export { inFile, itemPlace, itemRef } from "./places";
export { type FileUnit, fileUnit, statedUnits, unitInName } from "./file-unit";
export { compareNames } from "./natural-order";
export { strayUnits } from "./stray-units";
