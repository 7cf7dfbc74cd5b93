/** What the ledger states of itself: offered for empty fields, and asked where its 填报时间 is not the day it is counted on. */
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Text,
  tokens,
} from "@fluentui/react-components";
import { type Facts, ledgerFacts } from "../../app/documents";
import { chineseDate } from "../../zh/civil-date";
import { useSession, useSnapshot, useWords } from "../session-context";
import type { Typed } from "../use-typed";
import { NOTICE_WORDS } from "./words";

const useStyles = makeStyles({
  row: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, flexWrap: "wrap" },
});

export function LedgerOffers(props: { readonly facts: Facts; readonly typed: Typed }) {
  const styles = useStyles();
  const words = useWords(NOTICE_WORDS);
  const session = useSession();
  const { asOf } = useSnapshot();
  const known = ledgerFacts(session, props.facts);
  if (known === null) return null;
  const { offers, reportDay } = known;
  return (
    <>
      {reportDay === null || asOf === null ? null : (
        <MessageBar intent="warning" layout="multiline" data-testid="report-day">
          <MessageBarBody>{words.reportDay(chineseDate(reportDay), chineseDate(asOf.date))}</MessageBarBody>
          <MessageBarActions>
            <Button
              size="small"
              onClick={() => void session.changeSettings({ asOf: reportDay })}
              data-testid="by-report-day"
            >
              {words.byReportDay(chineseDate(reportDay))}
            </Button>
            <Button
              size="small"
              onClick={() => void session.changeSettings({ asOf: asOf.date })}
              data-testid="by-today"
            >
              {words.byToday}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      {offers.length === 0 ? null : (
        <div className={styles.row} data-testid="ledger-offers">
          <Text size={200}>{words.offers}</Text>
          {offers.map(({ fact, value, shown }) => (
            <Button
              key={fact}
              size="small"
              onClick={() => {
                props.typed.type(fact, value);
                props.typed.flush();
              }}
              data-testid={`offer-${fact}`}
            >
              {`${words.labels[fact]}：${shown}`}
            </Button>
          ))}
        </div>
      )}
    </>
  );
}
