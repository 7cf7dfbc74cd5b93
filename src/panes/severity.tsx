/** How severities look and are called wherever findings are shown: their words, their mark, and the counts that filter. */
import { makeStyles, mergeClasses, ToggleButton, tokens } from "@fluentui/react-components";
import { ErrorCircle16Filled, Info16Filled, Warning16Filled } from "@fluentui/react-icons";
import { SEVERITIES } from "../app/core";
import type { Severity } from "../rule";
import { useWords } from "./session-context";
import { say } from "./words";

const SEVERITY_WORDS = {
  error: say("错误", "Errors"),
  warning: say("提醒", "Warnings"),
  info: say("提示", "Notes"),
  severityOne: say(
    { error: "错误", warning: "提醒", info: "提示" },
    { error: "Error", warning: "Warning", info: "Note" },
  ),
};

const useStyles = makeStyles({
  mark: { paddingTop: "9px", paddingLeft: "4px" },
  error: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground3 },
  info: { color: tokens.colorBrandForeground1 },
  counts: { display: "grid", gridTemplateColumns: "repeat(3, minmax(0, 1fr))", gap: tokens.spacingHorizontalS },
  count: { minWidth: 0, paddingLeft: "2px", paddingRight: "2px" },
  tall: { flexDirection: "column", height: "auto", paddingTop: "6px", paddingBottom: "6px" },
  number: {
    fontWeight: tokens.fontWeightSemibold,
    paddingRight: tokens.spacingHorizontalXS,
    // On the ground of a pressed button: its letters have the colour that is read there.
    "@media (forced-colors: active)": { color: "inherit", forcedColorAdjust: "none" },
  },
  large: {
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    display: "block",
    paddingRight: 0,
  },
});

const ICONS: Readonly<Record<Severity, typeof Info16Filled>> = {
  error: ErrorCircle16Filled,
  warning: Warning16Filled,
  info: Info16Filled,
};

/** The mark before a finding, with the name of its severity for those who don't see it. */
export function SeverityMark({ severity }: { readonly severity: Severity }) {
  const styles = useStyles();
  const words = useWords(SEVERITY_WORDS);
  const Icon = ICONS[severity];
  return (
    <span className={mergeClasses(styles.mark, styles[severity])}>
      <Icon aria-label={words.severityOne[severity]} />
    </span>
  );
}

/** How many findings of each severity there are; pressing one shows or hides them. */
export function SeverityCounts(props: {
  readonly counts: Readonly<Record<Severity, number>>;
  readonly shown: ReadonlySet<Severity>;
  readonly onToggle: (severity: Severity) => void;
  /** The numbers are what the pane is about. */
  readonly large?: boolean;
  /** Test ids are `${testid}-error` and so on. */
  readonly testid: string;
}) {
  const styles = useStyles();
  const words = useWords(SEVERITY_WORDS);
  return (
    <div className={styles.counts}>
      {SEVERITIES.map((severity) => (
        <ToggleButton
          key={severity}
          className={mergeClasses(styles.count, props.large ? styles.tall : undefined)}
          appearance="outline"
          checked={props.shown.has(severity)}
          onClick={() => props.onToggle(severity)}
          data-testid={`${props.testid}-${severity}`}
        >
          <span>
            <span className={mergeClasses(styles.number, props.large ? styles.large : undefined, styles[severity])}>
              {props.counts[severity]}
            </span>
            {words[severity]}
          </span>
        </ToggleButton>
      ))}
    </div>
  );
}
