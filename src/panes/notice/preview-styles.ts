/** Looks of the notice as it will read. */
import { makeStyles, tokens } from "@fluentui/react-components";

export const usePreviewStyles = makeStyles({
  outline: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    maxHeight: "30vh",
    overflowY: "auto",
    overflowX: "hidden",
    outlineOffset: "-2px",
  },
  entry: {
    width: "100%",
    minWidth: 0,
    height: "auto",
    justifyContent: "flex-start",
    textAlign: "left",
    fontWeight: tokens.fontWeightRegular,
    paddingTop: "2px",
    paddingBottom: "2px",
    gap: tokens.spacingHorizontalXS,
  },
  badge: { flexShrink: 0, whiteSpace: "nowrap" },
  name: { flexGrow: 1, minWidth: 0, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  box: {
    position: "relative",
    maxHeight: "60vh",
    overflowY: "auto",
    overflowX: "hidden",
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: "anywhere",
    outlineOffset: "-2px",
  },
  block: { margin: 0, lineHeight: "1.9", textIndent: "2em" },
  title: { textIndent: 0, textAlign: "center", fontSize: tokens.fontSizeBase500 },
  heading: { fontWeight: tokens.fontWeightSemibold },
  right: { textIndent: 0, textAlign: "right", paddingRight: "2em" },
  unset: {
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground1,
    outline: `1px dashed ${tokens.colorStatusWarningBorderActive}`,
    // Else it would have the dark letters of a highlighted text without its ground.
    "@media (forced-colors: active)": { color: "CanvasText" },
  },
  doubt: {
    borderLeft: `3px solid ${tokens.colorStatusWarningBorderActive}`,
    paddingLeft: tokens.spacingHorizontalS,
  },
  figure: { borderBottom: `1px dotted ${tokens.colorBrandForegroundLink}` },
  target: { backgroundColor: tokens.colorNeutralBackground1Selected },
});
