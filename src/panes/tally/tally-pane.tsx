/** 统计: rates with their definition, by kind, unit, section and leader; deadlines by month; every number opens its rows. */
import { useMemo, useState } from "react";
import { Button, Subtitle2, Text } from "@fluentui/react-components";
import { Print16Regular } from "@fluentui/react-icons";
import type { Explainable } from "../../app/session";
import { asOfText } from "../../app/words";
import { Card } from "../card";
import { useLang, useSession, useSnapshot, useWords } from "../session-context";
import type { PaneProps } from "../shell/pane-props";
import { DeadlineChart } from "./deadline-chart";
import { DefinitionForm } from "./definition-form";
import { EvidenceDialog } from "./evidence-dialog";
import { GroupsCard } from "./groups-card";
import { AccountabilityCard, KindCard } from "./kind-card";
import { OutputsCard } from "./outputs-card";
import { useTallyStyles } from "./styles";
import { TALLY_WORDS } from "./words";

export default function TallyPane(props: PaneProps) {
  const styles = useTallyStyles();
  const words = useWords(TALLY_WORDS);
  const lang = useLang();
  const session = useSession();
  const snapshot = useSnapshot();
  const [figure, setFigure] = useState<Explainable | null>(null);
  const { revision, settings } = snapshot;
  const tally = useMemo(
    () => session.tally(),
    // `revision` stands for everything the tally depends on.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [session, revision],
  );
  if (!tally || tally.kinds.length === 0) return <Text>{words.empty}</Text>;
  return (
    <div className={styles.root} data-testid="tally-pane">
      <DefinitionForm settings={settings} />
      {snapshot.asOf ? <Text className={styles.muted}>{asOfText(snapshot.asOf, lang)}</Text> : null}
      {tally.kinds
        .filter((kind) => kind.kind !== "accountability")
        .map((kind) => (
          <KindCard key={kind.kind} kind={kind} precision={settings.precision} onShow={setFigure} />
        ))}
      {tally.accountability ? <AccountabilityCard tally={tally} onShow={setFigure} /> : null}
      {tally.byMonth.length > 0 ? (
        <Card>
          <div className={styles.head}>
            <Subtitle2 as="h2" className={styles.grow}>
              {words.timeline}
            </Subtitle2>
            <Button
              size="small"
              className={styles.noPrint}
              icon={<Print16Regular />}
              onClick={() =>
                void session.act("print", () => {
                  window.print();
                  return Promise.resolve({});
                })
              }
              data-testid="print"
            >
              {words.print}
            </Button>
          </div>
          <DeadlineChart months={tally.byMonth} onShow={setFigure} />
        </Card>
      ) : null}
      <GroupsCard tally={tally} precision={settings.precision} onShow={setFigure} />
      <OutputsCard go={props.go} />
      <EvidenceDialog figure={figure} onClose={() => setFigure(null)} />
    </div>
  );
}
