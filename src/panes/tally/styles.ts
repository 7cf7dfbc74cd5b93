/** What the cards of figures share. */
import { makeStyles, tokens } from "@fluentui/react-components";

/** The task pane at its narrowest, and a telephone. */
const NARROW = "@media (max-width: 419px)";

export const useTallyStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  form: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 180px), 1fr))",
    gap: tokens.spacingHorizontalS,
  },
  head: { display: "flex", alignItems: "baseline", gap: tokens.spacingHorizontalS, flexWrap: "wrap" },
  actions: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, flexWrap: "wrap" },
  grow: { flexGrow: 1 },
  rate: {
    fontSize: tokens.fontSizeHero800,
    lineHeight: tokens.lineHeightHero800,
    fontWeight: tokens.fontWeightSemibold,
  },
  figures: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
  },
  figure: {
    minWidth: 0,
    padding: "0 2px",
    height: "auto",
    lineHeight: "inherit",
    verticalAlign: "baseline",
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorBrandForegroundLink,
    "@media (forced-colors: active)": { color: "LinkText" },
  },
  select: { minWidth: 0, width: "100%", "& > select": { minWidth: 0, textOverflow: "ellipsis" } },
  bar: {
    height: "8px",
    borderRadius: "4px",
    backgroundColor: tokens.colorNeutralBackground5,
    overflow: "hidden",
    display: "flex",
    // Where colours are the system's own the empty part is only told by its edge.
    "@media (forced-colors: active)": { border: "1px solid CanvasText" },
  },
  fill: {
    backgroundColor: tokens.colorPaletteGreenForeground3,
    height: "100%",
    forcedColorAdjust: "none",
    "@media (forced-colors: active)": { backgroundColor: "CanvasText" },
  },
  // Striped, so that it is told from what is done without its colour.
  late: {
    height: "100%",
    forcedColorAdjust: "none",
    backgroundColor: tokens.colorNeutralBackground1,
    backgroundImage: `repeating-linear-gradient(135deg, ${tokens.colorPaletteRedBorderActive} 0 4px, ${tokens.colorNeutralBackground1} 4px 6px)`,
    "@media (forced-colors: active)": {
      backgroundColor: "Canvas",
      backgroundImage: "repeating-linear-gradient(135deg, CanvasText 0 3px, Canvas 3px 6px)",
    },
  },
  rest: {
    height: "100%",
    backgroundColor: tokens.colorNeutralBackground5,
    "@media (forced-colors: active)": { border: "1px solid CanvasText" },
  },
  legend: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  legendEntry: { display: "inline-flex", alignItems: "center", gap: tokens.spacingHorizontalXS },
  swatch: { width: "12px", height: "12px", borderRadius: "2px", boxSizing: "border-box", flexShrink: 0 },
  sum: { fontWeight: tokens.fontWeightSemibold },
  muted: { color: tokens.colorNeutralForeground3 },
  name: { overflowWrap: "anywhere", paddingTop: tokens.spacingVerticalXS, paddingBottom: tokens.spacingVerticalXS },
  num: { width: "48px", textAlign: "right", "& > *": { justifyContent: "flex-end" } },
  // In a narrow pane a name stands above its figures: beside them there is room for one character.
  group: { [NARROW]: { display: "grid", gridTemplateColumns: "repeat(4, minmax(0, 1fr))" } },
  groupName: { [NARROW]: { gridColumn: "1 / -1", width: "auto", height: "auto" } },
  groupNum: { [NARROW]: { width: "auto", height: "auto" } },
  noPrint: { "@media print": { display: "none" } },
});
