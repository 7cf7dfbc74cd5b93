/** A figure that opens its rows, figures by status, and their bar. */
import { Button, mergeClasses, Text } from "@fluentui/react-components";
import { printRate, STATUSES } from "../../app/core";
import type { Kind } from "../../ledger";
import type { Count, Rate, RowRef, StatusTally } from "../../tally";
import type { Explainable } from "../../app/session";
import { statusWords } from "../../app/words";
import { useLang, useWords } from "../session-context";
import { asHeading } from "../words";
import { useTallyStyles } from "./styles";
import { TALLY_WORDS } from "./words";

export type Show = (figure: Explainable) => void;

export function FigureTile(props: {
  readonly metric: string;
  readonly text: string;
  readonly rows: readonly RowRef[];
  readonly rate?: Rate;
  readonly onShow: Show;
  readonly className?: string | undefined;
  readonly testId?: string;
}) {
  const styles = useTallyStyles();
  const words = useWords(TALLY_WORDS);
  return (
    <Button
      appearance="transparent"
      size="small"
      className={props.className ?? styles.figure}
      disabled={props.rows.length === 0 && !props.rate}
      aria-label={words.showRows(`${props.metric} ${props.text}`, props.rows.length)}
      data-testid={props.testId}
      onClick={() =>
        props.onShow({
          metric: props.metric,
          text: props.text,
          definition: props.rate?.definition ?? null,
          rows: props.rows,
          ofRows: props.rate?.ofRows ?? null,
        })
      }
    >
      {props.text}
    </Button>
  );
}

/** A rate, with what it divides where these are not the figures that stand beside it (of what counts, of what is due). */
export function RateOf(props: {
  readonly rate: Pick<Rate, "numerator" | "denominator"> | null;
  readonly done: number;
  readonly total: number;
  readonly precision: 0 | 1 | 2;
}) {
  const { rate, done, total, precision } = props;
  const styles = useTallyStyles();
  const words = useWords(TALLY_WORDS);
  const text = printRate(rate, precision);
  if (rate === null || text === null) return words.noRate;
  const isTold = rate.numerator === done && rate.denominator === total;
  return (
    <>
      {text}
      {isTold ? null : (
        <Text size={100} block className={styles.muted} data-testid="rate-of">
          {`${rate.numerator}/${rate.denominator}`}
        </Text>
      )}
    </>
  );
}

export function StatusBar(props: { readonly total: number; readonly done: number; readonly overdue: number }) {
  const styles = useTallyStyles();
  const share = (n: number) => `${props.total > 0 ? (n / props.total) * 100 : 0}%`;
  return (
    <div className={styles.bar} aria-hidden>
      <div className={styles.fill} style={{ width: share(props.done) }} />
      <div className={styles.late} style={{ width: share(props.overdue) }} />
    </div>
  );
}

/** What the parts of a bar mean. */
export function BarLegend() {
  const styles = useTallyStyles();
  const words = useWords(TALLY_WORDS);
  return (
    <div className={styles.legend} data-testid="bar-legend">
      <span className={styles.legendEntry}>
        <span className={mergeClasses(styles.swatch, styles.fill)} aria-hidden />
        {words.doneCount}
      </span>
      <span className={styles.legendEntry}>
        <span className={mergeClasses(styles.swatch, styles.late)} aria-hidden />
        {words.overdue}
      </span>
      <span className={styles.legendEntry}>
        <span className={mergeClasses(styles.swatch, styles.rest)} aria-hidden />
        {words.openInTime}
      </span>
    </div>
  );
}

export function StatusFigures(props: {
  readonly name: string;
  /** Letters are closed, problems are rectified. */
  readonly kind: Kind;
  readonly tally: StatusTally;
  readonly onShow: Show;
  readonly extra?: readonly (readonly [string, Count])[];
}) {
  const styles = useTallyStyles();
  const words = useWords(TALLY_WORDS);
  const lang = useLang();
  const { tally } = props;
  const counts: (readonly [string, Count])[] = [
    [words.total, tally.total],
    ...STATUSES.filter((status) => tally.byStatus[status].value > 0).map(
      (status) => [statusWords(props.kind, status)[lang], tally.byStatus[status]] as const,
    ),
    ...(props.extra ?? []).filter(([, count]) => count.value > 0),
  ];
  return (
    <div className={styles.figures}>
      {counts.map(([label, count]) => (
        <span key={label}>
          <Text size={200}>{asHeading(label)}</Text>{" "}
          <FigureTile
            metric={words.figureOf(props.name, asHeading(label))}
            text={String(count.value)}
            rows={count.rows}
            onShow={props.onShow}
          />
        </span>
      ))}
    </div>
  );
}
