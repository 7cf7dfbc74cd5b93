/** A line of a list of items: number and words, and the way to its cell. */
import type { ReactNode } from "react";
import { Button, Text } from "@fluentui/react-components";
import { itemRef } from "../../app/statistics";
import { qualified } from "../../grid";
import { useSnapshot, useWords } from "../session-context";
import { useJump } from "../shell/jumping";
import { useMonthStyles } from "./styles";
import { MONTH_PANE_WORDS } from "./words";

export function ItemLine(props: {
  readonly item: Parameters<typeof itemRef>[0] & { readonly number: string };
  readonly testid: string;
  readonly children: ReactNode;
}) {
  const styles = useMonthStyles();
  const words = useWords(MONTH_PANE_WORDS);
  const jump = useJump();
  const canSelect = useSnapshot().workbook?.can.select ?? false;
  const { item } = props;
  const ref = itemRef(item);
  const place = qualified(ref.sheet, ref.row, ref.col);
  return (
    <li className={styles.row} data-testid={props.testid}>
      <Text className={styles.grow}>
        {item.number === "" ? "" : `${item.number} · `}
        {props.children}
      </Text>
      {canSelect ? (
        <Button size="small" className={styles.wrap} onClick={() => void jump.toRows([ref])}>
          {words.goTo(place)}
        </Button>
      ) : (
        <Text size={200}>{place}</Text>
      )}
    </li>
  );
}
