/** The findings of a draft, in the order of its text, each with its correction where the right form is certain. */
import { memo, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { Button, makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { Checkmark16Regular } from "@fluentui/react-icons";
import { proofMessage } from "../../app/core";
import type { ProofFinding } from "../../proofread";
import { useLang, useWords } from "../session-context";
import { HEAD, onCardKey } from "../card-keys";
import { ON_BUTTON, useFindingStyles } from "../finding-styles";
import { keyboardIsLost } from "../use-lost-focus";
import { SeverityMark } from "../severity";
import { SHORT } from "../shell/frame-styles";
import { PROOFREAD_WORDS } from "./words";

/** Shown at first, and added by each press. */
const PAGE = 100;

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column" },
  item: {
    gridTemplateColumns: "20px minmax(0, 1fr)",
    paddingRight: tokens.spacingHorizontalXS,
    // Below the text, which stays in place above the list where the pane is narrow.
    scrollMarginTop: "46vh",
    [SHORT]: { scrollMarginTop: "8px" },
  },
  current: { boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}` },
  text: { color: tokens.colorNeutralForeground1, ...ON_BUTTON },
  actions: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalXS,
    paddingBottom: tokens.spacingVerticalXS,
  },
  aside: { minWidth: 0, paddingLeft: tokens.spacingHorizontalXS, paddingRight: tokens.spacingHorizontalXS },
  fix: { minWidth: 0, maxWidth: "100%", height: "auto", overflowWrap: "anywhere", textAlign: "left" },
});

export function ProofList(props: {
  readonly findings: readonly ProofFinding[];
  readonly selected: string | null;
  readonly placeOf: (line: number) => string;
  readonly onSelect: (id: string) => void;
  readonly onAccept: (finding: ProofFinding) => void;
  /** Accepts the corrections of all findings of its rule. */
  readonly onAcceptAll: (finding: ProofFinding) => void;
  readonly onIgnore: (finding: ProofFinding) => void;
}) {
  const { findings, selected } = props;
  const styles = useStyles();
  const words = useWords(PROOFREAD_WORDS);
  const [limit, setLimit] = useState(PAGE);
  const alike = useMemo(() => countAlike(findings), [findings]);
  const at = findings.findIndex((finding) => finding.id === selected);
  const shown = Math.max(limit, at < 0 ? 0 : at + 1);
  return (
    <>
      <ul className={styles.list} aria-label={words.findings} data-testid="proof-findings">
        {findings.slice(0, shown).map((finding) => (
          <Row
            key={finding.id}
            finding={finding}
            current={finding.id === selected}
            place={props.placeOf(finding.line)}
            onSelect={props.onSelect}
            onAccept={props.onAccept}
            onAcceptAll={props.onAcceptAll}
            alike={alike.get(finding.id) ?? 1}
            onIgnore={props.onIgnore}
          />
        ))}
      </ul>
      {findings.length > shown ? (
        <Button onClick={() => setLimit(shown + PAGE)} data-testid="show-more">
          {words.showMore(Math.min(PAGE, findings.length - shown))}
        </Button>
      ) : null}
    </>
  );
}

/** How many findings of the rule of each that has a correction have one, too; told at the first of them. */
function countAlike(findings: readonly ProofFinding[]): ReadonlyMap<string, number> {
  const first = new Map<string, { readonly id: string; count: number }>();
  for (const { id, rule, fix } of findings) {
    if (fix === null) continue;
    const known = first.get(rule);
    if (known) known.count++;
    else first.set(rule, { id, count: 1 });
  }
  return new Map([...first.values()].map(({ id, count }) => [id, count]));
}

const Row = memo(function Row(props: {
  readonly finding: ProofFinding;
  readonly current: boolean;
  readonly place: string;
  readonly onSelect: (id: string) => void;
  readonly onAccept: (finding: ProofFinding) => void;
  readonly onAcceptAll: (finding: ProofFinding) => void;
  /** Findings of its rule that have a correction; 1 but for the first of them. */
  readonly alike: number;
  readonly onIgnore: (finding: ProofFinding) => void;
}) {
  const { finding, current } = props;
  const styles = useStyles();
  const shared = useFindingStyles();
  const words = useWords(PROOFREAD_WORDS);
  const lang = useLang();
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (current) row.current?.scrollIntoView({ block: "nearest" });
  }, [current]);
  // Enter on a correction leads to the next one: what held the keyboard is gone with its finding.
  useLayoutEffect(() => {
    const card = row.current;
    if (!current || !keyboardIsLost() || card === null) return;
    const next = card.querySelector<HTMLElement>("[data-testid=accept]") ?? card.querySelector("button");
    next?.focus({ preventScroll: true });
  }, [current]);
  return (
    <li
      ref={row}
      className={mergeClasses(
        shared.item,
        styles.item,
        current ? shared.current : undefined,
        current ? styles.current : undefined,
      )}
      data-testid="proof-finding"
      data-rule={finding.rule}
      data-severity={finding.severity}
      data-line={finding.line}
      onKeyDown={(event) => onCardKey(event, () => undefined)}
    >
      <SeverityMark severity={finding.severity} />
      <div>
        <Button
          appearance="transparent"
          className={shared.jump}
          aria-current={current}
          onClick={() => props.onSelect(finding.id)}
          {...HEAD}
        >
          <Text className={mergeClasses(shared.text, styles.text)}>{proofMessage(finding, lang)}</Text>
          <Text size={100} className={shared.where}>
            {props.place}
          </Text>
        </Button>
        <div className={styles.actions}>
          {finding.fix ? (
            <Button
              size="small"
              className={styles.fix}
              icon={<Checkmark16Regular />}
              onClick={() => props.onAccept(finding)}
              tabIndex={-1}
              data-testid="accept"
            >
              {words.acceptAs(finding.fix.value, finding.fix.also?.length ?? 0)}
            </Button>
          ) : null}
          {finding.fix && props.alike > 1 ? (
            <Button
              size="small"
              className={styles.fix}
              onClick={() => props.onAcceptAll(finding)}
              tabIndex={-1}
              data-testid="accept-all"
            >
              {words.acceptAll(props.alike)}
            </Button>
          ) : null}
          {finding.fix || current ? (
            <Button
              size="small"
              appearance="subtle"
              className={styles.aside}
              onClick={() => props.onIgnore(finding)}
              tabIndex={-1}
              data-testid="ignore-proof"
            >
              {words.ignore}
            </Button>
          ) : null}
        </div>
      </div>
    </li>
  );
});
