/**
 * Lays out the sign-off sheet (核验签批单) so that it fits one A4 page: every list is cut to its share of the lines and says
 * how many more there are. Nothing is set smaller to make room; the paragraph goes first, it is what gets signed.
 */
import { widthOf } from "../../zh/text";
import { SEVERITY_WORDS, type Severity } from "../../rule";
import { oneLine } from "../document/tidy";
import { itemNumbers } from "./item-numbers";
import type { SignoffFigure, SignoffFinding, SignoffInput, SignoffSheet } from "./types";

/** The page in lines of 15 pt and characters of 10.5 pt (五号); measured on A4 with margins of 20 mm. */
const SHEET = {
  lines: 47,
  characters: 44,
  /** Characters of the columns of figures: 数字, 含义, 口径, 事项编号. */
  columns: [4, 10, 4, 23],
} as const;

/** Lines that are always there: title, facts, headings, statement, signatures, rules of the table. */
const FIXED_LINES = 23;
const MOST_PARAGRAPH = 12;
const LEAST = { figures: 4, findings: 2 } as const;

function linesOf(text: string, characters: number): number {
  return Math.max(1, Math.ceil(widthOf(text) / 2 / characters));
}

/** At most so many characters (as wide as Chinese ones). */
function cut(text: string, characters: number): string {
  if (widthOf(text) <= characters * 2) return text;
  let width = 0;
  let end = 0;
  for (const char of text) {
    width += widthOf(char);
    if (width > characters * 2 - 2) break;
    end += char.length;
  }
  return `${text.slice(0, end)}…`;
}

function figureLines(figure: SignoffFigure): number {
  const [a, b, c, d] = SHEET.columns;
  return Math.max(
    linesOf(figure.text, a),
    linesOf(figure.metric, b),
    linesOf(figure.definition, c),
    linesOf(figure.numbers, d),
  );
}

/** As many as fit, first ones first; `least` are taken whatever they cost. */
function fit<T>(list: readonly T[], room: number, cost: (one: T) => number): { shown: readonly T[]; used: number } {
  let used = 0;
  const shown: T[] = [];
  for (const one of list) {
    const next = cost(one);
    if (used + next > room) break;
    used += next;
    shown.push(one);
  }
  return { shown, used };
}

/** Sentences cut to a line, the first ones whole as long as every other still has its line. */
function lengthen(cutLines: readonly string[], wholeLines: readonly string[], room: number): readonly string[] {
  let spare = room - cutLines.length;
  return cutLines.map((line, i) => {
    const whole = wholeLines[i] ?? line;
    const more = linesOf(whole, SHEET.characters) - 1;
    if (more > spare) return line;
    spare -= more;
    return whole;
  });
}

function findingText(finding: SignoffFinding, room: number): string {
  return cut(oneLine(`〔${SEVERITY_WORDS[finding.severity].zh}〕${finding.cell}：${finding.sentence}`), room);
}

/** 口径 in words, each once: a figure names its number. */
function definitionsOf(input: SignoffInput): readonly string[] {
  const words = new Set<string>();
  for (const span of input.paragraph) {
    if (span.type === "figure" && span.definition !== null) words.add(input.describe(span.definition));
  }
  return Array.from(words);
}

/** @param lines how many lines the numbers of the items may take */
function figuresOf(input: SignoffInput, definitions: readonly string[], lines: number): readonly SignoffFigure[] {
  const seen = new Set<string>();
  return input.paragraph.flatMap((span): readonly SignoffFigure[] => {
    if (span.type !== "figure" || seen.has(`${span.metric} ${span.text}`)) return [];
    seen.add(`${span.metric} ${span.text}`);
    const { text, metric, definition, rows } = span;
    const numbers = itemNumbers(rows, input.numberAt, SHEET.columns[3] * lines - 1);
    const named = definition === null ? "" : `口径${definitions.indexOf(input.describe(definition)) + 1}`;
    return [{ text, metric, definition: named, numbers }];
  });
}

/**
 * The sheet of a summary.
 * @example signoffSheet(input).moreOpen // findings that found no room
 */
