/** How a finding looks in a list, of a ledger as of a draft: it is a button that leads to its place. */
import { makeStyles, tokens } from "@fluentui/react-components";

/** Words on a button take its colour where the system gives it one: highlighted letters on a highlighted ground. */
export const ON_BUTTON = { "@media (forced-colors: active)": { color: "inherit" } } as const;

export const useFindingStyles = makeStyles({
  item: {
    display: "grid",
    alignItems: "start",
    columnGap: tokens.spacingHorizontalXS,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  current: { backgroundColor: tokens.colorNeutralBackground1Selected },
  jump: {
    display: "block",
    width: "100%",
    minWidth: 0,
    textAlign: "left",
    fontWeight: tokens.fontWeightRegular,
    padding: `${tokens.spacingVerticalSNudge} 0`,
    height: "auto",
    border: "none",
  },
  text: { overflowWrap: "anywhere", display: "block" },
  where: { color: tokens.colorNeutralForeground3, display: "block", ...ON_BUTTON },
});
