/** A part that is larger than the whole right before it, and need not be of it. */
import { NO_STOP, STOPS } from "../../zh/clause";
import { reWith } from "../../zh/pattern";
import { leads } from "../../zh/words/claim-leads";
import { others } from "../../zh/words/claim-others";
import { OPEN_STATES, OTHER_STATES, PARTLY_STATES, doneState } from "../../zh/words/claim-states";
import { AMONG_THEM, isOthers, nodesOf, valueSum, type Breakdown, type ClaimNode, type Paragraph } from "../../reading";
import { isOfAnotherWhole } from "./explain";
import { isMostlyIn } from "./name-pairs";

/**
 * 甲完成28个，乙完成34个: what is done beside what is done; 查出48个。整改问题12个。其中，甲16个…: of the whole told before that;
 * 三部门共牵头37个: a total of its own; 25个单位和16个乡镇报送。按时36个: of both together.
 */
export function isOfAnother(run: Breakdown, whole: ClaimNode, part: ClaimNode, paragraph: Paragraph): boolean {
  const { count } = part;
  const isState = run.how === "states" && !AMONG_THEM.test(whole.count.after);
  if (isState && count.state === "done" && whole.count.state === "done" && count.before.length > ALONE) return true;
  // 抗诉121件；立案2267件，建议2021件，提起诉讼154件: of the nearest, if of any.
  if (isState && run.parts.length === 1 && holdsNearer(run.wholes[0], whole, part)) return true;
  // 甲6家、乙48家、丙71家; 涉及甲53件、乙22件，其他64件: members of one list.
  if (run.parts[0]?.count.gap.startsWith("、") === true || isJoined(whole, paragraph) || (isState && isOthers(count)))
    return true;
  // 收入30922亿元，支出24597亿元，累计结存42639亿元: what was left of other years is in it.
  if (isState && OF_YEARS.test(count.before) && !OF_YEARS.test(whole.count.before)) return true;
  // 收入10832亿元，利润1079亿元。其中，省属企业收入9228亿元: of what bears its name.
  if (run.how === "among" && isOfItsNamesake(whole, part, paragraph)) return true;
  // 修改的15件已完成13件，废止的21件已公布: each a class of its own.
  if (ENDS_CLASS.test(whole.count.before) && ENDS_CLASS.test(count.before) && count.told !== "") return true;
  // 任务12.6万平方米，实际拆除13.1万平方米: more may be done than was planned.
  if (isPlan(whole) && (ACTUAL.test(count.before) || !THINGS.includes(whole.count.unit))) return true;
  // 未启动2项；2027年完成的任务4项; 其中民事48件、行政2件；审结90件: behind ；, of no member before it.
  const isStep = whole.part !== null || DONE_BEHIND.test(whole.count.told);
  if (count.stop === STOPS.member && run.how !== "among" && isStep) return true;
  // 审结425件，其中执行108件。⏎2007年审结188件: a paragraph of its own is told of the whole, not of a member of its list.
  if (count.line !== whole.count.line && whole.part?.wholes.some((upper) => upper.count.value >= count.value) === true)
    return true;
  // 办案63件72人，其中批准34人；办案138件259人: told with what opens a whole of its own.
  if (count.gap === "" && count.stop === NO_STOP && isBesideAWhole(part, paragraph)) return true;
  // 2个县直单位4个问题未销号: whose they are.
  if (isState && count.stop === NO_STOP && count.told !== "" && count.state !== "done") return true;
  // 43处，其中房屋12处、土地28处、水面3处，收回41处: of all of them, not of the members of the list.
  if (
    isState &&
    count.stop === STOPS.comma &&
    whole.part !== null &&
    isPieced(whole) &&
    isHeldBefore(whole, part, paragraph)
  )
    return true;
  // 5个小区一共完成10个; 23个问题分布在5个小区，其中甲村7个: what holds them, no whole of theirs.
  if ((isState && count.stop === NO_STOP && TOTAL_LEADS.has(count.lead)) || isHolder(whole, part, paragraph))
    return true;
  // 对6处重大隐患挂牌督办。⏎整改中的9处，…: another paragraph is told of no thing that something is done to.
  if (run.remote && isState && TO_WHICH.test(whole.count.before)) return true;
  // 收到3059条，各县收到1155条，其中咨询1160条、投诉1859条、建言40条: of what they make up.
  if (run.parts.length > 1 && isOfAnotherWhole(run, whole, paragraph)) return true;
  if (count.sentence === whole.count.sentence) return isState && isBesideOther(run, whole, part);
  return TOTAL_OF_THEM.test(count.before) || joinedValue(whole, paragraph) >= valueSum(run.parts);
}

