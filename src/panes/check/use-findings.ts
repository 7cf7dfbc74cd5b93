/** The findings as they are listed: filtered by severity, rule, unit and search, grouped, groups open or closed. */
import { useMemo, useRef, useState } from "react";
import type { Finding } from "../../rule";
import { useLang, useSession, useSnapshot } from "../session-context";
import { useSeverities } from "../use-severities";
import { groupFindings, inKeptOrder, listEntries, unitKey, type Grouping } from "./group-findings";

const NO_FINDINGS: readonly Finding[] = [];

/** What the list is narrowed to, besides severities; null: everything; the unit by its key. */
export interface Narrowing {
  readonly rule: string | null;
  readonly unit: string | null;
  readonly search: string;
}
const WIDE: Narrowing = { rule: null, unit: null, search: "" };

export function useFindings() {
  const session = useSession();
  const lang = useLang();
  const { revision, checked } = useSnapshot();
  const { severities, toggle, showAll } = useSeverities();
  const [grouping, setGrouping] = useState<Grouping>("rule");
  const [narrowing, narrow] = useState<Narrowing>(WIDE);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  /** Places of groups: a group that has grown smaller stays where it is. */
  const places = useRef(new Map<string, number>());
  const view = useMemo(
    () => session.findings(),
    // `revision` stands for everything the findings depend on.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [session, revision, checked],
  );
  const filtered = useMemo(() => {
    if (!view) return NO_FINDINGS;
    const { rule, unit, search } = narrowing;
    const found = session.filterFindings({
      severities: [...severities],
      ...(rule === null ? {} : { rules: [rule] }),
      ...(search.trim() ? { text: search.trim() } : {}),
      lang,
    });
    return unit === null ? found : found.filter((finding) => unitKey(finding) === unit);
  }, [session, view, severities, narrowing, lang]);
  const groups = useMemo(
    () => inKeptOrder(groupFindings(filtered, grouping), places.current, grouping),
    [filtered, grouping],
  );
  const entries = useMemo(() => listEntries(groups, closed), [groups, closed]);
  const order = useMemo(() => groups.flatMap((group) => group.findings), [groups]);

  return {
    view,
    filtered,
    groups,
    entries,
    order,
    severities,
    toggle,
    grouping,
    group: (next: Grouping) => {
      setClosed(new Set());
      places.current = new Map();
      setGrouping(next);
    },
    narrowing,
    narrow: (some: Partial<Narrowing>) => narrow({ ...narrowing, ...some }),
    closeOrOpen: (key: string) => {
      const next = new Set(closed);
      if (next.has(key)) next.delete(key);
      else next.add(key);
      setClosed(next);
    },
    /** Opens the group that holds a finding. */
    open: (id: string) => {
      const group = groups.find(({ findings }) => findings.some((finding) => finding.id === id));
      if (!group || !closed.has(group.key)) return;
      const next = new Set(closed);
      next.delete(group.key);
      setClosed(next);
    },
    showEverything: () => {
      narrow(WIDE);
      showAll();
    },
  };
}
