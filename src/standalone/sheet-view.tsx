/**
 * The ledger beside the panes, read-only: virtual rows and columns, merged cells, marks of the findings, the selection
 * that panes ask for. A cell is read in full in the line above the sheet.
 */
import {
  memo,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type KeyboardEvent,
  type ReactNode,
} from "react";
import { makeStyles, mergeClasses, Select, Tab, TabList, Text, tokens } from "@fluentui/react-components";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type Area, type Grid, valueAt, cellName, columnName, displayText } from "../grid";
import { widthOf } from "../zh/text";
import type { Lang, Severity } from "../rule";
import type { LedgerView } from "../app/session";
import { COLUMN_WORDS } from "../app/words";
import { useSession, useSnapshot, useWords } from "../panes/session-context";
import { indexMerges } from "./merge-index";
import type { SheetStore } from "./sheet-store";
import { STANDALONE_WORDS } from "./words";

const ROW_HEIGHT = 26;
const HEAD_HEIGHT = 24;
const ROW_HEAD_WIDTH = 52;
const SAMPLE_ROWS = 60;
const PAGE = 20;

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    height: "100%",
    minWidth: 0,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  line: {
    display: "flex",
    gap: tokens.spacingHorizontalS,
    alignItems: "center",
    minHeight: "32px",
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  address: { minWidth: "64px", fontFamily: tokens.fontFamilyMonospace },
  text: {
    flexGrow: 1,
    minWidth: 0,
    maxHeight: "72px",
    overflowY: "auto",
    overflowWrap: "anywhere",
    whiteSpace: "pre-wrap",
  },
  scroller: {
    flexGrow: 1,
    minHeight: 0,
    overflow: "auto",
    position: "relative",
    outlineOffset: "-2px",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  canvas: { position: "relative" },
  cell: {
    position: "absolute",
    boxSizing: "border-box",
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: `${ROW_HEIGHT - 2}px`,
    padding: "0 4px",
    overflow: "hidden",
    whiteSpace: "nowrap",
    textOverflow: "ellipsis",
    cursor: "cell",
  },
  merged: {
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
    lineHeight: "18px",
    display: "flex",
    alignItems: "center",
  },
  head: {
    position: "absolute",
    boxSizing: "border-box",
    textAlign: "center",
    fontSize: tokens.fontSizeBase100,
    color: tokens.colorNeutralForeground3,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  topHead: { position: "sticky", top: 0, zIndex: 3, height: `${HEAD_HEIGHT}px` },
  known: { backgroundColor: tokens.colorBrandBackground2 },
  asked: { backgroundColor: tokens.colorStatusWarningBackground1 },
  header: { fontWeight: tokens.fontWeightSemibold, backgroundColor: tokens.colorNeutralBackground2 },
  hidden: { color: tokens.colorNeutralForeground3, fontStyle: "italic" },
  struck: { textDecorationLine: "line-through" },
  error: {
    backgroundColor: tokens.colorStatusDangerBackground2,
    color: tokens.colorNeutralForeground1,
    boxShadow: `inset 3px 0 0 ${tokens.colorStatusDangerForeground1}`,
  },
  warning: {
    backgroundColor: tokens.colorStatusWarningBackground2,
    color: tokens.colorNeutralForeground1,
    boxShadow: `inset 3px 0 0 ${tokens.colorStatusWarningForeground1}`,
  },
  info: { boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}` },
  selected: { outline: `2px solid ${tokens.colorBrandStroke1}`, outlineOffset: "-2px", zIndex: 2 },
  tabs: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, overflowX: "auto", flexShrink: 0 },
  sheets: { minWidth: "120px" },
});

/** Columns of a table that were recognised, by the area they take: what each was taken for. */
interface Tint {
  readonly area: Area;
  readonly asked: boolean;
  readonly field: string;
}

function tintsOf(ledgers: readonly LedgerView[], lang: Lang): readonly Tint[] {
  return ledgers.flatMap(({ headerArea, lastRow, columns }) =>
    columns.flatMap(({ col, key, doubtful }): Tint[] =>
      lastRow === null || (key === null && !doubtful)
        ? []
        : [
            {
              area: { top: headerArea.top, left: col, bottom: lastRow, right: col },
              asked: doubtful,
              field: key === null ? "" : COLUMN_WORDS[key][lang],
            },
          ],
    ),
  );
}

type Marks = ReadonlyMap<number, Severity>;

/** Width of a column from what stands in its first rows, between 56 and 260 px. */
function columnWidths(grid: Grid, cols: number): number[] {
  const widths = new Array<number>(cols).fill(56);
  const spanned = new Set(grid.merges.filter((a) => a.right > a.left).map((a) => `${a.top},${a.left}`));
  for (let row = 0; row < Math.min(grid.values.length, SAMPLE_ROWS); row++) {
    const cells = grid.values[row] ?? [];
    for (let col = 0; col < cells.length && col < cols; col++) {
      const value = cells[col];
      if (value === null || value === undefined || spanned.has(`${row},${col}`)) continue;
      const text =
        typeof value === "string" ? value.slice(0, 60) : displayText(value, grid.formatAt?.(row, col), grid.date1904);
      widths[col] = Math.max(widths[col] ?? 56, Math.min(260, widthOf(text) * 7 + 14));
    }
  }
  return widths;
}

function textAt(grid: Grid, row: number, col: number): string {
  const value = valueAt(grid, row, col);
  if (value === null) return "";
  return typeof value === "string" ? value : displayText(value, grid.formatAt?.(row, col), grid.date1904);
}

const within = (area: Area, row: number, col: number) =>
  row >= area.top && row <= area.bottom && col >= area.left && col <= area.right;

export default function SheetView(props: { readonly store: SheetStore }) {
  const styles = useStyles();
  const words = useWords(STANDALONE_WORDS);
  const { grids, selection, version } = useSyncExternalStore(props.store.subscribe, props.store.getSnapshot);
  const snapshot = useSnapshot();
  const session = useSession();
  const shown = useMemo(() => grids.filter((grid) => grid.visibility === "visible"), [grids]);
  const [chosen, setChosen] = useState<string | null>(null);
  const grid = shown.find((g) => g.sheet === chosen) ?? grids.find((g) => g.sheet === chosen) ?? shown[0] ?? grids[0];

  useEffect(() => {
    if (selection) setChosen(selection.sheet);
  }, [selection]);

  const { revision } = snapshot;
  const marksOn = snapshot.marks.on;
  const marks: Marks = useMemo(() => {
    const found = new Map<number, Severity>();
    const rank = { error: 3, warning: 2, info: 1 } as const;
    if (!marksOn) return found;
    for (const finding of session.findings()?.findings ?? []) {
      if (finding.sheet !== grid?.sheet) continue;
      const key = finding.row * 16_384 + finding.col;
      const before = found.get(key);
      if (!before || rank[finding.severity] > rank[before]) found.set(key, finding.severity);
    }
    return found;
    // `revision` stands for everything the findings depend on.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [session, revision, grid?.sheet, marksOn]);

  if (!grid) return <div className={styles.root} />;
  const ledgers = snapshot.ledgers.filter((ledger) => ledger.sheet === grid.sheet);
  const headerRows = ledgers.map((ledger) => ledger.headerArea);
  return (
    <section className={styles.root} aria-label={words.sheetView} data-testid="sheet-view" data-version={version}>
      <SheetGrid
        key={grid.sheet}
        grid={grid}
        marks={marks}
        headers={headerRows}
        tints={tintsOf(ledgers, snapshot.settings.lang)}
        selection={selection?.sheet === grid.sheet ? selection : null}
      />
      {shown.length > 8 ? (
        <Select
          className={styles.sheets}
          aria-label={words.sheets}
          value={grid.sheet}
          onChange={(_e, data) => setChosen(data.value)}
        >
          {shown.map((g) => (
            <option key={g.sheet}>{g.sheet}</option>
          ))}
        </Select>
      ) : (
        <TabList
          className={styles.tabs}
          size="small"
          selectedValue={grid.sheet}
          aria-label={words.sheets}
          onTabSelect={(_e, data) => setChosen(String(data.value))}
        >
          {shown.map((g) => (
            <Tab key={g.sheet} value={g.sheet}>
              {g.sheet}
            </Tab>
          ))}
        </TabList>
      )}
    </section>
  );
}

interface SheetGridProps {
  readonly grid: Grid;
  readonly marks: Marks;
  readonly headers: readonly Area[];
  readonly tints: readonly Tint[];
  readonly selection: { readonly areas: readonly Area[]; readonly serial: number } | null;
}

const SheetGrid = memo(function SheetGrid(props: SheetGridProps) {
  const { grid, marks, headers, tints, selection } = props;
  const styles = useStyles();
  const words = useWords(STANDALONE_WORDS);
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<{ row: number; col: number }>({ row: 0, col: 0 });
  const [ownSelection, setOwnSelection] = useState(false);

  const cols = useMemo(() => {
    let widest = 1;
    for (const cells of grid.values) if (cells && cells.length > widest) widest = cells.length;
    return Math.min(16_384, widest + 1);
  }, [grid]);
  const rows = grid.values.length + 1;
  const merges = useMemo(() => indexMerges(grid.merges), [grid.merges]);
  const { widths, lefts } = useMemo(() => {
    const w = columnWidths(grid, cols);
    const l = [0];
    for (const width of w) l.push((l[l.length - 1] ?? 0) + width);
    return { widths: w, lefts: l };
  }, [grid, cols]);

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
  const onKeyDown = (event: KeyboardEvent) => {
    const { row, col } = active;
    const steps: Readonly<Record<string, readonly [number, number]>> = {
      ArrowUp: [row - 1, col],
      ArrowDown: [row + 1, col],
      ArrowLeft: [row, col - 1],
      ArrowRight: [row, col + 1],
      PageUp: [row - PAGE, col],
      PageDown: [row + PAGE, col],
      Home: event.ctrlKey ? [0, 0] : [row, 0],
      End: event.ctrlKey ? [rows - 1, cols - 1] : [row, cols - 1],
    };
    const step = Object.hasOwn(steps, event.key) ? steps[event.key] : undefined;
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
  const isSelected = (row: number, col: number) => selectedAreas.some((area) => within(area, row, col));
  const isHeader = (row: number) => headers.some((area) => row >= area.top && row <= area.bottom);

  const cell = (row: number, col: number, area: Area | null): ReactNode => {
    const bottom = Math.min(area?.bottom ?? row, rows - 1);
    const right = Math.min(area?.right ?? col, cols - 1);
    const severity = marks.get(row * 16_384 + col);
    const text = textAt(grid, row, col);
    const tint = tints.find((one) => within(one.area, row, col));
    return (
      <div
        key={`${row},${col}`}
        id={`cell-${row}-${col}`}
        role="gridcell"
        aria-colindex={col + 1}
        aria-rowindex={row + 1}
        aria-label={severity ? `${cellName(row, col)} ${text} ${words[severity]}` : `${cellName(row, col)} ${text}`}
        aria-selected={isSelected(row, col)}
        data-cell={cellName(row, col)}
        data-severity={severity}
        data-tint={tint ? (tint.asked ? "asked" : "known") : undefined}
        title={tint && isHeader(row) && tint.field !== "" ? words.takenFor(tint.field) : undefined}
        className={mergeClasses(
          styles.cell,
          area ? styles.merged : undefined,
          isHeader(row) ? styles.header : undefined,
          tint ? styles[tint.asked ? "asked" : "known"] : undefined,
          grid.hiddenRows.has(row) || grid.hiddenCols.has(col) ? styles.hidden : undefined,
          grid.struckAt?.(row, col) ? styles.struck : undefined,
          severity ? styles[severity] : undefined,
          isSelected(row, col) ? styles.selected : undefined,
        )}
        style={{
          top: HEAD_HEIGHT + row * ROW_HEIGHT,
          left: ROW_HEAD_WIDTH + (lefts[col] ?? 0),
          width: (lefts[right + 1] ?? 0) - (lefts[col] ?? 0),
          height: (bottom - row + 1) * ROW_HEIGHT,
        }}
        onMouseDown={() => move(row, col)}
      >
        {text.length > 400 ? `${text.slice(0, 400)}…` : text}
      </div>
    );
  };

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
        aria-readonly
        aria-activedescendant={`cell-${active.row}-${active.col}`}
        onKeyDown={onKeyDown}
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
        </div>
      </div>
    </>
  );
});
