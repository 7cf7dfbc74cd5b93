/** The face of src/notice: what other rooms use of it. */
export { compose, impossibleFigures } from "./compose";
export { composeNotice } from "./document/compose-notice";
export { FACT_LABELS, type FactName, factPlaces, type Facts, NO_FACTS, ORGANS } from "./document/facts";
export { type Edition, EDITIONS, EXTRACTED_MARK } from "./document/edition";
export { dayAsked, type DayAsked } from "./document/day-asked";
export { factOffers, type FactOffer } from "./document/ledger-facts";
export { FACT_EXAMPLES, FACT_GROUPS } from "./document/facts";
export { factsExample } from "./document/facts-example";
export { noticeFragment, noticePage, noticeTable } from "./document/html";
export { noticeMarkdown } from "./document/markdown";
export { NOTICE_STYLES, type NoticeStyle } from "./document/notice-styles";
export { allFactLabels } from "./document/inspection";
export { noticeLines, noticeText } from "./document/plain-text";
export { type FactsProblem, readFacts } from "./document/read-facts";
export {
  type BlockRole,
  type Missing,
  type NoticeBlock,
  type NoticeDocument,
  type NoticeSpan,
  textOfSpans,
} from "./document/types";
export { describeDifference, describeMissing, describeWarning } from "./document/warning-messages";
export { linesOfPaper, orOpen, type Paper, type PaperCell, type PaperRow, type PaperSpan } from "./document/paper";
export { readExpression } from "./expression";
export type { FigureSource, LastPeriod } from "./figure-value";
export { Figures } from "./figure-value";
export { fillText } from "./form-text";
export { summaryJson } from "./json";
export { knownOf } from "./known";
export { escapeMarkup } from "./markup";
export { listPlaces, type TemplatePlace } from "./places";
export { ledgerHtml } from "./print/ledger-html";
export { ratesHtml, ratesPicture, ratesPictureSize, type RatesInput } from "./print/rates";
export { STYLE_NAMES } from "./style-names";
export { DEFAULT_STYLE, STYLES, styleNamed } from "./styles";
export { styleTemplate } from "./style-template";
export { suggestStyle, type StyleSuggestion } from "./suggest-style";
export { parseTemplate } from "./template";
export { describeTemplateProblem } from "./template-messages";
export type { Composition, Span, TemplateProblem } from "./types";
export {
  KNOWN_FORMS as FORMS_KNOWN,
  STATUS_NAMES_BY_SUBJECT as STATUS_NAMES,
  SUBJECT_NAMES,
  type Subject,
} from "./status-words";
