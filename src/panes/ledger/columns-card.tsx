/**
 * Which column is what, as importers show it: sample values beside every column, those that need a look asked, the rest
 * folded away. A press on a letter shows the column in the sheet; nothing in the sheet is changed for it.
 */
import { Button, makeStyles, Select, Text, tokens } from "@fluentui/react-components";
import { COLUMN_KEYS, NO_LEXICON } from "../../app/core";
import type { ColumnKey } from "../../ledger";
import { COLUMN_WORDS } from "../../app/words";
import type { ColumnView, LedgerView } from "../../app/session";
import { Disclosure } from "../disclosure";
import { useLang, useSession, useSnapshot, useWords } from "../session-context";
import { ActionButton } from "../shell/action-button";
import { LEDGER_WORDS } from "./words";

const useStyles = makeStyles({
  column: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalS,
    rowGap: "2px",
    padding: `${tokens.spacingVerticalXS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    alignItems: "center",
  },
  header: { overflowWrap: "anywhere" },
  select: { minWidth: 0, width: "100%" },
  why: { gridColumn: "1 / -1", color: tokens.colorNeutralForeground3 },
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
  muted: { color: tokens.colorNeutralForeground3 },
  letter: { minWidth: "auto", padding: `0 ${tokens.spacingHorizontalXS}`, fontWeight: tokens.fontWeightSemibold },
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

function ColumnRow(props: { readonly ledger: LedgerView; readonly column: ColumnView }) {
  const { ledger, column } = props;
  const styles = useStyles();
  const words = useWords(LEDGER_WORDS);
  const lang = useLang();
  const session = useSession();
  const { corrections, remembered } = useSnapshot();
  const taken = column.reason === "override";
  // The lexicon names columns, too: what a person chose in this ledger can be taken back here, and remembered for others.
  const byHand = taken && column.key !== null && corrections.get(ledger.sheet)?.columns?.[column.key] === column.col;
  const header = column.header.split("/").pop() ?? "";
  // Chosen in another workbook with the same headers, and remembered for all.
  const choices = byHand ? [] : remembered.filter(({ field, take }) => field === column.key && take === column.header);
  const isChoice = taken && choices.length > 0;
  const change = async (value: string) => {
    const key = COLUMN_KEYS.find((k) => k === value);
    // The field this column had before must not hold on to it.
    if (column.key && column.key !== key) await session.correctColumn(ledger.sheet, column.key, null);
    if (key) await session.correctColumn(ledger.sheet, key, column.col);
  };
  const sureness = taken
    ? byHand
      ? words.byHand
      : isChoice
        ? words.byChoice
        : words.byLexicon
    : column.score >= 0.8
      ? words.sure
      : column.score >= 0.6
        ? words.likely
        : words.unsure;
  return (
    <div className={styles.column}>
      <Text className={styles.header}>
        <Button
          size="small"
          appearance="subtle"
          className={styles.letter}
          title={words.showColumn}
          aria-label={`${words.showColumn} ${column.letter}`}
          onClick={() =>
            void session.selectRows([{ sheet: ledger.sheet, row: ledger.headerArea.bottom, col: column.col }])
          }
          data-testid={`show-column-${column.letter}`}
        >
          {column.letter}
        </Button>{" "}
        {column.header}
        {column.samples.length > 0 ? (
          <Text block size={100} className={styles.muted}>
            {words.samples(column.samples)}
          </Text>
        ) : null}
      </Text>
      <Select
        className={styles.select}
        size="small"
        value={column.key ?? ""}
        aria-label={`${words.columnOf(column.letter)} ${column.header}`}
        data-testid={`column-${column.letter}`}
        onChange={(_event, data) => void change(data.value)}
      >
        <option value="">{words.noField}</option>
        {COLUMN_KEYS.map((key) => (
          <option key={key} value={key}>
            {COLUMN_WORDS[key][lang]}
          </option>
        ))}
      </Select>
      {column.key && column.reason ? (
        <Text size={100} className={styles.why}>
          {sureness} · {words.reasons[column.reason]}
          {column.runnerUp && !taken ? ` · ${words.runnerUp(COLUMN_WORDS[column.runnerUp.key][lang])}` : ""}
          {column.itemLevel ? ` · ${words.itemLevel}` : ""}
          {isChoice ? (
            <ActionButton
              size="small"
              appearance="transparent"
              run={() => session.settleColumns(choices, false)}
              data-testid={`forget-choice-${column.letter}`}
            >
              {words.forgetChoice}
            </ActionButton>
          ) : null}
          {byHand && column.key ? (
            <ActionButton
              size="small"
              appearance="transparent"
              run={async () => {
                if (column.key) await session.correctColumn(ledger.sheet, column.key, undefined);
              }}
            >
              {words.undoColumn}
            </ActionButton>
          ) : null}
          {byHand && header !== "" ? (
            <ActionButton
              size="small"
              appearance="transparent"
              run={async () => {
                if (column.key) await session.teach({ ...NO_LEXICON, headers: { [header]: column.key } });
              }}
              data-testid={`teach-column-${column.letter}`}
            >
              {words.teachColumn}
            </ActionButton>
          ) : null}
        </Text>
      ) : null}
    </div>
  );
}
