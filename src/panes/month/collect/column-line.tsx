/** Columns of which one is meant; a choice holds for all files of the unit. */
import { useMemo } from "react";
import { Button, Text } from "@fluentui/react-components";
import { COLUMN_WORDS } from "../../../app/words";
import { useCounts } from "../../ledger/use-counts";
import { useLang, useSession, useSnapshot, useWords } from "../../session-context";
import { useMonthStyles } from "../styles";
import type { IssueProps } from "./issue-line";
import { COLLECT_WORDS } from "./words";

export function ColumnLine({ issue, unit, collection, view }: IssueProps<"column">) {
  const styles = useMonthStyles();
  const words = useWords(COLLECT_WORDS);
  const lang = useLang();
  const session = useSession();
  const { workbook } = useSnapshot();
  const counts = useCounts();
  const { doubt, file } = issue;
  const options = useMemo(() => doubt.options.filter(({ kind }) => kind === undefined), [doubt]);
  const take = (option: (typeof options)[number]): void => {
    const { field, among } = doubt;
    if (field === "kind") return;
    const choice = { field, among, take: option.header || option.letter, ...(unit !== null && { unit }) };
    const others = view.choices.filter(
      (one) => one.field !== field || one.unit !== choice.unit || String(one.among) !== String(among),
    );
    collection.change({ choices: [...others, choice] });
    if (workbook !== null) void session.settleColumns([choice]);
  };
  const field = COLUMN_WORDS[doubt.field][lang];
  return (
    <>
      <Text className={styles.text}>{words.column(file, field)}</Text>
      {options.map((option) => (
        <div key={option.col} className={styles.row} data-testid="collect-column" data-header={option.header}>
          <Button size="small" className={styles.wrap} onClick={() => take(option)}>
            {words.take(option.header || option.letter)}
          </Button>
          <Text size={200} className={styles.muted}>
            {counts(doubt, option.figures)}
            {option.col === doubt.taken ? ` · ${words.now}` : ""}
          </Text>
        </div>
      ))}
    </>
  );
}
