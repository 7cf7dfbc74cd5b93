/** Sheets that are not counted, and why; each can be taken in, and put out again. */
import { makeStyles, Text, tokens } from "@fluentui/react-components";
import type { PassedOver } from "../../ledger";
import { passedOverText } from "../../app/words";
import { Card } from "../card";
import { useLang, useSession, useSnapshot, useWords } from "../session-context";
import { ActionButton } from "../shell/action-button";
import { BAR_WORDS } from "./bar-words";
import { LedgerHeading } from "./heading";

const useStyles = makeStyles({
  row: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, flexWrap: "wrap", minWidth: 0 },
  grow: { flexGrow: 1, minWidth: 0 },
  muted: { color: tokens.colorNeutralForeground3 },
});

export function PassedOverCard(props: { readonly passedOver: readonly PassedOver[] }) {
  const styles = useStyles();
  const words = useWords(BAR_WORDS);
  const lang = useLang();
  const session = useSession();
  const { corrections } = useSnapshot();
  return (
    <Card>
      <LedgerHeading>{words.passedOver}</LedgerHeading>
      {props.passedOver.map((passed, index) => (
        <div key={`${passed.sheet}-${index}`} className={styles.row}>
          <Text className={styles.grow}>
            <b>{passed.sheet}</b> <span className={styles.muted}>{passedOverText(passed, lang)}</span>
          </Text>
          {passed.why === "hidden" ||
          passed.why === "notALedger" ||
          passed.why === "olderVersion" ||
          passed.why === "notChosen" ? (
            <ActionButton size="small" run={() => session.useSheet(passed.sheet, true)}>
              {words.useSheet}
            </ActionButton>
          ) : null}
        </div>
      ))}
      {[...corrections]
        .filter(([, correction]) => correction.use === true)
        .map(([sheet]) => (
          <div key={sheet} className={styles.row}>
            <Text className={styles.grow}>{sheet}</Text>
            <ActionButton size="small" run={() => session.useSheet(sheet, undefined)}>
              {words.undoColumn}
            </ActionButton>
          </div>
        ))}
    </Card>
  );
}
