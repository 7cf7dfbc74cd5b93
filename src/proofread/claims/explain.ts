/**
 * Explain before accusing: readings under which the parts of a breakdown need not make up the whole that stands nearest.
 * Each is named; the first that holds silences the finding.
 */
import { reWith } from "../../zh/pattern";
import { leads } from "../../zh/words/claim-leads";
import { COUNTED_TWICE, PERSON_SIDES } from "../../zh/words/claim-sides";
import { CARRIED_OVER, FROM_BEFORE } from "../../zh/words/claim-states";
import { STOPS } from "../../zh/clause";
import { isShareOf } from "../percents";
import { areLateOfOpen } from "./late-ones";
import { sharesOf } from "./share-lists";
import { endInPartsOfOne } from "./parts-of-parts";
import { partNamedBefore } from "./named-heads";
import {
  isExcepted,
  nodesAround,
  nodesOf,
  startingIn,
  valueSum,
  type Breakdown,
  type ClaimNode,
  type Paragraph,
  type ToldCount,
} from "../../reading";
import { areNamesAlike, isCloseList, isListFrom, isOneList } from "./one-list";
import { OLD_ONES, OVERLAP, TWICE, TWICE_REACH } from "./common-words";
import type { Explanation } from "./explanation";
import { LIST_EXPLANATIONS } from "./explain-lists";
import { isSame } from "./sum-fault";

/** What fills a gap stands among so many counts before and behind. */
const NEAREST = 150;
/** A list of a whole and its parts has no more counts. */
const LONGEST_LIST = 20;
/** So many counts behind its parts may still be of their whole. */
const MOST_BEHIND = 4;

/** Counts of the same unit of a paragraph that are no parts of the run. */
function others(run: Breakdown, whole: ClaimNode, paragraph: Paragraph): readonly ClaimNode[] {
  const unit = run.parts[0]?.count.unit;
  return nodesAround(paragraph, run.parts[0]?.count.start ?? 0, NEAREST, NEAREST).filter(
    (node) => node !== whole && !run.parts.includes(node) && node.count.exact && node.count.unit === unit,
  );
}

const AMONG = "中";
const OF_ONE = /[\u4e00-\u9fff]{2}中的/u;
/** 整改问题 of 限期整改问题 and 长期整改问题. */
const LIST_NOUN = 4;
const SHARE_REACH = 24;
const TWICE_TOLD = reWith("u")`${COUNTED_TWICE}`;

/** Whether a count told before, other than the whole, is the sum of the parts. */
export function isOfAnotherWhole(run: Breakdown, whole: ClaimNode, paragraph: Paragraph): boolean {
  const sum = valueSum(run.parts);
  if (run.wholes.some((one) => one.count.value === sum)) return true;
  const first = run.parts[0]?.count.start ?? 0;
  return others(run, whole, paragraph).some(
    (node) => node.count.value === sum && node.count.start < first && !isTold(node, run),
  );
}

