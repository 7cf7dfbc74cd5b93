/** The whole page: start screen until a file is open, then sheet and panes side by side, or by turns where it is narrow. */
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger, ToggleButton } from "@fluentui/react-components";
import { ArrowDownload20Regular, FolderOpen20Regular, Table20Regular } from "@fluentui/react-icons";
import { notesSkippedSentence } from "../app/notes-skipped";
import type { Session } from "../app/session";
import { HostError, type Host } from "../hosts/port";
import { AppShell } from "../panes/shell/app-shell";
import { DraftProvider, useDraftSession, useDraftTools } from "../panes/draft/draft-context";
import { SessionProvider, useLang, useSession, useSnapshot, useWords } from "../panes/session-context";
import { usePending } from "../panes/shell/action-button";
import { loadable } from "../panes/shell/loadable";
import { createFileWorker } from "./create-worker";
import { downloadBytes, suffixed } from "./download";
import { openRemoteHost } from "./remote-host";
import { samples } from "./samples";
import type { SheetStore } from "./sheet-store";
import { ACCEPT, StartScreen, type Sample } from "./start-screen";
import { STANDALONE_WORDS } from "./words";

const loadDraftTools = async () =>
  (await import(/* webpackChunkName: "draft-files" */ "../hosts/file/browser-drafts")).createDraftTools();

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
/** Sentences about drafts, with the readers of drafts. */
const loadDraftWords = () => import(/* webpackChunkName: "draft-files" */ "../app/draft-words");

/** Documents by their endings: they go to 校对, everything else is tried as a ledger. */
const DOCUMENT = /\.(?:docx|docm|doc|wps)$/i;

const SheetView = loadable(async () => (await import(/* webpackChunkName: "sheet-view" */ "./sheet-view")).default);

const NARROW = "(max-width: 799px)";

function useNarrow(): boolean {
  const [narrow, setNarrow] = useState(() => window.matchMedia(NARROW).matches);
  useEffect(() => {
    const query = window.matchMedia(NARROW);
    const listen = () => setNarrow(query.matches);
    query.addEventListener("change", listen);
    return () => query.removeEventListener("change", listen);
  }, []);
  return narrow;
}

interface FileOpener {
  readonly openFile: (file: File) => void;
  readonly openSample: (sample: Sample) => void;
  /** SHA-256 of the bytes that were opened; null where the browser gives no such sum (pages without https). */
  readonly hash: () => Promise<string | null>;
}

