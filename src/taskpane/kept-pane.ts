/**
 * The ribbon's buttons share one pane: a press while it is open loads it anew at what the button asks for. A button that
 * asks for nothing finds the pane where it was. Kept for as long as the window of the workbook is open.
 */
import type { PaneName } from "../panes/shell/pane-props";

const KEY = "taizhang:pane";

/** @param workbook where the workbook is, so that another one in the same window begins anew */
export function keptPane(workbook: string): PaneName | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "null") as { workbook: string; pane: PaneName } | null;
    return kept?.workbook === workbook ? kept.pane : null;
  } catch {
    // A browser that keeps nothing.
    return null;
  }
}

export function keepPane(workbook: string, pane: PaneName): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ workbook, pane }));
  } catch {
    // As above.
  }
}
