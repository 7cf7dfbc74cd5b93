/** What is known of a figure when it is judged. */
import type { Status } from "../ledger";
import type { Facets } from "./facets";
import type { Counted } from "./lexicon";
import type { Piece, PieceFigure } from "./pieces";

/** A figure with what its words say. */
export interface Reading {
  readonly figure: PieceFigure;
  readonly piece: Piece;
  readonly facets: Facets;
  /** Statuses named anywhere in its sentence. */
  readonly beside: ReadonlySet<Status>;
}

/** What pieces without a figure said of those behind them. */
export interface Pending {
  subject: Counted | null;
  filters: readonly string[];
  foreign: boolean;
  scope: string;
}

export const NOTHING_PENDING: Pending = { subject: null, filters: [], foreign: false, scope: "" };
