/**
 * 核验: run, watch, cancel; counts by severity; the findings as cards that are gone through one by one and mended where
 * they stand; ignored with a reason; copied for a colleague; marks and report sheet.
 */
import { useEffect, useRef } from "react";
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
import { Empty } from "../empty";
import { useLang, useSession, useSnapshot, useWords } from "../session-context";
import { SeverityCounts } from "../severity";
import { ActionButton } from "../shell/action-button";
import type { PaneProps } from "../shell/pane-props";
import { useCopy } from "../shell/copying";
import { useFindings } from "./use-findings";
import { ListFilter } from "./list-filter";
import { FindingList } from "./finding-list";
import { plainList } from "./plain-list";
import { ReviewBar } from "./review-bar";
import { SkipToFindings } from "./skip-to-findings";
import { useLostFocus } from "../use-lost-focus";
import { useReview } from "./use-review";
import { CHECK_WORDS } from "./words";
import { FirstCheck, NotChecked, NothingFound } from "./check-states";
import { OursControls } from "./ours-controls";
import { SetAside } from "../set-aside";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, minHeight: 0 },
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
  const { view, filtered, groups, entries, order, severities, toggle, grouping, narrowing, ...list } = useFindings();
  const review = useReview(order, view?.findings ?? NO_FINDINGS);
  const { current } = review;
  const { open } = list;
  const latest = useRef(open);
  useEffect(() => {
    latest.current = open;
  });
  useEffect(() => {
    if (current !== null) latest.current(current);
  }, [current]);

  // The pane opens with results: whoever comes here wants the check.
  const ready = snapshot.phase === "ready" && snapshot.ledgers.length > 0;
  const first = useRef(true);
  useEffect(() => {
    if (!first.current || !ready) return;
    first.current = false;
    const { checked, activity } = session.getSnapshot();
    const isUnderWay = activity?.action === "check" && activity.state === "busy";
    if (!checked && !isUnderWay) void session.check({ asked: false });
  }, [ready, session]);

  const plain = (findings: readonly Finding[], by: typeof grouping) =>
    plainList(session.reading() ?? { ledgers: [] }, findings, by, lang);
  const listText = (findings: readonly Finding[]) => {
    if (findings.length > 0) return plain(findings, grouping);
    const ignored = view?.ignored.map(
      ({ finding, ignore }) => `${plain([finding], "row")} ${words.because(ignore.reason)}`,
    );
    return [
      words.cleanTitle,
      ...(ignored && ignored.length > 0 ? [words.ignored(ignored.length), ...ignored] : []),
    ].join("\n");
  };
  const copy = (findings: readonly Finding[]) => copyOut({ title: words.copyList, text: () => listText(findings) });
  const checking = snapshot.activity?.state === "busy" && snapshot.activity.action === "check";
  const namesSheet = new Set(view?.findings.map(({ sheet }) => sheet)).size > 1;
  const canFix = snapshot.workbook?.can.write ?? false;
  return (
    <div className={styles.root} data-testid="check-pane" data-checked={snapshot.checked}>
      {groups.length > 0 ? <SkipToFindings /> : null}
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
      <OursControls
        key={snapshot.workbook?.key}
        copy={view ? () => copy(filtered) : null}
        canAdd={snapshot.ledgers.length > 0}
      />
      {view === null || snapshot.ledgers.length === 0 ? null : view.findings.length === 0 ? (
        <NothingFound ignored={view.ignored.length} go={props.go} />
      ) : (
        <>
          {canFix ? null : (
            <Text size={200} className={styles.muted} data-testid="read-only">
              {words.readOnly}
            </Text>
          )}
          <ListFilter
            findings={view.findings}
            grouping={grouping}
            onGrouping={list.group}
            narrowing={narrowing}
            onNarrow={list.narrow}
          />
          {review.lost === null ? null : (
            <MessageBar intent="warning" layout="multiline" data-testid="typing-lost">
              <MessageBarBody>{words.lost(review.lost)}</MessageBarBody>
            </MessageBar>
          )}
          {groups.length === 0 ? (
            <NoMatch onClear={list.showEverything} />
          ) : (
            <>
              <ReviewBar review={review} total={order.length} />
              <FindingList
                entries={entries}
                grouping={grouping}
                review={review}
                namesSheet={namesSheet}
                onToggle={list.closeOrOpen}
                onCopy={copy}
                canFix={canFix}
                go={props.go}
              />
            </>
          )}
        </>
      )}
      {view ? (
        <SetAside
          heading={words.ignored(view.ignored.length)}
          findings={view.ignored.map(({ finding, ignore }) => ({
            id: finding.id,
            text: plain([finding], "row"),
            reason: ignore.reason,
          }))}
          restore={words.restore}
          onRestore={(id) => session.unignore(id)}
        />
      ) : null}
    </div>
  );
}

function NoMatch(props: { readonly onClear: () => void }) {
  const words = useWords(CHECK_WORDS);
  const clear = useLostFocus<HTMLButtonElement>();
  return (
    <Empty testid="no-match">
      <Text>{words.noMatchTitle}</Text>
      <Button ref={clear} onClick={props.onClear}>
        {words.clearFilter}
      </Button>
    </Empty>
  );
}
