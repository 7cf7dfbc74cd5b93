/** Texts with pieces replaced. */
import type { TextChange } from "../form";

/** Where a place may begin, in either width. */
export const BRACE = /[{｛]/u;

/** @example changed("共{n}个", [{ start: 1, end: 4, value: "3" }]) // "共3个" */
export function changed(text: string, changes: readonly TextChange[]): string {
  let out = "";
  let at = 0;
  for (const { start, end, value } of changes) {
    out += text.slice(at, start) + value;
    at = end;
  }
  return out + text.slice(at);
}
