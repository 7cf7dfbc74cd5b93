/** What became of one cell's edit. */
import type { EditOutcome } from "../../hosts/port";
import type { Change } from "./journal";

export interface ChangeOutcome {
  readonly change: Change;
  readonly outcome: EditOutcome;
}
