/**
 * Deadlines by month as stacked bars (done, open, overdue): a small drawing of our own, whose bars open their rows, which
 * prints as lines and follows the theme and the system's colours.
 */
import { useEffect, useRef, useState, type RefObject } from "react";
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { Explainable } from "../../app/session";
import type { MonthTally } from "../../tally";
import { useSession, useWords } from "../session-context";
import { saveFile } from "../shell/save-file";
import { monthBars, PARTS, ticks, type Bar, type Part } from "./month-bars";
import { pictureOf } from "./picture-of";
import { TALLY_WORDS } from "./words";

const HEIGHT = 220;
const LEFT = 36;
const RIGHT = 8;
const TOP = 28;
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
  text: { fill: tokens.colorNeutralForeground1 },
  line: { stroke: tokens.colorNeutralStroke2, strokeWidth: "1px" },
  bar: {
    cursor: "pointer",
    "&:focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    "&:hover": { opacity: 0.85 },
  },
  done: { fill: tokens.colorPaletteGreenForeground3, forcedColorAdjust: "none" },
  open: { fill: tokens.colorPaletteBlueBorderActive, forcedColorAdjust: "none" },
  overdue: { fill: tokens.colorPaletteRedBorderActive, forcedColorAdjust: "none" },
  actions: {
    display: "flex",
    justifyContent: "flex-end",
    gap: tokens.spacingHorizontalS,
    "@media print": { display: "none" },
  },
});

export interface DeadlineChartProps {
  readonly months: readonly MonthTally[];
  readonly onShow: (figure: Explainable) => void;
}

export function DeadlineChart(props: DeadlineChartProps) {
  const styles = useStyles();
  const words = useWords(TALLY_WORDS);
  const session = useSession();
  const drawing = useRef<SVGSVGElement>(null);
  const width = useWidth(drawing);
  const bars = monthBars(props.months, words.noMonth);
  const scale = ticks(Math.max(...bars.map((bar) => bar.total)));
  const place = (width - LEFT - RIGHT) / bars.length;
  /** Only as many months are written as there is room for. */
  const every = Math.max(1, Math.ceil(LABEL / place));
  const y = (value: number) => TOP + PLOT - (value / scale.at(-1)!) * PLOT;
  const names = { done: words.doneCount, open: words.open, overdue: words.overdue };
  const told = (bar: Bar) => `${bar.label} ${PARTS.map((part) => `${names[part]} ${bar[part]}`).join(" · ")}`;
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
        aria-label={words.timelineAlt}
        data-testid="deadline-chart"
      >
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
            key={bar.label}
            bar={bar}
            middle={LEFT + place * (index + 0.5)}
            width={Math.min(WIDEST, place * SHARE)}
            y={y}
            told={told(bar)}
            label={index % every === 0 ? bar.label : null}
            onShow={() =>
              props.onShow({
                metric: `${words.timeline} ${bar.label}`,
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

function MonthBar(props: {
  readonly bar: Bar;
  readonly middle: number;
  readonly width: number;
  readonly y: (value: number) => number;
  readonly told: string;
  readonly label: string | null;
  readonly onShow: () => void;
}) {
  const { bar, middle, width, y } = props;
  const styles = useStyles();
  let below = 0;
  const stack = PARTS.map((part) => {
    const from = below;
    below += bar[part];
    return { part, top: y(below), height: y(from) - y(below) };
  });
  return (
    <g
      className={styles.bar}
      role="button"
      tabIndex={0}
      aria-label={props.told}
      data-testid="month-bar"
      onClick={props.onShow}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        props.onShow();
      }}
    >
      <title>{props.told}</title>
      {stack
        .filter(({ height }) => height > 0)
        .map(({ part, top, height }) => (
          <rect key={part} className={styles[part]} x={middle - width / 2} y={top} width={width} height={height} />
        ))}
      {props.label === null ? null : (
        <text className={styles.text} x={middle} y={HEIGHT - 6} textAnchor="middle">
          {props.label}
        </text>
      )}
    </g>
  );
}

/** Part of the drawing, so that a saved picture says what its colours mean. */
function Legend(props: { readonly names: Readonly<Record<Part, string>> }) {
  const styles = useStyles();
  let from = LEFT;
  const entries = PARTS.map((part) => {
    const entry = { part, x: from };
    // A Chinese character is as wide as the letters are high; Latin ones are narrower.
    from += 34 + 12 * props.names[part].length;
    return entry;
  });
  return (
    <g aria-hidden>
      {entries.map(({ part, x }) => (
        <g key={part}>
          <rect className={styles[part]} x={x} y={4} width={10} height={10} />
          <text className={styles.text} x={x + 14} y={13}>
            {props.names[part]}
          </text>
        </g>
      ))}
    </g>
  );
}

/** Width of an element as it is laid out; before that, a usual one. */
function useWidth(ref: RefObject<Element | null>): number {
  const [width, setWidth] = useState(360);
  useEffect(() => {
    const element = ref.current;
    if (!element || typeof ResizeObserver === "undefined") return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width > 0) setWidth(Math.round(entry.contentRect.width));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return width;
}
