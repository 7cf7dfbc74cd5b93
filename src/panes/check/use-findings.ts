/** The findings as they are listed: filtered by severity and search, grouped, groups open or closed. */
import { useMemo, useState } from "react";
import type { Finding } from "../../rule";
import { useLang, useSession, useSnapshot } from "../session-context";
import { useSeverities } from "../use-severities";
import { groupFindings, listEntries, type Grouping } from "./group-findings";

const NO_FINDINGS: readonly Finding[] = [];

export function useFindings() {
  const session = useSession();
  const lang = useLang();
  const { revision, checked } = useSnapshot();
  const { severities, toggle, showAll } = useSeverities();
  const [grouping, setGrouping] = useState<Grouping>("rule");
  const [search, setSearch] = useState("");
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const view = useMemo(
    () => session.findings(),
    // `revision` stands for everything the findings depend on.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [session, revision, checked],
  );
  const filtered = useMemo(
    () =>
      view
        ? session.filterFindings({
            severities: [...severities],
            ...(search.trim() ? { text: search.trim() } : {}),
            lang,
          })
        : NO_FINDINGS,
    [session, view, severities, search, lang],
  );
  const groups = useMemo(() => groupFindings(filtered, grouping), [filtered, grouping]);
  const entries = useMemo(() => listEntries(groups, closed), [groups, closed]);

  return {
    view,
    filtered,
    entries,
    severities,
    toggle,
    grouping,
    group: (next: Grouping) => {
      setClosed(new Set());
      setGrouping(next);
    },
    search,
    setSearch,
    closeOrOpen: (key: string) => {
      const next = new Set(closed);
      if (next.has(key)) next.delete(key);
      else next.add(key);
      setClosed(next);
    },
    showEverything: () => {
      setSearch("");
      showAll();
    },
  };
}
