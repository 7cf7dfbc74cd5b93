/**
 * 核验: run, watch, cancel; counts by severity; the list by rule, unit or row; jump to the cell; fix with a preview;
 * ignore with a reason; copy for a colleague; marks and report sheet.
 */
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
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
import { SEVERITIES, type Finding, type Severity } from "../../finding/types";
import { cellName } from "../../ledger/address";
import type { ApplyOutcome, Preview } from "../../app/session";
import { editOutcomeText } from "../../app/words";
import { useLang, useSession, useSnapshot, useWords } from "../session-context";
import { useAnnounce } from "../shell/announcer";
import type { PaneProps } from "../shell/app-shell";
import { SeverityCounts } from "../severity";
import { CopyDialog } from "../shell/copy-dialog";
import { copyText } from "../shell/copy-text";
import { EditDialog } from "./edit-dialog";
import { FindingList } from "./finding-list";
import { groupFindings, GROUPINGS, listEntries, type Grouping } from "./group-findings";
import { IgnoreDialog } from "./ignore-dialog";
import { plainList } from "./plain-list";
import { PreviewDialog } from "./preview-dialog";
import { CHECK_WORDS } from "./words";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, minHeight: 0 },
  // In sight wherever the list stands: the button that was pressed may be far down.
  leftAlone: { position: "sticky", top: 0, zIndex: 1 },
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

/** Cells that were left alone and are named; the others are counted. */
const MOST_NAMED = 5;

const NO_FINDINGS: readonly Finding[] = [];

