import { tidyText, trimText } from "../../zh/text";
import type { ColumnKey } from "../../ledger";
import { LONG_FIELDS, LONGEST_SHORT, CELL_SIGN } from "../cell-scan";
import { EVERY_KIND } from "../kinds";
import { defineRule } from "../rule";
import { FIELD_WORDS } from "../words";

/** Names of persons are spread with blanks on purpose (a full-width blank within a name of two characters). */
const PERSONS: ReadonlySet<ColumnKey> = new Set<ColumnKey>(["leader", "person", "name"]);

export const space = defineRule<{ readonly field: ColumnKey }>({
  alias: "space",
  code: "L003",
  severity: "info",
  scope: "cell",
  kinds: EVERY_KIND,
  needs: [],
  name: { zh: "多余空格或全角字符", en: "stray blanks or full-width characters" },
  messages: {
    zh: ({ field }) =>
      `${FIELD_WORDS[field].zh}里有多余的空格、不可见字符或全角数字，请删去或改为半角；可以一次全部修正，内容不变。`,
    en: ({ field }) =>
      `The ${FIELD_WORDS[field].en} has stray blanks, invisible characters or full-width digits; they can all be removed at once without changing the content.`,
  },
  sign: CELL_SIGN.form,
  check: (context) => (value, field, row, col, measure) => {
    const tidy =
      LONG_FIELDS.has(field) || PERSONS.has(field) || value.length > LONGEST_SHORT ? trimText(value) : tidyText(value);
    if (tidy === value || tidy === "" || sameButLineEnds(tidy, value)) return;
    const at = { row, col, item: measure.item, ordinal: measure.ordinal };
    context.reportCell(at, field, { field }, { fix: { value: tidy } });
  },
  page: {
    what: "单位、状态、时限等短格里有首尾空格、全角空格、不间断空格、看不见的字符或全角数字；长文字只看首尾。人名中间为对齐而加的空格不报。",
    why: "看起来一样的两个单位，多一个空格就会被表格软件当成两家。程序比对时会忽略这些空格，但交出去的台账应当干净。",
    bad: "责任单位：␣办公室　",
    good: "责任单位：办公室",
    todo: "点卡片上的“改为…”，或把同类的一并修正，可以撤销；只改空格和全半角，不改内容。",
    forUnit: "删去多余的空格和不可见字符，数字改用半角；内容不用改。",
    en: "Blanks, invisible or full-width characters that do not belong; the fix normalises form only.",
  },
  ground: "规则提案 L003；GB/T 15835-2011（阿拉伯数字用半角）。",
});

/** Line breaks as Windows writes them are no fault. */
function sameButLineEnds(tidy: string, value: string): boolean {
  return value.includes("\r") && value.replace(/\r\n?/g, "\n") === tidy;
}
