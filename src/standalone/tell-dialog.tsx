/** Something a person must know about what they have just asked for; loaded when there is something. */
import { Button } from "@fluentui/react-components";
import { DialogFrame } from "../panes/dialog-frame";

export default function TellDialog(props: {
  readonly title: string;
  readonly text: string;
  readonly close: string;
  readonly onClose: () => void;
}) {
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
