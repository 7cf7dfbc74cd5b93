/** 督办: the statistics with their lights, the wall chart, the way to the bulletin. */
import { useMemo, useState } from "react";
import { Button, Text } from "@fluentui/react-components";
import { ArrowDownload20Regular, Print20Regular, Table20Regular } from "@fluentui/react-icons";
import { NO_REGISTER } from "../../../app/letters";
import type { Explainable } from "../../../app/session";
import { putStats, sessionStats } from "../../../app/statistics";
import type { Period } from "../../../month";
import { Card } from "../../card";
import { useDraftTools } from "../../draft/draft-context";
import { LedgerHeading } from "../../ledger/heading";
import { useLang, useSession, useSnapshot, useWords } from "../../session-context";
import { ActionButton } from "../../shell/action-button";
import type { PaneProps } from "../../shell/pane-props";
import { EvidenceDialog } from "../../tally/evidence-dialog";
import { Made } from "../made";
import { makeWall, saveLetters, saveStats, saveStatsIn } from "../outputs";
import { useMonthStyles } from "../styles";
import { MONTH_PANE_WORDS } from "../words";
import { LightsTable } from "./lights-table";
import { type ChosenRegister, RegisterChoice } from "./register-choice";

export function SuperviseCard(props: {
  /** The period that ranks are told against; null without one. */
  readonly previous: Period | null;
  readonly blocked: boolean;
  readonly go: PaneProps["go"];
}) {
  const { blocked, previous } = props;
  const styles = useMonthStyles();
  const words = useWords(MONTH_PANE_WORDS);
  const lang = useLang();
  const session = useSession();
  const { book, revision, settings, workbook } = useSnapshot();
  const load = useDraftTools();
  const [register, setRegister] = useState<ChosenRegister | null>(null);
  const [figure, setFigure] = useState<Explainable | null>(null);
  const stats = useMemo(
    () => sessionStats(session, previous),
    // `revision` stands for everything that is counted.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [session, revision, previous],
  );
  if (stats === null) return null;
  const wall = (print: boolean) =>
    session.act(print ? "print" : "download", () =>
      Promise.resolve(makeWall(session, words.wallName, print, words.empty)),
    );
  const letters = (level: "overdue" | "due-soon") =>
    session.act("download", () =>
      saveLetters(
        session,
        level,
        register?.register ?? NO_REGISTER,
        level === "overdue"
          ? { what: words.lettersName, nothing: words.noneOverdue }
          : { what: words.remindersName, nothing: words.noneDueSoon(settings.dueSoon) },
        load,
      ),
    );
  return (
    <Card data-testid="month-supervise">
      <LedgerHeading>{words.supervise}</LedgerHeading>
      {stats.kinds.map((kind) => (
        <LightsTable key={kind.kind} kind={kind} precision={settings.precision} onShow={setFigure} />
      ))}
      <Text size={200} className={styles.muted}>
        {words.lightsHint(stats.options.lights.yellow, stats.options.lights.red)}
      </Text>
      <div className={styles.made}>
        <Made hint={words.statsHint}>
          <ActionButton
            icon={<ArrowDownload20Regular />}
            disabled={blocked}
            run={() => session.act("download", () => saveStats(session, previous, words.statsName, load))}
            data-testid="save-stats"
          >
            {words.stats}
          </ActionButton>
          {workbook?.can.copies === true ? (
            <ActionButton
              icon={<ArrowDownload20Regular />}
              disabled={blocked}
              run={() => session.act("download", () => saveStatsIn(session, previous, lang, load))}
              data-testid="save-stats-in"
            >
              {words.statsCopy}
            </ActionButton>
          ) : null}
        </Made>
        {workbook?.can.book ? (
          <Made hint={words.statsInHint}>
            <ActionButton
              icon={<Table20Regular />}
              disabled={blocked}
              run={() => putStats(session, previous)}
              data-testid="put-stats"
            >
              {book.length > 0 ? words.statsRenew : words.statsIn}
            </ActionButton>
            {book.length > 0 ? (
              <ActionButton run={() => session.removeBook()} data-testid="remove-stats">
                {words.statsRemove}
              </ActionButton>
            ) : null}
          </Made>
        ) : null}
        <Made hint={words.wallHint}>
          <ActionButton
            icon={<ArrowDownload20Regular />}
            disabled={blocked}
            run={() => wall(false)}
            data-testid="save-wall"
          >
            {words.wall}
          </ActionButton>
          <ActionButton icon={<Print20Regular />} disabled={blocked} run={() => wall(true)} data-testid="print-wall">
            {words.printWall}
          </ActionButton>
        </Made>
        <Made hint={words.lettersHint}>
          <ActionButton
            icon={<ArrowDownload20Regular />}
            disabled={blocked}
            run={() => letters("overdue")}
            data-testid="save-letters"
          >
            {words.letters}
          </ActionButton>
          <ActionButton
            icon={<ArrowDownload20Regular />}
            disabled={blocked}
            run={() => letters("due-soon")}
            data-testid="save-reminders"
          >
            {words.reminders}
          </ActionButton>
          <RegisterChoice chosen={register} onChoose={setRegister} />
        </Made>
        <Made hint={words.bulletinHint}>
          <Button onClick={() => props.go("notice")} data-testid="to-bulletin">
            {words.bulletin}
          </Button>
        </Made>
      </div>
      <EvidenceDialog figure={figure} onClose={() => setFigure(null)} />
    </Card>
  );
}
