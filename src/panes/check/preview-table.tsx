/** Old and new of every cell before anything is written, in the list itself: the sheet stays in sight. */
import { useEffect, useRef } from "react";
import {
  Button,
  makeStyles,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  Text,
  tokens,
} from "@fluentui/react-components";
import type { Preview } from "../../app/session";
import { useSession, useWords } from "../session-context";
import { ActionButton } from "../shell/action-button";
import { visibleFindings } from "./visible";
import { CHECK_WORDS } from "./words";

const SHOWN = 100;

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    minWidth: 0,
    width: "100%",
    padding: tokens.spacingHorizontalM,
    boxSizing: "border-box",
    backgroundColor: tokens.colorNeutralBackground1,
    border: `2px solid ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  table: { maxHeight: "40vh", overflowY: "auto" },
  cell: {
    overflowWrap: "anywhere",
    whiteSpace: "pre-wrap",
    paddingTop: tokens.spacingVerticalXS,
    paddingBottom: tokens.spacingVerticalXS,
  },
  address: { width: "56px" },
  row: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

export function PreviewTable(props: { readonly preview: Preview; readonly onClose: () => void }) {
  const styles = useStyles();
  const words = useWords(CHECK_WORDS);
  const session = useSession();
  const { preview, onClose } = props;
  const { changes } = preview;
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    root.current?.querySelector<HTMLElement>("[data-testid=apply-preview]")?.focus({ preventScroll: true });
    root.current?.scrollIntoView?.({ block: "nearest" });
  }, []);
  const apply = async () => {
    const { written, failure } = await session.apply(preview);
    if (written > 0 || failure === null) onClose();
  };
  // The line below said that cells are to be changed: not any more.
  const cancel = () => {
    session.dismissActivity();
    onClose();
  };
  return (
    <div
      ref={root}
      className={styles.root}
      role="group"
      aria-label={words.previewTitle}
      data-testid="preview"
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        cancel();
      }}
    >
      <Text size={200}>{words.previewBody}</Text>
      <div className={styles.table} role="region" tabIndex={0} aria-label={words.previewTitle}>
        <Table size="small" aria-label={words.previewTitle}>
          <TableHeader>
            <TableRow>
              <TableHeaderCell className={styles.address}>{words.cell}</TableHeaderCell>
              <TableHeaderCell>{words.before}</TableHeaderCell>
              <TableHeaderCell>{words.after}</TableHeaderCell>
            </TableRow>
          </TableHeader>
          <TableBody>
            {changes.slice(0, SHOWN).map((change) => (
              <TableRow key={`${change.sheet}!${change.cell}`}>
                <TableCell className={styles.address}>{change.cell}</TableCell>
                <TableCell className={styles.cell}>{visibleFindings(change.before)}</TableCell>
                <TableCell className={styles.cell}>{visibleFindings(change.after)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </div>
      {changes.length > SHOWN ? <Text size={200}>{words.andMore(changes.length - SHOWN)}</Text> : null}
      <div className={styles.row}>
        <ActionButton size="small" appearance="primary" run={apply} data-testid="apply-preview">
          {words.confirm}
        </ActionButton>
        <Button size="small" onClick={cancel} data-testid="preview-cancel">
          {words.cancelDialog}
        </Button>
      </div>
    </div>
  );
}
