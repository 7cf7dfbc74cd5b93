/** What to do in the pane that is open. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { DialogFrame } from "../dialog-frame";
import { useWords } from "../session-context";
import { SHELL_WORDS } from "../shell/words";
import type { PaneName } from "../shell/pane-props";
import { HELP_WORDS } from "./help-words";
import { MONTH_WORDS } from "./words";

const useStyles = makeStyles({
  list: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalXL,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
  },
});

export default function HelpDialog(props: { readonly pane: PaneName; readonly onClose: () => void }) {
  const styles = useStyles();
  const words = useWords(MONTH_WORDS);
  const { lines } = useWords(HELP_WORDS);
  const name = useWords(SHELL_WORDS)[props.pane];
  return (
    <DialogFrame
      title={words.label(name, words.help)}
      testid="help"
      onClose={props.onClose}
      actions={
        <Button appearance="primary" onClick={props.onClose} data-testid="help-close">
          {words.close}
        </Button>
      }
    >
      <ol className={styles.list}>
        {lines[props.pane].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </DialogFrame>
  );
}
