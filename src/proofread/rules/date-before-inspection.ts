import { civilDate, compareDates, isoDate, type CivilDate } from "../../zh/civil-date";
import { earliestDay, sentenceAt, startingIn, placeOf, type DateToken, type Line } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";
import { reWith } from "../../zh/pattern";
import { dateOrder as words } from "../../zh/words/told-dates";

type BeforeData = { readonly written: string; readonly inspection: string };

/** What happened before is told as background with these words. */
const BACKGROUND = reWith("u")`${words.background}`;

const ACTS = reWith("u")`${words.acts}`;

const MOST_WARNINGS = 4;

/** Measures dated before the inspection began. */
function* measures(context: ProofContext): Generator<ProofHit<BeforeData>> {
  const { document } = context;
  const from = document.inspectionFrom;
  if (!from) return;
  let told = 0;
  for (const token of context.dates) {
    const { progressLine = null } = document.items[document.itemOfLine[token.line] ?? -1] ?? {};
    const line = document.lines[token.line];
    if (progressLine === null || !line || token.line < progressLine) continue;
    const hit = oldMeasure(line, token, from);
    if (hit) yield { ...hit, severity: ++told > MOST_WARNINGS ? "info" : "warning" };
  }
}

const OLD_MEASURES_HEAD = reWith("u")`${words.oldMeasuresHead}\s*$`;

function oldMeasure(line: Line, token: DateToken, from: CivilDate): ProofHit<BeforeData> | null {
  if (token.year === null || token.yearDigits !== 4 || token.month === null || token.year > from.year) return null;
  if (token.joinsNext || line.plain.startsWith("以来", token.end) || line.plain.startsWith("起", token.end))
    return null;
  const day = lastDayOf(token);
  if (!day || compareDates(day, from) >= 0) return null;
  // Only where the clause opens with the date: 一是2024年4月17日，…
  const head = line.plain.slice(Math.max(0, token.start - 4), token.start);
  if (!OLD_MEASURES_HEAD.test(head)) return null;
  const stop = nextStop(line.plain, token.end);
  const clause = line.plain.slice(token.end, stop);
  if (hasLaterDay(line, token, from)) return null;
  if (!ACTS.test(clause) || BACKGROUND.test(line.plain.slice(Math.max(0, token.start - 14), stop))) return null;
  return {
    place: placeOf(line.index, token.start, Math.min(stop, token.end + 20)),
    data: { written: token.text, inspection: isoDate(from) },
  };
}

/** A later day in the same sentence: what was before is told, and then what was done about it. */
function hasLaterDay(line: Line, token: DateToken, from: CivilDate): boolean {
  const sentence = sentenceAt(line, token.start);
  if (!sentence) return false;
  return startingIn(line.tokens, token.end, sentence.end).some((other) => {
    if (other.type !== "date" || other.year === null) return false;
    const day = lastDayOf(other);
    return day !== null && compareDates(day, from) >= 0;
  });
}

/** Latest day a token may mean. */
function lastDayOf(token: DateToken): CivilDate | null {
  if (token.day !== null) return earliestDay(token, null);
  if (token.year === null || token.month === null) return null;
  return civilDate(token.year, token.month, 28);
}

function nextStop(plain: string, from: number): number {
  let at = from;
  while (at < plain.length && at - from < 80 && !"。；;".includes(plain[at] ?? "")) at++;
  return at;
}

export const dateBeforeInspection = defineProofRule<BeforeData>({
  alias: "date-before-inspection",
  code: "P406",
  severity: "warning",
  name: { zh: "整改举措早于巡察", en: "measure dated before the inspection" },
  messages: {
    zh: ({ written, inspection }) =>
      `举措日期${written}早于巡察开始（${inspection}），请核对年份，或说明是此前已开展的工作。`,
    en: ({ written, inspection }) => `The measure of ${written} precedes the inspection (from ${inspection}).`,
  },
  find: measures,
  page: {
    what: "整改情况里以日期开头的举措，日期早于巡察进驻。经查明、文件印发等背景叙述不报。",
    why: "巡察之前的工作不能作为整改成效，常是年份写错。",
    bad: "巡察2024年9月开始；整改情况：一是2024年4月17日开展培训。",
    good: "一是2025年4月17日开展培训。",
    todo: "核对年份。",
    en: "Measures that happened before the inspection.",
  },
  ground: "规则提案 D206。",
});
