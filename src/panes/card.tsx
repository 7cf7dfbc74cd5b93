/**
 * A box around things that belong together. Fluent's Card can be pressed, chosen and walked by arrow keys, none of which
 * is wanted here, and brings 10 kB for it into the first load.
 */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  card: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    minWidth: 0,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow4,
    // The gap is enough.
    "& h2": { margin: 0 },
    // Shadows vanish in Windows' contrast themes.
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
});

interface CardProps {
  readonly children: ReactNode;
  readonly className?: string;
  readonly "data-testid"?: string;
}

export function Card(props: CardProps) {
  return (
    <div className={mergeClasses(useStyles().card, props.className)} data-testid={props["data-testid"]}>
      {props.children}
    </div>
  );
}
