import type { ColumnKey } from "../../ledger";
import { optionTold } from "../generic/column-figures";
import { EVERY_KIND } from "../kinds";
import { defineRule } from "../rule";
import { FIELD_WORDS } from "../words";

type Data = {
  readonly field: ColumnKey;
  /** 1 where a column is taken for now, 0 where none is. */
  readonly taken: number;
  readonly total: number;
  /** The columns with their figures. */
  readonly options: string;
  readonly optionsEn: string;
};

export const columnAmbiguous = defineRule<Data>({
  alias: "column-ambiguous",
  code: "L015",
  severity: "warning",
  scope: "table",
  kinds: EVERY_KIND,
  needs: [],
  name: { zh: "列待确认", en: "column to be confirmed" },
  messages: {
    zh: ({ field, taken, total, options }) =>
      field === "kind"
        ? `标题写了几类事项，又没有“事项类型”列，不知道这张表算哪一类（共 ${total} 项）：${options}。请选定。`
        : taken === 1
          ? `“${FIELD_WORDS[field].zh}”有不止一列可用，数字不同（共 ${total} 项）：${options}。请确认以哪一列为准。`
          : `没有“${FIELD_WORDS[field].zh}”列，可以用的列有（共 ${total} 项）：${options}。请选定一列，或补上“${FIELD_WORDS[field].zh}”列。`,
    en: ({ field, taken, total, optionsEn }) =>
      field === "kind"
        ? `The title names several kinds and no column tells them apart (${total} items): ${optionsEn}. Please choose one.`
        : taken === 1
          ? `More than one column may be the ${FIELD_WORDS[field].en}, with different figures (${total} items): ${optionsEn}. Please choose which one counts.`
          : `There is no column for the ${FIELD_WORDS[field].en}; these columns could be used instead (${total} items): ${optionsEn}. Choose one.`,
  },
  check: (context) => {
    const { ledger } = context;
    for (const doubt of ledger.doubts) {
      if (doubt.by !== null) continue;
      const col = doubt.taken ?? doubt.options[0]?.col ?? ledger.layout.header.left;
      const told = doubt.options.map((option) => optionTold(option, doubt));
      const data: Data = {
        field: doubt.field,
        taken: doubt.taken === null ? 0 : 1,
        total: doubt.figures.total,
        options: told.map(({ zh }) => zh).join("；"),
        optionsEn: told.map(({ en }) => en).join("; "),
      };
      const place = { row: ledger.layout.header.bottom, col, item: null };
      const headers = doubt.options.map(({ header }) => header).join("\n");
      context.reportCell({ ...place, idText: `${doubt.field}\n${headers}` }, doubt.field, data);
    }
  },
  page: {
    what: "两列（或更多）都可能是整改状态或整改时限，数字不一样，又没有约定以哪一列为先；或者没有整改状态列，但完成日期、复查结果等列可以看出状态。每一列统计出来的数字都写明，选定之前综述不出。不影响数字的不问。",
    why: "数字不能靠猜。选错一列，完成率可以从 58% 变成 100%。",
    bad: "整改状态、完成情况两列，一列 12 项全部已完成，另一列只有 7 项已完成",
    good: "单位自报、巡察办认定两列：以认定为准，另行提示；是否完成（是/否）与整改状态一致的，不问",
    todo: "在“台账”页“各列的含义”里选定一列，或在命令行写 --column 整改状态=列名；表头相同的台账以后都照此办理。",
    forUnit: "同一内容只留一列，或者在列名里写明哪一列以谁的认定为准。",
    en: "Several columns could be the same field, they give different figures, and no rule decides between them; the summary is held back until someone chooses.",
  },
  ground: "设计约定：没有一个数字靠猜。",
});
