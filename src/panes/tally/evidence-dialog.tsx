/** The proof of a figure: its 口径 and every row behind it, with a jump into the sheet. Shared by 统计 and 综述. */
import { Button, makeStyles, Table, TableBody, TableCell, TableRow, Text, tokens } from "@fluentui/react-components";
import { DialogFrame } from "../dialog-frame";
import { useMemo } from "react";
import type { Explainable, ExplainedRow } from "../../app/session";
import { cellName } from "../../grid";
import { useLang, useSession, useSnapshot, useWords } from "../session-context";
import { useJump } from "../shell/jumping";
import { asHeading } from "../words";
import { TALLY_WORDS } from "./words";

const SHOWN = 200;

const useStyles = makeStyles({
  list: { maxHeight: "50vh", overflowY: "auto" },
  cell: { overflowWrap: "anywhere", paddingTop: tokens.spacingVerticalXS, paddingBottom: tokens.spacingVerticalXS },
  cellName: { width: "4.5em" },
  status: { width: "5.5em", overflowWrap: "anywhere" },
  address: { width: "28%", overflowWrap: "anywhere" },
  definition: { color: tokens.colorNeutralForeground2 },
});

export function EvidenceDialog(props: { readonly figure: Explainable | null; readonly onClose: () => void }) {
  const { figure } = props;
  const styles = useStyles();
  const words = useWords(TALLY_WORDS);
  const lang = useLang();
  const session = useSession();
  const jump = useJump();
  const canSelect = useSnapshot().workbook?.can.select ?? false;
  const explanation = useMemo(() => (figure ? session.explain(figure) : null), [figure, session]);
  return (
    <DialogFrame
      open={figure !== null}
      title={
        <>
          {figure?.metric} {figure?.text}
        </>
      }
      onClose={props.onClose}
      testid="evidence"
      actions={
        <>
          <Button onClick={props.onClose}>{words.close}</Button>
          {canSelect && figure && !figure.last && figure.rows.length > 0 ? (
            <Button
              appearance="primary"
              data-testid="evidence-select"
              onClick={() => {
                void jump.toRows(figure.rows);
                props.onClose();
              }}
            >
              {words.select}
            </Button>
          ) : null}
        </>
      }
    >
      {explanation ? (
        <>
          {explanation.definition ? (
            <Text block className={styles.definition} data-testid="evidence-definition">
              {asHeading(explanation.definition[lang])}
            </Text>
          ) : null}
          {figure?.last ? (
            <Text block data-testid="evidence-last">
              {words.inLast(session.comparedWith()?.name ?? "")}
            </Text>
          ) : null}
          <Text block data-testid="evidence-count">
            {explanation.of
              ? words.rowsOf(explanation.count, explanation.of.count)
              : words.rowsCount(explanation.rows.length)}
          </Text>
          <Rows rows={explanation.rows} />
        </>
      ) : null}
    </DialogFrame>
  );
}

function Rows(props: { readonly rows: readonly ExplainedRow[] }) {
  const styles = useStyles();
  const words = useWords(TALLY_WORDS);
  // Rows of one sheet are told by their cells: its name would only be torn apart beside each.
  const isOneSheet = new Set(props.rows.map(({ ref }) => ref.sheet)).size <= 1;
  return (
    <div className={styles.list} tabIndex={0} role="group" aria-label={words.rowsTitle}>
      <Table size="extra-small" aria-label={words.rowsTitle}>
        <TableBody>
          {props.rows.slice(0, SHOWN).map((row) => (
            <TableRow key={row.address} data-testid="evidence-row">
              <TableCell className={isOneSheet ? styles.cellName : styles.address} title={row.address}>
                {isOneSheet ? cellName(row.ref.row, row.ref.col) : row.address}
              </TableCell>
              <TableCell className={styles.cell}>
                {row.number ? `${row.number}. ` : ""}
                {row.problem.length > 60 ? `${row.problem.slice(0, 60)}…` : row.problem}
              </TableCell>
              <TableCell className={styles.status}>{row.status}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {props.rows.length > SHOWN ? <Text size={200}>{words.andMore(props.rows.length - SHOWN)}</Text> : null}
    </div>
  );
}
