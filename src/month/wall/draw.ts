/** Pages of the wall chart as SVG, in points of paper: shapes and colours for states, no script, nothing from elsewhere. */
import { KIND_WORDS } from "../../ledger";
import { escapeMarkup } from "../../notice";
import { percentText, type Light, type Precision } from "../../tally";
import { chineseDate } from "../../zh/civil-date";
import { widthOf } from "../../zh/text";
import { LIGHT_NAMES } from "../stats/names";
import { STATES, type Column, type BoardState } from "./board";
import { FLAG, FONT, MARGIN, BOARD_PAGE, TOP, type PlacedColumn, type PlacedRow, type WallPage } from "./pages";

const STATE_NAMES: Readonly<Record<BoardState, string>> = {
  done: "已完成",
  open: "未完成",
  "due-soon": "临期",
  overdue: "超期",
  longTerm: "长期坚持",
  excluded: "不计入",
};

const COLOURS: Readonly<Record<BoardState, string>> = {
  done: "#107C10",
  open: "#0F6CBD",
  "due-soon": "#BC6C00",
  overdue: "#C50F1F",
  longTerm: "#616161",
  excluded: "#616161",
};
const LIGHT_COLOURS: Readonly<Record<Light, string>> = { green: "#107C10", yellow: "#FFC000", red: "#C50F1F" };
const COLUMN_NAMES = { longTerm: "长期", undated: "未定" } as const;
const INK = "#1B1B1B";
const RULE = "#BDBDBD";

export interface DrawOptions {
  readonly title: string;
  readonly precision: Precision;
}

/** One page as an SVG element of A3 size. */
export function pageSvg(page: WallPage, number: number, of: number, options: DrawOptions): string {
  const { board, columns, rows } = page;
  const name = `${options.title}（${KIND_WORDS[board.kind].zh}）`;
  const body = [
    text(BOARD_PAGE.width / 2, TOP.title + FONT.title, FONT.title, name, 'text-anchor="middle" font-weight="bold"'),
    text(BOARD_PAGE.width - MARGIN, TOP.title + FONT.title, FONT.small, `统计截止 ${chineseDate(board.asOf)}`, END),
    ...heads(columns, board.asOf.year * 12 + board.asOf.month - 1),
    // Backgrounds first, so that no line is covered.
    ...rows.flatMap(({ y, height }, index) => (index % 2 === 1 ? [background(y, height)] : [])),
    ...rows.flatMap((row) => drawRow(row, columns, options.precision)),
    ...legend(page, number, of),
  ];
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${escapeMarkup(name)}" width="420mm" height="297mm" ` +
    `viewBox="0 0 ${BOARD_PAGE.width} ${BOARD_PAGE.height}" font-family="'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','SimHei',sans-serif" fill="${INK}">` +
    `<rect width="${BOARD_PAGE.width}" height="${BOARD_PAGE.height}" fill="#FFFFFF"/>${body.join("")}</svg>`
  );
}

const END = 'text-anchor="end"';
const MIDDLE = 'text-anchor="middle"';

function text(x: number, y: number, size: number, value: string, more = ""): string {
  return `<text x="${round(x)}" y="${round(y)}" font-size="${size}"${more === "" ? "" : ` ${more}`}>${escapeMarkup(value)}</text>`;
}

function line(x1: number, y1: number, x2: number, y2: number, more = `stroke="${RULE}"`): string {
  return `<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" ${more}/>`;
}

/** Hundredths of a point: finer than any printer. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Years above, months below, the month of the as-of day marked; a gap where months are left out. */
function heads(columns: readonly PlacedColumn[], now: number): readonly string[] {
  const [top, bottom] = [TOP.heads, TOP.rows];
  const drawn: string[] = [
    line(MARGIN, bottom, BOARD_PAGE.width - MARGIN, bottom, `stroke="${INK}" stroke-width="1.5"`),
  ];
  let year: number | null = null;
  for (const { column, x, width, afterGap } of columns) {
    const middle = x + width / 2;
    if (column === now)
      drawn.push(
        `<rect x="${round(x)}" y="${top + 24}" width="${round(width)}" height="${bottom - top - 24}" fill="#E8EEF7"/>`,
      );
    if (afterGap) drawn.push(text(x - FLAG.mark, bottom - 10, FONT.head, "…"));
    if (typeof column === "number") {
      const own = Math.floor(column / 12);
      if (own !== year) drawn.push(text(x + FLAG.pad, top + 16, FONT.head, `${own}年`, 'font-weight="bold"'));
      year = own;
    }
    drawn.push(text(middle, bottom - 10, FONT.head, columnName(column), MIDDLE));
  }
  return drawn;
}

function columnName(column: Column): string {
  return typeof column === "number" ? `${(column % 12) + 1}月` : COLUMN_NAMES[column];
}

function background(y: number, height: number): string {
  return `<rect x="${MARGIN}" y="${round(y)}" width="${round(BOARD_PAGE.width - 2 * MARGIN)}" height="${round(height)}" fill="#F7F7F7"/>`;
}

