/**
 * 核验: run, watch, cancel; counts by severity; the list by rule, unit or row; jump to the cell; fix with a preview;
 * ignore with a reason; copy for a colleague; marks and report sheet.
 */
import { useEffect, useMemo, useRef, useState } from "react";
import {
  Button,
  Caption1,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  ProgressBar,
  SearchBox,
  Select,
  Spinner,
  Switch,
  Text,
  tokens,
} from "@fluentui/react-components";
import { Card } from "../card";
import { CheckmarkCircle48Regular, ClipboardTaskListLtr24Regular } from "@fluentui/react-icons";
import { SEVERITIES } from "../../app/core";
import type { Finding, Severity } from "../../rule";
import type { Preview } from "../../app/session";
import { useLang, useSession, useSnapshot, useWords } from "../session-context";
import { SeverityCounts } from "../severity";
import { ActionButton, usePending } from "../shell/action-button";
import type { PaneProps } from "../shell/pane-props";
import { useCopy } from "../shell/copying";
import { useJump } from "../shell/jumping";
import { EditDialog } from "./edit-dialog";
import { FindingList } from "./finding-list";
import { groupFindings, GROUPINGS, listEntries, type Grouping } from "./group-findings";
import { IgnoreDialog } from "../ignore-dialog";
import { plainList } from "./plain-list";
import { PreviewDialog } from "./preview-dialog";
import { CHECK_WORDS } from "./words";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, minHeight: 0 },
  row: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, flexWrap: "wrap" },
  grow: { flexGrow: 1, minWidth: "120px" },
  empty: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    textAlign: "center",
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingVerticalXXL,
  },
  good: { color: tokens.colorStatusSuccessForeground1 },
  muted: { color: tokens.colorNeutralForeground3 },
});

const NO_FINDINGS: readonly Finding[] = [];

