/**
 * The frame of every graphical surface: look, language, tabs, undo, live region, error boundary. Panes load when they
 * are first opened; only the shell is in the first load.
 */
import { useCallback, useEffect, useId, useRef, useState, type ComponentType, type ReactNode } from "react";
import {
  Button,
  FluentProvider,
  makeStaticStyles,
  makeStyles,
  mergeClasses,
  Tab,
  TabList,
  Text,
  tokens,
} from "@fluentui/react-components";
import {
  ArrowLeft20Regular,
  ArrowRedo20Regular,
  ArrowSync20Regular,
  ArrowUndo20Regular,
  Settings20Regular,
} from "@fluentui/react-icons";
import type { Session } from "../../app/session";
import { SessionProvider, useSession, useSnapshot, useWords } from "../session-context";
import type { SettingsMenuProps } from "./settings-menu";
import { ActionButton } from "./action-button";
import { useAnnounce } from "./announcer";
import { useCopyDiagnostics } from "./copying";
import { ErrorBoundary } from "./error-boundary";
import { loadable } from "./loadable";
import { NotOpened, NotRead, Reading } from "./opening-views";
import type { PaneName, PaneProps, ReadActiveCell } from "./pane-props";
import { PaneServices } from "./services";
import { shownActivity } from "./shown-activity";
import { useGlance } from "./use-glance";
import { LOOK_CHOICES, systemLook, themeOf, type Look, type LookChoice } from "./theme";
import { SHELL_WORDS } from "./words";

/** Asked for at once, beside the frame: it is the pane that opens first. A second time it is asked for anew. */
let ledgerPane: Promise<typeof import("../ledger/ledger-pane")> | null = loadLedgerPane();
ledgerPane.catch(() => (ledgerPane = null));
function loadLedgerPane() {
  return import(/* webpackChunkName: "pane-ledger" */ "../ledger/ledger-pane");
}

const PANES: Readonly<Record<PaneName, ComponentType<PaneProps>>> = {
  ledger: loadable(async () => (await (ledgerPane ?? loadLedgerPane())).LedgerPane),
  check: loadable(async () => (await import(/* webpackChunkName: "pane-check" */ "../check/check-pane")).default),
  tally: loadable(async () => (await import(/* webpackChunkName: "pane-tally" */ "../tally/tally-pane")).default),
  summary: loadable(
    async () => (await import(/* webpackChunkName: "pane-summary" */ "../summary/summary-pane")).default,
  ),
  notice: loadable(async () => (await import(/* webpackChunkName: "pane-notice" */ "../notice/notice-pane")).default),
  proofread: loadable(
    async () => (await import(/* webpackChunkName: "pane-proofread" */ "../proofread/proofread-pane")).default,
  ),
};
/** A menu brings its own positioning along, a tenth of the first load: it comes when it is first opened. */
const SettingsMenu = loadable<SettingsMenuProps>(
  async () => (await import(/* webpackChunkName: "settings-menu" */ "./settings-menu")).SettingsMenu,
  <MenuButton />,
);
/** The sentences of all actions come with the first that has something to say. */
const StatusLine = loadable(
  async () => (await import(/* webpackChunkName: "status" */ "./status-line")).StatusLine,
  <></>,
);
const Notices = loadable(async () => (await import(/* webpackChunkName: "status" */ "./notices")).Notices, <></>);
/** Milliseconds after the ledger is there until the line is fetched even though nobody has pressed anything. */
const STATUS_AFTER = 3_000;

const PANE_NAMES: readonly PaneName[] = ["ledger", "check", "tally", "summary", "notice", "proofread"];
/** Panes that are of use without a workbook; reached from the start screen. */
const WITHOUT_WORKBOOK: ReadonlySet<PaneName> = new Set<PaneName>(["proofread"]);

/** Not a class: Fluent hands the provider's classes to its portals, and a portal must not cover the page. */
const FULL_HEIGHT = { height: "100%" } as const;

