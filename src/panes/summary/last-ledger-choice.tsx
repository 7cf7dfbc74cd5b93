/** 选上期台账: the file that 较上期 is reckoned from; which one it is, and away with it. */
import { useState } from "react";
import { Button, makeStyles, MessageBar, MessageBarBody, Spinner, Text, tokens } from "@fluentui/react-components";
import { takeLastLedger, type Refusal } from "../../app/last-ledger";
import { FileButton } from "../file-button";
import { useOpenLedgerFile } from "../ledger-files";
import { useLang, useSession, useWords } from "../session-context";
import { SUMMARY_WORDS } from "./words";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS, minWidth: 0 },
  row: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
  name: { overflowWrap: "anywhere", minWidth: 0 },
});

export function LastLedgerChoice(props: { readonly onChange?: () => void }) {
  const styles = useStyles();
  const words = useWords(SUMMARY_WORDS);
  const lang = useLang();
  const session = useSession();
  const open = useOpenLedgerFile();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const last = session.comparedWith();
  if (open === null) return null;
  const pick = async (file: File) => {
    setBusy(true);
    try {
      setRefusal(await takeLastLedger(session, file.name, () => open(file)));
      props.onChange?.();
    } finally {
      setBusy(false);
    }
  };
  const drop = () => {
    setRefusal(null);
    session.compareWith(null);
    props.onChange?.();
  };
  return (
    <div className={styles.root} data-testid="last-ledger">
      <div className={styles.row}>
        <Text className={styles.name}>{last === null ? words.noLast : words.comparedWith(last.name)}</Text>
        <FileButton
          size="small"
          disabled={busy}
          accept=".xlsx,.xlsm,.xls,.csv,.docx"
          label={words.chooseLast}
          input="last-file"
          onPick={(file) => void pick(file)}
          data-testid="choose-last"
        >
          {last === null ? words.chooseLast : words.otherLast}
        </FileButton>
        {last === null ? null : (
          <Button size="small" onClick={drop} data-testid="drop-last">
            {words.dropLast}
          </Button>
        )}
        {busy ? <Spinner size="tiny" /> : null}
      </div>
      {refusal === null ? null : (
        <MessageBar intent="error" layout="multiline" data-testid="last-refused">
          <MessageBarBody>{refusal[lang]}</MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}