export const EXPLANATIONS: readonly Explanation[] = [
  ...LIST_EXPLANATIONS,
  {
    // 巡察反馈70个，需立行立改30个，已完成28个，正在整改2个: the sum is another count told before.
    name: "another whole",
    holds: isOfAnotherWhole,
  },
  {
    // 30个，已完成25个，正在整改3个，因规划调整的2个另行研究
    name: "a sibling fills the gap",
    holds: (run, whole, paragraph) => {
      const gap = whole.count.value - valueSum(run.parts);
      if (gap <= 0n) return false;
      const last = run.parts[run.parts.length - 1]?.count.start ?? 0;
      const from = run.complete ? last : Math.min(whole.count.start, run.parts[0]?.count.start ?? 0);
      return others(run, whole, paragraph).some(
        (node) =>
          (node.count.value === gap ||
            (node.count.start > last && isSame(valueSum([...run.parts, node]), whole, [...run.parts, node]))) &&
          node.count.start > from &&
          // What stands between the parts is one of them, whatever came of it.
          (node.count.state !== "done" || node.count.start < last) &&
          !isUnder(node, run.parts),
      );
    },
  },
  {
    // 80件，来信30件、来访50件、办结76件…: the first parts already make up the whole, or the last ones.
    name: "a second breakdown",
    holds: (run, whole) => {
      const { value } = whole.count;
      const { parts } = run;
      // 招聘6人，其中临床3人、护理3人、药剂1人: names of one length are one list, whatever the first of them make up.
      if (run.how === "among" && isOneList(run) && areNamesAlike(parts)) return false;
      for (let at = 2; at <= parts.length - 1; at++)
        if (valueSum(parts.slice(0, at)) === value || (valueSum(parts.slice(-at)) === value && !isOneList(run)))
          return run.side === null || run.how === "total";
      return false;
    },
  },
  {
    // 已完成20个，其中立行立改15个，长期坚持5个，未完成3个: behind 其中 the parts of a part come first.
    name: "parts of a part",
    holds: (run, whole) => {
      const { parts } = run;
      if (run.closed && endInPartsOfOne(parts)) return true;
      // 企业4200万户，企业中的外企64万户；个体户9021万户
      const own = parts.filter(({ count }) => !OF_ONE.test(count.before));
      if (own.length > 1 && own.length < parts.length && isSame(valueSum(own), whole, own)) return true;
      // 28件属实的转办件中，已办结24件，4件正在整改
      const [first, ...rest] = parts;
      if (first && rest.length > 1 && first.count.after.endsWith(AMONG) && valueSum(rest) === first.count.value)
        return true;
      for (let from = 0; from < parts.length; from++) {
        if (!parts[from]?.breakdowns.some((inner) => inner.how === "among")) continue;
        for (let to = from + 1; to <= parts.length; to++) {
          const inner = parts.slice(from + 1, to);
          const outer = [...parts.slice(0, from + 1), ...parts.slice(to)];
          if (
            inner.length > 0 &&
            valueSum(outer) === whole.count.value &&
            valueSum(inner) <= (parts[from]?.count.value ?? 0n)
          )
            return true;
        }
      }
      return false;
    },
  },
  {
    // 甲招14人，乙招30人，已招22人、未招22人
    name: "several wholes",
    holds: (run, _, paragraph) => {
      const [first] = run.wholes;
      if (!first || run.how === "among" || run.how === "bracket") return false;
      const wholes = nodesOf(paragraph, first.count.sentence).filter(
        (node) => node.part === null && node.count.unit === first.count.unit && !isTold(node, run),
      );
      return wholes.length >= 2 && valueSum(wholes) === valueSum(run.parts);
    },
  },
  {
    name: "a partial list",
    holds: (run, whole) => (run.partial || run.listsSome) && valueSum(run.parts) < whole.count.value,
  },
  {
    // 涉及资金3.5万元，一是退回资金2.5万元，…；二是退回资金2.5万元: may be one amount, told with each measure.
    name: "the same told again",
    holds: ({ parts }, whole) => {
      const told = new Map(parts.map((part) => [`${withoutOrdinal(part.count.before)}${part.count.value}`, part]));
      return told.size < parts.length && valueSum([...told.values()]) <= whole.count.value;
    },
  },
  {
    // 41个场馆，其中甲区36个，乙区3个，丙区2个，甲区21个与他人共用: behind the whole list one of its names comes again.
    name: "a name told again",
    holds: ({ parts }, { count: { value } }) =>
      parts.some(({ count: { before: name } }, at) => {
        const told = parts.slice(0, at);
        return (
          at > 1 && name.length > 1 && told.some(({ count }) => count.before.endsWith(name)) && valueSum(told) === value
        );
      }),
  },
  {
    name: "things that may overlap",
    holds: (run, whole) =>
      run.side === null &&
      !run.complete &&
      !isCloseList(run, whole) &&
      (run.parts.some(({ count }, at) => OVERLAP.test(run.partial ? count.before : nameIn(run.parts, at))) ||
        PERSON_SIDES.some((side) => new Set(run.parts.map(({ count }) => count.sides.get(side))).size > 1) ||
        run.parts.every(({ count }) => isPredicated(count))),
  },
  {
    // 线索76件，初核30件、函询20件、暂存待查6件，了结20件: with those told before its parts they make up the whole.
    name: "a plain list",
    holds: (run, whole, paragraph) => {
      const last = run.parts[run.parts.length - 1];
      if (!last) return false;
      const near = nodesAround(paragraph, last.count.start, LONGEST_LIST, MOST_BEHIND).filter(
        ({ count }) => count.exact && count.unit === last.count.unit,
      );
      const before = near.filter(({ count }) => count.start <= last.count.start);
      if (isListFrom(near, whole, run)) return true;
      let sum = 0n;
      for (let at = before.length - 1; at > 0; at--) {
        sum += before[at]?.count.value ?? 0n;
        const told = run.parts.every((part) => before.indexOf(part) >= at);
        if (
          told &&
          before.length - at > run.parts.length - 1 &&
          before[at - 1]?.count.value === sum &&
          !isTold(before[at - 1] ?? last, run)
        )
          return true;
      }
      return false;
    },
  },
  {
    // 处理14人，其中通报批评9人、诫勉6人（1人同时受到两种处理）
    name: "one thing counted twice",
    holds: (run, whole, { line }) => {
      const end = run.parts[run.parts.length - 1]?.count;
      // 听取汇报9次，审定方案6次，有1次会议同时完成两项
      if (end && TWICE_TOLD.test(end.after)) return true;
      const last = end?.end ?? 0;
      return valueSum(run.parts) > whole.count.value && TWICE.test(line.plain.slice(last, last + TWICE_REACH));
    },
  },
  {
    // 办结80件、在办15件，两项合计占95%; 公办园82所，普惠性民办园35所，普惠率91.4%
    name: "a share told of them together",
    holds: (run, whole, { line }) => {
      const last = run.parts[run.parts.length - 1]?.count.end ?? 0;
      return startingIn(line.tokens, last, last + SHARE_REACH + 1).some(
        (token) =>
          token.type === "percent" &&
          [TOLD_SHARE, TOLD_RATE].some((told) => told.test(line.plain.slice(last, token.start))) &&
          isShareOf(token, valueSum(run.parts), whole.count.value),
      );
    },
  },
  {
    // 耕地52亩，其中水田36亩，种植水稻34亩、油菜15亩: 、 joins a list of its own behind the comma.
    name: "a list set apart",
    holds: (run, whole) => {
      const [first, second, ...others] = run.parts;
      if (run.complete || !first || !second || others.length === 0) return false;
      // 处分11人，其中警告6人、撤职5人，诫勉8人: what , sets off is none of what 、 has made up the whole of.
      const set = run.parts.findIndex(({ count }, at) => at > 1 && count.stop !== STOPS.piece);
      const listed = run.parts.slice(0, set);
      if (set > 1 && isOneList({ ...run, complete: false, parts: listed }) && valueSum(listed) === whole.count.value)
        return true;
      if (run.side !== null) return false;
      const isApart = others.every(({ count }) => count.stop === STOPS.piece);
      return isApart && valueSum(run.parts) > whole.count.value && second.count.stop === STOPS.comma;
    },
  },
  {
    // 受理1860件，上年旧存214件，审结1905件，未结169件
    name: "old ones beside the new",
    holds: ({ parts }, { count: whole }, { line }) => {
      const last = parts[parts.length - 1]?.count;
      if (!last || valueSum(parts) <= whole.value || last.line !== whole.line) return false;
      return OLD_ONES.test(line.plain.slice(whole.end, last.start));
    },
  },
  {
    // 上年结余200万元，收入500万元，支出600万元，结余100万元
    name: "money from before",
    holds: ({ parts }, _, { line }) =>
      parts.some(({ count }) => CARRIED.test(count.before)) && FROM_BEFORE_TEXT.test(line.plain),
  },
  { name: "late ones of what is open", holds: areLateOfOpen },
  {
    name: "a rest without a number",
    holds: (run, whole) => run.rest && !run.closed && valueSum(run.parts) < whole.count.value,
  },
  {
    // 立行立改问题6个，…；限期整改问题15个，已完成11个；长期整改问题5个，…: named like the whole and behind ； like it.
    name: "members of one list",
    holds: ({ parts }, { count: whole }) => {
      const noun = whole.before.slice(-LIST_NOUN);
      const atHead = whole.stop > STOPS.piece || whole.lead === "among";
      if (noun.length < LIST_NOUN || !(atHead || whole.stop === STOPS.member || whole.stop === STOPS.comma))
        return false;
      return parts.some(
        ({ count: { stop, before } }) => before.endsWith(noun) && (atHead ? stop <= STOPS.comma : stop === whole.stop),
      );
    },
  },
  {
    // 8个，已完成5个，正在整改3个。目前逾期未完成1个: what stood before made up the whole, and some of it is told anew.
    name: "told again",
    holds: ({ parts }, { count }) =>
      parts.some((first, at) => {
        const [told, again] = [parts.slice(0, at), parts.slice(at)];
        const isApart = first.count.stop <= STOPS.member || first.count.sentence !== parts[at - 1]?.count.sentence;
        if (at < 2 || !isApart || valueSum(told) !== count.value) return false;
        return again.every((part) => part.count.value <= valueSum(told.filter((one) => mayHoldAgain(one, part))));
      }),
  },
  {
    // 29个问题除2个外已完成整改，正在整改2个
    name: "what is excepted, told again",
    holds: ({ parts }) => {
      const [excepted] = parts.filter(({ count }) => isExcepted(count));
      return excepted !== undefined && valueSum(parts) === excepted.count.value * 2n;
    },
  },
  {
    // 58件，其中主办39件、会办19件。主办件中，已解决28件，列入计划11件 (named-heads.ts asks about these)
    name: "of a part named before it",
    holds: (run, whole, paragraph) => {
      const [first] = run.parts;
      const named = first && partNamedBefore(paragraph, first);
      return named !== undefined && named !== whole;
    },
  },
  {
    // 受理150件，办结148件。回访90人，满意86人。退回重办6件: behind another matter, what was taken out is told for itself.
    name: "told apart",
    holds: ({ parts }) => {
      const last = parts[parts.length - 1]?.count;
      const before = parts[parts.length - 2]?.count;
      return last?.state === "other" && before !== undefined && last.sentence > before.sentence + 1;
    },
  },
  {
    // 60个，其中一般52个、突出8个。一般已整改48个；突出已整改6个。尚未整改6个: of all of them, not of the last kind.
    name: "left of all kinds",
    holds: ({ parts }, { part }, paragraph) => {
      const last = parts[parts.length - 1];
      const [upper] = part?.wholes ?? [];
      if (!last || !upper || last.count.state !== "open" || parts[0]?.count.sentence === last.count.sentence)
        return false;
      const done = nodesAround(paragraph, last.count.start, LONGEST_LIST, 0).filter(
        ({ count }) => count.state === "done" && count.unit === last.count.unit && count.start > upper.count.start,
      );
      return valueSum(done) + last.count.value === upper.count.value;
    },
  },
  {
    // 收案63件，受理55件，不予受理8件，审结51件: with the first of its parts the whole makes up another told before it.
    name: "beside its whole",
    holds: (run, whole, paragraph) => {
      if (standsBeside(run, whole)) return true;
      const { value, start } = whole.count;
      const above = others(run, whole, paragraph).filter(({ count }) => count.start < start);
      for (let at = 1; at < run.parts.length; at++) {
        const together = value + valueSum(run.parts.slice(0, at));
        const rest = run.parts.slice(at);
        if (rest.every(({ count }) => count.value <= value) && above.some(({ count }) => count.value === together))
          return true;
      }
      return false;
    },
  },
  {
    // 48个。持续整改问题6个，已整改2个: a class of them, and what is done of it.
    name: "what is done of a class",
    holds: ({ parts }) =>
      parts.some(({ count }, at) => {
        const next = parts[at + 1]?.count;
        return (
          count.state === "open" &&
          (count.sides.has("term") || CLASS.test(count.before)) &&
          next?.state === "done" &&
          next.stop === STOPS.comma &&
          next.value <= count.value
        );
      }),
  },
  {
    // 326件，其中初次214件，重复112件。已办结298件: the first of its parts made up the whole with the list before.
    name: "the last of the list before",
    holds: (run, whole) => {
      const [first, ...others] = run.parts;
      const before = whole.breakdowns.filter((one) => one !== run && one.how === "among").pop();
      if (!first || !before || valueSum([...before.parts, first]) !== whole.count.value) return false;
      return first.count.stop >= STOPS.comma && valueSum(others) <= whole.count.value;
    },
  },
  {
    // 42个，已完成38个。对未完成的4个逐一分析，2个因资金未到位: told without a name, some of the part before it.
    name: "more of the last part",
    holds: ({ parts }, { count: whole }) =>
      parts.some((first, at) => {
        const told = parts.slice(0, at);
        const last = told[told.length - 1]?.count;
        if (at < 2 || last === undefined || first.count.before !== "" || valueSum(told) !== whole.value) return false;
        return last.after !== "" && valueSum(parts.slice(at)) <= last.value;
      }),
  },
  {
    // 10个，已完成5个，正在整改5个。新增完成2个，又退回1个: since the last time.
    name: "told of what changed",
    holds: ({ parts }, { count: whole }) => {
      const at = parts.findIndex(({ count }) => SINCE_LAST.test(count.before));
      return at === 0 || (at > 0 && valueSum(parts.slice(0, at)) === whole.value);
    },
  },
  {
    // 工业694个，加上农业252个、交通220个，全部共有1166个: the first is one of them.
    name: "a list with its total behind",
    holds: (run, whole, paragraph) => {
      const all = whole.count.value + valueSum(run.parts);
      const last = run.parts[run.parts.length - 1]?.count.start ?? 0;
      return others(run, whole, paragraph).some(({ count }) => count.start > last && count.value === all);
    },
  },
  {
    // 88件，其中已解决42件，占47.7%；列入规划20件，占22.7%: each is the share it is told to be, so some are not told.
    name: "each with its share",
    holds: ({ parts }, { count: { value } }, paragraph) => {
      const shares = sharesOf(paragraph);
      return parts.every((part) => {
        const token = shares.get(part);
        return token !== undefined && isShareOf(token, part.count.value, value);
      });
    },
  },
  {
    // 156个项目中，除了17个已完工，本年新开工22个
    name: "some are excepted",
    holds: ({ parts: [first] }, { count: whole }, { line }) =>
      first?.count.line === whole.line && /除了/u.test(line.plain.slice(whole.end, first.count.start)),
  },
];

