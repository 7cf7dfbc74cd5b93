/** The list as plain text for a colleague or a unit: one line a row, or one a finding under its unit or rule. */
import { messageOf, ruleName } from "../../app/core";
import type { Finding, Lang } from "../../rule";
import { cellName } from "../../grid";
import { groupFindings, type Grouping } from "./group-findings";

const one = (finding: Finding, lang: Lang) =>
  lang === "zh"
    ? `第${finding.row + 1}行（${cellName(finding.row, finding.col)}）${messageOf(finding, lang)}`
    : `row ${finding.row + 1} (${cellName(finding.row, finding.col)}) ${messageOf(finding, lang)}`;

/**
 * @example plainList(findings, "unit", "zh")
 * // 办公室（2 条）
 * //   问题整改台账 第7行（E7）责任单位未填，请填写牵头单位
 */
export function plainList(findings: readonly Finding[], grouping: Grouping, lang: Lang): string {
  const sheets = new Set(findings.map((finding) => finding.sheet));
  const line = (finding: Finding) => (sheets.size > 1 ? `${finding.sheet} ${one(finding, lang)}` : one(finding, lang));
  if (grouping === "row") return findings.map(line).join("\n");
  return groupFindings(findings, grouping)
    .map((group) => {
      const name =
        grouping === "rule" ? ruleName(group.key, lang) : group.key || (lang === "zh" ? "未填责任单位" : "no unit");
      const head = lang === "zh" ? `${name}（${group.findings.length} 条）` : `${name} (${group.findings.length})`;
      return [head, ...group.findings.map((finding) => `  ${line(finding)}`)].join("\n");
    })
    .join("\n");
}
