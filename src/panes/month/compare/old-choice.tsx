/** 上期: a file that is picked or dropped (a ledger, or a kept period), or none. */
import { useState } from "react";
import { Button, makeStyles, mergeClasses, MessageBar, MessageBarBody, Text, tokens } from "@fluentui/react-components";
import type { ActionData } from "../../../app/actions";
import { takeLastLedger, type Refusal } from "../../../app/last-ledger";
import { faultSentence, readLastPeriod } from "../../../app/last-period-file";
import type { Period } from "../../../month";
import { isoDate } from "../../../zh/civil-date";
import { DropZone } from "../../drop-zone";
import { FileButton } from "../../file-button";
import { readTextFile } from "../../ledger/directory-file";
import { useOpenLedgerFile } from "../../ledger-files";
import { useLang, useSession, useWords } from "../../session-context";
import { usePending } from "../../shell/action-button";
import { useMonthStyles } from "../styles";
import type { Choice, OldPeriod } from "../use-periods";
import { MONTH_PANE_WORDS } from "../words";

const useStyles = makeStyles({
  zone: {
    padding: tokens.spacingHorizontalS,
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
});

export function OldChoice(props: {
  readonly old: OldPeriod | null;
  readonly now: Period;
  readonly onChoose: (choice: Choice) => void;
}) {
  const { old, now, onChoose } = props;
  const styles = useMonthStyles();
  const own = useStyles();
  const words = useWords(MONTH_PANE_WORDS);
  const lang = useLang();
  const session = useSession();
  const open = useOpenLedgerFile();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, pick] = usePending((file: File) =>
    session.act("openPeriod", async (): Promise<ActionData> => {
      setRefusal(null);
      const why = await take(file);
      setRefusal(why);
      return why === null ? { name: file.name } : { partial: true, ...why };
    }),
  );
  const take = async (file: File): Promise<Refusal | null> => {
    if (/\.json$/iu.test(file.name)) {
      const read = readLastPeriod(await readTextFile(file), now.asOf);
      if ("fault" in read) return faultSentence(read.fault, file.name);
      onChoose({ type: "file", name: file.name, period: read.period });
      return null;
    }
    if (open === null) return faultSentence("none", file.name);
    const why = await takeLastLedger(session, file.name, () => open(file));
    if (why === null) onChoose({ type: "found" });
    return why;
  };
  const drop = (data: DataTransfer) => {
    const file = data.files[0];
    if (file) pick(file);
  };
  return (
    <DropZone className={mergeClasses(styles.tight, own.zone)} onDrop={drop} data-testid="old-period">
      <Text className={styles.text} data-testid="old-name">
        {old === null ? words.noOld : words.oldLedger(old.name ?? words.keptName, isoDate(old.period.asOf))}
      </Text>
      {old?.guessed ? (
        <Text size={200} className={styles.muted}>
          {words.oldGuessed}
        </Text>
      ) : null}
      <div className={styles.row}>
        <FileButton
          disabled={busy}
          accept={open === null ? ".json" : ".xlsx,.xlsm,.xls,.csv,.docx,.json"}
          label={words.chooseOld}
          input="old-file"
          onPick={pick}
          data-testid="choose-old"
        >
          {words.chooseOld}
        </FileButton>
        {old === null ? null : (
          <Button
            appearance="subtle"
            onClick={() => {
              session.compareWith(null);
              onChoose({ type: "none" });
            }}
            data-testid="drop-old"
          >
            {words.noCompare}
          </Button>
        )}
        <Text size={200} className={styles.muted}>
          {words.dropHere}
        </Text>
      </div>
      {refusal === null ? null : (
        <MessageBar intent="error" layout="multiline" data-testid="old-refused">
          <MessageBarBody>{refusal[lang]}</MessageBarBody>
        </MessageBar>
      )}
    </DropZone>
  );
}
