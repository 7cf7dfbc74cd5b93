/** Mends one cell by hand: the sheet itself is read-only on the page, and in Excel this goes through the same journal. */
import { useEffect, useRef, useState } from "react";
import { Button, Field, Text, Textarea } from "@fluentui/react-components";
import { DialogFrame } from "../dialog-frame";
import { cellName } from "../../grid";
import { messageOf } from "../../app/core";
import type { Finding } from "../../rule";
import type { CellContent, Preview } from "../../app/session";
import { editOutcomeText } from "../../app/words";
import { useLang, useSession, useSnapshot, useWords } from "../session-context";
import { ActionButton } from "../shell/action-button";
import { waitingText } from "../shell/activity-text";
import { CHECK_WORDS } from "./words";

/** What of the cell is known: nothing yet, that it could not be read, or its content. */
type Content = CellContent | "reading" | "unread";

export function EditDialog(props: { readonly finding: Finding | null; readonly onClose: () => void }) {
  const { finding, onClose } = props;
  // While the dialog goes it shows what it showed.
  const shown = useRef(finding);
  if (finding !== null) shown.current = finding;
  const about = shown.current;
  /** Ends the writing that waits for its turn, or for Excel. */
  const writing = useRef<AbortController | null>(null);
  const leave = () => {
    writing.current?.abort();
    onClose();
  };
  const words = useWords(CHECK_WORDS);
  const lang = useLang();
  const session = useSession();
  const { waiting } = useSnapshot();
  const [content, setContent] = useState<Content>("reading");
  const [text, setText] = useState("");
  const [refusal, setRefusal] = useState<string | null>(null);
  useEffect(() => {
    if (!finding) return;
    setContent("reading");
    setText("");
    setRefusal(null);
    let current = true;
    void session.readCell(finding).then((found) => {
      if (!current) return;
      setContent(found ?? "unread");
      if (found !== null) setText(found.text);
    });
    return () => {
      current = false;
    };
  }, [finding, session]);
  const apply = async () => {
    if (!finding || typeof content === "string") return;
    const { sheet, row, col } = finding;
    setRefusal(null);
    const preview = await session.previewEdit([{ sheet, row, col, typed: text }]);
    if (!wasRead(preview)) {
      // Why stands in the line at the bottom.
      setRefusal(words.notWritten);
      return;
    }
    const controller = new AbortController();
    writing.current = controller;
    const outcome = await session.apply(preview, { signal: controller.signal });
    writing.current = null;
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
    <DialogFrame
      open={finding !== null}
      title={about ? words.editTitle(cellName(about.row, about.col)) : ""}
      onClose={leave}
      actions={
        <>
          <Button onClick={leave}>{words.cancelDialog}</Button>
          <ActionButton appearance="primary" disabled={!ready} run={apply} data-testid="edit-confirm">
            {words.apply}
          </ActionButton>
        </>
      }
    >
      {about ? <Text block>{messageOf(about, lang)}</Text> : null}
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
    </DialogFrame>
  );
}

/** A preview that could not be made has another label. */
const wasRead = (preview: Preview): boolean => preview.label === "edit";
