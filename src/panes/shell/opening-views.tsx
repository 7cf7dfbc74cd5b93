/** In place of every pane while nothing of the workbook is read: how the reading goes, or why it did not. */
import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { MessageBarTitle, Text, tokens } from "@fluentui/react-components";
import { failureSentence } from "../../app/words";
import { useLang, useSession, useSnapshot, useWords } from "../session-context";
import { ActionButton } from "./action-button";
import { useCopyDiagnostics } from "./copying";
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

export function NotOpened() {
  const words = useWords(SHELL_WORDS);
  const lang = useLang();
  const session = useSession();
  const { failure } = useSnapshot();
  const copyDiagnostics = useCopyDiagnostics();
  return (
    <MessageBar intent="error" layout="multiline" data-testid="failure">
      <MessageBarBody>
        <MessageBarTitle>{words.failedTitle}</MessageBarTitle>
        {failure === null ? null : failureSentence(failure, lang)}
      </MessageBarBody>
      <MessageBarActions>
        <ActionButton run={() => session.retry("open")} data-testid="open-retry">
          {words.retry}
        </ActionButton>
        <ActionButton run={copyDiagnostics} data-testid="open-diagnostics">
          {words.copyDiagnostics}
        </ActionButton>
      </MessageBarActions>
    </MessageBar>
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
