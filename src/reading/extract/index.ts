/** What other folders use of extraction. */
export { extractLedger } from "./extract";
export type { ExtractedLedger, UnsureReason } from "./types";
