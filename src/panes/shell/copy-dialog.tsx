/** Shown where every way of copying is blocked: the text, selected, to be copied by hand. */
import { useEffect, useRef } from "react";
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Text,
  Textarea,
} from "@fluentui/react-components";

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
    <Dialog open={props.text !== null} onOpenChange={(_event, data) => (data.open ? undefined : props.onClose())}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{props.title}</DialogTitle>
          <DialogContent>
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
          </DialogContent>
          <DialogActions>
            <Button onClick={props.onClose}>{props.close}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
