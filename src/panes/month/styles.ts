/** What the cards of 月度 share. */
import { makeStyles, tokens } from "@fluentui/react-components";

/** The task pane at its narrowest, and a telephone. */
export const NARROW = "@media (max-width: 419px)";

export const useMonthStyles = makeStyles({
  stack: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, minWidth: 0 },
  whole: { whiteSpace: "nowrap" },
  tight: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS, minWidth: 0 },
  row: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS, minWidth: 0 },
  made: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 200px), 1fr))",
    gap: tokens.spacingHorizontalM,
    minWidth: 0,
  },
  list: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    minWidth: 0,
  },
  entry: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    minWidth: 0,
    paddingTop: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  text: { overflowWrap: "anywhere", minWidth: 0, margin: 0 },
  muted: { color: tokens.colorNeutralForeground3, overflowWrap: "anywhere", minWidth: 0 },
  grow: { flex: "1 1 140px", minWidth: 0, overflowWrap: "anywhere" },
  wrap: { overflowWrap: "anywhere", height: "auto", minWidth: 0, whiteSpace: "normal", textAlign: "left" },
  select: { minWidth: 0, "& > select": { minWidth: 0, textOverflow: "ellipsis" } },
  num: { textAlign: "right", "& > *": { justifyContent: "flex-end" } },
  cell: { overflowWrap: "anywhere", paddingTop: tokens.spacingVerticalXS, paddingBottom: tokens.spacingVerticalXS },
  group: { [NARROW]: { display: "grid", gridTemplateColumns: "repeat(4, minmax(0, 1fr))" } },
  groupName: { [NARROW]: { gridColumn: "1 / -1", width: "auto", height: "auto" } },
  groupNum: { width: "44px", [NARROW]: { width: "auto", height: "auto" } },
});
