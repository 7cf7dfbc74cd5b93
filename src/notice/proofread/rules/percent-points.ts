import { placeOf } from "../place";
import { defineProofRule, type ProofHit } from "../rule";
import type { PercentToken, ProofContext } from "../types";

type Data = { readonly written: string; readonly points: string };

/** 从80%提高到85%，提高5%: the difference of two percentages is told in 百分点. */
function* find(context: ProofContext): Generator<ProofHit<Data>> {
  const { percents } = context;
  for (let i = 2; i < percents.length; i++) {
    const [from, to, change] = [percents[i - 2], percents[i - 1], percents[i]];
    if (!from || !to || !change || from.line !== change.line || change.start - from.start > 60) continue;
    const line = context.lines[change.line];
    if (!line) continue;
    const first = line.plain.slice(from.end, to.start);
    const second = line.plain.slice(to.end, change.start);
    if (!/(?:提高|提升|上升|增加|增长|下降|降低|降|升)(?:到|至|为)/u.test(first)) continue;
    if (!/(?:提高|提升|上升|增加|下降|降低|升|降)了?$/u.test(second.trimEnd())) continue;
    if (Math.abs(valueOf(to) - valueOf(from)) !== valueOf(change)) continue;
    const points = change.text.replace("%", "个百分点");
    yield {
      place: placeOf(line.index, change.start, change.end),
      data: { written: change.text, points },
      fix: points,
    };
  }
}

/** Hundredths of a percent, so that whole numbers are compared. */
function valueOf(token: PercentToken): number {
  return Math.round((token.mantissa * 10000) / 10 ** token.decimals);
}

export const percentPoints = defineProofRule<Data>({
  alias: "percent-points",
  code: "P104",
  severity: "warning",
  name: { zh: "百分点误写为百分比", en: "percent where percentage points are meant" },
  messages: {
    zh: ({ written, points }) => `两个百分比相差${points}，不是${written}。`,
    en: ({ written, points }) => `Two percentages differ by ${points} (percentage points), not ${written}.`,
  },
  find,
  page: {
    what: "前后两个百分比之差写成了“%”。",
    why: "80%提高到85%，是提高5个百分点，或提高6.25%。",
    bad: "覆盖率由80%提高到85%，提高5%。",
    good: "覆盖率由80%提高到85%，提高5个百分点。",
    todo: "把“%”改为“个百分点”。",
    en: "The difference of two percentages is told in percentage points.",
  },
  ground: "统计用语：百分比之差以百分点表示。",
});
