/**
 * Finds words that say work is not finished, in a text about progress. A judgement, so it quotes its words and a person
 * decides. It errs on the side of silence: what a finished matter may well say of its future (下一步将持续, 定期, 预防),
 * of old troubles (尚未归档的材料已补齐), of procedures (验收合格后方可付款) and of plans already carried out is harmless.
 *
 * One pass finds trigger words; each is then judged by its bounded surroundings, so the cost is linear.
 */
import { compareDates, type CivilDate } from "./civil-date";
import { surround, type Surroundings } from "./clause";
import { maskQuoted } from "./mask";
import { mayHoldTrigger } from "./trigger-scan";
import { phraseDate } from "./written-date";

/** Judges one occurrence: whether it means unfinished. */
type Judge = (s: Surroundings, asOf: CivilDate) => boolean;

const UNFINISHED_STATE =
  "尚未|仍未|还未|暂未|一直未|至今未|迟迟未|迟迟没有|还没有|还没|尚没有|尚无|仍无|暂无|未能|尚待|有待|亟待|尚需|仍需|还需|尚在|仍在|还在|尚处|仍处|还处|还差";
const UNDONE =
  "未完成|未整改|未启动|未落实|未到位|未办结|未建成|未验收|未批复|未拨付|未支付|未收回|未开工|未竣工|未销号|未解决|没有完成|没完成|没有落实|没有到位|无法完成|无法整改|无法办理|无法推进|无法实施|暂时无法|目前无法|暂缓|推迟至|推迟到|延期至|延期到";
const IN_PROGRESS =
  "正在|正积极|正抓紧|正加紧|正加快|正有序|正稳步|正按|正由|正处|正着手|正全力|正组织|正逐步|正协调|正筹|正与";
const MIDST =
  "(?:推进|进行|整改|办理|审批|审核|建设|施工|谋划|筹备|筹建|协调|招标|采购|制定|起草|修订|落实|实施|核查|完善|申请|洽谈|对接|编制|研究|评审|公示|验收|改造|装修|清理|追缴|追讨|诉讼|处理|走流程|流程)(?:过程|阶段|当|之)?中";
const AFTER_APPROVAL = "(?:审核|审批|批复|评审|审定|审议|批准|验收|论证)(?:通过|同意|合格)?后";
const SHARE =
  "(?:工程量|工程进度|总进度|整体进度|形象进度|项目进度|总任务|任务量|投资)的?[0-9]{1,2}(?:\\.[0-9]{1,2})?[%％]";
const COMMITMENT = "前(?:全面|全部|完全|基本)?(?:完成|整改|到位|建成|办结|投入|配齐|达到|落实|解决|销号)";
const NEXT = "下一步|下步|下阶段|下一阶段|接下来|后续|近期|近日|不日";

const TRIGGERS = new RegExp(
  [
    UNFINISHED_STATE,
    UNDONE,
    IN_PROGRESS,
    MIDST,
    AFTER_APPROVAL,
    SHARE,
    COMMITMENT,
    NEXT,
    "争取|力争|预计|计划|尽快|尽早|早日|抓紧|等待|即将|拟|待|将",
  ].join("|"),
  "g",
);

const FAMILIES: readonly (readonly [RegExp, Judge])[] = [
  [whole(UNFINISHED_STATE), isUnfinishedState],
  [whole(UNDONE), isUndone],
  [whole(IN_PROGRESS), isInProgress],
  [whole(MIDST), isMidst],
  [whole(AFTER_APPROVAL), isAfterApproval],
  [whole(SHARE), isShare],
  [whole(COMMITMENT), isCommitment],
  [whole(NEXT), isNext],
  [whole("争取"), isStriving],
  [whole("力争"), isAiming],
  [whole("预计"), isExpected],
  [whole("计划"), isPlan],
  [whole("尽快|尽早|早日|抓紧"), isSoon],
  [whole("等待"), isAwaiting],
  [whole("即将"), isAbout],
  [whole("拟"), isIntended],
  [whole("待"), isWaiting],
  [whole("将"), isFuture],
];

function whole(alternatives: string): RegExp {
  return new RegExp(`^(?:${alternatives})$`);
}

/** Further words of one's own. */
export interface PendingWords {
  readonly harmless: readonly string[];
  readonly pending: readonly string[];
}

/** Whether a text may hold a trigger word at all; one scan, no allocation. */
export function mayBePending(text: string): boolean {
  return mayHoldTrigger(text);
}

