/**
 * 综述: style or own template with live errors, variables, and the paragraph itself, in which every figure is a button
 * that proves it. What holds it back is named, with a deliberate way past.
 */
import { useMemo, useState } from "react";
import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { Card } from "../card";
import { Copy20Regular } from "@fluentui/react-icons";
import type { Span } from "../../app/documents";
import type { Explainable } from "../../app/session";
import { sessionSummary, type Summary } from "../../app/summary";
import { HeldWarning, useCheckOnce } from "../held-warning";
import { useSession, useSnapshot, useWords } from "../session-context";
import { ActionButton } from "../shell/action-button";
import type { PaneProps } from "../shell/pane-props";
import { useCopy } from "../shell/copying";
import { EvidenceDialog } from "../tally/evidence-dialog";
import { InsertButton } from "./insert-button";
import { SUMMARY_WORDS } from "./words";
import { LastLedgerChoice } from "./last-ledger-choice";
import { StyleChoice } from "./style-choice";
import { TemplateEditor, Variables } from "./style-form";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  paragraph: {
    fontSize: tokens.fontSizeBase400,
    lineHeight: "2",
    overflowWrap: "anywhere",
    whiteSpace: "pre-wrap",
    margin: 0,
  },
  figure: {
    display: "inline",
    minWidth: 0,
    padding: "0 1px",
    font: "inherit",
    lineHeight: "inherit",
    height: "auto",
    borderTopStyle: "none",
    borderRightStyle: "none",
    borderLeftStyle: "none",
    borderBottom: `1px dotted ${tokens.colorBrandForegroundLink}`,
    borderRadius: 0,
    verticalAlign: "baseline",
    color: tokens.colorBrandForegroundLink,
  },
  unset: {
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground1,
    outline: `1px dashed ${tokens.colorStatusWarningBorderActive}`,
    // Else it would have the dark letters of a highlighted text without its ground.
    "@media (forced-colors: active)": { color: "CanvasText" },
  },
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
  return (
    <div className={styles.root} data-testid="summary-pane">
      <StyleChoice />
      {comparesPeriods(summary) || session.comparedWith() !== null ? <LastLedgerChoice /> : null}
      {settings.template !== null ? <TemplateEditor problems={summary.problems} /> : null}
      {composition && summary.problems.length === 0 ? <Variables composition={composition.spans} /> : null}
      <HeldWarning
        held={summary.held}
        testid="held"
        anywayTestid="write-anyway"
        anywayNote={words.anywayOn}
        onSettle={() => props.go("check")}
      />
      {composition ? (
        <Card>
          <p className={styles.paragraph} data-testid="summary-text" aria-label={words.preview}>
            {composition.spans.map((span, index) => (
              <SpanView key={index} span={span} onShow={setFigure} />
            ))}
          </p>
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

function SpanView(props: { readonly span: Span; readonly onShow: (figure: Explainable) => void }) {
  const { span } = props;
  const styles = useStyles();
  const words = useWords(SUMMARY_WORDS);
  if (span.type === "text") return <>{span.text}</>;
  if (span.type === "unset") return <mark className={styles.unset}>{span.text}</mark>;
  return (
    <Button
      appearance="transparent"
      className={styles.figure}
      aria-label={words.figure(span.metric, span.text)}
      data-testid="figure"
      data-metric={span.metric}
      onClick={() =>
        props.onShow({
          metric: span.metric,
          text: span.text,
          definition: span.definition,
          rows: span.rows,
          ofRows: span.ofRows,
          ...(span.last ? { last: span.last } : {}),
        })
      }
    >
      {span.text}
    </Button>
  );
}
