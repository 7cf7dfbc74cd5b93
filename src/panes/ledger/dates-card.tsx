/** The dates that everything is judged by. */
import { useState } from "react";
import { Field, Input, makeStyles, Text, tokens } from "@fluentui/react-components";
import { chineseDate, isoDate } from "../../zh/civil-date";
import { Card } from "../card";
import { DateField } from "../date-field";
import { useLang, useSession, useSnapshot, useWords } from "../session-context";
import { ActionButton } from "../shell/action-button";
import { LEDGER_WORDS } from "./words";
import { LedgerHeading } from "./heading";

const useStyles = makeStyles({
  row: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, flexWrap: "wrap", minWidth: 0 },
  muted: { color: tokens.colorNeutralForeground3 },
  form: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
});

export function DatesCard() {
  const styles = useStyles();
  const words = useWords(LEDGER_WORDS);
  const session = useSession();
  const lang = useLang();
  const { settings, asOf, feedbackDate } = useSnapshot();
  const [months, setMonths] = useState<string | null>(null);
  return (
    <Card>
      <LedgerHeading>{words.dates}</LedgerHeading>
      <div className={styles.form}>
        <DateField
          label={words.asOf}
          wrong={words.wrongDate}
          placeholder={asOf ? isoDate(asOf.date) : undefined}
          value={settings.asOf}
          onChange={(date) => void session.changeSettings({ asOf: date })}
          testId="as-of"
        />
        {asOf ? (
          <div className={styles.row}>
            <Text size={200} className={styles.muted} data-testid="as-of-from">
              {words.asOfFrom[asOf.source](lang === "zh" ? chineseDate(asOf.date) : isoDate(asOf.date))}
            </Text>
            {settings.asOf === null ? null : (
              <ActionButton
                size="small"
                run={() => session.changeSettings({ asOf: null })}
                data-testid="as-of-automatic"
              >
                {words.asOfAutomatic}
              </ActionButton>
            )}
          </div>
        ) : null}
        <DateField
          label={words.feedback}
          hint={words.feedbackHint}
          wrong={words.wrongDate}
          placeholder={feedbackDate ? isoDate(feedbackDate.date) : undefined}
          value={settings.feedbackDate}
          onChange={(date) => void session.changeSettings({ feedbackDate: date })}
          testId="feedback-date"
        />
        <Field label={words.months}>
          <Input
            type="number"
            min={1}
            max={36}
            value={months ?? (settings.concentratedMonths === null ? "" : String(settings.concentratedMonths))}
            onChange={(_event, data) => setMonths(data.value)}
            onBlur={() => {
              if (months === null) return;
              const n = Number.parseInt(months, 10);
              void session.changeSettings({ concentratedMonths: Number.isInteger(n) && n > 0 ? n : null });
              setMonths(null);
            }}
            data-testid="months"
          />
        </Field>
      </div>
    </Card>
  );
}
