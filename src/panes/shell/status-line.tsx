/**
 * One line that is always in sight: what is being done or waited for, what came of the last action, what of it was left
 * and why; with what can be done about it. Said to screen readers, too.
 */
import { useEffect } from "react";
import { Button, makeStyles, mergeClasses, Spinner, Text, tokens } from "@fluentui/react-components";
import {
  CheckmarkCircle16Regular,
  Dismiss16Regular,
  ErrorCircle16Regular,
  Info16Regular,
  Warning16Regular,
} from "@fluentui/react-icons";
import { type ActionName, ACTIONS } from "../../app/actions";
import { editOutcomeText } from "../../app/words";
import { qualified } from "../../grid";
import { useLang, useSession, useSnapshot, useWords } from "../session-context";
import { ActionButton } from "./action-button";
import { activityText, waitingText } from "./activity-text";
import { useAnnounce } from "./announcer";
import { useCopyDiagnostics } from "./copying";
import { SHORT } from "./frame-styles";
import { useJump } from "./jumping";
import { shownActivity, wasCancelled } from "./shown-activity";
import { LINE_WORDS } from "./status-words";

/** Cells that were left alone and are named; the others are counted. */
const MOST_NAMED = 5;

/** Actions that a cancel ends before they have changed anything. */
const CANCELLABLE: ReadonlySet<ActionName> = new Set<ActionName>(["open", "recheck", "check", "preview"]);

const useStyles = makeStyles({
  root: {
    display: "flex",
    alignItems: "flex-start",
    gap: tokens.spacingHorizontalXS,
    flexShrink: 0,
    [SHORT]: { position: "sticky", bottom: 0, zIndex: 2 },
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    maxHeight: "40vh",
    overflowY: "auto",
    "@media print": { display: "none" },
  },
  failed: { borderTop: `2px solid ${tokens.colorStatusDangerForeground1}` },
  partial: { borderTop: `2px solid ${tokens.colorStatusWarningForeground3}` },
  mark: { display: "inline-flex", paddingTop: "5px", flexShrink: 0 },
  good: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  warn: { color: tokens.colorStatusWarningForeground3 },
  body: { flexGrow: 1, minWidth: 0, display: "flex", flexDirection: "column", paddingTop: "3px" },
  text: { overflowWrap: "anywhere" },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
});

export function StatusLine() {
  const styles = useStyles();
  const words = useWords(LINE_WORDS);
  const lang = useLang();
  const session = useSession();
  const snapshot = useSnapshot();
  const announce = useAnnounce();
  const jump = useJump();
  const copyDiagnostics = useCopyDiagnostics();

  const shown = shownActivity(snapshot, session.reading() === null);
  const activity = shown === "waiting" || shown === "updating" ? null : shown;
  const text =
    shown === null
      ? ""
      : shown === "waiting"
        ? waitingText(snapshot.waiting!, lang)
        : shown === "updating"
          ? ACTIONS.update.busy[lang]
          : activityText(shown, lang);
  const serial = activity?.serial ?? 0;
  useEffect(() => {
    if (text !== "") announce(text);
  }, [text, serial, announce]);

  if (shown === null) return null;
  const cancelled = activity !== null && wasCancelled(activity);
  const state = activity === null ? shown : cancelled ? "cancelled" : activity.state;
  const busy = state === "waiting" || state === "updating" || state === "busy";
  const { progress } = snapshot;
  const failed = state === "failed";
  const left = activity?.left ?? [];
  const hidden = activity?.action === "select" && activity.state === "partial" && activity.data["hidden"] !== 0;
  return (
    <div
      className={mergeClasses(styles.root, failed && styles.failed, state === "partial" && styles.partial)}
      role="region"
      aria-label={words.activity}
      data-testid="activity"
      data-state={state}
      data-action={activity?.action}
    >
      <span className={styles.mark} aria-hidden>
        {busy ? (
          <Spinner size="extra-tiny" />
        ) : failed ? (
          <ErrorCircle16Regular className={styles.bad} />
        ) : state === "partial" ? (
          <Warning16Regular className={styles.warn} />
        ) : cancelled ? (
          <Info16Regular />
        ) : (
          <CheckmarkCircle16Regular className={styles.good} />
        )}
      </span>
      <div className={styles.body}>
        <Text size={200} className={styles.text} data-testid="activity-text">
          {text}
          {busy && progress !== null && progress.total > 0 ? ` ${progress.done} / ${progress.total}` : ""}
        </Text>
        {left.length > 0 ? (
          <ul className={styles.list} data-testid="left-alone">
            {left.slice(0, MOST_NAMED).map(({ change, outcome }) => (
              <li key={`${change.sheet}!${change.cell}`}>
                <Text size={200} className={styles.text}>
                  {qualified(change.sheet, change.row, change.col)} {editOutcomeText(outcome, lang)}
                </Text>
              </li>
            ))}
            {left.length > MOST_NAMED ? (
              <li>
                <Text size={200}>{words.moreCells(left.length - MOST_NAMED)}</Text>
              </li>
            ) : null}
          </ul>
        ) : null}
        {failed || hidden || (cancelled && activity?.action === "open") ? (
          <div className={styles.buttons}>
            {hidden ? (
              <ActionButton size="small" run={jump.reveal} data-testid="reveal">
                {words.reveal}
              </ActionButton>
            ) : (
              <ActionButton size="small" run={() => session.retry(activity?.action)} data-testid="retry">
                {words.retry}
              </ActionButton>
            )}
            {failed ? (
              <ActionButton size="small" run={copyDiagnostics} data-testid="failure-diagnostics">
                {words.copyDiagnostics}
              </ActionButton>
            ) : null}
          </div>
        ) : null}
      </div>
      {state === "waiting" || (activity !== null && busy && CANCELLABLE.has(activity.action)) ? (
        <Button size="small" onClick={() => session.cancel()} data-testid="cancel">
          {words.cancel}
        </Button>
      ) : null}
      {busy ? null : (
        <Button
          size="small"
          appearance="subtle"
          icon={<Dismiss16Regular />}
          aria-label={words.dismiss}
          title={words.dismiss}
          onClick={() => session.dismissActivity()}
          data-testid="dismiss-activity"
        />
      )}
    </div>
  );
}
