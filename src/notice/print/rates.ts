/**
 * Rates as a page of their own (title, unit, date, definition, table, chart), and as a picture that says the same by itself.
 * Every figure is the tally's.
 */
import { KIND_WORDS } from "../../ledger";
import {
  printRate,
  ratedOf,
  unratedBecause,
  type Definition,
  type GroupTally,
  type KindTally,
  type Precision,
  type Rate,
  type Tally,
  type Unrated,
  withLeftOut,
} from "../../tally";
import { widthOf } from "../../zh/text";
import { escapeMarkup } from "../markup";
import { UNRATED_WORDS } from "../no-rate";

export interface RatesInput {
  /** 填报单位; null where neither form nor ledger says it. */
  readonly unit: string | null;
  /** As printed: "2025年12月22日". */
  readonly asOf: string;
  /** 口径 in words. */
  readonly definition: string;
  readonly tally: Tally;
  readonly precision: Precision;
}

const RATES_TITLE = "整改完成率统计";

/** One bar: a kind as a whole, or a unit of the first kind. */
interface RateRow {
  readonly name: string;
  readonly total: number;
  readonly done: number;
  readonly overdue: number;
  readonly rate: Rate | Unrated;
  readonly whole: boolean;
}

function rowOf(name: string, one: KindTally | GroupTally, definition: Definition, whole: boolean): RateRow {
  const { total, done, overdue } = one;
  const rate = ratedOf(one) ?? unratedBecause(one, definition);
  return { name, total: total.value, done: done.value, overdue: overdue.value, rate, whole };
}

/** Kinds that are rated, each with its units behind it. */
function rowsOf(tally: Tally): readonly RateRow[] {
  const units = withLeftOut(tally, "byUnit", "zh");
  return tally.kinds
    .filter(({ kind }) => kind !== "accountability")
    .flatMap((one) => [
      ...(one.total.value === 0 ? [] : [rowOf(KIND_WORDS[one.kind].zh, one, tally.definition, true)]),
      ...units
        .filter((group) => group.kind === one.kind)
        .map((group) => rowOf(group.name, group, tally.definition, false)),
    ]);
}

function headOf(input: RatesInput): readonly string[] {
  return [`填报单位：${input.unit ?? "【待补充：单位全称】"}`, `统计截止：${input.asOf}`, `口径：${input.definition}`];
}

/** Pixels of the drawing; on the page, which is narrower, its texts are as large as those of the table. */
const PICTURE = { width: 960, page: 680, row: 28, left: 220, right: 130, bar: 16, head: 92, foot: 16 } as const;
const COLOURS = { whole: "#1f4e79", part: "#2e75b6", ground: "#e7e6e6", text: "#000000" } as const;
/** Characters of a name beside its bar. */
const LONGEST_NAME = 15;

function shortName(name: string): string {
  return widthOf(name) > LONGEST_NAME * 2 ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
}

function text(x: number, y: number, said: string, size: number, anchor: "start" | "middle" | "end"): string {
  return (
    `<text x="${x}" y="${y}" font-size="${size}" text-anchor="${anchor}" fill="${COLOURS.text}" ` +
    `font-family="SimSun, 宋体, serif">${escapeMarkup(said)}</text>`
  );
}

/** Bars from 0 to 100 percent with their values; `top` is where the first begins. */
function bars(rows: readonly RateRow[], width: number, top: number, precision: Precision): string {
  const { left, right, row: step, bar } = PICTURE;
  const room = width - left - right;
  return rows
    .map((row, index) => {
      const y = top + index * step;
      const { rate } = row;
      const isRated = typeof rate !== "string";
      const share = isRated ? (rate.numerator / rate.denominator) * room : 0;
      const said = rateText(rate, precision) + (isRated ? `（${rate.numerator}/${rate.denominator}）` : "");
      return (
        text(left - 8, y + 13, `${row.whole ? "" : "　"}${shortName(row.name)}`, 13, "end") +
        `<rect x="${left}" y="${y}" width="${room}" height="${bar}" fill="${COLOURS.ground}"/>` +
        `<rect x="${left}" y="${y}" width="${share.toFixed(1)}" height="${bar}" fill="${row.whole ? COLOURS.whole : COLOURS.part}"/>` +
        text(width - right + 8, y + 13, said, 13, "start")
      );
    })
    .join("");
}

