import type { ColumnKey } from "../../ledger";
import { CELL_SIGN } from "../cell-scan";
import { EVERY_KIND } from "../kinds";
import { defineRule } from "../rule";
import { clip, FIELD_WORDS } from "../words";
import { re } from "../../zh/pattern";
import { leftoverText as words } from "../../zh/words/leftover-text";

type Data = { readonly text: string; readonly field: ColumnKey };

const LEFTOVER = re`${words.leftover}`;

export const leftoverText = defineRule<Data>({
  alias: "leftover-text",
  code: "L007",
  severity: "info",
  scope: "cell",
  kinds: EVERY_KIND,
  needs: [],
  name: { zh: "残留文字", en: "leftover text" },
  messages: {
    zh: ({ text, field }) => `${FIELD_WORDS[field].zh}里有残留的“${text}”，请补全或删去。`,
    en: ({ text, field }) => `The ${FIELD_WORDS[field].en} still holds “${text}”; complete or delete it.`,
  },
  sign: CELL_SIGN.leftover,
  check: (context) => (value, field, row, col, measure) => {
    const found = LEFTOVER.exec(value)?.[0];
    if (found === undefined) return;
    const at = { row, col, item: measure.item, ordinal: measure.ordinal };
    context.reportCell(at, field, { text: clip(found), field }, { quote: found });
  },
  page: {
    what: "整改进展里残留着模板或文档的痕迹：“请填写”“待填写”“××年”“TODO”、Word 书签、_x000D_ 等。",
    why: "这些字会原样进入通报。",
    bad: "整改进展：××年×月×日召开会议",
    good: "整改进展：2025年6月3日召开会议",
    todo: "补全或删去。",
    en: "Traces of a template or of Word are left in a cell.",
  },
  ground: "规则提案 L007。",
});
