/** The month's steps and what is open in each, from what the session already knows: nothing is read or written for it. */
import type { Session, Snapshot } from "../../app/session";
import type { PaneName } from "../shell/pane-props";

type StepName = "columns" | "check" | "tally" | "summary" | "notice" | "signOff";

/** `later`: what comes before it is not known or not settled. */
type StepState = "open" | "done" | "later";

export interface Step {
  readonly name: StepName;
  readonly pane: PaneName;
  readonly state: StepState;
  /** How many things are open; 0 where it is done, or not yet known. */
  readonly open: number;
}

/** What the steps are judged by. */
export interface MonthFacts {
  /** Columns and rows that a person is asked about. */
  readonly asked: number;
  /** null until checked. */
  readonly errors: number | null;
  /** Items without a readable status. */
  readonly unknown: number;
  /** Rules whose findings hold the paragraph back. */
  readonly held: number;
  /** Facts of the notice that are filled in. */
  readonly facts: number;
}

/**
 * The steps in their order.
 * @example monthSteps({ asked: 0, errors: 3, unknown: 0, held: 1, facts: 0 })[1] // { name: "check", state: "open", open: 3, … }
 */
export function monthSteps(facts: MonthFacts): readonly Step[] {
  const { asked, errors, unknown, held } = facts;
  const checked = errors !== null;
  const sound = checked && held === 0;
  const isGiven = facts.facts > 0;
  const step = (name: StepName, pane: PaneName, open: number, known = true): Step => ({
    name,
    pane,
    open: known ? open : 0,
    state: !known ? "later" : open > 0 ? "open" : "done",
  });
  return [
    step("columns", "ledger", asked),
    checked ? step("check", "check", errors) : { name: "check", pane: "check", state: "open", open: 0 },
    step("tally", "tally", unknown, checked),
    step("summary", "summary", held, checked),
    // Until its facts are given a notice has gaps; how many is counted where it is shown.
    isGiven || !sound ? step("notice", "notice", 0, sound) : { name: "notice", pane: "notice", state: "open", open: 0 },
    // It can be made without them, and is no more done than the notice.
    isGiven || !sound || errors > 0
      ? step("signOff", "notice", errors ?? 0, sound)
      : { name: "signOff", pane: "notice", state: "open", open: 0 },
  ];
}

/** Reads the facts off a session. */
export function monthFacts(session: Session, snapshot: Snapshot): MonthFacts {
  const { ledgers, counts, checked } = snapshot;
  const kinds = session.tally()?.kinds ?? [];
  return {
    asked: ledgers.reduce(
      (sum, { columns, rowDoubts }) => sum + columns.filter(({ doubtful }) => doubtful).length + rowDoubts.length,
      0,
    ),
    errors: checked && counts ? counts.error : null,
    unknown: kinds.reduce((sum, kind) => sum + kind.byStatus.unknown.value, 0),
    held: checked ? (session.held()?.held.length ?? 0) : 0,
    facts: [...snapshot.facts].filter(([, text]) => text.trim() !== "").length,
  };
}

/** Where a pane leads on to; null at the end. */
const ONWARD: Readonly<Record<PaneName, PaneName | null>> = {
  ledger: "check",
  check: "tally",
  tally: "summary",
  month: "summary",
  summary: "notice",
  notice: "proofread",
  proofread: null,
};

export const nextPane = (pane: PaneName): PaneName | null => ONWARD[pane];
