/** Turns a read notice into a table that can be checked, counted and gone on with as a ledger. */
import { type ColumnKey, type Kind, KIND_WORDS, SAID, type Status, readStatus } from "../../ledger";
import { statusWording } from "../../zh/status-sentence";
import type { CountGroup, ReadNotice, ReadItem, Place } from "../types";
import { announcedRows } from "./announced";
import { findDeadline, readAnswer } from "./answer";
import { problemOf, unanswered } from "./problem";
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
  answerInHeading: "问题与整改情况在一段",
  onlyCounted: "通报只写了件数",
};

const KIND_ORDER: readonly Kind[] = ["problem", "immediate", "letter", "clue", "matter", "accountability"];
const SETTLED: ReadonlySet<Status> = new Set<Status>(["done", "basic", "excluded", "longTerm"]);

type Cell = string | number | null;

/** Rows, what is unsure about them, and counts, as they are made. */
class Table {
  readonly rows: Cell[][] = [];
  readonly blocks: { first: number; last: number }[] = [];
  readonly unsure: Unsure[] = [];
  private readonly counted = new Map<
    string,
    { kind: Kind; status: Status; items: number; words: Map<string, number> }
  >();

  /** An item's rows: its first, and one for every further measure. */
  add(
    values: Readonly<Partial<Record<ColumnKey, Cell>>>,
    measures: readonly string[],
    reasons: readonly Omit<Unsure, "row">[],
  ): void {
    const row = this.rows.length;
    for (const reason of reasons) this.unsure.push({ row, ...reason });
    const all = { ...values, remarks: remarksOf(reasons.map(({ reason }) => reason)) };
    this.rows.push(COLUMNS.map(({ key }) => (key === "measure" ? (measures[0] ?? null) : (all[key] ?? null))));
    for (const measure of measures.slice(1))
      this.rows.push(COLUMNS.map((column) => (column.key === "measure" ? measure : null)));
    this.blocks.push({ first: row, last: this.rows.length - 1 });
  }

  count(kind: Kind, status: Status, words: string): void {
    const key = `${kind}/${status}`;
    const count = this.counted.get(key) ?? { kind, status, items: 0, words: new Map<string, number>() };
    count.items++;
    count.words.set(words, (count.words.get(words) ?? 0) + 1);
    this.counted.set(key, count);
  }

  get counts(): ExtractedLedger["counts"] {
    return [...this.counted.values()].map(({ kind, status, items, words }) => ({
      kind,
      status,
      items,
      words: [...words].map(([text, count]) => ({ text, items: count })),
    }));
  }
}

/**
 * Extracts the items of a notice. Items are numbered anew within their kind, so that a number given twice in the notice
 * cannot merge two of them.
 * @param announced what the notice only counts; kinds of which it lists none become rows to fill
 * @example extractLedger(readDocument(lines)).rows.length
 */
export function extractLedger(document: ReadNotice, announced: readonly CountGroup[] = []): ExtractedLedger {
  const table = new Table();
  const items = [...document.items, ...unanswered(document)].sort((a, b) => a.firstLine - b.firstLine);
  const counted = items.length > 0 ? announcedRows(announced, items) : [];
  for (const kind of KIND_ORDER) {
    items
      .filter((item) => item.kind === kind)
      .forEach((item, index) => {
        const status = item.statuses[0]?.status ?? "unknown";
        const words = wordsOf(document, item, status);
        table.count(kind, status, words);
        addItem(document, item, index + 1, { status, words }, table);
      });
    counted
      .filter((row) => row.kind === kind)
      .forEach(({ status, group }, index) => {
        table.count(kind, status === null ? "unknown" : readStatus(status, kind).status, status ?? "");
        table.add(
          { number: index + 1, kind: KIND_WORDS[kind].zh, status },
          [],
          [{ key: "problem", reason: "onlyCounted", place: group }],
        );
      });
  }
  const { rows, blocks, unsure, counts } = table;
  // Without planned measures the column would only ask for what the notice never told.
  const at = COLUMNS.findIndex(({ key }) => key === "measure");
  const planned = rows.some((row) => row[at] !== null);
  return {
    title: titleOf(document),
    asOf: document.signed?.date ?? null,
    columns: planned ? COLUMNS : COLUMNS.filter(({ key }) => key !== "measure"),
    rows: planned ? rows : rows.map((row) => row.filter((_, col) => col !== at)),
    blocks,
    unsure,
    counts,
  };
}

const TITLE_OF_BARE = reWith("u")`的?${words.titleOfBare}$`;
const TITLE_ABOUT = reWith("u")`关于([^于]*${words.titleAbout}[^于]*?)?${words.titleState}$`;

/** 中共××县××局党组关于巡察整改情况的通报 is about the ledger 中共××县××局党组巡察整改台账. */
function titleOf(document: ReadNotice): string {
  const title = document.title?.text.replace(/\s+/gu, "") ?? "";
  const bare = title.replace(TITLE_OF_BARE, "").replace(TITLE_ABOUT, (_, about?: string) => about ?? "");
  return `${bare}整改台账（由通报提取）`;
}

/** The notice's own words for a status, where a ledger reads them as that status; else ours. */
function wordsOf(document: ReadNotice, item: ReadItem, status: Status): string {
  const told = item.statuses[0];
  const own = statusWording(document.lines[told?.line ?? -1]?.text.slice(told?.start, told?.end).trim() ?? "");
  if (own !== "" && readStatus(own, item.kind).status === status) return own;
  return status === "unknown" ? "" : SAID[status];
}

function addItem(
  document: ReadNotice,
  item: ReadItem,
  number: number,
  { status, words }: { readonly status: Status; readonly words: string },
  table: Table,
): void {
  const told = problemOf(document, item);
  const answer = readAnswer(document, item, told.answer);
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
  if (answer.progress === null) reasons.push({ key: "progress", reason: "answerMissing", place });
  if (told.answer !== null) reasons.push({ key: "progress", reason: "answerInHeading", place: told.answer });
  table.add(
    {
      number,
      kind: KIND_WORDS[item.kind].zh,
      section: item.section,
      parentProblem: item.parent,
      problem: told.text,
      unit: answer.unit,
      deadline: used?.text ?? null,
      status: words || null,
      progress: answer.progress,
    },
    answer.measures,
    reasons,
  );
}

function remarksOf(reasons: readonly UnsureReason[]): string | null {
  return reasons.length === 0 ? null : `存疑：${reasons.map((reason) => REASONS[reason]).join("；")}`;
}
