/** One finding of the list: what is wrong, where, and what can be done about it. */
import { memo, useState } from "react";
import {
  Button,
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
import { MoreHorizontal16Regular } from "@fluentui/react-icons";
import { messageOf } from "../../app/core";
import { cellName } from "../../grid";
import type { Finding } from "../../rule";
import { useLang, useWords } from "../session-context";
import { useFindingStyles } from "../finding-styles";
import { SeverityMark } from "../severity";
import type { Grouping } from "./group-findings";
import { TeachStatus, wordToTeach } from "./teach-status";
import { CHECK_WORDS } from "./words";

const useStyles = makeStyles({
  columns: { gridTemplateColumns: "20px minmax(0, 1fr) auto" },
  where: { overflowWrap: "anywhere" },
  quote: { color: tokens.colorNeutralForeground2, display: "block", overflowWrap: "anywhere" },
});

/** What can be done with a finding. */
export interface RowActions {
  readonly onSelect: (finding: Finding) => void;
  readonly onFix: (ids: readonly string[]) => Promise<unknown>;
  readonly onIgnore: (finding: Finding) => void;
  readonly onEdit: (finding: Finding) => void;
}

interface RowProps extends RowActions {
  readonly finding: Finding;
  readonly grouping: Grouping;
  readonly canFix: boolean;
  readonly current: boolean;
}

export const FindingRow = memo(function FindingRow(props: RowProps) {
  const { finding } = props;
  const styles = useStyles();
  const shared = useFindingStyles();
  const words = useWords(CHECK_WORDS);
  const lang = useLang();
  const cell = cellName(finding.row, finding.col);
  const word = wordToTeach(finding);
  const where = [words.row(finding.sheet, finding.row + 1), cell, props.grouping === "unit" ? null : finding.unit]
    .filter((part) => part)
    .join(" · ");
  return (
    <li
      className={mergeClasses(shared.item, styles.columns, props.current ? shared.current : undefined)}
      data-testid="finding"
      data-rule={finding.rule}
      data-severity={finding.severity}
      data-cell={cell}
    >
      <SeverityMark severity={finding.severity} />
      <Button
        appearance="transparent"
        className={shared.jump}
        onClick={() => props.onSelect(finding)}
        aria-current={props.current}
        title={words.goto(cell)}
      >
        <Text className={shared.text}>{messageOf(finding, lang)}</Text>
        {finding.quote ? (
          <Text size={200} className={styles.quote}>
            {words.quote(finding.quote)}
          </Text>
        ) : null}
        <Text size={100} className={mergeClasses(shared.where, styles.where)}>
          {where}
        </Text>
      </Button>
      <RowMenu {...props} label={`${words.more} ${cell}`} />
      {word === null ? null : <TeachStatus word={word} />}
    </li>
  );
});

/** The menu of a row is made when it is first opened: a hundred of them cost more than all the rest of the list. */
function RowMenu(props: RowProps & { readonly label: string }) {
  const { finding, canFix } = props;
  const words = useWords(CHECK_WORDS);
  const [used, setUsed] = useState(false);
  const button = {
    size: "small",
    appearance: "subtle",
    icon: <MoreHorizontal16Regular />,
    "aria-label": props.label,
    "data-testid": "finding-menu",
  } as const;
  if (!used) return <Button {...button} aria-haspopup="menu" aria-expanded={false} onClick={() => setUsed(true)} />;
  return (
    <Menu defaultOpen positioning="below-end">
      <MenuTrigger disableButtonEnhancement>
        <Button {...button} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {canFix && finding.fix ? (
            <MenuItem onClick={() => void props.onFix([finding.id])} data-testid="fix-one">
              {words.fix}
            </MenuItem>
          ) : null}
          {canFix ? (
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
  );
}
