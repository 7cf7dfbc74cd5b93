/** In place of every pane where the workbook could not be read: why, and what to do. */
import { MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { failureSentence } from "../../app/words";
import { useLang, useSession, useSnapshot, useWords } from "../session-context";
import { ActionButton } from "./action-button";
import { useCopyDiagnostics } from "./copying";
import { SHELL_WORDS } from "./words";

export function NotOpened() {
  const words = useWords(SHELL_WORDS);
  const lang = useLang();
  const session = useSession();
  const { failure } = useSnapshot();
  const copyDiagnostics = useCopyDiagnostics();
  return (
    <MessageBar intent="error" layout="multiline" data-testid="failure">
      <MessageBarBody>
        <MessageBarTitle>{words.failedTitle}</MessageBarTitle>
        {failure === null ? null : failureSentence(failure, lang)}
      </MessageBarBody>
      <MessageBarActions>
        <ActionButton run={() => session.retry("open")} data-testid="open-retry">
          {words.retry}
        </ActionButton>
        <ActionButton run={copyDiagnostics} data-testid="open-diagnostics">
          {words.copyDiagnostics}
        </ActionButton>
      </MessageBarActions>
    </MessageBar>
  );
}
