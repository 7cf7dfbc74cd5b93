/** A newer build is there: it is taken when the person says so, and not before. */
import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { useWords } from "../panes/session-context";
import { newerVersion } from "./register-service-worker";
import { STANDALONE_WORDS } from "./words";

export function NewVersion(props: { readonly onLater: () => void }) {
  const words = useWords(STANDALONE_WORDS);
  return (
    <MessageBar intent="info" layout="multiline" data-testid="new-version">
      <MessageBarBody>{words.newVersion}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" appearance="primary" onClick={newerVersion.take} data-testid="new-version-take">
          {words.newVersionTake}
        </Button>
        <Button size="small" onClick={props.onLater} data-testid="new-version-later">
          {words.later}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
