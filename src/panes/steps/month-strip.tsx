/** The month's steps above the pane, with what is open in each; help for the pane that is open. */
import { useMemo, useState } from "react";
import { Button, makeStyles, mergeClasses, tokens, useRestoreFocusTarget } from "@fluentui/react-components";
import { Checkmark12Regular, QuestionCircle20Regular } from "@fluentui/react-icons";
import { useSession, useSnapshot, useWords } from "../session-context";
import { loadable } from "../shell/loadable";
import type { PaneName } from "../shell/pane-props";
import { ROVE, useRoving } from "../use-roving";
import { monthFacts, monthSteps, type Step } from "./steps";
import { useLanding } from "./use-landing";
import { MONTH_WORDS } from "./words";

const HelpDialog = loadable(
  async () => (await import(/* webpackChunkName: "pane-help" */ "./help-dialog")).default,
  <></>,
);

const useStyles = makeStyles({
  root: {
    display: "flex",
    alignItems: "stretch",
    flexShrink: 0,
    minWidth: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    "@media print": { display: "none" },
  },
  list: {
    flexGrow: 1,
    minWidth: 0,
    display: "grid",
    gridTemplateColumns: "repeat(6, minmax(0, 1fr))",
    listStyleType: "none",
    margin: 0,
    padding: 0,
  },
  step: {
    width: "100%",
    minWidth: 0,
    height: "100%",
    padding: `${tokens.spacingVerticalXXS} 0`,
    flexDirection: "column",
    gap: 0,
    borderRadius: 0,
    // Narrow panes have a sixth of 280 pixels for a step: no word is torn apart.
    fontSize: "clamp(9.5px, 2.9vw, 12px)",
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: "anywhere",
  },
  here: {
    "@media (min-width: 420px)": { fontWeight: tokens.fontWeightSemibold },
    boxShadow: `inset 0 -2px 0 ${tokens.colorBrandStroke1}`,
  },
  state: {
    display: "inline-flex",
    alignItems: "center",
    fontSize: tokens.fontSizeBase100,
    lineHeight: tokens.lineHeightBase100,
    color: tokens.colorNeutralForeground2,
  },
  open: { color: tokens.colorStatusWarningForeground3, fontWeight: tokens.fontWeightSemibold },
  done: { color: tokens.colorStatusSuccessForeground1 },
  help: { flexShrink: 0, minWidth: "36px" },
});

export default function MonthStrip(props: {
  readonly pane: PaneName;
  readonly go: (pane: PaneName) => void;
  readonly lands: (() => boolean) | undefined;
  readonly show: (pane: PaneName) => void;
}) {
  const styles = useStyles();
  const words = useWords(MONTH_WORDS);
  const session = useSession();
  const snapshot = useSnapshot();
  useLanding(props);
  const [help, setHelp] = useState(false);
  const restore = useRestoreFocusTarget();
  const { revision, checked, ledgers, facts } = snapshot;
  const steps = useMemo(
    () => monthSteps(monthFacts(session, session.getSnapshot())),
    // `revision` stands for reading, findings and figures.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [session, revision, checked, ledgers, facts],
  );
  const told = (step: Step) =>
    step.state === "later"
      ? words.waits
      : step.state === "open" && step.open === 0
        ? step.name === "check"
          ? words.notChecked
          : words.factsWanted
        : words.told[step.name](step.open);
  const current = steps.find((step) => step.pane === props.pane)?.name;
  // The arrows go from step to step, and on to help.
  const roving = useRoving(
    Math.max(
      0,
      steps.findIndex(({ name }) => name === current),
    ),
    steps.length + 1,
  );
  return (
    <nav className={styles.root} aria-label={words.strip} data-testid="month-strip" {...roving.container}>
      <ol className={styles.list}>
        {steps.map((step, index) => (
          <li key={step.name}>
            <Button
              appearance="subtle"
              className={mergeClasses(styles.step, step.name === current ? styles.here : undefined)}
              aria-current={step.name === current ? "step" : undefined}
              title={told(step)}
              tabIndex={roving.tabIndexOf(index)}
              {...ROVE}
              onClick={() => props.go(step.pane)}
              data-testid={`step-${step.name}`}
              data-state={step.state}
            >
              <span>{words[step.name]}</span>
              <span
                aria-hidden
                className={mergeClasses(styles.state, step.state === "later" ? undefined : styles[step.state])}
              >
                {step.state === "done" ? <Checkmark12Regular /> : null}
                {step.state === "later" ? words.later : null}
                {step.state === "open" ? (step.open > 0 ? step.open : words.todo) : null}
              </span>
            </Button>
          </li>
        ))}
      </ol>
      <Button
        appearance="subtle"
        className={styles.help}
        icon={<QuestionCircle20Regular />}
        aria-label={words.help}
        title={words.help}
        tabIndex={roving.tabIndexOf(steps.length)}
        {...ROVE}
        onClick={() => setHelp(true)}
        {...restore}
        data-testid="help-open"
      />
      {help ? <HelpDialog pane={props.pane} onClose={() => setHelp(false)} /> : null}
    </nav>
  );
}
