/** The face of src/paragraph: what other rooms use of it. */
export { matchParagraph } from "./match-paragraph";
export { describeVerdict } from "./messages";
export type { MatchedFigure, MatchedParagraph } from "./types";
export { writtenFigures } from "./written-figures";
export { isAsked, openFigures, placeFor, templateOf, type Answers } from "./write-template";
