/** What stands where the last card was takes the keyboard, if nothing else has it. */
import { useEffect, useRef, type RefObject } from "react";

export function useLostFocus<E extends HTMLElement>(): RefObject<E | null> {
  const ref = useRef<E>(null);
  useEffect(() => {
    if (document.activeElement === null || document.activeElement === document.body) ref.current?.focus();
  }, []);
  return ref;
}
