/** What of the snapshot the status line shows. Apart from the line itself, which loads when there is something to show. */
import type { Activity, Snapshot } from "../../app/session";

/** Whether the person ended it: no failure to be mended. */
export function wasCancelled(activity: Activity): boolean {
  return activity.state === "cancelled" || activity.failure?.code === "cancelled";
}

type Shown = Activity | "waiting" | "updating";

/** @returns null where there is nothing to say */
export function shownActivity(snapshot: Snapshot, nothingRead: boolean): Shown | null {
  const { activity, waiting } = snapshot;
  if (waiting !== null) return "waiting";
  // Where nothing is read yet, the whole pane tells how the opening goes.
  const told = activity?.action === "open" && nothingRead && !wasCancelled(activity);
  if (activity?.state === "busy") return told ? null : activity;
  if (snapshot.updating) return "updating";
  return told ? null : activity;
}
