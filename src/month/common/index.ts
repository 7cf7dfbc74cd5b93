/** What the commands of the month share. */
export { foldText as fold, similarity } from "../../tally";
export { distinctNames, fileNameOf } from "./file-names";
export { homeUnit, leadNames } from "./home-unit";
export { MONTH_KINDS, type MonthKind } from "./kinds";
export { isStillOpen } from "./open";
export { maskPhones } from "./phones";
export { fieldPlace, inFile, itemPlace, itemRef, measurePlace } from "./places";
export { NO_UNIT } from "./units";
export { type FileUnit, fileUnit } from "./file-unit";
export { compareNames } from "./natural-order";
