/** At the end of a pane: where it goes on; Alt+N goes there from anywhere in the window. */
import { useEffect } from "react";
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowRight16Regular } from "@fluentui/react-icons";
import { useWords } from "../session-context";
import type { PaneName } from "../shell/pane-props";
import { SHELL_WORDS } from "../shell/words";
import { isShortcut } from "../shortcuts";
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
  const { go } = props;
  useEffect(() => {
    if (next === null) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (!isShortcut(event, "N") || document.querySelector("[role=dialog], [role=alertdialog]") !== null) return;
      event.preventDefault();
      go(next);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [next, go]);
  if (next === null) return null;
  return (
    <nav className={styles.root} aria-label={words.onward}>
      <Button
        icon={<ArrowRight16Regular />}
        iconPosition="after"
        onClick={() => go(next)}
        aria-keyshortcuts="Alt+N"
        title={words.nextHint}
        data-testid="next-step"
      >
        {words.next(names[next])}
      </Button>
    </nav>
  );
}
