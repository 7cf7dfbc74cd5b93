/** The cells of a sheet: virtual rows and columns, merged cells, marks of the findings, a cell walked to by keys. */
import { memo, useEffect, useLayoutEffect, useRef, useState, type ComponentProps, type KeyboardEvent } from "react";
import { Text } from "@fluentui/react-components";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type Area, type Grid, cellName } from "../grid";
import type { Marks } from "./marks";
import type { Tint } from "./tints";
import { CellEditor, type Onward } from "./cell-editor";
import { ColumnHeads, frozenIn, SheetLayers } from "./sheet-layers";
import { useStyles, HEAD_HEIGHT, ROW_HEAD_WIDTH } from "./sheet-styles";
import { textAt } from "./cell-texts";
import { type Heads, landOn, useGeometry, stepOf } from "./sheet-geometry";

interface SheetGridProps {
  readonly grid: Grid;
  readonly marks: Marks;
  readonly headers: readonly Area[];
  readonly tints: readonly Tint[];
  /** What stays in sight where the file has nothing stay. */
  readonly heads: Heads;
  /** Writes what was typed into a cell; null where cells cannot be written. */
  readonly onEdit: ((row: number, col: number, typed: string) => Promise<void>) | null;
  readonly selection: { readonly areas: readonly Area[]; readonly serial: number } | null;
}

export const SheetGrid = memo(function SheetGrid(props: SheetGridProps) {
  const { grid, marks, headers, tints, selection, onEdit } = props;
  const styles = useStyles();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<{ row: number; col: number }>({ row: 0, col: 0 });
  const [typed, setTyped] = useState<ComponentProps<typeof CellEditor>["typed"]>(null);
  // A new box for each text: what is taken back in it with Ctrl+Z is its own typing only.
  const [box, setBox] = useState({ serial: 0, takesFocus: false });
  const [ownSelection, setOwnSelection] = useState(false);

  const geometry = useGeometry(grid, props.heads);
  const { rows, cols, widths, lefts, tops } = geometry;
  const rowVirtual = useVirtualizer({
    count: rows,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (tops[index + 1] ?? 0) - (tops[index] ?? 0),
    overscan: 8,
    paddingStart: HEAD_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT + (tops[geometry.frozen.rows] ?? 0),
  });
  const colVirtual = useVirtualizer({
    horizontal: true,
    count: cols,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => widths[index] ?? 56,
    overscan: 2,
    paddingStart: ROW_HEAD_WIDTH,
    scrollPaddingStart: ROW_HEAD_WIDTH + (lefts[geometry.frozen.cols] ?? 0),
  });
  useLayoutEffect(() => {
    rowVirtual.measure();
    colVirtual.measure();
  }, [tops, lefts, rowVirtual, colVirtual]);

  useEffect(() => {
    const first = selection?.areas[0];
    if (!selection || !first) return;
    setActive({ row: first.top, col: first.left });
    setOwnSelection(false);
    rowVirtual.scrollToIndex(first.top, { align: "center" });
    colVirtual.scrollToIndex(first.left, { align: "auto" });
  }, [selection, rowVirtual, colVirtual]);

  const move = (row: number, col: number) => {
    const next = landOn(geometry, active, row, col);
    setActive(next);
    setOwnSelection(true);
    rowVirtual.scrollToIndex(next.row, { align: "auto" });
    colVirtual.scrollToIndex(next.col, { align: "auto" });
  };
  const text = textAt(grid, active.row, active.col);
  const done = (written: string | null, onward: Onward | null) => {
    setTyped(null);
    setBox(({ serial }) => ({ serial: serial + 1, takesFocus: onward !== null }));
    if (written !== null) void onEdit?.(active.row, active.col, written);
    if (onward !== null) move(active.row + onward[0], active.col + onward[1]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
    if (onEdit && plain && (event.key === "F2" || event.key === "Backspace" || event.key === "Delete")) {
      event.preventDefault();
      if (event.key === "F2") setTyped({ text, whole: true });
      else if (event.key === "Backspace") setTyped({ text: "", whole: false });
      else if (text !== "") void onEdit(active.row, active.col, "");
      return;
    }
    const step = stepOf(event, active, rows, cols);
    if (!step) return;
    event.preventDefault();
    move(step[0], step[1]);
  };

  const visibleRows = rowVirtual.getVirtualItems().map(({ index }) => index);
  const visibleCols = colVirtual.getVirtualItems().map(({ index }) => index);
  const frozen = frozenIn(geometry, rowVirtual.scrollRect?.height ?? 0, colVirtual.scrollRect?.width ?? 0);
  const selectedAreas: readonly Area[] =
    selection && !ownSelection
      ? selection.areas
      : [{ top: active.row, left: active.col, bottom: active.row, right: active.col }];
  const drawn = { grid, marks, headers, tints, geometry, frozen, selectedAreas, onPick: move };
  const isFrozenRow = active.row < frozen.rows;
  const isFrozenCol = active.col < frozen.cols;

  return (
    <>
      <div className={styles.line}>
        <Text className={styles.address} data-testid="cell-address">
          {cellName(active.row, active.col)}
        </Text>
        <Text className={styles.text} data-testid="cell-text" aria-live="polite">
          {text.slice(0, 4000)}
        </Text>
      </div>
      <div
        ref={scroller}
        className={styles.scroller}
        role="grid"
        // Where cells can be written, the box that takes what is typed has the keyboard.
        tabIndex={onEdit ? -1 : 0}
        onFocus={({ target, currentTarget }) => {
          if (target === currentTarget) currentTarget.querySelector("textarea")?.focus({ preventScroll: true });
        }}
        aria-label={grid.sheet}
        aria-rowcount={rows}
        aria-colcount={cols}
        aria-readonly={onEdit === null}
        aria-activedescendant={`cell-${active.row}-${active.col}`}
        onKeyDown={onKeyDown}
        onDoubleClick={() => (onEdit && typed === null ? setTyped({ text, whole: true }) : undefined)}
        data-testid="sheet-grid"
      >
        <div
          role="rowgroup"
          className={styles.canvas}
          style={{ height: HEAD_HEIGHT + (tops[rows] ?? 0), width: ROW_HEAD_WIDTH + (lefts[cols] ?? 0) }}
        >
          <ColumnHeads cols={visibleCols} frozen={frozen.cols} geometry={geometry} />
          <div role="row" style={{ display: "contents" }}>
            <SheetLayers {...drawn} rows={visibleRows} cols={visibleCols} />
            {onEdit ? (
              <div role="gridcell" style={{ display: "contents" }}>
                <CellEditor
                  key={box.serial}
                  takesFocus={box.takesFocus}
                  name={cellName(active.row, active.col)}
                  text={text}
                  typed={typed}
                  place={{
                    top: HEAD_HEIGHT + (tops[active.row] ?? 0) + (isFrozenRow ? (scroller.current?.scrollTop ?? 0) : 0),
                    left:
                      ROW_HEAD_WIDTH +
                      (lefts[active.col] ?? 0) +
                      (isFrozenCol ? (scroller.current?.scrollLeft ?? 0) : 0),
                    width: widths[active.col] ?? 0,
                    height: (tops[active.row + 1] ?? 0) - (tops[active.row] ?? 0),
                  }}
                  onType={(now) => setTyped({ text: now, whole: false })}
                  onDone={done}
                />
              </div>
            ) : null}
          </div>
        </div>
      </div>
    </>
  );
});
