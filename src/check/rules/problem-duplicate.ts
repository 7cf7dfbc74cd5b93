import { cellName, plainText, valueAt } from "../../grid";
import { cellOf, shownAt, type Item } from "../../ledger";
import { reWith } from "../../zh/pattern";
import { foldKey } from "../../zh/text";
import { problemDuplicate as words } from "../../zh/words/problem-duplicate";
import { RECTIFIED } from "../kinds";
import { looseHash, unique } from "../generic/unique";
import { defineRule } from "../rule";
import { clip, spaced } from "../words";

type Data = { readonly first: string; readonly number: string; readonly problem: string };

/** Shorter texts (其他, 无, 同上) are no problem that could be repeated. */
const SHORTEST = 4;
/** Up to this length a text may rightly recur under another main problem (学习不深入). */
const GENERIC = 12;

const WHOSE = reWith("u")`${words.whose}`;

/** What columns of no field say of where, with whom or by whom it was found: 疏散通道堵塞 in another shop is another. */
function whoseOf({ ledger, rows }: Item): string {
  const row = rows[0]?.row;
  if (row === undefined) return "";
  return ledger.unmapped
    .filter(({ header }) => WHOSE.test(header))
    .map(({ col }) => {
      const at = shownAt(ledger, row, col);
      return foldKey(plainText(valueAt(ledger.grid, at.row, at.col)));
    })
    .join("\n");
}

export const problemDuplicate = defineRule<Data>({
  alias: "problem-duplicate",
  code: "L005",
  severity: "warning",
  scope: "table",
  kinds: RECTIFIED,
  needs: ["problem"],
  name: { zh: "问题重复", en: "problem repeated" },
  messages: {
    zh: ({ first, number }) =>
      `与${spaced(first).trimEnd()}${number === "" ? "" : `（序号 ${number}）`}的问题文字相同，请核对是否重复登记；重复的删去一项，不重复的写明区别。`,
    en: ({ first, number }) =>
      `Same text as ${first}${number === "" ? "" : ` (number ${number})`}; check whether it was entered twice; delete one of them, or say how they differ.`,
  },
  check: (context) =>
    unique({
      items: context.ledger.items,
      hashOf: ({ problem }) => looseHash(problem),
      keyOf(item) {
        const key = item.problem.length < SHORTEST ? "" : foldKey(item.problem);
        if (key.length < SHORTEST) return null;
        const parent = key.length > GENERIC ? null : (item.parent ?? item.section);
        return [key, ...(parent === null ? [] : [foldKey(parent)]), whoseOf(item)].join("\n");
      },
      report(later, first) {
        const cell = cellOf(context.ledger, first, "problem");
        const data: Data = {
          first: cell === null ? "" : cellName(cell.row, cell.col),
          number: clip(first.number),
          problem: clip(later.problem),
        };
        return context.report(later, "problem", data, { quote: clip(later.problem, 60) });
      },
    }),
  page: {
    what: "同一张台账里两项的问题文字相同（不计空格、全角半角）。很短的通用说法（如“学习不深入”）在不同方面、不同主要问题下各出现一次不算；场所、企业、提出人等列不同的也不算。",
    why: "同一问题登记两次，问题总数就多算一个。",
    bad: "序号 1：制度执行不到位，未按季度研究；序号 15：制度执行不到位，未按季度研究",
    good: "序号 1：制度执行不到位，未按季度研究；序号 15：采购管理不规范",
    todo: "确属重复的删去一项；不是同一问题的，在文字上写明区别。",
    en: "Two items of one table have the same problem text.",
  },
  ground: "规则提案 L005（题面相同；相似而不相同的不报，以免误报）。",
});
