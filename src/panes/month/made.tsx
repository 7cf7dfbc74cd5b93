/** One thing that can be made: its button, and the sentence that says what comes of it. */
import type { ReactNode } from "react";
import { Text } from "@fluentui/react-components";
import { useMonthStyles } from "./styles";

export function Made(props: { readonly hint: string; readonly children: ReactNode }) {
  const styles = useMonthStyles();
  return (
    <div className={styles.tight}>
      <div className={styles.row}>{props.children}</div>
      <Text size={200} className={styles.muted}>
        {props.hint}
      </Text>
    </div>
  );
}
