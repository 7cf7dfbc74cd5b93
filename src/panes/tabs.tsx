/**
 * Tabs as Fluent's small ones look, without what its own bring along for trees, menus and windows of every kind (tabster,
 * 17 kB of the first load): a row of tabs is one stop of the tab key, and the arrows go round.
 */
import { createCustomFocusIndicatorStyle, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ROVE, useRoving } from "./use-roving";

/** The line under a tab. */
const line = (backgroundColor: string) =>
  ({
    content: '""',
    position: "absolute",
    bottom: 0,
    left: tokens.spacingHorizontalSNudge,
    right: tokens.spacingHorizontalSNudge,
    height: tokens.strokeWidthThick,
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor,
  }) as const;

const useStyles = makeStyles({
  list: { display: "flex", flexShrink: 0, alignItems: "stretch", position: "relative" },
  tab: {
    position: "relative",
    display: "grid",
    alignItems: "center",
    justifyContent: "center",
    flexShrink: 0,
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalSNudge}`,
    border: "none",
    borderRadius: tokens.borderRadiusMedium,
    outlineStyle: "none",
    overflow: "hidden",
    cursor: "pointer",
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorTransparentBackground,
    ":hover": { color: tokens.colorNeutralForeground2Hover },
    ":hover::before": line(tokens.colorNeutralStroke1Hover),
    ":active::before": line(tokens.colorNeutralStroke1Pressed),
    "@media (forced-colors: active)": { ":hover::before": { backgroundColor: "Highlight" } },
  },
  selected: {
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
    ":hover": { color: tokens.colorNeutralForeground1Hover },
    "::after": line(tokens.colorCompoundBrandStroke),
    ":hover::after": { backgroundColor: tokens.colorCompoundBrandStrokeHover },
    "@media (forced-colors: active)": {
      "::after": { backgroundColor: "ButtonText" },
      ":hover::after": { backgroundColor: "ButtonText" },
    },
  },
  focus: createCustomFocusIndicatorStyle({
    zIndex: 1,
    outline: `${tokens.strokeWidthThick} solid transparent`,
    boxShadow: `${tokens.shadow4}, 0 0 0 ${tokens.strokeWidthThick} ${tokens.colorStrokeFocus2}`,
  }),
  text: {
    gridArea: "1 / 1",
    overflow: "hidden",
    padding: `${tokens.spacingVerticalNone} ${tokens.spacingHorizontalXXS}`,
  },
  // The name as it stands when selected, so that nothing moves when it is.
  room: { visibility: "hidden", fontWeight: tokens.fontWeightSemibold },
});

/**
 * @param props.names of the tabs, in order
 * @param props.controls id of what the tabs show
 * @param props.testId a tab is found as `testId-name`
 */
export function Tabs<Name extends string>(props: {
  readonly names: readonly Name[];
  readonly text: (name: Name) => string;
  readonly selected: Name;
  readonly onSelect: (name: Name) => void;
  readonly label?: string;
  readonly controls?: string;
  readonly testId?: string;
  readonly className?: string | undefined;
}) {
  const styles = useStyles();
  const { names, selected } = props;
  const { container, tabIndexOf } = useRoving(names.indexOf(selected), names.length, true);
  return (
    <div role="tablist" aria-label={props.label} className={mergeClasses(styles.list, props.className)} {...container}>
      {names.map((name, index) => (
        <button
          key={name}
          type="button"
          role="tab"
          aria-selected={name === selected}
          aria-controls={props.controls}
          {...ROVE}
          tabIndex={tabIndexOf(index)}
          className={mergeClasses(styles.tab, styles.focus, name === selected ? styles.selected : undefined)}
          onClick={() => props.onSelect(name)}
          data-testid={props.testId && `${props.testId}-${name}`}
        >
          <span className={styles.text}>{props.text(name)}</span>
          {name === selected ? null : (
            <span className={mergeClasses(styles.text, styles.room)}>{props.text(name)}</span>
          )}
        </button>
      ))}
    </div>
  );
}
