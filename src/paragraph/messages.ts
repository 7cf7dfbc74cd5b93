/** What a person is told of a pasted paragraph's figures, in both languages. */
import type { DoubtReason, FixedReason, MatchedFigure } from "./types";

type Lang = "zh" | "en";
type Words = Readonly<Record<Lang, string>>;

const DOUBTS: Readonly<Record<DoubtReason, (words: string) => Words>> = {
  several: () => ({ zh: "台账里有几个数字都对得上", en: "several figures in the ledger match" }),
  words: (words) =>
    words === ""
      ? { zh: "前后的话没有说清是什么", en: "the surrounding words do not say what it refers to" }
      : { zh: `旁边的「${words}」可能限定了范围`, en: `“${words}” next to it may limit what is counted` },
  wholeInState: () => ({ zh: "说的是总数，还是完成数", en: "is this the total or the number done" }),
  remainder: () => ({
    zh: "说的是没完成的全部，还是这一种状态",
    en: "is this everything not done, or only items with this status",
  }),
  absent: () => ({ zh: "台账里没有这类事项或这一列", en: "the ledger has no such items or no such column" }),
  twice: () => ({
    zh: "这段话里同一个数写了两个值，分不清哪一个是台账的",
    en: "the paragraph gives two values for this figure",
  }),
  whose: () => ({
    zh: "可能是前面几种数里的哪一个，话里没有说清",
    en: "the words do not say which of the figures before it this belongs to",
  }),
  otherNumber: () => ({ zh: "与上期台账的数不一样", en: "last period's ledger gives a different number" }),
  differs: () => ({
    zh: "与这份台账的数不一样，而别的数大多一样",
    en: "this ledger gives a different number, while most others agree",
  }),
  span: () => ({
    zh: "说的是到上期末一共的数，还是上期里新增的",
    en: "is this the total at the end of the last period, or what was added during it",
  }),
  onlyNumber: () => ({
    zh: "话里没有说清，但台账里正好有这个数",
    en: "the words do not say what it is, but the ledger has exactly this number",
  }),
  otherRate: () => ({ zh: "与这段话自己的个数算出来的不一样", en: "the paragraph's own counts give a different rate" }),
  notNumbers: () => ({
    zh: "台账这一列不全是数，或单位对不上",
    en: "the column is not all numbers, or its unit does not fit",
  }),
};

const FIXED: Readonly<Record<FixedReason, Words>> = {
  foreign: { zh: "说的是别的巡察或别的时候", en: "about another inspection or time" },
  approximate: { zh: "是约数", en: "an approximate number" },
  noMetric: { zh: "没有认出是台账里的哪个数", en: "not recognised as a figure of the ledger" },
  date: { zh: "日期", en: "a date" },
  code: { zh: "编号或号码", en: "a code" },
  numeral: { zh: "用汉字写的数", en: "written in Chinese numerals" },
};

/** Why a figure is asked about or stays as text; "" for a place. */
export function describeVerdict({ verdict }: MatchedFigure, lang: Lang): string {
  if (verdict.type === "place") return "";
  return verdict.type === "doubt" ? DOUBTS[verdict.why](verdict.words)[lang] : FIXED[verdict.why][lang];
}
