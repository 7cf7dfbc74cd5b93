/** Ctrl+Z takes back the last edit, as the button does; a text that has been typed into keeps its own undoing. */
import { useEffect } from "react";
import { stepOfKeys } from "../panes/shortcuts";

/** Boxes that something was typed into: the browser takes that back, and nothing else. */
const typedInto = new WeakSet<EventTarget>();

/** The last of the buttons that step back or forth is the one of what is in front: a notice before the ledger's. */
function onKey(event: KeyboardEvent): void {
  const step = stepOfKeys(event);
  if (step === null || event.defaultPrevented || document.querySelector("[role=dialog], [role=alertdialog]") !== null)
    return;
  if (event.target !== null && typedInto.has(event.target)) return;
  const buttons = document.querySelectorAll<HTMLElement>(`[data-steps=${step}]`);
  const button = buttons[buttons.length - 1];
  if (button === undefined) return;
  event.preventDefault();
  button.click();
}

function onInput({ target }: Event): void {
  if (target !== null) typedInto.add(target);
}

export function useStepKeys(): void {
  useEffect(() => {
    window.addEventListener("keydown", onKey);
    window.addEventListener("input", onInput, true);
    return () => {
      window.removeEventListener("keydown", onKey);
      window.removeEventListener("input", onInput, true);
    };
  }, []);
}