/**
 * The first words that say the work is unfinished; null where there are none.
 * @param asOf plans for days before it are memories
 * @example findPending("已开会部署，计划于2026年3月验收。", asOf) // "计划于2026年3月验收"
 */
export function findPending(text: string, asOf: CivilDate, words?: PendingWords): string | null {
  if (!mayBePending(text) && (words === undefined || words.pending.length === 0)) return null;
  const masked = maskWords(maskQuoted(text), words?.harmless ?? []);
  const judgeOf = createJudgeLookup();
  let first: { start: number; end: number } | null = null;
  for (const hit of masked.matchAll(TRIGGERS)) {
    const surroundings = surround(masked, hit.index, hit[0]);
    if (!judgeOf(hit[0])(surroundings, asOf)) continue;
    first = surroundings;
    break;
  }
  for (const word of words?.pending ?? []) {
    const at = masked.indexOf(word);
    if (at < 0) continue;
    const surroundings = surround(masked, at, word);
    if (first === null || surroundings.start < first.start) first = surroundings;
  }
  return first === null ? null : quoteOf(text, first.start, first.end);
}

const LONGEST_QUOTE = 60;

function quoteOf(text: string, start: number, end: number): string {
  const quote = text.slice(start, end).trim();
  return quote.length > LONGEST_QUOTE ? `${quote.slice(0, LONGEST_QUOTE)}…` : quote;
}

function createJudgeLookup(): (word: string) => Judge {
  const known = new Map<string, Judge>();
  return (word) => {
    let judge = known.get(word);
    if (judge === undefined) {
      judge = FAMILIES.find(([pattern]) => pattern.test(word))?.[1] ?? (() => false);
      known.set(word, judge);
    }
    return judge;
  };
}

function maskWords(text: string, words: readonly string[]): string {
  let masked = text;
  for (const word of words) {
    if (masked.includes(word)) masked = masked.split(word).join("□".repeat(word.length));
  }
  return masked;
}

// ------------------------------------------------------------------------------------------------- shared judgements

/** The word speaks of something that is denied or prevented: 不存在未完成…, 防止…尚未… */
const DENIED = /不存在|未发现|没有发现|杜绝|防止|避免|严禁|不得|不允许|不再|坚决防|是否/;
/** The word speaks of how things were found: 检查时尚未…, 针对…未落实 */
const PAST =
  /此前|之前|以前|原来|原先|当时|过去|曾|检查时|巡察时|巡察期间|反馈时|排查时|审计时|发现时|整改前|检查发现|排查发现|巡察发现|审计发现|反馈|指出|针对|对照/;
/** The word belongs to a rule or a condition: 逾期未完成的, 凡未落实 */
const CONDITION = /凡|如有|若|如果|一旦|逾期|对于|到期/;
/** A preposition that takes the phrase as its object: 对尚未归档的材料 */
const OBJECT_OF =
  /(?:对|把|就|将|给|为|向|督促|责令|要求|约谈|通报|提醒|催促|协助|帮助|指导|梳理|统计|摸排|排查|清理|解决|整治|查找|补齐|纠正|整改|收回|清收)[^，,]{0,14}$/;
const RULE_WORDS = /方可|方能|才能|才可|方予|不得|应当|必须/;
const STRONG_DONE =
  /已全部|均已|全部完成|已完成|已如期|如期完成|已按期|按期完成|提前完成|圆满完成|已按计划|现已|已于|已整改|已解决|已办结|已落实|已到位|已销号|已顺利|已实施|已印发|已召开/;
const LASTING =
  /^[，,、]?(?:我[局委县市区院校中]|本单位|各单位|党组|全[局委县市区系]?统?)?[，,]?(?:还)?(?:将|要|会|也将|仍将|需|仍需|还需)?(?:继续|持续|进一步|不断|严格|加强|加大|巩固|深化|强化|坚持|常态化|定期|长期|举一反三|健全|认真|切实|牢固|深入|始终|常抓|以此为|结合|围绕|抓好|做好|保持|不定期|适时开展回头看|时刻)/;

function isDenied(s: Surroundings): boolean {
  return DENIED.test(s.before);
}

