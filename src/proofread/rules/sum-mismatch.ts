import { exactText, exactValue, placeOf, type CountGroup, type CountPart, type SumClaim } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";

type Data = {
  readonly whole: string;
  readonly sum: string;
  readonly parts: string;
  readonly unit: string;
  readonly how: "sum" | "part";
};

/** Statuses that are told once each; two parts of one status are two views of it, and nothing can be summed. */
function* checkGroup(group: CountGroup): Generator<ProofHit<Data>> {
  const parts = group.parts.filter((part) => !part.nested && part.status !== null);
  const { total } = group;
  const tooBig = group.parts.find((part) => part.value > total.value);
  const place = placeOf(group.line, group.start, group.end);
  if (tooBig) {
    yield { place, data: dataOf(total, [tooBig], "part") };
    return;
  }
  if (parts.length < 2 || new Set(parts.map((part) => part.status)).size < parts.length) return;
  const sum = parts.reduce((n, part) => n + part.value, 0);
  if (sum === total.value || (sum < total.value && group.hasRest) || sumsWithNested(group, sum)) return;
  yield { place, data: dataOf(total, parts, "sum") };
}

/**
 * 「已完成20个，其中立行立改15个，长期坚持5个，未完成3个」: behind 其中 the following parts may belong to the one before, and the
 * others make up the whole.
 */
function sumsWithNested(group: CountGroup, sum: number): boolean {
  const first = group.parts.findIndex((part) => part.nested);
  if (first < 0) return false;
  let rest = sum;
  for (const part of group.parts.slice(first + 1)) {
    if (part.nested || part.status === null) continue;
    rest -= part.value;
    if (rest === group.total.value) return true;
  }
  return false;
}

/** Whether the group's own parts are summed; else a list behind it still may be. */
function isSummed(group: CountGroup): boolean {
  return group.parts.filter((part) => !part.nested && part.status !== null).length >= 2;
}

function dataOf(total: CountPart, parts: readonly CountPart[], how: Data["how"]): Data {
  return {
    whole: String(total.value),
    sum: String(parts.reduce((n, part) => n + part.value, 0)),
    parts: parts.map((part) => String(part.value)).join("+"),
    unit: total.unit,
    how,
  };
}

/** Of a 其中-list whose parts reach this share of the whole, a slip is likelier than a list meant to be partial. */
const NEARLY_ALL = 75n;
/** The same for parts that are not known to exclude each other. */
const ALL_BUT_A_FEW = 90n;

function* checkSum(sum: SumClaim): Generator<ProofHit<Data>> {
  const place = placeOf(sum.line, sum.start, sum.end);
  const data: Data = {
    whole: exactText(sum.wholeValue),
    sum: exactText(sum.sum),
    parts: sum.parts.map((part) => part.text).join("+"),
    unit: sum.unit,
    how: "sum",
  };
  if (sum.sum === sum.wholeValue) return;
  switch (sum.form) {
    case "among": {
      if (someHeadSums(sum)) return;
      const tooBig = sum.parts.find((part) => exactValue(part) > sum.wholeValue);
      if (tooBig) yield { place, data: { ...data, parts: tooBig.text, how: "part" } };
      else if (sum.overlapping) return;
      else if (sum.sum > sum.wholeValue) yield { place, data, severity: sum.exclusive ? "error" : "warning" };
      else if (sum.parts.length >= 3 && sum.sum * 100n >= sum.wholeValue * (sum.exclusive ? NEARLY_ALL : ALL_BUT_A_FEW))
        yield { place, data, severity: "warning" };
      return;
    }
    case "rest":
      yield { place, data };
      return;
    case "listed":
      if (!sum.overlapping) yield { place, data };
      return;
    case "total":
    case "all": {
      // A whole smaller than one of the counts before it speaks of something else.
      if (sum.parts.some((part) => exactValue(part) > sum.wholeValue)) return;
      if (someTailSums(sum)) return;
      if (sum.overlapping && sum.form === "all") return;
      yield { place, data, severity: sum.form === "all" ? "warning" : "error" };
    }
  }
}

/** Whether the first two or more parts already make up the whole: what follows goes on with the upper list. */
function someHeadSums(sum: SumClaim): boolean {
  let head = 0n;
  return sum.parts.some((part, index) => {
    head += exactValue(part);
    return index > 0 && head === sum.wholeValue;
  });
}

/** Whether the last two or more parts already make up the whole: the earlier ones belong to another list. */
function someTailSums(sum: SumClaim): boolean {
  let rest = sum.sum;
  for (const part of sum.parts.slice(0, -2)) {
    rest -= exactValue(part);
    if (rest === sum.wholeValue) return true;
  }
  return false;
}

function* find(context: ProofContext): Generator<ProofHit<Data>> {
  for (const group of context.groups) yield* checkGroup(group);
  // A number that is already a part of a group that was summed is not summed again; （甲18个、乙36个） beside it is.
  const summed = new Set(
    context.groups.filter(isSummed).flatMap((group) => group.parts.map((part) => `${part.line}/${part.start}`)),
  );
  for (const sum of context.sums)
    if (!sum.parts.some((part) => summed.has(`${sum.line}/${part.start}`))) yield* checkSum(sum);
}

export const sumMismatch = defineProofRule<Data>({
  alias: "sum-mismatch",
  code: "P101",
  severity: "error",
  name: { zh: "分项与总数不符", en: "parts do not sum to the whole" },
  messages: {
    zh: ({ whole, sum, parts, unit, how }) =>
      how === "part"
        ? `分项${parts}${unit}大于总数${whole}${unit}，请核对。`
        : `分项之和 ${parts}=${sum}，总数写的是${whole}${unit}，请核对总数和各分项。`,
    en: ({ whole, sum, parts, how }) =>
      how === "part"
        ? `A part of ${parts} is larger than its whole of ${whole}; check both.`
        : `The parts ${parts} make ${sum}, but the whole is given as ${whole}; check the whole and each part.`,
  },
  find,
  page: {
    what: "一句话里的总数和它的分项：各状态之和、“其中”之后的列举、括号内的列举、“合计、共计、总计、共”之前的列举。人与人次、不同量词分开计算；“其中”只列一部分时不报。",
    why: "公开的数字相互打架是通报最常见、也最损公信力的差错。",
    bad: "反馈问题12个，已完成整改9个，正在整改2个。",
    good: "反馈问题12个，已完成整改9个，正在整改3个。",
    todo: "对照台账改正总数或分项；确属部分列举的，写明“其余”的去向。",
    en: "Parts that do not sum to their whole; people (人) and occurrences (人次) are counted apart.",
  },
  ground: "算术；口径见本项目 docs/decisions.md。",
});
