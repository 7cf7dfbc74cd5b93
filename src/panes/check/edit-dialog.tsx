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
import type { CellValue } from "../../ledger/grid";
import { cellName } from "../../ledger/address";
import { messageOf } from "../../check/message";
import type { Finding } from "../../finding/types";
import type { Preview } from "../../app/session";
import { useLang, useSession, useWords } from "../session-context";
import { CHECK_WORDS } from "./words";

/** Text as typed; a plain number stays a number where the cell held one, an empty field empties the cell. */
export function typedValue(text: string, before: CellValue): CellValue {
  if (text.trim() === "") return null;
  if (typeof before === "number" && /^-?\d{1,15}(\.\d{1,10})?$/.test(text.trim())) return Number(text);
  return text;
}

export function EditDialog(props: {
  readonly finding: Finding | null;
  readonly onClose: () => void;
  readonly onApply: (preview: Preview) => void;
}) {
  const { finding, onApply } = props;
  const words = useWords(CHECK_WORDS);
  const lang = useLang();
  const session = useSession();
  const [before, setBefore] = useState<CellValue | undefined>(undefined);
  const [text, setText] = useState("");
  useEffect(() => {
    setBefore(undefined);
    setText("");
    if (!finding) return;
    let current = true;
    const { sheet, row, col } = finding;
    void session.previewEdit([{ sheet, row, col, value: null }]).then((preview) => {
      if (!current) return;
      const value = preview.changes[0]?.before ?? null;
      setBefore(value);
      setText(value === null ? "" : String(value));
    });
    return () => {
      current = false;
    };
  }, [finding, session]);
  const apply = async () => {
    if (!finding || before === undefined) return;
    const { sheet, row, col } = finding;
    onApply(await session.previewEdit([{ sheet, row, col, value: typedValue(text, before) }]));
  };
  return (
    <Dialog open={finding !== null} onOpenChange={(_event, data) => (data.open ? undefined : props.onClose())}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{finding ? words.editTitle(cellName(finding.row, finding.col)) : ""}</DialogTitle>
          <DialogContent>
            {finding ? <Text block>{messageOf(finding, lang)}</Text> : null}
            <Field label={words.editValue} hint={words.editHint}>
              <Textarea
                value={text}
                disabled={before === undefined}
                onChange={(_event, data) => setText(data.value)}
                data-testid="edit-value"
              />
            </Field>
          </DialogContent>
          <DialogActions>
            <Button onClick={props.onClose}>{words.cancelDialog}</Button>
            <Button
              appearance="primary"
              disabled={before === undefined}
              onClick={() => void apply()}
              data-testid="edit-confirm"
            >
              {words.apply}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
