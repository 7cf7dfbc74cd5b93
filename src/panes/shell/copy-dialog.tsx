/** Shown where every way of copying is blocked: the text, selected, to be copied by hand. */
import { useEffect, useRef } from "react";
import { Button, Text, Textarea } from "@fluentui/react-components";
import { DialogFrame } from "../dialog-frame";

export function CopyDialog(props: {
  readonly text: string | null;
  readonly title: string;
  readonly hint: string;
  readonly close: string;
  readonly onClose: () => void;
}) {
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (props.text !== null) area.current?.select();
  }, [props.text]);
  return (
    <DialogFrame
      open={props.text !== null}
      title={props.title}
      onClose={props.onClose}
      actions={<Button onClick={props.onClose}>{props.close}</Button>}
    >
      <Text block>{props.hint}</Text>
      <Textarea
        ref={area}
        readOnly
        value={props.text ?? ""}
        rows={10}
        style={{ width: "100%" }}
        aria-label={props.title}
        data-testid="copy-by-hand"
      />
    </DialogFrame>
  );
}