/** In hexadecimal digits, as `sha256sum` prints it. */
async function sha256(bytes: ArrayBuffer): Promise<string | null> {
  const { subtle } = window.crypto as { subtle?: SubtleCrypto };
  if (!subtle) return null;
  const sum = await subtle.digest("SHA-256", bytes);
  return Array.from(new Uint8Array(sum), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function useFileOpener(session: Session, sheets: SheetStore): FileOpener {
  /** Ends what serves the file that is open. */
  const dispose = useRef<(() => void) | null>(null);
  /** Ends a file that is still being opened: one asked for later does not wait for it. */
  const giveUp = useRef<(() => void) | null>(null);
  const turn = useRef(0);
  const hash = useRef<Promise<string | null>>(Promise.resolve(null));

  const open = useCallback(
    async (name: string, load: () => Promise<ArrayBuffer>) => {
      const mine = ++turn.current;
      giveUp.current?.();
      const openHost = async (): Promise<Host> => {
        const worker = createFileWorker();
        const stop = () => worker.terminate();
        giveUp.current = stop;
        try {
          const bytes = await load();
          // Before the worker takes the bytes away; the sum works on a copy of its own.
          const sum = sha256(bytes);
          const remote = await openRemoteHost(worker, name, bytes, sheets.select);
          if (mine !== turn.current) throw new HostError("cancelled");
          // Only now the file before goes: one that cannot be read takes nothing away.
          dispose.current?.();
          dispose.current = () => {
            remote.dispose();
            stop();
          };
          giveUp.current = null;
          hash.current = sum;
          sheets.clear();
          return sheets.watch(remote);
        } catch (error) {
          stop();
          if (error instanceof DOMException || error instanceof TypeError) {
            throw new HostError("unreadableFile", error.name);
          }
          throw error;
        }
      };
      await session.open({ name, open: openHost });
    },
    [session, sheets],
  );
  return {
    openFile: useCallback((file: File) => void open(file.name, () => file.arrayBuffer()), [open]),
    openSample: useCallback((sample: Sample) => void open(sample.name, sample.load), [open]),
    hash: useCallback(() => hash.current, []),
  };
}

export function PageApp(props: { readonly session: Session; readonly sheets: SheetStore }) {
  const { session, sheets } = props;
  const opener = useFileOpener(session, sheets);
  return (
    <SessionProvider session={session}>
      <DraftProvider load={loadDraftTools} ledgerHash={opener.hash}>
        <Page sheets={sheets} opener={opener} />
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
  const [request, setRequest] = useState<{ readonly pane: "proofread"; readonly serial: number }>();
  const openDraft = useDraftOpener(setTold);
  const download = useDownload(setTold);
  /** What waits for an answer about edits that would be lost. */
  const [leaving, setLeaving] = useState<{ readonly go: () => void } | null>(null);
  const { unsaved } = snapshot;
  useUnloadGuard(unsaved > 0);
  const leave = useCallback(
    (go: () => void) => {
      if (session.getSnapshot().unsaved > 0) setLeaving({ go });
      else go();
    },
    [session],
  );
  const opener = useMemo(
    () => ({
      ...props.opener,
      openFile: (file: File) => {
        if (!DOCUMENT.test(file.name)) {
          leave(() => props.opener.openFile(file));
          return;
        }
        void openDraft(file);
        setRequest((before) => ({ pane: "proofread", serial: (before?.serial ?? 0) + 1 }));
      },
    }),
    [props.opener, openDraft, leave],
  );

  // In a narrow window a jump to a cell shows the sheet; the button brings the panes back.
  useEffect(() => {
    let serial = sheets.getSnapshot().selection?.serial ?? 0;
    return sheets.subscribe(() => {
      const next = sheets.getSnapshot().selection?.serial ?? 0;
      if (next > serial) setShowSheet(true);
      serial = next;
    });
  }, [sheets]);

  useEffect(() => {
    const over = (event: globalThis.DragEvent) => event.preventDefault();
    const drop = (event: globalThis.DragEvent) => {
      // The start screen's own zone has handled it by then.
      if (event.defaultPrevented) return;
      event.preventDefault();
      const file = event.dataTransfer?.files[0];
      if (file) opener.openFile(file);
    };
    window.addEventListener("dragover", over);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", over);
      window.removeEventListener("drop", drop);
    };
  }, [opener]);

  const sheetOnly = narrow && open && showSheet;
  return (
    <AppShell
      session={session}
      paneRequest={request}
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
      beneath={unsaved > 0 ? <Unsaved onDownload={() => download("edited")} /> : null}
      start={(go) => (
        <StartScreen
          onFile={opener.openFile}
          onSample={opener.openSample}
          onProofread={() => go("proofread")}
          samples={samples}
        />
      )}
      aside={open ? <SheetView store={sheets} /> : undefined}
      asideMode={narrow ? (sheetOnly ? "instead" : "none") : "beside"}
    />
  );
}

/** Opens a document beside the ledger; what stands in the way is told. */
function useDraftOpener(tell: (told: Told) => void): (file: File) => Promise<void> {
  const drafts = useDraftSession();
  const load = useDraftTools();
  const words = useWords(STANDALONE_WORDS);
  const lang = useLang();
  return useCallback(
    async (file: File) => {
      const { draft, corrections } = drafts.getSnapshot();
      if (draft && corrections > 0) {
        tell({ title: words.draftOpen, text: words.draftUnsaved(draft.name, corrections) });
        return;
      }
      try {
        const [tools, bytes] = await Promise.all([load(), file.arrayBuffer()]);
        drafts.open(tools.open(file.name, new Uint8Array(bytes)));
      } catch (error) {
        if (!(error instanceof HostError) && !(error instanceof DOMException)) throw error;
        const failure = error instanceof HostError ? error : new HostError("unreadableFile", error.name);
        const { draftFailureSentence } = await loadDraftWords();
        tell({
          title: words.draftFailed,
          text: draftFailureSentence(failure.code, failure.detail, file.name, lang),
        });
      }
    },
    [drafts, load, words, lang, tell],
  );
}

/** A heading and what is to be known. */
interface Told {
  readonly title: string;
  readonly text: string;
}

function PageActions(props: {
  readonly download: Download;
  readonly opener: FileOpener;
  readonly narrow: boolean;
  readonly showSheet: boolean;
  readonly onShowSheet: (show: boolean) => void;
}) {
  const words = useWords(STANDALONE_WORDS);
  const snapshot = useSnapshot();
  const input = useRef<HTMLInputElement>(null);
  if (snapshot.phase === "empty") return null;
  return (
    <>
      {props.narrow ? (
        <ToggleButton
          appearance="subtle"
          icon={<Table20Regular />}
          checked={props.showSheet}
          aria-label={words.showSheet}
          title={words.showSheet}
          onClick={() => props.onShowSheet(!props.showSheet)}
          data-testid="toggle-sheet"
        />
      ) : null}
      <Button
        appearance="subtle"
        icon={<FolderOpen20Regular />}
        aria-label={words.openAnother}
        title={words.openAnother}
        onClick={() => input.current?.click()}
        data-testid="open-another"
      />
      <input
        ref={input}
        type="file"
        accept={ACCEPT}
        hidden
        data-testid="file-input"
        aria-label={words.openAnother}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = "";
          if (file) props.opener.openFile(file);
        }}
      />
      <DownloadMenu download={props.download} />
    </>
  );
}

