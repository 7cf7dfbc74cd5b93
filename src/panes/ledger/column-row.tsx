/** One column: its letter, header and first values, the field it was taken for and why, and the ways to say otherwise. */
import { Button, makeStyles, Select, Text, tokens } from "@fluentui/react-components";
import { COLUMN_KEYS, NO_LEXICON } from "../../app/core";
import type { ColumnView, LedgerView } from "../../app/session";
import { COLUMN_WORDS } from "../../app/words";
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
  select: { minWidth: 0, width: "100%", "& > select": { textOverflow: "ellipsis" } },
  why: { gridColumn: "1 / -1", color: tokens.colorNeutralForeground3 },
  muted: { color: tokens.colorNeutralForeground3 },
  letter: { minWidth: "auto", padding: `0 ${tokens.spacingHorizontalXS}`, fontWeight: tokens.fontWeightSemibold },
});

export function ColumnRow(props: { readonly ledger: LedgerView; readonly column: ColumnView }) {
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
          {taken ? sureness : `${sureness} · ${words.reasons[column.reason]}`}
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
