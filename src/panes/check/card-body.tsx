/** What mends a finding: its cell, why it is checked, setting it aside. Nothing of it covers the sheet. */
import { useMemo, useState } from "react";
import { Button, makeStyles, Text, ToggleButton, tokens } from "@fluentui/react-components";
import { settledElsewhere, targetsOf, type MendTarget } from "../../app/mending";
import { cellName } from "../../grid";
import type { Finding } from "../../rule";
import { useLang, useSession, useSnapshot, useWords } from "../session-context";
import { ActionButton } from "../shell/action-button";
import { useJump } from "../shell/jumping";
import type { PaneProps } from "../shell/pane-props";
import { FormFix } from "./form-fix";
import { IgnoreForm } from "./ignore-form";
import { MendField } from "./mend-field";
import type { Review } from "./use-review";
import { standingOf, typedPlace } from "./standing";
import { TeachStatus, wordToTeach } from "./teach-status";
import { TeachUnit, unitsToJoin } from "./teach-unit";
import { Why } from "./why";
import { CHECK_WORDS } from "./words";

const useStyles = makeStyles({
  body: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    minWidth: 0,
    padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}`,
  },
  row: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalXS },
  small: { minWidth: 0 },
  quote: { color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
});

export interface BodyActions {
  /** Whether the host can write. */
  readonly canFix: boolean;
  readonly go: PaneProps["go"];
  readonly typing: Review["typing"];
}

export function CardBody(props: BodyActions & { readonly finding: Finding }) {
  const { finding, canFix } = props;
  const styles = useStyles();
  const words = useWords(CHECK_WORDS);
  const lang = useLang();
  const session = useSession();
  const jump = useJump();
  const { revision, workbook } = useSnapshot();
  const [open, setOpen] = useState<"why" | "ignore" | null>(null);
  const targets = useMemo(
    () => {
      const reading = session.reading();
      return reading === null || !canFix ? [] : targetsOf(reading, finding);
    },
    // `revision` stands for the reading.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [session, revision, finding, canFix],
  );
  const [chosen, setChosen] = useState<MendTarget["field"]>(() => {
    const { typed } = standingOf(session);
    return targets.find((each) => typed.has(typedPlace(finding.id, each)))?.field ?? null;
  });
  const target = targets.find(({ field }) => field === chosen) ?? targets[0];
  const word = wordToTeach(finding);
  const pair = unitsToJoin(finding);
  const elsewhere = settledElsewhere(finding.rule);
  const at = target?.cell ?? finding;
  const toggle = (what: "why" | "ignore") => setOpen(open === what ? null : what);
  return (
    <div className={styles.body} data-testid="finding-body">
      {finding.quote !== null && finding.quote !== target?.text ? (
        <Text size={200} className={styles.quote}>
          {words.quote(finding.quote)}
        </Text>
      ) : null}
      {targets.length > 1 ? (
        <div className={styles.row} role="group" aria-label={words.which}>
          {targets.map((each) => (
            <ToggleButton
              key={each.field}
              size="small"
              className={styles.small}
              tabIndex={-1}
              checked={each === target}
              onClick={() => setChosen(each.field)}
              data-testid={`target-${each.field}`}
            >
              {each.label[lang]}
            </ToggleButton>
          ))}
        </div>
      ) : null}
      {canFix && finding.fix !== null ? <FormFix finding={finding} before={target?.text ?? ""} /> : null}
      {target ? (
        <MendField
          key={target.field}
          finding={finding}
          target={target}
          first={finding.fix === null}
          typing={props.typing}
        />
      ) : null}
      {word === null ? null : <TeachStatus word={word} />}
      {pair === null ? null : (
        <div className={styles.row}>
          <TeachUnit pair={pair} />
        </div>
      )}
      <div className={styles.row}>
        {elsewhere === "ledger" ? (
          <Button
            size="small"
            appearance="primary"
            tabIndex={-1}
            data-first=""
            onClick={() => props.go("ledger")}
            data-testid="to-ledger"
          >
            {words.toLedger}
          </Button>
        ) : null}
        <Button
          size="small"
          className={styles.small}
          tabIndex={-1}
          aria-expanded={open === "ignore"}
          onClick={() => toggle("ignore")}
          aria-keyshortcuts="Alt+I"
          title={words.ignoreHint}
          data-testid="ignore"
        >
          {words.ignore}
        </Button>
        <Button
          size="small"
          className={styles.small}
          appearance="subtle"
          tabIndex={-1}
          aria-expanded={open === "why"}
          onClick={() => toggle("why")}
          data-testid="why"
        >
          {words.why}
        </Button>
        {workbook?.can.select ? (
          <ActionButton
            size="small"
            className={styles.small}
            appearance="subtle"
            tabIndex={-1}
            run={() => jump.toFinding(finding.id)}
            data-testid="in-sheet"
          >
            {words.inSheet(cellName(at.row, at.col))}
          </ActionButton>
        ) : null}
      </div>
      {open === "ignore" ? <IgnoreForm id={finding.id} onClose={() => setOpen(null)} /> : null}
      {open === "why" ? <Why rule={finding.rule} /> : null}
    </div>
  );
}
