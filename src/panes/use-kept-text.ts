/** A text that is still being written, kept by its name: a reload or another pane loses none of it. */
import { useCallback, useEffect, useMemo, useState } from "react";
import { useSession } from "./session-context";
import { useTyped } from "./use-typed";

/**
 * @param name what it is: "draft", "reason:" and the finding's id
 * @example const [text, change] = useKeptText("draft");
 */
export function useKeptText(name: string): readonly [text: string, change: (text: string) => void] {
  const session = useSession();
  const [kept, setKept] = useState<ReadonlyMap<string, string>>(NOTHING);
  useEffect(() => {
    let here = true;
    void session.typed(name).then((text) => {
      if (here) setKept((now) => (now.has(name) ? now : new Map([...now, [name, text]])));
    });
    return () => {
      here = false;
    };
  }, [session, name]);
  const keep = useCallback(
    async (news: Readonly<Record<string, string>>) => {
      setKept((now) => new Map([...now, ...Object.entries(news)]));
      await Promise.all(Object.entries(news).map(([each, text]) => session.keepTyped(each, text)));
    },
    [session],
  );
  const { valueOf, type } = useTyped(kept, keep);
  const change = useCallback((text: string) => type(name, text), [type, name]);
  const text = valueOf(name);
  return useMemo(() => [text, change], [text, change]);
}

const NOTHING: ReadonlyMap<string, string> = new Map();