export default function CheckPane(props: PaneProps) {
  const styles = useStyles();
  const words = useWords(CHECK_WORDS);
  const lang = useLang();
  const session = useSession();
  const snapshot = useSnapshot();
  const copyOut = useCopy();
  const jump = useJump();

  const [severities, setSeverities] = useState<ReadonlySet<Severity>>(new Set(SEVERITIES));
  const [grouping, setGrouping] = useState<Grouping>("rule");
  const [search, setSearch] = useState("");
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [preview, setPreview] = useState<Preview | null>(null);
  const [ignoring, setIgnoring] = useState<Finding | null>(null);
  const [editing, setEditing] = useState<Finding | null>(null);
  const [showIgnored, setShowIgnored] = useState(false);

  // The pane opens with results: whoever comes here wants the check.
  const ready = snapshot.phase === "ready" && snapshot.ledgers.length > 0;
  const first = useRef(true);
  useEffect(() => {
    if (!first.current || !ready) return;
    first.current = false;
    if (!session.getSnapshot().checked) void session.check();
  }, [ready, session]);

  const { revision } = snapshot;
  const view = useMemo(
    () => session.findings(),
    // `revision` stands for everything the findings depend on.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [session, revision, snapshot.checked],
  );
  const filtered = useMemo(
    () =>
      view
        ? session.filterFindings({
            severities: [...severities],
            ...(search.trim() ? { text: search.trim() } : {}),
            lang,
          })
        : NO_FINDINGS,
    [session, view, severities, search, lang],
  );
  const groups = useMemo(() => groupFindings(filtered, grouping), [filtered, grouping]);
  const entries = useMemo(() => listEntries(groups, closed), [groups, closed]);

  const listText = (findings: readonly Finding[]) => {
    if (findings.length > 0) return plainList(findings, grouping, lang);
    const ignored = view?.ignored.map(
      ({ finding, ignore }) => `${plainList([finding], "row", lang)} ${words.because(ignore.reason)}`,
    );
    return [
      words.cleanTitle,
      ...(ignored && ignored.length > 0 ? [words.ignored(ignored.length), ...ignored] : []),
    ].join("\n");
  };
  const copy = (findings: readonly Finding[]) => copyOut({ title: words.copyList, text: () => listText(findings) });
  const fix = async (ids: readonly string[]) => {
    const found = await session.previewFixes({ ids });
    if (found.changes.length > 0) setPreview(found);
  };
  const toggle = (severity: Severity) => {
    const next = new Set(severities);
    if (next.has(severity)) next.delete(severity);
    else next.add(severity);
    setSeverities(next);
  };
  const checking = snapshot.activity?.state === "busy" && snapshot.activity.action === "check";
  const can = snapshot.workbook?.can;
  return (
    <div className={styles.root} data-testid="check-pane" data-checked={snapshot.checked}>
      {view && !snapshot.checked && !checking ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{words.stale}</MessageBarBody>
          <MessageBarActions>
            <ActionButton run={() => session.check()} data-testid="run-check">
              {words.again}
            </ActionButton>
          </MessageBarActions>
        </MessageBar>
      ) : null}
      {snapshot.ledgers.length === 0 ? (
        <div className={styles.empty} data-testid="nothing-to-check">
          <Text>{words.nothingToCheck}</Text>
        </div>
      ) : view ? (
        <SeverityCounts counts={view.counts} shown={severities} onToggle={toggle} large testid="count" />
      ) : checking ? (
        <FirstCheck />
      ) : (
        <div className={styles.empty} data-testid="not-checked">
          <ClipboardTaskListLtr24Regular aria-hidden />
          <Text weight="semibold">{words.notYetTitle}</Text>
          <Text className={styles.muted}>{words.notYetBody}</Text>
          <ActionButton appearance="primary" run={() => session.check()} data-testid="run-check">
            {words.start}
          </ActionButton>
        </div>
      )}
      <OursControls copy={view ? () => copy(filtered) : null} canAdd={snapshot.ledgers.length > 0} />
      {view === null || snapshot.ledgers.length === 0 ? null : view.findings.length === 0 ? (
        <div className={styles.empty} data-testid="nothing-found">
          <CheckmarkCircle48Regular className={styles.good} aria-hidden />
          <Text weight="semibold">{view.ignored.length > 0 ? words.onlyIgnoredTitle : words.cleanTitle}</Text>
          <Text className={styles.muted}>
            {view.ignored.length > 0 ? words.onlyIgnoredBody(view.ignored.length) : words.cleanBody}
          </Text>
          <Button appearance="primary" onClick={() => props.go("summary")}>
            {words.toSummary}
          </Button>
        </div>
      ) : (
        <>
          <div className={styles.row}>
            <Select
              size="small"
              aria-label={words.groupBy}
              value={grouping}
              data-testid="group-by"
              onChange={(_event, data) => {
                setClosed(new Set());
                setGrouping(GROUPINGS.find((g) => g === data.value) ?? "rule");
              }}
            >
              <option value="rule">{words.byRule}</option>
              <option value="unit">{words.byUnit}</option>
              <option value="row">{words.byRow}</option>
            </Select>
            <SearchBox
              size="small"
              className={styles.grow}
              placeholder={words.searchHint}
              aria-label={words.search}
              value={search}
              data-testid="search"
              onChange={(_event, data) => setSearch(data.value)}
            />
          </div>
          {entries.length === 0 ? (
            <div className={styles.empty} data-testid="no-match">
              <Text>{words.noMatchTitle}</Text>
              <Button
                onClick={() => {
                  setSearch("");
                  setSeverities(new Set(SEVERITIES));
                }}
              >
                {words.clearFilter}
              </Button>
            </div>
          ) : (
            <FindingList
              entries={entries}
              grouping={grouping}
              onToggle={(key) => {
                const next = new Set(closed);
                if (next.has(key)) next.delete(key);
                else next.add(key);
                setClosed(next);
              }}
              onSelect={(finding) => void jump.toFinding(finding.id)}
              onFix={fix}
              onIgnore={setIgnoring}
              onEdit={setEditing}
              onCopy={copy}
              canFix={can?.write ?? false}
            />
          )}
        </>
      )}
      {view && view.ignored.length > 0 ? (
        <Card>
          <Button
            appearance="transparent"
            onClick={() => setShowIgnored(!showIgnored)}
            data-testid="show-ignored"
            aria-expanded={showIgnored}
          >
            {words.ignored(view.ignored.length)}
          </Button>
          {showIgnored
            ? view.ignored.map(({ finding, ignore }) => (
                <div key={finding.id} className={styles.row}>
                  <Text size={200} className={styles.grow}>
                    {plainList([finding], "row", lang)}
                    <br />
                    <span className={styles.muted}>{ignore.reason}</span>
                  </Text>
                  <ActionButton size="small" run={() => session.unignore(finding.id)} data-testid="restore">
                    {words.restore}
                  </ActionButton>
                </div>
              ))
            : null}
        </Card>
      ) : null}
      <PreviewDialog
        preview={preview}
        onClose={() => setPreview(null)}
        onApply={(confirmed) => {
          setPreview(null);
          void session.apply(confirmed);
        }}
      />
      <EditDialog finding={editing} onClose={() => setEditing(null)} />
      <IgnoreDialog
        finding={ignoring && { id: ignoring.id, text: plainList([ignoring], "row", lang) }}
        label={words.ignoreReason}
        onClose={() => setIgnoring(null)}
        onIgnore={(id, reason) => {
          setIgnoring(null);
          void session.ignore(id, reason);
        }}
      />
    </div>
  );
}

