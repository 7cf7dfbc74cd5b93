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
    if (latest.current.lands === undefined) return undefined;
    let here = true;
    const { checked, activity } = session.getSnapshot();
    if (checked || (activity?.action === "check" && activity.state === "busy")) return undefined;
    void session.check({ asked: false }).then(() => {
      const { pane, lands, show } = latest.current;
      if (!here || lands !== true || pane !== "ledger" || isBegun()) return;
      const snapshot = session.getSnapshot();
      if (snapshot.checked && monthFacts(session, snapshot).asked === 0) show("check");
    });
    return () => {
      here = false;
    };
  }, [session]);
}

/** Whether anything in this window was pressed. */
function isBegun(): boolean {
  const { userActivation } = navigator as { userActivation?: { readonly hasBeenActive: boolean } };
  return userActivation?.hasBeenActive ?? false;
}
