/** Something a person must know about what they have just asked for; loaded when there is something. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from "@fluentui/react-components";

export default function TellDialog(props: {
  readonly title: string;
  readonly text: string;
  readonly close: string;
  readonly onClose: () => void;
}) {
  return (
    <Dialog open onOpenChange={(_event, data) => (data.open ? undefined : props.onClose())}>
      <DialogSurface data-testid="told">
        <DialogBody>
          <DialogTitle>{props.title}</DialogTitle>
          <DialogContent style={{ overflowWrap: "anywhere" }}>{props.text}</DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={props.onClose} data-testid="told-close">
              {props.close}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
