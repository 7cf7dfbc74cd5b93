/** Sets of kinds that rules look at. */
import { KINDS, type Kind } from "../ledger";

/** Everything that is put right: all but accountability. */
export const RECTIFIED: readonly Kind[] = ["problem", "immediate", "letter", "clue", "matter"];
export const EVERY_KIND: readonly Kind[] = KINDS;
