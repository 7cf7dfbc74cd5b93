/** One finding as a card: whose it is, what is wrong; opened, with what mends it. */
import { memo, useEffect, useMemo, useRef } from "react";
import { Button, makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { messageOf } from "../../app/core";
import { placeOfFinding, settledElsewhere } from "../../app/mending";
import { cellName } from "../../grid";
import type { Finding } from "../../rule";
import { useLang, useSession, useWords } from "../session-context";
import { SeverityMark } from "../severity";
import { CardBody, type BodyActions } from "./card-body";
import { HEAD, onCardKey } from "../card-keys";
import { ON_BUTTON } from "../finding-styles";
import { BAR_HEIGHT } from "./review-bar";
import { CHECK_WORDS } from "./words";

const useStyles = makeStyles({
  card: {
    display: "flex",
    flexDirection: "column",
    minWidth: 0,
    marginBottom: tokens.spacingVerticalXS,
    scrollMarginTop: `${BAR_HEIGHT + 8}px`,
    scrollMarginBottom: "8px",
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  current: { border: `2px solid ${tokens.colorBrandStroke1}` },
  head: {
    display: "grid",
    gridTemplateColumns: "20px minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalXS,
    alignItems: "start",
    justifyItems: "start",
    width: "100%",
    minWidth: 0,
    height: "auto",
    border: "none",
    textAlign: "left",
    fontWeight: tokens.fontWeightRegular,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalXS}`,
  },
  // Its own padding is meant for rows of a list.
  mark: { display: "flex", marginTop: "-9px", paddingTop: "1px" },
  // Not a last line of one sign.
  text: {
    display: "block",
    overflowWrap: "anywhere",
    textWrap: "pretty",
    color: tokens.colorNeutralForeground1,
    ...ON_BUTTON,
  },
  title: {
    display: "block",
    overflowWrap: "anywhere",
    textWrap: "pretty",
    color: tokens.colorNeutralForeground2,
    ...ON_BUTTON,
  },
});

interface CardProps extends BodyActions {
  readonly finding: Finding;
  readonly current: boolean;
  /** Whether findings of other sheets stand in the list. */
  readonly namesSheet: boolean;
  readonly onSelect: (id: string) => void;
  readonly onClose: () => void;
  readonly takesFocus: (id: string) => boolean;
}

export const FindingCard = memo(function FindingCard(props: CardProps) {
  const { finding, current, takesFocus } = props;
  const styles = useStyles();
  const lang = useLang();
  const heading = useHeading(finding, props.namesSheet);
  const card = useRef<HTMLLIElement>(null);
  const head = useRef<HTMLButtonElement>(null);
  // Open again, where another pane was looked at meanwhile.
  const opensOpen = useRef(current);
  useEffect(() => {
    if (opensOpen.current) card.current?.scrollIntoView?.({ block: "nearest" });
  }, []);
  // The body, drawn before, has taken the keyboard if it has a text for it.
  useEffect(() => {
    if (!current || !takesFocus(finding.id)) return;
    const field = card.current?.querySelector<HTMLElement>("[data-first]") ?? head.current;
    field?.focus({ preventScroll: true });
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.select();
    card.current?.scrollIntoView?.({ block: "nearest" });
  });
  return (
    <li
      ref={card}
      className={mergeClasses(styles.card, current ? styles.current : undefined)}
      data-testid="finding"
      data-rule={finding.rule}
      data-severity={finding.severity}
      data-cell={cellName(finding.row, finding.col)}
      data-current={current}
      onKeyDown={(event) => onCardKey(event, props.onClose)}
    >
      <Button
        ref={head}
        appearance="transparent"
        className={styles.head}
        aria-expanded={current}
        tabIndex={current && props.canFix && settledElsewhere(finding.rule) === null ? -1 : 0}
        onClick={() => (current ? props.onClose() : props.onSelect(finding.id))}
        data-testid="finding-head"
        {...HEAD}
      >
        <span className={styles.mark}>
          <SeverityMark severity={finding.severity} />
        </span>
        <span>
          <Text size={200} className={styles.title} data-testid="finding-title">
            {heading}
          </Text>
          <Text className={styles.text}>{messageOf(finding, lang)}</Text>
        </span>
      </Button>
      {current ? <CardBody {...props} /> : null}
    </li>
  );
});

/** 序号 9 · 问题摘要 · 财务股; of several sheets with the name of its own behind it. */
function useHeading(finding: Finding, namesSheet: boolean): string {
  const session = useSession();
  const words = useWords(CHECK_WORDS);
  return useMemo(() => {
    const { number, problem, unit } = placeOfFinding(session.reading() ?? { ledgers: [] }, finding);
    const named = number === "" ? words.row(finding.sheet, finding.row + 1) : words.number(number);
    return [named, problem, unit, namesSheet && number !== "" ? finding.sheet : ""]
      .filter((part) => part !== "")
      .join(" · ");
  }, [session, words, namesSheet, finding]);
}
