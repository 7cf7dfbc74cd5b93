/**
 * A row of things as one stop of the tab key: the arrows go from one to the next, Home and End to the ends. By `tabindex`,
 * because office.js walks through a pane on its own and knows no other way.
 */
import { useEffect, useState, type FocusEvent, type KeyboardEvent } from "react";

/** Marks what the arrows go to, in the order of the document. */
export const ROVE = { "data-rove": "" } as const;

const itemsOf = (container: Element): HTMLElement[] => [...container.querySelectorAll<HTMLElement>("[data-rove]")];

/**
 * @param at which of them the tab key comes to at first
 * @param count how many there are
 * @param round from the last on to the first and back, as tabs do
 * @example const { container, tabIndexOf } = useRoving(0, 3); // <ol {...container}><button {...ROVE} tabIndex={tabIndexOf(0)} />…
 */
export function useRoving(at: number, count: number, round = false) {
  const [stop, setStop] = useState(at);
  useEffect(() => setStop(at), [at]);
  const stops = Math.max(0, Math.min(stop, count - 1));
  return {
    tabIndexOf: (index: number): 0 | -1 => (index === stops ? 0 : -1),
    container: {
      onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
        if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
        const items = itemsOf(event.currentTarget);
        const from = items.findIndex((item) => item === document.activeElement);
        if (from < 0) return;
        const places: Readonly<Record<string, number>> = {
          ArrowLeft: from - 1,
          ArrowRight: from + 1,
          Home: 0,
          End: items.length - 1,
        };
        const place = places[event.key];
        if (place === undefined) return;
        const to = items[round ? (place + items.length) % items.length : place];
        if (!to) return;
        event.preventDefault();
        to.focus();
      },
      onFocus: (event: FocusEvent<HTMLElement>) => {
        const index = itemsOf(event.currentTarget).findIndex((item) => item === event.target);
        if (index >= 0) setStop(index);
      },
    },
  };
}
