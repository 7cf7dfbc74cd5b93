import { HEADING_STYLES, placeOf, type Heading, type HeadingStyle } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";

type Data = { readonly mark: string; readonly upper: string };

const LEVELS: readonly HeadingStyle[] = HEADING_STYLES;
/** Lists inside an answer may number as they like; only these levels divide a notice. */
const DIVIDING = LEVELS.indexOf("arabic");

/** A number of a lower level before the first of the level between: 二、 1.… （一）…, or （一）… before the first 一、. */
function* find(context: ProofContext): Generator<ProofHit<Data>> {
  const { headings, items } = context.document;
  let known: ReadonlySet<number> | null = null;
  const holds = (index: number): boolean => {
    known ??= new Set(items.flatMap((item) => [item.heading, ...item.path]));
    return known.has(index);
  };
  const first = new Map<number, Map<HeadingStyle, { readonly heading: Heading; readonly index: number }>>();
  for (const [index, heading] of headings.entries()) {
    const level = LEVELS.indexOf(heading.style);
    if (level < 0 || level > DIVIDING) continue;
    const siblings = first.get(heading.parent) ?? new Map<HeadingStyle, { heading: Heading; index: number }>();
    first.set(heading.parent, siblings);
    if (siblings.has(heading.style)) continue;
    siblings.set(heading.style, { heading, index });
    if (heading.number !== 1) continue;
    const divided = headings[heading.parent]?.style === "chinese";
    for (const [style, { heading: early, index: at }] of siblings) {
      if (LEVELS.indexOf(style) <= level) continue;
      // Elsewhere a list in the introduction, or inside of an answer, may stand before a heading.
      if (!divided && !(holds(at) && holds(index))) continue;
      yield {
        place: placeOf(early.line, early.start, early.start + early.mark.length),
        data: { mark: early.mark, upper: heading.mark },
      };
    }
  }
}

export const numberingOrphan = defineProofRule<Data>({
  alias: "numbering-orphan",
  code: "P308",
  severity: "warning",
  name: { zh: "序号没有上级", en: "a number without its parent" },
  messages: {
    zh: ({ mark, upper }) => `“${mark}”出现在第一个“${upper}”之前，没有所属的上一级，请核对是否漏了标题。`,
    en: ({ mark, upper }) => `“${mark}” stands before the first “${upper}” and has no parent.`,
  },
  find,
  page: {
    what: "整改条目的下级序号排在同一部分第一个上级序号之前，例如“二、”之下先有“1.”，后面才有“（一）”。",
    why: "多是漏了一个小标题，条目归属不清。",
    bad: "二、整改情况（下一行）1.次数少。……（一）制度方面",
    good: "二、整改情况（下一行）（一）学习方面（下一行）1.次数少。",
    todo: "补上标题，或改正序号。",
    en: "A lower number before the first one of the level above it.",
  },
  ground: "GB/T 9704—2012 7.3.3：结构层次序数依次用“一、”“（一）”“1.”“（1）”。",
});
