/** The heading of a card. */
import { type ReactNode } from "react";
import { Text } from "@fluentui/react-components";

export function LedgerHeading(props: { readonly className?: string | undefined; readonly children: ReactNode }) {
  return (
    <Text as="h2" size={400} weight="semibold" className={props.className}>
      {props.children}
    </Text>
  );
}
