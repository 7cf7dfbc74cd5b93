/** Old and new of every cell before anything is written. */
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
import { DialogFrame } from "../dialog-frame";
import type { CellValue } from "../../grid";
import type { Preview } from "../../app/session";
import { useWords } from "../session-context";
import { CHECK_WORDS } from "./words";

const SHOWN = 100;

const useStyles = makeStyles({
  cell: {
    overflowWrap: "anywhere",
    whiteSpace: "pre-wrap",
    paddingTop: tokens.spacingVerticalXS,
    paddingBottom: tokens.spacingVerticalXS,
  },
  address: { width: "64px" },
  blank: { backgroundColor: tokens.colorStatusWarningBackground2 },
});

/** Blanks and invisible characters as they stand, so that one sees what changes. */
function visible(value: CellValue): string {
  if (value === null) return "∅";
  return String(value)
    .replace(/ /g, "␠")
    .replace(/\u00a0/g, "⍽")
    .replace(/\u3000/g, "　̲")
    .replace(/[\u200b-\u200d\ufeff\u2060]/g, "¦");
}

export function PreviewDialog(props: {
  readonly preview: Preview | null;
  readonly onClose: () => void;
  readonly onApply: (preview: Preview) => void;
}) {
  const styles = useStyles();
  const words = useWords(CHECK_WORDS);
  const { preview } = props;
  const changes = preview?.changes ?? [];
  return (
    <DialogFrame
      open={preview !== null}
      title={words.previewTitle}
      onClose={props.onClose}
      testid="preview"
      actions={
        <>
          <Button onClick={props.onClose}>{words.cancelDialog}</Button>
          <Button
            appearance="primary"
            disabled={changes.length === 0}
            data-testid="apply-preview"
            onClick={() => {
              if (preview) props.onApply(preview);
            }}
          >
            {words.apply}
          </Button>
        </>
      }
    >
      <Text block>{words.previewBody}</Text>
      <Table size="small" aria-label={words.previewTitle}>
        <TableHeader>
          <TableRow>
            <TableHeaderCell className={styles.address} />
            <TableHeaderCell>{words.before}</TableHeaderCell>
            <TableHeaderCell>{words.after}</TableHeaderCell>
          </TableRow>
        </TableHeader>
        <TableBody>
          {changes.slice(0, SHOWN).map((change) => (
            <TableRow key={`${change.sheet}!${change.cell}`}>
              <TableCell className={styles.address}>{change.cell}</TableCell>
              <TableCell className={styles.cell}>{visible(change.before)}</TableCell>
              <TableCell className={styles.cell}>{visible(change.after)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {changes.length > SHOWN ? <Text>{words.andMore(changes.length - SHOWN)}</Text> : null}
    </DialogFrame>
  );
}
