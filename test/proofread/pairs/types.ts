/** A right text, and the same with one change that makes it wrong. */
export type Pair = readonly [right: string, wrong: string];