/** 尚未归档的23卷材料…: the phrase only describes a thing; what became of the thing is said elsewhere. */
function isAttribute(s: Surroundings): boolean {
  const of = s.after.slice(0, 18).indexOf("的");
  if (of < 0) return false;
  const behind = s.after.slice(of + 1);
  if (/^(?:有|还有|尚有|共|仅|是|主要)/.test(behind)) return false;
  if (OBJECT_OF.test(s.before) || CONDITION.test(s.before) || PAST.test(s.before)) return true;
  if (
    behind === "" ||
    /^(?:一律|予以|要|须|由|移交|坚决|严肃|进行|责令|将|不得|给予|问题|情况|现象|单位|人员|科室|个人)/.test(behind)
  ) {
    return true;
  }
  return /已|均|全部|现/.test(s.rest.slice(of + 1));
}

/** The phrase names a trouble that the sentence then deals with: …问题，…等情况 */
function isTroubleTalk(s: Surroundings): boolean {
  if (!/问题|现象|情况|风险|隐患|情形|短板/.test(s.after)) return false;
  return PAST.test(s.before) || OBJECT_OF.test(s.before) || /存在|关于|出现|发生/.test(s.before);
}

function isOldNews(s: Surroundings): boolean {
  return isDenied(s) || isAttribute(s) || isTroubleTalk(s) || PAST.test(s.before) || CONDITION.test(s.before);
}

/** Whether a date follows that has passed; null without a date. */
function isPast(text: string, asOf: CivilDate): boolean | null {
  const date = phraseDate(text, asOf);
  return date === null ? null : compareDates(date, asOf) < 0;
}

function isCarriedOut(s: Surroundings): boolean {
  return STRONG_DONE.test(s.rest);
}

function lastOf(text: string): string {
  return text.slice(-1);
}

// ---------------------------------------------------------------------------------------------------------- families

function isUnfinishedState(s: Surroundings): boolean {
  if (isOldNews(s)) return false;
  switch (s.word) {
    case "仍需":
    case "还需":
    case "尚需":
      return (
        !/^(?:要)?(?:继续|持续|长期|不断|坚持|进一步|加强|巩固|常抓|深化|强化|久久)/.test(s.after) ||
        /完成/.test(s.after)
      );
    case "仍在":
    case "还在":
    case "尚在":
      return !/^(?:使用|运行|有效|岗|任|册|正常|原|职)/.test(s.after);
    case "暂无":
    case "尚无":
    case "仍无":
      // 暂无此类情况 is good news; 暂无进展, 暂无资金 is not.
      return /进展|资金|经费|结果|批复|人选|方案|场地|条件|编制|回复|答复|计划|时间|定论/.test(s.after);
    case "未能":
      return !/幸免|再/.test(s.after);
    case "有待":
    case "亟待":
    case "尚待":
      return !/解决的(?:问题|困难)/.test(s.after);
    default:
      return !/^(?:发现|发生|出现|收到(?:投诉|举报|信访)|再|接到)/.test(s.after);
  }
}

function isUndone(s: Surroundings): boolean {
  if (isOldNews(s)) return false;
  if (/^(?:率|数|原因|比例|清单|台账|名单|事项清单)/.test(s.after)) return false;
  if (/推迟|延期|暂缓/.test(s.word))
    return !/^[^，,]{0,20}已/.test(s.rest) && isPast(s.after, { year: 1, month: 1, day: 1 }) !== true;
  return true;
}

function isInProgress(s: Surroundings, asOf: CivilDate): boolean {
  if (s.word !== "正在" && /[纠改校公端真修廉严矫订更扶反方]/.test(lastOf(s.before))) return false;
  if (
    /^(?:使用|运行|正常|运营|营业|执行|发挥|享受|服役|形成|成为|显现|改善|好转|转变|任职|有效|逐步(?:改善|好转|显现|形成|提升))/.test(
      s.after,
    )
  )
    return false;
  if (s.word === "正按" && /^(?:照)?(?:规定|要求|制度|标准|新)(?:[^，,]{0,6})(?:执行|运行|落实|管理)/.test(s.after))
    return false;
  if (isDenied(s) || isAttributeOfDoing(s)) return false;
  if (/当时|检查时|巡察时|反馈时|检查发现|巡察期间/.test(s.before)) return false;
  return isPast(s.before, asOf) !== true || !/时$/.test(s.before);
}

/** 对正在施工的项目: a thing under way that something else is done about. */
function isAttributeOfDoing(s: Surroundings): boolean {
  const of = s.after.slice(0, 18).indexOf("的");
  if (of < 0) return false;
  if (OBJECT_OF.test(s.before) || PAST.test(s.before)) return true;
  return /已|均|全部/.test(s.rest.slice(of + 1));
}

