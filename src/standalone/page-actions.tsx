/** Beside the name of the workbook: show the sheet, open another file, download a copy; Ctrl+S saves the edited one. */
import { useEffect, useState } from "react";
import { Button } from "@fluentui/react-components";
import { FolderOpen20Regular, Table20Regular } from "@fluentui/react-icons";
import { FileButton } from "../panes/file-button";
import { useSnapshot, useWords } from "../panes/session-context";
import { isSave } from "../panes/shortcuts";
import { usePending } from "../panes/shell/action-button";
import { loadable } from "../panes/shell/loadable";
import { DownloadButton } from "./download-button";
import { ACCEPT } from "./start-screen";
import { STANDALONE_WORDS } from "./words";
import { type Download } from "./use-download";
import { type FileOpener } from "./file-opener";

const DownloadMenu = loadable(
  async () => (await import(/* webpackChunkName: "download-menu" */ "./download-menu")).DownloadMenu,
  <DownloadButton busy ready={false} />,
);

export function PageActions(props: {
  readonly download: Download;
  readonly opener: FileOpener;
  readonly narrow: boolean;
  readonly showSheet: boolean;
  readonly onShowSheet: (show: boolean) => void;
}) {
  const words = useWords(STANDALONE_WORDS);
  const snapshot = useSnapshot();
  if (snapshot.phase === "empty") return null;
  return (
    <>
      {props.narrow ? (
        <Button
          appearance={props.showSheet ? "secondary" : "subtle"}
          icon={<Table20Regular />}
          aria-pressed={props.showSheet}
          aria-label={words.showSheet}
          title={words.showSheet}
          onClick={() => props.onShowSheet(!props.showSheet)}
          data-testid="toggle-sheet"
        />
      ) : null}
      <FileButton
        appearance="subtle"
        icon={<FolderOpen20Regular />}
        aria-label={words.openAnother}
        title={words.openAnother}
        accept={ACCEPT}
        label={words.openAnother}
        input="file-input"
        onPick={props.opener.openFile}
        data-testid="open-another"
      />
      <Downloads download={props.download} />
    </>
  );
}

/** Copies to download: a button, and from the first press on the menu in its place. */
function Downloads(props: { readonly download: Download }) {
  const { workbook, phase } = useSnapshot();
  const [busy, download] = usePending(props.download);
  const [wanted, setWanted] = useState(false);
  const can = workbook?.can.copies === true;
  const ready = can && !busy && phase === "ready";
  useEffect(() => {
    if (!can) return undefined;
    // The browser would save the page, which is of no use.
    const onKey = (event: KeyboardEvent) => {
      if (!isSave(event)) return;
      event.preventDefault();
      if (ready) download("edited");
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [can, ready, download]);
  if (!can) return null;
  if (wanted) return <DownloadMenu busy={busy} ready={ready} download={download} />;
  return <DownloadButton busy={busy} ready={ready} onClick={() => setWanted(true)} aria-haspopup="menu" />;
}
