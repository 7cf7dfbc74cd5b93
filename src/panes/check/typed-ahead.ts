/**
 * What is typed on while a card is being written, by somebody who goes faster than the list. A text that Enter ends is one
 * text, typed for one card: the one that stood next in the list just then. It is applied there and nowhere else; what comes
 * to another card is looked at first, and what comes to none is told.
 */
import type { ColumnKey } from "../../ledger";

/** Milliseconds in which the next card comes, if one does. */
export const NEXT_WITHIN = 500;

/** The field of a card into which a text is typed; null for one that is no field of ours. */
type Field = ColumnKey | null;

/** What the card that comes next begins with. */
interface Begun {
  /** In its field. */
  readonly text: string;
  /** Whether Enter had ended it. */
  readonly entered: boolean;
  /** Whether it is applied: only where it was typed for. */
  readonly applies: boolean;
}

/** One for a list of findings; a card names itself by the id of its finding. */
export class TypedAhead {
  /** The card it was typed into, and its field. */
  #card: string | null = null;
  #field: Field = null;
  /** Ended by Enter, in this order, each with the card it was typed for. */
  #entered: { readonly text: string; readonly card: string | null }[] = [];
  #open: string | null = null;

  /** @param following cards behind one, in the order of the list as it stands */
  constructor(private readonly following: (card: string) => readonly string[]) {}

  /** Typed, and not ended yet; null where nothing is. */
  get open(): string | null {
    return this.#open;
  }

  get isEmpty(): boolean {
    return this.#open === null && this.#entered.length === 0;
  }

  /** Typed on: takes the place of what was not ended yet. */
  typed(card: string, field: Field, text: string): void {
    this.#card = card;
    this.#field = field;
    this.#open = text === "" ? null : text;
  }

  /** Enter: what was typed is a text of its own now; false where nothing was, as by a second press. */
  entered(): boolean {
    if (this.#open === null || this.#card === null) return false;
    const card = this.following(this.#card)[this.#entered.length] ?? null;
    this.#entered.push({ text: this.#open, card });
    this.#open = null;
    return true;
  }

  /**
   * Gives the card that has come what it begins with; null where nothing was typed.
   * @example two cards "b", "c" behind "a", where 2027年2月底⏎20 was typed: begin("b", "deadline") gives
   * { text: "2027年2月底", entered: true, applies: true }, and 20 stays for "c"
   */
  begin(card: string, field: Field): Begun | null {
    if (this.isEmpty) return null;
    const first = this.#entered.shift();
    const applies = first !== undefined && first.card === card && this.#field === field;
    const text = first?.text ?? this.#open ?? "";
    if (first === undefined) this.#open = null;
    this.#card = card;
    this.#field = field;
    return { text, entered: first !== undefined, applies };
  }

  /** Ended by Enter, and not applied yet. */
  get waiting(): readonly string[] {
    return this.#entered.map(({ text }) => text);
  }

  /**
   * Forgets everything.
   * @param card only what was typed into this one
   * @returns the texts that no card takes any more
   */
  drop(card: string | null = this.#card): readonly string[] {
    if (card !== this.#card) return [];
    const texts = this.#open === null ? this.waiting : [...this.waiting, this.#open];
    this.#card = null;
    this.#entered = [];
    this.#open = null;
    return texts;
  }
}
