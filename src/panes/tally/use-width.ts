/** The width a drawing has. */
import { useEffect, useState, type RefObject } from "react";

/** Width of an element as it is laid out; before that, a usual one. */
export function useWidth(ref: RefObject<Element | null>): number {
  const [width, setWidth] = useState(360);
  useEffect(() => {
    const element = ref.current;
    if (!element || typeof ResizeObserver === "undefined") return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width > 0) setWidth(Math.round(entry.contentRect.width));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return width;
}
