import { placeOf, type DocNumberToken } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";

type Data = {
  readonly written: string;
  readonly right: string;
  readonly why: "bracket" | "zero" | "space" | "ordinal" | "year";
};

function faultOf(token: DocNumberToken): Data["why"] | null {
  if (token.open !== "〔" || token.close !== "〕") return "bracket";
  if (token.year.length !== 4) return "year";
  if (token.number.startsWith("0")) return "zero";
  if (token.text.includes("第")) return "ordinal";
  return /\s/u.test(token.text) ? "space" : null;
}

function* find(context: ProofContext): Generator<ProofHit<Data>> {
  for (const token of context.docNumbers) {
    const line = context.lines[token.line];
    if (!line) continue;
    const why = faultOf(token);
    // An issuer's code stands before the bracket; （2023）5号 alone may be any number.
    const before = line.plain[token.start - 1] ?? "";
    const isRound = token.open === "（" || token.open === "(";
    if (
      why === null ||
      !/[\p{Script=Han}A-Za-z]/u.test(before) ||
      (isRound && !/[发办字函政委党纪组监审财党工府文卫教]/u.test(before))
    )
      continue;
    const year = token.year.length === 2 ? `20${token.year}` : token.year;
    const right = `〔${year}〕${Number(token.number)}号`;
    yield {
      place: placeOf(token.line, token.start, token.end),
      data: { written: token.text, right, why },
      fix: right,
    };
  }
}

const WHY: Readonly<Record<Data["why"], { readonly zh: string; readonly en: string }>> = {
  bracket: { zh: "年份应用六角括号〔〕", en: "the year stands in 〔〕" },
  zero: { zh: "序号不编虚位", en: "numbers have no leading zeros" },
  space: { zh: "年份、序号和“号”之间不空格", en: "no blanks inside" },
  ordinal: { zh: "序号不加“第”字", en: "no 第 before the number" },
  year: { zh: "年份应标全称", en: "years have four digits" },
};

export const documentNumber = defineProofRule<Data>({
  alias: "document-number",
  code: "P702",
  severity: "error",
  name: { zh: "发文字号写法有误", en: "document number of the wrong form" },
  messages: {
    zh: ({ written, right, why }) => `发文字号“${written}”应写作“${right}”：${WHY[why].zh}。`,
    en: ({ written, right, why }) => `“${written}” should be “${right}”: ${WHY[why].en}.`,
  },
  find,
  page: {
    what: "发文字号的括号、虚位、空格、“第”字和年份位数。案号（（2023）某01民初1号）不是发文字号，不报。",
    why: "发文字号有国家标准。",
    bad: "×政发[2024]08号",
    good: "×政发〔2024〕8号",
    todo: "按提示改正。",
    en: "Brackets 〔〕, no leading zeros, no blanks, no 第, full years.",
  },
  ground:
    "GB/T 9704—2012 7.2.5：年份、发文顺序号用阿拉伯数字标注；年份应标全称，用六角括号“〔〕”括入；发文顺序号不加“第”字，不编虚位。",
});
