/** The frame of every dialog: title, content, and below it what can be done. Escape and a press beside it close it. */
import type { ReactNode } from "react";
import {
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
} from "@fluentui/react-components";

const useStyles = makeStyles({ text: { overflowWrap: "anywhere" }, actions: { flexWrap: "wrap" } });

export function DialogFrame(props: {
  /** Left out: open as long as it is there. */
  readonly open?: boolean;
  readonly title: ReactNode;
  readonly children: ReactNode;
  readonly actions: ReactNode;
  readonly onClose: () => void;
  readonly testid?: string;
  /** A question: only an answer closes it, and its long answers have the whole width. */
  readonly question?: boolean;
}) {
  const styles = useStyles();
  const { question = false } = props;
  return (
    <Dialog
      open={props.open ?? true}
      modalType={question ? "alert" : "modal"}
      onOpenChange={(_event, data) => (data.open ? undefined : props.onClose())}
    >
      <DialogSurface data-testid={props.testid}>
        <DialogBody>
          <DialogTitle>{props.title}</DialogTitle>
          <DialogContent className={typeof props.children === "string" ? styles.text : undefined}>
            {props.children}
          </DialogContent>
          <DialogActions className={question ? styles.actions : undefined} fluid={question}>
            {props.actions}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
