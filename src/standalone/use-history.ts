/**
 * The browser's Back on the page: it closes the dialog or menu that is open, else shows the section before. A reload comes
 * back to the section that was open. Entries differ by their state only, so that it works from file:// as well.
 */
import { useCallback, useEffect, useRef, useState } from "react";
import type { PaneName } from "../panes/shell/pane-props";
import type { PaneRequest } from "../panes/shell/use-open-pane";
import { PANE_NAMES } from "../panes/shell/panes";

/** What an entry of the browser's history holds. */
interface Place {
  readonly pane: PaneName;
  /** Its place in the row of entries: tells Back from Forward. */
  readonly at: number;
  /** A second entry of one section, for Back to take away while a dialog is open. */
  readonly over?: boolean;
}

const LAYERS = "[role=dialog], [role=alertdialog], [role=menu]";

function placeOf(state: unknown): Place | null {
  const place = state as Partial<Place> | null;
  return place && PANE_NAMES.includes(place.pane as PaneName) && Number.isInteger(place.at) ? (place as Place) : null;
}

/** The section that was open before a reload; 台账 on a visit of its own, whatever another one left in the history. */
function placeBefore(): PaneName {
  const [visit] = performance.getEntriesByType?.("navigation") ?? [];
  const again = visit !== undefined && (visit as PerformanceNavigationTiming).type !== "navigate";
  return (again ? placeOf(history.state)?.pane : undefined) ?? "ledger";
}

/**
 * @returns what the frame takes (where it begins, which section it is asked for, whom it tells), and how to ask for a section
 */
export function usePageHistory(): {
  readonly initialPane: PaneName;
  readonly landing: () => PaneName;
  readonly paneRequest: PaneRequest | undefined;
  readonly onPane: (pane: PaneName) => void;
  readonly show: (pane: PaneName) => void;
} {
  const [initialPane] = useState(placeBefore);
  const [paneRequest, setPaneRequest] = useState<PaneRequest>();
  const show = useCallback(
    (pane: PaneName) => setPaneRequest((before) => ({ pane, serial: (before?.serial ?? 0) + 1 })),
    [],
  );
  const shown = useRef(initialPane);
  /** Where the browser is. */
  const here = useRef<Place>({ pane: initialPane, at: placeOf(history.state)?.at ?? 0 });
  /** What Back has asked for and is not shown yet. */
  const asked = useRef<PaneName | null>(null);

  const onPane = useCallback((pane: PaneName) => {
    shown.current = pane;
    if (asked.current !== null) {
      if (asked.current === pane) asked.current = null;
    } else if (here.current.pane !== pane) {
      // An entry that only served a dialog is of no more use.
      const { at, over } = here.current;
      here.current = { pane, at: over ? at : at + 1 };
      if (over) history.replaceState(here.current, "");
      else history.pushState(here.current, "");
    }
  }, []);

  useEffect(() => {
    history.replaceState(here.current, "");
    const onFocus = (event: FocusEvent) => {
      // Every dialog and menu takes the keyboard when it opens.
      if (here.current.over || !(event.target instanceof Element) || !event.target.closest(LAYERS)) return;
      here.current = { ...here.current, at: here.current.at + 1, over: true };
      history.pushState(here.current, "");
    };
    const onMove = (event: PopStateEvent) => {
      const place = placeOf(event.state);
      if (!place) return;
      const back = place.at < here.current.at;
      here.current = place;
      const layers = document.querySelectorAll(LAYERS);
      const layer = document.activeElement?.closest(LAYERS) ?? layers[layers.length - 1];
      if (place.pane !== shown.current) {
        asked.current = place.pane;
        show(place.pane);
      } else if (layer) {
        const inside = layer.contains(document.activeElement) ? document.activeElement : layer;
        inside?.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true }));
      } else if (back) {
        // The dialog was closed without Back.
        history.back();
      }
    };
    document.addEventListener("focusin", onFocus);
    window.addEventListener("popstate", onMove);
    return () => {
      document.removeEventListener("focusin", onFocus);
      window.removeEventListener("popstate", onMove);
    };
  }, [show]);

  /** Where the first file after a reload lands: in the section of before, unless another was chosen since. */
  const landing = useCallback((): PaneName => (shown.current === initialPane ? initialPane : "ledger"), [initialPane]);
  return { initialPane, landing, paneRequest, onPane, show };
}
