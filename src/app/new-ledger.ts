/** An empty ledger to begin with: the columns that everything here reads, statuses and units from lists, a filled example. */
import type { Book, BookCell, BookSheet } from "../grid";
import { STATUS_WORDS, type ColumnKey } from "../ledger";
import { OWN_COLUMNS } from "../month";

/** Rows that carry drop-downs and formats, the example included. */
const PREPARED_ROWS = 300;
const UNIT_ROWS = 200;
const HEAD = 2;

const LISTED = ["done", "basic", "phased", "partial", "ongoing", "longTerm", "notDone", "extended"] as const;
const DATE = 'yyyy"年"m"月"d"日"';

/** What the example row holds, and what the sheet of explanations says. */
const FILLED: Readonly<Partial<Record<ColumnKey, { readonly example: string | number; readonly note?: string }>>> = {
  number: { example: "示例", note: "从 1 起连续编号，一个问题一个序号" },
  section: { example: "全面从严治党方面", note: "问题所属的方面，可不填" },
  problem: { example: "某项制度执行不到位", note: "按反馈意见原文填写" },
  measure: {
    example: "修订制度并组织学习",
    note: "一行一条措施；同一问题的多条措施，序号和问题可合并或留空",
  },
  leader: { example: "某某", note: "牵头的负责同志" },
  unit: { example: "示例单位办公室", note: "从下拉列表选择；多个单位用顿号分隔并注明（牵头）（配合）" },
  deadline: { example: "2025年12月底前", note: "写明年月日；长期坚持的写“长期坚持”" },
  status: { example: "已完成", note: "从下拉列表选择" },
  progress: { example: "已修订印发制度，并组织全员学习。", note: "写已经做到的事和结果" },
  doneDate: { example: 45992, note: "状态为已完成时填写" },
  evidence: { example: "制度文本、学习签到表", note: "状态为已完成时填写" },
  remarks: { example: "填写前请删除本行" },
};

/**
 * @example newLedger().sheets[0].name // "整改台账"
 */
export function newLedger(): Book {
  return { sheets: [ledgerSheet(), unitsSheet(), notesSheet()] };
}

function ledgerSheet(): BookSheet {
  const last = OWN_COLUMNS.length - 1;
  const format = (key: ColumnKey) => (key === "doneDate" ? { format: DATE } : {});
  const example = OWN_COLUMNS.map(({ key }): BookCell => ({ value: FILLED[key]?.example ?? null, ...format(key) }));
  const empty = OWN_COLUMNS.map(({ key }): BookCell => ({ value: null, ...format(key) }));
  const listIn = (key: ColumnKey, words: readonly string[] | string) => {
    const col = OWN_COLUMNS.findIndex((column) => column.key === key);
    return { area: { top: HEAD + 1, left: col, bottom: HEAD + PREPARED_ROWS, right: col }, words };
  };
  return {
    name: "整改台账",
    widths: OWN_COLUMNS.map(({ width }) => width),
    rows: [
      [{ value: "××单位巡察反馈问题整改台账", look: "title" }],
      [{ value: "填报单位：　　　　　　　　填报人：　　　　　　　　填报时间：", look: "plain" }],
      OWN_COLUMNS.map(({ header }): BookCell => ({ value: header, look: "head" })),
      example,
      ...Array.from({ length: PREPARED_ROWS - 1 }, () => empty),
    ],
    merges: [0, 1].map((row) => ({ top: row, left: 0, bottom: row, right: last })),
    frozen: HEAD + 1,
    head: HEAD,
    lists: [
      listIn("unit", `单位名录!$A$2:$A$${UNIT_ROWS + 1}`),
      listIn(
        "status",
        LISTED.map((status) => STATUS_WORDS[status].zh),
      ),
    ],
  };
}

function unitsSheet(): BookSheet {
  const row = (cells: readonly string[], look: BookCell["look"]) => cells.map((value): BookCell => ({ value, look }));
  return {
    name: "单位名录",
    widths: [36, 24],
    rows: [row(["单位名称", "简称"], "head"), row(["示例单位办公室", "办公室"], "text")],
    frozen: 1,
    head: 0,
    portrait: true,
  };
}

function notesSheet(): BookSheet {
  const told = OWN_COLUMNS.flatMap(({ key, header }) => {
    const note = FILLED[key]?.note;
    return note === undefined ? [] : [[{ value: header }, { value: note }]];
  });
  const use = "填好后运行 taizhang check 文件名，或在 Excel、网页版台账助手中打开核验。";
  return {
    name: "填写说明",
    widths: [18, 80],
    rows: [[{ value: "填写说明", look: "title" }, null], ...told, [{ value: "核验" }, { value: use }]],
    merges: [{ top: 0, left: 0, bottom: 0, right: 1 }],
    portrait: true,
  };
}
