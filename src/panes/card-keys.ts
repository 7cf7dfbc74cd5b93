/**
 * Keys of a card: it is one stop of the tab key. Up and down go from card to card, left and right through what is in one;
 * Escape leaves what was begun, Alt+I asks why it is to be ignored. In a text they move the cursor until it can go no further.
 */
import type { KeyboardEvent } from "react";
import { isComposing, isShortcut } from "./shortcuts";

/** Marks the head of a card, which arrows go to. */
export const HEAD = { "data-card-head": "" } as const;
const HEADS = "[data-card-head]";
const CONTROLS = "button:not([disabled]), input, textarea, select";

/**
 * Handles a key of a card.
 * @param leave what Escape on the card's head does
 */
export function onCardKey(event: KeyboardEvent<HTMLElement>, leave: () => void): void {
  if (event.defaultPrevented || isComposing(event.nativeEvent)) return;
  if (isShortcut(event.nativeEvent, "I")) {
    event.preventDefault();
    event.currentTarget.querySelector<HTMLElement>("[data-testid=ignore][aria-expanded=false]")?.click();
    return;
  }
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const card = event.currentTarget;
  const { target } = event;
  if (!(target instanceof HTMLElement) || !card.contains(target)) return;
  const head = card.querySelector<HTMLElement>(HEADS);
  const go = (to: HTMLElement | null | undefined): void => {
    if (!to) return;
    event.preventDefault();
    to.focus();
  };
  const within = [...card.querySelectorAll<HTMLElement>(CONTROLS)];
  switch (event.key) {
    case "ArrowDown":
    case "ArrowUp": {
      if (target instanceof HTMLTextAreaElement && target.value.includes("\n")) return;
      const heads = [...(card.parentElement?.querySelectorAll<HTMLElement>(HEADS) ?? [])];
      const at = head ? heads.indexOf(head) : -1;
      go(heads[at + (event.key === "ArrowDown" ? 1 : -1)]);
      return;
    }
    case "ArrowRight":
      if (cursorAtEnd(target, "end")) go(within[within.indexOf(target) + 1]);
      return;
    case "ArrowLeft":
      if (cursorAtEnd(target, "start")) go(within[within.indexOf(target) - 1]);
      return;
    case "Escape":
      // On a closed card it is nobody's: in Excel it leads back to the sheet.
      if (target === head && head.getAttribute("aria-expanded") !== "true") return;
      event.preventDefault();
      if (target === head) leave();
      else head?.focus();
      return;
    default:
  }
}

/** In a text, whether the cursor can go no further; elsewhere always. */
function cursorAtEnd(target: HTMLElement, end: "start" | "end"): boolean {
  if (!(target instanceof HTMLInputElement) && !(target instanceof HTMLTextAreaElement)) return true;
  const { selectionStart, selectionEnd, value } = target;
  if (selectionStart !== selectionEnd) return false;
  return selectionStart === (end === "end" ? value.length : 0);
}
