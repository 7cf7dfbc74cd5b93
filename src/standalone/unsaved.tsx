/** Edits of the open copy that are not in a file yet: the mark of them, and the question before they would be lost. */
import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { useSnapshot, useWords } from "../panes/session-context";
import { ActionButton } from "../panes/shell/action-button";
import { QuestionDialog } from "../panes/shell/question-dialog";
import { STANDALONE_WORDS } from "./words";

const useStyles = makeStyles({
  row: {
    display: "flex",
    alignItems: "center",
    flexWrap: "wrap",
    flexShrink: 0,
    columnGap: tokens.spacingHorizontalS,
    padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS}`,
    backgroundColor: tokens.colorNeutralBackground1,
    "@media print": { display: "none" },
  },
  text: { flexGrow: 1, minWidth: 0 },
  mark: { color: tokens.colorStatusWarningForeground3 },
});

export function Unsaved(props: { readonly onDownload: () => Promise<unknown> }) {
  const styles = useStyles();
  const words = useWords(STANDALONE_WORDS);
  const { unsaved } = useSnapshot();
  return (
    <div className={styles.row} data-testid="unsaved">
      <Text size={200} className={styles.text}>
        <span className={styles.mark} aria-hidden>
          ●
        </span>{" "}
        {words.unsaved(unsaved)}
      </Text>
      <ActionButton size="small" run={props.onDownload} data-testid="unsaved-download">
        {words.downloadEdited}
      </ActionButton>
    </div>
  );
}

/** Asked before another file takes the place of edits that are not downloaded. */
export function LeaveQuestion(props: {
  /** Whether the file was made. */
  readonly onDownload: () => Promise<boolean>;
  readonly onLeave: () => void;
  readonly onStay: () => void;
}) {
  const words = useWords(STANDALONE_WORDS);
  const { unsaved } = useSnapshot();
  const download = async () => {
    if (await props.onDownload()) props.onLeave();
    // Why not stands in the line at the bottom; nothing is lost.
    else props.onStay();
  };
  return (
    <QuestionDialog
      testid="leave-question"
      title={words.unsaved(unsaved)}
      text={words.leaveText}
      ways={[
        { label: words.downloadEdited, testid: "leave-download", primary: true, run: download },
        {
          label: words.leaveAnyway,
          testid: "leave-anyway",
          run: () => {
            props.onLeave();
            return Promise.resolve();
          },
        },
      ]}
      cancel={words.stay}
      onCancel={props.onStay}
    />
  );
}
