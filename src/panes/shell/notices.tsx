/** Bars above the panes: what was not kept, what was interrupted, what was not downloaded at the last visit. */
import { useState } from "react";
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  type MessageBarProps,
} from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { StorageReason } from "../../app/session";
import { useSession, useSnapshot, useWords } from "../session-context";
import { ActionButton } from "./action-button";
import { LINE_WORDS } from "./status-words";

// Above the panel, which takes what is left.
const useStyles = makeStyles({ bar: { flexShrink: 0 } });

export function Notices() {
  const words = useWords(LINE_WORDS);
  const session = useSession();
  const { journal, recovery, storage } = useSnapshot();
  const [told, setTold] = useState<ReadonlySet<StorageReason>>(new Set());
  return (
    <>
      {storage !== null && !told.has(storage) ? (
        <Bar
          intent="warning"
          testid="storage"
          reason={storage}
          actions={
            <>
              <ActionButton size="small" run={session.tryKeeping} data-testid="storage-retry">
                {words.retry}
              </ActionButton>
              <Button size="small" onClick={() => setTold(new Set([...told, storage]))} data-testid="storage-close">
                {words.understood}
              </Button>
            </>
          }
        >
          {words.storage[storage]}
        </Bar>
      ) : null}
      {journal.unfinished ? (
        <Bar
          intent="warning"
          testid="unfinished"
          actions={
            <ActionButton size="small" run={session.undo}>
              {words.undo}
            </ActionButton>
          }
        >
          {words.unfinished}
        </Bar>
      ) : null}
      {recovery ? (
        <Bar
          intent="info"
          testid="recovery"
          actions={
            <>
              <ActionButton size="small" appearance="primary" run={session.recover} data-testid="recover">
                {words.recover}
              </ActionButton>
              <ActionButton size="small" run={session.dismissRecovery} data-testid="dismiss-recovery">
                {words.dismissRecovery}
              </ActionButton>
            </>
          }
        >
          {recovery.elsewhere ? words.recoveryElsewhere(recovery.cells) : words.recovery(recovery.cells)}
        </Bar>
      ) : null}
    </>
  );
}

function Bar(props: {
  readonly intent: NonNullable<MessageBarProps["intent"]>;
  readonly testid: string;
  readonly reason?: string;
  readonly actions: ReactNode;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  return (
    <MessageBar
      className={styles.bar}
      intent={props.intent}
      layout="multiline"
      data-testid={props.testid}
      data-reason={props.reason}
    >
      <MessageBarBody>{props.children}</MessageBarBody>
      <MessageBarActions>{props.actions}</MessageBarActions>
    </MessageBar>
  );
}