function rateText(rate: Rate | Unrated, precision: Precision): string {
  return typeof rate === "string" ? UNRATED_WORDS[rate] : (printRate(rate, precision) ?? "");
}

function drawing(width: number, height: number, inside: string, label: string = RATES_TITLE): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" ` +
    `aria-label="${escapeMarkup(label)}">${inside}</svg>`
  );
}

/** How large the picture is, in pixels. */
export function ratesPictureSize(input: RatesInput): { readonly width: number; readonly height: number } {
  return { width: PICTURE.width, height: PICTURE.head + rowsOf(input.tally).length * PICTURE.row + PICTURE.foot };
}

/**
 * The rates as an SVG that stands alone: title, unit, date, definition, bars with their values.
 * @example ratesPicture(input).startsWith("<svg") // true
 */
export function ratesPicture(input: RatesInput): string {
  const { width, height } = ratesPictureSize(input);
  const [unit = "", asOf = "", definition = ""] = headOf(input);
  return drawing(
    width,
    height,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>` +
      text(width / 2, 32, RATES_TITLE, 22, "middle") +
      text(16, 58, unit, 13, "start") +
      text(width - 16, 58, asOf, 13, "end") +
      text(16, 78, definition, 13, "start") +
      bars(rowsOf(input.tally), width, PICTURE.head, input.precision),
  );
}

const STYLE = `
@page { size: A4 portrait; margin: 20mm; @bottom-center { content: "— " counter(page) " —"; font-size: 9pt; } }
* { box-sizing: border-box; }
body { margin: 0; color: #000; font: 10.5pt/16pt "宋体", SimSun, "Songti SC", serif; }
h1 { margin: 0 0 6pt; text-align: center; font: 18pt/30pt "方正小标宋简体", "华文中宋", STZhongsong, SimSun, serif; }
.line { display: flex; justify-content: space-between; gap: 2em; }
table { width: 100%; margin: 6pt 0 12pt; border-collapse: collapse; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: 0.5pt solid #000; padding: 0 4pt; text-align: right; font-weight: normal; }
th { text-align: center; font-family: "黑体", SimHei, sans-serif; }
td:first-child { text-align: left; }
.whole td { font-weight: bold; }
svg { display: block; width: 100%; height: auto; break-inside: avoid; }
`;

const HEADS = ["事项、责任单位", "总数", "已完成", "超期", "完成率"];

function cells(row: RateRow, precision: Precision): readonly string[] {
  const { name, total, done, overdue, rate, whole } = row;
  return [`${whole ? "" : "　"}${name}`, String(total), String(done), String(overdue), rateText(rate, precision)];
}

/**
 * The rates as a page for print: HTML.
 * @example ratesHtml(input).includes("整改完成率统计") // true
 */
export function ratesHtml(input: RatesInput): string {
  const rows = rowsOf(input.tally);
  const [unit = "", asOf = "", definition = ""] = headOf(input);
  const body = rows
    .map((row) => {
      const tds = cells(row, input.precision).map((cell) => `<td>${escapeMarkup(cell)}</td>`);
      return `<tr${row.whole ? ' class="whole"' : ""}>${tds.join("")}</tr>`;
    })
    .join("");
  // A drawing a bar: pages end between them.
  const chart = rows
    .map((row) => drawing(PICTURE.page, PICTURE.row, bars([row], PICTURE.page, 2, input.precision), row.name))
    .join("");
  return (
    `<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>${RATES_TITLE}</title><style>${STYLE}</style></head>` +
    `<body><h1>${RATES_TITLE}</h1><div class="line"><span>${escapeMarkup(unit)}</span><span>${escapeMarkup(asOf)}</span></div>` +
    `<div class="line"><span>${escapeMarkup(definition)}</span></div>` +
    `<table><thead><tr>${HEADS.map((head) => `<th>${head}</th>`).join("")}</tr></thead><tbody>${body}</tbody></table>` +
    `${chart}<p>一个事项有几个责任单位的，各单位分别计入，合计只计一次。</p></body></html>\n`
  );
}
