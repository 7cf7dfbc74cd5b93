/** The whole page: start screen until a file is open, then sheet and panes side by side, or by turns where it is narrow. */
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { Session } from "../app/session";
import { AppShell } from "../panes/shell/app-shell";
import { DraftProvider } from "../panes/draft/draft-context";
import { LedgerHandOver } from "../panes/hand-over";
import { LedgerFiles } from "../panes/ledger-files";
import { SessionProvider, useSession, useSnapshot, useWords } from "../panes/session-context";
import { loadable } from "../panes/shell/loadable";
import { newerVersion } from "./register-service-worker";
import { samples } from "./samples";
import type { SheetStore } from "./sheet-store";
import { createLedgerReader } from "./ledger-reader";
import { StartScreen } from "./start-screen";
import type { Told } from "./tell-dialog";
import { STANDALONE_WORDS } from "./words";
import { useFileOpener, type FileOpener } from "./file-opener";
import { useDrop, useNarrow, useRecent, useUnloadGuard } from "./page-hooks";
import { useDraftOpener, useDraftUnsaved } from "./use-draft-opener";
import { downloadBytes } from "./download";
import { recentNames } from "./recent";
import { useDownload } from "./use-download";
import { usePageHistory } from "./use-history";
import { useStepKeys } from "./use-step-keys";
import { PageActions } from "./page-actions";

const loadDraftTools = async () =>
  (await import(/* webpackChunkName: "draft-files" */ "../hosts/file/browser-drafts")).createDraftTools();

const openLedgerFile = createLedgerReader();

const TellDialog = loadable(
  async () => (await import(/* webpackChunkName: "tell-dialog" */ "./tell-dialog")).default,
  <></>,
);

/** What concerns edits that are not downloaded: only once there are some. */
const Unsaved = loadable(async () => (await import(/* webpackChunkName: "unsaved" */ "./unsaved")).Unsaved, <></>);

const LeaveQuestion = loadable(
  async () => (await import(/* webpackChunkName: "unsaved" */ "./unsaved")).LeaveQuestion,
  <></>,
);

/** Documents by their endings: they go to 校对, everything else is tried as a ledger. */
const DOCUMENT = /\.(?:docx|docm|doc|wps|txt)$/i;

const NewVersion = loadable(
  async () => (await import(/* webpackChunkName: "new-version" */ "./new-version")).NewVersion,
  <></>,
);
const SheetView = loadable(async () => (await import(/* webpackChunkName: "sheet-view" */ "./sheet-view")).default);

export function PageApp(props: { readonly session: Session; readonly sheets: SheetStore }) {
  const { session, sheets } = props;
  const opener = useFileOpener(session, sheets);
  return (
    <SessionProvider session={session}>
      <DraftProvider load={loadDraftTools} ledgerHash={opener.hash}>
        <LedgerFiles open={openLedgerFile}>
          <Page sheets={sheets} opener={opener} />
        </LedgerFiles>
      </DraftProvider>
    </SessionProvider>
  );
}

function Page(props: { readonly sheets: SheetStore; readonly opener: FileOpener }) {
  const session = useSession();
  const snapshot = useSnapshot();
  const narrow = useNarrow();
  const [showSheet, setShowSheet] = useState(false);
  const open = snapshot.workbook !== null;
  const { sheets } = props;
  const words = useWords(STANDALONE_WORDS);
  const [told, setTold] = useState<Told | null>(null);
  const { show, landing, ...panes } = usePageHistory();
  const openDraft = useDraftOpener(setTold);
  const download = useDownload(setTold);
  const [later, setLater] = useState(false);
  const newer = useSyncExternalStore(newerVersion.subscribe, newerVersion.get) && !later;
  /** What waits for an answer about edits that would be lost. */
  const [leaving, setLeaving] = useState<{ readonly go: () => void } | null>(null);
  const { unsaved } = snapshot;
  const draftUnsaved = useDraftUnsaved();
  useUnloadGuard(unsaved > 0 || draftUnsaved);
  const leave = useCallback(
    (go: () => void) => {
      if (session.getSnapshot().unsaved > 0) setLeaving({ go });
      else go();
    },
    [session],
  );
  const opener = useMemo(() => {
    return {
      ...props.opener,
      openFile: (file: File) => {
        if (DOCUMENT.test(file.name)) {
          void openDraft(file);
          show("proofread");
          return;
        }
        leave(() => {
          // The first file after a reload is most likely the one that was open before it.
          const pane = session.getSnapshot().workbook === null ? landing() : "ledger";
          props.opener.openFile(file);
          // At the beginning, not when it has been read: whoever chooses a tab meanwhile stays there.
          show(pane);
        });
      },
    };
  }, [session, props.opener, openDraft, leave, show, landing]);

  // In a narrow window a jump to a cell shows the sheet; the button brings the panes back.
  useEffect(() => {
    let serial = sheets.getSnapshot().selection?.serial ?? 0;
    return sheets.subscribe(() => {
      const { selection } = sheets.getSnapshot();
      const next = selection?.serial ?? 0;
      if (next > serial && selection?.stay !== true) setShowSheet(true);
      serial = next;
    });
  }, [sheets]);

  useRecent();
  useStepKeys();
  useDrop(opener.openFile);

  const newLedger = () =>
    session.act("download", async () => {
      const [tools, { newLedger: make }] = await Promise.all([
        loadDraftTools(),
        import(/* webpackChunkName: "new-ledger" */ "../app/new-ledger"),
      ]);
      const name = words.newLedgerName;
      downloadBytes(tools.writeBook(make()), name);
      setTold({ title: words.downloaded(name), text: words.newLedgerText });
      return { name };
    });

  const sheetOnly = narrow && open && showSheet;
  return (
    <LedgerHandOver to={opener.openFile}>
      <AppShell
        session={session}
        {...panes}
        actions={
          <>
            <PageActions
              opener={opener}
              narrow={narrow && open}
              showSheet={sheetOnly}
              onShowSheet={setShowSheet}
              download={download}
            />
            {leaving ? (
              <LeaveQuestion
                onDownload={() => download("edited")}
                onLeave={() => {
                  leaving.go();
                  setLeaving(null);
                }}
                onStay={() => setLeaving(null)}
              />
            ) : null}
            {told ? <TellDialog {...told} close={words.understood} onClose={() => setTold(null)} /> : null}
          </>
        }
        beneath={
          newer || unsaved > 0 ? (
            <>
              {newer ? <NewVersion onLater={() => setLater(true)} /> : null}
              {unsaved > 0 ? <Unsaved onDownload={() => download("edited")} /> : null}
            </>
          ) : null
        }
        start={(go) => (
          <StartScreen
            onFile={opener.openFile}
            onSample={opener.openSample}
            onProofread={() => go("proofread")}
            onMonth={() => go("month")}
            samples={samples}
            recent={snapshot.shared ? [] : recentNames()}
            onNew={() => void newLedger()}
          />
        )}
        aside={open ? <SheetView store={sheets} beside={!narrow} /> : undefined}
        asideMode={narrow ? (sheetOnly ? "instead" : "none") : "beside"}
      />
    </LedgerHandOver>
  );
}
