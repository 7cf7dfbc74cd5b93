import type { DraftEdit } from "../../src/hosts/draft";

/** A correction of the first line. */
export const edit = (start: number, quote: string, value: string): DraftEdit => ({
  line: 1,
  start,
  end: start + quote.length,
  quote,
  value,
});
