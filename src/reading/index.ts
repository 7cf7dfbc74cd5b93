/** The face of src/reading: what other rooms use of it. */
export { exactOf, exactText, exactValue, decimalPlaces, moneyText, printsAs, wholeAmount } from "./claims/amounts";
export { answerLines, clauseAt, earliestDay, isAfterAsOf, sentenceAt } from "./claims/answers";
export { announcedGroups, problemItems, statusCounts } from "./claims/body";
export { collectClaims } from "./claims/collect";
export { ALTOGETHER } from "./claims/leads";
export { type ToldCount } from "./claims/counts";
export { namesOfEach } from "./claims/each-names";
export { nodesAround, nodesOf } from "./claims/nodes";
export { paragraphsOf } from "./claims/paragraphs";
export { namesSubset } from "./claims/told-words";
export { AMONG_THEM, arePieced, isExcepted, isOthers } from "./claims/kinds-of-counts";
export { listsOverLines, totalsOverLines, plainLists, type PlainList } from "./claims/plain-lists";
export { readRate } from "./claims/rate-name";
export { RESPECTIVELY, endOf, respectivesOf } from "./claims/respectively";
export { type FigureTable, figureTables, type GroupedBy, type TableCell, type TableRow } from "./claims/figure-tables";
export { type Scorecard, type ScoreColumn, type ScoreFigure, scorecards } from "./claims/scorecards";
export { valueSum } from "./claims/claim-node";
export type { Breakdown, ClaimNode, Paragraph } from "./claims/tree";
export { maskedSurnames } from "./claims/persons";
export { isAsOf, publicityOf, rangesOf, toldDays, type ToldDay, type ToldRange } from "./claims/told-days";
export { firstFrom, labelsIn, linesWith, startingIn } from "./claims/within";
export { readDocument } from "./document";
export { dutyLines } from "./duties";
export { type ExtractedLedger, extractLedger, type UnsureReason } from "./extract";
export { isFullNotice } from "./full-notice";
export { type OpenPlace, openPlaceAt, openPlacesIn, openSignOff } from "./open-places";
export { ownText } from "./own-text";
export { placeOf, tailOf } from "./place";
export { readLines } from "./lines";
export { noticeInSteps, readNotice } from "./read-notice";
export { LINE_SIGN, signed } from "./signs";
export { atOnce } from "./steps";
export { dateOf, TITLE_LINES } from "./structure/frame";
export { HEADING_STYLES } from "./types";
export type {
  Claim,
  CountGroup,
  CountPart,
  DateToken,
  DocNumberToken,
  Heading,
  HeadingStyle,
  Line,
  NamedPerson,
  ReadItem,
  NoticeReading,
  NumberToken,
  PercentToken,
  RateClaim,
  Place,
  ReadNotice,
  Sentence,
  ToldSubject,
  Token,
  Topic,
  WordHit,
} from "./types";
