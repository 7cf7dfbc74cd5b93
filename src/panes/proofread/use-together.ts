/**
 * Text and findings scroll together: the text shows the line of the first finding in sight, and the list the finding of the
 * first line in sight. What a hand was last laid on leads.
 */
import { useEffect, type RefObject } from "react";
import { topIn } from "./top-in";

/** What lays a hand on a part: scrolling alone is also what follows. */
const HANDS = ["wheel", "touchstart", "pointerdown", "keydown"] as const;

/** @param beside whether the findings stand beside the text, not below it */
export function useTogether(root: RefObject<HTMLElement | null>, beside: boolean): void {
  useEffect(() => {
    const element = root.current;
    const panel = element?.closest("main");
    const box = element?.querySelector<HTMLElement>("[data-testid=draft-text]");
    if (!element || !panel || !box) return undefined;
    let leads: "text" | "list" = "list";
    let frame = 0;
    const rows = () => [...element.querySelectorAll<HTMLElement>("[data-testid=proof-finding]")];
    /** Where the list begins to be in sight. */
    const edge = () => (beside ? box.getBoundingClientRect().top : box.getBoundingClientRect().bottom);
    const followList = () => {
      const from = edge();
      const first = rows().find((row) => row.getBoundingClientRect().bottom > from);
      const line = first && box.querySelector<HTMLElement>(`[data-line="${first.dataset["line"]}"]`);
      if (!first || !line) return;
      box.scrollTop += topIn(box, line) - (beside ? Math.max(0, first.getBoundingClientRect().top - from) : 0);
    };
    const followText = () => {
      const { top } = box.getBoundingClientRect();
      const lines = [...box.querySelectorAll<HTMLElement>("[data-line]")];
      const line = lines.find((one) => one.getBoundingClientRect().bottom > top + 1);
      const first = line && rows().find((row) => Number(row.dataset["line"]) >= Number(line.dataset["line"]));
      if (first) panel.scrollTop += first.getBoundingClientRect().top - edge();
    };
    const onScroll = (event: Event) => {
      if ((event.target === box) !== (leads === "text") || frame !== 0) return;
      frame = window.requestAnimationFrame(() => {
        frame = 0;
        if (leads === "text") followText();
        else followList();
      });
    };
    const onHand = (event: Event) => {
      leads = event.target instanceof Node && box.contains(event.target) ? "text" : "list";
    };
    for (const part of [panel, box]) part.addEventListener("scroll", onScroll, { passive: true });
    for (const hand of HANDS) window.addEventListener(hand, onHand, { passive: true, capture: true });
    return () => {
      for (const part of [panel, box]) part.removeEventListener("scroll", onScroll);
      for (const hand of HANDS) window.removeEventListener(hand, onHand, { capture: true });
      window.cancelAnimationFrame(frame);
    };
  }, [root, beside]);
}
