/** Which shipped style fits a ledger, and what in the ledger says so. */
import type { Reading } from "../ledger";
import type { Tally } from "../tally";
import { columnsNamed } from "./known";
import type { StyleName } from "./style-names";
import { AUDIT_TITLE } from "../zh/words/template";

type StyleReason =
  /** An audit's ledger: its title or sheet says so, or it tells amounts by type. */
  "audit" | "phased" | "partial" | "clues" | "matters" | "plain";

export interface StyleSuggestion {
  readonly style: StyleName;
  readonly why: StyleReason;
  /** Items the reason speaks of; 0 where it speaks of none. */
  readonly count: number;
}

/**
 * The style whose parts the ledger fills.
 * @example suggestStyle(reading, tally) // { style: "phased", why: "phased", count: 59 }
 */
export function suggestStyle(reading: Reading, tally: Tally): StyleSuggestion {
  const kind = (name: string) => tally.kinds.find((one) => one.kind === name);
  const problems = kind("problem");
  const titles = reading.ledgers.map(({ layout, sheet }) => layout.title + sheet).join("");
  const hasColumns = ["类型", "问题金额"].every((name) => columnsNamed(reading, name).type === "found");
  if (AUDIT_TITLE.some((word) => titles.includes(word)) || hasColumns)
    return { style: "audit", why: "audit", count: 0 };
  const phased = problems?.byStatus.phased.value ?? 0;
  if (phased > 0) return { style: "phased", why: "phased", count: phased };
  const partial = problems?.byStatus.partial.value ?? 0;
  if (partial > 0) return { style: "partial", why: "partial", count: partial };
  const clues = kind("clue")?.total.value ?? 0;
  if (clues > 0) return { style: "items", why: "clues", count: clues };
  const matters = kind("matter")?.total.value ?? 0;
  if (matters > 0) return { style: problems === undefined ? "bulletin" : "measures", why: "matters", count: matters };
  return { style: "rate", why: "plain", count: 0 };
}
