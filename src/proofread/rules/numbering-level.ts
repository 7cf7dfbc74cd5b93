import { placeOf, type HeadingStyle } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";

type Data = { readonly upper: string; readonly mark: string; readonly missing: string };

const LEVELS: readonly HeadingStyle[] = ["chinese", "bracketedChinese", "arabic", "bracketedArabic"];
const NAMES = ["一、", "（一）", "1.", "（1）"];

/** A level skipped below its parent: told once for each pair of levels. */
function* find(context: ProofContext): Generator<ProofHit<Data>> {
  const { headings } = context.document;
  const seen = new Set<string>();
  for (const heading of headings) {
    const parent = headings[heading.parent];
    if (!parent) continue;
    const from = LEVELS.indexOf(parent.style);
    const to = LEVELS.indexOf(heading.style);
    if (from < 0 || to - from < 2) continue;
    const key = `${from}/${to}`;
    if (seen.has(key)) continue;
    seen.add(key);
    yield {
      place: placeOf(heading.line, heading.start, heading.start + heading.mark.length),
      data: { upper: parent.mark, mark: heading.mark, missing: NAMES[from + 1] ?? "" },
    };
  }
}

export const numberingLevel = defineProofRule<Data>({
  alias: "numbering-level",
  code: "P303",
  severity: "info",
  name: { zh: "序号跳级", en: "numbering skips a level" },
  messages: {
    zh: ({ upper, mark, missing }) => `“${upper}”之下直接用“${mark}”，跳过了“${missing}”一级。`,
    en: ({ upper, mark, missing }) => `"${mark}" stands right below "${upper}"; level "${missing}" is skipped.`,
  },
  find,
  page: {
    what: "上级序号之下越级使用序号，每种情形报一处。",
    why: "层次序数依次使用；GB/T 9704 允许只用其中几级，但通常不越级，故只作提示。",
    bad: "二、整改情况 之下直接写 1.",
    good: "二、整改情况 之下写（一）。",
    todo: "逐级编号。",
    en: "A numbering level is skipped.",
  },
  ground: "GB/T 9704—2012 7.3.3。",
});