function isMidst(s: Surroundings): boolean {
  if (/常态化|长期|日常/.test(s.before)) return false;
  // 推进中 closes its clause; 在推进中发现, 工作推进中坚持 and 审批中心 do not.
  if (!/^(?:$|[、）)])/.test(s.after)) return false;
  if (
    s.after === "" &&
    /[，,]/.test(s.rest.slice(0, 1)) &&
    !/(?:目前|现|仍|还|尚|均|都|项目|工程|手续|方案|工作|资金|[个项])[^在]{0,12}$/.test(s.before)
  )
    return false;
  return !/(?:^|[^正仍还尚均都])(?:在|过程|其|从)[^正仍还尚]{0,14}$|[于当]$/.test(s.before);
}

function isAfterApproval(s: Surroundings): boolean {
  if (/经|已|待|须|应|必须|制度|实行|流程|程序|规定/.test(s.before) || RULE_WORDS.test(s.rest)) return false;
  if (/已/.test(s.rest)) return false;
  if (/^(?:将|再|即可|拟|尽快|立即|即|就)/.test(s.after)) return true;
  // A clause of its own about a text that is still to come out; 验收合格后支付 may be how things are done.
  if (s.before === "" && /^(?:正式)?(?:印发|下发|出台|发布|公布|施行|颁布)(?!后|的)/.test(s.after)) return true;
  return s.before.length <= 6 && /提交|报送|上报|报请|报县|报市|报区|报省|送审|呈报|报批|提请/.test(s.previous);
}

function isShare(s: Surroundings): boolean {
  return s.after === "" && !/要求|目标|不低于|达不到/.test(s.before);
}

function isCommitment(s: Surroundings, asOf: CivilDate): boolean {
  if (/已|每年|每月|每季|每周|要求|规定|明确|应|须|必须|提|会|天$|日历/.test(s.before)) return false;
  if (!/(?:[年月]底?|[0-9]日|上旬|中旬|下旬|年末)之?$/.test(s.before)) return false;
  return isPast(s.before.slice(-16), asOf) === false && !isCarriedOut(s);
}

const FINISHING =
  /^(?:完成|制定|出台|印发|召开|启动|建成|补齐|补充|拨付|报批|报请|提请|提交|解决|收回|追缴|清退|退还|退回|配备|配齐|采购|购置|招聘|招录|验收|开工|竣工|办理|启用|搬迁|更换|投入|实施|修订|整改到位|落实到位|销号|补办|上缴|举办|组织验收|组织实施|组织召开)/;
const NOT_A_VERB = /^.{2,6}(?:的|后的|情况|以来|工作情况|成果)/;

function isNext(s: Surroundings): boolean {
  const needsWill =
    s.word === "后续" || s.word === "近期" || s.word === "近日" || s.word === "接下来" || s.word === "不日";
  const next = s.rest.replace(/^[，,：:]/, "");
  if (LASTING.test(next)) return false;
  const lead =
    /^(?:工作(?:安排|打算|计划)?[，,：:]?)?(?:我[局委县市区院校]|我单位|县局|市局|党组|单位|项目)?(?:还)?(将|拟|再|要|准备|计划)?(?:尽快|抓紧|及时|适时|按程序|按要求|继续组织)?/.exec(
      next,
    );
  if (lead === null || (needsWill && lead[1] === undefined)) return false;
  const verb = next.slice(lead[0].length);
  if (!FINISHING.test(verb) || NOT_A_VERB.test(verb.slice(0, 10))) return false;
  return !/^.{2,4}了/.test(verb) && !/已/.test(s.after);
}

const AIMED =
  /尽快|早日|尽早|年底|年末|月底|月份|年内|上半年|下半年|[0-9]日?前|月前|解决|完成|到位|建成|落实|达到|实现|整改|投入使用|纳入|列入|通过|配齐|批复|开工|竣工|销号|验收/;

function isStriving(s: Surroundings, asOf: CivilDate): boolean {
  if (/^(?:了|来|得)/.test(s.after) || /^到(?!20|[0-9]{1,2}[年月]|年|明|下|今|本)/.test(s.after)) return false;
  if (/已|共|累计|先后|成功|分别/.test(s.before.slice(-6)) || isDenied(s)) return false;
  if (!AIMED.test(s.after) || /[了]$/.test(s.after)) return false;
  const past = isPast(s.after, asOf);
  return past === null ? !isCarriedOut(s) : !past;
}

