/** Marks and report sheet in the workbook, and the list for a colleague. */
import { useEffect, useState } from "react";
import { makeStyles, Switch, Text, tokens } from "@fluentui/react-components";
import { useSession, useSnapshot, useWords } from "../session-context";
import { ActionButton, usePending } from "../shell/action-button";
import { useKeptText } from "../use-kept-text";
import { ListsSwitch } from "./lists-switch";
import { CHECK_WORDS } from "./words";

const useStyles = makeStyles({
  row: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, flexWrap: "wrap" },
  muted: { color: tokens.colorNeutralForeground3 },
});

/** What of ours is in the workbook, as it was last looked up: offered whatever was found. */
export function OursControls(props: {
  readonly copy: (() => Promise<unknown>) | null;
  /** Without a ledger nothing can be added; what is there of an earlier time can be taken away. */
  readonly canAdd: boolean;
}) {
  const styles = useStyles();
  const words = useWords(CHECK_WORDS);
  const session = useSession();
  const { workbook, marks, report, reportStale } = useSnapshot();
  const [marking, setMarks] = usePending((on: boolean) => session.setMarks(on));
  const can = workbook?.can;
  const [kept, keep] = useKeptText("marks");
  // A workbook holds its marks itself. Those of a file are only in the view, and are set again as they were last time.
  const [settled, setSettled] = useState(false);
  const again = can?.marks === true && can.copies && props.copy !== null && !settled && kept === "on";
  useEffect(() => {
    if (!again) return;
    setSettled(true);
    if (!marks.on) setMarks(true);
  }, [again, marks.on, setMarks]);
  // A file gets its report with the annotated copy; in the view there would be nothing to see of it.
  const canReport = can?.sheets === true && !can.copies;
  return (
    <>
      <div className={styles.row}>
        {can?.marks && (props.canAdd || marks.on) ? (
          <Switch
            size="small"
            label={words.marks}
            checked={marks.on}
            aria-busy={marking}
            data-testid="marks"
            onChange={(_event, data) => {
              if (marking) return;
              setSettled(true);
              if (can.copies) keep(data.checked ? "on" : "");
              setMarks(data.checked);
            }}
          />
        ) : null}
        {can?.lists === true && props.canAdd ? <ListsSwitch key={workbook?.key} /> : null}
        {props.copy ? (
          <ActionButton size="small" run={props.copy} data-testid="copy-list">
            {words.copyList}
          </ActionButton>
        ) : null}
        {canReport && report !== null && props.canAdd ? (
          <ActionButton size="small" run={session.addReport} data-testid="renew-report">
            {words.renewReport}
          </ActionButton>
        ) : null}
        {canReport && (props.canAdd || report !== null) ? (
          <ActionButton
            size="small"
            run={() => (report === null ? session.addReport() : session.removeReport())}
            data-testid="report-sheet"
          >
            {report === null ? words.report : words.removeReport}
          </ActionButton>
        ) : null}
      </div>
      {reportStale && canReport ? (
        <Text size={200} className={styles.muted} data-testid="report-stale">
          {words.reportStale}
        </Text>
      ) : null}
      {marks.on && (marks.locked > 0 || (marks.limit !== null && marks.marked >= marks.limit)) ? (
        <Text size={200} className={styles.muted} data-testid="marks-note">
          {marks.locked > 0 ? words.locked(marks.locked) : words.markedLimit(marks.marked)}
        </Text>
      ) : null}
    </>
  );
}
