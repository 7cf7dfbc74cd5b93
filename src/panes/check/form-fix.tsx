/** The fix of a rule that only puts right how a cell is written: what stands there, and what would, one press away. */
import { makeStyles, Text, tokens } from "@fluentui/react-components";
import type { Finding } from "../../rule";
import { useSession, useWords } from "../session-context";
import { ActionButton } from "../shell/action-button";
import { visibleFindings } from "./visible";
import { CHECK_WORDS } from "./words";

const useStyles = makeStyles({
  root: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
  text: { overflowWrap: "anywhere" },
  button: { minWidth: 0, height: "auto", overflowWrap: "anywhere", textAlign: "left" },
});

export function FormFix(props: { readonly finding: Finding; readonly before: string }) {
  const { finding } = props;
  const styles = useStyles();
  const words = useWords(CHECK_WORDS);
  const session = useSession();
  const { fix } = finding;
  if (fix === null) return null;
  return (
    <div className={styles.root}>
      <ActionButton
        size="small"
        appearance="primary"
        className={styles.button}
        tabIndex={0}
        data-first=""
        run={() => session.mend(finding.id, { field: null, value: fix.value })}
        data-testid="fix-one"
      >
        {words.changeTo(String(fix.value ?? ""))}
      </ActionButton>
      <Text size={200} className={styles.text}>
        {visibleFindings(props.before)} → {visibleFindings(fix.value)}
      </Text>
    </div>
  );
}
