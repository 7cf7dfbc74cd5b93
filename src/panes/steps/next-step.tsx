/** At the end of a pane: where it goes on. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowRight16Regular } from "@fluentui/react-icons";
import { useWords } from "../session-context";
import type { PaneName } from "../shell/pane-props";
import { SHELL_WORDS } from "../shell/words";
import { nextPane } from "./steps";
import { MONTH_WORDS } from "./words";

const useStyles = makeStyles({
  root: {
    display: "flex",
    justifyContent: "flex-end",
    paddingTop: tokens.spacingVerticalM,
    "@media print": { display: "none" },
  },
});

export default function NextStep(props: { readonly pane: PaneName; readonly go: (pane: PaneName) => void }) {
  const styles = useStyles();
  const words = useWords(MONTH_WORDS);
  const names = useWords(SHELL_WORDS);
  const next = nextPane(props.pane);
  if (next === null) return null;
  return (
    <nav className={styles.root} aria-label={words.onward}>
      <Button
        icon={<ArrowRight16Regular />}
        iconPosition="after"
        onClick={() => props.go(next)}
        data-testid="next-step"
      >
        {words.next(names[next])}
      </Button>
    </nav>
  );
}
