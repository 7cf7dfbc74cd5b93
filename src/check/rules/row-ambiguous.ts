import type { RowQuestion } from "../../ledger";
import { figuresTold } from "../generic/column-figures";
import { EVERY_KIND } from "../kinds";
import { defineRule } from "../rule";
import { clip } from "../words";

type Data = {
  readonly why: RowQuestion;
  /** The rows as they stand in the sheet: "12、15". */
  readonly rows: string;
  readonly text: string;
  /** Figures with these rows as items of their own, and without. */
  readonly counted: string;
  readonly countedEn: string;
  readonly left: string;
  readonly leftEn: string;
};

const WHY: Readonly<Record<RowQuestion, { readonly zh: string; readonly en: string }>> = {
  total: { zh: "像合计，又有自己的序号或状态", en: "looks like a total but has a number or a status of its own" },
  note: { zh: "像说明或签字，又写了状态", en: "looks like a note or signature but has a status" },
  own: {
    zh: "没有序号和问题，却有自己的单位和状态，可能单独算一项，也可能属于上一项",
    en: "has no number and no problem but a unit and a status of its own: an item, or part of the one above",
  },
  nothing: { zh: "“问题”一栏写的是没有问题", en: "says in its problem column that there is no problem" },
};

const MOST_ROWS = 6;

export const rowAmbiguous = defineRule<Data>({
  alias: "row-ambiguous",
  code: "L017",
  severity: "warning",
  scope: "table",
  kinds: EVERY_KIND,
  needs: [],
  name: { zh: "行待确认", en: "row to be confirmed" },
  messages: {
    zh: ({ why, rows, text, counted, left }) =>
      `第 ${rows} 行${text === "" ? "" : `“${text}”`}${WHY[why].zh}：单独算一项则${counted}；不单独算则${left}。请确认。`,
    en: ({ why, rows, text, countedEn, leftEn }) =>
      `Row ${rows}${text === "" ? "" : ` “${text}”`} ${WHY[why].en}. Counted as an item: ${countedEn}; otherwise: ${leftEn}. Please confirm which it is.`,
  },
  check: (context) => {
    const { ledger } = context;
    for (const { why, rows, counted, figures, otherwise } of ledger.rowDoubts ?? []) {
      const [first] = rows;
      if (first === undefined) continue;
      const values = ledger.grid.values[first] ?? [];
      const col = Math.max(
        ledger.layout.header.left,
        values.findIndex((value) => value !== null && value !== ""),
      );
      const [own, none] = counted ? [figures, otherwise] : [otherwise, figures];
      const all = [own, none];
      const [told, without] = [figuresTold(own, all), figuresTold(none, all)];
      const text = values.find((value): value is string => typeof value === "string" && value.trim().length > 1) ?? "";
      const shown = rows.slice(0, MOST_ROWS).map((row) => row + 1);
      const data: Data = {
        why,
        rows: `${shown.join("、")}${rows.length > MOST_ROWS ? " 等" : ""}`,
        text: clip(text.trim(), 16),
        counted: told.zh,
        countedEn: told.en,
        left: without.zh,
        leftEn: without.en,
      };
      context.reportCell({ row: first, col, item: null, idText: `${why}\n${text}` }, null, data);
    }
  },
  page: {
    what: "有的行是不是一项看不准：像合计又有自己的序号或状态；像说明、签字又写了状态；没有序号和问题，却有自己的单位和状态；问题一栏写着“无”“未发现问题”。算与不算，数字不同，两种数字都写明，确认之前综述不出。不影响数字的不问。",
    why: "多一项少一项，总数和完成率就都变了，不能靠猜。",
    bad: "8 | 统计 | 综合科 | | 未完成：算一项则共 8 项，不算则共 7 项",
    good: "合计 | | | | ：没有状态，不是一项，不问",
    todo: "在“台账”页选“算一项”或“不单独算”，或在命令行写 --row 12=item（不算写 --row 12=none）；也可以给这一行补上序号和问题，或删去它。",
    forUnit: "这一行是一项的，补上序号和问题；不是的，删去它。",
    en: "It is not certain whether a row is an item; both figures are given, and the summary is held back until someone confirms.",
  },
  ground: "设计约定：没有一个数字靠猜。",
});
