/** Problems of a template as sentences, in both languages: what is wrong, where, what to do. Without their full stop. */
import type { TemplateProblem } from "./types";

type Lang = "zh" | "en";
type Message = (quoted: string, at: number, nearest: string | null) => string;

const LONGEST_QUOTE = 30;

const MESSAGES: Readonly<Record<TemplateProblem["type"], Readonly<Record<Lang, Message>>>> = {
  unknownPlace: {
    zh: (quoted, at, nearest) =>
      `模板第${at}字处的「${quoted}」不是可用的占位${nearest === null ? "，请改用已有的占位" : `，最接近的是「{${nearest}}」`}`,
    en: (quoted, at, nearest) =>
      `"${quoted}" at character ${at} of the template is no known place${nearest === null ? "; use a listed one" : `; the nearest is "{${nearest}}"`}`,
  },
  unclosed: {
    zh: (quoted, at) => `模板第${at}字处的「${quoted}」没有配对的右括号，请补上；要写括号本身，请写「\\${quoted}」`,
    en: (quoted, at) =>
      `"${quoted}" at character ${at} of the template is never closed; close it, or write "\\${quoted}"`,
  },
  unopened: {
    zh: (quoted, at) => `模板第${at}字处的「${quoted}」没有配对的左括号，请删去；要写括号本身，请写「\\${quoted}」`,
    en: (quoted, at) =>
      `"${quoted}" at character ${at} of the template closes nothing; remove it, or write "\\${quoted}"`,
  },
  nested: {
    zh: (_quoted, at) => `模板第${at}字处的方括号套得太深，请减少层数`,
    en: (_quoted, at) => `The brackets at character ${at} of the template are nested too deeply; use fewer levels`,
  },
  empty: {
    zh: (quoted, at) =>
      `模板第${at}字处的「${quoted}」里没有数字占位，不会随数字隐去；请写入占位，或改用「〔〕」、「\\[」表示括号本身`,
    en: (quoted, at) =>
      `"${quoted}" at character ${at} of the template holds no figure; put a place into it, or write "\\[" for the bracket itself`,
  },
};

/**
 * The sentence of a template problem; positions are counted from 1.
 * @example describeTemplateProblem(problem, "zh") // "模板第3字处的「{反馈问题.己完成}」不是可用的占位，最接近的是「{反馈问题.已完成}」"
 */
export function describeTemplateProblem(problem: TemplateProblem, lang: Lang): string {
  const chars = Array.from(problem.text.slice(0, LONGEST_QUOTE * 2));
  const quoted = chars.length > LONGEST_QUOTE ? `${chars.slice(0, LONGEST_QUOTE).join("")}…` : problem.text;
  return MESSAGES[problem.type][lang](quoted, problem.start + 1, problem.nearest);
}
