/** A ledger extracted from a draft, and the table of a new workbook it becomes. */
import { EXTRACTED_MARK } from "../notice";
import { chineseDate } from "../zh/civil-date";
import type { ColumnKey, OfficeLexicon } from "../ledger";
import type { Lang } from "../rule";
import { announcedGroups, extractLedger, readNotice, type ExtractedLedger, type UnsureReason } from "../reading";
import type { PlainTable } from "../hosts/draft";
import { KIND_WORDS, STATUS_WORDS } from "./words";

const WIDTHS: Partial<Readonly<Record<ColumnKey, number>>> = {
  number: 6,
  kind: 10,
  section: 16,
  parentProblem: 28,
  problem: 36,
  measure: 44,
  unit: 16,
  deadline: 16,
  status: 12,
  progress: 44,
  remarks: 24,
};

const REASONS: Readonly<Record<UnsureReason, string>> = {
  statusMissing: "通报没有写明整改状态，请填写",
  statusConflict: "通报前后写了两种状态，请核对",
  deadlineFromText: "时限取自正文，请核对",
  deadlineYearMissing: "时限没有年份，请补充",
  deadlineMissing: "尚未完成而没有时限，请填写",
  problemUnnumbered: "问题没有编号，请核对是否单独成项",
  answerMissing: "没有找到整改情况，请填写",
  answerInHeading: "问题和整改情况写在一段里，请核对从哪里分开",
  onlyCounted: "通报只写了件数，请逐件填写",
};

/** What a draft tells as a ledger, the office's own words for statuses understood. */
export function extractDraft(lines: readonly string[], lexicon: OfficeLexicon): ExtractedLedger {
  const reading = readNotice(lines, lexicon);
  return extractLedger(reading.document, announcedGroups(reading));
}

/** The table, with the unsure cells and where they stand in the notice. */
export function extractedTable(ledger: ExtractedLedger, paragraphs: readonly number[]): PlainTable {
  const colOf = new Map(ledger.columns.map(({ key }, col) => [key, col]));
  return {
    sheet: "整改台账",
    title: ledger.title,
    subtitle: `${ledger.asOf === null ? "" : `统计截止：${chineseDate(ledger.asOf)}　`}${EXTRACTED_MARK}`,
    columns: ledger.columns.map(({ key, header }) => ({ header, width: WIDTHS[key] ?? 16 })),
    rows: ledger.rows,
    merges: ledger.blocks.flatMap(({ first, last }) =>
      ledger.columns.flatMap(({ key }, col) => (key === "measure" ? [] : [{ first, last, col }])),
    ),
    notes: ledger.unsure.map(({ row, key, reason, place }) => ({
      row,
      col: colOf.get(key) ?? 0,
      text: `${REASONS[reason]}（通报第 ${paragraphs[place.line] ?? place.line + 1} 段）`,
    })),
  };
}

/**
 * What was extracted, in words.
 * @example extractedWords(ledger, "zh") // "反馈问题 23 项（已完成 20，正在整改 3）；存疑 5 处，已在表中标出"
 */
export function extractedWords(ledger: ExtractedLedger, lang: Lang): string {
  const zh = lang === "zh";
  const kinds = [...new Set(ledger.counts.map(({ kind }) => kind))].map((kind) => {
    const own = ledger.counts.filter((count) => count.kind === kind);
    const total = own.reduce((sum, { items }) => sum + items, 0);
    const parts = own.map(({ status, items, words }) => {
      // Told in several ways, each is counted: 已完成 17（已完成整改 3、已整改 14）.
      const ways = words.map((word) => `${word.text} ${word.items}`).join(zh ? "、" : ", ");
      const told = words.length < 2 ? "" : zh ? `〔${ways}〕` : ` [${ways}]`;
      return `${STATUS_WORDS[status][lang]} ${items}${told}`;
    });
    return zh
      ? `${KIND_WORDS[kind].zh} ${total} 项（${parts.join("，")}）`
      : `${KIND_WORDS[kind].en} ${total} (${parts.join(", ")})`;
  });
  const unsure = ledger.unsure.length;
  if (unsure > 0) kinds.push(zh ? `存疑 ${unsure} 处，已在表中标出` : `${unsure} doubtful cells, marked in the table`);
  return kinds.join(zh ? "；" : "; ");
}
