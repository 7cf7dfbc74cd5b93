/** The unit directory, from the workbook or from a file. */
import { useState } from "react";
import { Field, makeStyles, Text, tokens } from "@fluentui/react-components";
import { buildDirectory } from "../../app/core";
import { directoryRows, readTextFile } from "./directory-file";
import { Card } from "../card";
import { FileButton } from "../file-button";
import { useSession, useSnapshot, useWords } from "../session-context";
import { ActionButton } from "../shell/action-button";
import { LEDGER_WORDS } from "./words";
import { LedgerHeading } from "./heading";

const useStyles = makeStyles({
  row: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, flexWrap: "wrap", minWidth: 0 },
  muted: { color: tokens.colorNeutralForeground3 },
});

/** Units of a directory that are named; enough to see whose it is. */
const SHOWN_NAMES = 20;

export function DirectoryCard() {
  const styles = useStyles();
  const words = useWords(LEDGER_WORDS);
  const session = useSession();
  const { directory, workbook } = useSnapshot();
  const [problem, setProblem] = useState<string | null>(null);
  // One from a file is named by the file; the workbook's own by its sheet.
  const own = directory !== null && !workbook?.sheets.some((sheet) => sheet.name === directory.source);
  const load = async (file: File) => {
    const rows = directoryRows(await readTextFile(file));
    if (rows.length === 0) {
      setProblem(words.emptyDirectory(file.name));
      return;
    }
    setProblem(null);
    await session.setDirectory(buildDirectory(rows, file.name));
  };
  return (
    <Card>
      <LedgerHeading>{words.directory}</LedgerHeading>
      {directory ? (
        <>
          <Text data-testid="directory">{words.directoryFrom(directory.source, directory.names.length)}</Text>
          <Text size={200} className={styles.muted}>
            {directory.names.slice(0, SHOWN_NAMES).join("、")}
            {directory.names.length > SHOWN_NAMES ? "…" : ""}
          </Text>
        </>
      ) : (
        <Text className={styles.muted}>{words.noDirectory}</Text>
      )}
      <Field hint={words.directoryHint} validationState={problem ? "error" : "none"} validationMessage={problem}>
        <div className={styles.row}>
          <FileButton
            size="small"
            accept=".txt,.csv"
            label={words.loadDirectory}
            input="directory-input"
            onPick={(file) => void load(file)}
            data-testid="load-directory"
          >
            {words.loadDirectory}
          </FileButton>
          {own ? (
            <ActionButton size="small" run={() => session.setDirectory(null)} data-testid="drop-directory">
              {words.dropDirectory}
            </ActionButton>
          ) : null}
        </div>
      </Field>
    </Card>
  );
}
