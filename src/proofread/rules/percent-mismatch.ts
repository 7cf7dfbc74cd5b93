import { paragraphsOf, LINE_SIGN, signed, type Place } from "../../reading";
import { respectiveRateFaults } from "../claims/respective";
import { roughFaults } from "../claims/rough";
import { pairRateFaults } from "../claims/pair-totals";
import { namedShareFaults } from "../claims/named-shares";
import { summedShareFaults } from "../claims/shares-summed";
import { togetherShareFaults } from "../claims/shares-together";
import { shareElsewhere } from "../claims/elsewhere";
import { isToldForItself } from "../claims/rates-apart";
import { slipShareFaults } from "../claims/slip-shares";
import { rateFaults } from "../claims/rates";
import { undoneRateFaults } from "../claims/undone-beside";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";

type Data = {
  readonly label: string;
  readonly written: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly expected: string;
  readonly reading: "" | "cut" | "rough";
};

function* find(context: ProofContext): Generator<ProofHit<Data>> {
  // By 应完成 (due) a rate divides by a number the text doesn't tell; only the ledger knows it (ledger-rate).
  const due = context.ledger?.tally.definition.denominator === "due";
  const paragraphs = paragraphsOf(context.lines);
  const told: Place[] = [];
  for (const [at, paragraph] of paragraphs.entries()) {
    if ((paragraph.line.signs & LINE_SIGN.percent) === 0) continue;
    const faults = rateFaults(paragraph).flatMap((fault) => {
      if (isToldForItself(paragraph, fault)) return [];
      const elsewhere = shareElsewhere(paragraphs, at, fault);
      if (elsewhere === "explained") return [];
      return [elsewhere === "doubtful" ? { ...fault, severity: "warning" as const } : fault];
    });
    for (const { place, severity, ofDone, ...data } of faults) {
      told.push(place);
      if (!(due && ofDone)) yield { place, data, severity };
    }
    for (const { place, severity, ofDone: _, ...data } of [
      ...undoneRateFaults(paragraph),
      ...namedShareFaults(paragraph),
      ...togetherShareFaults(paragraph),
      ...summedShareFaults(paragraph),
      ...pairRateFaults(paragraph),
    ])
      if (!faults.some((one) => one.place.start === place.start)) {
        told.push(place);
        yield { place, data, severity };
      }
  }
  for (const paragraph of paragraphs.filter(({ line }) => (line.signs & (LINE_SIGN.percent | LINE_SIGN.tenths)) !== 0))
    for (const { place, ...data } of roughFaults(paragraph))
      yield { place, data: { ...data, label: "", reading: "rough" }, severity: "warning" };
  for (const line of signed(context.lines, LINE_SIGN.respectively))
    for (const { place, severity, ofDone: _, ...data } of respectiveRateFaults(line)) {
      told.push(place);
      yield { place, data, severity };
    }
  for (const { place, severity, ofDone: _, ...data } of slipShareFaults(paragraphs))
    if (!told.some((one) => one.line === place.line && one.start === place.start)) yield { place, data, severity };
}

export const percentMismatch = defineProofRule<Data>({
  alias: "percent-mismatch",
  code: "P102",
  severity: "error",
  name: { zh: "百分比与数量不符", en: "percentage does not follow from its counts" },
  messages: {
    zh: ({ written, numerator, denominator, expected, reading }) =>
      reading === "cut"
        ? `${numerator}÷${denominator}四舍五入为${expected}，文中写的${written}是截去尾数所得，请统一取舍。`
        : `${numerator}÷${denominator}＝${expected}，文中写的是${written}，请核对数量或改正百分比。`,
    en: ({ written, numerator, denominator, expected }) =>
      `${numerator}/${denominator} prints as ${expected}, not ${written}; check the counts or correct the percentage.`,
  },
  find,
  page: {
    what: "完成率、办结率、到位率等与同句数量的关系。完成、完成加基本完成、再加阶段性完成，任一口径能得出所写百分比即不报；小数位数以所写为准，四舍五入。",
    why: "数改了，百分比往往忘了跟着改。1333/2000 是 66.7%；249/250 还差一个，不能写成 100%。",
    bad: "反馈问题23个，已完成整改20个，整改完成率88%。",
    good: "反馈问题23个，已完成整改20个，整改完成率87%。",
    todo: "改正百分比，或写明所用口径。",
    en: "A percentage that does not follow from its counts under any stated definition.",
  },
  ground: "通报惯用的四舍五入；恰好逢五时与 GB/T 8170—2008 的进舍规则不同。",
});
