/**
 * 综述: style or own template with live errors, variables, and the paragraph itself, in which every figure is a button
 * that proves it. What holds it back is named, with a deliberate way past.
 */
import { useMemo, useState } from "react";
import { makeStyles, MessageBar, MessageBarBody, Text, tokens } from "@fluentui/react-components";
import { Card } from "../card";
import { Copy20Regular } from "@fluentui/react-icons";
import type { Explainable } from "../../app/session";
import { absentFigures, sessionSummary, type Summary } from "../../app/summary";
import { HeldWarning, useCheckOnce } from "../held-warning";
import { useSession, useSnapshot, useWords } from "../session-context";
import { ActionButton } from "../shell/action-button";
import type { PaneProps } from "../shell/pane-props";
import { useCopy } from "../shell/copying";
import { EvidenceDialog } from "../tally/evidence-dialog";
import { InsertButton } from "./insert-button";
import { SUMMARY_WORDS } from "./words";
import { LastLedgerChoice } from "./last-ledger-choice";
import { SummaryText } from "./summary-text";
import { StyleChoice } from "./style-choice";
import { TemplateEditor, Variables } from "./style-form";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  muted: { color: tokens.colorNeutralForeground3 },
});

export default function SummaryPane(props: PaneProps) {
  const styles = useStyles();
  const words = useWords(SUMMARY_WORDS);
  const session = useSession();
  const snapshot = useSnapshot();
  const copyOut = useCopy();
  const [figure, setFigure] = useState<Explainable | null>(null);
  const { revision, settings } = snapshot;

  useCheckOnce();

  const summary: Summary | null = useMemo(
    () => sessionSummary(session),
    // `revision` stands for everything the summary depends on.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [session, revision],
  );
  if (!summary || snapshot.ledgers.length === 0) return <Text>{words.empty}</Text>;
  const { composition } = summary;
  const absent = absentFigures(summary, settings.lang);
  return (
    <div className={styles.root} data-testid="summary-pane">
      <StyleChoice />
      {comparesPeriods(summary) || session.comparedWith() !== null ? <LastLedgerChoice /> : null}
      {settings.template !== null ? <TemplateEditor problems={summary.problems} /> : null}
      {composition && summary.problems.length === 0 ? <Variables unset={composition.unset} /> : null}
      <HeldWarning
        held={summary.held}
        testid="held"
        anywayTestid="write-anyway"
        anywayNote={words.anywayOn}
        onSettle={() => props.go("check")}
      />
      {composition ? (
        <Card>
          <SummaryText spans={composition.spans} onShow={setFigure} />
          {absent === null ? null : (
            <MessageBar intent="warning" layout="multiline" data-testid="figures-absent">
              <MessageBarBody>{absent}</MessageBarBody>
            </MessageBar>
          )}
          <Text size={200} className={styles.muted}>
            {composition.unset.length > 0 ? words.unset(composition.unset.join("、")) : words.figureHint}
          </Text>
          <ActionButton
            appearance="primary"
            icon={<Copy20Regular />}
            disabled={summary.blocked}
            run={() => copyOut({ title: words.copy, text: () => composition.text })}
            data-testid="copy-summary"
          >
            {words.copy}
          </ActionButton>
          {props.activeCell && snapshot.workbook?.can.write ? (
            <InsertButton text={composition.text} disabled={summary.blocked} activeCell={props.activeCell} />
          ) : null}
        </Card>
      ) : null}
      <EvidenceDialog figure={figure} onClose={() => setFigure(null)} />
    </div>
  );
}

/** Whether the template asks for the last period's ledger. */
function comparesPeriods({ problems }: Summary): boolean {
  return problems.some(({ type }) => type === "noLastPeriod");
}
