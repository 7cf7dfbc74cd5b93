/**
 * Going through the findings: which one is being looked at, the one before and after it, and which follows when it is
 * settled. The cell of the one looked at is selected in the sheet; what held the keyboard hands it on. Who works in the sheet
 * itself keeps their place there: the list goes on to the next finding, and neither selects its cell nor takes the keyboard.
 */
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type MutableRefObject } from "react";
import type { Finding } from "../../rule";
import { useSession } from "../session-context";
import { keyboardIsLost } from "../use-lost-focus";
import { useJump } from "../shell/jumping";
import { standingOf } from "./standing";
import { TypedAhead } from "./typed-ahead";

/** Milliseconds a card must stay before its cell is selected: whoever hurries through the list asks for the last only. */
const SELECT_AFTER = 60;

export interface Review {
  /** Id of the finding looked at. */
  readonly current: string | null;
  /** Its place in the order, -1 without one. */
  readonly index: number;
  readonly select: (id: string) => void;
  readonly step: (by: 1 | -1) => void;
  readonly close: () => void;
  /** Whether the card of this finding is to take the keyboard now; asked once. */
  readonly takesFocus: (id: string) => boolean;
  /** What becomes of texts whose card goes while they are typed; the same object always. */
  readonly typing: {
    /** What is typed on while a card is being written. */
    readonly ahead: TypedAhead;
    /** Where a card that goes while a text is typed into it leaves that text. */
    readonly dropped: MutableRefObject<string | null>;
    /** Tells texts that no card takes. */
    readonly lose: (texts: readonly string[]) => void;
  };
  /** Texts that were not written because their card went; null again with the next one. */
  readonly lost: readonly string[] | null;
}

/**
 * @param order findings as they are listed
 * @param all those and the ones a filter hides
 */
export function useReview(order: readonly Finding[], all: readonly Finding[]): Review {
  const session = useSession();
  const [current, setCurrent] = useState(() => standingOf(session).open);
  useEffect(() => {
    standingOf(session).open = current;
  }, [session, current]);
  const wish = useRef<string | null>(null);
  const before = useRef(order);
  // The card that was open before another pane was looked at is open again, and leads nobody anywhere by that.
  const leads = useRef(current === null);
  const dropped = useRef<string | null>(null);
  const [lost, setLost] = useState<readonly string[] | null>(null);
  const typing = useMemo<Review["typing"]>(
    () => ({
      ahead: new TypedAhead((card) => idsBehind(before.current, card)),
      dropped,
      lose: (texts) => {
        if (texts.length > 0) setLost(texts);
      },
    }),
    [],
  );

  // Whoever goes elsewhere by themselves leaves what was typed for the card that would have come.
  const goTo = useCallback(
    (id: string | null) => {
      const left = typing.ahead.drop();
      setLost(left.length === 0 ? null : left);
      setCurrent(id);
    },
    [typing],
  );
  const select = useCallback(
    (id: string) => {
      wish.current = id;
      leads.current = true;
      goTo(id);
    },
    [goTo],
  );

  // Before anything is painted: no card is closed and the next one not yet open.
  useLayoutEffect(() => {
    if (current !== null && order.every(({ id }) => id !== current)) {
      const hidden = all.some(({ id }) => id === current);
      const next = hidden ? null : successor(before.current, current, order);
      // What is typed on belongs to the card that went, not into the next one's cell.
      leads.current = !worksInSheet() && dropped.current === null;
      setLost(dropped.current === null ? null : [dropped.current]);
      if (next !== null && leads.current && keyboardIsLost()) wish.current = next;
      setCurrent(next);
    }
    dropped.current = null;
    before.current = order;
  }, [order, all, current]);

  useSelectedCell(current, leads);

  const index = current === null ? -1 : order.findIndex(({ id }) => id === current);
  return {
    current,
    index,
    select,
    typing,
    lost,
    step: (by) => {
      const next = index < 0 ? (by > 0 ? order[0] : order[order.length - 1]) : order[index + by];
      if (next) select(next.id);
    },
    close: useCallback(() => goTo(null), [goTo]),
    takesFocus: useCallback((id) => {
      if (wish.current !== id) return false;
      wish.current = null;
      return true;
    }, []),
  };
}

/**
 * Which finding follows one that is gone: what is still wrong with the same cell, else the next that stands, else the one
 * before it.
 * @example successor([a, b, c], "b", [a, c]) // "c"
 */
function successor(before: readonly Finding[], gone: string, now: readonly Finding[]): string | null {
  const at = before.findIndex(({ id }) => id === gone);
  const was = before[at];
  if (!was) return null;
  const known = new Set(before.map(({ id }) => id));
  const again = now.find(
    ({ id, rule, sheet, row, col }) =>
      !known.has(id) && rule === was.rule && sheet === was.sheet && row === was.row && col === was.col,
  );
  if (again) return again.id;
  const standing = new Set(now.map(({ id }) => id));
  const nearest = [...before.slice(at + 1), ...before.slice(0, at).reverse()];
  return nearest.find(({ id }) => standing.has(id))?.id ?? null;
}

/** Findings behind one, in their order. */
const idsBehind = (order: readonly Finding[], card: string): readonly string[] =>
  order.slice(order.findIndex(({ id }) => id === card) + 1).map(({ id }) => id);

/** Whether the keyboard is in Excel, or in the page's own sheet. */
const worksInSheet = (): boolean =>
  !document.hasFocus() || document.activeElement?.closest("[role=grid]") instanceof Element;

/** Selects the cell of the finding looked at, beside the pane; one that cannot be seen there is told. */
function useSelectedCell(current: string | null, leads: { readonly current: boolean }): void {
  const session = useSession();
  const jump = useJump();
  useEffect(() => {
    if (current === null || !leads.current) return undefined;
    let here = true;
    const timer = setTimeout(async () => {
      const outcome = await session.followFinding(current);
      if (here && outcome !== null && outcome.hidden > 0) void jump.toFinding(current);
    }, SELECT_AFTER);
    return () => {
      here = false;
      clearTimeout(timer);
    };
  }, [current, leads, session, jump]);
}
