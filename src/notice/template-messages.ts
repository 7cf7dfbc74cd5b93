/** Problems of a template as sentences, in both languages: what is wrong, where, what to do. Without their full stop. */
import type { TemplateProblem } from "./types";

type Lang = "zh" | "en";
interface Told {
  readonly quoted: string;
  readonly at: number;
  readonly nearest: string | null;
  readonly detail: string;
  readonly more: number;
}

type Message = (told: Told) => string;

const LONGEST_QUOTE = 30;

/** 「…」 of the template, where it stands. */
const zhAt = ({ quoted, at }: Told): string => `模板第${at}字处的「${quoted}」`;
const enAt = ({ quoted, at }: Told): string => `“${quoted}” at character ${at} of the template`;

const MESSAGES: Readonly<Record<TemplateProblem["type"], Readonly<Record<Lang, Message>>>> = {
  unknownPlace: {
    zh: ({ quoted, at, nearest }) =>
      `模板第${at}字处的「${quoted}」不是可用的占位${nearest === null ? "，请改用已有的占位" : `，最接近的是「{${nearest}}」`}`,
    en: ({ quoted, at, nearest }) =>
      `“${quoted}” at character ${at} of the template is not a known placeholder${nearest === null ? "; use a listed one" : `; the nearest is "{${nearest}}"`}`,
  },
  unclosed: {
    zh: ({ quoted, at }) => `模板第${at}字处的「${quoted}」没有配对的右括号，请补上；要写括号本身，请写「\\${quoted}」`,
    en: ({ quoted, at }) =>
      `“${quoted}” at character ${at} of the template is never closed; close it, or write “\\${quoted}”`,
  },
  unopened: {
    zh: ({ quoted, at }) => `模板第${at}字处的「${quoted}」没有配对的左括号，请删去；要写括号本身，请写「\\${quoted}」`,
    en: ({ quoted, at }) =>
      `“${quoted}” at character ${at} of the template closes nothing; remove it, or write “\\${quoted}”`,
  },
  nested: {
    zh: ({ at }) => `模板第${at}字处的方括号套得太深，请减少层数`,
    en: ({ at }) => `The brackets at character ${at} of the template are nested too deeply; use fewer levels`,
  },
  empty: {
    zh: ({ quoted, at }) =>
      `模板第${at}字处的「${quoted}」里没有数字占位，不会随数字隐去；请写入占位，或改用「〔〕」、「\\[」表示括号本身`,
    en: ({ quoted, at }) =>
      `“${quoted}” at character ${at} of the template contains no figure; put a placeholder into it, or write "\\[" for the bracket itself`,
  },
  badFilter: {
    zh: (told) =>
      `${zhAt(told)}里的条件「${told.detail}」写法不对，请写作「[到期]」「[单位=财务科]」「[时限=今年]」这样的形式`,
    en: (told) =>
      `${enAt(told)} has a filter that cannot be read (${told.detail}); write [到期], [单位=财务科] or [时限=今年]`,
  },
  filteredPersons: {
    zh: (told) => `${zhAt(told)}：问责的人数和人次不能带条件「${told.detail}」，请去掉条件，或改用「个数」按列计数`,
    en: (told) =>
      `${enAt(told)}: persons held accountable take no filter (${told.detail}); leave it out, or count a column`,
  },
  badPeriod: {
    zh: (told) => `${zhAt(told)}里的时限「${told.detail}」认不出来，请写作「今年」「本季度」「2025年」「2025年6月」`,
    en: (told) => `${enAt(told)} does not name a period (${told.detail}); write 今年, 本季度, 2025年 or 2025年6月`,
  },
  noColumn: {
    zh: (told) => `${zhAt(told)}没有写是哪一列，请写作「{合计:追缴金额}」这样的形式`,
    en: (told) => `${enAt(told)} does not name a column; write {合计:追缴金额}`,
  },
  noValue: {
    zh: (told) => `${zhAt(told)}的等号后没有写值，请写作「{个数:${told.detail}=值}」，或删去等号`,
    en: (told) =>
      `${enAt(told)} has nothing after its equals sign; write {个数:${told.detail}=value}, or leave the sign out`,
  },
  unknownStatus: {
    zh: (told) => `${zhAt(told)}里的「${told.detail}」不是整改状态，请用「已完成」「正在整改」「长期坚持」等词`,
    en: (told) => `${enAt(told)} does not name a status (${told.detail}); use words such as 已完成, 正在整改, 长期坚持`,
  },
  eachOutside: {
    zh: (told) => `${zhAt(told)}要写在方括号里，例如「[{逐类:整改类型}类{反馈问题.总数}个，]」`,
    en: (told) => `${enAt(told)} must be in square brackets: [{逐类:整改类型}类{反馈问题.总数}个，]`,
  },
  unknownColumn: {
    zh: (told) =>
      `${zhAt(told)}：台账没有「${told.detail}」这一列${told.nearest === null ? "，请核对列名" : `，最接近的是「${told.nearest}」，请改用台账的列名`}`,
    en: (told) =>
      `${enAt(told)}: the ledger has no column ${told.detail}${told.nearest === null ? "; check the header" : `; the nearest is ${told.nearest}`}`,
  },
  ambiguousColumn: {
    zh: (told) => `${zhAt(told)}：台账有几列都叫这个名字（「${told.detail}」），请把列名写全`,
    en: (told) => `${enAt(told)}: several columns have this name (「${told.detail}」); write the whole header`,
  },
  unknownValue: {
    zh: (told) => `${zhAt(told)}：台账里没有「${told.detail}」，最接近的是「${told.nearest ?? ""}」，请照台账的写法改`,
    en: (told) =>
      `${enAt(told)}: the ledger has no ${told.detail}; the nearest is ${told.nearest ?? ""}; write it as in the ledger`,
  },
  notNumbers: {
    zh: (told) =>
      `${zhAt(told)}加不起来：${told.detail}${told.more > 0 ? `等${told.more + 1}处` : ""}不是数，请在台账里改成数字，或在表头写明单位，如“（万元）”`,
    en: (told) =>
      `${enAt(told)} cannot be added up: ${told.detail}${told.more > 0 ? ` and ${told.more} more are not numbers` : " is not a number"}; enter numbers there, or write the unit into the header, as in “（万元）”`,
  },
  unitsDiffer: {
    zh: (told) => `${zhAt(told)}的计量单位对不上（${told.detail}），请核对表头的单位和模板里的单位`,
    en: (told) =>
      `${enAt(told)}: the units of measure do not match (${told.detail}); check the header's unit and the template's`,
  },
  noLastPeriod: {
    zh: (told) => `${zhAt(told)}要与上期比较，请给出上期的台账（命令行写 --last 上期台账.xlsx）`,
    en: (told) => `${enAt(told)} compares with the last period; give its ledger (on the command line: --last FILE)`,
  },
  lastUnclear: {
    zh: (told) =>
      `${zhAt(told)}算不准：「${told.detail}」与上期的事项分不清是不是同一项，请让两期的问题表述或序号能对得上`,
    en: (told) =>
      `${enAt(told)} is not certain: “${told.detail}” may be any of several items of last period; make the texts or numbers of the two periods match`,
  },
};

/**
 * The sentence of a template problem; positions are counted from 1.
 * @example describeTemplateProblem(problem, "zh") // "模板第3字处的「{反馈问题.己完成}」不是可用的占位，最接近的是「{反馈问题.已完成}」"
 */
export function describeTemplateProblem(problem: TemplateProblem, lang: Lang): string {
  const quoted = clip(problem.text);
  const { start, nearest, detail = "", more = 0 } = problem;
  return MESSAGES[problem.type][lang]({ quoted, at: start + 1, nearest, detail: clip(detail), more });
}

function clip(text: string): string {
  const chars = Array.from(text.slice(0, LONGEST_QUOTE * 2));
  return chars.length > LONGEST_QUOTE ? `${chars.slice(0, LONGEST_QUOTE).join("")}…` : text;
}
