/**
 * Counts told one by one, each with its share: 咨询类3352件，占47%；求助类2157件，占30%. None of them is what another is a share
 * of; where no whole is told they are all of it.
 */
import { reWith } from "../../zh/pattern";
import { rates as words } from "../../zh/words/claim-rates";
import type { ClaimNode, Paragraph, PercentToken } from "../../reading";
import { isCutOf, isShareOf } from "../percents";

/** A count with the share told right behind it. */
interface Shared {
  readonly node: ClaimNode;
  readonly token: PercentToken;
}

/** The list a share stands in, in text order; empty where it stands alone. */
export function shareListOf(paragraph: Paragraph, token: PercentToken): readonly Shared[] {
  let lists = KNOWN.get(paragraph);
  if (!lists) {
    lists = listsOf(paragraph);
    KNOWN.set(paragraph, lists);
  }
  return lists.get(token) ?? NONE;
}

/** The shares told right behind counts, alone or in lists. */
export function sharesOf(paragraph: Paragraph): ReadonlyMap<ClaimNode, PercentToken> {
  const shares = new Map<ClaimNode, PercentToken>();
  for (const token of paragraph.line.tokens)
    if (token.type === "percent")
      for (const { node, token: own } of shareListOf(paragraph, token)) shares.set(node, own);
  return shares;
}

const KNOWN = new WeakMap<Paragraph, ReadonlyMap<PercentToken, readonly Shared[]>>();
const NONE: readonly Shared[] = [];

function listsOf({ line, nodes }: Paragraph): ReadonlyMap<PercentToken, readonly Shared[]> {
  const lists = new Map<PercentToken, readonly Shared[]>();
  let list: Shared[] = [];
  let next = 0;
  let previous: ClaimNode | null = null;
  const close = (): void => {
    if (list.length > 1) for (const { token } of list) lists.set(token, list);
    list = [];
  };
  for (const token of line.tokens) {
    if (token.type !== "percent") continue;
    let told = 0;
    for (; (nodes[next]?.count.end ?? line.plain.length + 1) <= token.start; next++, told++)
      previous = nodes[next] ?? null;
    const lead = previous === null ? "" : line.plain.slice(previous.count.end, token.start);
    if (told !== 1 || list[0]?.node.count.unit !== previous?.count.unit) close();
    if (told === 0 || !previous?.count.exact || token.approx || !SHARE.test(lead)) continue;
    list.push({ node: previous, token });
  }
  close();
  return lists;
}

const SHARE = reWith("u")`^[，,、（(]?占${words.shareBehind}?[^，。；、\d]{0,8}$`;

/** What all shares of a list divide by, where they do: the sum of their counts. */
export function sumOfShares(list: readonly Shared[]): bigint {
  return list.reduce((sum, { node }) => sum + node.count.value, 0n);
}

/** All the others of the list are shares of its sum. */
export function othersFit(list: readonly Shared[], token: PercentToken): boolean {
  const sum = sumOfShares(list);
  const others = list.filter((one) => one.token !== token);
  return others.length > 1 && others.every(({ node, token: own }) => prints(own, node.count.value, sum));
}

/** All others of the list, one at least, are shares of a count told before them. */
export function dividesOthers(list: readonly Shared[], token: PercentToken, whole: bigint): boolean {
  const others = list.filter((one) => one.token !== token);
  return others.length > 0 && others.every(({ node, token: own }) => prints(own, node.count.value, whole));
}

function prints(token: PercentToken, part: bigint, whole: bigint): boolean {
  return isShareOf(token, part, whole) || isCutOf(token, part, whole);
}
