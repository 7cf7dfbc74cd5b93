/** What other folders use of extraction. */
export { extractLedger } from "./extract";
export type { ExtractedColumn, ExtractedLedger, Unsure, UnsureReason } from "./types";
