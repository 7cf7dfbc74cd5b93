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

const useStyles = makeStyles({
  text: { overflowWrap: "anywhere" },
  actions: { flexWrap: "wrap", justifyContent: "flex-end" },
});

export function DialogFrame(props: {
  /** Left out: open as long as it is there. */
  readonly open?: boolean;
  readonly title: ReactNode;
  readonly children: ReactNode;
  readonly actions: ReactNode;
  readonly onClose: () => void;
  readonly testid?: string;
  /** A question: only an answer closes it. */
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
          {/* The whole width: in half of it English buttons break into two lines. */}
          <DialogActions className={styles.actions} fluid>
            {props.actions}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
