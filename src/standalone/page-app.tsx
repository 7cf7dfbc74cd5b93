/** The whole page: start screen until a file is open, then sheet and panes side by side, or by turns where it is narrow. */
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from "react";
import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Spinner,
  ToggleButton,
} from "@fluentui/react-components";
import { ArrowDownload20Regular, FolderOpen20Regular, Table20Regular } from "@fluentui/react-icons";
import { notesSkippedSentence } from "../app/notes-skipped";
import type { Session } from "../app/session-types";
import { HostError, type Host } from "../hosts/port";
import { AppShell } from "../panes/shell/app-shell";
import { DraftProvider, useDraftSession, useDraftTools } from "../panes/draft/draft-context";
import { SessionProvider, useLang, useSession, useSnapshot, useWords } from "../panes/session-context";
import { useAnnounce } from "../panes/shell/announcer";
import { createFileWorker } from "./create-worker";
import { downloadBytes, suffixed } from "./download";
import { openRemoteHost } from "./remote-host";
import { samples } from "./samples";
import type { SheetStore } from "./sheet-store";
import { ACCEPT, StartScreen, type Sample } from "./start-screen";
import { STANDALONE_WORDS } from "./words";

const loadDraftTools = async () =>
  (await import(/* webpackChunkName: "draft-files" */ "../hosts/file/browser-drafts")).createDraftTools();

const TellDialog = lazy(() => import(/* webpackChunkName: "tell-dialog" */ "./tell-dialog"));
/** Sentences about drafts, with the readers of drafts. */
const loadDraftWords = () => import(/* webpackChunkName: "draft-files" */ "../app/draft-words");

/** Documents by their endings: they go to 校对, everything else is tried as a ledger. */
const DOCUMENT = /\.(?:docx|docm|doc|wps)$/i;

const SheetView = lazy(() => import(/* webpackChunkName: "sheet-view" */ "./sheet-view"));

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

/** A host whose file could not even be opened: the session says why, in its own way. */
function failedHost(name: string, error: HostError): Host {
  const fail = () => Promise.reject(error);
  return {
    name: "file",
    workbookName: name,
    workbookKey: `failed:${name}`,
    read: { sheets: fail, grids: fail, rows: fail, look: fail },
    lacks: {},
  };
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
  const worker = useRef<Worker | null>(null);
  const dispose = useRef<(() => void) | null>(null);
  const turn = useRef(0);
  const hash = useRef<Promise<string | null>>(Promise.resolve(null));

  const open = useCallback(
    async (name: string, load: () => Promise<ArrayBuffer>) => {
      const mine = ++turn.current;
      dispose.current?.();
      dispose.current = null;
      // A worker that is still busy with the file before is not waited for.
      worker.current?.terminate();
      worker.current = createFileWorker();
      sheets.clear();
      let host: Host;
      try {
        const bytes = await load();
        // Before the worker takes the bytes away; the sum works on a copy of its own.
        hash.current = sha256(bytes);
        const remote = await openRemoteHost(worker.current, name, bytes, sheets.select);
        if (mine !== turn.current) {
          remote.dispose();
          return;
        }
        dispose.current = remote.dispose;
        host = sheets.watch(remote);
      } catch (error) {
        if (mine !== turn.current) return;
        if (error instanceof HostError) host = failedHost(name, error);
        else if (error instanceof DOMException || error instanceof TypeError) {
          host = failedHost(name, new HostError("unreadableFile", error.name));
        } else throw error;
      }
      await session.open(host);
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
  const opener = useMemo(
    () => ({
      ...props.opener,
      openFile: (file: File) => {
        if (!DOCUMENT.test(file.name)) {
          props.opener.openFile(file);
          return;
        }
        void openDraft(file);
        setRequest((before) => ({ pane: "proofread", serial: (before?.serial ?? 0) + 1 }));
      },
    }),
    [props.opener, openDraft],
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
            onTell={setTold}
          />
          {told ? (
            <Suspense>
              <TellDialog {...told} close={words.understood} onClose={() => setTold(null)} />
            </Suspense>
          ) : null}
        </>
      }
      start={(go) => (
        <StartScreen
          onFile={opener.openFile}
          onSample={opener.openSample}
          onProofread={() => go("proofread")}
          samples={samples}
        />
      )}
      aside={
        open ? (
          <Suspense fallback={<Spinner />}>
            <SheetView store={sheets} />
          </Suspense>
        ) : undefined
      }
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
  readonly onTell: (told: Told) => void;
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
      <DownloadMenu onTell={props.onTell} />
    </>
  );
}

function DownloadMenu(props: { readonly onTell: (told: Told) => void }) {
  const words = useWords(STANDALONE_WORDS);
  const session = useSession();
  const snapshot = useSnapshot();
  const announce = useAnnounce();
  const lang = useLang();
  const [busy, setBusy] = useState(false);
  const workbook = snapshot.workbook;
  if (!workbook?.can.copies) return null;
  const download = async (which: "annotated" | "edited" | "clean") => {
    setBusy(true);
    try {
      const copy = await session.makeCopy(which);
      if (!copy) {
        announce(words.downloadFailed);
        return;
      }
      const suffix = { annotated: words.annotatedSuffix, edited: words.editedSuffix, clean: words.cleanSuffix }[which];
      const name = suffixed(workbook.name, suffix);
      downloadBytes(copy.bytes, name);
      const skipped = notesSkippedSentence(copy.notesSkipped, lang);
      if (skipped !== null) props.onTell({ title: words.downloaded(name), text: skipped });
      announce(
        which === "clean" ? `${words.downloaded(name)} ${words.cleaned(copy.removed.length)}` : words.downloaded(name),
      );
    } finally {
      setBusy(false);
    }
  };
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          icon={<ArrowDownload20Regular />}
          aria-label={words.download}
          title={words.download}
          disabled={busy || snapshot.phase !== "ready"}
          data-testid="download"
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={() => void download("annotated")} data-testid="download-annotated">
            {words.annotated}
          </MenuItem>
          <MenuItem onClick={() => void download("edited")} data-testid="download-edited">
            {words.edited}
          </MenuItem>
          <MenuItem onClick={() => void download("clean")} data-testid="download-clean">
            {words.clean}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
