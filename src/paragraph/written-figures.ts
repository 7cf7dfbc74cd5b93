/** Figures that a template of one's own holds as text: they are the same every month, whatever the ledger says. */
import { readNotice } from "../reading";
import { ITEM_UNITS } from "../zh/words/paragraph";

const PLACE = /\{[^{}]*\}/gu;
/** Characters around a figure that tell which one it is, within its clause. */
const AROUND = 8;
const STOP = /[，,。；;、：:◇[\]（）()]/u;

/**
 * Counts of items and rates that stand in a template as written, each with the words around it.
 * @example writtenFigures("共{反馈问题.总数}个，6个没有启动，占26%。") // ["6个没有启动", "占26%"]
 */
export function writtenFigures(template: string): readonly string[] {
  const { lines } = readNotice(template.replace(PLACE, (place) => "◇".repeat(place.length)).split(/\r\n|\r|\n/u));
  return lines.flatMap(({ tokens, plain }) =>
    tokens.flatMap((token) => {
      const isRate = token.type === "percent";
      const isCount =
        token.type === "number" && ITEM_UNITS.includes(token.unit) && !plain.startsWith("第", token.start - 1);
      if (!(isRate || isCount) || token.approx) return [];
      const end = isRate ? token.end : token.unitEnd;
      const before =
        plain
          .slice(Math.max(0, token.start - AROUND), token.start)
          .split(STOP)
          .pop() ?? "";
      const behind = plain.slice(end, end + AROUND).split(STOP)[0] ?? "";
      return [before + plain.slice(token.start, end) + behind];
    }),
  );
}
