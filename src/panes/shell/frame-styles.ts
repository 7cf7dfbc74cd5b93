/** How the frame is laid out: bar, tabs and line stand, the pane between them scrolls. */
import { makeStyles, tokens } from "@fluentui/react-components";

/** A window zoomed to 400 %, or a very low one: what stands would leave no room, so everything scrolls. */
export const SHORT = "@media (max-height: 359px)";

export const useStyles = makeStyles({
  sides: { display: "flex", height: "100%", minWidth: 0 },
  aside: { flexGrow: 1, minWidth: 0, height: "100%", "@media print": { display: "none" } },
  frame: {
    display: "flex",
    flexDirection: "column",
    height: "100%",
    minWidth: 0,
    flexGrow: 1,
    [SHORT]: { overflowY: "auto" },
    "@media print": { height: "auto", width: "100%" },
  },
  beside: {
    flexGrow: 0,
    flexShrink: 0,
    width: "var(--pane-width-list, clamp(440px, 27vw, 560px))",
    maxWidth: "calc(100vw - 320px)",
  },
  // From here on a document and what belongs to it stand side by side, and take the main area.
  besideDocument: {
    "@media (min-width: 1000px)": { width: "var(--pane-width-document, max(600px, 64vw))" },
  },
  instead: { flexGrow: 1, minHeight: 0, [SHORT]: { flexShrink: 0, minHeight: "240px" } },
  panes: {
    display: "flex",
    flexDirection: "column",
    flexGrow: 1,
    minHeight: 0,
    [SHORT]: { flexShrink: 0 },
    "@media print": { display: "block" },
  },
  gone: { display: "none" },
  fixed: { flexShrink: 0 },
  tabs: {
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    flexWrap: "wrap",
    flexShrink: 0,
  },
  nav: { flexShrink: 0, containerType: "inline-size" },
  // English names are longer: in a narrow pane they stand in one line all the same, closer and in the narrowest smaller.
  longTabs: {
    "@container (max-width: 519px)": {
      justifyContent: "space-between",
      "& > button": { paddingLeft: "1px", paddingRight: "1px" },
      "& > button > *": { paddingLeft: 0, paddingRight: 0, fontSize: "clamp(11px, 3.4cqw, 14px)" },
    },
  },
  // Scroll bars of the desktop webview hide until hovered; a standing one says that there is more below.
  panel: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: "scroll",
    overflowX: "hidden",
    padding: tokens.spacingHorizontalM,
    "& > div:focus": { outlineStyle: "none" },
    [SHORT]: { overflowX: "visible", overflowY: "visible", flexShrink: 0 },
    "@media print": { overflowY: "visible" },
  },
});
