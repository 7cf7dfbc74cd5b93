/** What stands where there is nothing to list, in the middle of its place. */
import type { ReactNode } from "react";
import { makeStyles, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  empty: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    textAlign: "center",
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingVerticalXXL,
  },
});

export function Empty(props: { readonly testid?: string; readonly children: ReactNode }) {
  return (
    <div className={useStyles().empty} data-testid={props.testid}>
      {props.children}
    </div>
  );
}
