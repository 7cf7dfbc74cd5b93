/**
 * What a person finds again in 核验 while this window is open: the card that was open, texts typed into cells and not written,
 * and the places of the choices. Of one session, in memory: a cell's text that is not in its cell is no record.
 */
import type { MendTarget } from "../../app/mending";
import type { Session } from "../../app/session";

export interface Standing {
  /** Id of the finding whose card was open. */
  open: string | null;
  /** Typed and not written, by what it stands in (`typedPlace`). */
  readonly typed: Map<string, string>;
  /** Choices of a column in the order in which they were first offered. */
  readonly orders: Map<string, string[]>;
}

const STANDING = new WeakMap<Session, { readonly workbook: string; readonly standing: Standing }>();

/** What stands of the workbook that is open; another workbook begins anew. */
export function standingOf(session: Session): Standing {
  const workbook = session.getSnapshot().workbook?.key ?? "";
  const before = STANDING.get(session);
  if (before?.workbook === workbook) return before.standing;
  const standing: Standing = { open: null, typed: new Map(), orders: new Map() };
  STANDING.set(session, { workbook, standing });
  return standing;
}

/** Where a text is typed: over this text of this field, of this finding. */
export const typedPlace = (id: string, { field, text }: Pick<MendTarget, "field" | "text">): string =>
  [id, field ?? "", text].join("\n");

/**
 * Choices in the places they had: those that are offered for the first time stand behind.
 * @param order grows by what is new
 * @example inOldPlaces(["整改完毕", "已整改"], ["已整改", "整改完毕", "未整改"]) // ["整改完毕", "已整改", "未整改"]
 */
export function inOldPlaces(order: string[], options: readonly string[]): readonly string[] {
  const known = new Set(order);
  for (const option of options) {
    if (!known.has(option)) order.push(option);
    known.add(option);
  }
  const places = new Map(order.map((option, place) => [option, place]));
  return [...options].sort((one, other) => places.get(one)! - places.get(other)!);
}
