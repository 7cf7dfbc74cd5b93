/**
 * office.js takes Tab and Esc in the pane for itself: it walks through what can have the focus on its own, and gives the
 * focus back to Excel where it finds nothing further. Two things are ours then: what held the focus may be gone (a
 * button that started the check), and Esc may have closed something of ours.
 */

const SELECTED_TAB = "[role=tab][aria-selected=true]";
/** A list that stands in the pane itself closes nothing. */
const POPUPS = "[role=dialog], [role=alertdialog], [role=menu], [role=listbox]:not([data-standing])";

/** Starts listening; returns what ends it. */
export function keepPaneKeys(window: Window): () => void {
  const { document } = window;
  let closesPopup = false;

  const first = (event: KeyboardEvent): void => {
    closesPopup = event.key === "Escape" && document.querySelector(POPUPS) !== null;
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (event.key !== "Tab" || event.shiftKey || !lost) return;
    const tab = document.querySelector<HTMLElement>(SELECTED_TAB);
    if (!tab) return;
    // Otherwise the pane would be left, and the way back into it is long.
    event.preventDefault();
    event.stopPropagation();
    tab.focus();
  };
  const last = (event: KeyboardEvent): void => {
    // What restores a text, or leaves a part of the pane, has said so.
    if (event.key === "Escape" && (closesPopup || event.defaultPrevented)) event.stopPropagation();
  };

  window.addEventListener("keydown", first, true);
  document.addEventListener("keydown", last);
  return () => {
    window.removeEventListener("keydown", first, true);
    document.removeEventListener("keydown", last);
  };
}
