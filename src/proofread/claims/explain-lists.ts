/** Readings of lists whose parts are told of something else than the whole that stands nearest. */
import { STOPS } from "../../zh/clause";
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
];
