/**
 * 台账: which sheets are ledgers and of which kind, which column is what and why, corrected by drop-down; the dates that
 * everything is judged by; the unit directory; versions told apart.
 */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useSnapshot, useWords } from "../session-context";
import { loadable } from "../shell/loadable";
import type { PaneProps } from "../shell/pane-props";
import { LEDGER_WORDS } from "./words";
import { LedgerCard } from "./ledger-card";
import { DatesCard } from "./dates-card";
import { DirectoryCard } from "./directory-card";

/** Of most workbooks there is nothing to be told: it loads where there is. */
const LedgerBars = loadable(
  async () => (await import(/* webpackChunkName: "ledger-bars" */ "./ledger-bars")).LedgerBars,
  <></>,
);

/** Most workbooks have one sheet, and it is the ledger. */
const PassedOverCard = loadable(
  async () => (await import(/* webpackChunkName: "passed-over" */ "./passed-over-card")).PassedOverCard,
  <></>,
);

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
});

export function LedgerPane(props: PaneProps) {
  const styles = useStyles();
  const words = useWords(LEDGER_WORDS);
  const snapshot = useSnapshot();
  const nothing = snapshot.ledgers.length === 0 && snapshot.workbook !== null;
  const anyProtected =
    snapshot.workbook?.sheets.some(
      (sheet) => sheet.protected && snapshot.ledgers.some((ledger) => ledger.sheet === sheet.name),
    ) ?? false;
  // Why nothing is read is what is looked for where nothing is.
  const passedOver = snapshot.passedOver.length > 0 ? <PassedOverCard passedOver={snapshot.passedOver} /> : null;
  return (
    <div className={styles.root} data-testid="ledger-pane">
      {nothing || anyProtected || snapshot.overlaps.length > 0 ? (
        <LedgerBars nothing={nothing} anyProtected={anyProtected} overlaps={snapshot.overlaps} />
      ) : null}
      {snapshot.ledgers.length > 0 ? (
        <Button appearance="primary" onClick={() => props.go("check")} data-testid="go-check">
          {words.next}
        </Button>
      ) : null}
      {snapshot.ledgers.map((ledger) => (
        <LedgerCard key={ledger.id} ledger={ledger} />
      ))}
      {snapshot.ledgers.length === 0 ? passedOver : null}
      <DatesCard />
      <DirectoryCard />
      {snapshot.ledgers.length === 0 ? null : passedOver}
    </div>
  );
}

export default LedgerPane;
