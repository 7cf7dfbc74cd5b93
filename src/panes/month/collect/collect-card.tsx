/** 收表汇总: files of many units in, a table to work off, one ledger or the filled-in master out. */
import { Button, ProgressBar, Text } from "@fluentui/react-components";
import { isoDate } from "../../../zh/civil-date";
import { Card } from "../../card";
import { LedgerHeading } from "../../ledger/heading";
import { useSnapshot, useWords } from "../../session-context";
import { ActionButton } from "../../shell/action-button";
import { useMonthStyles } from "../styles";
import { CollectOutputs } from "./collect-outputs";
import { Intake } from "./intake";
import { UnitTable } from "./unit-table";
import { type CollectMode, useCollected } from "./use-collected";
import { COLLECT_WORDS } from "./words";

const MODES: readonly CollectMode[] = ["into", "merge"];

export default function CollectCard() {
  const styles = useMonthStyles();
  const words = useWords(COLLECT_WORDS);
  const { ledgers } = useSnapshot();
  const state = useCollected();
  const { collection, view, mode, collected, rows, reading } = state;
  const { progress } = view;
  const left = rows.reduce((sum, { issues }) => sum + issues.filter(({ settled }) => !settled).length, 0);
  const asOf = collected?.context.asOf ?? null;
  return (
    <Card data-testid="month-collect">
      <LedgerHeading>{words.title}</LedgerHeading>
      <Intake collection={collection} view={view} directory={collected?.context.directory ?? view.directory} />
      {ledgers.length === 0 || view.files.length === 0 ? null : (
        <div className={styles.row} role="group" aria-label={words.mode}>
          <Text>{words.mode}</Text>
          {MODES.map((one) => (
            <Button
              key={one}
              size="small"
              appearance={one === mode ? "primary" : "secondary"}
              aria-pressed={one === mode}
              onClick={() => collection.change({ mode: one })}
              data-testid={`mode-${one}`}
            >
              {words[one]}
            </Button>
          ))}
        </div>
      )}
      {progress === null ? null : (
        <div className={styles.tight} data-testid="collect-progress">
          <ProgressBar
            value={progress.done}
            max={progress.total}
            aria-label={words.opening(progress.done, progress.total, progress.file)}
          />
          <div className={styles.row}>
            <Text size={200} className={styles.grow}>
              {words.opening(progress.done, progress.total, progress.file)}
            </Text>
            <Button size="small" onClick={collection.cancel} data-testid="collect-stop">
              {words.stop}
            </Button>
          </div>
        </div>
      )}
      {collected === null || progress !== null ? null : (
        <>
          <div className={styles.row}>
            <Text weight="semibold" className={styles.grow} data-testid="collect-left" aria-live="polite">
              {left === 0 ? words.allDone : words.toDo(left)}
              {asOf === null ? null : (
                <>
                  {" · "}
                  <span className={styles.whole}>{words.asOf(isoDate(asOf))}</span>
                </>
              )}
            </Text>
            {reading ? (
              <Text size={200} data-testid="collect-reading">
                {words.reading}
              </Text>
            ) : null}
            <ActionButton
              size="small"
              appearance="subtle"
              run={() => Promise.resolve(collection.clear())}
              data-testid="collect-clear"
            >
              {words.clear}
            </ActionButton>
          </div>
          <UnitTable rows={rows} collection={collection} view={view} units={collected.context.directory?.names ?? []} />
          <CollectOutputs {...state} collected={collected} />
        </>
      )}
    </Card>
  );
}
