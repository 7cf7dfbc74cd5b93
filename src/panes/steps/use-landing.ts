/**
 * Beside Excel nobody opens a pane to look at columns: once the ledger is there it is checked by itself, and the pane goes on
 * to what is wrong. It stays where a person is asked about columns or rows, and where somebody has begun to do something.
 */
import { useEffect, useRef } from "react";
import { useSession } from "../session-context";
import type { PaneName } from "../shell/pane-props";
import { monthFacts } from "./steps";

/**
 * @param props.lands goes on to 核验 (true), only checks (false), or neither (absent: a person asks for it)
 * @param props.show shows a pane without taking the keyboard from the sheet
 */
export function useLanding(props: {
  readonly pane: PaneName;
  readonly lands: boolean | undefined;
  readonly show: (pane: PaneName) => void;
}): void {
  const session = useSession();
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  useEffect(() => {
    const { lands, pane } = latest.current;
    const { checked, activity } = session.getSnapshot();
    const isUnderWay = activity?.action === "check" && activity.state === "busy";
    // The other panes that need it check by themselves.
    if (lands === undefined || pane !== "ledger" || checked || isUnderWay) return undefined;
    let begun = isAtWork();
    const begin = () => {
      begun = true;
    };
    for (const hand of HANDS) window.addEventListener(hand, begin, true);
    const stop = () => {
      for (const hand of HANDS) window.removeEventListener(hand, begin, true);
    };
    void session.check({ asked: false }).then(() => {
      stop();
      const snapshot = session.getSnapshot();
      const asked = monthFacts(session, snapshot).asked;
      const { current: now } = latest;
      if (now.lands === true && now.pane === "ledger" && !begun && snapshot.checked && asked === 0) now.show("check");
    });
    return () => {
      begin();
      stop();
    };
  }, [session]);
}

const HANDS = ["pointerdown", "keydown"] as const;

/** Whether the keyboard is in something of the pane already. */
const isAtWork = (): boolean => document.activeElement?.closest("[data-testid=panel] *") != null;
