/** Findings that were set aside, with their reasons, behind their number; each comes back on a press. */
import { useState } from "react";
import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { Card } from "./card";
import { ActionButton } from "./shell/action-button";

const useStyles = makeStyles({
  row: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS },
  grow: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere" },
  muted: { color: tokens.colorNeutralForeground3 },
});

export function SetAside(props: {
  readonly heading: string;
  readonly findings: readonly { readonly id: string; readonly text: string; readonly reason: string }[];
  readonly restore: string;
  readonly onRestore: (id: string) => Promise<unknown>;
}) {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  if (props.findings.length === 0) return null;
  return (
    <Card>
      <Button appearance="transparent" onClick={() => setOpen(!open)} data-testid="show-ignored" aria-expanded={open}>
        {props.heading}
      </Button>
      {open
        ? props.findings.map(({ id, text, reason }) => (
            <div key={id} className={styles.row}>
              <Text size={200} className={styles.grow}>
                {text}
                <br />
                <span className={styles.muted}>{reason}</span>
              </Text>
              <ActionButton size="small" run={() => props.onRestore(id)} data-testid="restore">
                {props.restore}
              </ActionButton>
            </div>
          ))
        : null}
    </Card>
  );
}
