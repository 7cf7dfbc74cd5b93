/** Figures of one kind of item, and of persons held to account. */
import { MessageBar, MessageBarBody, Subtitle2, Text } from "@fluentui/react-components";
import { printRate, ratedOf } from "../../app/core";
import type { KindTally, Tally } from "../../tally";
import { KIND_WORDS } from "../../app/words";
import { Card } from "../card";
import { useLang, useWords } from "../session-context";
import { StatusBar, BarLegend, FigureTile, StatusFigures, type Show } from "./figures";
import { useTallyStyles } from "./styles";
import { asHeading } from "../words";
import { TALLY_WORDS } from "./words";

export function KindCard(props: { readonly kind: KindTally; readonly precision: 0 | 1 | 2; readonly onShow: Show }) {
  const { kind } = props;
  const styles = useTallyStyles();
  const words = useWords(TALLY_WORDS);
  const lang = useLang();
  const name = asHeading(KIND_WORDS[kind.kind][lang]);
  const rate = ratedOf(kind);
  const percent = printRate(rate, props.precision);
  const measuresRate = kind.measures ? ratedOf(kind.measures) : null;
  const unknown = kind.byStatus.unknown.value;
  return (
    <Card data-testid={`tally-${kind.kind}`}>
      <div className={styles.head}>
        <Subtitle2 as="h2" className={styles.grow}>
          {name}
        </Subtitle2>
        {rate && percent ? (
          <FigureTile
            metric={words.figureOf(name, kind.kind === "letter" ? words.closedRate : words.doneRate)}
            text={percent}
            rows={rate.rows}
            rate={rate}
            onShow={props.onShow}
            className={styles.rate}
            testId={`rate-${kind.kind}`}
          />
        ) : (
          <Text className={styles.rate}>{words.unrated}</Text>
        )}
      </div>
      <StatusBar total={kind.total.value} done={kind.done.value} overdue={kind.overdue.value} />
      <BarLegend />
      {unknown > 0 ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{words.unknownWarning(unknown)}</MessageBarBody>
        </MessageBar>
      ) : null}
      <StatusFigures
        name={name}
        kind={kind.kind}
        tally={kind}
        onShow={props.onShow}
        extra={[
          [words.overdue, kind.overdue],
          [words.dueSoon, kind.dueSoon],
          ...(kind.onTime === null ? [] : [[words.onTime, kind.onTime] as const]),
          [words.parents, kind.parents],
          [words.sections, kind.sections],
        ]}
      />
      {kind.measures ? (
        <>
          <div className={styles.head}>
            <Text weight="semibold" className={styles.grow}>
              {words.measures}
            </Text>
            <Text>{printRate(measuresRate, props.precision) ?? words.unrated}</Text>
          </div>
          <StatusFigures name={words.measures} kind="problem" tally={kind.measures} onShow={props.onShow} />
        </>
      ) : null}
    </Card>
  );
}

export function AccountabilityCard(props: { readonly tally: Tally; readonly onShow: Show }) {
  const styles = useTallyStyles();
  const words = useWords(TALLY_WORDS);
  const { accountability } = props.tally;
  if (!accountability) return null;
  return (
    <Card data-testid="tally-accountability">
      <div className={styles.head}>
        <Subtitle2 as="h2" className={styles.grow}>
          {words.accountability}
        </Subtitle2>
        <Text>
          {words.persons(accountability.persons.value)} · {words.personTimes(accountability.personTimes.value)}
        </Text>
      </div>
      <div className={styles.figures}>
        {[...accountability.byForm].map(([form, count]) => (
          <span key={form}>
            <Text size={200}>{form}</Text>{" "}
            <FigureTile metric={form} text={String(count.value)} rows={count.rows} onShow={props.onShow} />
          </span>
        ))}
      </div>
    </Card>
  );
}
