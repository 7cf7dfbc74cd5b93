import type { ColumnKey, ColumnPrecedence } from "../../ledger";
import { columnTold, optionTold } from "../generic/column-figures";
import { EVERY_KIND } from "../kinds";
import { defineRule } from "../rule";
import { FIELD_WORDS } from "../words";

type Data = {
  readonly field: ColumnKey;
  readonly by: ColumnPrecedence;
  readonly taken: string;
  readonly takenEn: string;
  readonly total: number;
  readonly options: string;
  readonly optionsEn: string;
  /** Items that the other column calls done and the one taken doesn't. */
  readonly disputed: number;
  /** Items left blank there and told by an earlier period. */
  readonly carried: number;
};

const REASONS: Readonly<Record<ColumnPrecedence, { readonly zh: string; readonly en: string }>> = {
  verified: { zh: "认定、核查先于自报、自评", en: "verification takes precedence over self-reports" },
  latest: { zh: "最近一期先于以前各期", en: "the latest period takes precedence over earlier ones" },
  adjusted: { zh: "调整后的先于原定的", en: "the adjusted deadline takes precedence over the original one" },
  done: {
    zh: "完成的日期先于验收、销号的日期",
    en: "the completion date takes precedence over the date of a review or sign-off",
  },
  lead: { zh: "牵头单位先于责任单位", en: "the lead unit takes precedence over responsible units" },
  problem: { zh: "存在问题先于并列的事项名称", en: "the problem takes precedence over the name of the matter" },
  title: {
    zh: "标题与工作表名不一，以更贴近本表的为准",
    en: "where title and sheet name differ, the one closer to the table takes precedence",
  },
  feedback: {
    zh: "标题写了几类，先按反馈问题",
    en: "where the title names several kinds, the items count as problems",
  },
};

export const columnChosen = defineRule<Data>({
  alias: "column-chosen",
  code: "L016",
  severity: "info",
  scope: "table",
  kinds: EVERY_KIND,
  needs: [],
  name: { zh: "多列取其一", en: "one of several columns taken" },
  messages: {
    zh: ({ field, by, taken, total, options, disputed, carried }) =>
      `“${FIELD_WORDS[field].zh}”${field === "kind" ? "算作" : "取"}${taken}（${REASONS[by].zh}），共 ${total} 项：${options}。${disputed > 0 ? `有 ${disputed} 项另一列写已完成而这一列不是。` : ""}${carried > 0 ? `有 ${carried} 项这一列没有填，按以前一期写的计。` : ""}`,
    en: ({ field, by, takenEn, total, optionsEn, disputed, carried }) =>
      `The ${FIELD_WORDS[field].en} is taken from ${takenEn}: ${REASONS[by].en}; of ${total} items: ${optionsEn}.${disputed > 0 ? ` ${disputed} items are done only according to the other column.` : ""}${carried > 0 ? ` ${carried} items are blank there and are counted by an earlier period.` : ""}`,
  },
  check: (context) => {
    const { ledger } = context;
    for (const doubt of ledger.doubts) {
      const [taken] = doubt.options;
      if (doubt.by === null || taken === undefined || (doubt.taken === null && doubt.field !== "kind")) continue;
      const told = doubt.options.map((option) => optionTold(option, doubt));
      const column = columnTold(taken);
      const data: Data = {
        field: doubt.field,
        by: doubt.by,
        taken: column.zh,
        takenEn: column.en,
        total: doubt.figures.total,
        options: told.map(({ zh }) => zh).join("；"),
        optionsEn: told.map(({ en }) => en).join("; "),
        disputed: doubt.disputed.length,
        carried: doubt.carried ?? 0,
      };
      const place = { row: ledger.layout.header.bottom, col: taken.col, item: null };
      context.reportCell(
        { ...place, idText: `${doubt.field}\n${doubt.by}\n${taken.header}`, subject: `${doubt.field} ${doubt.by}` },
        doubt.field,
        data,
      );
    }
  },
  page: {
    what: "整改状态（或时限）有几列、数字不同，按约定取了一列：认定、核查、复核、验收先于自报、自评；本期、最近一个月先于以前各期；调整后的时限先于原定时限。报在所取一列的表头，写明各列的数字。",
    why: "自报完成的不一定认定完成，差多少要心中有数。",
    bad: "单位自报 12 项全部完成，巡察办认定 7 项完成：取认定，并提示两个数字",
    good: "两列数字相同，不提示",
    todo: "确认取的是不是您要的那一列；不是的话在“台账”页“各列的含义”里改，或用 --column 指定。自报已完成、认定未完成的事项可逐项列出。",
    forUnit: "自报已完成、认定未完成的事项，逐项核对后写明以哪一个为准。",
    en: "One of several possible columns was used by a stated order of precedence; the figures of each are given.",
  },
  ground: "设计约定：多列可选的，按约定取一列并写明两个数字。",
});
