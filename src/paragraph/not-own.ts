/** Figures whose words are another's: the whole that a part is of, and lists told in turn. */
import { reWith } from "../zh/pattern";
import { IN_TURN, PART_BEHIND } from "../zh/words/paragraph";
import { behindOf, type Facets } from "./facets";
import { isSubject, statusPlace, totalPlace } from "./names";
import type { Piece, PieceFigure } from "./pieces";
import type { Verdict } from "./types";
import { doubt, fixed } from "./verdicts";

/** 个问题中的, with the next figure behind it. */
const WHOLE_OF = reWith("u")`^[^，。；：、\d]{0,10}${PART_BEHIND}$`;
const TURNS = reWith("u")`${IN_TURN}[^，。；、\d]{0,4}$`;

/**
 * 已完成10个问题中的4个: the state is of the 4, and the 10 are asked about; 分别为2个、2个、0个: none is of the words before it alone.
 * Null where a figure's words are its own.
 */
export function notItsOwn(figure: PieceFigure, piece: Piece, { statuses, subjects, filters }: Facets): Verdict | null {
  if (TURNS.test(figure.before)) return fixed("noMetric");
  const next = piece.figures[piece.figures.indexOf(figure) + 1];
  const [told] = statuses;
  if (told === undefined || next === undefined || figure.ratio !== null) return null;
  // The words between two figures stand with either of them.
  if (!WHOLE_OF.test(behindOf(figure, piece)) && !WHOLE_OF.test(next.before)) return null;
  const [subject = "problem"] = subjects.filter(isSubject);
  return doubt("whose", [totalPlace(subject, filters), statusPlace(subject, told.status, filters)]);
}