export default function CheckPane(props: PaneProps) {
  const styles = useStyles();
  const words = useWords(CHECK_WORDS);
  const lang = useLang();
  const session = useSession();
  const snapshot = useSnapshot();
  const announce = useAnnounce();
  const running = useRef<AbortController | null>(null);

  const [severities, setSeverities] = useState<ReadonlySet<Severity>>(new Set(SEVERITIES));
  const [grouping, setGrouping] = useState<Grouping>("rule");
  const [search, setSearch] = useState("");
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [preview, setPreview] = useState<Preview | null>(null);
  const [ignoring, setIgnoring] = useState<Finding | null>(null);
  const [leftAlone, setLeftAlone] = useState<ApplyOutcome | null>(null);
  const [editing, setEditing] = useState<Finding | null>(null);
  const [blocked, setBlocked] = useState<string | null>(null);
  const [showIgnored, setShowIgnored] = useState(false);

  const run = useCallback(async () => {
    const controller = new AbortController();
    running.current = controller;
    await session.check({ signal: controller.signal });
    if (running.current === controller) running.current = null;
    const counts = session.getSnapshot().counts;
    if (controller.signal.aborted) announce(words.cancelled);
    else if (counts) announce(words.summaryLine(counts.error, counts.warning, counts.info));
  }, [session, announce, words]);

  // The pane opens with results: whoever comes here wants the check.
  const ready = snapshot.phase === "ready" && snapshot.ledgers.length > 0;
  const first = useRef(true);
  useEffect(() => {
    if (!first.current || !ready) return;
    first.current = false;
    if (!session.getSnapshot().checked) void run();
  }, [ready, run, session]);
  useEffect(() => () => running.current?.abort(), []);

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

  const copy = async (findings: readonly Finding[]) => {
    const text = plainList(findings, grouping, lang);
    if (await copyText(text)) announce(words.copied(findings.length));
    else setBlocked(text);
  };

  if (snapshot.phase === "checking") {
    return (
      <div className={styles.empty} data-testid="checking">
        <Spinner label={words.checking} />
        {snapshot.progress && snapshot.progress.total > 0 ? (
          <>
            <ProgressBar value={snapshot.progress.done} max={snapshot.progress.total} aria-label={words.checking} />
            <Caption1>{words.progress(snapshot.progress.done, snapshot.progress.total)}</Caption1>
          </>
        ) : null}
        <Button onClick={() => running.current?.abort()} data-testid="cancel-check">
          {words.cancel}
        </Button>
      </div>
    );
  }
  if (snapshot.ledgers.length === 0) {
    return (
      <div className={styles.empty}>
        <Text>{words.nothingToCheck}</Text>
      </div>
    );
  }
  if (!view) {
    return (
      <div className={styles.empty} data-testid="not-checked">
        <ClipboardTaskListLtr24Regular aria-hidden />
        <Text weight="semibold">{words.notYetTitle}</Text>
        <Text className={styles.muted}>{words.notYetBody}</Text>
        <Button appearance="primary" onClick={() => void run()} data-testid="run-check">
          {words.start}
        </Button>
      </div>
    );
  }

  const apply = async (confirmed: Preview) => {
    setLeftAlone(null);
    const outcome = await session.apply(confirmed);
    if (outcome.refused > 0) setLeftAlone(outcome);
    announce(
      outcome.refused > 0
        ? `${words.applied(outcome.written)} ${words.refused(outcome.refused)}`
        : words.applied(outcome.written),
    );
  };
  const toggle = (severity: Severity) => {
    const next = new Set(severities);
    if (next.has(severity)) next.delete(severity);
    else next.add(severity);
    setSeverities(next);
  };
  const setMarks = async (on: boolean) => {
    if (!(await session.setMarks(on))) {
      announce(words.unavailable);
      return;
    }
    const { marks } = session.getSnapshot();
    if (on)
      announce(
        marks.limit !== null && marks.marked >= marks.limit
          ? words.markedLimit(marks.marked, marks.limit)
          : words.marked(marks.marked),
      );
  };
  const setReport = async () => {
    if (snapshot.report) {
      await session.removeReport();
      return;
    }
    const name = await session.addReport();
    announce(name ? words.reported(name) : words.unavailable);
  };
  const can = snapshot.workbook?.can;
  return (
    <div className={styles.root} data-testid="check-pane" data-checked={snapshot.checked}>
      {leftAlone ? (
        <MessageBar className={styles.leftAlone} intent="warning" layout="multiline" data-testid="left-alone">
          <MessageBarBody>
            {words.refused(leftAlone.refused)}
            {leftAlone.outcomes
              .filter(({ outcome }) => outcome.type !== "written")
              .slice(0, MOST_NAMED)
              .map(({ change, outcome }) => (
                <div key={`${change.sheet}!${change.row},${change.col}`}>
                  {`${change.sheet}!${cellName(change.row, change.col)} ${editOutcomeText(outcome, lang)}`}
                </div>
              ))}
          </MessageBarBody>
          <MessageBarActions>
            <Button onClick={() => setLeftAlone(null)}>{words.close}</Button>
          </MessageBarActions>
        </MessageBar>
      ) : null}
      {!snapshot.checked ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{words.stale}</MessageBarBody>
          <MessageBarActions>
            <Button onClick={() => void run()} data-testid="run-check">
              {words.again}
            </Button>
          </MessageBarActions>
        </MessageBar>
      ) : null}
      <SeverityCounts counts={view.counts} shown={severities} onToggle={toggle} large testid="count" />
      {view.findings.length === 0 ? (
        <div className={styles.empty} data-testid="nothing-found">
          <CheckmarkCircle48Regular className={styles.good} aria-hidden />
          <Text weight="semibold">{words.cleanTitle}</Text>
          <Text className={styles.muted}>{words.cleanBody}</Text>
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
          <div className={styles.row}>
            {can?.marks ? (
              <Switch
                label={words.marks}
                checked={snapshot.marks.on}
                data-testid="marks"
                onChange={(_event, data) => void setMarks(data.checked)}
              />
            ) : null}
            <Button size="small" onClick={() => void copy(filtered)} data-testid="copy-list">
              {words.copyList}
            </Button>
            {can?.sheets ? (
              <Button size="small" onClick={() => void setReport()} data-testid="report-sheet">
                {snapshot.report ? words.removeReport : words.report}
              </Button>
            ) : null}
            <Button size="small" onClick={() => void run()} data-testid="run-again">
              {words.again}
            </Button>
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
              onSelect={(finding) => void session.selectFinding(finding.id)}
              onFix={(ids) => void session.previewFixes({ ids }).then(setPreview)}
              onIgnore={setIgnoring}
              onEdit={setEditing}
              onCopy={(findings) => void copy(findings)}
              canFix={can?.write ?? false}
            />
          )}
        </>
      )}
      {view.ignored.length > 0 ? (
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
                  <Button size="small" onClick={() => void session.unignore(finding.id)}>
                    {words.restore}
                  </Button>
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
          void apply(confirmed);
        }}
      />
      <EditDialog
        finding={editing}
        onClose={() => setEditing(null)}
        onApply={(confirmed) => {
          setEditing(null);
          void apply(confirmed);
        }}
      />
      <IgnoreDialog
        finding={ignoring}
        onClose={() => setIgnoring(null)}
        onIgnore={(finding, reason) => {
          setIgnoring(null);
          void session.ignore(finding.id, reason);
        }}
      />
      <CopyDialog
        text={blocked}
        title={words.copyList}
        hint={words.copyBlocked}
        close={words.close}
        onClose={() => setBlocked(null)}
      />
    </div>
  );
}
