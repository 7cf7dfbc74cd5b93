/**
 * The sign-off sheet (核验签批单) as a chief reads it: the unit, the paragraph, each figure in the paragraph's own words with the
 * items behind it, what is still open, and why findings were ignored. All of it: what needs a second page gets one.
 */
import { SEVERITY_WORDS } from "../../rule";
import type { NoticeSpan } from "../document/types";
import { oneLine } from "../document/tidy";
import { itemNumbers } from "./item-numbers";
import type { SignoffFinding, SignoffInput, SignoffSheet } from "./types";

const STOPS = "，。；、！？（）,;\n";
/** Characters of the paragraph on either side of a figure that tell what it counts. */
const MOST_WORDS = 24;
/** Characters of a problem in the list of open items. */
const MOST_PROBLEM = 90;

/** The words of the clause before a figure. */
function wordsBefore(spans: readonly NoticeSpan[], index: number): string {
  const written: string[] = [];
  for (let at = index - 1; at >= 0; at--) {
    const span = spans[at];
    if (span === undefined || span.type === "figure") break;
    const cut = Math.max(...Array.from(STOPS, (stop) => span.text.lastIndexOf(stop)));
    written.unshift(span.text.slice(cut + 1));
    if (cut >= 0) break;
  }
  const text = written.join("");
  return text.length > MOST_WORDS ? `…${text.slice(-MOST_WORDS)}` : text;
}

/** The words of the clause behind a figure: its measure word and what is counted. */
function wordsAfter(spans: readonly NoticeSpan[], index: number): string {
  const next = spans[index + 1];
  if (next === undefined || next.type === "figure") return "";
  const end = Array.from(next.text).findIndex((char) => STOPS.includes(char));
  return next.text.slice(0, end < 0 ? MOST_WORDS : Math.min(end, MOST_WORDS));
}

/** Each figure once: 已完成整改 20 个：序号 1–9、11。 A rate says what it divides, and by which 口径. */
function figuresOf(input: SignoffInput): readonly string[] {
  const { paragraph } = input;
  const seen = new Set<string>();
  return paragraph.flatMap((span, index): readonly string[] => {
    if (span.type !== "figure" || seen.has(`${span.metric} ${span.text}`)) return [];
    seen.add(`${span.metric} ${span.text}`);
    const { text, definition, rows, ofRows } = span;
    const before = wordsBefore(paragraph, index);
    const said = [before, text, wordsAfter(paragraph, index)].filter((one) => one !== "");
    const share =
      ofRows === null
        ? itemNumbers(rows, input.itemAt)
        : `${rows.length} ÷ ${ofRows.length}${definition === null ? "" : `，${input.describe(definition)}`}`;
    return [`${said.join(" ")}：${share}。`];
  });
}

/** 台账!E7、E8、信访件!D3: the sheet is named where it changes. */
function cellsOf(findings: readonly SignoffFinding[]): string {
  let before = "";
  return findings
    .map(({ cell }) => {
      const at = cell.lastIndexOf("!") + 1;
      const sheet = cell.slice(0, at);
      const said = sheet === before ? cell.slice(at) : cell;
      before = sheet;
      return said;
    })
    .join("、");
}

/** One line for findings that say the same, with all their cells. */
function linesOf<T>(
  list: readonly T[],
  findingOf: (one: T) => SignoffFinding,
  say: (cells: string, one: T) => string,
): readonly string[] {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const said = say("", one);
    const group = groups.get(said);
    if (group) group.push(one);
    else groups.set(said, [one]);
  }
  return Array.from(groups.values(), (group) => oneLine(say(cellsOf(group.map(findingOf)), group[0] as T)));
}

function short(text: string): string {
  const line = oneLine(text);
  return line.length > MOST_PROBLEM ? `${line.slice(0, MOST_PROBLEM)}…` : line;
}

/**
 * The sheet of a summary.
 * @example signoffSheet(input).figures[0] // "反馈的 23 个问题：序号 1–23。"
 */
export function signoffSheet(input: SignoffInput): SignoffSheet {
  return {
    title: "整改台账核验签批单",
    unit: input.unit,
    head: [`填报单位：${input.unit ?? "【待补充：单位全称】"}`, `统计截止：${input.asOf}`],
    paragraph: input.paragraph.map((span) => span.text).join(""),
    figures: figuresOf(input),
    pending: input.pending.map((item) => ({ ...item, problem: short(item.problem) })),
    // What is good to know is counted only.
    open: linesOf(
      input.open.filter((finding) => finding.severity !== "info"),
      (finding) => finding,
      (cells, { severity, sentence }) => `〔${SEVERITY_WORDS[severity].zh}〕${cells}：${sentence}`,
    ),
    infos: input.open.filter(({ severity }) => severity === "info").length,
    ignored: linesOf(
      input.ignored,
      ({ finding }) => finding,
      (cells, { finding, reason }) =>
        `${cells}：${finding.sentence}——忽略原因：${reason === "" ? "（未填写）" : reason}`,
    ),
    signatures: ["填表人", "科室负责人", "分管领导", "主要负责人"],
    foot: [
      `台账文件：${oneLine(input.file)}${input.edits === "copied" ? "（修改后下载的副本）" : ""}　核验时间：${input.time}　${input.versions}`,
      `SHA-256：${input.sha256 ?? noSum(input.edits)}`,
    ],
  };
}

/** Why there is no sum: it would be that of a file with other figures. */
const noSum = (edits: SignoffInput["edits"]): string =>
  typeof edits === "number"
    ? `未取得（有${edits}处修改尚未存入文件，请下载修改后的台账，再生成签批单）`
    : "未取得（工作簿正在编辑中，请保存后另行计算）";

export const SIGNOFF_HEADINGS = {
  paragraph: "一、综述",
  figures: "二、数字及其依据",
  pending: "三、尚未完成的事项",
  open: "四、未处理的核验结果",
  ignored: "五、已忽略的核验结果及原因",
} as const;

/** What stands below a heading of which there is nothing: an empty part could be a forgotten one. */
export const NOTHING = "无。";

/**
 * The lines below the headings of findings: each, what is only counted, or that there is none.
 * @example signoffLines(sheet).ignored // ["无。"]
 */
export function signoffLines({
  open,
  infos,
  ignored,
}: SignoffSheet): Readonly<Record<"open" | "ignored", readonly string[]>> {
  const counted = infos === 0 ? [] : [`${open.length === 0 ? "有" : "另有"}提示${infos}处，未逐条列出。`];
  const told = [...open, ...counted];
  return { open: told.length === 0 ? [NOTHING] : told, ignored: ignored.length === 0 ? [NOTHING] : ignored };
}

/** Headings of the table of items that are not done. */
export const PENDING_HEADS = ["序号", "事项", "责任单位", "整改时限", "状态"] as const;
/** Hundredths of the width: 信访件12 and 2025年12月31日 stand in one line. */
export const PENDING_COLUMNS = [10, 40, 17, 20, 13] as const;
/** Headings of the table of opinions. */
export const OPINION_HEADS = ["岗位", "意见", "签名", "日期"] as const;
