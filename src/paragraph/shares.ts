/** 11个未完成，占46%: what a share is, by what its count is. */
import { givesPercent, type Group } from "./groups";
import { shareOfPlace } from "./names";
import type { FigureToken, PieceFigure } from "./pieces";
import type { Verdict } from "./types";
import { doubt, fixed, place, valueOf } from "./verdicts";

interface ShareOf {
  readonly group: Group;
  /** The count; null where only a whole was told. */
  readonly figure: PieceFigure | null;
  /** What the count was taken for. */
  readonly count: Verdict | undefined;
  /** Words that nothing explains. */
  readonly words: string;
  /** 占 stands before it, or nothing does. */
  readonly isNamed: boolean;
}

export function shareVerdict(token: FigureToken, { group, figure, count, words, isNamed }: ShareOf): Verdict {
  if (group.foreign) return fixed("foreign");
  if (figure === null || count === undefined || count.type === "fixed") return fixed("noMetric");
  const own = count.type === "place" ? [count.place] : count.candidates;
  const names = own.flatMap((one) => shareOfPlace(one) ?? []);
  const [name] = names;
  if (name === undefined) return fixed("noMetric");
  if (words !== "" || group.scope !== "") return doubt("words", names, words || group.scope);
  if (count.type === "doubt") return doubt(count.why, names);
  const fits = isNamed ? givesPercent(valueOf(figure.token), group.total, valueOf(token), token.decimals) : null;
  return fits === false ? doubt("otherRate", names) : place(name);
}
