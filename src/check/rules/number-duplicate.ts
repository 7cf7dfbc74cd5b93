import { cellName } from "../../grid";
import { cellOf } from "../../ledger";
import { foldKey } from "../../zh/text";
import { EVERY_KIND } from "../kinds";
import { looseHash, unique } from "../generic/unique";
import { defineRule } from "../rule";
import { clip, spaced } from "../words";

type Data = { readonly number: string; readonly first: string };

export const numberDuplicate = defineRule<Data>({
  alias: "number-duplicate",
  code: "L004",
  severity: "error",
  scope: "table",
  kinds: EVERY_KIND,
  needs: ["number"],
  name: { zh: "序号重复", en: "number repeated" },
  messages: {
    zh: ({ number, first }) => `序号 ${number} 与${spaced(first)}重复，请改正序号；如果是同一个问题，请合并为一项。`,
    en: ({ number, first }) =>
      `Number ${number} repeats that of ${first}; correct it, or merge the two if they are one item.`,
  },
  check: (context) =>
    unique({
      items: context.ledger.items,
      hashOf: ({ number, ordinal }) => ordinal ?? looseHash(number),
      keyOf({ number, ordinal, group }) {
        if (number === "") return null;
        return ordinal === null ? `${group}\n=${foldKey(number)}` : `${group}\n#${ordinal}`;
      },
      report(later, first) {
        const cell = cellOf(context.ledger, first, "number");
        const data: Data = { number: clip(later.number), first: cell === null ? "" : cellName(cell.row, cell.col) };
        context.report(later, "number", data, { quote: clip(later.number) });
      },
    }),
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