const DONE_BEHIND = reWith("u")`${doneState.verbs}了`;

const holdsNearer = (nearest: ClaimNode | undefined, whole: ClaimNode, { count }: ClaimNode): boolean =>
  nearest !== undefined && nearest.count.start > whole.count.start && nearest.count.value >= count.value;

/** 问题82个，已整改38个，采纳建议10个，正在整改21个: beside what else is told of the upper whole; the nearest counts other things. */
function isBesideOther({ wholes, parts }: Breakdown, whole: ClaimNode, { count }: ClaimNode): boolean {
  const noun = whole.count.before.slice(-2);
  if (parts.length > 1 || whole.count.stop !== STOPS.comma || noun.length < 2) return false;
  return wholes.some(
    (upper) =>
      upper.count.start < whole.count.start &&
      upper.count.value >= count.value &&
      !`${upper.count.before}${upper.count.after}`.includes(noun) &&
      upper.breakdowns.some(
        (told) => told.side === "state" && told.parts.some((one) => one.count.end <= whole.count.start),
      ),
  );
}

function isBesideAWhole({ count }: ClaimNode, paragraph: Paragraph): boolean {
  const beside = nodesOf(paragraph, count.sentence).find((node) => node.count.end === count.start)?.count;
  return beside !== undefined && beside.stop <= STOPS.member && beside.tellsAll && beside.state !== "done";
}

/** 9件草案和1件决定，通过其中3件: of both. */
function isJoined({ count: whole }: ClaimNode, paragraph: Paragraph): boolean {
  const before = nodesOf(paragraph, whole.sentence).filter(({ count }) => count.end <= whole.start);
  return whole.state === null && before[before.length - 1]?.count.unit === whole.unit && WITH.test(whole.gap);
}

/**
 * Whether a part that tells what came of its things names other things than its whole does: 出台政策25项，盘活停建项目65个; 落实援助资金
 * 197亿元，某企业完成投资2723亿元. Without a name, or with one of the whole's, it is told of the whole.
 */
export function hasNameOfItsOwn({ count: whole }: ClaimNode, { count }: ClaimNode): boolean {
  // 新开工33个 are no part of what there was; 释放11名并转交16名 are two.
  if (NEW_ONES.test(count.before) || (count.stop === NO_STOP && AND.test(count.before))) return true;
  // 第二笔补贴94亿元，至此补贴477亿元已下达: one of several, and all of them.
  if (TILL_NOW.test(count.gap)) return true;
  // 新增5种，累计发现24种; 215个，未达全部465个的一半
  if ((ONE_MORE.test(whole.before) && IN_ALL.test(count.before)) || OF_ALL.test(count.before)) return true;
  // 建成平台7个，已拥有111项专利: counted by another word, and named.
  const noun = count.told.replace(STATE_WORDS, "").replace(PLAIN, "");
  if (count.token.unit !== whole.token.unit && noun.length > 1 && !`${whole.before}${whole.after}`.includes(noun))
    return true;
  const thing = THING.exec(`${count.before}${count.told}`)?.[0];
  if (thing !== undefined && !`${whole.before}${whole.after}`.includes(thing) && !IS_DONE.test(count.before))
    return true;
  const words = [...count.sides.values()].reduce(
    (text, word) => text.replace(word, ""),
    `${count.before}${count.told}`,
  );
  const name = words.replace(STATE_WORDS, "").replace(PLAIN, "");
  if (name.length < 2 || IS_DONE.test(count.before) || IS_DONE.test(count.told)) return false;
  return !isMostlyIn(name, `${whole.before}${whole.after}`);
}

/**
 * 54个城市已开通线路333条; 17条产业链…。已开通物流航线68条: a part of another measure word or sentence, and the thing that is counted
 * stands before its number.
 */
export function isAnotherThing({ count: whole }: ClaimNode, { count }: ClaimNode): boolean {
  if (count.token.unit === whole.token.unit && count.sentence === whole.sentence) return false;
  const name = count.before.replace(STATE_WORDS, "").replace(PLAIN, "");
  return name.length >= LONG_NAME && !`${whole.before}${whole.after}`.includes(name.slice(-2));
}

