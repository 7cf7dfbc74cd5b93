/** Setting a finding aside, in its card: the reason is asked for, and those given lately are one press away. */
import { useEffect, useRef, useState } from "react";
import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useSession, useWords } from "../session-context";
import { ActionButton } from "../shell/action-button";
import { isComposing } from "../shortcuts";
import { useKeptText } from "../use-kept-text";
import { CHECK_WORDS } from "./words";

/** So many reasons are offered. */
const RECENT = 4;

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  row: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS, alignItems: "center" },
  grow: { flexGrow: 1, minWidth: 0 },
  reason: { minWidth: 0, maxWidth: "100%", height: "auto", overflowWrap: "anywhere", textAlign: "left" },
});

export function IgnoreForm(props: { readonly id: string; readonly onClose: () => void }) {
  const styles = useStyles();
  const words = useWords(CHECK_WORDS);
  const session = useSession();
  const [reason, setReason] = useKeptText(`reason:${props.id}`);
  const [tried, setTried] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus();
  }, []);
  const missing = reason.trim() === "";
  const ignore = async (why: string) => {
    await session.ignore(props.id, why);
    setReason("");
  };
  const submit = async () => {
    setTried(true);
    if (missing) input.current?.focus();
    else await ignore(reason.trim());
  };
  const recent = recentReasons(session.findings()?.ignored.map(({ ignore: each }) => each) ?? []);
  return (
    <div className={styles.root} data-testid="ignore-form">
      <Field
        label={words.ignoreReason}
        validationState={tried && missing ? "error" : "none"}
        validationMessage={tried && missing ? words.reasonMissing : undefined}
      >
        <Input
          ref={input}
          value={reason}
          tabIndex={-1}
          onChange={(_event, data) => setReason(data.value)}
          onKeyDown={(event) => {
            if (isComposing(event.nativeEvent)) return;
            if (event.key === "Enter") {
              event.preventDefault();
              void submit();
            }
            if (event.key === "Escape") {
              event.preventDefault();
              props.onClose();
              event.currentTarget.closest("li")?.querySelector<HTMLElement>("[data-testid=ignore]")?.focus();
            }
          }}
          data-testid="ignore-reason"
        />
      </Field>
      {recent.length > 0 ? (
        <div className={styles.row} role="group" aria-label={words.recentReasons}>
          {recent.map((each) => (
            <ActionButton
              key={each}
              size="small"
              className={styles.reason}
              tabIndex={-1}
              run={() => ignore(each)}
              data-testid="recent-reason"
            >
              {each}
            </ActionButton>
          ))}
        </div>
      ) : null}
      <div className={styles.row}>
        <ActionButton size="small" appearance="primary" tabIndex={-1} run={submit} data-testid="ignore-confirm">
          {words.ignore}
        </ActionButton>
        <Button size="small" tabIndex={-1} onClick={props.onClose}>
          {words.cancelDialog}
        </Button>
      </div>
    </div>
  );
}

/**
 * Different reasons, the latest first.
 * @example recentReasons([{ reason: "已报同意", at: "2025-11-30T08:00:00Z" }]) // ["已报同意"]
 */
function recentReasons(ignores: readonly { readonly reason: string; readonly at: string }[]): readonly string[] {
  const latest = [...ignores].sort((one, other) => (one.at < other.at ? 1 : -1));
  return [...new Set(latest.map(({ reason }) => reason))].slice(0, RECENT);
}
