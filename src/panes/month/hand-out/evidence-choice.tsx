/** A folder of evidence, listed by its files' names; nothing in it is opened but for its sum, and nothing leaves. */
import { useRef } from "react";
import { Button, Text } from "@fluentui/react-components";
import { FolderOpen20Regular } from "@fluentui/react-icons";
import type { EvidenceFile } from "../../../month";
import { useSession, useWords } from "../../session-context";
import { sha256 } from "../../sha256";
import { useMonthStyles } from "../styles";
import { MONTH_PANE_WORDS } from "../words";

/** A folder as it was listed. */
export interface EvidenceFolder {
  readonly name: string;
  readonly files: readonly EvidenceFile[];
}

const BY_NAME = new Intl.Collator("zh", { numeric: true });
const isHidden = (path: string): boolean =>
  path.split("/").some((part) => part.startsWith(".") || part.startsWith("~$"));

/** Files below the folder in natural order, as the command line lists them: no dot files, no lock files. */
async function listed(files: readonly File[]): Promise<EvidenceFolder> {
  const below = files
    .map((file) => {
      const [folder = "", ...path] = file.webkitRelativePath.split("/");
      return { file, folder, path: path.join("/") || file.name };
    })
    .filter(({ path }) => !isHidden(path))
    .sort((a, b) => BY_NAME.compare(a.path, b.path) || (a.path < b.path ? -1 : 1));
  const found: EvidenceFile[] = [];
  for (const { file, path } of below)
    found.push({ path, bytes: file.size, sha256: (await sha256(await file.arrayBuffer())) ?? "" });
  return { name: below[0]?.folder ?? "", files: found };
}

export function EvidenceChoice(props: {
  readonly folder: EvidenceFolder | null;
  readonly onChoose: (folder: EvidenceFolder | null) => void;
}) {
  const styles = useMonthStyles();
  const words = useWords(MONTH_PANE_WORDS);
  const session = useSession();
  const input = useRef<HTMLInputElement>(null);
  const { folder, onChoose } = props;
  const choose = (files: readonly File[]) =>
    void session.act("collectEvidence", async () => {
      const found = await listed(files);
      onChoose(found);
      return { count: found.files.length };
    });
  return (
    <div className={styles.row}>
      <Button
        size="small"
        icon={<FolderOpen20Regular />}
        onClick={() => input.current?.click()}
        data-testid="choose-evidence"
      >
        {words.chooseEvidence}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        {...{ webkitdirectory: "" }}
        hidden
        aria-label={words.chooseEvidence}
        data-testid="evidence-folder"
        onChange={({ target }) => {
          const files = Array.from(target.files ?? []);
          target.value = "";
          if (files.length > 0) choose(files);
        }}
      />
      {folder === null ? null : (
        <>
          <Text size={200} data-testid="evidence-of">
            {words.evidenceOf(folder.name, folder.files.length)}
          </Text>
          <Button size="small" appearance="subtle" onClick={() => onChoose(null)} data-testid="drop-evidence">
            {words.dropEvidence}
          </Button>
        </>
      )}
    </div>
  );
}
