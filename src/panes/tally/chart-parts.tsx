/** Parts of the drawing: a month's bar, and what its colours mean. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { PARTS, type Bar, type Part } from "./month-bars";
import { HEIGHT, LEFT } from "./chart-sizes";

const useStyles = makeStyles({
  text: { fill: tokens.colorNeutralForeground1 },
  bar: {
    cursor: "pointer",
    "&:focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    "&:hover": { opacity: 0.85 },
  },
  done: { fill: tokens.colorPaletteGreenForeground3, forcedColorAdjust: "none" },
  open: { fill: tokens.colorPaletteBlueBorderActive, forcedColorAdjust: "none" },
  overdue: { fill: tokens.colorPaletteRedBorderActive, forcedColorAdjust: "none" },
});

export function MonthBar(props: {
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
export function Legend(props: { readonly names: Readonly<Record<Part, string>> }) {
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