function drawRow(placed: PlacedRow, columns: readonly PlacedColumn[], precision: Precision): readonly string[] {
  const { row, y, height, names, continued, flags } = placed;
  const bottom = y + height;
  const drawn: string[] = [];
  let at = y + FLAG.pad + FONT.name;
  for (const name of names) {
    drawn.push(text(MARGIN + FLAG.pad, at, FONT.name, name, 'font-weight="bold"'));
    at += FONT.name + 4;
  }
  if (continued) drawn.push(text(MARGIN + FLAG.pad, at, FONT.small, "（接上页）"));
  else drawn.push(...rateAndLight(row, at, precision));
  for (const { x, afterGap } of columns) {
    drawn.push(line(x, y, x, bottom));
    if (afterGap) drawn.push(line(x - FLAG.mark, y, x - FLAG.mark, bottom, `stroke="${RULE}" stroke-dasharray="2 3"`));
  }
  drawn.push(line(MARGIN, bottom, BOARD_PAGE.width - MARGIN, bottom));
  for (const { flag, label, x, y: top } of flags) {
    const middle = top + FLAG.height / 2;
    drawn.push(
      `<g data-cell="${escapeMarkup(flag.cell)}" data-state="${flag.state}"><title>${escapeMarkup(`${label} ${STATE_NAMES[flag.state]}`)}</title>` +
        `${mark(flag.state, x, middle)}${text(x + FLAG.mark + FLAG.gap, middle + FONT.flag / 3, FONT.flag, label)}</g>`,
    );
  }
  return drawn;
}

function rateAndLight(row: PlacedRow["row"], y: number, precision: Precision): readonly string[] {
  const percent = percentText(row.done, row.of, precision);
  if (percent === null || row.light === null) return [];
  const rate = `${row.done}/${row.of}　${percent}`;
  const x = MARGIN + FLAG.pad + widthOf(rate) * (FONT.small / 2) + FLAG.mark + FLAG.gap;
  return [
    text(MARGIN + FLAG.pad, y, FONT.small, rate),
    `<circle cx="${round(x)}" cy="${round(y - FONT.small / 3)}" r="5" fill="${LIGHT_COLOURS[row.light]}"/>`,
    text(x + FLAG.mark - FLAG.gap, y, FONT.small, LIGHT_NAMES[row.light]),
  ];
}

/** Shape and colour of a state, its left edge at `x`. */
function mark(state: BoardState, x: number, middle: number): string {
  const colour = COLOURS[state];
  const half = FLAG.mark / 2;
  const [cx, cy] = [round(x + half), round(middle)];
  const path = (points: readonly (readonly [number, number])[]): string =>
    `<path d="M${points.map(([a, b]) => `${round(cx + a)} ${round(cy + b)}`).join("L")}Z" fill="${colour}"/>`;
  switch (state) {
    case "done":
      return `<circle cx="${cx}" cy="${cy}" r="${half - 0.5}" fill="${colour}"/>`;
    case "open":
      return `<circle cx="${cx}" cy="${cy}" r="${half - 1.5}" fill="none" stroke="${colour}" stroke-width="2"/>`;
    case "due-soon":
      return path([
        [0, -half],
        [half, half - 1],
        [-half, half - 1],
      ]);
    case "overdue":
      return path([
        [0, -half],
        [half, 0],
        [0, half],
        [-half, 0],
      ]);
    case "longTerm":
      return path([
        [-half + 1, -half + 1],
        [half - 1, -half + 1],
        [half - 1, half - 1],
        [-half + 1, half - 1],
      ]);
    case "excluded": {
      const arm = half - 1.5;
      return (
        `<path d="M${round(cx - arm)} ${round(cy - arm)}L${round(cx + arm)} ${round(cy + arm)}M${round(cx - arm)} ` +
        `${round(cy + arm)}L${round(cx + arm)} ${round(cy - arm)}" fill="none" stroke="${colour}" stroke-width="2.5"/>`
      );
    }
  }
}

/** Every state with its count; they sum to the total. */
function legend({ board }: WallPage, number: number, of: number): readonly string[] {
  const y = BOARD_PAGE.height - MARGIN - 6;
  const drawn: string[] = [];
  let x = MARGIN;
  for (const state of STATES) {
    const label = `${STATE_NAMES[state]} ${board.counts[state]}`;
    drawn.push(mark(state, x, y - FONT.head / 3), text(x + FLAG.mark + FLAG.gap, y, FONT.head, label));
    x += FLAG.mark + FLAG.gap + widthOf(label) * (FONT.head / 2) + 24;
  }
  drawn.push(text(x, y, FONT.head, `共 ${board.total} 项`, 'font-weight="bold"'));
  if (of > 1) drawn.push(text(BOARD_PAGE.width - MARGIN, y, FONT.small, `第 ${number} 页，共 ${of} 页`, END));
  return drawn;
}
