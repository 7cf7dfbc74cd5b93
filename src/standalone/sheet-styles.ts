/** How the sheet view looks, and the sizes its cells are placed by. */
import { makeStyles, tokens } from "@fluentui/react-components";

export const ROW_HEIGHT = 26;

export const HEAD_HEIGHT = 24;

export const ROW_HEAD_WIDTH = 52;

export const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    height: "100%",
    minWidth: 0,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  sides: { display: "flex", height: "100%", minWidth: 0, "& > section": { flexGrow: 1 } },
  line: {
    display: "flex",
    gap: tokens.spacingHorizontalS,
    alignItems: "center",
    minHeight: "32px",
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  address: { minWidth: "64px", fontFamily: tokens.fontFamilyMonospace },
  text: {
    flexGrow: 1,
    minWidth: 0,
    maxHeight: "72px",
    overflowY: "auto",
    overflowWrap: "anywhere",
    whiteSpace: "pre-wrap",
  },
  scroller: {
    flexGrow: 1,
    minHeight: 0,
    overflow: "auto",
    position: "relative",
    outlineOffset: "-2px",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  canvas: { position: "relative" },
  cell: {
    position: "absolute",
    boxSizing: "border-box",
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: `${ROW_HEIGHT - 2}px`,
    padding: "0 4px",
    overflow: "hidden",
    whiteSpace: "nowrap",
    textOverflow: "ellipsis",
    cursor: "cell",
  },
  merged: {
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
    lineHeight: "18px",
    display: "flex",
    alignItems: "center",
  },
  head: {
    position: "absolute",
    boxSizing: "border-box",
    textAlign: "center",
    fontSize: tokens.fontSizeBase100,
    color: tokens.colorNeutralForeground3,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  topHead: { position: "sticky", top: 0, zIndex: 3, height: `${HEAD_HEIGHT}px` },
  known: { backgroundColor: tokens.colorBrandBackground2 },
  asked: { backgroundColor: tokens.colorStatusWarningBackground1 },
  header: { fontWeight: tokens.fontWeightSemibold, backgroundColor: tokens.colorNeutralBackground2 },
  hidden: { color: tokens.colorNeutralForeground3, fontStyle: "italic" },
  struck: { textDecorationLine: "line-through" },
  error: {
    backgroundColor: tokens.colorStatusDangerBackground2,
    color: tokens.colorNeutralForeground1,
    boxShadow: `inset 3px 0 0 ${tokens.colorStatusDangerForeground1}`,
  },
  warning: {
    backgroundColor: tokens.colorStatusWarningBackground2,
    color: tokens.colorNeutralForeground1,
    boxShadow: `inset 3px 0 0 ${tokens.colorStatusWarningForeground1}`,
  },
  info: { boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}` },
  selected: { outline: `2px solid ${tokens.colorBrandStroke1}`, outlineOffset: "-2px", zIndex: 2 },
  tabs: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, overflowX: "auto", flexShrink: 0 },
  sheets: { minWidth: "120px" },
});
