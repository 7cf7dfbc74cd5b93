/**
 * What is typed on while a card is being written, by somebody who goes faster than the list: it stands in the card that
 * comes next. A text that Enter ends is one text: it is applied there, and the next one begins anew.
 */
import type { ColumnKey } from "../../ledger";

/** Milliseconds in which the next card comes, if one does. */
export const NEXT_WITHIN = 500;

export interface Ahead {
  /** The field into which it was typed; null for one that is no field of ours. */
  readonly field: ColumnKey | null;
  /** Ended by Enter, in this order; of the cards that follow, one each. */
  readonly entered: readonly string[];
  /** Not ended yet; null where nothing is. */
  readonly open: string | null;
}

/** Typed on: takes the place of what was not ended yet. */
export const typedOn = (ahead: Ahead | null, field: Ahead["field"], text: string): Ahead => ({
  field,
  entered: ahead?.entered ?? [],
  open: text === "" ? null : text,
});

/** Enter: what was typed is a text of its own now. Without any it is a second press, and nothing. */
export const enteredOn = (ahead: Ahead | null): Ahead | null =>
  ahead === null || ahead.open === null ? ahead : { ...ahead, entered: [...ahead.entered, ahead.open], open: null };

/** What the card that comes next begins with. */
interface Begun {
  /** In its field. */
  readonly text: string | null;
  /** Whether it is applied: only into a field such as it was typed for. */
  readonly applies: boolean;
  readonly rest: Ahead | null;
}

/**
 * @param field of the card that has come
 * @example beginWith({ field: "deadline", entered: ["2027年2月底"], open: "20" }, "deadline") // applies "2027年2月底"; "20" is for the card after it
 */
export function beginWith({ field: typedInto, entered, open }: Ahead, field: Ahead["field"]): Begun {
  const [first, ...others] = entered;
  if (first === undefined) return { text: open, applies: false, rest: null };
  return { text: first, applies: typedInto === field, rest: { field, entered: others, open } };
}

/** Texts that no card takes any more, as they are told. */
export const leftOver = (ahead: Ahead | null): string => (ahead?.entered ?? []).map((text) => `“${text}”`).join("、");
