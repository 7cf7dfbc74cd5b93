/** The 核验报告 sheet: what was found, with links to the cells, and the counts. Plain rows; the host draws them. */
import { cellName } from "../../grid";
import type { AsOf } from "../../ledger";
import { type Finding, type FindingCounts, type Lang, SEVERITY_WORDS } from "../../rule";
import type { ReportCell, ReportSheet } from "../../hosts/port";
import { asOfText } from "../words";

const REPORT_NAME = { zh: "核验报告", en: "Check report" } as const;

/** Rows a report holds at most; the rest is counted in its last row. */
const MAX_ROWS = 20_000;

/**
 * @param sentence the sentence of a finding
 */
export function reportSheet(
  findings: readonly Finding[],
  counts: FindingCounts,
  asOf: AsOf,
  sentence: (finding: Finding) => string,
  lang: Lang,
): ReportSheet {
  const zh = lang === "zh";
  const head = zh
    ? ["级别", "工作表", "单元格", "事项", "责任单位", "核验结果", "规则"]
    : ["Severity", "Sheet", "Cell", "Item", "Unit", "Finding", "Rule"];
  const total = zh
    ? `共 ${findings.length} 条：错误 ${counts.error}，提醒 ${counts.warning}，提示 ${counts.info}；${asOfText(asOf, lang)}`
    : `${findings.length} findings: ${counts.error} errors, ${counts.warning} warnings, ${counts.info} infos; ${asOfText(asOf, lang)}`;
  const rows: ReportCell[][] = [
    [{ value: REPORT_NAME[lang], bold: true }],
    [{ value: total }],
    head.map((value) => ({ value, bold: true })),
  ];
  for (const finding of findings.slice(0, MAX_ROWS)) {
    const { sheet, row, col } = finding;
    rows.push([
      { value: SEVERITY_WORDS[finding.severity][lang] },
      { value: sheet },
      { value: cellName(row, col), link: { sheet, row, col } },
      { value: finding.item },
      { value: finding.unit },
      { value: sentence(finding), wrap: true },
      { value: `${finding.code} ${finding.rule}` },
    ]);
  }
  const left = findings.length - MAX_ROWS;
  if (left > 0) rows.push([{ value: zh ? `另有 ${left} 条未列出` : `${left} more are not listed` }]);
  return { name: REPORT_NAME[lang], columns: [8, 16, 9, 8, 20, 60, 26].map((width) => ({ width })), rows };
}
