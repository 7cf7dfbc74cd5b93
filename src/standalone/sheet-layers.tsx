/**
 * The cells in sight, in four layers as a sheet with frozen heads has them: those that scroll, rows and columns that stay,
 * and the corner of both. A merged area belongs to the layer it begins in.
 */
import { mergeClasses } from "@fluentui/react-components";
import { type Area, columnName, type Grid } from "../grid";
import { markKey, type Marks } from "./marks";
import { SheetCell } from "./sheet-cell";
import { holds, textEnd, type useGeometry } from "./sheet-geometry";
import { HEAD_HEIGHT, ROW_HEAD_WIDTH, useStyles } from "./sheet-styles";
import type { Tint } from "./tints";

type Geometry = ReturnType<typeof useGeometry>;
type Frozen = Geometry["frozen"];

interface Drawn {
  readonly grid: Grid;
  readonly marks: Marks;
  readonly headers: readonly Area[];
  readonly tints: readonly Tint[];
  readonly geometry: Geometry;
  readonly frozen: Frozen;
  readonly selectedAreas: readonly Area[];
  readonly onPick: (row: number, col: number) => void;
}

/** What stays in sight of so much room: heads that would take half of it scroll like everything else. */
export function frozenIn({ frozen, tops, lefts }: Geometry, height: number, width: number): Frozen {
  return {
    rows: height > 0 && (tops[frozen.rows] ?? 0) > height / 2 ? 0 : frozen.rows,
    cols: width > 0 && (lefts[frozen.cols] ?? 0) > width / 2 ? 0 : frozen.cols,
  };
}

const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

export function SheetLayers(props: Drawn & { readonly rows: readonly number[]; readonly cols: readonly number[] }) {
  const { frozen, geometry, rows, cols } = props;
  const styles = useStyles();
  const moving = { rows: rows.filter((row) => row >= frozen.rows), cols: cols.filter((col) => col >= frozen.cols) };
  const heldRows = upTo(frozen.rows);
  const heldCols = upTo(frozen.cols);
  const layer = { top: 0, left: ROW_HEAD_WIDTH };
  return (
    <>
      <div role="presentation" className={styles.layer} style={{ left: 0 }}>
        <RowHeads rows={moving.rows} geometry={geometry} />
        <Block {...props} rows={moving.rows} cols={heldCols} origin={layer} />
      </div>
      <div role="presentation" className={mergeClasses(styles.layer, styles.top)} style={{ top: HEAD_HEIGHT }}>
        <Block {...props} rows={heldRows} cols={moving.cols} origin={layer} />
      </div>
      <div
        role="presentation"
        className={mergeClasses(styles.layer, styles.corner)}
        style={{ top: HEAD_HEIGHT, left: 0 }}
      >
        <RowHeads rows={heldRows} geometry={geometry} />
        <Block {...props} rows={heldRows} cols={heldCols} origin={layer} />
      </div>
      <Block {...props} rows={moving.rows} cols={moving.cols} origin={{ top: HEAD_HEIGHT, left: ROW_HEAD_WIDTH }} />
    </>
  );
}

/** Cells of some rows and columns, merged areas in the place of the cells they cover. */
function Block(
  props: Drawn & {
    readonly rows: readonly number[];
    readonly cols: readonly number[];
    readonly origin: { readonly top: number; readonly left: number };
  },
) {
  const { grid, geometry, frozen, rows, cols } = props;
  const styles = useStyles();
  const [firstRow, lastRow] = [rows[0], rows[rows.length - 1]];
  const [firstCol, lastCol] = [cols[0], cols[cols.length - 1]];
  if (firstRow === undefined || lastRow === undefined || firstCol === undefined || lastCol === undefined) return null;
  const touching = geometry.merges
    .touching(firstRow, lastRow)
    .filter((area) => area.left <= lastCol && area.right >= firstCol);
  const own = touching.filter(
    ({ top, left }) => top < frozen.rows === firstRow < frozen.rows && left < frozen.cols === firstCol < frozen.cols,
  );
  const covered = (row: number, col: number) => touching.some((area) => holds(area, row, col));
  // A text that runs over stays in its layer: the others scroll under it.
  const most = (firstCol < frozen.cols ? frozen.cols : geometry.cols) - 1;
  const cell = (row: number, col: number, area: Area | null) => (
    <SheetCell
      key={`${row},${col}`}
      grid={grid}
      row={row}
      col={col}
      bottom={Math.min(area?.bottom ?? row, geometry.rows - 1)}
      right={Math.min(area?.right ?? col, geometry.cols - 1)}
      textTo={area === null ? textEnd(grid, row, col, geometry.lefts, most, covered) : null}
      merged={area !== null}
      header={props.headers.some(({ top, bottom }) => row >= top && row <= bottom)}
      tint={props.tints.find((one) => holds(one.area, row, col))}
      severity={props.marks.get(markKey(row, col))}
      selected={props.selectedAreas.some((selected) => holds(selected, row, col))}
      tops={geometry.tops}
      lefts={geometry.lefts}
      origin={props.origin}
      className={mergeClasses(
        row === frozen.rows - 1 ? styles.lastFrozenRow : undefined,
        col === frozen.cols - 1 ? styles.lastFrozenCol : undefined,
      )}
      onPick={props.onPick}
    />
  );
  return (
    <>
      {own.map((area) => cell(area.top, area.left, area))}
      {rows.flatMap((row) => cols.filter((col) => !covered(row, col)).map((col) => cell(row, col, null)))}
    </>
  );
}

function RowHeads(props: { readonly rows: readonly number[]; readonly geometry: Geometry }) {
  const styles = useStyles();
  const { tops } = props.geometry;
  return props.rows.map((row) => (
    <div
      key={row}
      aria-hidden
      className={styles.head}
      style={{ top: tops[row], left: 0, width: ROW_HEAD_WIDTH, height: (tops[row + 1] ?? 0) - (tops[row] ?? 0) }}
    >
      {row + 1}
    </div>
  ));
}

/** The letters above the columns, those of frozen columns and the corner where they stay. */
export function ColumnHeads(props: {
  readonly cols: readonly number[];
  readonly frozen: number;
  readonly geometry: Geometry;
}) {
  const styles = useStyles();
  const { widths, lefts } = props.geometry;
  const head = (col: number) => (
    <div
      key={col}
      aria-hidden
      className={styles.head}
      style={{ top: 0, left: ROW_HEAD_WIDTH + (lefts[col] ?? 0), width: widths[col], height: HEAD_HEIGHT }}
    >
      {columnName(col)}
    </div>
  );
  return (
    <div role="presentation" className={styles.topHead}>
      {props.cols.filter((col) => col >= props.frozen).map(head)}
      <div role="presentation" className={styles.layer} style={{ left: 0 }}>
        {upTo(props.frozen).map(head)}
        <div
          aria-hidden
          className={styles.head}
          style={{ top: 0, left: 0, width: ROW_HEAD_WIDTH, height: HEAD_HEIGHT }}
        />
      </div>
    </div>
  );
}
