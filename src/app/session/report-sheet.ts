/**
 * The 核验报告 sheet: what was found, with links to the cells, the counts, and what was set aside with its reason. Plain
 * rows; the host draws them.
 */
import { cellName } from "../../grid";
import type { AsOf, Reading } from "../../ledger";
import { type Finding, type Lang, SEVERITY_WORDS } from "../../rule";
import type { ReportCell, ReportSheet } from "../../hosts/port";
import { ruleName } from "../core";
import { placeOfFinding } from "../mending";
import { asOfText } from "../words";

import type { FindingsView } from "./result-types";

const REPORT_NAME = { zh: "核验报告", en: "Check report" } as const;

/** Rows a report holds at most; the rest is counted in its last row. */
const MAX_ROWS = 20_000;

const WIDTHS = [7, 8, 36, 18, 14, 8, 56, 20];

const WORDS = {
  zh: {
    head: ["级别", "序号", "问题", "责任单位", "工作表", "单元格", "核验结果", "类别"],
    left: (n: number) => `另有 ${n} 条未列出`,
    ignored: (n: number) => `已忽略 ${n} 条，理由如下`,
    reason: "忽略的理由",
  },
  en: {
    head: ["Severity", "No.", "Problem", "Unit", "Sheet", "Cell", "Finding", "Kind"],
    left: (n: number) => `${n} more are not listed`,
    ignored: (n: number) => `${n} ignored, for these reasons`,
    reason: "Reason for ignoring",
  },
} as const;

/**
 * @param sentence the sentence of a finding
 */
export function reportSheet(
  view: FindingsView,
  reading: Pick<Reading, "ledgers"> & { readonly asOf: AsOf },
  sentence: (finding: Finding) => string,
  lang: Lang,
): ReportSheet {
  const { findings, ignored, counts } = view;
  const words = WORDS[lang];
  const asOf = asOfText(reading.asOf, lang);
  const total =
    lang === "zh"
      ? `共 ${findings.length} 条：错误 ${counts.error}，提醒 ${counts.warning}，提示 ${counts.info}；${asOf}`
      : `${findings.length} findings: ${counts.error} errors, ${counts.warning} warnings, ${counts.info} notes; ${asOf}`;
  const row = (finding: Finding, last: string): ReportCell[] => {
    const { sheet, row: at, col } = finding;
    const { number, problem, unit } = placeOfFinding(reading, finding);
    return [
      { value: SEVERITY_WORDS[finding.severity][lang] },
      { value: number },
      { value: problem, wrap: true },
      { value: unit, wrap: true },
      { value: sheet },
      { value: cellName(at, col), link: { sheet, row: at, col } },
      { value: sentence(finding), wrap: true },
      { value: last, wrap: true },
    ];
  };
  const heads = (texts: readonly string[]): ReportCell[] => texts.map((value) => ({ value, bold: true }));
  const shown = findings.slice(0, MAX_ROWS);
  const rows: ReportCell[][] = [
    [{ value: REPORT_NAME[lang], bold: true }],
    [{ value: total }],
    heads(words.head),
    ...shown.map((finding) => row(finding, ruleName(finding.rule, lang))),
  ];
  const table = { head: HEAD, last: rows.length - 1 };
  const left = findings.length - shown.length;
  if (left > 0) rows.push([{ value: words.left(left) }]);
  if (ignored.length > 0) {
    rows.push(
      [],
      [{ value: words.ignored(ignored.length), bold: true }],
      heads([...words.head.slice(0, -1), words.reason]),
    );
    for (const { finding, ignore } of ignored.slice(0, MAX_ROWS)) rows.push(row(finding, ignore.reason));
  }
  return { name: REPORT_NAME[lang], columns: WIDTHS.map((width) => ({ width })), rows, table };
}

/** Above the heads stand the title and the counts. */
const HEAD = 2;
