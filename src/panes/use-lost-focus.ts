/** What stands where the last card was takes the keyboard, if nothing else has it. */
import { useEffect, useRef, type RefObject } from "react";

/** Whether nothing holds the keyboard: what held it is gone. */
export const keyboardIsLost = (): boolean =>
  document.activeElement === null || document.activeElement === document.body;

export function useLostFocus<E extends HTMLElement>(): RefObject<E | null> {
  const ref = useRef<E>(null);
  useEffect(() => {
    if (keyboardIsLost()) ref.current?.focus();
  }, []);
  return ref;
}
