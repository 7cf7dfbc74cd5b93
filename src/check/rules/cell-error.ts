import { isErrorText, UNCALCULATED } from "../../grid";
import { CELL_SIGN } from "../cell-scan";
import { EVERY_KIND } from "../kinds";
import { defineRule } from "../rule";
import { FIELD_WORDS } from "../words";
import type { ColumnKey } from "../../ledger";

export const cellError = defineRule<{ readonly text: string; readonly field: ColumnKey }>({
  alias: "cell-error",
  code: "L010",
  severity: "error",
  scope: "cell",
  kinds: EVERY_KIND,
  needs: [],
  name: { zh: "单元格出错", en: "error value in a cell" },
  messages: {
    zh: ({ text, field }) =>
      text === UNCALCULATED
        ? `${FIELD_WORDS[field].zh}一格的公式还没有计算结果，请用 Excel 或 WPS 打开文件并保存，再来核验。`
        : `${FIELD_WORDS[field].zh}一格是错误值 ${text}，请检查公式或重新填写。`,
    en: ({ text, field }) =>
      text === UNCALCULATED
        ? `The formula in the ${FIELD_WORDS[field].en} cell has no result yet; open the file in Excel or WPS, save it, and check again.`
        : `The ${FIELD_WORDS[field].en} cell holds the error ${text}; check its formula or fill it anew.`,
  },
  sign: CELL_SIGN.hash,
  check: (context) => (value, field, row, col, measure) => {
    if (!isErrorText(value)) return;
    const at = { row, col, item: measure.item, ordinal: measure.ordinal };
    context.reportCell(at, field, { text: value, field }, { quote: value });
  },
  page: {
    what: "台账用到的列里有公式错误值（#N/A、#REF!、#VALUE! 等），或公式没有保存过计算结果（其他程序生成、没有用 Excel 或 WPS 打开过的文件）。这一格只报此一条。",
    why: "错误值读不出内容：状态出错就不能统计，时限出错就不能判断超期。",
    bad: "整改状态：#N/A",
    good: "整改状态：已完成",
    todo: "修正公式引用，或直接填写文字。状态格出错时不宜出综述。",
    en: "A cell the ledger needs holds an Excel error.",
  },
  ground: "ECMA-376 第 1 部分 18.18.11（错误值）。",
});
