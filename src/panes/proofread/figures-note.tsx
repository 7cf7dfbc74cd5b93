/** What of a draft was held against the ledger; a press lists what was not, to be checked by hand. */
import { useState } from "react";
import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import type { ProofreadDraft } from "../../app/proofread-draft";
import { useWords } from "../session-context";
import { PROOFREAD_WORDS } from "./words";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXS, minWidth: 0 },
  line: { display: "flex", alignItems: "center", flexWrap: "wrap", columnGap: tokens.spacingHorizontalS },
  muted: { color: tokens.colorNeutralForeground3 },
  list: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXL,
    maxHeight: "40vh",
    overflowY: "auto",
    overflowWrap: "anywhere",
  },
});

export function FiguresNote(props: {
  readonly figures: ProofreadDraft["figures"];
  readonly placeOf: (line: number) => string;
}) {
  const styles = useStyles();
  const words = useWords(PROOFREAD_WORDS);
  const [open, setOpen] = useState(false);
  if (props.figures === null) return null;
  const { compared, uncompared } = props.figures;
  if (compared + uncompared.length === 0) return null;
  return (
    <div className={styles.root} data-testid="proof-figures">
      <div className={styles.line}>
        <Text className={styles.muted}>{words.compared(compared, uncompared.length)}</Text>
        {uncompared.length > 0 ? (
          <Button
            size="small"
            appearance="subtle"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
            data-testid="proof-uncompared"
          >
            {open ? words.hideUncompared : words.showUncompared}
          </Button>
        ) : null}
      </div>
      {open ? (
        // Scrollable, so the keyboard has to reach it.
        <ul className={styles.list} tabIndex={0} aria-label={words.showUncompared}>
          {uncompared.map(({ line, start, quote }) => (
            <li key={`${line}:${start}`}>
              <Text>
                {props.placeOf(line)} {quote}
              </Text>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