function isAiming(s: Surroundings, asOf: CivilDate): boolean {
  if (/^(?:上游|一流|做到|主动|先进|第一|卓越|优秀|最好)/.test(s.after)) return false;
  const past = isPast(s.after, asOf);
  return past === null ? !isCarriedOut(s) : !past;
}

function isExpected(s: Surroundings, asOf: CivilDate): boolean {
  if (
    /(?:比|较|超|超出|高于|低于|达到|好于)$/.test(s.before) ||
    /^(?:数|值|收入|支出|损失|负债|使用年限)/.test(s.after)
  )
    return false;
  const past = isPast(s.after, asOf);
  if (past !== null) return !past;
  return (
    /完成|建成|召开|投入|到位|印发|出台|验收|开工|竣工|启用|交付|搬迁|结束|办结|整改|实施|发放|拨付|举办|开展|下月|近期/.test(
      s.after,
    ) && !isCarriedOut(s)
  );
}

const PLAN_VERB =
  /^(?:于|在|到|至|今年|明年|后年|下|年底|年内|近期|近日|本[年月周季]|第|[0-9０-９]|通过|再|将|对|开展|召开|组织|举办|新建|建设|建立|购置|采购|实施|投入|安排|完成|招聘|利用|邀请|联合|从|分|用|由|与|按|向|把|制定|出台|修订|启动|推进|进行|申请|申报|聘请|委托|成立|开设|增加|新增|培训|选派|引进|整合|公开|重新|全面|继续|持续)/;
const PLAN_NOUN =
  /^(?:于)?(?:的|书|表|性|内|外|中|生育|经济|单列|完成|实施|执行|落实|建设|安排|推进|采购|培训|招聘|任务|管理)?(?:情况|率|书|表|方案|任务|要求|目标|内容|资金|指标|数|节点|时间|进度|台账|清单|逐|有序|如期|按期|稳步|已)/;

function isPlan(s: Surroundings, asOf: CivilDate): boolean {
  const prev = lastOf(s.before);
  const dated = /^(?:于|在)(?:20)?[0-9明今年下近]/.test(s.after);
  if (
    /[按照依]$/.test(s.before) ||
    /(?:原|本|既定|预定|列入|纳入|制定|制订|拟定|编制|形成|落实|执行|完善|调整|提交|上报|印发|出台|有)$/.test(s.before)
  )
    return false;
  if (!dated) {
    if (!PLAN_VERB.test(s.after) || PLAN_NOUN.test(s.after)) return false;
    if (/[度作习训施动案购收产改育研察督审划生期善展班查程的季周置]/.test(prev)) return false;
    // 三年计划, 每月计划 are nouns; 2025年计划, 3月计划, 今年计划 are said of somebody.
    if (/[年月]/.test(prev) && !/[0-9今明本]{1,4}[年月]$/.test(s.before)) return false;
  }
  // 下一步计划持续加强: intentions without an end are harmless.
  if (/^(?:继续|持续)(?:加强|强化|巩固|深化|坚持|落实|做好|抓好|关注|跟踪)/.test(s.after)) return false;
  if (isDenied(s) || isTroubleTalk(s)) return false;
  const past = isPast(s.after, asOf) ?? isPast(s.before.slice(-8), asOf);
  if (past === true) return false;
  return !isCarriedOut(s) || past === false;
}

function isSoon(s: Surroundings): boolean {
  if (
    !/^(?:地|将)?[^，,]{0,14}(?:完成|到位|解决|落实|整改|办理|拨付|归还|配齐|配备|建成|印发|出台|启动|召开|补|退|清|投入|实施|恢复|销号|推进|协调|制定|报批|验收|支付|审批|批复)/.test(
      s.after,
    )
  )
    return false;
  if (s.word === "抓紧" && /^(?:抓|不放|时间节点)/.test(s.after)) return false;
  if (/要求|督促|责令|催促|敦促|通知|提醒|叮嘱|督办|约谈|协调|敦请|致函|函告|已|确保|商请|告知|建议/.test(s.before))
    return false;
  return !isOldNews(s) && !isCarriedOut(s) && !/已/.test(s.rest);
}

function isAwaiting(s: Surroundings): boolean {
  if (/[不]$/.test(s.before) || isOldNews(s)) return false;
  return (
    /批复|审批|审核|验收|上级|资金|回复|答复|拨付|结果|通知|判决|评审|实施/.test(s.after) &&
    !/时间|时长|期间/.test(s.after)
  );
}

