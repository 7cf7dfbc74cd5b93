/** The name a percentage bears: 整改完成率, 占比, 满意率（含基本满意）. */
import { endsPiece } from "../../zh/clause";
import { reWith } from "../../zh/pattern";
import { rates as words } from "../../zh/words/claim-rates";
import type { Line, PercentToken, RateClaim } from "../types";

const RATE_END = reWith("u")`(${words.ends})${words.beforeLinks}{0,2}${words.links}?$`;

/** 完成率达100%的有11个, 90%以上的5个: it says which are counted, and is the rate of none. */
const SELECTS = reWith("u")`^${words.bounds}?的[^，。；、\d]{0,6}\d`;
const REACH_OF_BOUND = 20;

/** A percentage that is called a rate: 整改完成率(达到)87%. */
export function readRate(line: Line, token: PercentToken, floor: number): RateClaim | null {
  const { plain } = line;
  if (SELECTS.test(plain.slice(token.end, token.end + REACH_OF_BOUND))) return null;
  // 满意率（含基本满意）98%: the bracket belongs to the name.
  const close = plain[token.start - 1];
  const open = close === "）" ? plain.slice(floor, token.start).lastIndexOf("（") : -1;
  const to = open > 0 ? floor + open : token.start;
  let from = to;
  while (from > floor && !isRateStop(plain.charCodeAt(from - 1))) from--;
  const text = plain.slice(from, to).trim();
  const match = RATE_END.exec(text);
  if (!match) return null;
  const label = text.slice(0, match.index + (match[1]?.length ?? 0)) + plain.slice(to, token.start);
  return { line: line.index, start: token.start, end: token.end, token, label };
}

function isRateStop(code: number): boolean {
  return endsPiece(code) && code !== 0xff1a && code !== 0x3a;
}
