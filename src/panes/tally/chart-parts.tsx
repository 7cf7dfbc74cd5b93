/** Parts of the drawing: a month's bar, and what its colours mean. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { BAR_PARTS, type BarFigures, type BarPart } from "./month-bars";
import { HEIGHT, LEFT } from "./chart-sizes";

/** A part of a bar at least this high has room for its number. */
const ROOM = 14;

const useStyles = makeStyles({
  text: {
    fill: tokens.colorNeutralForeground1,
    forcedColorAdjust: "none",
    "@media (forced-colors: active)": { fill: "CanvasText" },
  },
  bar: {
    cursor: "pointer",
    "&:focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    "&:hover": { opacity: 0.85 },
  },
  // A ground, an edge and a pattern on it: full, dotted, striped.
  done: {
    fill: tokens.colorPaletteGreenForeground3,
    forcedColorAdjust: "none",
    "@media (forced-colors: active)": { fill: "CanvasText" },
  },
  open: {
    fill: tokens.colorPaletteBlueBorderActive,
    forcedColorAdjust: "none",
    "@media (forced-colors: active)": { fill: "CanvasText" },
  },
  overdue: {
    fill: tokens.colorPaletteRedBorderActive,
    forcedColorAdjust: "none",
    "@media (forced-colors: active)": { fill: "CanvasText" },
  },
  gap: {
    fill: tokens.colorNeutralBackground1,
    stroke: tokens.colorNeutralBackground1,
    forcedColorAdjust: "none",
    "@media (forced-colors: active)": { fill: "Canvas", stroke: "Canvas" },
  },
  /** On a ground of its own: an edge around figures closes them where a pattern lies behind. */
  inside: {
    fill: tokens.colorNeutralForeground1,
    fontSize: "11px",
    forcedColorAdjust: "none",
    "@media (forced-colors: active)": { fill: "CanvasText" },
  },
});

export function MonthBar(props: {
  readonly bar: BarFigures;
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
  const stack = BAR_PARTS.map((part) => {
    const from = below;
    below += bar[part];
    return { part, top: y(below), height: y(from) - y(below) };
  });
  if (bar.total === 0)
    return props.label === null ? null : (
      <text className={styles.text} x={middle} y={HEIGHT - 6} textAnchor="middle" aria-hidden>
        {props.label}
      </text>
    );
  return (
    <>
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
            <Piece key={part} part={part} x={middle - width / 2} y={top} width={width} height={height} />
          ))}
      </g>
      {/* Beside the bar, not in it: its name tells all of these figures in words. */}
      <g aria-hidden pointerEvents="none">
        {stack
          .filter(({ part, height }) => height >= ROOM && bar[part] !== bar.total)
          .map(({ part, top, height }) => (
            <InsideNumber key={part} value={bar[part]} x={middle} y={top + height / 2} />
          ))}
        <text className={styles.text} x={middle} y={y(bar.total) - 4} textAnchor="middle" data-testid="month-value">
          {bar.total}
        </text>
        {props.label === null ? null : (
          <text className={styles.text} x={middle} y={HEIGHT - 6} textAnchor="middle">
            {props.label}
          </text>
        )}
      </g>
    </>
  );
}

function InsideNumber(props: { readonly value: number; readonly x: number; readonly y: number }) {
  const styles = useStyles();
  const text = String(props.value);
  const width = 6 * text.length + 6;
  return (
    <>
      <rect
        className={styles.gap}
        x={props.x - width / 2}
        y={props.y - ROOM / 2 + 1}
        width={width}
        height={ROOM - 2}
        rx={3}
        strokeWidth={0}
      />
      <text className={styles.inside} x={props.x} y={props.y + 4} textAnchor="middle">
        {text}
      </text>
    </>
  );
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What is done is full, what is open has dots, what is overdue stripes; drawn as lines, so that pictures and paper keep them. */
function Piece(props: Box & { readonly part: BarPart }) {
  const { part, ...box } = props;
  const styles = useStyles();
  return (
    <>
      <rect className={styles[part]} {...box} />
      {part === "open" ? <Dots {...box} /> : null}
      {part === "overdue" ? <Stripes {...box} /> : null}
    </>
  );
}

const steps = (from: number, to: number, by: number): readonly number[] =>
  Array.from({ length: Math.max(0, Math.ceil((to - from) / by)) }, (_, index) => from + index * by);

function Dots({ x, y, width, height }: Box) {
  const styles = useStyles();
  return steps(y + 3, y + height - 1, 6).flatMap((cy) =>
    steps(x + 3, x + width - 1, 6).map((cx) => (
      <circle key={`${cx},${cy}`} className={styles.gap} cx={cx} cy={cy} r={1} />
    )),
  );
}

function Stripes({ x, y, width, height }: Box) {
  const styles = useStyles();
  return steps(y + 3, y + height - 1, 5).map((at) => (
    <line key={at} className={styles.gap} x1={x} x2={x + width} y1={at} y2={at} strokeWidth={1.5} />
  ));
}

/** Part of the drawing, so that a saved picture says what its colours mean. */
export function Legend(props: { readonly names: Readonly<Record<BarPart, string>> }) {
  const styles = useStyles();
  let from = LEFT;
  const entries = BAR_PARTS.map((part) => {
    const entry = { part, x: from };
    // A Chinese character is as wide as the letters are high; Latin ones are narrower.
    from += 34 + 12 * props.names[part].length;
    return entry;
  });
  return (
    <g aria-hidden>
      {entries.map(({ part, x }) => (
        <g key={part}>
          <Piece part={part} x={x} y={28} width={12} height={12} />
          <text className={styles.text} x={x + 16} y={38}>
            {props.names[part]}
          </text>
        </g>
      ))}
    </g>
  );
}
