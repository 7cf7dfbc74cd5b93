/** What is not filled in. */
import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { type Missing } from "../../app/documents";
import { qualified } from "../../grid";
import { useWords } from "../session-context";
import { NOTICE_WORDS } from "./words";

const useStyles = makeStyles({
  missing: { listStyleType: "none", margin: 0, padding: 0, maxHeight: "30vh", overflowY: "auto", overflowX: "hidden" },
  entry: {
    width: "100%",
    minWidth: 0,
    height: "auto",
    justifyContent: "flex-start",
    textAlign: "left",
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: "anywhere",
  },
  muted: { color: tokens.colorNeutralForeground3 },
});

/** Open places shown; the rest is counted. */
const MOST_MISSING = 200;

/** What is not filled in, each leading to where it is. */
export function MissingList(props: {
  readonly missing: readonly Missing[];
  readonly onGo: (missing: Missing) => void;
}) {
  const styles = useStyles();
  const words = useWords(NOTICE_WORDS);
  return (
    <ul className={styles.missing} data-testid="missing">
      {props.missing.slice(0, MOST_MISSING).map((missing, index) => (
        <li key={index}>
          <Button appearance="subtle" size="small" className={styles.entry} onClick={() => props.onGo(missing)}>
            <span>
              {missing.name}{" "}
              <Text size={200} className={styles.muted}>
                {missing.fact !== null
                  ? words.byForm
                  : missing.ref
                    ? words.byLedger(qualified(missing.ref.sheet, missing.ref.row, missing.ref.col))
                    : null}
              </Text>
            </span>
          </Button>
        </li>
      ))}
    </ul>
  );
}
