/** The change since last time in sentences, for a report or a meeting. */
import { KIND_WORDS } from "../../ledger";
import type { Precision } from "../../tally";
import { chineseDate, compareDates, isoDate } from "../../zh/civil-date";
import { printedRates } from "./printed";
import type { ItemChange, ChangeType, Comparison, KindComparison } from "./types";

/** Told in this order; what did not happen is left out. */
const TOLD: readonly {
  readonly of: (change: ItemChange) => boolean;
  readonly zh: (n: number) => string;
  readonly en: (n: number) => string;
}[] = [
  told(
    "completed",
    (n) => `新增完成${n}个`,
    (n) => `${n} newly completed`,
  ),
  told(
    "reopened",
    (n) => `完成后又退回${n}个`,
    (n) => `${n} reopened`,
  ),
  told(
    "added",
    (n) => `新增${n}个`,
    (n) => `${n} added`,
  ),
  told(
    "removed",
    (n) => `台账中不再列出${n}个`,
    (n) => `${n} no longer listed`,
  ),
  {
    of: ({ direction }) => direction === "later",
    zh: (n) => `整改时限推后${n}个`,
    en: (n) => `${n} with a later deadline`,
  },
  {
    of: ({ direction, risk }) => direction === "later" && risk === "high",
    zh: (n) => `其中未见延期说明${n}个`,
    en: (n) => `${n} of them with no mention of an extension`,
  },
  told(
    "newlyOverdue",
    (n) => `新超期${n}个`,
    (n) => `${n} newly overdue`,
  ),
  told(
    "stillOverdue",
    (n) => `上期已超期、至今未完成${n}个`,
    (n) => `${n} still overdue`,
  ),
  told(
    "progressUnchanged",
    (n) => `进展情况未更新${n}个`,
    (n) => `${n} with no progress update`,
  ),
];

function told(type: ChangeType, zh: (n: number) => string, en: (n: number) => string): (typeof TOLD)[number] {
  return { of: (change) => change.type === type, zh, en };
}

/**
 * A sentence for each kind; null where there are none.
 * @example changeParagraph(compared, 1, "zh") // "与上期（截至2025年10月31日）相比，反馈问题新增完成2个；完成率由22.2%升至26.3%，上升4.1个百分点。"
 */
export function changeParagraph(compared: Comparison, precision: Precision, lang: "zh" | "en"): string | null {
  if (compared.kinds.length === 0) return null;
  const sentences = compared.kinds.map((kind) => kindSentence(kind, compared, precision, lang));
  const day = lang === "zh" ? chineseDate(compared.oldAsOf) : isoDate(compared.oldAsOf);
  return lang === "zh"
    ? `与上期（截至${day}）相比，${sentences.join("")}`
    : `Since the last period (as of ${day}): ${sentences.join(" ")}`;
}

/** Items of two months of one ledger are mostly the same: where not one in this many is, another file may have been given. */
const ONE_IN = 5;

/**
 * What is to be said before all figures, and is no part of what goes into a report: that both are of one day, that hardly any
 * item is in both. Null where neither is so.
 * @example periodWarning(compared, "zh") // "请先核对上期选得对不对：上期4项、本期4项，对得上的一项也没有，可能不是同一份台账。"
 */
export function periodWarning(compared: Comparison, lang: "zh" | "en"): string | null {
  const said = [sameDayWarning(compared, lang), unlikeWarning(compared, lang)].filter((one) => one !== null);
  return said.length === 0 ? null : said.join(lang === "zh" ? "" : " ");
}

function sameDayWarning({ oldAsOf, asOf }: Comparison, lang: "zh" | "en"): string | null {
  if (compareDates(oldAsOf, asOf) !== 0) return null;
  return lang === "zh"
    ? `两份台账的统计截止日都是${chineseDate(asOf)}，不像是两期：请核对上期选得对不对，或改上期的统计截止日。`
    : `Both ledgers are as of ${isoDate(asOf)}, so they hardly make two periods; check that this is the right last period, or change its as-of date.`;
}

function unlikeWarning({ kinds, matched, ambiguous }: Comparison, lang: "zh" | "en"): string | null {
  const count = (of: "old" | "new"): number => kinds.reduce((sum, kind) => sum + kind[of].total, 0);
  const [old, now] = [count("old"), count("new")];
  const unsettled = ambiguous.reduce((sum, group) => sum + Math.min(group.old.length, group.new.length), 0);
  if ((matched + unsettled) * ONE_IN >= Math.min(old, now)) return null;
  return lang === "zh"
    ? `请先核对上期选得对不对：上期${old}项、本期${now}项，对得上的${matched === 0 ? "一项也没有" : `只有${matched}项`}，可能不是同一份台账。`
    : `Check first that this is the right last period: only ${matched} of its ${old} ${old === 1 ? "item" : "items"} can be found among the ${now} of this one; it may be another ledger.`;
}

function kindSentence(kind: KindComparison, compared: Comparison, precision: Precision, lang: "zh" | "en"): string {
  const changes = compared.changes.filter((change) => change.kind === kind.kind);
  const parts = TOLD.flatMap((one) => {
    const count = changes.filter(one.of).length;
    return count === 0 ? [] : [one[lang](count)];
  });
  const unsure = compared.ambiguous.filter((group) => group.kind === kind.kind).length;
  const name = KIND_WORDS[kind.kind][lang];
  const rate = rateText(kind, precision, lang);
  if (lang === "zh") {
    if (unsure > 0) parts.push(`另有${unsure}组事项须由人确认对应关系，未计入`);
    const what = parts.length === 0 ? "没有变化" : parts.join("，");
    return `${name}${what}${rate === null ? "" : `；${rate}`}。`;
  }
  if (unsure > 0)
    parts.push(`${unsure} ${unsure === 1 ? "group" : "groups"} of items that a person must tell apart, not counted`);
  return `${name}: ${parts.length === 0 ? "no changes" : parts.join(", ")}${rate === null ? "" : `; ${rate}`}.`;
}

/** How the rate moved; null where one of the two is none. */
function rateText({ old, new: now }: KindComparison, precision: Precision, lang: "zh" | "en"): string | null {
  const { old: before, now: after, points, isRounded } = printedRates(old, now, precision);
  if (before === null || after === null || points === null) return null;
  const size = points.replace(/^[+-]/, "");
  const isUp = points.startsWith("+");
  const isSame = !isUp && !points.startsWith("-");
  if (lang === "zh") {
    const note = isRounded ? "（因四舍五入，与两期所列完成率之差不一致）" : "";
    if (isSame) return `完成率${after}，与上期持平${before === after ? "" : note}`;
    return `完成率由${before}${isUp ? "升至" : "降至"}${after}，${isUp ? "上升" : "下降"}${size}个百分点${note}`;
  }
  const note = isRounded ? " (rounded; not the difference of the rates as printed)" : "";
  if (isSame) return `the rate is ${after}, as before${before === after ? "" : note}`;
  return `the rate went from ${before} to ${after}, ${isUp ? "up" : "down"} ${size} percentage ${size === "1" ? "point" : "points"}${note}`;
}
