import { faultsOverLines, sumFaults } from "../claims/paragraph-sums";
import { bareListFaults } from "../claims/bare-lists";
import { hundredFaults } from "../claims/hundreds";
import { slipSumFaults } from "../claims/slip-sums";
import { isSumOfUpper } from "../claims/elsewhere";
import { faultOf } from "../claims/sum-fault";
import { paragraphsOf, type Place } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";

type Data = {
  readonly whole: string;
  readonly sum: string;
  /** 44＋4 */
  readonly parts: string;
  readonly difference: string;
  readonly unit: string;
  readonly how: "sum" | "part";
};

function* find(context: ProofContext): Generator<ProofHit<Data>> {
  const paragraphs = paragraphsOf(context.lines);
  const told = [...paragraphs.flatMap(sumFaults), ...faultsOverLines(paragraphs)].filter(
    (fault) => fault.near && !isSumOfUpper(paragraphs, fault),
  );
  const bare = context.lines
    .flatMap((line) => [...bareListFaults(line), ...hundredFaults(line)])
    .filter(({ place }) => !told.some((one) => one.place.line === place.line && overlaps(one.place, place)));
  // One digit off, and told by nothing above.
  const slips = slipSumFaults(paragraphs)
    .map(({ whole, members }) => faultOf(whole, members, "sum", "warning"))
    .filter(
      ({ place }) => ![...told, ...bare].some((one) => one.place.line === place.line && overlaps(one.place, place)),
    );
  for (const { place, parts, severity, near: _, ...data } of [...told, ...bare, ...slips])
    yield { place, data: { ...data, parts: parts.join("＋") }, severity };
}

const overlaps = (a: Place, b: Place): boolean => a.start < b.end && b.start < a.end;

export const sumMismatch = defineProofRule<Data>({
  alias: "sum-mismatch",
  code: "P101",
  severity: "error",
  name: { zh: "分项与总数不符", en: "parts do not add up to the total" },
  messages: {
    zh: ({ whole, sum, parts, difference, unit, how }) =>
      how === "part"
        ? `分项${parts}${unit}大于总数${whole}${unit}，请核对。`
        : `${parts}＝${sum}，与总数${whole}${unit}差${difference}，请核对总数和各分项。`,
    en: ({ whole, sum, parts, difference, how }) =>
      how === "part"
        ? `A part of ${parts} is larger than its total of ${whole}; please check.`
        : `${parts} = ${sum}, which differs from the total of ${whole} by ${difference}; check the total and each part.`,
  },
  find,
  page: {
    what: "一句话里的总数和它的分项：各状态之和、“其中”之后的列举、括号内的列举、“合计、共计、总计、共”之前的列举。人与人次、不同量词分开计算；“其中”只列一部分时不报。",
    why: "公开的数字相互打架是通报最常见、也最损公信力的差错。",
    bad: "反馈问题12个，已完成整改9个，正在整改2个。",
    good: "反馈问题12个，已完成整改9个，正在整改3个。",
    todo: "对照台账改正总数或分项；确属部分列举的，写明“其余”的去向。",
    en: "Parts that do not sum to their whole; people (人) and occurrences (人次) are counted apart.",
  },
  ground: "算术；口径见本项目 docs/decisions.md。",
});
