/** A question before something that cannot be taken back. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
} from "@fluentui/react-components";
import { ActionButton } from "./action-button";

const useStyles = makeStyles({ text: { overflowWrap: "anywhere" }, actions: { flexWrap: "wrap" } });

export interface Way {
  readonly label: string;
  readonly testid: string;
  readonly primary?: boolean;
  readonly run: () => Promise<unknown>;
}

export function QuestionDialog(props: {
  readonly title: string;
  readonly text: string;
  /** What can be chosen, besides 取消. */
  readonly ways: readonly Way[];
  readonly cancel: string;
  readonly testid: string;
  readonly onCancel: () => void;
}) {
  const styles = useStyles();
  return (
    <Dialog open modalType="alert" onOpenChange={(_event, data) => (data.open ? undefined : props.onCancel())}>
      <DialogSurface data-testid={props.testid}>
        <DialogBody>
          <DialogTitle>{props.title}</DialogTitle>
          <DialogContent className={styles.text}>{props.text}</DialogContent>
          <DialogActions className={styles.actions} fluid>
            {props.ways.map((way) => (
              <ActionButton
                key={way.testid}
                appearance={way.primary ? "primary" : "secondary"}
                run={way.run}
                data-testid={way.testid}
              >
                {way.label}
              </ActionButton>
            ))}
            <Button onClick={props.onCancel} data-testid="question-cancel">
              {props.cancel}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