type Download = (which: "annotated" | "edited" | "clean") => Promise<boolean>;

/** Makes a copy and hands it to the browser; whether that was done. What it lacks is told. */
function useDownload(tell: (told: Told) => void): Download {
  const words = useWords(STANDALONE_WORDS);
  const session = useSession();
  const lang = useLang();
  return useCallback<Download>(
    async (which) => {
      const copy = await session.makeCopy(which);
      const { workbook } = session.getSnapshot();
      if (copy === null || workbook === null) return false;
      const suffix = { annotated: words.annotatedSuffix, edited: words.editedSuffix, clean: words.cleanSuffix }[which];
      const name = suffixed(workbook.name, suffix);
      downloadBytes(copy.bytes, name);
      const skipped = notesSkippedSentence(copy.notesSkipped, lang);
      if (skipped !== null) tell({ title: words.downloaded(name), text: skipped });
      return true;
    },
    [session, words, lang, tell],
  );
}

/** The browser asks before the page goes, as long as something would be lost with it; a standing listener slows reloads. */
function useUnloadGuard(on: boolean): void {
  useEffect(() => {
    if (!on) return;
    const ask = (event: BeforeUnloadEvent) => {
      event.preventDefault();
      // Older Chromium asks only for this.
      event.returnValue = "";
    };
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [on]);
}

function DownloadMenu(props: { readonly download: Download }) {
  const words = useWords(STANDALONE_WORDS);
  const { workbook, phase } = useSnapshot();
  const [busy, download] = usePending(props.download);
  if (!workbook?.can.copies) return null;
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          icon={<ArrowDownload20Regular />}
          aria-label={words.download}
          title={words.download}
          aria-busy={busy}
          disabledFocusable={busy || phase !== "ready"}
          data-testid="download"
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={() => download("annotated")} data-testid="download-annotated">
            {words.annotated}
          </MenuItem>
          <MenuItem onClick={() => download("edited")} data-testid="download-edited">
            {words.edited}
          </MenuItem>
          <MenuItem onClick={() => download("clean")} data-testid="download-clean">
            {words.clean}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
