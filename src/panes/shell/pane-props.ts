/** What panes and the frame around them agree on. */
import type { CellValue } from "../../grid";

export type PaneName = "ledger" | "check" | "tally" | "month" | "summary" | "notice" | "proofread";

/** Where the user's cursor is, and what stands there. */
export type ReadActiveCell = () => Promise<{
  readonly sheet: string;
  readonly row: number;
  readonly col: number;
  readonly value: CellValue;
}>;

/** What a pane may ask of its surroundings. */
export interface PaneProps {
  readonly go: (pane: PaneName) => void;
  readonly activeCell?: ReadActiveCell | undefined;
}