function isAbout(s: Surroundings): boolean {
  return (
    /^(?:完成|开工|竣工|印发|出台|召开|投入|实施|启动|启用|建成|交付|验收|到位|开展|办结)/.test(s.after) &&
    !/的/.test(s.after.slice(0, 8)) &&
    !isCarriedOut(s)
  );
}

function isIntended(s: Surroundings, asOf: CivilDate): boolean {
  if (/[草模虚比初起]/.test(lastOf(s.before))) return false;
  if (
    /^(?:订|稿|文|办意见|任|提拔|晋升|录用|聘用|聘任|聘人员|聘职|用人|推荐|表彰|入库|发展对象|发展党员|招录人|接收|转正|制|好|合|态|人|定了|调整人选|处分|处罚|认定)/.test(
      s.after,
    )
  )
    return false;
  if (/^定(?!于|在|[0-9]|明|下|近期)/.test(s.after)) return false;
  if (
    !/^(?:定)?(?:于|在|对|将|召开|采取|成立|通过|新建|开展|制定|出台|申请|建|组织|提请|提交|安排|待|从|以|由|与|近期|下|明年|年底|今年|[0-9]|完成|整改|报|购|采购|邀请|聘请|增|进行|实施|启动|推|修|举办|派|调|拨|支付|解决|补|收|退|更换|印发|引进|招)/.test(
      s.after,
    )
  )
    return false;
  if (isDenied(s) || isAttribute(s)) return false;
  const past = isPast(s.after, asOf);
  return past === null ? !isCarriedOut(s) : !past;
}

function isWaiting(s: Surroundings): boolean {
  if (/[对接招期看优虐款善交厚宽薄慢担等亏急守久立静]/.test(lastOf(s.before))) return false;
  if (
    /^(?:遇|命|岗|业|人|物|客|产|机|查资料|见|处理财产|处理资产|处置资产|摊|报解|转|办事项|办清单|办任务|考|选|发|解)/.test(
      s.after,
    )
  )
    return false;
  if (/亟|尚|有/.test(lastOf(s.before)) || isDenied(s) || CONDITION.test(s.before) || PAST.test(s.before)) return false;
  if (RULE_WORDS.test(s.rest) || /制度|规定|流程|程序|明确|原则/.test(s.before)) return false;
  const leads = /^[^，,]{0,24}(?:后|之后|以后|再|时)/.test(s.after);
  const names =
    /^(?:审批|审核|批复|批准|验收|拨付|落实|完善|上级|资金|研究|确定|印发|上会|实施|建成|完成|整改|开展|报批|解决|市|县|省|区|党组|财政|项目|机构|编办|召开|补充|追|收回|清退|退还|支付|办理|采购|更换|安装|定$)/.test(
      s.after,
    );
  if (!leads && !names) return false;
  if (!leads && /的/.test(s.after)) return !isAttribute(s) && !OBJECT_OF.test(s.before);
  return !/已/.test(s.rest);
}

function isFuture(s: Surroundings, asOf: CivilDate): boolean {
  if (/[即行]/.test(lastOf(s.before)) || LASTING.test(`将${s.after}`)) return false;
  if (/^(?:于|在)(?:20[0-9]{2}|[0-9]{2}年|[0-9]{1,2}月|明年|年底|年内|近期|下|本月|月底|后期)/.test(s.after)) {
    const past = isPast(s.after, asOf);
    return past !== true && !isAttribute(s);
  }
  const adverb = /^(?:尽快|尽早|抓紧|适时|按程序|择期|陆续|随后|立即|逐步)/.exec(s.after);
  const hasFrame =
    /下一步|下步|接下来|后续|近期|随后|届时|年底|年内|明年|下半年|下月|月底|目前|通过后|同意后|审核后|批复后|到位后|完成后|之后/.test(
      s.before,
    ) || /下一步|下步|接下来|近期|后续/.test(s.previous);
  const verb = adverb === null ? s.after : s.after.slice(adverb[0].length);
  if (!FINISHING.test(verb) || (adverb === null && NOT_A_VERB.test(verb.slice(0, 10)))) return false;
  if (adverb === null && (!hasFrame || /纳入|列入|作为|与|一并|情况|分解|上报|报送|报告|通报/.test(verb))) return false;
  if (RULE_WORDS.test(s.rest) || /制度|规定|要求|凡|对|若|如/.test(s.before)) return false;
  return !isCarriedOut(s);
}
