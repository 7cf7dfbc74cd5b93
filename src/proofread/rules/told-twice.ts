import { announcedGroups, placeOf, type CountGroup, type CountPart, paragraphsOf, type ClaimNode } from "../../reading";
import type { Severity } from "../../rule";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";
import { reWith } from "../../zh/pattern";
import { leads } from "../../zh/words/claim-leads";
import { UNIT_ENDS } from "../../zh/words/unit-ends";
import { tidy as itemMarks } from "../../zh/words/item-marks";
import { againstLedger, toldTwice as words } from "../../zh/words/told-counts";

type Data = { readonly what: string; readonly here: string; readonly there: string; readonly line: number };

const ABOUT_FEEDBACK_HEAD = reWith("u")`${words.aboutFeedbackHead}`;

/** 反馈的(具体|主要)问题 told of this inspection, wherever it stands. */
function isAboutFeedback(context: ProofContext, group: CountGroup): boolean {
  if (group.foreign || group.subset || group.subject !== "problem") return false;
  const item = context.document.itemOfLine[group.line] ?? -1;
  const head = context.lines[group.line]?.plain.slice(Math.max(0, group.total.start - 20), group.total.start) ?? "";
  // Problems broken down, searched for or found by oneself are counted anew.
  if (ABOUT_FEEDBACK_HEAD.test(head)) return false;
  if (LEFT_OF_THEM.test(head)) return false;
  return (
    /反馈/u.test(head.split(/\d/u).pop() ?? "") || (item < 0 && group.parts.length > 0 && isPlainlyTold(context, group))
  );
}

/** 剩余3个问题中, 11月15日到期的12个问题: some of the total, no total. */
const LEFT_OF_THEM = reWith("u")`${words.leftOfThem}的?$`;
const FRAME = reWith("gu")`${words.frame}`;

/** 截至目前，23个问题…: nothing before the number says that other problems are meant (群众反映强烈的17个问题). */
function isPlainlyTold(context: ProofContext, group: CountGroup): boolean {
  const text = context.lines[group.line]?.plain ?? "";
  if (isUnderKind(context, group)) return false;
  const sentence = context.lines[group.line]?.sentences.find(
    ({ start, end }) => start <= group.total.start && group.total.start < end,
  );
  const head = text.slice(Math.max(sentence?.start ?? 0, group.total.start - LONGEST_HEAD), group.total.start);
  // 甲镇（8个问题完成7个）、乙镇10个问题: of what is named before, or told in a bracket behind it.
  if (BRACKET_OPEN.test(head)) return false;
  const rest = (head.split(/[；;：:，,]/u).pop() ?? "").replace(FRAME, "").trim();
  return rest.length <= 2 && !NAME_END.test(rest);
}

/** （五）选人用人方面。4个问题完成2个, on its line or on the one before it: the problems of that kind. */
function isUnderKind({ lines }: ProofContext, { line, total }: CountGroup): boolean {
  const own = lines[line]?.plain.slice(0, total.start) ?? "";
  if (KIND_HEADING.test(own)) return true;
  let before = line - 1;
  while (before > 0 && lines[before]?.plain.trim() === "") before--;
  return !NUMBERED.test(own) && KIND_HEADING.test(lines[before]?.plain.trimEnd().replace(/[。：:]?$/u, "。") ?? "");
}

const NUMBERED = reWith("u")`^\s*${itemMarks.leadingNumber}`;
const KIND_HEADING = reWith("u")`^\s*${itemMarks.leadingNumber}[^，。：:]{2,30}${againstLedger.kindEnds}[。：:]`;
const BRACKET_OPEN = /[（(][^（()）]*$/u;
const NAME_END = reWith("u")`${[...UNIT_ENDS, ...leads.strictRest]}$`;

const LONGEST_HEAD = 40;

const QUALIFIERS = reWith("gu")`${words.qualifiers}`;

/** Words that say which inspection is meant: 常规巡察 and 专项巡察 give feedback apart. */
function qualifiersOf(context: ProofContext, group: CountGroup): ReadonlySet<string> {
  const head = context.lines[group.line]?.plain.slice(Math.max(0, group.total.start - 24), group.total.start) ?? "";
  // 中央反馈12个，省委反馈18个: what stands before another number qualifies that one.
  return new Set((head.split(/\d/u).pop() ?? "").match(QUALIFIERS) ?? []);
}

/** One names no more than the other does. */
function mayBeSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].every((word) => b.has(word)) || [...b].every((word) => a.has(word));
}

