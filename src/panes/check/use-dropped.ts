/** A text that is being typed while its card goes: somebody else settled the finding, and the text must not be lost unsaid. */
import { useLayoutEffect, useRef, type MutableRefObject, type RefObject } from "react";

/**
 * @param typed not written; null where nothing is
 * @param field holds the keyboard while one types
 * @param dropped where the text is left
 */
export function useDropped(
  typed: string | null,
  field: RefObject<HTMLElement | null>,
  dropped: MutableRefObject<string | null>,
): void {
  const own = useRef<string | null>(null);
  useLayoutEffect(() => {
    own.current = typed;
  });
  useLayoutEffect(() => {
    const element = field.current;
    return () => {
      if (own.current !== null && element?.contains(document.activeElement) === true) dropped.current = own.current;
    };
  }, [field, dropped]);
}
