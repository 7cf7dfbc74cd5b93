/** Readings of lists whose parts are told of something else than the whole that stands nearest. */
import { STOPS } from "../../zh/clause";
import { reWith } from "../../zh/pattern";
import { changes } from "../../zh/words/claim-changes";
import { rates } from "../../zh/words/claim-rates";
import { nodesAround, nodesOf, valueSum, type Breakdown, type ClaimNode, type Paragraph } from "../../reading";
import type { Explanation } from "./explanation";

/** So many counts before its parts a name may have been told. */
const REACH = 40;
/** Two characters name a deed or a thing: 重报, 侦查. */
const NAME = 2;

/** The parts of the list that stand in the sentence of its first, and those told later. */
function bySentence({ parts }: Breakdown): readonly [here: readonly ClaimNode[], later: readonly ClaimNode[]] {
  const sentence = parts[0]?.count.sentence;
  return [
    parts.filter(({ count }) => count.sentence === sentence),
    parts.filter(({ count }) => count.sentence !== sentence),
  ];
}

/** Every part ends like a count of its own in the whole's sentence that holds it. */
function haveNamesakes({ parts }: Breakdown, { count: whole }: ClaimNode, paragraph: Paragraph): boolean {
  const told = nodesOf(paragraph, whole.sentence).filter(
    ({ count }) => count.unit === whole.unit && count.line === whole.line && count.exact,
  );
  const own = parts.map(({ count }) =>
    told.find(
      ({ count: one }) =>
        one.start < count.start &&
        one.value >= count.value &&
        one.before.length >= NAME &&
        count.before.endsWith(one.before.slice(-NAME)),
    ),
  );
  return parts.length > 1 && !own.includes(undefined) && new Set(own).size === parts.length;
}

/** So many paragraphs on, what is told may still be of a whole. */
const FARTHEST = 2;
const NEWLY_COME = reWith("u")`${rates.newlyTaken}`;
const IN_PERIOD = reWith("u")`${changes.inPeriod}`;
const areEachHeld = (parts: readonly ClaimNode[], value: bigint): boolean =>
  parts.every(({ count }) => count.value <= value && count.state !== null);
const OF_EACH = /[各每]$/u;

export const LIST_EXPLANATIONS: readonly Explanation[] = [
  {
    // 退回36件，重报35件。其中一次退回30件，一次重报28件: each of those told before by its own name.
    name: "each of one named before it",
    holds: (run, whole, paragraph) =>
      run.parts[0]?.count.sentence !== whole.count.sentence && haveNamesakes(run, whole, paragraph),
  },
  {
    // 56个，其中甲类23个、乙类33个。达到进度的32个，其中…；甲类23个: a part of the whole, told once more.
    name: "told again by its name",
    holds: (run, whole, paragraph) => {
      const first = run.parts[0]?.count.start ?? 0;
      return nodesAround(paragraph, first, REACH, 0).some(
        (node) =>
          node.count.start < first &&
          node.part?.wholes[0] === whole &&
          node.part !== run.parts[0]?.part &&
          run.parts.some(
            ({ count }) =>
              count.before.length > NAME &&
              count.before === node.count.before &&
              count.value === node.count.value &&
              count.sentence !== node.count.sentence,
          ),
      );
    },
  },
  {
    // 受理50人。其中，甲40人，乙4人。经审查，逮捕25人，不捕24人: 其中 speaks of its own sentence.
    name: "behind the list",
    holds: (run, whole) => {
      const [here, later] = bySentence(run);
      return (
        run.how === "among" &&
        here.length > 1 &&
        later[0]?.count.stop === STOPS.comma &&
        valueSum(here) <= whole.count.value
      );
    },
  },
  {
    // 已整改408万元。其中，纳入预算257万元，取消支出33万元，拨付1.8万元: amounts told side by side, by what was done with each.
    name: "measures beside each other",
    holds: ({ parts }, { count, part }) =>
      count.family === "元" &&
      (part?.how === "among" || count.lead === "among") &&
      parts.every((one) => one.count.stop === STOPS.comma && one.count.state !== "open") &&
      valueSum(parts) * 2n < count.value,
  },
  {
    // 55项，今年应完成13项，以后41项，长期1项。13项已完成6项。其余42项正在推进: left beside a part told before, not beside all.
    name: "left beside one part",
    holds: ({ closed, parts }, { count: whole }) => {
      const rest = parts[parts.length - 1]?.count;
      return (
        closed &&
        parts.length > 2 &&
        rest !== undefined &&
        parts.some(({ count }) => count !== rest && count.state === null && count.value + rest.value === whole.value)
      );
    },
  },
  {
    // 三处各12个，均完成7个。⏎甲、乙各有5个超期，剩余的5个下月完成: another paragraph is not told of one of several alike, nor one
    // far behind of what an item of a list holds.
    name: "a whole told of each",
    holds: ({ remote }, { count }, { line }) =>
      remote && (OF_EACH.test(count.before) || line.index - count.line > FARTHEST),
  },
  {
    // 新收1696万件，审结1526.2万件，未结453.6万件: with those that were there before.
    name: "new ones, and old ones untold",
    holds: ({ parts }, { count }) =>
      NEWLY_COME.test(count.before) &&
      parts.length > 1 &&
      valueSum(parts) > count.value &&
      areEachHeld(parts, count.value),
  },
  {
    // 调解231.6万件，成功149.3万件，第二季度成功107.2万件: some of those told before it, of one time.
    name: "some of one time",
    holds: ({ parts }, { count: whole }) =>
      parts.some(({ count }, at) => {
        const before = parts[at - 1]?.count;
        if (before === undefined || !IN_PERIOD.test(count.before) || IN_PERIOD.test(before.before)) return false;
        const others = parts.filter((_, index) => index !== at);
        return (
          count.value <= before.value &&
          count.before.endsWith(before.before.slice(-NAME)) &&
          valueSum(others) <= whole.value
        );
      }),
  },
];
