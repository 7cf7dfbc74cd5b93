/** The cells of a sheet: virtual rows and columns, merged cells, marks of the findings, a cell walked to by keys. */
import { memo, useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { Text } from "@fluentui/react-components";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type Area, type Grid, cellName, columnName } from "../grid";
import { markKey, type Marks } from "./marks";
import type { Tint } from "./tints";
import { CellEditor } from "./cell-editor";
import { SheetCell } from "./sheet-cell";
import { useStyles, ROW_HEIGHT, HEAD_HEIGHT, ROW_HEAD_WIDTH } from "./sheet-styles";
import { textAt } from "./cell-texts";
import { useGeometry, stepOf } from "./sheet-geometry";

const within = (area: Area, row: number, col: number) =>
  row >= area.top && row <= area.bottom && col >= area.left && col <= area.right;

interface SheetGridProps {
  readonly grid: Grid;
  readonly marks: Marks;
  readonly headers: readonly Area[];
  readonly tints: readonly Tint[];
  /** Writes what was typed into a cell; null where cells cannot be written. */
  readonly onEdit: ((row: number, col: number, typed: string) => Promise<void>) | null;
  readonly selection: { readonly areas: readonly Area[]; readonly serial: number } | null;
}

export const SheetGrid = memo(function SheetGrid(props: SheetGridProps) {
  const { grid, marks, headers, tints, selection, onEdit } = props;
  const styles = useStyles();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<{ row: number; col: number }>({ row: 0, col: 0 });
  const [editing, setEditing] = useState(false);
  const [ownSelection, setOwnSelection] = useState(false);

  const { rows, cols, merges, widths, lefts } = useGeometry(grid);
  const rowVirtual = useVirtualizer({
    count: rows,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    scrollPaddingStart: HEAD_HEIGHT,
  });
  const colVirtual = useVirtualizer({
    horizontal: true,
    count: cols,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => widths[index] ?? 56,
    overscan: 2,
    scrollPaddingStart: ROW_HEAD_WIDTH,
  });

  useEffect(() => {
    const first = selection?.areas[0];
    if (!selection || !first) return;
    setActive({ row: first.top, col: first.left });
    setOwnSelection(false);
    rowVirtual.scrollToIndex(first.top, { align: "center" });
    colVirtual.scrollToIndex(first.left, { align: "auto" });
  }, [selection, rowVirtual, colVirtual]);

  const move = (row: number, col: number) => {
    const next = { row: Math.max(0, Math.min(rows - 1, row)), col: Math.max(0, Math.min(cols - 1, col)) };
    setActive(next);
    setOwnSelection(true);
    rowVirtual.scrollToIndex(next.row, { align: "auto" });
    colVirtual.scrollToIndex(next.col, { align: "auto" });
  };
  const done = (typed: string | null) => {
    setEditing(false);
    scroller.current?.focus({ preventScroll: true });
    if (typed !== null) void onEdit?.(active.row, active.col, typed);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "F2" && onEdit) {
      event.preventDefault();
      setEditing(true);
      return;
    }
    const step = stepOf(event, active, rows, cols);
    if (!step) return;
    event.preventDefault();
    move(step[0], step[1]);
  };

  const visibleRows = rowVirtual.getVirtualItems();
  const visibleCols = colVirtual.getVirtualItems();
  const firstRow = visibleRows[0]?.index ?? 0;
  const lastRow = visibleRows[visibleRows.length - 1]?.index ?? 0;
  const firstCol = visibleCols[0]?.index ?? 0;
  const lastCol = visibleCols[visibleCols.length - 1]?.index ?? 0;
  const touching = merges.touching(firstRow, lastRow).filter((a) => a.left <= lastCol && a.right >= firstCol);
  const selectedAreas: readonly Area[] =
    selection && !ownSelection
      ? selection.areas
      : [{ top: active.row, left: active.col, bottom: active.row, right: active.col }];

  const cell = (row: number, col: number, area: Area | null): ReactNode => (
    <SheetCell
      key={`${row},${col}`}
      grid={grid}
      row={row}
      col={col}
      bottom={Math.min(area?.bottom ?? row, rows - 1)}
      right={Math.min(area?.right ?? col, cols - 1)}
      merged={area !== null}
      header={headers.some((area) => row >= area.top && row <= area.bottom)}
      tint={tints.find((one) => within(one.area, row, col))}
      severity={marks.get(markKey(row, col))}
      selected={selectedAreas.some((area) => within(area, row, col))}
      lefts={lefts}
      onPick={move}
    />
  );

  const cells: ReactNode[] = [];
  for (const area of touching) cells.push(cell(area.top, area.left, area));
  for (const r of visibleRows) {
    for (const c of visibleCols) {
      if (!touching.some((area) => within(area, r.index, c.index))) cells.push(cell(r.index, c.index, null));
    }
  }

  return (
    <>
      <div className={styles.line}>
        <Text className={styles.address} data-testid="cell-address">
          {cellName(active.row, active.col)}
        </Text>
        <Text className={styles.text} data-testid="cell-text" aria-live="polite">
          {textAt(grid, active.row, active.col).slice(0, 4000)}
        </Text>
      </div>
      <div
        ref={scroller}
        className={styles.scroller}
        role="grid"
        tabIndex={0}
        aria-label={grid.sheet}
        aria-rowcount={rows}
        aria-colcount={cols}
        aria-readonly={onEdit === null}
        aria-activedescendant={`cell-${active.row}-${active.col}`}
        onKeyDown={onKeyDown}
        onDoubleClick={() => setEditing(onEdit !== null)}
        data-testid="sheet-grid"
      >
        <div
          role="rowgroup"
          className={styles.canvas}
          style={{ height: HEAD_HEIGHT + rows * ROW_HEIGHT, width: ROW_HEAD_WIDTH + (lefts[cols] ?? 0) }}
        >
          <div role="presentation" className={styles.topHead}>
            {visibleCols.map((c) => (
              <div
                key={c.index}
                aria-hidden
                className={styles.head}
                style={{ left: ROW_HEAD_WIDTH + (lefts[c.index] ?? 0), width: widths[c.index], height: HEAD_HEIGHT }}
              >
                {columnName(c.index)}
              </div>
            ))}
          </div>
          {visibleRows.map((r) => (
            <div
              key={r.index}
              aria-hidden
              className={styles.head}
              style={{ top: HEAD_HEIGHT + r.index * ROW_HEIGHT, left: 0, width: ROW_HEAD_WIDTH, height: ROW_HEIGHT }}
            >
              {r.index + 1}
            </div>
          ))}
          <div role="row" style={{ display: "contents" }}>
            {cells}
          </div>
          {editing ? (
            <CellEditor
              name={cellName(active.row, active.col)}
              text={textAt(grid, active.row, active.col)}
              place={{
                top: HEAD_HEIGHT + active.row * ROW_HEIGHT,
                left: ROW_HEAD_WIDTH + (lefts[active.col] ?? 0),
                width: widths[active.col] ?? 0,
                height: ROW_HEIGHT,
              }}
              onDone={done}
            />
          ) : null}
        </div>
      </div>
    </>
  );
});
