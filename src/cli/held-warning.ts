/** The sentence about findings that make figures doubtful. */
import { ruleName } from "../check/message";
import type { Finding, Lang } from "../finding/types";

/** @param what what must not be used yet: 综述, 通报 */
export function heldWarning(held: readonly string[], findings: readonly Finding[], lang: Lang, what: string): string {
  const zh = lang === "zh";
  const counted = held.map((rule) => {
    const count = findings.filter((finding) => finding.rule === rule).length;
    return zh ? `${ruleName(rule, lang)} ${count} 处` : `${ruleName(rule, lang)} (${count})`;
  });
  return zh
    ? `注意：台账中有影响数字的问题（${counted.join("，")}），${what}暂不宜使用；请先用 taizhang check 核对。`
    : `Note: findings change the figures (${counted.join(", ")}); check the ledger before you use ${what}.`;
}
