/** Whether there is room for text and findings side by side. */
import { useCallback, useRef, useState } from "react";

/** Width from which text and findings stand side by side. */
const WIDE = 560;

export function useWide(): readonly [(element: HTMLElement | null) => void, boolean] {
  const [wide, setWide] = useState(false);
  const observer = useRef<ResizeObserver | null>(null);
  const attach = useCallback((element: HTMLElement | null) => {
    observer.current?.disconnect();
    observer.current = null;
    if (!element) return;
    const measure = () => setWide(element.clientWidth >= WIDE);
    observer.current = new ResizeObserver(measure);
    observer.current.observe(element);
    measure();
  }, []);
  return [attach, wide];
}
