/** 统计: rates first, how they are defined folded behind them; by kind, unit, section and leader; deadlines by month; every number opens its rows. */
import { useMemo, useState } from "react";
import { Text } from "@fluentui/react-components";
import type { Explainable } from "../../app/session";
import { asOfText, definitionText } from "../../app/words";
import { Disclosure } from "../disclosure";
import { useLang, useSession, useSnapshot, useWords } from "../session-context";
import type { PaneProps } from "../shell/pane-props";
import { DefinitionForm } from "./definition-form";
import { EvidenceDialog } from "./evidence-dialog";
import { GroupsCard } from "./groups-card";
import { AccountabilityCard, KindCard } from "./kind-card";
import { TimelineCard } from "./timeline-card";
import { OutputsCard } from "./outputs-card";
import { useTallyStyles } from "./styles";
import { asHeading } from "../words";
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
      {snapshot.asOf ? <Text className={styles.muted}>{asHeading(asOfText(snapshot.asOf, lang))}</Text> : null}
      {tally.kinds
        .filter((kind) => kind.kind !== "accountability")
        .map((kind) => (
          <KindCard key={kind.kind} kind={kind} precision={settings.precision} onShow={setFigure} />
        ))}
      {tally.accountability ? <AccountabilityCard tally={tally} onShow={setFigure} /> : null}
      <Disclosure
        heading={words.chosen(definitionText(tally.definition, lang), settings.precision)}
        openAtFirst={false}
        testid="definition-open"
      >
        <DefinitionForm settings={settings} />
      </Disclosure>
      <TimelineCard tally={tally} onShow={setFigure} />
      <GroupsCard tally={tally} precision={settings.precision} onShow={setFigure} />
      <OutputsCard go={props.go} />
      <EvidenceDialog figure={figure} onClose={() => setFigure(null)} />
    </div>
  );
}
