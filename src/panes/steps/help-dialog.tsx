/** What to do in the pane that is open. */
import { Button, Link, makeStyles, Text, tokens } from "@fluentui/react-components";
import { DialogFrame } from "../dialog-frame";
import { useSession, useSnapshot, useWords } from "../session-context";
import { SHELL_WORDS } from "../shell/words";
import type { PaneName } from "../shell/pane-props";
import { anchorOf, CHAPTERS, EXCEL_CHAPTER, HELD_CHAPTER, HELP_WORDS } from "./help-words";
import { MONTH_WORDS } from "./words";

const useStyles = makeStyles({
  list: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalXL,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
  },
  more: { marginTop: tokens.spacingVerticalM, color: tokens.colorNeutralForeground2 },
});

export default function HelpDialog(props: { readonly pane: PaneName; readonly onClose: () => void }) {
  const styles = useStyles();
  const words = useWords(MONTH_WORDS);
  const help = useWords(HELP_WORDS);
  const session = useSession();
  const { workbook } = useSnapshot();
  const name = useWords(SHELL_WORDS)[props.pane];
  const isHeld = props.pane === "summary" && (session.held()?.held.length ?? 0) > 0;
  const chapter = isHeld
    ? HELD_CHAPTER
    : workbook?.host === "excel" && props.pane === "check"
      ? EXCEL_CHAPTER
      : CHAPTERS[props.pane];
  const guide = document.querySelector<HTMLLinkElement>("link[rel=help]")?.href;
  return (
    <DialogFrame
      title={words.helpOf(name)}
      testid="help"
      onClose={props.onClose}
      actions={
        <Button appearance="primary" onClick={props.onClose} data-testid="help-close">
          {words.close}
        </Button>
      }
    >
      <ol className={styles.list}>
        {help.lines[props.pane].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <Text block className={styles.more}>
        {help.keys}
      </Text>
      <Text block className={styles.more} data-testid="help-guide">
        {guide === undefined ? (
          help.guide(chapter)
        ) : (
          <Link href={`${guide}#${anchorOf(chapter)}`} target="_blank" rel="noopener">
            {help.picture(chapter)}
          </Link>
        )}
      </Text>
    </DialogFrame>
  );
}
