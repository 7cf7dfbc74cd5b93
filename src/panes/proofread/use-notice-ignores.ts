/** Findings of the open draft that are set aside: kept under a key of the notice, shown in the draft's snapshot. */
import { useEffect, useMemo } from "react";
import { draftKey } from "../../app/proofread-draft";
import type { Ignore } from "../../app/session";
import { useDraft, useDraftSession } from "../draft/draft-context";
import { useSession } from "../session-context";

export function useNoticeIgnores() {
  const session = useSession();
  const drafts = useDraftSession();
  const { opened } = useDraft();
  const key = useMemo(() => (opened === null ? null : draftKey(opened.lines)), [opened]);
  useEffect(() => {
    if (opened === null || key === null) return;
    void session.ignoredInNotice(key).then((ignores) => drafts.setIgnores(opened, ignores));
  }, [session, drafts, opened, key]);
  return useMemo(() => {
    const shown = async (change: Promise<ReadonlyMap<string, Ignore> | null> | null) => {
      const ignores = await change;
      if (opened !== null && ignores) drafts.setIgnores(opened, ignores);
    };
    return {
      ignore: (id: string, reason: string) => shown(key === null ? null : session.ignoreInNotice(key, id, reason)),
      restore: (id: string) => shown(key === null ? null : session.unignoreInNotice(key, id)),
    };
  }, [session, drafts, opened, key]);
}
