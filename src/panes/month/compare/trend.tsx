/** Rates over the kept periods and now, a small bar each, and their figures. */
import {
  makeStyles,
  mergeClasses,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  Text,
  tokens,
} from "@fluentui/react-components";
import { useMemo } from "react";
import type { KeptPeriod } from "../../../app/kept-periods";
import { percentText, pointsText, trendUntil } from "../../../app/month";
import { KIND_WORDS } from "../../../app/words";
import type { Period } from "../../../month";
import { isoDate } from "../../../zh/civil-date";
import { useLang, useSession, useSnapshot, useWords } from "../../session-context";
import { useMonthStyles } from "../styles";
import { asHeading } from "../../words";
import { MONTH_PANE_WORDS } from "../words";

const useStyles = makeStyles({
  bar: {
    height: "8px",
    borderRadius: "4px",
    backgroundColor: tokens.colorNeutralBackground5,
    overflow: "hidden",
    marginTop: tokens.spacingVerticalXXS,
    "@media (forced-colors: active)": { border: "1px solid CanvasText" },
  },
  fill: { height: "100%", backgroundColor: tokens.colorBrandBackground, forcedColorAdjust: "none" },
  day: { width: "34%" },
});

export function Trend(props: {
  readonly now: Period;
  readonly kept: readonly KeptPeriod[];
  readonly precision: 0 | 1 | 2;
}) {
  const { now, kept, precision } = props;
  const styles = useMonthStyles();
  const own = useStyles();
  const words = useWords(MONTH_PANE_WORDS);
  const lang = useLang();
  const session = useSession();
  const { settings } = useSnapshot();
  const trend = useMemo(
    () => trendUntil(session, kept, now),
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [session, kept, now, settings.definition, settings.denominator],
  );
  if (trend.length < 2) return null;
  const head = (text: string) => (
    <TableHeaderCell role="columnheader" className={mergeClasses(styles.num, styles.cell)}>
      {text}
    </TableHeaderCell>
  );
  return (
    <div className={styles.stack} data-testid="trend">
      <Text as="h3" weight="semibold" className={styles.text}>
        {words.trend}
      </Text>
      {now.kinds.map((kind) => (
        <Table key={kind} size="extra-small" role="table" aria-label={`${KIND_WORDS[kind][lang]} ${words.trend}`}>
          <TableHeader role="rowgroup">
            <TableRow role="row">
              <TableHeaderCell role="columnheader" className={mergeClasses(own.day, styles.cell)}>
                {asHeading(KIND_WORDS[kind][lang])}
              </TableHeaderCell>
              {head(words.done)}
              {head(words.rate)}
              {head(words.points)}
            </TableRow>
          </TableHeader>
          <TableBody role="rowgroup">
            {trend.flatMap(({ asOf, kinds }) =>
              kinds
                .filter((one) => one.kind === kind)
                .map((one) => (
                  <TableRow key={isoDate(asOf)} role="row" data-testid="trend-row">
                    <TableCell role="cell" className={mergeClasses(own.day, styles.cell)}>
                      <div>
                        {isoDate(asOf)}
                        <div className={own.bar} aria-hidden>
                          <div
                            className={own.fill}
                            style={{
                              width: `${one.denominator === 0 ? 0 : (one.numerator / one.denominator) * 100}%`,
                            }}
                          />
                        </div>
                      </div>
                    </TableCell>
                    <TableCell role="cell" className={mergeClasses(styles.num, styles.cell)}>
                      {one.numerator}/{one.denominator}
                    </TableCell>
                    <TableCell role="cell" className={mergeClasses(styles.num, styles.cell)}>
                      {percentText(one.numerator, one.denominator, precision) ?? words.noRate}
                    </TableCell>
                    <TableCell role="cell" className={mergeClasses(styles.num, styles.cell)}>
                      {pointsText(one.before, one, precision) ?? words.noRate}
                    </TableCell>
                  </TableRow>
                )),
            )}
          </TableBody>
        </Table>
      ))}
    </div>
  );
}