/** Right behind them; 、 or another number would tell of others. */
const TOLD_SHARE = /^[^。；、\d占]*占[^。；、\d]*$/u;
const TOLD_RATE = /^(?=[^。；、\d]*$).*[^完办结改成]率/su;

/** 未完成的整改问题, 需整改事项: the class, not how far it has come. */
const CLASS = reWith("u")`^${leads.classTerms}[^，。；、\d]{0,4}${leads.ofThings}$`;
const SINCE_LAST = reWith("u")`${leads.sinceLast}`;

/** 涉及甲站8.5万元、乙站11万元: the verb that leads in a list of 、 names none of its members. */
export function nameIn(parts: readonly ClaimNode[], at: number): string {
  const { before } = parts[at]?.count ?? { before: "" };
  const isLedIn = at === 0 && parts.length > 1 && parts.slice(1).every(({ count }) => count.gap.startsWith("、"));
  return isLedIn && !LEADS_IN.test(parts[1]?.count.before ?? "") ? before.replace(LEADS_IN, "") : before;
}

export const LEADS_IN = reWith("u")`^(?:主要)?${leads.leadsIn}`;

/** What is done is told anew of what is done, all else of what is not. */
function mayHoldAgain({ count: told }: ClaimNode, { count: again }: ClaimNode): boolean {
  if (again.state === null) return true;
  return (told.state === "done") === (again.state === "done");
}

