/** The period before, chosen or found, and the comparison with it. */
import { useCallback, useEffect, useMemo, useState } from "react";
import { keptPeriods, latestBefore, settledPairs, type KeptPeriod } from "../../app/kept-periods";
import { compareWithKept, compareWithPeriod, COMPARE_PRECISION, lastPeriodOf, periodNow } from "../../app/month";
import type { KeptElsewhere, Session } from "../../app/session";
import type { Compared, Period } from "../../month";
import { useSession, useSnapshot } from "../session-context";

/** A period that is compared with. */
export interface OldPeriod {
  /** Name of its file or workbook; null: one kept for the open workbook. */
  readonly name: string | null;
  readonly period: Period;
  /** A ledger that states no day. */
  readonly guessed: boolean;
}

/** What a person chose: a kept day, a snapshot's file, nothing; "found": nobody chose, the latest kept one is taken. */
export type Choice =
  | { readonly type: "found" | "none" }
  | { readonly type: "kept"; readonly day: string }
  | { readonly type: "file"; readonly name: string; readonly period: Period };

const FOUND: Choice = { type: "found" };

/** Choices outlast the pane, not the workbook. */
const chosen = new WeakMap<Session, { readonly workbook: string | null; readonly choice: Choice }>();

export interface Periods {
  readonly now: Period | null;
  readonly kept: readonly KeptPeriod[];
  readonly old: OldPeriod | null;
  readonly compared: Compared | null;
  /** The comparison as the ledger stands when it is asked. */
  readonly compare: () => Compared | null;
  readonly precision: 0 | 1 | 2;
  readonly choose: (choice: Choice) => void;
}

export function usePeriods(): Periods {
  const session = useSession();
  const { revision, settings, workbook } = useSnapshot();
  const key = workbook?.key ?? null;
  const elsewhere = useElsewhere(session, key);
  const own = session.periods();
  const ownPairs = session.settledPairs();
  const ledger = session.comparedWith();
  const [, redraw] = useState(0);
  const remembered = chosen.get(session);
  const choice = remembered?.workbook === key ? remembered.choice : FOUND;
  const now = useMemo(
    () => periodNow(session, false),
    // `revision` stands for everything the reading depends on.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [session, revision],
  );
  const kept = useMemo(() => (now === null ? [] : keptPeriods(own, elsewhere, now)), [own, elsewhere, now]);
  const choose = useCallback(
    (next: Choice) => {
      chosen.set(session, { workbook: key, choice: next });
      const given = next.type === "file" ? next : next.type === "kept" ? keptOn(next.day, kept) : null;
      if (given !== null) compareWithKept(session, given.name, given.period);
      redraw((n) => n + 1);
    },
    [session, key, kept],
  );
  const old = useMemo(
    () => (now === null ? null : oldPeriod(session, choice, kept, now)),
    // The ledger that is compared with is the session's.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [session, choice, kept, now, ledger],
  );
  const compare = useCallback(
    () =>
      old === null ? null : compareWithPeriod(session, old.period, settledPairs(session.settledPairs(), elsewhere)),
    [session, old, elsewhere],
  );
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const compared = useMemo(() => compare(), [compare, ownPairs, revision]);
  const precision = settings.precision === 0 ? COMPARE_PRECISION : settings.precision;
  return { now, kept, old, compared, compare, precision, choose };
}

/** A kept period by its day, called by it. */
function keptOn(day: string, kept: readonly KeptPeriod[]): { readonly name: string; readonly period: Period } | null {
  const found = kept.find((one) => one.day === day);
  return found !== undefined && "period" in found.read ? { name: day, period: found.read.period } : null;
}

function oldPeriod(session: Session, choice: Choice, kept: readonly KeptPeriod[], now: Period): OldPeriod | null {
  if (choice.type === "none") return null;
  if (choice.type === "file") return { name: choice.name, period: choice.period, guessed: false };
  if (choice.type === "found") {
    const ledger = session.comparedWith();
    const period = lastPeriodOf(session);
    if (ledger !== null && period !== null)
      return { name: ledger.name, period, guessed: session.lastPeriod()?.reading.asOf.source === "today" };
  }
  const found = choice.type === "kept" ? kept.find(({ day }) => day === choice.day) : latestBefore(kept, now);
  if (found === undefined || found === null || !("period" in found.read)) return null;
  return { name: found.workbook, period: found.read.period, guessed: false };
}

const NOTHING: readonly KeptElsewhere[] = [];

function useElsewhere(session: Session, workbook: string | null): readonly KeptElsewhere[] {
  const [found, setFound] = useState(NOTHING);
  useEffect(() => {
    let current = true;
    void session.periodsElsewhere().then((all) => {
      if (current) setFound(all);
    });
    return () => {
      current = false;
    };
  }, [session, workbook]);
  return found;
}
