/** The list as plain text for a colleague or a unit: one line a finding, under its unit or rule where it is grouped so. */
import { messageOf, ruleName } from "../../app/core";
import { placeOfFinding } from "../../app/mending";
import type { Reading } from "../../ledger";
import type { Finding, Lang } from "../../rule";
import { cellName } from "../../grid";
import { groupFindings, unitName, type Grouping } from "./group-findings";

/** What a finding is about, as a unit knows it: 序号 and problem; the cell behind it, for whoever has the sheet at hand. */
function one(reading: Pick<Reading, "ledgers">, finding: Finding, lang: Lang, sheet: boolean): string {
  const { number, problem } = placeOfFinding(reading, finding);
  const cell = `${sheet ? `${finding.sheet} ` : ""}${cellName(finding.row, finding.col)}`;
  const message = messageOf(finding, lang);
  if (lang === "en") {
    const about = number === "" ? `Row ${finding.row + 1}` : `No. ${number}`;
    return `${about}${problem === "" ? "" : ` “${problem}”`}: ${message} (${cell})`;
  }
  const about = number === "" ? `第${finding.row + 1}行` : `序号${number}`;
  return `${about}${problem === "" ? "" : `“${problem}”`}：${message}（${cell}）`;
}

/**
 * @example plainList(reading, findings, "unit", "zh")
 * // 办公室（2 条）
 * //   序号9“公务接待审批不全”：责任单位未填，请填写牵头单位。（E7）
 */
export function plainList(
  reading: Pick<Reading, "ledgers">,
  findings: readonly Finding[],
  grouping: Grouping,
  lang: Lang,
): string {
  const sheets = new Set(findings.map((finding) => finding.sheet));
  const line = (finding: Finding) => one(reading, finding, lang, sheets.size > 1);
  if (grouping === "row") return findings.map(line).join("\n");
  return groupFindings(findings, grouping)
    .map((group) => {
      const name = grouping === "rule" ? ruleName(group.key, lang) : unitName(group.key, lang);
      const head = lang === "zh" ? `${name}（${group.findings.length} 条）` : `${name} (${group.findings.length})`;
      return [head, ...group.findings.map((finding) => `  ${line(finding)}`)].join("\n");
    })
    .join("\n");
}