/** 有9个村档案齐全、4个村台账规范: one village may have both. */
function isPredicated({ before, after, state }: ToldCount): boolean {
  return state === null && after.length > 1 && BARE_HEAD.test(before);
}

const BARE_HEAD = /^(?:其中)?(?:[还另也]?有)?$/u;

/** 其中退患者12万元，缴财政26万元: what seems to be of the part before it makes up, with that part, the whole of both. */
export function standsBeside({ parts, closed }: Breakdown, { part }: ClaimNode): boolean {
  if (part === null || closed) return false;
  const together = valueSum(part.parts) + valueSum(parts);
  return part.wholes.some(({ count }) => count.value === together);
}

const CARRIED = reWith("u")`${CARRIED_OVER}`;
const FROM_BEFORE_TEXT = reWith("u")`${FROM_BEFORE}`;

const ORDINAL = /^[一二三四五六七八九十]{1,3}是/u;
const withoutOrdinal = (words: string): string => words.replace(ORDINAL, "");

/** A whole whose own parts make it up is not also the whole of these. */
function isTold(node: ClaimNode, run: Breakdown): boolean {
  return node.breakdowns.some((own) => own !== run && own.parts.length > 1 && valueSum(own.parts) === node.count.value);
}

function isUnder(node: ClaimNode, parts: readonly ClaimNode[]): boolean {
  const whole = node.part?.wholes[0];
  return whole !== undefined && parts.includes(whole);
}
