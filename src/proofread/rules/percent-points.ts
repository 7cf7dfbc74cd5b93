import { firstFrom, placeOf, type PercentToken } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";
import { reWith } from "../../zh/pattern";
import { percentPoints as words } from "../../zh/words/rates";

type Data = { readonly written: string; readonly points: string; readonly how: "sign" | "value" };

const RAISED_TO = reWith("u")`${words.raisedTo[0]}${words.raisedTo[1]}`;
const RAISED_BY = reWith("u")`${words.raisedBy}了?$`;

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
    if (!RAISED_TO.test(first) || !RAISED_BY.test(second.trimEnd())) continue;
    if (Math.abs(valueOf(to) - valueOf(from)) !== valueOf(change)) continue;
    const points = change.text.replace("%", "个百分点");
    yield {
      place: placeOf(line.index, change.start, change.end),
      data: { written: change.text, points, how: "sign" },
      fix: points,
    };
  }
  yield* wrongPoints(context);
}

const WRONG_POINTS_TEXT = reWith("u")`^[，,、（(]?\s*${words.wrongPointsText}?[^，,；;。比较]{2,5}$`;

/** 由1.8%提高到2.6%，提高0.9个百分点: the difference itself is wrong. */
function* wrongPoints(context: ProofContext): Generator<ProofHit<Data>> {
  const { percents } = context;
  for (let i = 1; i < percents.length; i++) {
    const [from, to] = [percents[i - 1], percents[i]];
    if (!from || !to || from.line !== to.line || from.approx || to.approx || to.start - from.end > 40) continue;
    const line = context.lines[to.line];
    const change = line?.tokens[firstFrom(line.tokens, to.end)];
    if (!line || change?.type !== "number" || !change.unit.endsWith("百分点") || change.approx) continue;
    const second = line.plain.slice(to.end, change.start).trimEnd();
    if (!RAISED_TO.test(line.plain.slice(from.end, to.start)) || !RAISED_BY.test(second)) continue;
    // Another 比上年, 同比 compares with something else.
    if (!WRONG_POINTS_TEXT.test(second)) continue;
    const scale = 10 ** Math.max(from.decimals, to.decimals, change.decimals);
    const difference = Math.abs(
      Math.round((to.mantissa * scale) / 10 ** to.decimals) - Math.round((from.mantissa * scale) / 10 ** from.decimals),
    );
    if (difference === Math.round((change.mantissa * scale) / 10 ** change.decimals)) continue;
    // Told with fewer decimals than the rates, it is rounded.
    if (Math.round((difference * 10 ** change.decimals) / scale) === change.mantissa) continue;
    const points = `${String(difference / scale)}个百分点`;
    yield {
      place: placeOf(change.line, change.start, change.unitEnd),
      data: { written: line.text.slice(change.start, change.unitEnd), points, how: "value" },
      severity: "error",
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
  name: { zh: "百分点有误", en: "wrong percentage points" },
  messages: {
    zh: ({ written, points }) => `两个百分比相差${points}，不是${written}，请核对。`,
    en: ({ written, points }) => `Two percentages differ by ${points} (percentage points), not ${written}.`,
  },
  find,
  page: {
    what: "前后两个百分比之差写成了“%”（提醒），或写出的百分点不是两者之差（错误）。",
    why: "80%提高到85%，是提高5个百分点，或提高6.25%。",
    bad: "覆盖率由80%提高到85%，提高5%。",
    good: "覆盖率由80%提高到85%，提高5个百分点。",
    todo: "把“%”改为“个百分点”。",
    en: "The difference of two percentages is told in percentage points, and reckoned right.",
  },
  ground: "统计用语：百分比之差以百分点表示。",
});
