/** The share of a list told behind it: 甲类960件，占30%；乙类640件，占20%；丙类480件，占15%。三类合计占65%. */
import { parseCount } from "../../zh/numerals";
import { reWith } from "../../zh/pattern";
import { leads } from "../../zh/words/claim-leads";
import { rates as words } from "../../zh/words/claim-rates";
import { exactText, type Paragraph, type PercentToken } from "../../reading";
import { isCutOf, isShareOf, shareText } from "../percents";
import { shareListOf } from "./share-lists";
import type { RateFault } from "./rates";

const TOGETHER = reWith(
  "u",
)`(?:^|[，。；,;])(?:${words.aboveThem}?([二两三四五六七八])[^，。；、\d]{1,6})?${leads.strong}占[^，。；、\d]{0,8}$`;
const REACH = 24;

/** Shares that those of the list right before do not make up. */
export function summedShareFaults(paragraph: Paragraph): readonly RateFault[] {
  const { line } = paragraph;
  const percents = line.tokens.filter((token): token is PercentToken => token.type === "percent");
  return percents.flatMap((token, at) => {
    const before = percents[at - 1];
    const told = before
      ? TOGETHER.exec(line.plain.slice(Math.max(before.end, token.start - REACH), token.start))
      : null;
    const list = told && before ? shareListOf(paragraph, before) : [];
    if (!told || !before || list.length < 2 || list[list.length - 1]?.token !== before) return [];
    if (told[1] !== undefined && (told[1] === "两" ? 2 : parseCount(told[1])) !== list.length) return [];
    const part = list.reduce((all, { node }) => all + node.count.value, 0n);
    // The counts must be shares of a whole that is told: then theirs together is certain but for rounding.
    const whole = paragraph.nodes.find(
      ({ count }) => count.exact && list.every(({ node, token: own }) => gives(own, node.count.value, count.value)),
    )?.count.value;
    if (
      whole === undefined ||
      gives(token, part, whole) ||
      isSumOf(
        token,
        list.map((one) => one.token),
      )
    )
      return [];
    return [
      {
        place: { line: line.index, start: token.start, end: token.end },
        label: "占比",
        written: token.text,
        numerator: exactText(part),
        denominator: exactText(whole),
        expected: shareText(part, whole, token.decimals),
        reading: "" as const,
        severity: "warning" as const,
        ofDone: false,
      },
    ];
  });
}

const gives = (token: PercentToken, part: bigint, whole: bigint): boolean =>
  whole >= part && (isShareOf(token, part, whole) || isCutOf(token, part, whole));

/** The shares as they are told, each rounded, added up. */
function isSumOf({ mantissa, decimals }: PercentToken, list: readonly PercentToken[]): boolean {
  const sum = list.reduce((all, token) => all + token.mantissa / 10 ** token.decimals, 0);
  return Math.abs(sum - mantissa / 10 ** decimals) < 0.5 / 10 ** decimals;
}
