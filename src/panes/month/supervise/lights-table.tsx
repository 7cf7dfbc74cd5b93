/** 亮灯: units of a kind by rank, what is done, what should be by now, and the light as colour, shape and word. */
import {
  makeStyles,
  mergeClasses,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
} from "@fluentui/react-components";
import { NO_UNIT, percentText, pointsText } from "../../../app/month";
import { unitRows } from "../../../app/statistics";
import { KIND_WORDS } from "../../../app/words";
import type { Stats } from "../../../month";
import type { Light } from "../../../tally";
import { useLang, useWords } from "../../session-context";
import { FigureTile, RateOf, type Show } from "../../tally/figures";
import { useMonthStyles } from "../styles";
import { asHeading } from "../../words";
import { MONTH_PANE_WORDS } from "../words";

const useStyles = makeStyles({
  light: { whiteSpace: "nowrap", display: "inline-flex", alignItems: "center", columnGap: "4px" },
  lamp: { width: "12px", height: "12px", flexShrink: 0, forcedColorAdjust: "none" },
  // A ring around each lamp tells it from any ground; shapes tell them apart where colours do not.
  green: { backgroundColor: "#107C10", borderRadius: "50%", outline: "1px solid currentColor" },
  yellow: { backgroundColor: "#FFC000", borderRadius: "2px", outline: "1px solid currentColor" },
  red: { backgroundColor: "#C50F1F", transform: "rotate(45deg) scale(0.85)", outline: "1px solid currentColor" },
});

type StatsKind = Stats["kinds"][number];

export function LightsTable(props: { readonly kind: StatsKind; readonly precision: 0 | 1 | 2; readonly onShow: Show }) {
  const { kind, precision } = props;
  const styles = useMonthStyles();
  const words = useWords(MONTH_PANE_WORDS);
  const lang = useLang();
  const num = mergeClasses(styles.num, styles.cell, styles.groupNum);
  const title = words.lights(asHeading(KIND_WORDS[kind.kind][lang]));
  return (
    <Table size="small" role="table" aria-label={title} data-testid="lights">
      <TableHeader role="rowgroup">
        <TableRow role="row" className={styles.group}>
          <TableHeaderCell role="columnheader" className={mergeClasses(styles.cell, styles.groupName)}>
            {title}
          </TableHeaderCell>
          {[words.done, words.rate, words.due, words.light].map((head) => (
            <TableHeaderCell key={head} role="columnheader" className={num}>
              {head}
            </TableHeaderCell>
          ))}
        </TableRow>
      </TableHeader>
      <TableBody role="rowgroup">
        {kind.units.map((unit) => (
          <TableRow key={unit.name} role="row" className={styles.group} data-testid="lights-row">
            <TableCell role="cell" className={mergeClasses(styles.cell, styles.groupName)}>
              {unit.rank === null ? "" : `${unit.rank}. `}
              {unit.name === NO_UNIT ? asHeading(words.noUnit) : unit.name}
            </TableCell>
            <TableCell role="cell" className={num}>
              <FigureTile
                metric={words.unitDone(unit.name)}
                text={`${unit.completed}/${unit.total}`}
                rows={unitRows(kind, unit.name)}
                onShow={props.onShow}
              />
            </TableCell>
            <TableCell role="cell" className={num}>
              <RateOf
                rate={{ numerator: unit.done, denominator: unit.of }}
                done={unit.completed}
                total={unit.total}
                precision={precision}
              />
            </TableCell>
            <TableCell role="cell" className={num}>
              {percentText(unit.due, unit.of, precision) ?? words.noRate}
            </TableCell>
            <TableCell role="cell" className={num}>
              <Lamp light={unit.light} points={pointsOf(unit)} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function pointsOf({ due, done, of }: StatsKind["units"][number]): string | null {
  return pointsText({ numerator: due, denominator: of }, { numerator: done, denominator: of }, 1);
}

function Lamp(props: { readonly light: Light | null; readonly points: string | null }) {
  const styles = useStyles();
  const words = useWords(MONTH_PANE_WORDS);
  const { light, points } = props;
  if (light === null) return words.noRate;
  return (
    <span className={styles.light} title={points ?? undefined}>
      <span className={mergeClasses(styles.lamp, styles[light])} aria-hidden />
      {words.lightOf[light]}
    </span>
  );
}
