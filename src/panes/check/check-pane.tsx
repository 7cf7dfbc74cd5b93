/**
 * 核验: run, watch, cancel; counts by severity; the list by rule, unit or row; jump to the cell; fix with a preview;
 * ignore with a reason; copy for a colleague; marks and report sheet.
 */
import { useEffect, useRef, useState } from "react";
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Text,
  tokens,
} from "@fluentui/react-components";
import type { Finding } from "../../rule";
import type { Preview } from "../../app/session";
import { Empty } from "../empty";
import { useLang, useSession, useSnapshot, useWords } from "../session-context";
import { SeverityCounts } from "../severity";
import { ActionButton } from "../shell/action-button";
import type { PaneProps } from "../shell/pane-props";
import { useCopy } from "../shell/copying";
import { useJump } from "../shell/jumping";
import { EditDialog } from "./edit-dialog";
import { useFindings } from "./use-findings";
import { ListFilter } from "./list-filter";
import { FindingList } from "./finding-list";
import { IgnoreDialog } from "../ignore-dialog";
import { plainList } from "./plain-list";
import { PreviewDialog } from "./preview-dialog";
import { CHECK_WORDS } from "./words";
import { FirstCheck, NotChecked, NothingFound } from "./check-states";
import { OursControls } from "./ours-controls";
import { SetAside } from "../set-aside";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, minHeight: 0 },
});

export default function CheckPane(props: PaneProps) {
  const styles = useStyles();
  const words = useWords(CHECK_WORDS);
  const lang = useLang();
  const session = useSession();
  const snapshot = useSnapshot();
  const copyOut = useCopy();
  const jump = useJump();

  const {
    view,
    filtered,
    entries,
    severities,
    toggle,
    grouping,
    group,
    search,
    setSearch,
    closeOrOpen,
    showEverything,
  } = useFindings();
  const [preview, setPreview] = useState<Preview | null>(null);
  const [ignoring, setIgnoring] = useState<Finding | null>(null);
  const [editing, setEditing] = useState<Finding | null>(null);

  // The pane opens with results: whoever comes here wants the check.
  const ready = snapshot.phase === "ready" && snapshot.ledgers.length > 0;
  const first = useRef(true);
  useEffect(() => {
    if (!first.current || !ready) return;
    first.current = false;
    if (!session.getSnapshot().checked) void session.check();
  }, [ready, session]);

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
        <Empty testid="nothing-to-check">
          <Text>{words.nothingToCheck}</Text>
        </Empty>
      ) : view ? (
        <SeverityCounts counts={view.counts} shown={severities} onToggle={toggle} large testid="count" />
      ) : checking ? (
        <FirstCheck />
      ) : (
        <NotChecked />
      )}
      <OursControls copy={view ? () => copy(filtered) : null} canAdd={snapshot.ledgers.length > 0} />
      {view === null || snapshot.ledgers.length === 0 ? null : view.findings.length === 0 ? (
        <NothingFound ignored={view.ignored.length} go={props.go} />
      ) : (
        <>
          <ListFilter grouping={grouping} onGrouping={group} search={search} onSearch={setSearch} />
          {entries.length === 0 ? (
            <Empty testid="no-match">
              <Text>{words.noMatchTitle}</Text>
              <Button onClick={showEverything}>{words.clearFilter}</Button>
            </Empty>
          ) : (
            <FindingList
              entries={entries}
              grouping={grouping}
              onToggle={closeOrOpen}
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
      {view ? (
        <SetAside
          heading={words.ignored(view.ignored.length)}
          findings={view.ignored.map(({ finding, ignore }) => ({
            id: finding.id,
            text: plainList([finding], "row", lang),
            reason: ignore.reason,
          }))}
          restore={words.restore}
          onRestore={(id) => session.unignore(id)}
        />
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