/** 甲镇反馈问题22个；乙镇反馈问题23个; 3月…，4月…: side by side in one line, each by a name of its own. */
function areNamedApart({ lines }: ProofContext, one: CountGroup, other: CountGroup): boolean {
  if (one.line !== other.line) return false;
  const [name, own] = [one, other].map(({ line, total }) => {
    const head = lines[line]?.plain.slice(Math.max(0, total.start - LONGEST_HEAD), total.start) ?? "";
    return (/(?<![^，。；：、])[^，。；：、]*$/u.exec(head)?.[0] ?? "").replace(FED_BACK, "").replace(FRAME, "");
  });
  return (
    name !== undefined &&
    own !== undefined &&
    name.length > 1 &&
    own.length > 1 &&
    !name.includes(own) &&
    !own.includes(name)
  );
}

const FED_BACK = reWith("u")`${leads.weak}?反馈.*$`;

/** 2024年接收33个，2025年接收18个; 3月反馈22个，4月反馈23个: of different years or months. */
function areOfOtherTimes(context: ProofContext, one: CountGroup, other: CountGroup): boolean {
  const timeOf = ({ line, total }: CountGroup): string | undefined => {
    const head = context.lines[line]?.plain.slice(Math.max(0, total.start - 24), total.start) ?? "";
    return TIME.exec(head)?.[1];
  };
  const [time, twin] = [timeOf(one), timeOf(other)];
  return time !== undefined && twin !== undefined && time.slice(-1) === twin.slice(-1) && time !== twin;
}

const TIME = /((?:\d{4}|\d{1,2}(?=月))[年月])[^。；\d]{0,16}$/u;

const NOUN_OF_AFTER = reWith("u")`^${words.nounOfAfter}?`;

function nounOf(part: CountPart): string {
  return NOUN_OF_AFTER.exec(part.after)?.[0] ?? "";
}

/** 反馈问题23个 is of the very noun of 反馈的23个问题. */
const PLAIN_NOUN = "问题";
const isPlainBefore = ({ before }: CountPart): boolean => before.endsWith(`反馈${PLAIN_NOUN}`);

/** 2024年反馈问题22个，2025年反馈问题16个，两年共反馈38个: of those told before it in its line. */
function isSumOf(group: CountGroup, groups: readonly CountGroup[]): boolean {
  const before = groups.filter(({ line, total }) => line === group.line && total.start < group.total.start);
  if (before.length < 2) return false;
  return (
    TOGETHER.test(group.total.before) || before.reduce((sum, { total }) => sum + total.value, 0) === group.total.value
  );
}

const TOGETHER = reWith("u")`${[...leads.strong, ...leads.weak]}`;

