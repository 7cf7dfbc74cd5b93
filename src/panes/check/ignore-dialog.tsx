/** Ignoring needs a reason: it is printed where the chief signs. */
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
import type { Finding } from "../../rule";
import { useLang, useWords } from "../session-context";
import { plainList } from "./plain-list";
import { CHECK_WORDS } from "./words";

export function IgnoreDialog(props: {
  readonly finding: Finding | null;
  readonly onClose: () => void;
  readonly onIgnore: (finding: Finding, reason: string) => void;
}) {
  const words = useWords(CHECK_WORDS);
  const lang = useLang();
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const { finding } = props;
  useEffect(() => {
    setReason("");
    setTried(false);
  }, [finding]);
  const missing = reason.trim() === "";
  return (
    <Dialog open={finding !== null} onOpenChange={(_event, data) => (data.open ? undefined : props.onClose())}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.ignoreTitle}</DialogTitle>
          <DialogContent>
            {finding ? <Text block>{plainList([finding], "row", lang)}</Text> : null}
            <Field
              label={words.ignoreReason}
              required
              validationState={tried && missing ? "error" : "none"}
              validationMessage={tried && missing ? words.ignoreReasonMissing : undefined}
            >
              <Textarea value={reason} onChange={(_event, data) => setReason(data.value)} data-testid="ignore-reason" />
            </Field>
          </DialogContent>
          <DialogActions>
            <Button onClick={props.onClose}>{words.cancelDialog}</Button>
            <Button
              appearance="primary"
              data-testid="ignore-confirm"
              onClick={() => {
                setTried(true);
                if (finding && !missing) props.onIgnore(finding, reason.trim());
              }}
            >
              {words.ignoreDo}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
