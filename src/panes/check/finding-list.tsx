/** The list of findings, paged: screen readers and printers get real lists, and 20,000 findings stay quick. */
import { memo, useEffect, useState } from "react";
import {
  Badge,
  Button,
  Caption1,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  mergeClasses,
  Text,
  tokens,
} from "@fluentui/react-components";
import { ChevronDown16Regular, ChevronRight16Regular, MoreHorizontal16Regular } from "@fluentui/react-icons";
import { messageOf, ruleName } from "../../check/list";
import { cellName } from "../../grid/address";
import type { Finding } from "../../rule/types";
import { useLang, useWords } from "../session-context";
import { SeverityMark } from "../severity";
import { ActionButton } from "../shell/action-button";
import type { Grouping, ListEntry } from "./group-findings";
import { CHECK_WORDS } from "./words";

/** Entries on one page: enough to work through without turning often, few enough to draw at once. */
export const PAGE_SIZE = 100;

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
  item: {
    display: "grid",
    gridTemplateColumns: "20px minmax(0, 1fr) auto",
    alignItems: "start",
    columnGap: tokens.spacingHorizontalXS,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  jump: {
    display: "block",
    width: "100%",
    minWidth: 0,
    textAlign: "left",
    fontWeight: tokens.fontWeightRegular,
    padding: `${tokens.spacingVerticalSNudge} 0`,
    height: "auto",
    border: "none",
  },
  current: { backgroundColor: tokens.colorNeutralBackground1Selected },
  text: { overflowWrap: "anywhere", display: "block" },
  where: { color: tokens.colorNeutralForeground3, display: "block", overflowWrap: "anywhere" },
  quote: { color: tokens.colorNeutralForeground2, display: "block", overflowWrap: "anywhere" },
  pager: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    paddingTop: tokens.spacingVerticalS,
    flexWrap: "wrap",
  },
});

export interface FindingListProps {
  readonly entries: readonly ListEntry[];
  readonly grouping: Grouping;
  readonly canFix: boolean;
  readonly onToggle: (key: string) => void;
  readonly onSelect: (finding: Finding) => void;
  readonly onFix: (ids: readonly string[]) => Promise<unknown>;
  readonly onIgnore: (finding: Finding) => void;
  readonly onEdit: (finding: Finding) => void;
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
  const shown = entries.slice(from, from + PAGE_SIZE);
  return (
    <>
      <ul className={styles.list} data-testid="findings">
        {shown.map((entry) =>
          entry.type === "group" ? (
            <GroupHead key={`g:${entry.group.key}`} entry={entry} {...props} />
          ) : (
            <Row
              key={entry.finding.id}
              finding={entry.finding}
              grouping={grouping}
              canFix={props.canFix}
              current={entry.finding.id === current}
              onSelect={(finding) => {
                setCurrent(finding.id);
                props.onSelect(finding);
              }}
              onFix={props.onFix}
              onIgnore={props.onIgnore}
              onEdit={props.onEdit}
            />
          ),
        )}
      </ul>
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

const Row = memo(function Row(props: {
  readonly finding: Finding;
  readonly grouping: Grouping;
  readonly canFix: boolean;
  readonly current: boolean;
  readonly onSelect: (finding: Finding) => void;
  readonly onFix: (ids: readonly string[]) => Promise<unknown>;
  readonly onIgnore: (finding: Finding) => void;
  readonly onEdit: (finding: Finding) => void;
}) {
  const { finding } = props;
  const styles = useStyles();
  const words = useWords(CHECK_WORDS);
  const lang = useLang();
  const cell = cellName(finding.row, finding.col);
  const where = [words.row(finding.sheet, finding.row + 1), cell, props.grouping === "unit" ? null : finding.unit]
    .filter((part) => part)
    .join(" · ");
  return (
    <li
      className={mergeClasses(styles.item, props.current ? styles.current : undefined)}
      data-testid="finding"
      data-rule={finding.rule}
      data-severity={finding.severity}
      data-cell={cell}
    >
      <SeverityMark severity={finding.severity} />
      <Button
        appearance="transparent"
        className={styles.jump}
        onClick={() => props.onSelect(finding)}
        aria-current={props.current}
        title={words.goto(cell)}
      >
        <Text className={styles.text}>{messageOf(finding, lang)}</Text>
        {finding.quote ? (
          <Text size={200} className={styles.quote}>
            {words.quote(finding.quote)}
          </Text>
        ) : null}
        <Text size={100} className={styles.where}>
          {where}
        </Text>
      </Button>
      <Menu positioning="below-end">
        <MenuTrigger disableButtonEnhancement>
          <Button
            size="small"
            appearance="subtle"
            icon={<MoreHorizontal16Regular />}
            aria-label={`${words.more} ${cell}`}
            data-testid="finding-menu"
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {props.canFix && finding.fix ? (
              <MenuItem onClick={() => void props.onFix([finding.id])} data-testid="fix-one">
                {words.fix}
              </MenuItem>
            ) : null}
            {props.canFix ? (
              <MenuItem onClick={() => props.onEdit(finding)} data-testid="edit-cell">
                {words.edit}
              </MenuItem>
            ) : null}
            <MenuItem onClick={() => props.onIgnore(finding)} data-testid="ignore">
              {words.ignore}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
    </li>
  );
});
