/** The way past counts and filters for the keyboard: seen only while it has the focus. */
import { Button, makeStyles } from "@fluentui/react-components";
import { useWords } from "../session-context";
import { CHECK_WORDS } from "./words";

const useStyles = makeStyles({
  skip: {
    ":not(:focus)": {
      position: "absolute",
      width: "1px",
      height: "1px",
      minWidth: 0,
      padding: 0,
      overflow: "hidden",
      clipPath: "inset(50%)",
    },
  },
});

/** Where the tab key stops in the list. */
const STOPS = ["[data-first]", "[data-card-head]"].map((one) => `[data-testid=finding] ${one}[tabindex="0"]`).join();

export function SkipToFindings() {
  const styles = useStyles();
  const words = useWords(CHECK_WORDS);
  const skip = () => document.querySelector<HTMLElement>(STOPS)?.focus();
  return (
    <Button size="small" className={styles.skip} onClick={skip} data-testid="skip-to-findings">
      {words.skip}
    </Button>
  );
}
