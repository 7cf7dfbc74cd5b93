/** Mends one cell by hand: the sheet itself is read-only on the page, and in Excel this goes through the same journal. */
import { useEffect, useState } from "react";
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Text,
  Textarea,
} from "@fluentui/react-components";
import { type CellValue, cellName } from "../../grid";
import { messageOf } from "../../app/core";
import type { Finding } from "../../rule";
import type { Preview, Session } from "../../app/session";
import { editOutcomeText } from "../../app/words";
import { useLang, useSession, useSnapshot, useWords } from "../session-context";
import { ActionButton } from "../shell/action-button";
import { waitingText } from "../shell/activity-text";
import { CHECK_WORDS } from "./words";

/** Text as typed; a plain number stays a number where the cell held one, an empty field empties the cell. */
export function typedValue(text: string, before: CellValue): CellValue {
  if (text.trim() === "") return null;
  if (typeof before === "number" && /^-?\d{1,15}(\.\d{1,10})?$/.test(text.trim())) return Number(text);
  return text;
}

/** What of the cell is known: nothing yet, that it could not be read, or its content. */
type Content = { readonly value: CellValue } | "reading" | "unread";

export function EditDialog(props: { readonly finding: Finding | null; readonly onClose: () => void }) {
  const { finding, onClose } = props;
  const words = useWords(CHECK_WORDS);
  const lang = useLang();
  const session = useSession();
  const { waiting } = useSnapshot();
  const [content, setContent] = useState<Content>("reading");
  const [text, setText] = useState("");
  const [refusal, setRefusal] = useState<string | null>(null);
  useEffect(() => {
    setContent("reading");
    setText("");
    setRefusal(null);
    if (!finding) return;
    let current = true;
    void contentOf(session, finding).then((found) => {
      if (!current) return;
      setContent(found);
      if (typeof found === "object") setText(found.value === null ? "" : String(found.value));
    });
    return () => {
      current = false;
    };
  }, [finding, session]);
  const apply = async () => {
    if (!finding || typeof content === "string") return;
    const { sheet, row, col } = finding;
    setRefusal(null);
    const preview = await session.previewEdit([{ sheet, row, col, value: typedValue(text, content.value) }]);
    if (!wasRead(preview)) {
      // Why stands in the line at the bottom.
      setRefusal(words.notWritten);
      return;
    }
    const outcome = await session.apply(preview);
    // What was typed is not thrown away with the dialog before it is in the cell.
    if (outcome.written > 0 || preview.changes.length === 0) {
      onClose();
      return;
    }
    const why = outcome.outcomes[0];
    setRefusal(`${words.notWritten}${why ? ` ${editOutcomeText(why.outcome, lang)}` : ""}`);
  };
  const ready = typeof content === "object";
  const hint = waiting
    ? waitingText(waiting, lang)
    : content === "reading"
      ? words.readingCell
      : content === "unread"
        ? words.unread
        : words.editHint;
  return (
    <Dialog open={finding !== null} onOpenChange={(_event, data) => (data.open ? undefined : onClose())}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{finding ? words.editTitle(cellName(finding.row, finding.col)) : ""}</DialogTitle>
          <DialogContent>
            {finding ? <Text block>{messageOf(finding, lang)}</Text> : null}
            <Field
              label={words.editValue}
              hint={hint}
              validationState={refusal === null ? "none" : "error"}
              validationMessage={refusal ?? undefined}
            >
              <Textarea
                value={text}
                disabled={!ready}
                onChange={(_event, data) => setText(data.value)}
                data-testid="edit-value"
              />
            </Field>
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{words.cancelDialog}</Button>
            <ActionButton appearance="primary" disabled={!ready} run={apply} data-testid="edit-confirm">
              {words.apply}
            </ActionButton>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

/** A preview that could not be made has another label. */
const wasRead = (preview: Preview): boolean => preview.label === "edit";

/** What stands in the cell now; an empty cell would not change by being emptied. */
async function contentOf(session: Session, { sheet, row, col }: Finding): Promise<Content> {
  const emptied = await session.previewEdit([{ sheet, row, col, value: null }]);
  return wasRead(emptied) ? { value: emptied.changes[0]?.before ?? null } : "unread";
}
