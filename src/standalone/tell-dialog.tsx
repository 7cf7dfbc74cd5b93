/** Something a person must know about what they have just asked for; loaded when there is something. */
import { Button } from "@fluentui/react-components";
import { DialogFrame } from "../panes/dialog-frame";

/** A heading and what is to be known. */
export interface Told {
  readonly title: string;
  readonly text: string;
}

export default function TellDialog(props: Told & { readonly close: string; readonly onClose: () => void }) {
  return (
    <DialogFrame
      title={props.title}
      onClose={props.onClose}
      testid="told"
      actions={
        <Button appearance="primary" onClick={props.onClose} data-testid="told-close">
          {props.close}
        </Button>
      }
    >
      {props.text}
    </DialogFrame>
  );
}
