/** Changes in the sheet itself: marks on a press in Excel, taken back by a press; of a file a copy with them. */
import { ArrowDownload20Regular, Highlight20Regular } from "@fluentui/react-icons";
import { changeMarks } from "../../../app/month";
import type { Compared } from "../../../month";
import { useLang, useSession, useSnapshot, useWords } from "../../session-context";
import { ActionButton } from "../../shell/action-button";
import { Made } from "../made";
import { saveMarked } from "../outputs";
import { MONTH_PANE_WORDS } from "../words";

export function MarkChanges(props: { readonly compare: () => Compared | null; readonly blocked: boolean }) {
  const { compare, blocked } = props;
  const words = useWords(MONTH_PANE_WORDS);
  const lang = useLang();
  const session = useSession();
  const { marks, workbook } = useSnapshot();
  if (workbook?.can.marks !== true) return null;
  if (workbook.can.copies)
    return (
      <Made hint={words.markedCopyHint}>
        <ActionButton
          icon={<ArrowDownload20Regular />}
          disabled={blocked}
          run={() => session.act("download", () => saveMarked(session, compare(), lang))}
          data-testid="save-marked"
        >
          {words.markedCopy}
        </ActionButton>
      </Made>
    );
  const marksNow = () => {
    const compared = compare();
    return compared === null ? [] : changeMarks(compared, lang);
  };
  return (
    <Made hint={words.markChangesHint}>
      <ActionButton
        icon={<Highlight20Regular />}
        disabled={blocked}
        run={() => session.setChangeMarks(marksNow)}
        data-testid="mark-changes"
      >
        {marks.changed > 0 ? words.markChangesAgain : words.markChanges}
      </ActionButton>
      {marks.changed > 0 ? (
        <ActionButton run={() => session.setChangeMarks(null)} data-testid="unmark-changes">
          {words.unmarkChanges}
        </ActionButton>
      ) : null}
    </Made>
  );
}
