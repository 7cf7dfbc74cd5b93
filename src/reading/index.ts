/** The face of src/reading: what other rooms use of it. */
export { exactText, exactValue, moneyText, printsAs, wholeOf } from "./claims/amounts";
export { answerLines, clauseAt, earliestDay, isAfterAsOf, sentenceAt } from "./claims/answers";
export { announcedGroups, problemItems, statusCounts } from "./claims/body";
export { collectClaims } from "./claims/collect";
export { readRate } from "./claims/groups";
export { maskedSurnames } from "./claims/persons";
export { firstFrom, labelsIn, linesWith, startingIn } from "./claims/within";
export { dateOf, readDocument } from "./document";
export { type ExtractedLedger, extractLedger, type UnsureReason } from "./extract";
export { isFullNotice } from "./full-notice";
export { openPlaceAt, openPlacesIn, openSignOff } from "./open-places";
export { placeOf, tailOf } from "./place";
export { readNotice } from "./read-notice";
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
  NoticeItem,
  NoticeReading,
  NumberToken,
  PercentToken,
  Place,
  RateClaim,
  ReadNotice,
  Sentence,
  Subject,
  SumClaim,
  Token,
  Topic,
  WordHit,
} from "./types";
