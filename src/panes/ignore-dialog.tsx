/** Setting a finding aside needs a reason, in a ledger as in a notice. */
import { useEffect, useState } from "react";
import { Button, Field, Text, Textarea } from "@fluentui/react-components";
import { DialogFrame } from "./dialog-frame";
import { useWords } from "./session-context";
import { useKeptText } from "./use-kept-text";
import { say } from "./words";

const WORDS = {
  title: say("忽略这一条", "Ignore this finding"),
  missing: say("请写明理由", "Please give a reason"),
  cancel: say("取消", "Cancel"),
  ignore: say("忽略", "Ignore"),
};

export function IgnoreDialog(props: {
  /** The finding and its sentence; null: the dialog is closed. */
  readonly finding: { readonly id: string; readonly text: string } | null;
  /** What is said of the reason. */
  readonly label: string;
  readonly onClose: () => void;
  readonly onIgnore: (id: string, reason: string) => void;
}) {
  const words = useWords(WORDS);
  const [tried, setTried] = useState(false);
  const { finding } = props;
  const id = finding?.id;
  const [reason, setReason] = useKeptText(`reason:${id ?? ""}`);
  useEffect(() => {
    setTried(false);
  }, [id]);
  const missing = reason.trim() === "";
  return (
    <DialogFrame
      open={finding !== null}
      title={words.title}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose}>{words.cancel}</Button>
          <Button
            appearance="primary"
            data-testid="ignore-confirm"
            onClick={() => {
              setTried(true);
              if (!finding || missing) return;
              props.onIgnore(finding.id, reason.trim());
              setReason("");
            }}
          >
            {words.ignore}
          </Button>
        </>
      }
    >
      {finding ? <Text block>{finding.text}</Text> : null}
      <Field
        label={props.label}
        required
        validationState={tried && missing ? "error" : "none"}
        validationMessage={tried && missing ? words.missing : undefined}
      >
        <Textarea value={reason} onChange={(_event, data) => setReason(data.value)} data-testid="ignore-reason" />
      </Field>
    </DialogFrame>
  );
}
