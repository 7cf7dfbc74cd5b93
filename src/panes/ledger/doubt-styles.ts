/** How a doubt and its choices look, whether of columns or of rows. */
import { makeStyles, tokens } from "@fluentui/react-components";

export const useDoubtStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  option: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    columnGap: tokens.spacingHorizontalS,
    alignItems: "center",
    padding: `${tokens.spacingVerticalXS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  text: { overflowWrap: "anywhere", display: "block" },
  muted: { color: tokens.colorNeutralForeground3 },
  bar: { alignItems: "start" },
  items: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
});
