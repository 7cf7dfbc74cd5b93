/** Where files come in: picked, a folder, dropped; and the list of units that tells who is missing. */
import { useRef, useState, type Ref } from "react";
import { Button, makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { DocumentMultiple20Regular, FolderOpen20Regular } from "@fluentui/react-icons";
import { buildDirectory } from "../../../app/core";
import type { Collection, CollectionView, PickedFile } from "../../../app/collect";
import { directoryIn } from "../../../app/collect";
import type { UnitDirectory } from "../../../ledger";
import { DropZone } from "../../drop-zone";
import { FileButton } from "../../file-button";
import { directoryRows, readTextFile } from "../../ledger/directory-file";
import { useOpenLedgerFile } from "../../ledger-files";
import { useSession, useWords } from "../../session-context";
import { useMonthStyles } from "../styles";
import { filesOfDrop, filesOfInput } from "./picked-files";
import { COLLECT_WORDS } from "./words";

const useStyles = makeStyles({
  zone: {
    padding: tokens.spacingHorizontalS,
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
});

const ENDINGS = ".xlsx,.xlsm,.xls,.csv,.docx";

export function Intake(props: {
  readonly collection: Collection;
  readonly view: CollectionView;
  readonly directory: UnitDirectory | null;
}) {
  const { collection, view, directory } = props;
  const styles = useMonthStyles();
  const own = useStyles();
  const words = useWords(COLLECT_WORDS);
  const session = useSession();
  const open = useOpenLedgerFile();
  const [problem, setProblem] = useState<string | null>(null);
  const filesInput = useRef<HTMLInputElement>(null);
  const folderInput = useRef<HTMLInputElement>(null);
  if (open === null) return null;
  const busy = view.progress !== null;
  const take = (find: () => Promise<readonly PickedFile[]>) =>
    void session.act("collectFiles", async () => {
      const picked = await find();
      const files = await collection.add(picked);
      const left = collection.getSnapshot().files.filter(({ refused }) => refused !== null).length;
      return { files, left, ...(left > 0 && { partial: true }) };
    });
  const picked = (files: FileList): void => {
    const found = filesOfInput(files, open);
    take(() => Promise.resolve(found));
  };
  const drop = (data: DataTransfer): void => {
    const found = filesOfDrop(data, open);
    if (!busy) take(() => found);
  };
  const directoryOf = async (file: File): Promise<UnitDirectory | null> => {
    const found = /\.(?:txt|csv)$/iu.test(file.name)
      ? buildDirectory(directoryRows(await readTextFile(file)), file.name)
      : directoryIn(await open(file));
    return found === null || found.names.length === 0 ? null : found;
  };
  const loadDirectory = async (file: File): Promise<void> => {
    const chosen: { directory?: UnitDirectory } = {};
    await session.act("setDirectory", async () => {
      const found = await directoryOf(file);
      setProblem(found === null ? words.noUnits(file.name) : null);
      if (found !== null) collection.change({ directory: (chosen.directory = found) });
      return {};
    });
    // Letters, returns and the check of the open ledger go by the same list, where they have none.
    const { workbook, directory: known } = session.getSnapshot();
    if (chosen.directory && workbook !== null && known === null) await session.setDirectory(chosen.directory);
  };
  return (
    <DropZone className={mergeClasses(styles.tight, own.zone)} onDrop={drop} data-testid="collect-zone">
      <Text size={200} className={styles.muted}>
        {words.hint}
      </Text>
      <div className={styles.row}>
        <Button
          icon={<DocumentMultiple20Regular />}
          disabled={busy}
          onClick={() => filesInput.current?.click()}
          data-testid="choose-files"
        >
          {words.files}
        </Button>
        <Input ref={filesInput} label={words.files} testid="collect-files" onFiles={picked} />
        <Button
          icon={<FolderOpen20Regular />}
          disabled={busy}
          onClick={() => folderInput.current?.click()}
          data-testid="choose-folder"
        >
          {words.folder}
        </Button>
        <Input ref={folderInput} isFolder label={words.folder} testid="collect-folder" onFiles={picked} />
        <FileButton
          appearance="subtle"
          accept={`.txt,${ENDINGS}`}
          label={words.directory}
          input="collect-directory"
          onPick={(file) => void loadDirectory(file)}
          data-testid="choose-directory"
        >
          {words.directory}
        </FileButton>
        <Text size={200} className={styles.muted}>
          {words.dropHere}
        </Text>
      </div>
      <Text size={200} className={styles.muted} data-testid="collect-units">
        {problem ??
          (directory === null ? words.directoryHint : words.directoryOf(directory.source, directory.names.length))}
      </Text>
    </DropZone>
  );
}

/** The hidden input behind a button: several files, or a folder with all that is in it. */
function Input(props: {
  readonly ref: Ref<HTMLInputElement>;
  readonly isFolder?: true;
  readonly label: string;
  readonly testid: string;
  readonly onFiles: (files: FileList) => void;
}) {
  return (
    <input
      ref={props.ref}
      type="file"
      multiple
      {...(props.isFolder === true ? { webkitdirectory: "" } : { accept: ENDINGS })}
      hidden
      aria-label={props.label}
      data-testid={props.testid}
      onChange={({ target }) => {
        const { files } = target;
        if (files !== null && files.length > 0) props.onFiles(files);
        target.value = "";
      }}
    />
  );
}
