/** The list of findings, paged: screen readers and printers get real lists, and 20,000 findings stay quick. */
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { Button, Caption1, makeStyles, tokens } from "@fluentui/react-components";
import { useWords } from "../session-context";
import type { BodyActions } from "./card-body";
import { FindingCard } from "./finding-card";
import type { ListEntry } from "./group-findings";
import { GroupHead, type GroupProps } from "./group-head";
import type { Review } from "./use-review";
import { CHECK_WORDS } from "./words";

/** Entries on one page: enough to work through without turning often, few enough to draw at once. */
const PAGE_SIZE = 100;
/** Entries drawn in one task: a hundred at once kept the pane from answering for a fifth of a second. */
const DRAWN_AT_ONCE = 20;

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column" },
  pager: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    paddingTop: tokens.spacingVerticalS,
    flexWrap: "wrap",
  },
});

interface FindingListProps extends GroupProps, Omit<BodyActions, "typing"> {
  readonly entries: readonly ListEntry[];
  readonly review: Review;
  readonly namesSheet: boolean;
}

export function FindingList(props: FindingListProps) {
  const { entries, grouping } = props;
  const { current } = props.review;
  const styles = useStyles();
  const words = useWords(CHECK_WORDS);
  const [page, setPage] = useState(0);
  const pages = Math.max(1, Math.ceil(entries.length / PAGE_SIZE));
  const shownPage = Math.min(page, pages - 1);
  useEffect(() => {
    setPage(0);
  }, [grouping]);
  // The page goes along with the finding looked at, and only then.
  const latest = useRef(entries);
  latest.current = entries;
  useLayoutEffect(() => {
    const at = latest.current.findIndex((entry) => entry.type === "finding" && entry.finding.id === current);
    if (at >= 0) setPage(Math.floor(at / PAGE_SIZE));
  }, [current]);
  const from = shownPage * PAGE_SIZE;
  return (
    <>
      <Entries {...props} key={`${grouping}:${shownPage}`} entries={entries.slice(from, from + PAGE_SIZE)} />
      {pages > 1 ? (
        <div className={styles.pager}>
          <Button
            size="small"
            disabled={shownPage === 0}
            onClick={() => setPage(shownPage - 1)}
            data-testid="page-previous"
          >
            {words.previous}
          </Button>
          <Caption1 data-testid="page-text">
            {words.page(from + 1, Math.min(entries.length, from + PAGE_SIZE), entries.length)}
          </Caption1>
          <Button
            size="small"
            disabled={shownPage >= pages - 1}
            onClick={() => setPage(shownPage + 1)}
            data-testid="page-next"
          >
            {words.nextPage}
          </Button>
        </div>
      ) : null}
    </>
  );
}

/** Entries of one page: the first at once, the others a few a task. */
function Entries(props: FindingListProps) {
  const { entries, review } = props;
  const styles = useStyles();
  const drawn = useGrowing(entries.length);
  // Cards keep the same functions, whatever is drawn around them: a card is drawn again only where it changes.
  const { select, close, takesFocus } = review;
  const latest = useRef(props);
  latest.current = props;
  const go = useCallback<BodyActions["go"]>((pane) => latest.current.go(pane), []);
  return (
    <ul className={styles.list} data-testid="findings" aria-busy={drawn < entries.length}>
      {entries
        .slice(0, drawn)
        .map((entry) =>
          entry.type === "group" ? (
            <GroupHead key={`g:${entry.group.key}`} entry={entry} {...props} />
          ) : (
            <FindingCard
              key={entry.finding.id}
              finding={entry.finding}
              canFix={props.canFix}
              namesSheet={props.namesSheet}
              current={entry.finding.id === review.current}
              onSelect={select}
              onClose={close}
              takesFocus={takesFocus}
              go={go}
              typing={review.typing}
            />
          ),
        )}
    </ul>
  );
}

/** How many of so many are drawn by now. */
function useGrowing(total: number): number {
  const [drawn, setDrawn] = useState(DRAWN_AT_ONCE);
  useEffect(() => {
    if (drawn >= total) return undefined;
    const timer = setTimeout(() => setDrawn(drawn + DRAWN_AT_ONCE));
    return () => clearTimeout(timer);
  }, [drawn, total]);
  return Math.min(drawn, total);
}