function* totals(context: ProofContext): Generator<ProofHit<Data>> {
  const groups = context.groups.filter((group) => isAboutFeedback(context, group));
  // Several totals may stand for several levels; only one noun in one wording is one figure.
  const first = new Map<string, CountGroup>();
  const told = new Map<number, number>();
  for (const group of groups) told.set(group.total.value, (told.get(group.total.value) ?? 0) + 1);
  for (const group of groups) {
    const noun = nounOf(group.total);
    const own = first.get(noun);
    const known = own ?? first.get(noun === PLAIN_NOUN ? "" : noun === "" ? PLAIN_NOUN : noun);
    if (!own) first.set(noun, group);
    if (!known) continue;
    const isOther = known !== own;
    if (isOther && ![known, group].some(({ total }) => isPlainBefore(total))) continue;
    if (areOfOtherTimes(context, known, group) || areNamedApart(context, known, group)) continue;
    if (!mayBeSame(qualifiersOf(context, known), qualifiersOf(context, group))) continue;
    if (known.total.value !== group.total.value) {
      if (isSumOf(group, groups)) continue;
      if ((told.get(group.total.value) ?? 0) > 1) continue;
      yield hit(
        group,
        "问题总数",
        group.total.value,
        known.total.value,
        known.line,
        group.total.start,
        group.total.end,
        isOther ? "warning" : undefined,
      );
      continue;
    }
    if (isOther) continue;
    for (const part of group.parts) {
      const same = known.parts.filter((candidate) => candidate.status === part.status && !candidate.nested);
      const twin = same[0];
      if (part.nested || part.status === null || same.length !== 1 || !twin || twin.value === part.value) continue;
      yield hit(group, "同一状态", part.value, twin.value, known.line, group.total.start, part.end);
    }
  }
}

function hit(
  group: CountGroup,
  what: string,
  here: number,
  there: number,
  line: number,
  start: number,
  end: number,
  severity?: Severity,
): ProofHit<Data> {
  return {
    place: placeOf(group.line, start, end),
    data: { what, here: String(here), there: String(there), line: line + 1 },
    ...(severity && { severity }),
  };
}

/** Lists of discipline with the same forms, differing in one number. */
function* lists(context: ProofContext): Generator<ProofHit<Data>> {
  const known = new Map<string, readonly ClaimNode[]>();
  const runs = paragraphsOf(context.lines).flatMap(({ breakdowns }) => breakdowns);
  for (const { how, side, wholes, parts } of runs) {
    const whole = wholes[0];
    if (how !== "among" || side === null || parts.length < 2 || !whole) continue;
    const key = parts.map(({ count }) => count.before.slice(-LABEL)).join("/");
    const first = known.get(key);
    if (!first) {
      known.set(key, [whole, ...parts]);
      continue;
    }
    const here = [whole, ...parts].map(({ count }) => count.token.text);
    const there = first.map(({ count }) => count.token.text);
    const differing = here.filter((text, index) => text !== there[index]);
    if (differing.length !== 1) continue;
    const index = here.findIndex((text, i) => text !== there[i]);
    yield {
      place: placeOf(whole.count.line, whole.count.start, parts[parts.length - 1]?.count.end ?? whole.count.end),
      data: { what: "分项", here: here[index] ?? "", there: there[index] ?? "", line: (first[0]?.count.line ?? 0) + 1 },
      severity: "warning",
    };
  }
}

/** Of a part's name the last characters tell it from others. */
const LABEL = 6;

function* find(context: ProofContext): Generator<ProofHit<Data>> {
  if (announcedGroups(context).length > 0 || context.groups.length > 1) yield* totals(context);
  yield* lists(context);
}

export const toldTwice = defineProofRule<Data>({
  alias: "told-twice",
  code: "P107",
  severity: "error",
  name: { zh: "同一个数前后不一", en: "one figure given two values" },
  messages: {
    zh: ({ what, here, there, line }) => `${what}这里写${here}，第${line}行写${there}，请统一。`,
    en: ({ here, there, line }) => `${here} here, ${there} in line ${line}; please make them agree.`,
  },
  find,
  page: {
    what: "巡察反馈问题的总数、同一总数下的完成数，以及问责分项，前后两处写得不同。上轮、往年的数，不同层级（主要问题、具体问题）的数不比。",
    why: "前后不一，必有一错。",
    bad: "综述：23个问题……第一项：巡察反馈的24个问题……",
    good: "前后都写23个问题。",
    todo: "对照台账统一。",
    en: "Totals and done counts that differ between two places.",
  },
  ground: "前后数字一致。",
});
