/** Whether the name of a rate or a share is that of the counts it is held against. */
import { reWith } from "../../zh/pattern";
import { others } from "../../zh/words/claim-others";
import { rates as words } from "../../zh/words/claim-rates";
import type { ClaimNode, Line, PercentToken } from "../../reading";
import { sharesPair, wordsAround } from "./name-pairs";
import type { Pair } from "./pairs";

/**
 * Whether a share is told of something without a number: 从甲国的进口量占总进口量的41%, 亚洲占比在55%. Its numerator stands in its sentence,
 * and what is named before 占 in its own clause is what that counts.
 */
export function isShareOfOthers(
  line: Line,
  token: PercentToken,
  sentence: number,
  near: readonly ClaimNode[],
  { part }: Pair,
): boolean {
  const told = near.filter(({ count }) => count.sentence === sentence);
  if (told.length === 0) return true;
  const clause = clauseBefore(line, token.start).replace(/^[（(]/u, "");
  const at = clause.indexOf("占");
  const name = clause.slice(0, Math.max(0, at)).replace(SHARE_FILLER, "");
  if (at < 0 || name.length < LONG_NAME || /\d/u.test(name)) return false;
  return !sharesPair(name, wordsAround(told.filter(({ count }) => count.value === part || told.length > 1)));
}

const SHARE_FILLER = reWith("gu")`${words.shareFillers}`;

/** The words of its clause before a figure. */
export function clauseBefore(line: Line, end: number): string {
  const text = line.plain.slice(Math.max(0, end - 24), end);
  return text.slice(Math.max(text.lastIndexOf("，"), text.lastIndexOf("；"), text.lastIndexOf("。")) + 1);
}

const BESIDE_IT = reWith("u")`${others.beside}`;

/** 开工率72%，其中甲类开工率90%，乙类开工率87%: the counts before the first are its own, those behind it have none. */
export function isSaidOfAnother(
  { plain, tokens }: Line,
  token: PercentToken,
  label: string,
  near: readonly ClaimNode[],
  { part }: Pair,
): boolean {
  const own = near.filter(({ count }) => count.value === part && count.end <= token.start).pop();
  const first = tokens.find((one) => one.type === "percent" && own !== undefined && one.start >= own.count.end);
  if (
    !own ||
    !first ||
    first === token ||
    near.some(({ count }) => count.start > first.end && count.end <= token.start)
  )
    return false;
  const rate = label.slice(-3);
  return (
    BESIDE_IT.test(plain.slice(first.end, token.start)) &&
    rate.endsWith("率") &&
    plain.slice(own.count.end, first.start).includes(rate)
  );
}

/** 完成投资1000亿元，农村自来水普及率92%: none of the two counts bears what the rate is named of. */
export function isNamedOtherwise(label: string, near: readonly ClaimNode[], { part, whole }: Pair): boolean {
  const name = label.replace(NAME_END, "");
  if (name.length < LONG_NAME) return false;
  const told = wordsAround(near.filter(({ count }) => count.value === part || count.value === whole));
  const deed = label.slice(name.length, name.length + 2);
  return !told.includes(deed) && !sharesPair(name, told);
}

const NAME_END = /[\u4e00-\u9fff]{2}[率度].*$/u;
const LONG_NAME = 4;

/** 15个国考断面优良水体比例达到86.7%: named right behind a count, and by more than a share, it is told within that count. */
export function isToldWithin(lead: string, label: string): boolean {
  return lead.startsWith(label) && SHARE_END.test(label) && label.replace(SHARE_END, "").length > 1;
}

const SHARE_END = reWith("u")`${words.shareNames}$|占比$`;

/**
 * 话务接通率96%；平台答复7.25万件; 答复7.25万件，答复率75%；转办2.42万件，办结率97%: a rate between ；， is of nothing that only another
 * member of the list tells, unless that opens the list.
 */
export function isBehindSemicolon(
  { plain }: Line,
  token: PercentToken,
  near: readonly ClaimNode[],
  label: string,
  { part, whole }: Pair,
): boolean {
  const isApart = ({ count: { start, end } }: ClaimNode): boolean =>
    (start > token.end ? plain.slice(token.end, start) : plain.slice(end, token.start)).search(/[；;]/u) >= 0;
  const parts = near.filter(({ count }) => count.value === part);
  if (parts.length > 0 && parts.every((node) => node.count.start > token.end && isApart(node))) return true;
  const wholes = near.filter(({ count }) => count.value === whole);
  const deed = label.slice(-RATE_OF_DEED, -1);
  return (
    parts.some((node) => !isApart(node)) &&
    wholes.length > 0 &&
    wholes.every(
      (node) =>
        isApart(node) &&
        (node.count.state === "done" ||
          // 累计处置甲类166公顷；处置乙类74公顷，处置率33%
          node.count.before.includes(deed) ||
          (node !== near[0] && !node.count.opens && !node.count.tellsAll)),
    )
  );
}

/** 处置率 */
const RATE_OF_DEED = 3;
