/** In place of every pane while nothing of the workbook is read: how the reading goes, or that it was left. */
import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useSession, useSnapshot, useWords } from "../session-context";
import { ActionButton } from "./action-button";
import { SHELL_WORDS } from "./words";
import { Skeleton } from "../skeleton";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    textAlign: "center",
    gap: tokens.spacingVerticalM,
    paddingTop: tokens.spacingVerticalXXL,
  },
  bar: { width: "100%", maxWidth: "320px", accentColor: tokens.colorBrandBackground },
  muted: { color: tokens.colorNeutralForeground3 },
});

export function ReadingView() {
  const styles = useStyles();
  const words = useWords(SHELL_WORDS);
  const session = useSession();
  const { progress } = useSnapshot();
  return (
    <div className={styles.root} data-testid="reading">
      <Skeleton label={words.reading} />
      {progress && progress.total > 1 ? (
        <>
          <progress className={styles.bar} value={progress.done} max={progress.total} aria-label={words.reading} />
          <Text className={styles.muted}>{words.progress(progress.done, progress.total)}</Text>
        </>
      ) : null}
      <Button onClick={() => session.cancel()} data-testid="cancel-reading">
        {words.cancel}
      </Button>
    </div>
  );
}

/** The reading was cancelled, where there is no start screen to go back to. */
export function NotRead() {
  const styles = useStyles();
  const words = useWords(SHELL_WORDS);
  const session = useSession();
  return (
    <div className={styles.root} data-testid="not-read">
      <Text>{words.notOpen}</Text>
      <ActionButton appearance="primary" run={() => session.retry("open")} data-testid="read-it">
        {words.readIt}
      </ActionButton>
    </div>
  );
}