const LONG_NAME = 4;
function isOfItsNamesake({ count: whole }: ClaimNode, { count }: ClaimNode, { nodes }: Paragraph): boolean {
  const name = count.before.slice(-NAMESAKE);
  if (name.length < NAMESAKE || whole.state !== null || `${whole.before}${whole.after}`.includes(name)) return false;
  return nodes.some(
    ({ count: one }) =>
      one.start < whole.start && one.value >= count.value && one.unit === count.unit && one.before.includes(name),
  );
}

const NAMESAKE = 3;
const OF_YEARS = reWith("u")`^${others.ofYears}`;
const NEW_ONES = reWith("u")`^${others.newOnes}`;
const AND = /[并且]/u;
const WITH = /^[^，。；、\d]{0,12}[和与及]$/u;
const ONE_MORE = reWith("u")`${others.oneMore}`;
const IN_ALL = reWith("u")`${others.inAll}`;
const OF_ALL = reWith("u")`${others.all}$`;
const TILL_NOW = reWith("u")`${others.tillNow}`;
const THING = reWith("u")`${others.things}`;
const STATE_WORDS = reWith("gu")`${[
  ...OPEN_STATES,
  ...PARTLY_STATES,
  ...OTHER_STATES,
  ...doneState.verbs,
  ...doneState.weak,
  ...doneState.adverbs,
  ...doneState.objects,
  ...doneState.already,
]}`;
/** 已回复15份, 12所已接入, 正在整治9家: said of whatever was told before. */
const IS_DONE = reWith("u")`^[目现前累计均其中]{0,4}${others.came}`;
const PLAIN = /[^\u4e00-\u9fff]|[的了为达有中]/gu;

/** What is solved one by one; of land, roads and money more may be done than was planned. */
const THINGS = "个项件条起";

const TOTAL_LEADS: ReadonlySet<string> = new Set(["total", "weakTotal"]);

/** Behind a count of its own clause that holds the part: how many have them. */
function isHolder({ count: whole }: ClaimNode, { count }: ClaimNode, paragraph: Paragraph): boolean {
  if (whole.stop !== NO_STOP || whole.state !== null || whole.after === "") return false;
  const [before] = nodesOf(paragraph, whole.sentence)
    .filter(({ count: one }) => one.end <= whole.start)
    .slice(-1);
  return before?.count.unit === whole.unit && before.count.value >= count.value;
}

/** What is done to the things, not how many there were. */
const TO_WHICH = /^[对将把]$/u;

const isPieced = ({ part }: ClaimNode): boolean =>
  part !== null && part.parts.slice(1).some(({ count }) => count.stop === STOPS.piece);

/** A count of the sentence before the whole that is large enough. */
function isHeldBefore({ count: whole }: ClaimNode, { count }: ClaimNode, paragraph: Paragraph): boolean {
  return nodesOf(paragraph, whole.sentence).some(
    ({ count: one }) => one.start < whole.start && one.unit === whole.unit && one.value >= count.value,
  );
}

const ENDS_CLASS = /[^，。；、\d]{2}的$/u;
const PLANNED = reWith("u")`${leads.plan}$`;
const ACTUAL = reWith("u")`${leads.actual}`;
/** 已完成, 已完成整改: no name before the state. */
const ALONE = 4;
const TOTAL_OF_THEM = reWith("u")`[^共](?:${leads.strong}|共)[^，。；、\d]{0,4}$`;

/** 25个县直单位和16个乡镇: a whole with those that 和 joins to it. */
function joinedValue(whole: ClaimNode, paragraph: Paragraph): bigint {
  const { sentence, unit, start } = whole.count;
  const joined = nodesOf(paragraph, sentence).filter(
    ({ count }) => count.unit === unit && count.start > start && JOINS.test(count.gap),
  );
  return joined.length === 0 ? 0n : whole.count.value + valueSum(joined);
}

const JOINS = /^[^，。；、\d]{0,12}[和与及]$|^、/u;

/** 任务12.6万平方米: what was planned; 整改任务 are problems to be solved. */
export function isPlan({ count }: ClaimNode): boolean {
  return PLANNED.test(count.before);
}
