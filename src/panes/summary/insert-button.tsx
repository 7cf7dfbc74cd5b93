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
  MessageBar,
  MessageBarBody,
  Text,
  tokens,
} from "@fluentui/react-components";
import { TextEditStyle20Regular } from "@fluentui/react-icons";
import { cellName } from "../../grid";
import type { Change, Preview, Session } from "../../app/session";
import { editOutcomeText } from "../../app/words";
import { useLang, useSession, useWords } from "../session-context";
import { ActionButton } from "../shell/action-button";
import type { ReadActiveCell } from "../shell/pane-props";
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
  const lang = useLang();
  const [preview, setPreview] = useState<Preview | null>(null);
  const [note, setNote] = useState<string | null>(null);
  const change = preview?.changes[0];
  const before = change?.before === null || change === undefined ? "" : String(change.before);
  const difference = textChange(before, props.text);

  const ask = () => {
    setNote(null);
    return session.act("chooseCell", async () => {
      const { sheet, row, col } = await props.activeCell();
      const found = await session.previewEdit([{ sheet, row, col, value: props.text }]);
      // A preview that could not be made has another label, and its own sentence.
      if (found.changes.length > 0) setPreview(found);
      else if (found.label === "edit") setNote(words.insertSame);
      return {};
    });
  };
  const write = async () => {
    if (!preview || !change) return;
    const outcome = await session.apply(preview);
    setPreview(null);
    const why = outcome.outcomes[0];
    if (outcome.written > 0) setNote(words.inserted(cellName(change.row, change.col)));
    else setNote(why ? `${change.sheet}!${change.cell} ${editOutcomeText(why.outcome, lang)}` : words.insertRefused);
  };
  const ledger = change === undefined ? null : ledgerAt(session, change);
  return (
    <>
      <ActionButton icon={<TextEditStyle20Regular />} disabled={props.disabled} run={ask} data-testid="insert-summary">
        {words.insert}
      </ActionButton>
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
              {ledger === null ? null : (
                <MessageBar intent="warning" layout="multiline" data-testid="insert-in-ledger">
                  <MessageBarBody>{words.insertInLedger(ledger)}</MessageBarBody>
                </MessageBar>
              )}
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
              <ActionButton
                appearance={ledger === null ? "primary" : "secondary"}
                run={write}
                data-testid="insert-confirm"
              >
                {ledger === null ? words.confirm : words.confirmInLedger}
              </ActionButton>
            </DialogActions>
          </DialogBody>
        </DialogSurface>
      </Dialog>
    </>
  );
}

/** Title of the ledger whose table the cell lies in; null outside of all. */
function ledgerAt(session: Session, { sheet, row, col }: Change): string | null {
  const reading = session.reading();
  const found = session.getSnapshot().ledgers.find(({ id, headerArea: { top, left, right } }) => {
    const ledger = reading?.ledgers.find((each) => each.id === id);
    if (ledger?.sheet !== sheet || row < top || row > ledger.layout.lastRow) return false;
    return col >= left && col <= right;
  });
  return found ? found.title || found.sheet : null;
}
