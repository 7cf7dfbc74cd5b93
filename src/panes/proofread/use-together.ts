/** Text and findings side by side: as the findings are scrolled, the text shows the line of the first one in sight. */
import { useEffect, type RefObject } from "react";

/** @param on whether they stand side by side */
export function useTogether(root: RefObject<HTMLElement | null>, on: boolean): void {
  useEffect(() => {
    const element = root.current;
    const panel = element?.closest("main");
    if (!on || !element || !panel) return;
    let frame = 0;
    const follow = () => {
      frame = 0;
      const box = element.querySelector<HTMLElement>("[data-testid=draft-text]");
      if (!box || box.contains(document.activeElement)) return;
      const { top } = box.getBoundingClientRect();
      const rows = [...element.querySelectorAll<HTMLElement>("[data-testid=proof-finding]")];
      const first = rows.find((row) => row.getBoundingClientRect().bottom > top);
      const line = first && box.querySelector<HTMLElement>(`[data-line="${first.dataset["line"]}"]`);
      if (first && line) box.scrollTop = line.offsetTop - Math.max(0, first.getBoundingClientRect().top - top);
    };
    const onScroll = () => {
      if (frame === 0) frame = window.requestAnimationFrame(follow);
    };
    panel.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      panel.removeEventListener("scroll", onScroll);
      window.cancelAnimationFrame(frame);
    };
  }, [root, on]);
}