/** The page itself: everything inside scrolls on its own. On paper it flows. */
const useDocumentStyles = makeStaticStyles({
  "html, body, #root": { height: "100%", margin: 0 },
  "@media print": { "html, body, #root": { height: "auto" } },
});

const useStyles = makeStyles({
  page: {
    height: "100%",
    backgroundColor: tokens.colorNeutralBackground2,
    "@media print": { height: "auto", backgroundColor: "transparent" },
  },
  sides: { display: "flex", height: "100%", minWidth: 0 },
  aside: { flexGrow: 1, minWidth: 0, height: "100%", "@media print": { display: "none" } },
  frame: {
    display: "flex",
    flexDirection: "column",
    height: "100%",
    minWidth: 0,
    flexGrow: 1,
    "@media print": { height: "auto", width: "100%" },
  },
  beside: { flexGrow: 0, flexShrink: 0, width: "440px", borderLeft: `1px solid ${tokens.colorNeutralStroke1}` },
  instead: { flexGrow: 1, minHeight: 0 },
  panes: {
    display: "flex",
    flexDirection: "column",
    flexGrow: 1,
    minHeight: 0,
    "@media print": { display: "block" },
  },
  gone: { display: "none" },
  bar: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    paddingLeft: tokens.spacingHorizontalM,
    paddingRight: tokens.spacingHorizontalS,
    minHeight: "40px",
    backgroundColor: tokens.colorNeutralBackground1,
  },
  cornerTaken: { paddingRight: "36px" },
  name: { flexGrow: 1, minWidth: 0, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  tabs: {
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    flexWrap: "wrap",
    flexShrink: 0,
  },
  // Scroll bars of the desktop webview hide until hovered; a standing one says that there is more below.
  panel: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: "scroll",
    overflowX: "hidden",
    padding: tokens.spacingHorizontalM,
    "@media print": { overflowY: "visible" },
  },
});

export interface AppShellProps {
  readonly session: Session;
  /** Look the host asks for (Office's theme); null where it doesn't tell. */
  readonly hostLook?: Look | null;
  /** Beside the name of the workbook: open, download … */
  readonly actions?: ReactNode;
  /** Under the bar: what is not downloaded yet. */
  readonly beneath?: ReactNode;
  /** Instead of the panes while no workbook is open; may lead to a pane that needs none. */
  readonly start?: (go: (pane: PaneName) => void) => ReactNode;
  readonly initialPane?: PaneName;
  /** The cell the user has chosen, where the host has one (Excel): the paragraph can be put there. */
  readonly activeCell?: ReadActiveCell;
  /** Tells the entry which pane is shown (ribbon commands steer by it). */
  readonly paneRequest?: { readonly pane: PaneName; readonly serial: number };
  /** The sheet view of the page, left of the panes or instead of them. */
  readonly aside?: ReactNode;
  readonly asideMode?: "none" | "beside" | "instead";
  /** Excel lays a menu of its own over the top right corner: 34 × 32 px on a Mac, less elsewhere. */
  readonly cornerTaken?: boolean;
}

const LOOK_KEY = "taizhang.look";

function storedLook(): LookChoice {
  try {
    const stored = window.localStorage.getItem(LOOK_KEY);
    return LOOK_CHOICES.find((choice) => choice === stored) ?? "auto";
  } catch (error) {
    // Storage may be refused altogether (file://, partitioned frames): the look is then not remembered.
    if (!(error instanceof DOMException)) throw error;
    return "auto";
  }
}

