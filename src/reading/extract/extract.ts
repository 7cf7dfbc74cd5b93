/** Turns a read notice into a table that can be checked, counted and gone on with as a ledger. */
import { type ColumnKey, type Kind, KIND_WORDS, SAID, type Status, readStatus } from "../../ledger";
import { statusWording } from "../../zh/status-sentence";
import type { ReadNotice, NoticeItem, Place } from "../types";
import { findDeadline, readAnswer } from "./answer";
import type { ExtractedColumn, ExtractedLedger, Unsure, UnsureReason } from "./types";
import { reWith } from "../../zh/pattern";
import { extract as words } from "../../zh/words/notice-parts";

const COLUMNS: readonly ExtractedColumn[] = [
  { key: "number", header: "序号" },
  { key: "kind", header: "事项类型" },
  { key: "section", header: "问题类别" },
  { key: "parentProblem", header: "主要问题" },
  { key: "problem", header: "具体问题" },
  { key: "measure", header: "整改措施" },
  { key: "unit", header: "责任单位" },
  { key: "deadline", header: "整改时限" },
  { key: "status", header: "整改状态" },
  { key: "progress", header: "整改进展情况" },
  { key: "remarks", header: "备注" },
];

const REASONS: Readonly<Record<UnsureReason, string>> = {
  statusMissing: "通报未写明状态",
  statusConflict: "通报写了两种状态",
  deadlineFromText: "时限取自正文",
  deadlineYearMissing: "时限没有年份",
  deadlineMissing: "未完成而没有时限",
  problemUnnumbered: "问题未编号",
  answerMissing: "没有找到整改情况",
};

const KIND_ORDER: readonly Kind[] = ["problem", "immediate", "letter", "clue", "matter", "accountability"];
const SETTLED: ReadonlySet<Status> = new Set<Status>(["done", "basic", "excluded", "longTerm"]);

/**
 * Extracts the items of a notice. Items are numbered anew within their kind, so that a number given twice in the notice
 * cannot merge two of them.
 * @example extractLedger(readDocument(lines)).rows.length
 */
export function extractLedger(document: ReadNotice): ExtractedLedger {
  const rows: (string | number | null)[][] = [];
  const blocks: { first: number; last: number }[] = [];
  const unsure: Unsure[] = [];
  const counts = new Map<string, { kind: Kind; status: Status; items: number; words: Map<string, number> }>();
  for (const kind of KIND_ORDER) {
    document.items
      .filter((item) => item.kind === kind)
      .forEach((item, index) => {
        const status = item.statuses[0]?.status ?? "unknown";
        const key = `${kind}/${status}`;
        const count = counts.get(key) ?? { kind, status, items: 0, words: new Map<string, number>() };
        const words = wordsOf(item, status);
        count.items++;
        count.words.set(words, (count.words.get(words) ?? 0) + 1);
        counts.set(key, count);
        const first = rows.length;
        addItem(document, item, index + 1, { status, words }, rows, unsure);
        blocks.push({ first, last: rows.length - 1 });
      });
  }
  return {
    title: titleOf(document),
    asOf: document.signed?.date ?? null,
    columns: COLUMNS,
    rows,
    blocks,
    unsure,
    counts: [...counts.values()].map(({ kind, status, items, words }) => ({
      kind,
      status,
      items,
      words: [...words].map(([text, count]) => ({ text, items: count })),
    })),
  };
}

const TITLE_OF_BARE = reWith("u")`的?${words.titleOfBare}$`;

function titleOf(document: ReadNotice): string {
  const title = document.title?.text.replace(/\s+/gu, "") ?? "";
  const bare = title.replace(TITLE_OF_BARE, "");
  return `${bare}整改台账（由通报提取）`;
}

/** The notice's own words for a status, where a ledger reads them as that status; else ours. */
function wordsOf(item: NoticeItem, status: Status): string {
  const own = statusWording(item.statuses[0]?.text ?? "");
  if (own !== "" && readStatus(own, item.kind).status === status) return own;
  return status === "unknown" ? "" : SAID[status];
}

function addItem(
  document: ReadNotice,
  item: NoticeItem,
  number: number,
  { status, words }: { readonly status: Status; readonly words: string },
  rows: (string | number | null)[][],
  unsure: Unsure[],
): void {
  const answer = readAnswer(document, item);
  const needsDeadline = !SETTLED.has(status);
  const deadline = findDeadline(document, item, document.feedback?.date ?? null);
  const used = deadline && (deadline.from === "label" || needsDeadline) ? deadline : null;
  const reasons: { key: ColumnKey; reason: UnsureReason; place: Place }[] = [];
  const place = item.problemPlace;
  const first = item.statuses[0];
  if (!first) reasons.push({ key: "status", reason: "statusMissing", place });
  else if (item.statuses.some((other) => other.status !== first.status))
    reasons.push({ key: "status", reason: "statusConflict", place: first });
  if (used && used.from === "text") reasons.push({ key: "deadline", reason: "deadlineFromText", place: used.place });
  if (used && !used.hasYear) reasons.push({ key: "deadline", reason: "deadlineYearMissing", place: used.place });
  if (!used && needsDeadline && first) reasons.push({ key: "deadline", reason: "deadlineMissing", place });
  if (item.heading < 0) reasons.push({ key: "problem", reason: "problemUnnumbered", place });
  if (answer.measures.length === 0) reasons.push({ key: "measure", reason: "answerMissing", place });
  const row = rows.length;
  for (const reason of reasons) unsure.push({ row, ...reason });
  const values: Readonly<Record<string, string | number | null>> = {
    number,
    kind: KIND_WORDS[item.kind].zh,
    section: item.section,
    parentProblem: item.parent,
    problem: item.problem,
    measure: answer.measures[0] ?? null,
    unit: answer.unit,
    deadline: used?.text ?? null,
    status: words || null,
    progress: answer.progress,
    remarks: remarksOf(reasons.map((reason) => reason.reason)),
  };
  rows.push(COLUMNS.map((column) => values[column.key] ?? null));
  for (const measure of answer.measures.slice(1))
    rows.push(COLUMNS.map((column) => (column.key === "measure" ? measure : null)));
}

function remarksOf(reasons: readonly UnsureReason[]): string | null {
  return reasons.length === 0 ? null : `存疑：${reasons.map((reason) => REASONS[reason]).join("；")}`;
}
