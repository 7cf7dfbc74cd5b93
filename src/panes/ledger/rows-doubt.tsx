/** Rows that may be items or not: both figures, settled by one press. */
import { Button, MessageBar, MessageBarBody, MessageBarTitle, Text } from "@fluentui/react-components";
import type { LedgerView, RowDoubtView } from "../../app/session";
import { useSession, useWords } from "../session-context";
import { ActionButton } from "../shell/action-button";
import { useDoubtStyles } from "./doubt-styles";
import { useCounts } from "./use-counts";
import { DOUBT_WORDS } from "./doubt-words";

const MOST_ROWS = 6;

export function RowsDoubt(props: { readonly ledger: LedgerView; readonly doubt: RowDoubtView }) {
  const { doubt, ledger } = props;
  const styles = useDoubtStyles();
  const words = useWords(DOUBT_WORDS);
  const session = useSession();
  const counts = useCounts();
  const { rows, text, why, counted, figures, otherwise } = doubt;
  const shown = `${rows
    .slice(0, MOST_ROWS)
    .map((row) => row + 1)
    .join("、")}${rows.length > MOST_ROWS ? "…" : ""}`;
  const both = { field: "problem" as const, options: [{ figures }, { figures: otherwise }] };
  const first = { sheet: ledger.sheet, row: rows[0] ?? 0, col: ledger.headerArea.left };
  return (
    <MessageBar intent="warning" layout="multiline" className={styles.bar} data-testid="row-doubt" data-why={why}>
      <MessageBarBody>
        <MessageBarTitle>{words.rowsTitle(shown)}</MessageBarTitle>
        <Text block size={200}>
          {text === "" ? "" : `“${text}”：`}
          {words.rowsWhy[why]}
          {words.rowsHeld}
        </Text>
        {[true, false].map((item) => (
          <div key={String(item)} className={styles.option} data-testid="row-option">
            <Text size={200} className={styles.text}>
              {counts(both, item === counted ? figures : otherwise)}
            </Text>
            <ActionButton
              size="small"
              run={() => session.correctRows(ledger.sheet, doubt.keys, item)}
              data-testid={item ? "row-item" : "row-none"}
            >
              {item ? words.rowItem : words.rowNone}
            </ActionButton>
          </div>
        ))}
        <Button
          size="small"
          appearance="transparent"
          onClick={() => void session.selectRows([first])}
          data-testid="row-show"
        >
          {words.showRow}
        </Button>
      </MessageBarBody>
    </MessageBar>
  );
}
