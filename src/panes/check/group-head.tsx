/** The head of a group: its name, how many, all fixes of its rule at once, its list for a unit. */
import { useState } from "react";
import { Badge, Button, makeStyles, tokens } from "@fluentui/react-components";
import { ChevronDown16Regular, ChevronRight16Regular } from "@fluentui/react-icons";
import { ruleName } from "../../app/core";
import type { Preview } from "../../app/session";
import type { Finding } from "../../rule";
import { useLang, useSession, useWords } from "../session-context";
import { ActionButton } from "../shell/action-button";
import { asHeading } from "../words";
import { unitName, type Grouping, type ListEntry } from "./group-findings";
import { PreviewTable } from "./preview-table";
import { CHECK_WORDS } from "./words";

const useStyles = makeStyles({
  group: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    paddingTop: tokens.spacingVerticalS,
    paddingBottom: tokens.spacingVerticalXS,
    flexWrap: "wrap",
  },
  name: {
    flexGrow: 1,
    minWidth: 0,
    justifyContent: "flex-start",
    textAlign: "left",
    fontWeight: tokens.fontWeightSemibold,
    paddingLeft: 0,
  },
});

export interface GroupProps {
  readonly grouping: Grouping;
  readonly canFix: boolean;
  readonly onToggle: (key: string) => void;
  readonly onCopy: (findings: readonly Finding[]) => Promise<unknown>;
}

export function GroupHead(props: GroupProps & { readonly entry: Extract<ListEntry, { type: "group" }> }) {
  const { entry, grouping } = props;
  const { group } = entry;
  const styles = useStyles();
  const words = useWords(CHECK_WORDS);
  const lang = useLang();
  const session = useSession();
  const [preview, setPreview] = useState<Preview | null>(null);
  const first = group.findings[0];
  const name =
    grouping === "rule"
      ? asHeading(ruleName(group.key, lang))
      : grouping === "unit"
        ? unitName(group.key, lang)
        : first
          ? words.row(first.sheet, first.row + 1)
          : group.key;
  const fixable = group.findings.filter((finding) => finding.fix !== null).map((finding) => finding.id);
  const fixAll = async () => {
    const found = await session.previewFixes({ ids: fixable });
    if (found.changes.length > 0) setPreview(found);
  };
  return (
    <li className={styles.group} data-testid="finding-group" data-key={group.key}>
      <Button
        className={styles.name}
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
        <ActionButton size="small" run={fixAll} data-testid={`fix-all-${group.key}`}>
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
      {preview === null ? null : <PreviewTable preview={preview} onClose={() => setPreview(null)} />}
    </li>
  );
}
