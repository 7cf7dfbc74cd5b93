/** A text that is kept while it is typed: in step with the keys here, with the session after a pause. */
import { useCallback, useEffect, useRef, useState } from "react";

/** Milliseconds without a key until what was typed is kept. */
const PAUSE = 200;

/** Fields by name, as typed; what is kept comes in where nothing is being typed. */
export interface Typed {
  readonly valueOf: (name: string) => string;
  readonly type: (name: string, text: string) => void;
  /** Keeps at once what was typed: on leaving a field. */
  readonly flush: () => void;
}

/**
 * @param kept what is kept now, by name
 * @param keep keeps some of them; must not reject
 */
export function useTyped(
  kept: ReadonlyMap<string, string>,
  keep: (news: Readonly<Record<string, string>>) => Promise<unknown>,
): Typed {
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map());
  /** Typed and not handed over yet. */
  const open = useRef(new Map<string, string>());
  const timer = useRef<number | undefined>(undefined);
  const latest = useRef(keep);
  useEffect(() => {
    latest.current = keep;
  });

  const flush = useCallback(() => {
    window.clearTimeout(timer.current);
    if (open.current.size === 0) return;
    const news = open.current;
    open.current = new Map();
    void latest.current(Object.fromEntries(news)).then(() =>
      // What was typed on meanwhile stays as typed.
      setTyped((now) => new Map([...now].filter(([name, text]) => news.get(name) !== text))),
    );
  }, []);
  const type = useCallback(
    (name: string, text: string) => {
      open.current.set(name, text);
      setTyped((now) => new Map(now).set(name, text));
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(flush, PAUSE);
    },
    [flush],
  );
  // Whoever leaves the pane, or the window, has typed it all the same.
  useEffect(() => {
    window.addEventListener("pagehide", flush);
    return () => {
      window.removeEventListener("pagehide", flush);
      flush();
    };
  }, [flush]);
  return { valueOf: (name) => typed.get(name) ?? kept.get(name) ?? "", type, flush };
}
