/** 月度: what units sent, what is new since last time, then what can be made of it: 收表, 对比, 督办, 抽查. */
import { useDeferredValue } from "react";
import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { HeldWarning, useCheckOnce } from "../held-warning";
import { useSession, useSnapshot, useWords } from "../session-context";
import type { PaneProps } from "../shell/pane-props";
import { CompareCard } from "./compare/compare-card";
import { loadable } from "../shell/loadable";
import { HandOutCard } from "./hand-out/hand-out-card";
import { SampleCard } from "./sample-card";
import { SuperviseCard } from "./supervise/supervise-card";
import { usePeriods } from "./use-periods";
import { MONTH_PANE_WORDS } from "./words";

const CollectCard = loadable(
  async () => (await import(/* webpackChunkName: "month-collect" */ "./collect/collect-card")).default,
  <></>,
);

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
});

export default function MonthPane(props: PaneProps) {
  const styles = useStyles();
  const words = useWords(MONTH_PANE_WORDS);
  const session = useSession();
  const { ledgers, workbook } = useSnapshot();
  useCheckOnce();
  const periods = usePeriods();
  // Of a large ledger each card takes its moment: the first is there at once, and the pane answers between the others.
  const others = useDeferredValue(true, false);
  if (ledgers.length === 0)
    return (
      <div className={styles.root} data-testid="month-pane">
        <CollectCard />
        {workbook === null ? null : <Text>{words.empty}</Text>}
      </div>
    );
  const held = session.held();
  const blocked = held?.blocked === true;
  return (
    <div className={styles.root} data-testid="month-pane">
      <HeldWarning
        held={held?.held ?? []}
        testid="month-held"
        anywayTestid="month-anyway"
        onSettle={() => props.go("check")}
      />
      <CompareCard periods={periods} blocked={blocked} />
      {others ? (
        <>
          <CollectCard />
          <SuperviseCard previous={periods.old?.period ?? null} blocked={blocked} go={props.go} />
          <HandOutCard blocked={blocked} />
          <SampleCard />
        </>
      ) : null}
    </div>
  );
}
