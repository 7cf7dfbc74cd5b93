/**
 * Beside Excel nobody opens a pane to look at columns: once the ledger is there it is checked by itself, and the pane goes on
 * to what is wrong. It stays where a person is asked about columns or rows, and where somebody has begun to do something.
 */
import { useEffect, useRef } from "react";
import { useSession } from "../session-context";
import type { PaneName } from "../shell/pane-props";
import { monthFacts } from "./steps";

/**
 * @param props.lands whether to go on to 核验, asked when it is checked; absent: a person asks for the check
 * @param props.show shows a pane without taking the keyboard from the sheet
 */
export function useLanding(props: {
  readonly pane: PaneName;
  readonly lands: (() => boolean) | undefined;
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
    let here = true;
    void session.check({ asked: false }).then(() => {
      const snapshot = session.getSnapshot();
      const { pane: now, show } = latest.current;
      if (!here || now !== "ledger" || !lands() || !snapshot.checked) return;
      if (monthFacts(session, snapshot).asked === 0) show("check");
    });
    return () => {
      here = false;
    };
  }, [session]);
}
