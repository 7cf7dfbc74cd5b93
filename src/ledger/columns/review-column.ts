/** Status columns that tell what somebody found who looked again (复查结果, 验收情况), or that an item was signed off. */
import type { ColumnMap } from "../types";
import { spellHeader } from "./header-parts";
import { foldHeader } from "./header-words";

/** Letters of header-parts.ts: who looks again, and questions (是否经复核). */
const REVIEW = /^[^q]*e[^q]*$/;

/**
 * Whether an empty cell of the status column may be a review that has not been made, and no status that was forgotten.
 * @example tellsReview(columns) // true where the status is read from 复查结果
 */
export function tellsReview({ status, signOff }: ColumnMap): boolean {
  if (status === undefined) return false;
  if (status.col === signOff?.col) return true;
  return REVIEW.test(spellHeader(foldHeader(status.header.split("/").join(""))) ?? "");
}
