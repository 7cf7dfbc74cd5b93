/** Which figures of a notice were held against its ledger, so that a person knows what is left to check by hand. */
import type { ProofContext } from "../types";
import { askedFigures } from "./asked/read";
import { bareFigures } from "./bare-figures";
import { knownCards } from "./ledger-group";
import { ratesOf, toldFigures } from "./told-figures";

/** A figure that nothing of the ledger was compared with. */
interface Uncompared {
  /** 1-based line. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** With the words before it in its clause. */
  readonly quote: string;
}

export interface ComparedFigures {
  /** How many were held against the ledger, right or wrong. */
  readonly compared: number;
  readonly uncompared: readonly Uncompared[];
}

const WORDS_BEFORE = /[^，。；;：:、（）()]{0,12}$/u;

/**
 * Counts and percentages outside of the items (those inside are compared as part of their item's text). Dates, telephone
 * and document numbers are no figures.
 * @returns null without a ledger
 */
export function comparedFigures(context: ProofContext): ComparedFigures | null {
  const { ledger, document, lines } = context;
  if (!ledger) return null;
  const held = new Set<string>();
  for (const { place, start } of toldFigures(context)) held.add(`${place.line}:${start}`);
  for (const { rate } of ratesOf(context)) held.add(`${rate.token.line}:${rate.token.start}`);
  const bare = bareFigures(context);
  for (const { place, start } of bare.figures) held.add(`${place.line}:${start}`);
  for (const { token } of bare.rates) held.add(`${token.line}:${token.start}`);
  const asked = askedFigures(context);
  for (const { place, start } of asked.figures) held.add(`${place.line}:${start}`);
  for (const { token } of asked.rates) held.add(`${token.line}:${token.start}`);
  for (const { card } of knownCards(context, ledger))
    for (const { line, start } of card.figures) held.add(`${line}:${start}`);
  let compared = 0;
  const uncompared: Uncompared[] = [];
  for (const { index, tokens, plain, text } of lines) {
    for (const token of tokens) {
      if (token.type !== "percent" && !(token.type === "number" && token.unit !== "")) continue;
      if ((document.itemOfLine[index] ?? -1) >= 0) continue;
      if (held.has(`${index}:${token.start}`)) compared++;
      else {
        const start = token.start - (WORDS_BEFORE.exec(plain.slice(0, token.start))?.[0].length ?? 0);
        const end = token.type === "number" ? token.unitEnd : token.end;
        uncompared.push({ line: index + 1, start, end, quote: text.slice(start, end) });
      }
    }
  }
  return { compared, uncompared };
}
