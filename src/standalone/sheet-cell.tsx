/** A cell in its place, or a merged area in that of its cells. */
import { mergeClasses } from "@fluentui/react-components";
import { cellName, type Grid } from "../grid";
import { useWords } from "../panes/session-context";
import type { Severity } from "../rule";
import { textAt } from "./cell-texts";
import type { Tint } from "./tints";
import type { Edges } from "./sheet-geometry";
import { useStyles } from "./sheet-styles";
import { STANDALONE_WORDS } from "./words";

/** Characters of a cell that are drawn. */
const DRAWN = 400;

/** The file's own ground of a cell as a colour; null for none, and for colours that are only known by a theme. */
function fillOf(grid: Grid, row: number, col: number): string | null {
  if (grid.look) return grid.look.styleAt(row, col).fill;
  const fill = grid.fillAt?.(row, col) ?? null;
  const digits = fill === null ? null : /^#?(?:[0-9a-f]{2})?([0-9a-f]{6})$/i.exec(fill);
  return digits?.[1] === undefined ? null : `#${digits[1]}`;
}

/** Whether white letters read better on a ground. */
function dark(fill: string): boolean {
  const n = Number.parseInt(fill.slice(1), 16);
  return 0.299 * (n >> 16) + 0.587 * ((n >> 8) & 255) + 0.114 * (n & 255) < 140;
}

export function SheetCell(props: {
  readonly grid: Grid;
  readonly row: number;
  readonly col: number;
  /** The last row and column it covers. */
  readonly bottom: number;
  readonly right: number;
  readonly merged: boolean;
  /** The last column that its text runs over; null where it stays in the cell. */
  readonly textTo: number | null;
  readonly header: boolean;
  readonly tint: Tint | undefined;
  readonly severity: Severity | undefined;
  readonly selected: boolean;
  /** Where each row and column begins, from the corner of the sheet. */
  readonly tops: Edges;
  readonly lefts: Edges;
  /** The corner within what it is drawn in. */
  readonly origin: { readonly top: number; readonly left: number };
  readonly className?: string | undefined;
  readonly onPick: (row: number, col: number) => void;
}) {
  const { grid, row, col, tops, lefts, severity, tint, textTo } = props;
  const styles = useStyles();
  const words = useWords(STANDALONE_WORDS);
  const name = cellName(row, col);
  const text = textAt(grid, row, col);
  const drawn = text.length > DRAWN ? `${text.slice(0, DRAWN)}…` : text;
  const fill = severity || tint?.asked ? null : fillOf(grid, row, col);
  const look = grid.look?.styleAt(row, col);
  const wrapped = props.merged || look?.wrap === true;
  const height = (tops[props.bottom + 1] ?? 0) - (tops[row] ?? 0);
  return (
    <div
      id={`cell-${row}-${col}`}
      role="gridcell"
      aria-colindex={col + 1}
      aria-rowindex={row + 1}
      aria-label={severity ? `${name} ${text} ${words[severity]}` : `${name} ${text}`}
      aria-selected={props.selected}
      data-cell={name}
      data-severity={severity}
      data-tint={tint ? (tint.asked ? "asked" : "known") : undefined}
      title={tint && props.header && tint.field !== "" ? words.takenFor(tint.field) : undefined}
      className={mergeClasses(
        styles.cell,
        wrapped ? styles.wrapped : undefined,
        textTo === null ? undefined : styles.running,
        props.header ? styles.header : undefined,
        look ? styles[look.bold ? "bold" : "plain"] : undefined,
        tint ? styles[tint.asked ? "asked" : "known"] : undefined,
        grid.hiddenRows.has(row) || grid.hiddenCols.has(col) ? styles.hidden : undefined,
        grid.struckAt?.(row, col) ? styles.struck : undefined,
        severity ? styles[severity] : undefined,
        props.selected ? styles.selected : undefined,
        props.className,
      )}
      style={{
        top: props.origin.top + (tops[row] ?? 0),
        left: props.origin.left + (lefts[col] ?? 0),
        width: (lefts[props.right + 1] ?? 0) - (lefts[col] ?? 0),
        height,
        ...(wrapped ? {} : { lineHeight: `${height - 2}px` }),
        ...(fill === null ? {} : { backgroundColor: fill, color: dark(fill) ? "#ffffff" : "#000000" }),
      }}
      onMouseDown={() => props.onPick(row, col)}
    >
      {textTo === null ? (
        drawn
      ) : (
        <span className={styles.run} style={{ width: (lefts[textTo + 1] ?? 0) - (lefts[col] ?? 0) }}>
          {drawn}
        </span>
      )}
    </div>
  );
}
