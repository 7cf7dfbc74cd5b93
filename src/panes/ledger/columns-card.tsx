/**
 * Which column is what, as importers show it: sample values beside every column, those that need a look asked, the rest
 * folded away. A press on a letter shows the column in the sheet; nothing in the sheet is changed for it.
 */
import { makeStyles, tokens } from "@fluentui/react-components";
import type { ColumnKey } from "../../ledger";
import type { ColumnView, LedgerView } from "../../app/session";
import { Disclosure } from "../disclosure";
import { useWords } from "../session-context";
import { ColumnRow } from "./column-row";
import { LEDGER_WORDS } from "./words";

const useStyles = makeStyles({
  asked: {
    padding: `0 ${tokens.spacingHorizontalXS}`,
    borderRadius: tokens.borderRadiusMedium,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: "nowrap",
    color: tokens.colorStatusWarningForeground2,
    backgroundColor: tokens.colorStatusWarningBackground1,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
  },
});

export function Columns(props: { readonly ledger: LedgerView; readonly openAtFirst: boolean }) {
  const { ledger, openAtFirst } = props;
  const styles = useStyles();
  const words = useWords(LEDGER_WORDS);
  const asked = ledger.columns.filter(isAsked);
  const certain = ledger.columns.filter((column) => !isAsked(column));
  return (
    <Disclosure
      testid="columns-header"
      openAtFirst={openAtFirst || asked.length > 0}
      heading={
        <>
          {words.columns}
          {asked.length > 0 ? <span className={styles.asked}>{words.toConfirm(asked.length)}</span> : null}
        </>
      }
    >
      {asked.length > 0 ? (
        <>
          {asked.map((column) => (
            <ColumnRow key={column.col} ledger={ledger} column={column} />
          ))}
          <Disclosure testid="certain-columns" openAtFirst={false} heading={words.certain(certain.length)}>
            {certain.map((column) => (
              <ColumnRow key={column.col} ledger={ledger} column={column} />
            ))}
          </Disclosure>
        </>
      ) : (
        certain.map((column) => <ColumnRow key={column.col} ledger={ledger} column={column} />)
      )}
    </Disclosure>
  );
}

/** Fields that figures hang on. */
const COUNTED: ReadonlySet<ColumnKey> = new Set<ColumnKey>([
  "number",
  "problem",
  "unit",
  "deadline",
  "status",
  "doneDate",
]);

/** What a person should look at: one of several that may be meant, or taken for a field of figures without much ground. */
const isAsked = (column: ColumnView): boolean =>
  column.doubtful ||
  (column.key !== null && COUNTED.has(column.key) && column.score < 0.6 && column.reason !== "override");
