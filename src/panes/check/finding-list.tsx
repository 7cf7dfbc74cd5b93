/** The list of findings, paged: screen readers and printers get real lists, and 20,000 findings stay quick. */
import { useCallback, useEffect, useRef, useState } from "react";
import { Badge, Button, Caption1, makeStyles, tokens } from "@fluentui/react-components";
import { ChevronDown16Regular, ChevronRight16Regular } from "@fluentui/react-icons";
import { ruleName } from "../../app/core";
import type { Finding } from "../../rule";
import { useLang, useWords } from "../session-context";
import { ActionButton } from "../shell/action-button";
import { FindingRow, type RowActions } from "./finding-row";
import type { Grouping, ListEntry } from "./group-findings";
import { CHECK_WORDS } from "./words";

/** Entries on one page: enough to work through without turning often, few enough to draw at once. */
const PAGE_SIZE = 100;
/** Entries drawn in one task: a hundred at once kept the pane from answering for a fifth of a second. */
const DRAWN_AT_ONCE = 20;

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column" },
  group: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    paddingTop: tokens.spacingVerticalS,
    flexWrap: "wrap",
  },
  groupName: {
    flexGrow: 1,
    minWidth: 0,
    justifyContent: "flex-start",
    textAlign: "left",
    fontWeight: tokens.fontWeightSemibold,
    paddingLeft: 0,
  },
  pager: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    paddingTop: tokens.spacingVerticalS,
    flexWrap: "wrap",
  },
});

interface FindingListProps extends RowActions {
  readonly entries: readonly ListEntry[];
  readonly grouping: Grouping;
  readonly canFix: boolean;
  readonly onToggle: (key: string) => void;
  readonly onCopy: (findings: readonly Finding[]) => Promise<unknown>;
}

export function FindingList(props: FindingListProps) {
  const { entries, grouping } = props;
  const styles = useStyles();
  const words = useWords(CHECK_WORDS);
  const [page, setPage] = useState(0);
  const [current, setCurrent] = useState<string | null>(null);
  const pages = Math.max(1, Math.ceil(entries.length / PAGE_SIZE));
  const shownPage = Math.min(page, pages - 1);
  useEffect(() => setPage(0), [grouping]);
  const from = shownPage * PAGE_SIZE;
  return (
    <>
      <Entries
        {...props}
        key={`${grouping}:${shownPage}`}
        entries={entries.slice(from, from + PAGE_SIZE)}
        current={current}
        onSelect={(finding) => {
          setCurrent(finding.id);
          props.onSelect(finding);
        }}
      />
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
function Entries(props: FindingListProps & { readonly current: string | null }) {
  const { entries, current } = props;
  const styles = useStyles();
  const drawn = useGrowing(entries.length);
  // Rows keep the same functions, whatever is drawn around them: a row is drawn again only where it changes.
  const latest = useRef(props);
  latest.current = props;
  const onSelect = useCallback((finding: Finding) => latest.current.onSelect(finding), []);
  const onFix = useCallback((ids: readonly string[]) => latest.current.onFix(ids), []);
  const onIgnore = useCallback((finding: Finding) => latest.current.onIgnore(finding), []);
  const onEdit = useCallback((finding: Finding) => latest.current.onEdit(finding), []);
  return (
    <ul className={styles.list} data-testid="findings" aria-busy={drawn < entries.length}>
      {entries
        .slice(0, drawn)
        .map((entry) =>
          entry.type === "group" ? (
            <GroupHead key={`g:${entry.group.key}`} entry={entry} {...props} />
          ) : (
            <FindingRow
              key={entry.finding.id}
              finding={entry.finding}
              grouping={props.grouping}
              canFix={props.canFix}
              current={entry.finding.id === current}
              onSelect={onSelect}
              onFix={onFix}
              onIgnore={onIgnore}
              onEdit={onEdit}
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

function GroupHead(props: FindingListProps & { readonly entry: Extract<ListEntry, { type: "group" }> }) {
  const { entry, grouping } = props;
  const { group } = entry;
  const styles = useStyles();
  const words = useWords(CHECK_WORDS);
  const lang = useLang();
  const first = group.findings[0];
  const name =
    grouping === "rule"
      ? ruleName(group.key, lang)
      : grouping === "unit"
        ? group.key || words.noUnit
        : first
          ? words.row(first.sheet, first.row + 1)
          : group.key;
  const fixable = group.findings.filter((finding) => finding.fix !== null).map((finding) => finding.id);
  return (
    <li className={styles.group} data-testid="finding-group" data-key={group.key}>
      <Button
        className={styles.groupName}
        appearance="transparent"
        size="small"
        icon={entry.open ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
        aria-expanded={entry.open}
        onClick={() => props.onToggle(group.key)}
      >
        {name}
      </Button>
      <Badge
        appearance="tint"
        color={group.severity === "error" ? "danger" : group.severity === "warning" ? "warning" : "informative"}
      >
        {group.findings.length}
      </Badge>
      {props.canFix && grouping === "rule" && fixable.length > 0 ? (
        <ActionButton size="small" run={() => props.onFix(fixable)} data-testid={`fix-all-${group.key}`}>
          {words.fixAll(fixable.length)}
        </ActionButton>
      ) : null}
      {grouping === "unit" ? (
        <ActionButton
          size="small"
          appearance="subtle"
          run={() => props.onCopy(group.findings)}
          data-testid="copy-group"
        >
          {words.copyGroup}
        </ActionButton>
      ) : null}
    </li>
  );
}
