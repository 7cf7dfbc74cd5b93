/**
 * The keyboard is never nowhere: where what held it is gone, hidden or disabled, and nothing else has taken it, it goes on in
 * the dialog or pane that is open. A press beside everything takes the focus away on purpose, and is left alone.
 */
import { useEffect } from "react";

/** Milliseconds that dialogs and cards have to hand the focus on themselves. */
const HANDED_ON_WITHIN = 150;

export function useKeptFocus(): void {
  useEffect(() => {
    // Effects of parts run before this one: one of them may have taken the focus.
    let last: Element | null = document.activeElement;
    let timer = 0;
    const isLost = () =>
      document.hasFocus() &&
      (document.activeElement === null || document.activeElement === document.body) &&
      last !== null &&
      last !== document.body &&
      (!last.isConnected || last.matches(":disabled") || last.getClientRects().length === 0);
    const keep = () => {
      timer = 0;
      if (!isLost()) return;
      last = null;
      // Behind a dialog nothing can be reached.
      const dialogs = document.querySelectorAll<HTMLElement>("[role=dialog], [role=alertdialog]");
      (
        dialogs[dialogs.length - 1] ??
        document.querySelector<HTMLElement>(PANEL) ??
        document.querySelector("main")
      )?.focus({
        preventScroll: true,
      });
    };
    const onFocus = (event: FocusEvent) => {
      last = event.target instanceof Element ? event.target : null;
    };
    const observer = new MutationObserver(() => {
      if (timer === 0 && isLost()) timer = window.setTimeout(keep, HANDED_ON_WITHIN);
    });
    document.addEventListener("focusin", onFocus);
    observer.observe(document.body, {
      childList: true,
      subtree: true,
      attributeFilter: ["disabled", "class", "style"],
    });
    return () => {
      document.removeEventListener("focusin", onFocus);
      observer.disconnect();
      window.clearTimeout(timer);
    };
  }, []);
}

/** Where one is: before the first thing of the pane that is open. */
const PANEL = "[data-testid=panel]";
