/** Bar, tabs, the pane that is open, and the line at the bottom; the sheet beside them or instead of them. */
import { useId, type ReactNode } from "react";
import { Button, mergeClasses } from "@fluentui/react-components";
import { ArrowLeft20Regular } from "@fluentui/react-icons";
import { useSession, useSnapshot, useWords } from "../session-context";
import { useAnnounce } from "./announcer";
import { useCopyDiagnostics } from "./copying";
import { Tabs } from "../tabs";
import { ErrorBoundary } from "./error-boundary";
import { NotRead, ReadingView } from "./opening-views";
import type { PaneName, ReadActiveCell } from "./pane-props";
import { useStyles } from "./frame-styles";
import { useGlance } from "./use-glance";
import { useKeptFocus } from "./use-kept-focus";
import { FrameBar, type LookProps } from "./frame-bar";
import { useOpenPane, type PaneRequest } from "./use-open-pane";
import { SHELL_WORDS } from "./words";
import { DOCUMENT_PANES, PANES, WITHOUT_READING, WITHOUT_WORKBOOK, PANE_NAMES } from "./panes";
import { Month, NotOpened, Notices, Onward, StatusSlot, useAfterLedger } from "./frame-parts";

export interface FrameProps {
  /** Beside the name of the workbook: open, download … */
  readonly actions?: ReactNode;
  /** Under the bar: what is not downloaded yet. */
  readonly beneath?: ReactNode;
  /** Instead of the panes while no workbook is open; may lead to a pane that needs none. */
  readonly start?: (go: (pane: PaneName) => void) => ReactNode;
  readonly initialPane?: PaneName;
  /** Checks by itself once the ledger is shown, and goes on to 核验 where this says so; absent: checks when asked. */
  readonly landsOnFindings?: () => boolean;
  readonly onPane?: (pane: PaneName) => void;
  /** The cell the user has chosen, where the host has one (Excel): the paragraph can be put there. */
  readonly activeCell?: ReadActiveCell;
  /** Tells the entry which pane is shown (ribbon commands steer by it). */
  readonly paneRequest?: PaneRequest;
  /** The sheet view of the page, left of the panes or instead of them. */
  readonly aside?: ReactNode;
  readonly asideMode?: "none" | "beside" | "instead";
  /** Excel lays a menu of its own over the top right corner: 34 × 32 px on a Mac, less elsewhere. */
  readonly cornerTaken?: boolean;
}

export function Frame(props: FrameProps & { readonly look: LookProps }) {
  const styles = useStyles();
  const words = useWords(SHELL_WORDS);
  const session = useSession();
  const snapshot = useSnapshot();
  const announce = useAnnounce();
  const panelId = useId();
  const { pane, setPane, go, panel } = useOpenPane(props);
  const month = useAfterLedger();
  const copyDiagnostics = useCopyDiagnostics();
  useGlance(session);
  useKeptFocus();
  const nothingRead = session.reading() === null;
  const open = snapshot.workbook !== null || snapshot.phase === "failed" || snapshot.phase === "reading";
  const Pane = PANES[pane];
  const withoutWorkbook = !open && WITHOUT_WORKBOOK.has(pane);
  const content =
    !nothingRead || withoutWorkbook || WITHOUT_READING.has(pane) ? (
      <Pane go={go} activeCell={props.activeCell} />
    ) : snapshot.phase === "failed" ? (
      <NotOpened />
    ) : (
      <ReadingView />
    );
  const told = snapshot.storage !== null || snapshot.journal.unfinished !== null || snapshot.recovery !== null;
  const mode = props.aside ? (props.asideMode ?? "none") : "none";
  const ofDocument = mode === "beside" && DOCUMENT_PANES.has(pane);
  const frame = (
    <div
      className={mergeClasses(
        styles.frame,
        mode === "beside" ? styles.beside : undefined,
        ofDocument ? styles.besideDocument : undefined,
      )}
      data-group={ofDocument ? "document" : "list"}
      data-testid="app"
      data-phase={snapshot.phase}
    >
      <FrameBar {...props} nothingRead={nothingRead} onCopyDiagnostics={() => void copyDiagnostics()} />
      {props.beneath || told ? (
        <section className={styles.fixed} aria-label={words.notices}>
          {props.beneath}
          {told ? <Notices /> : null}
        </section>
      ) : null}
      {mode === "instead" ? <div className={styles.instead}>{props.aside}</div> : null}
      {open || withoutWorkbook ? (
        <div className={mode === "instead" ? styles.gone : styles.panes}>
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
            <nav className={styles.nav} aria-label={words.tabs}>
              <Tabs
                className={mergeClasses(styles.tabs, snapshot.settings.lang === "en" ? styles.longTabs : undefined)}
                label={words.tabs}
                names={PANE_NAMES}
                text={(name) => words[name]}
                selected={pane}
                onSelect={setPane}
                controls={panelId}
                testId="tab"
              />
            </nav>
          )}
          <Month shown={month} pane={pane} go={go} lands={props.landsOnFindings} show={setPane} />
          <main className={styles.panel} tabIndex={-1}>
            <div
              id={panelId}
              ref={panel}
              // In the order of keys: within Excel office.js leads Tab on, from such elements only.
              tabIndex={0}
              data-testid="panel"
              {...(withoutWorkbook ? {} : { role: "tabpanel", "aria-label": words[pane] })}
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
                <Onward shown={month} pane={pane} go={go} />
              </ErrorBoundary>
            </div>
          </main>
        </div>
      ) : (
        <main className={styles.panel}>{props.start ? props.start(setPane) : <NotRead />}</main>
      )}
      <StatusSlot nothingRead={nothingRead} />
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
