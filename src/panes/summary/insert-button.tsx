/** Puts the paragraph into the cell the user has chosen; shows first what it replaces. */
import { useState } from "react";
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Text,
  tokens,
} from "@fluentui/react-components";
import { TextEditStyle20Regular } from "@fluentui/react-icons";
import { cellName } from "../../ledger/address";
import { HostError } from "../../hosts/port";
import type { Preview } from "../../app/session";
import { useSession, useWords } from "../session-context";
import { useAnnounce } from "../shell/announcer";
import type { ReadActiveCell } from "../shell/app-shell";
import { textChange } from "./text-change";
import { SUMMARY_WORDS } from "./words";

const useStyles = makeStyles({
  text: { overflowWrap: "anywhere", whiteSpace: "pre-wrap" },
  gone: { backgroundColor: tokens.colorStatusDangerBackground1, color: tokens.colorNeutralForeground1 },
  come: {
    backgroundColor: tokens.colorStatusSuccessBackground1,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: "none",
  },
});

export function InsertButton(props: {
  readonly text: string;
  readonly disabled: boolean;
  readonly activeCell: ReadActiveCell;
}) {
  const styles = useStyles();
  const words = useWords(SUMMARY_WORDS);
  const session = useSession();
  const announce = useAnnounce();
  const [preview, setPreview] = useState<Preview | null>(null);
  const [note, setNote] = useState<string | null>(null);
  const change = preview?.changes[0];
  const before = change?.before === null || change === undefined ? "" : String(change.before);
  const difference = textChange(before, props.text);

  const ask = async () => {
    setNote(null);
    try {
      const { sheet, row, col } = await props.activeCell();
      const found = await session.previewEdit([{ sheet, row, col, value: props.text }]);
      if (found.changes.length === 0) setNote(words.insertSame);
      else setPreview(found);
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      setNote(words.insertRefused);
    }
  };
  const write = async () => {
    if (!preview || !change) return;
    setPreview(null);
    const outcome = await session.apply(preview);
    const said = outcome.written > 0 ? words.inserted(cellName(change.row, change.col)) : words.insertRefused;
    setNote(said);
    announce(said);
  };
  return (
    <>
      <Button
        icon={<TextEditStyle20Regular />}
        disabled={props.disabled}
        onClick={() => void ask()}
        data-testid="insert-summary"
      >
        {words.insert}
      </Button>
      {note ? (
        <Text size={200} data-testid="insert-note">
          {note}
        </Text>
      ) : null}
      <Dialog open={preview !== null} onOpenChange={(_event, data) => (data.open ? undefined : setPreview(null))}>
        <DialogSurface>
          <DialogBody>
            <DialogTitle>{change ? words.insertTitle(`${change.sheet}!${change.cell}`) : ""}</DialogTitle>
            <DialogContent>
              <Text block>{before === "" ? words.insertEmpty : words.insertReplaces}</Text>
              {before === "" ? null : (
                <p className={styles.text}>
                  <b>{words.before}</b>: {difference.start}
                  <del className={styles.gone}>{difference.before}</del>
                  {difference.end}
                </p>
              )}
              <p className={styles.text}>
                <b>{words.after}</b>: {difference.start}
                <ins className={styles.come}>{difference.after}</ins>
                {difference.end}
              </p>
            </DialogContent>
            <DialogActions>
              <Button onClick={() => setPreview(null)}>{words.cancel}</Button>
              <Button appearance="primary" onClick={() => void write()} data-testid="insert-confirm">
                {words.confirm}
              </Button>
            </DialogActions>
          </DialogBody>
        </DialogSurface>
      </Dialog>
    </>
  );
}
