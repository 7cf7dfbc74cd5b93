import { cellName } from "../../ledger/address";
import { cellOf } from "../../ledger/cells";
import { foldKey } from "../../zh/text";
import { EVERY_KIND } from "../kinds";
import { looseHash, unique } from "../generic/unique";
import { defineRule } from "../rule";
import { clip } from "../words";

type Data = { readonly number: string; readonly first: string };

/** Ordinals below this are their own hash. */
const ORDINALS = 0x10000000;

export const numberDuplicate = defineRule<Data>({
  alias: "number-duplicate",
  code: "L004",
  severity: "error",
  scope: "table",
  kinds: EVERY_KIND,
  needs: ["number"],
  name: { zh: "序号重复", en: "number repeated" },
  messages: {
    zh: ({ number, first }) => `序号 ${number} 与 ${first} 重复，请改正序号；如果是同一个问题，请合并为一项。`,
    en: ({ number, first }) =>
      `Number ${number} repeats that of ${first}; correct it, or merge the two if they are one item.`,
  },
  check: (context) => {
    return unique({
      ledger: context.ledger,
      consecutive: true,
      hashOf(item) {
        if (item.number === "") return -1;
        // Consecutive numbers stay consecutive: the cheapest keys there are.
        if (item.ordinal !== null && item.ordinal >= 0 && item.ordinal < ORDINALS) return item.ordinal;
        return ORDINALS + ((looseHash(foldKey(item.number)) & 0x3fffffff) >>> 1);
      },
      exactOf: (item) =>
        item.ordinal === null ? `${item.group}\n=${foldKey(item.number)}` : `${item.group}\n#${item.ordinal}`,
      report(later, first) {
        const cell = cellOf(context.ledger, first, "number");
        return context.report(
          later,
          "number",
          { number: clip(later.number), first: cell === null ? "" : cellName(cell.row, cell.col) },
          { quote: clip(later.number) },
        );
      },
      withdraw: (draft) => context.withdraw(draft),
    });
  },
  page: {
    what: "同一张台账（按方面或主要问题分别编号的，在同一组内）有两项的序号相同。报在后一项，并指出第一项在哪一格。",
    why: "序号重复时，问题总数数不清，引用“第13项”也说不清是哪一项。",
    bad: "序号：12、13、13、15",
    good: "序号：12、13、14、15",
    todo: "改正序号。如果两行是同一个问题的两条措施，合并序号和问题单元格，或者清空后一行的序号和问题。",
    en: "Two items of one table (or numbering group) carry the same number.",
  },
  ground: "规则提案 L004。",
});
