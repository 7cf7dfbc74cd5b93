/** What stands in place of findings: nothing checked yet, being checked, nothing found. */
import { Button, Caption1, makeStyles, ProgressBar, Text, tokens } from "@fluentui/react-components";
import { CheckmarkCircle48Regular, ClipboardTaskListLtr24Regular } from "@fluentui/react-icons";
import { Empty } from "../empty";
import { Skeleton } from "../skeleton";
import { useSession, useSnapshot, useWords } from "../session-context";
import { ActionButton } from "../shell/action-button";
import type { PaneProps } from "../shell/pane-props";
import { useLostFocus } from "../use-lost-focus";
import { CHECK_WORDS } from "./words";

const useStyles = makeStyles({
  good: { color: tokens.colorStatusSuccessForeground1 },
  muted: { color: tokens.colorNeutralForeground3 },
});

/** The first check has nothing to keep on the screen. */
export function FirstCheck() {
  const words = useWords(CHECK_WORDS);
  const session = useSession();
  const { progress } = useSnapshot();
  return (
    <Empty testid="checking">
      <Skeleton label={words.checking} />
      {progress && progress.total > 0 ? (
        <>
          <ProgressBar value={progress.done} max={progress.total} aria-label={words.checking} />
          <Caption1>{words.progress(progress.done, progress.total)}</Caption1>
        </>
      ) : null}
      <Button onClick={() => session.cancel()} data-testid="cancel-check">
        {words.cancel}
      </Button>
    </Empty>
  );
}

export function NotChecked() {
  const styles = useStyles();
  const words = useWords(CHECK_WORDS);
  const session = useSession();
  return (
    <Empty testid="not-checked">
      <ClipboardTaskListLtr24Regular aria-hidden />
      <Text weight="semibold">{words.notYetTitle}</Text>
      <Text className={styles.muted}>{words.notYetBody}</Text>
      <ActionButton appearance="primary" run={() => session.check()} data-testid="run-check">
        {words.start}
      </ActionButton>
    </Empty>
  );
}

/** Nothing, or nothing but what was set aside. */
export function NothingFound(props: { readonly ignored: number; readonly go: PaneProps["go"] }) {
  const styles = useStyles();
  const words = useWords(CHECK_WORDS);
  const on = useLostFocus<HTMLButtonElement>();
  return (
    <Empty testid="nothing-found">
      <CheckmarkCircle48Regular className={styles.good} aria-hidden />
      <Text weight="semibold">{props.ignored > 0 ? words.onlyIgnoredTitle : words.cleanTitle}</Text>
      <Text className={styles.muted}>{props.ignored > 0 ? words.onlyIgnoredBody(props.ignored) : words.cleanBody}</Text>
      <Button ref={on} appearance="primary" onClick={() => props.go("summary")}>
        {words.toSummary}
      </Button>
    </Empty>
  );
}
