/**
 * Deadlines by month as stacked bars (done, open, overdue): a small drawing of our own, whose bars open their rows, which
 * prints as lines and follows the theme and the system's colours.
 */
import { useRef } from "react";
import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Explainable } from "../../app/session";
import type { Kind } from "../../ledger";
import type { MonthTally } from "../../tally";
import { useSession, useWords } from "../session-context";
import { saveFile } from "../shell/save-file";
import { monthBars, BAR_PARTS, BREAK, ticks, type BarFigures } from "./month-bars";
import { pictureOf } from "./picture-of";
import { widthOf } from "../../zh/text";
import { TALLY_WORDS } from "./words";
import { HEIGHT, LEFT } from "./chart-sizes";
import { useWidth } from "./use-width";
import { Legend, MonthBar } from "./chart-parts";

const RIGHT = 8;

/** The title, the legend, and the number above the highest bar. */
const TOP = 64;

const BOTTOM = 24;

const PLOT = HEIGHT - TOP - BOTTOM;

/** A bar is at most this wide, and leaves this part of its place empty. */
const WIDEST = 28;

const SHARE = 0.7;

/** Room for a month written "2025-12". */
const LABEL = 60;

const useStyles = makeStyles({
  chart: {
    width: "100%",
    height: `${HEIGHT}px`,
    display: "block",
    fontFamily: tokens.fontFamilyBase,
    fontSize: "12px",
  },
  text: {
    fill: tokens.colorNeutralForeground1,
    forcedColorAdjust: "none",
    "@media (forced-colors: active)": { fill: "CanvasText" },
  },
  title: { fontWeight: tokens.fontWeightSemibold },
  line: { stroke: tokens.colorNeutralStroke2, strokeWidth: "1px" },
  actions: {
    display: "flex",
    justifyContent: "flex-end",
    gap: tokens.spacingHorizontalS,
    "@media print": { display: "none" },
  },
});

interface DeadlineChartProps {
  readonly months: readonly MonthTally[];
  /** Title of the drawing; a saved picture carries it. */
  readonly title: string;
  /** One kind of item; null for all. */
  readonly kind: Kind | null;
  readonly onShow: (figure: Explainable) => void;
}

/** As large as the drawing has room for: a unit of width is half a character. */
const titleSize = (title: string, width: number): number =>
  Math.max(9, Math.min(14, (2 * (width - LEFT - RIGHT)) / Math.max(1, widthOf(title))));

export function DeadlineChart(props: DeadlineChartProps) {
  const styles = useStyles();
  const words = useWords(TALLY_WORDS);
  const session = useSession();
  const drawing = useRef<SVGSVGElement>(null);
  const width = useWidth(drawing);
  const bars = monthBars(props.months, words.noMonth, props.kind);
  const scale = ticks(Math.max(...bars.map((bar) => bar.total)));
  const place = (width - LEFT - RIGHT) / bars.length;
  /** Only as many months are written as there is room for. */
  const every = Math.max(1, Math.ceil(LABEL / place));
  const y = (value: number) => TOP + PLOT - (value / scale.at(-1)!) * PLOT;
  const names = { done: words.doneCount, open: words.open, overdue: words.overdue };
  const told = (bar: BarFigures) =>
    `${bar.label} ${BAR_PARTS.map((part) => `${names[part]} ${bar[part]}`).join(" · ")}`;
  const picture = () =>
    session.act("download", async () => {
      const background = getComputedStyle(drawing.current!.closest("[data-look]")!).backgroundColor;
      saveFile(await pictureOf(drawing.current!, background), words.pictureName, "png");
      return { name: words.pictureName };
    });
  return (
    <>
      <svg
        ref={drawing}
        className={styles.chart}
        viewBox={`0 0 ${width} ${HEIGHT}`}
        role="group"
        aria-label={words.timelineAlt(props.title)}
        data-testid="deadline-chart"
      >
        <text
          className={mergeClasses(styles.text, styles.title)}
          x={LEFT}
          y={16}
          style={{ fontSize: titleSize(props.title, width) }}
        >
          {props.title}
        </text>
        <Legend names={names} />
        {scale.map((value) => (
          <g key={value}>
            <line className={styles.line} x1={LEFT} x2={width - RIGHT} y1={y(value)} y2={y(value)} />
            <text className={styles.text} x={LEFT - 6} y={y(value) + 4} textAnchor="end">
              {value}
            </text>
          </g>
        ))}
        {bars.map((bar, index) => (
          <MonthBar
            key={`${index} ${bar.label}`}
            bar={bar}
            middle={LEFT + place * (index + 0.5)}
            width={Math.min(WIDEST, place * SHARE)}
            y={y}
            told={told(bar)}
            label={index % every === 0 || bar.label === BREAK ? bar.label : null}
            onShow={() =>
              props.onShow({
                metric: `${props.title} ${bar.label}`,
                text: String(bar.total),
                definition: null,
                rows: bar.rows,
                ofRows: null,
              })
            }
          />
        ))}
      </svg>
      <div className={styles.actions}>
        <Button size="small" onClick={() => void picture()} data-testid="save-picture">
          {words.picture}
        </Button>
      </div>
    </>
  );
}
