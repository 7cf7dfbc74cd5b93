/** Kinds that are listed one by one beside the problems. */
import { Checkbox, makeStyles, Text, tokens } from "@fluentui/react-components";
import { KIND_WORDS } from "../../app/words";
import type { Kind } from "../../ledger";
import { useLang, useSnapshot, useWords } from "../session-context";
import { asHeading } from "../words";
import { NOTICE_WORDS } from "./words";

const useStyles = makeStyles({
  row: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, flexWrap: "wrap" },
  muted: { color: tokens.colorNeutralForeground3 },
});

export const LISTED: readonly Kind[] = ["immediate", "matter", "letter", "clue"];

/** Kinds that are listed one by one beside the problems, of those the ledgers have. */
export function AlsoListed(props: {
  readonly list: ReadonlySet<Kind>;
  readonly onChange: (list: readonly Kind[]) => void;
}) {
  const styles = useStyles();
  const words = useWords(NOTICE_WORDS);
  const lang = useLang();
  const { ledgers } = useSnapshot();
  const kinds = LISTED.filter((kind) => ledgers.some((ledger) => ledger.kind === kind));
  if (kinds.length === 0) return null;
  return (
    <div>
      <Text weight="semibold">{words.also}</Text>
      <div className={styles.row}>
        {kinds.map((kind) => (
          <Checkbox
            key={kind}
            label={asHeading(KIND_WORDS[kind][lang])}
            checked={props.list.has(kind)}
            data-testid={`list-${kind}`}
            onChange={(_event, data) => {
              const next = LISTED.filter((each) => (each === kind ? data.checked === true : props.list.has(each)));
              props.onChange(next);
            }}
          />
        ))}
      </div>
      <Text size={200} className={styles.muted}>
        {words.alsoHint}
      </Text>
    </div>
  );
}