function storeLook(choice: LookChoice): void {
  try {
    window.localStorage.setItem(LOOK_KEY, choice);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

const LOOK_QUERIES = ["(prefers-color-scheme: dark)", "(forced-colors: active)"];

function useSystemLook(): Look {
  const read = () => systemLook((query) => window.matchMedia(query).matches);
  const [look, setLook] = useState<Look>(read);
  useEffect(() => {
    const queries = LOOK_QUERIES.map((query) => window.matchMedia(query));
    const listen = () => setLook(read());
    for (const query of queries) query.addEventListener("change", listen);
    return () => {
      for (const query of queries) query.removeEventListener("change", listen);
    };
  }, []);
  return look;
}

export function AppShell(props: AppShellProps) {
  const [choice, setChoice] = useState<LookChoice>(storedLook);
  const system = useSystemLook();
  const look: Look = choice === "auto" ? (props.hostLook ?? system) : choice;
  const styles = useStyles();
  useDocumentStyles();
  return (
    <FluentProvider theme={themeOf(look)} style={FULL_HEIGHT} data-look={look}>
      <div className={styles.page}>
        <SessionProvider session={props.session}>
          <PaneServices>
            <Frame
              {...props}
              choice={choice}
              onChoice={(next) => {
                storeLook(next);
                setChoice(next);
              }}
            />
          </PaneServices>
        </SessionProvider>
      </div>
    </FluentProvider>
  );
}

function Frame(
  props: AppShellProps & { readonly choice: LookChoice; readonly onChoice: (choice: LookChoice) => void },
) {
  const styles = useStyles();
  const words = useWords(SHELL_WORDS);
  const session = useSession();
  const snapshot = useSnapshot();
  const announce = useAnnounce();
  const panelId = useId();
  const [pane, setPane] = useState<PaneName>(props.initialPane ?? "ledger");
  const copyDiagnostics = useCopyDiagnostics();
  useGlance(session);

  // What was pressed to come here is gone with its pane: the keyboard goes on at the new one's tab.
  const tabs = useRef<HTMLDivElement>(null);
  const go = useCallback((next: PaneName) => {
    setPane(next);
    tabs.current?.querySelector<HTMLElement>(`[data-testid=tab-${next}]`)?.focus();
  }, []);

  const request = props.paneRequest;
  useEffect(() => {
    if (request) setPane(request.pane);
  }, [request]);

  // Another workbook is first of all a matter of the 台账 pane; the same one, read again or not, leaves one where one is.
  const workbookKey = snapshot.workbook?.key ?? null;
  const before = useRef(workbookKey);
  useEffect(() => {
    if (workbookKey === null) return;
    if (before.current !== null && before.current !== workbookKey) setPane("ledger");
    before.current = workbookKey;
  }, [workbookKey]);

  useEffect(() => {
    document.documentElement.lang = snapshot.settings.lang === "zh" ? "zh-CN" : "en";
  }, [snapshot.settings.lang]);

  const nothingRead = session.reading() === null;
  const open = snapshot.workbook !== null || snapshot.phase === "failed" || snapshot.phase === "reading";
  const Pane = PANES[pane];
  const withoutWorkbook = !open && WITHOUT_WORKBOOK.has(pane);
  const content =
    !nothingRead || WITHOUT_WORKBOOK.has(pane) ? (
      <Pane go={go} activeCell={props.activeCell} />
    ) : snapshot.phase === "failed" ? (
      <NotOpened />
    ) : (
      <Reading />
    );
  const mode = props.aside ? (props.asideMode ?? "none") : "none";
  const frame = (
    <div
      className={mergeClasses(styles.frame, mode === "beside" ? styles.beside : undefined)}
      data-testid="app"
      data-phase={snapshot.phase}
    >
      <header className={mergeClasses(styles.bar, props.cornerTaken ? styles.cornerTaken : undefined)}>
        <Text weight="semibold" className={styles.name} title={snapshot.workbook?.name}>
          {snapshot.workbook?.name ?? words.product}
        </Text>
        {props.actions}
        {nothingRead ? null : (
          <>
            <ActionButton
              appearance="subtle"
              icon={<ArrowUndo20Regular />}
              aria-label={words.undo}
              title={words.undo}
              keepsFocus
              disabled={!snapshot.journal.canUndo}
              run={session.undo}
              data-testid="undo"
            />
            <ActionButton
              appearance="subtle"
              icon={<ArrowRedo20Regular />}
              aria-label={words.redo}
              title={words.redo}
              keepsFocus
              disabled={!snapshot.journal.canRedo}
              run={session.redo}
              data-testid="redo"
            />
            <ActionButton
              appearance="subtle"
              icon={<ArrowSync20Regular />}
              aria-label={words.recheck}
              title={words.recheckHint}
              run={() => session.recheck()}
              data-testid="recheck"
            />
          </>
        )}
        <MenuOpener choice={props.choice} onChoice={props.onChoice} onCopyDiagnostics={() => void copyDiagnostics()} />
      </header>
      {props.beneath}
      {snapshot.storage !== null || snapshot.journal.unfinished !== null || snapshot.recovery !== null ? (
        <Notices />
      ) : null}
      {mode === "instead" ? <div className={styles.instead}>{props.aside}</div> : null}
      {open || withoutWorkbook ? (
        <div className={mode === "instead" ? styles.gone : styles.panes} ref={tabs}>
          {withoutWorkbook ? (
            <div className={styles.tabs}>
              <Button
                appearance="subtle"
                size="small"
                icon={<ArrowLeft20Regular />}
                onClick={() => setPane("ledger")}
                data-testid="back-to-start"
              >
                {words.back}
              </Button>
            </div>
          ) : (
            <TabList
              className={styles.tabs}
              selectedValue={pane}
              onTabSelect={(_event, data) => setPane(data.value as PaneName)}
              aria-label={words.tabs}
              size="small"
            >
              {PANE_NAMES.map((name) => (
                <Tab key={name} value={name} data-testid={`tab-${name}`} aria-controls={panelId}>
                  {words[name]}
                </Tab>
              ))}
            </TabList>
          )}
          <main
            id={panelId}
            className={styles.panel}
            role={withoutWorkbook ? undefined : "tabpanel"}
            aria-label={words[pane]}
            tabIndex={-1}
          >
            <ErrorBoundary
              key={pane}
              title={words.brokenTitle}
              body={words.brokenBody}
              retry={words.retry}
              copy={words.copyDiagnostics}
              onError={(name) => announce(`${words.brokenTitle} ${name}`)}
              onCopy={() => void copyDiagnostics()}
            >
              {content}
            </ErrorBoundary>
          </main>
        </div>
      ) : (
        <main className={styles.panel}>{props.start ? props.start(setPane) : <NotRead />}</main>
      )}
      <Status nothingRead={nothingRead} />
    </div>
  );
  // The panes keep their place in the tree, and what is half written in them, whatever stands beside or before them.
  return (
    <div className={styles.sides}>
      {mode === "beside" ? <div className={styles.aside}>{props.aside}</div> : null}
      {frame}
    </div>
  );
}

/** The line at the bottom, from the first word it has to say. */
function Status(props: { readonly nothingRead: boolean }) {
  const snapshot = useSnapshot();
  const shown = shownActivity(snapshot, props.nothingRead);
  // The ledger itself says that it is open; what is still looked up then is no news.
  const opening = shown !== null && typeof shown !== "string" && shown.action === "open";
  const opened = opening && (shown.state === "done" || shown.state === "busy");
  const [wanted, setWanted] = useState(false);
  const now = shown !== null && !opened;
  useEffect(() => {
    if (now) setWanted(true);
  }, [now]);
  useEffect(() => {
    if (!opened) return;
    const timer = window.setTimeout(() => setWanted(true), STATUS_AFTER);
    return () => window.clearTimeout(timer);
  }, [opened]);
  return wanted || now ? <StatusLine /> : null;
}

/** The button of the settings menu; the menu takes its place, opened, once it is wanted. */
function MenuOpener(props: SettingsMenuProps) {
  const [wanted, setWanted] = useState(false);
  return wanted ? <SettingsMenu {...props} /> : <MenuButton onClick={() => setWanted(true)} />;
}

function MenuButton(props: { readonly onClick?: () => void }) {
  const words = useWords(SHELL_WORDS);
  return (
    <Button
      appearance="subtle"
      icon={<Settings20Regular />}
      aria-label={words.menu}
      aria-haspopup="menu"
      aria-expanded={false}
      title={words.menu}
      onClick={props.onClick}
      data-testid="menu"
    />
  );
}
