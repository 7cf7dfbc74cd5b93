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
import { type DayAsked, type Facts, ledgerFacts } from "../../app/documents";
import { chineseDate, type CivilDate } from "../../zh/civil-date";
import { useSession, useSnapshot, useWords } from "../session-context";
import type { Typed } from "../use-typed";
import { NOTICE_WORDS } from "./words";

const useStyles = makeStyles({
  row: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, flexWrap: "wrap" },
});

/** What the second button settles on: today, or the year before of a day without one. */
function otherDay(day: DayAsked, today: CivilDate): CivilDate {
  if (day.why !== "year") return today;
  const { year, month, day: of } = day.date;
  return { year: year - 1, month, day: month === 2 && of === 29 ? 28 : of };
}

export function LedgerOffers(props: { readonly facts: Facts; readonly typed: Typed }) {
  const styles = useStyles();
  const words = useWords(NOTICE_WORDS);
  const session = useSession();
  const { asOf } = useSnapshot();
  const known = ledgerFacts(session, props.facts);
  if (known === null) return null;
  const { offers, day } = known;
  return (
    <>
      {day === null || asOf === null ? null : (
        <MessageBar intent="warning" layout="multiline" data-testid="report-day">
          <MessageBarBody>{words.dayAsked[day.why](chineseDate(day.date), chineseDate(asOf.date))}</MessageBarBody>
          <MessageBarActions>
            <Button
              size="small"
              onClick={() => void session.changeSettings({ asOf: day.date })}
              data-testid="by-report-day"
            >
              {words.byDay[day.why](chineseDate(day.date))}
            </Button>
            <Button
              size="small"
              onClick={() => void session.changeSettings({ asOf: otherDay(day, asOf.date) })}
              data-testid="by-today"
            >
              {day.why === "year" ? words.byYearBefore(day.date.year - 1) : words.byToday}
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
