/** Looks at the workbook again whenever the window comes to the front: events are hints, and some changes tell none. */
import { useEffect } from "react";
import type { Session } from "../../app/session";

/** Milliseconds between two looks at least. */
const BETWEEN = 2_000;

/** Nothing is read beside what is being done; its end reads what matters to it. */
function isBusy(session: Session): boolean {
  const { phase, activity, waiting, updating, workbook } = session.getSnapshot();
  return workbook === null || phase !== "ready" || activity?.state === "busy" || waiting !== null || updating;
}

export function useGlance(session: Session): void {
  useEffect(() => {
    let last = Number.NEGATIVE_INFINITY;
    const look = () => {
      const now = performance.now();
      if (document.visibilityState !== "visible" || now - last < BETWEEN || isBusy(session)) return;
      last = now;
      void session.glance();
    };
    document.addEventListener("visibilitychange", look);
    window.addEventListener("focus", look);
    return () => {
      document.removeEventListener("visibilitychange", look);
      window.removeEventListener("focus", look);
    };
  }, [session]);
}
