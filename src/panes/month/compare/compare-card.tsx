/** 对比: what is new since last time; which period that is; what is kept for the next time. */
import { MessageBar, MessageBarBody, Text } from "@fluentui/react-components";
import { ArrowDownload20Regular, Copy20Regular } from "@fluentui/react-icons";
import { changeParagraph, periodWarning } from "../../../app/month";
import { Card } from "../../card";
import { useDraftTools } from "../../draft/draft-context";
import { LedgerHeading } from "../../ledger/heading";
import { useLang, useSession, useSnapshot, useWords } from "../../session-context";
import { ActionButton } from "../../shell/action-button";
import { useCopy } from "../../shell/copying";
import { Made } from "../made";
import { saveChanges } from "../outputs";
import { useMonthStyles } from "../styles";
import type { Periods } from "../use-periods";
import { MONTH_PANE_WORDS } from "../words";
import { Ambiguous } from "./ambiguous";
import { Changes } from "./changes";
import { KeptPeriods } from "./kept-periods";
import { MarkChanges } from "./mark-changes";
import { OldChoice } from "./old-choice";
import { Trend } from "./trend";

export function CompareCard(props: { readonly periods: Periods; readonly blocked: boolean }) {
  const styles = useMonthStyles();
  const words = useWords(MONTH_PANE_WORDS);
  const lang = useLang();
  const session = useSession();
  const { workbook } = useSnapshot();
  const load = useDraftTools();
  const copy = useCopy();
  const { now, kept, old, compared, precision, choose } = props.periods;
  if (now === null) return null;
  const paragraph = compared === null ? null : changeParagraph(compared, precision, lang);
  const unlike = compared === null ? null : periodWarning(compared, lang);
  return (
    <Card data-testid="month-compare">
      <LedgerHeading>{words.compare}</LedgerHeading>
      <OldChoice old={old} now={now} onChoose={choose} />
      {compared === null ? (
        <div className={styles.tight} data-testid="month-example">
          <Text className={styles.muted}>{words.compareHint}</Text>
          <Text className={styles.muted}>{words.example}</Text>
          <Text className={styles.muted}>{words.exampleKeep}</Text>
        </div>
      ) : (
        <>
          {unlike === null ? null : (
            <MessageBar intent="warning" layout="multiline" data-testid="month-unlike">
              <MessageBarBody>{unlike}</MessageBarBody>
            </MessageBar>
          )}
          {paragraph === null ? null : (
            <p className={styles.text} data-testid="month-paragraph">
              {paragraph}
            </p>
          )}
          <Made hint={words.changesHint}>
            <ActionButton
              icon={<ArrowDownload20Regular />}
              appearance="primary"
              disabled={props.blocked}
              run={() =>
                session.act("download", () => saveChanges(session, compared, precision, words.changesName, load))
              }
              data-testid="save-changes"
            >
              {words.changesBook}
            </ActionButton>
            {paragraph === null ? null : (
              <ActionButton
                icon={<Copy20Regular />}
                disabled={props.blocked}
                run={() => copy({ title: words.copyChanges, text: () => paragraph })}
                data-testid="copy-changes"
              >
                {words.copyChanges}
              </ActionButton>
            )}
          </Made>
          <MarkChanges compare={props.periods.compare} blocked={props.blocked} />
          <Ambiguous compared={compared} />
          <Changes changes={compared.changes} canSelect={workbook?.can.select ?? false} />
        </>
      )}
      <KeptPeriods now={now} kept={kept} onChoose={choose} />
      <Trend now={now} kept={kept} precision={precision} />
    </Card>
  );
}