export function signoffSheet(input: SignoffInput): SignoffSheet {
  const whole = input.paragraph.map((span) => span.text).join("");
  const longest = MOST_PARAGRAPH * SHEET.characters;
  const note = `……（全文共${whole.length}字，见通报）`;
  const paragraph = widthOf(whole) / 2 <= longest ? whole : `${cut(whole, longest - note.length)}${note}`;
  const definitions = definitionsOf(input).map((words, index) => `口径${index + 1}：${words}。`);
  let room = SHEET.lines - FIXED_LINES - linesOf(paragraph, SHEET.characters);
  for (const definition of definitions) room -= linesOf(definition, SHEET.characters);

  // Infos change nothing that is signed; they are counted only.
  const serious = input.open.filter((finding) => finding.severity !== "info");
  const openLines = serious.map((finding) => findingText(finding, SHEET.characters - 2));
  const wholeLines = serious.map((finding) => findingText(finding, SHEET.characters * 2 - 3));
  const ignoredLines = input.ignored.map(({ finding, reason }) =>
    cut(
      oneLine(`${finding.cell}：${finding.sentence}——忽略原因：${reason === "" ? "（未填写）" : reason}`),
      SHEET.characters * 2 - 2,
    ),
  );
  const kept = (lines: readonly string[]): number => Math.min(lines.length, LEAST.findings);

  const forFigures = Math.max(LEAST.figures, room - kept(openLines) - kept(ignoredLines) * 2);
  const wide = figuresOf(input, definitionsOf(input), 2);
  const figures =
    fit(wide, forFigures, figureLines).shown.length === wide.length ? wide : figuresOf(input, definitionsOf(input), 1);
  const shownFigures = fit(figures, forFigures, figureLines);
  room -= shownFigures.used;
  const lineCost = (text: string): number => linesOf(text, SHEET.characters);
  const shownIgnored = fit(ignoredLines, Math.max(room - Math.max(kept(openLines), Math.ceil(room / 2)), 0), lineCost);
  room -= shownIgnored.used;
  const shownOpen = fit(lengthen(openLines, wholeLines, Math.max(room, 0)), Math.max(room, 0), lineCost);

  const count = (severity: Severity): number => input.open.filter((one) => one.severity === severity).length;
  return {
    title: "整改台账核验签批单",
    facts: [
      { label: "台账文件", value: cut(oneLine(input.file), 37) },
      { label: "SHA-256", value: input.sha256 ?? "（未取得：工作簿正在编辑中，请保存后另行计算）" },
      { label: "统计截止", value: cut(input.asOf, 37) },
      { label: "核验时间", value: cut(input.time, 37) },
      { label: "程序版本", value: cut(input.versions, 37) },
    ],
    paragraph,
    definitions,
    figures: shownFigures.shown,
    moreFigures: figures.length - shownFigures.shown.length,
    open: shownOpen.shown,
    moreOpen: openLines.length - shownOpen.shown.length,
    openCount: { error: count("error"), warning: count("warning"), info: count("info") },
    ignored: shownIgnored.shown,
    moreIgnored: ignoredLines.length - shownIgnored.shown.length,
    ignoredCount: input.ignored.length,
    signatures: ["填表人", "科室负责人", "分管领导", "主要负责人"],
  };
}

/** Heading above the open findings. */
export function openHeading(sheet: SignoffSheet): string {
  const { error, warning, info } = sheet.openCount;
  if (error + warning + info === 0) return "三、未处理的核验结果：无";
  return `三、未处理的核验结果：错误${error}处、提醒${warning}处、提示${info}处`;
}

/** Heading above the ignored ones. */
export function ignoredHeading(sheet: SignoffSheet): string {
  return sheet.ignoredCount === 0 ? "四、已忽略的核验结果：无" : `四、已忽略的核验结果：${sheet.ignoredCount}处`;
}

/** What stays out, in words; null where nothing does. */
export function moreText(count: number, unit: string): string | null {
  return count === 0 ? null : `另有${count}${unit}，见核验报告。`;
}
