/** A list whose last members are parts of one before them: 初判218栋，经鉴定C级124栋、D级36栋，其余58栋. */
import { valueSum, type ClaimNode } from "../../reading";

/** Two parts at least make up the part before them. */
export function endInPartsOfOne(parts: readonly ClaimNode[]): boolean {
  return parts.some((part, at) => at < parts.length - 2 && part.count.value === valueSum(parts.slice(at + 1)));
}
