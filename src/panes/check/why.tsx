/** Why a rule is there and what to do about it, from its page. */
import { useEffect, useRef } from "react";
import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { whyOf } from "../../app/mending";
import { useLang, useWords } from "../session-context";
import { CHECK_WORDS } from "./words";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    overflowWrap: "anywhere",
    paddingLeft: tokens.spacingHorizontalS,
    borderLeft: `2px solid ${tokens.colorNeutralStroke1}`,
  },
  head: { fontWeight: tokens.fontWeightSemibold, paddingRight: tokens.spacingHorizontalS },
});

export function Why(props: { readonly rule: string }) {
  const styles = useStyles();
  const words = useWords(CHECK_WORDS);
  const lang = useLang();
  const root = useRef<HTMLDivElement>(null);
  // Asked for at the foot of its card, which may stand at the foot of the pane.
  useEffect(() => {
    root.current?.scrollIntoView?.({ block: "nearest" });
  }, []);
  const reason = whyOf(props.rule);
  if (reason === null) return null;
  const parts =
    lang === "en"
      ? [["", reason.en]]
      : [
          ["", reason.why],
          [words.todo, reason.todo],
          [words.bad, reason.bad],
          [words.good, reason.good],
        ];
  return (
    <div ref={root} className={styles.root} data-testid="why-text">
      {parts.map(([head, text]) => (
        <Text key={head} size={200} block>
          {head === "" ? null : <span className={styles.head}>{head}</span>}
          {text}
        </Text>
      ))}
    </div>
  );
}
