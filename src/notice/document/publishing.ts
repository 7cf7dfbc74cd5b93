/**
 * Obeys the column 是否公开. An answer decides. A blank goes with what the column's other cells show people mean: where 是
 * is marked, blank means no; where only 否 is marked, blank means yes. What cannot be read (部分公开) stays out: publishing
 * too little can be mended. Either way a warning names the cells.
 */
import { textOf, type Item, type Ledger } from "../../ledger";
import { foldKey } from "../../zh/text";

const YES: ReadonlySet<string> = new Set([
  "是",
  "公开",
  "可公开",
  "可以公开",
  "同意公开",
  "主动公开",
  "√",
  "✓",
  "✔",
  "y",
  "yes",
  "true",
  "1",
]);
const NO: ReadonlySet<string> = new Set([
  ..."否 不 不公开 不予公开 不宜公开 不能公开 非公开 内部 保密 涉密 依申请公开 × x ✗ ✕ n no false 0".split(" "),
]);

export type Publicity = "yes" | "no" | "blankIn" | "blankOut" | "unclear";

/** Judges the items of one ledger. */
export function createPublicity(ledger: Ledger): (item: Item) => Publicity {
  if (ledger.columns.public === undefined) return () => "yes";
  const read = (item: Item): "yes" | "no" | "blank" | "unclear" => {
    // An item is public only if none of its rows says otherwise.
    const answers = item.rows.map((row) => answerOf(textOf(ledger, row, "public")));
    const rank = ["no", "unclear", "yes", "blank"] as const;
    return rank.find((answer) => answers.includes(answer)) ?? "blank";
  };
  const blankOut = ledger.items.some((item) => read(item) === "yes");
  return (item) => {
    const answer = read(item);
    return answer === "blank" ? (blankOut ? "blankOut" : "blankIn") : answer;
  };
}

function answerOf(text: string): "yes" | "no" | "blank" | "unclear" {
  if (text === "") return "blank";
  const folded = foldKey(text).toLowerCase();
  if (YES.has(folded)) return "yes";
  return NO.has(folded) ? "no" : "unclear";
}