/** The first check has nothing to keep on the screen. */
function FirstCheck() {
  const styles = useStyles();
  const words = useWords(CHECK_WORDS);
  const session = useSession();
  const { progress } = useSnapshot();
  return (
    <div className={styles.empty} data-testid="checking">
      <Spinner label={words.checking} />
      {progress && progress.total > 0 ? (
        <>
          <ProgressBar value={progress.done} max={progress.total} aria-label={words.checking} />
          <Caption1>{words.progress(progress.done, progress.total)}</Caption1>
        </>
      ) : null}
      <Button onClick={() => session.cancel()} data-testid="cancel-check">
        {words.cancel}
      </Button>
    </div>
  );
}

/** What of ours is in the workbook, as it was last looked up: offered whatever was found. */
function OursControls(props: {
  readonly copy: (() => Promise<unknown>) | null;
  /** Without a ledger nothing can be added; what is there of an earlier time can be taken away. */
  readonly canAdd: boolean;
}) {
  const styles = useStyles();
  const words = useWords(CHECK_WORDS);
  const session = useSession();
  const { workbook, marks, report, reportStale } = useSnapshot();
  const [marking, setMarks] = usePending((on: boolean) => session.setMarks(on));
  const can = workbook?.can;
  // A file gets its report with the annotated copy; in the view there would be nothing to see of it.
  const canReport = can?.sheets === true && !can.copies;
  return (
    <>
      <div className={styles.row}>
        {can?.marks && (props.canAdd || marks.on) ? (
          <Switch
            label={words.marks}
            checked={marks.on}
            aria-busy={marking}
            data-testid="marks"
            onChange={(_event, data) => {
              if (!marking) setMarks(data.checked);
            }}
          />
        ) : null}
        {props.copy ? (
          <ActionButton size="small" run={props.copy} data-testid="copy-list">
            {words.copyList}
          </ActionButton>
        ) : null}
        {canReport && report !== null && props.canAdd ? (
          <ActionButton size="small" run={session.addReport} data-testid="renew-report">
            {words.renewReport}
          </ActionButton>
        ) : null}
        {canReport && (props.canAdd || report !== null) ? (
          <ActionButton
            size="small"
            run={() => (report === null ? session.addReport() : session.removeReport())}
            data-testid="report-sheet"
          >
            {report === null ? words.report : words.removeReport}
          </ActionButton>
        ) : null}
      </div>
      {reportStale && canReport ? (
        <Text size={200} className={styles.muted} data-testid="report-stale">
          {words.reportStale}
        </Text>
      ) : null}
      {marks.on && (marks.locked > 0 || (marks.limit !== null && marks.marked >= marks.limit)) ? (
        <Text size={200} className={styles.muted} data-testid="marks-note">
          {marks.locked > 0 ? words.locked(marks.locked) : words.markedLimit(marks.marked)}
        </Text>
      ) : null}
    </>
  );
}
