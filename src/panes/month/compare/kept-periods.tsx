/** 存为本期, and the periods that are kept: to compare with, to save as a file, to forget. */
import { useState } from "react";
import { Button, Text } from "@fluentui/react-components";
import { Save20Regular } from "@fluentui/react-icons";
import { periodNow, periodText } from "../../../app/month";
import type { KeptPeriod } from "../../../app/kept-periods";
import { faultSentence } from "../../../app/last-period-file";
import type { Period } from "../../../month";
import { isoDate } from "../../../zh/civil-date";
import { Disclosure } from "../../disclosure";
import { useLang, useSession, useSnapshot, useWords } from "../../session-context";
import { ActionButton } from "../../shell/action-button";
import { QuestionDialog } from "../../shell/question-dialog";
import { Made } from "../made";
import { savePeriod } from "../outputs";
import { useMonthStyles } from "../styles";
import type { Choice } from "../use-periods";
import { MONTH_PANE_WORDS } from "../words";

export function KeptPeriods(props: {
  readonly now: Period;
  readonly kept: readonly KeptPeriod[];
  readonly onChoose: (choice: Choice) => void;
}) {
  const { now, kept, onChoose } = props;
  const styles = useMonthStyles();
  const words = useWords(MONTH_PANE_WORDS);
  const session = useSession();
  const shared = useSnapshot().shared;
  const [asked, setAsked] = useState<string | null>(null);
  const day = isoDate(now.asOf);
  const text = (): string | null => {
    const masked = periodNow(session, true);
    return masked === null ? null : periodText(masked);
  };
  const keep = async () => {
    const found = text();
    return found === null ? false : session.keepPeriod(day, found);
  };
  const save = () =>
    session.act("download", () => {
      const found = text();
      return Promise.resolve(found === null ? null : savePeriod(session, found, day, words.periodName));
    });
  const isKept = session.periods().has(day);
  return (
    <div className={styles.stack}>
      <Made hint={words.keepHint(day, shared ? words.keptShared : words.keptWhere)}>
        <ActionButton icon={<Save20Regular />} run={keep} data-testid="keep-period">
          {isKept ? words.keepAgain : words.keep}
        </ActionButton>
        <ActionButton appearance="subtle" run={save} data-testid="save-period">
          {words.saveNow}
        </ActionButton>
      </Made>
      {kept.length === 0 ? null : (
        <Disclosure heading={words.kept(kept.length)} openAtFirst={false} testid="kept-periods">
          <ul className={styles.list}>
            {kept.map((one) => (
              <KeptRow
                key={one.day}
                kept={one}
                onUse={() => onChoose({ type: "kept", day: one.day })}
                canUse={one.day < day}
                onDrop={() => setAsked(one.day)}
              />
            ))}
          </ul>
        </Disclosure>
      )}
      {asked === null ? null : (
        <QuestionDialog
          title={words.dropTitle(asked)}
          text={words.dropText}
          ways={[
            {
              label: words.dropKept,
              testid: "drop-period-yes",
              primary: true,
              run: async () => {
                await session.dropPeriod(asked);
                setAsked(null);
              },
            },
          ]}
          cancel={words.cancel}
          testid="drop-period-question"
          onCancel={() => setAsked(null)}
        />
      )}
    </div>
  );
}

function KeptRow(props: {
  readonly kept: KeptPeriod;
  readonly canUse: boolean;
  readonly onUse: () => void;
  readonly onDrop: () => void;
}) {
  const { day, workbook, text, read } = props.kept;
  const styles = useMonthStyles();
  const words = useWords(MONTH_PANE_WORDS);
  const lang = useLang();
  const session = useSession();
  return (
    <li className={styles.row} data-testid="kept-period">
      <Text className={styles.grow}>
        {"period" in read ? words.keptOf(day, read.period.items.length) : faultSentence(read.fault, day)[lang]}
        {workbook === null ? "" : ` · ${words.keptFrom(workbook)}`}
      </Text>
      {"period" in read && props.canUse ? (
        <Button size="small" aria-label={words.useKeptOf(day)} onClick={props.onUse} data-testid="use-period">
          {words.useKept}
        </Button>
      ) : null}
      <ActionButton
        size="small"
        aria-label={words.saveKeptOf(day)}
        run={() => session.act("download", () => Promise.resolve(savePeriod(session, text, day, words.periodName)))}
      >
        {words.saveKept}
      </ActionButton>
      {workbook === null ? (
        <Button size="small" aria-label={words.dropKeptOf(day)} onClick={props.onDrop} data-testid="drop-period">
          {words.dropKept}
        </Button>
      ) : null}
    </li>
  );
}
