/** The face of src/paragraph: what other rooms use of it. */
export { matchParagraph, type MatchContext } from "./match-paragraph";
export { describeVerdict } from "./messages";
export type { DoubtReason, FixedReason, MatchedFigure, MatchedParagraph, Verdict } from "./types";
export { placeFor, templateOf, type Answers } from "./write-template";
