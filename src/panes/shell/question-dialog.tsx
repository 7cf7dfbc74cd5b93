/** A question before something that cannot be taken back. */
import { Button } from "@fluentui/react-components";
import { DialogFrame } from "../dialog-frame";
import { ActionButton } from "./action-button";

interface Way {
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
  return (
    <DialogFrame
      question
      title={props.title}
      onClose={props.onCancel}
      testid={props.testid}
      actions={
        <>
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
        </>
      }
    >
      {props.text}
    </DialogFrame>
  );
}
