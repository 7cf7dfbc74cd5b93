import { placeOf, type HeadingStyle } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";
import { textRules } from "../../zh/words/headings";

type Data = { readonly upper: string; readonly mark: string; readonly missing: string };

const LEVELS: readonly HeadingStyle[] = ["chinese", "bracketedChinese", "arabic", "bracketedArabic"];

/**
 * A level skipped below its parent, where the text has it elsewhere above the same mark: told once for each pair of levels. A
 * part of two levels may take 1. as its second, and published notices do.
 */
function* find(context: ProofContext): Generator<ProofHit<Data>> {
  const { headings } = context.document;
  const levelOf = (at: number): number => LEVELS.indexOf(headings[at]?.style ?? "labelled");
  const steps = new Set(headings.map((heading, at) => `${levelOf(heading.parent)}/${levelOf(at)}`));
  const seen = new Set<string>();
  for (const heading of headings) {
    const parent = headings[heading.parent];
    if (!parent) continue;
    const from = LEVELS.indexOf(parent.style);
    const to = LEVELS.indexOf(heading.style);
    const hasIt = LEVELS.some((_, level) => from < level && level < to && steps.has(`${level}/${to}`));
    if (from < 0 || !hasIt) continue;
    const key = `${from}/${to}`;
    if (seen.has(key)) continue;
    seen.add(key);
    yield {
      place: placeOf(heading.line, heading.start, heading.start + heading.mark.length),
      data: { upper: parent.mark, mark: heading.mark, missing: textRules.levelMarks[from + 1] ?? "" },
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
    en: ({ upper, mark, missing }) => `“${mark}” stands right below “${upper}”; level “${missing}” is skipped.`,
  },
  find,
  page: {
    what: "同一级序号，有的写在上一级之下，有的越过那一级，每种情形报一处；各处都越过的不报。",
    why: "层次序数依次使用；GB/T 9704 允许只用其中几级，但同一篇里应当一致，故只作提示。",
    bad: "二、整改情况（一）党建方面 之下写 1.，三、移交事项 之下直接写 1.",
    good: "三、移交事项 之下先写（一），再写 1.",
    todo: "逐级编号，或各处都越过这一级。",
    en: "A numbering level that the text has elsewhere is skipped.",
  },
  ground: "GB/T 9704—2012 7.3.3。",
});
