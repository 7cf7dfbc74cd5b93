/** The same slip in several cells: all of them at once, with old and new before anything is written. */
import { useMemo, useState } from "react";
import { alike } from "../../app/mending";
import type { Preview } from "../../app/session";
import type { Finding } from "../../rule";
import { useSession, useSnapshot, useWords } from "../session-context";
import { ActionButton } from "../shell/action-button";
import { PreviewTable } from "./preview-table";
import { CHECK_WORDS } from "./words";

export function AlikeFix(props: { readonly finding: Finding; readonly value: string }) {
  const { finding, value } = props;
  const words = useWords(CHECK_WORDS);
  const session = useSession();
  const { revision } = useSnapshot();
  const [preview, setPreview] = useState<Preview | null>(null);
  const same = useMemo(
    () => alike(session.reading() ?? { ledgers: [] }, session.findings()?.findings ?? [], finding),
    // `revision` stands for reading and findings.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [session, revision, finding],
  );
  if (same.length < 2) return null;
  const show = async () => {
    const found = await session.previewEdit(same.map(({ sheet, row, col }) => ({ sheet, row, col, typed: value })));
    if (found.changes.length > 0) setPreview(found);
  };
  return preview === null ? (
    <div>
      <ActionButton size="small" tabIndex={-1} run={show} data-testid="fix-alike">
        {words.allAlike(same.length, value)}
      </ActionButton>
    </div>
  ) : (
    <PreviewTable preview={preview} onClose={() => setPreview(null)} />
  );
}
