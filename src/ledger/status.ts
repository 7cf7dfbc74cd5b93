/**
 * Statuses (整改状态), read from words. A cell is understood whole or not at all: every clause must be a known expression,
 * negations and plans are tried before anything that means done, and what is left over makes the cell unknown.
 *
 * Choices of ours (the rest is design.md, Status, and the table of expressions):
 * - 已完成，未销号 is done (sign-off is a field of its own); 未销号 alone is notDone, 待销号 ongoing.
 * - 已完成，待验收 is ongoing: somebody else has the last word.
 * - Intentions (预计完成, 力争完成, 拟完成, 即将完成, 12月底前完成) are ongoing.
 * - A share: 100% (or the number 1 in a percent cell) is done, 0 notDone, anything between ongoing.
 * - √ and TRUE are done, × and FALSE notDone; of ticked options (□已完成 ☑未完成) the ticked one counts.
 * - A sentence with a status, then prose (此项问题已整改。一是…): the sentence counts, unless the prose says 尚未完成.
 */
import { isErrorText, type CellValue } from "./grid";
import { foldKey, trimText } from "./text";
import type { Kind, Status, StatusReading } from "./types";
import { scanDates } from "./written-date";

/** What a rate counts as done. */
export type DoneDefinition = "done" | "basic" | "phased";

const READ: { readonly [S in Status]: StatusReading } = {
  done: { status: "done", state: "ok" },
  basic: { status: "basic", state: "ok" },
  phased: { status: "phased", state: "ok" },
  partial: { status: "partial", state: "ok" },
  ongoing: { status: "ongoing", state: "ok" },
  longTerm: { status: "longTerm", state: "ok" },
  notDone: { status: "notDone", state: "ok" },
  overdueDeclared: { status: "overdueDeclared", state: "ok" },
  extended: { status: "extended", state: "ok" },
  excluded: { status: "excluded", state: "ok" },
  unknown: { status: "unknown", state: "unknown" },
};
const MISSING: StatusReading = { status: "unknown", state: "missing" };
const ERROR: StatusReading = { status: "unknown", state: "error" };

const CACHE_LIMIT = 20_000;
const CACHED_LENGTH = 400;
/** Longer cells hold no status. */
const MAX_RAW_LENGTH = 32_767;
/** A sentence that states a status is short, and so is each of its clauses. */
const MAX_SENTENCE = 80;
const MAX_CLAUSE = 32;

/**
 * Reads a status cell. Pure; `createStatusReader` remembers what it has read.
 * @param kind decides words that mean something only there: 初核中 of a clue (线索).
 * @example readStatus("已完成整改，并长期坚持", "problem") // { status: "done", state: "ok" }
 * @example readStatus("尚未完成整改", "problem") // { status: "notDone", state: "ok" }
 */
export function readStatus(value: CellValue, kind: Kind): StatusReading {
  if (value === null) return MISSING;
  if (typeof value === "boolean") return value ? READ.done : READ.notDone;
  if (typeof value === "number") return readShare(value * 100);
  const common = COMMON.get(value);
  return common ?? readText(value, kind);
}

/** `readStatus` with a bounded memory: a ledger repeats few expressions many times. */
export function createStatusReader(): (value: CellValue, kind: Kind) => StatusReading {
  const byKind = new Map<Kind, Map<string, StatusReading>>();
  return (value, kind) => {
    if (typeof value !== "string" || value.length > CACHED_LENGTH) return readStatus(value, kind);
    let texts = byKind.get(kind);
    if (texts === undefined) byKind.set(kind, (texts = new Map()));
    const known = texts.get(value);
    if (known !== undefined) return known;
    const read = readStatus(value, kind);
    if (texts.size >= CACHE_LIMIT) texts.clear();
    texts.set(value, read);
    return read;
  };
}

const RANK: ReadonlyMap<Status, number> = new Map([
  ["partial", 0],
  ["longTerm", 1],
  ["phased", 2],
  ["basic", 3],
  ["done", 4],
]);

/**
 * The status of an item from those of its measures: excluded ones are dropped; any unknown makes it unknown; equal ones
 * stay; any of notDone, ongoing, extended, overdueDeclared makes it ongoing; else the lowest of partial, longTerm,
 * phased, basic, done. Nothing but excluded gives excluded, nothing at all unknown.
 * @example rollUp(["done", "basic", "excluded"]) // "basic"
 */
export function rollUp(statuses: readonly Status[]): Status {
  let lowest: Status | null = null;
  let equal = true;
  let open = false;
  for (const status of statuses) {
    if (status === "excluded") continue;
    if (status === "unknown") return "unknown";
    if (lowest !== null && status !== lowest) equal = false;
    const rank = RANK.get(status);
    if (rank === undefined) open = true;
    if (lowest === null || (rank ?? -1) < (RANK.get(lowest) ?? -1)) lowest = status;
  }
  if (lowest === null) return statuses.length > 0 ? "excluded" : "unknown";
  if (equal) return lowest;
  return open ? "ongoing" : lowest;
}

/**
 * Whether a status counts as done under a definition: done alone, done and basic, or done, basic and phased.
 * @example isCountedDone("basic", "done") // false
 */
export function isCountedDone(status: Status, done: DoneDefinition): boolean {
  if (status === "done") return true;
  if (status === "basic") return done !== "done";
  return status === "phased" && done === "phased";
}

// ------------------------------------------------------------------------------------------------------------- clauses

/** What one clause says. Besides the statuses: things that only mean something next to another clause. */
type Clause =
  | Exclude<Status, "unknown">
  /** 持续推进: ongoing by itself, harmless behind 已完成. */
  | "sustain"
  /** 立行立改: a way, not a state. */
  | "immediate"
  /** 待验收, 待审核. */
  | "pending"
  /** 未销号 and 待销号. */
  | "notSignedOff"
  | "signOffPending"
  /** 见附件, a date in brackets, a label. */
  | "harmless";

/** Words of completion that need no 已. Longer ones need not come first: the pattern is anchored at both ends. */
const STRONG =
  "(?:(?:整改|办理|处理|处置|落实|任务|工作|全部)?(?:完成|完毕|办结|了结|完结|结束)了?(?:整改|销号|办理|闭环|任务|工作|落实)?(?:任务|工作|销号|到位|闭环|落实)?" +
  "|(?:整改|落实|整改落实|解决|处理|处置|办理|问题解决)到位|完成(?:全部|各项|所有)整改(?:任务|工作)?|整改落实完成|到位|办毕|办完|改完|查结|结案" +
  "|(?:整改|验收|交账|对账|闭环|审核|审核验收|完成交账|完成验收|完成对账)?销号|(?:整改|完成|形成|实现|管理)?闭环|彻底解决|清零|整改清零|完成整改并销号" +
  "|(?:整改)?(?:验收通过|通过验收|验收合格)|完成验收|(?:达到|实现)整改(?:目标|要求|标准)(?:要求)?|达标)";
/** Words that mean completion only with 已: 整改 alone is a task. */
const WEAK = "(?:整改|落实|解决|处理|处置|改正|纠正|办理|化解|兑现|验收|立行立改|立查立改|即知即改)";
const SURELY = "(?:已|已经|业已|均已|都已|全部已|现已|已全部|已全面|已均|已按期|已按时|已如期|已经全部|已于|全已)";
const MANNER =
  "(?:目前|现|现在|均|都|全部|全面|全|按期|按时|如期|按要求|提前|顺利|圆满|超期|逾期|超时限|立行立改|彻底|整改){0,3}";
const MANNER_BEHIND =
  "(?:均|都|全部|全面|全|按期|按时|如期|按要求|提前|顺利|圆满|超期|逾期|立行立改|立即|彻底|及时|整改|得到){0,3}";
const NOW =
  "(?:目前|至今|当前|现|截至目前|截止目前|长期|尚|还|仍|暂|仍然|依然|基本|基本上|均|都|全部|因故|整改|暂时|确){0,4}";
const NOT = "(?:未能|未曾|未予|未|没有|没能|没|无法|不能|不可能|难以|暂无法)";
const NOT_HOW =
  "(?:按期|按时|如期|及时|得到|有效|予以|实际|真正|开始|正式|按要求|按时限|按规定|按计划|按进度|按序时进度|按整改时限|继续|再){0,3}";
const WHOLLY = "(?:全部|全面|完全|彻底|整体|都|全)";

const DONE = new RegExp(
  `^(?:${MANNER}${STRONG}|${MANNER}${SURELY}${MANNER_BEHIND}(?:${WEAK}|${STRONG})|(?:${WEAK}|${STRONG})了)(?:了|完毕)?$`,
);
const NOT_DONE = new RegExp(
  `^(?:${NOW}${NOT}${NOT_HOW}(?:${STRONG}|${WEAK}|启动|启动整改|开展|开展整改|开始|动工|实施|推进|进行|整改完|达标|见效|落地|办|完|整改见效|启动实施)` +
    `|(?:整改|落实|办理|完成|推进|处理|解决|任务|工作|进度)(?:尚|还|仍|都)?(?:未|不|没有?)(?:完成|到位|了|彻底|达标|落实|办结|销号|闭环|启动|整改|解决|力|理想)` +
    `|不再(?:推进|整改|实施|办理)|不(?:推进|整改|实施)|(?:等)?待(?:整改|启动|办|办理|落实|完成|开展|实施)|拟?(?:不予|暂不)整改|未(?:动|改)|没改|(?:暂|尚|目前)?(?:无|没有|未有)(?:实质性?|明显|任何)?进展|验收(?:未|不)(?:通过|合格)|(?:等)?待推进)(?:整改)?$`,
);
const NOT_WHOLLY = new RegExp(`^${NOW}${NOT}${WHOLLY}(?:${STRONG}|${WEAK})$`);
const PARTIAL = new RegExp(
  `^(?:目前|已|已经|现|仅|只|只有|现已){0,2}(?:大|小|绝大)?部分(?:问题|任务|措施|事项|内容)?(?:已|已经|均已|正在|未|尚未|仍未|还未)?(?:${STRONG}|${WEAK}|推进)$` +
    `|^(?:目前|已|已经|仅|只|现已)?(?:完成|整改|落实|解决|办结)了?(?:大|小|绝大)?部分(?:问题|任务|措施|整改|整改任务|工作|内容)?$|^半完成$`,
);
const BASIC = new RegExp(
  `^(?:目前|已|已经|均|都|现|现已|均已|全部|整改|任务|工作){0,3}基本(?:上)?(?:已|已经|全部|按期|得到)?(?:${STRONG}|${WEAK})$`,
);
const PHASED = new RegExp(
  `^(?:整改|工作|目前)?(?:目前|已|已经|均|均已|现已)?(?:基本)?(?:取得|实现|达到|完成|达成)?(?:了)?(?:较好|明显|一定|初步)?的?阶段性(?:${STRONG}|整改|成果|成效|目标|任务|整改目标|整改任务|工作|落实)(?:整改)?$` +
    `|^(?:已)?完成(?:了)?(?:本|第[一二三四五])阶段(?:性)?(?:整改)?(?:目标|任务|工作|整改)$`,
);
const WORK =
  "(?:整改|推进|办理|落实|实施|进行|处理|处置|推动|开展|建设|核查|调查|核实|调查核实|核查处置|研究|完善|修订|施工|整治|解决|协调|整改落实|推进整改|推进落实|组织整改|组织实施|办|改|抓落实|跟进|跟踪|收尾|销号|验收|审核|审批|整改推进|整改推动|整改完善)";
const HOW =
  "(?:目前|现|当前|已|均|都|仍|尚|还|继续|加快|全力|积极|有序|稳步|抓紧|扎实|按计划|按序时进度|按时序进度|按时间节点|按期|逐步|进一步|加紧|依法|统筹|分步|稳妥|大力|持续|强力|加力){0,4}";
const ONGOING = new RegExp(
  `^(?:${HOW}(?:正在|正|仍在|还在|尚在|在)${HOW}${WORK}(?:整改|落实|工作)?(?:中|之中|当中|过程中|阶段)?` +
    `|${HOW}${WORK}(?:进行|推进|落实|收尾)?(?:中|之中|当中|过程中)|(?:已|正|正在|处于|正处于)?进行中|(?:按|达到|未达到|未达|超过|超|符合|达|滞后于?|落后于?|低于|快于|慢于)(?:序时|时序|计划|时间)进度(?:推进|整改|完成整改|落实|进行|实施|要求)?` +
    `|(?:有序|稳步|加快|正常|积极|按计划|全力|扎实|逐步|抓紧|继续|按期|顺利|持续有序|如期|全面|深入)(?:整改|推进|推进整改|办理|落实|实施|推进落实|开展|推动)|推进|推进整改` +
    `|(?:整改|工作|推进|进展)?(?:有序|顺利|正常)(?:推进|进行)?|进展(?:顺利|正常)|(?:整改)?(?:已|已经)?(?:启动|着手|开始|部署|安排|开工|动工|立项|制定方案|制定整改方案|着手整改|启动整改|开始整改|开展整改)(?:整改|实施|推进)?` +
    `|(?:尚|还|暂)?未到(?:整改|办理|完成)?(?:期限|时限|期|时间)|(?:整改|办理)?(?:时限|期限)(?:尚|还)?未到|(?:整改|工作)?正在(?:进行|推进)|按(?:照)?(?:计划|时间节点|节点|时序|序时)(?:有序|稳步|正常|扎实)?(?:推进|进行|实施|整改)(?:中)?|序时推进|序时进度|在办|在改|在建|办理阶段|整改阶段|未完待续|已转办|已交办|取得(?:一定|初步|积极|较大|阶段性|明显|新的?)?(?:的)?进展|阶段性进展)$`,
);
const PENDING =
  /^(?:正)?(?:等)?待(?:上级|省级|市级|县级|有关部门|相关部门|主管部门)?(?:验收|审核|复核|核查|评估|复查|审批|确认|审定|审查|核验|评审|批复|审议|批准|认定|核实|检查)(?:中|通过)?$|^(?:验收|审核|复核|评估|审批|报审|报批|送审|公示)中$|^(?:已)?(?:申请|提请|报请)(?:验收|复核|审核)$|^(?:已)?(?:上报|报批|报审|送审|报送审批|上报审批|上报待批|上报待批复|上报待审批)$|^(?:尚|还|仍|暂)?未(?:验收|审核|复核|复查)$/;
const INTENDED = new RegExp(
  `^(?:目前|现|仍|正|正在|还|已|拟|整改|任务|工作){0,2}(?:即将|将要?|将于|快要?|预计|预期|预备|力争|争取|拟于?|计划于?|规划|打算|接近|临近|准备|有望|可望|确保|保证|需要?|须|应当?|必须|要|可以?|能|能够|限期|尽快|尽早|抓紧|督促|推动|加快|加紧|力促|承诺|要求|等待|待|差点|几乎|快|马上|正要|着力|努力)(?:于|在|能|可|可以|全部|全面|按期|按时|如期|基本|近期|年底前?|年内|月底前?|本月|下月|@|前|底前?|尽快|力争|争取){0,4}(?:${STRONG}|${WEAK})$`,
);
/** @ stands for a date: @前完成整改 is an intention whether the day has come or not. */
const INTENDED_BY = new RegExp(`^(?:于|在|至|到)?@[前底止内](?:${STRONG}|${WEAK}|全部完成|按期完成)$`);
const LONG_TERM =
  /^(?:需要?|仍需?|还需?|但需?|将|要|应|继续|已|已转入|转入|转为|纳入|列入|进入|正在|属于?|为|作为|今后|后续|下一步|进行|实行|实施|坚持){0,3}(?:长期|持续|常态化?|长效|常抓)(?:性|化)?(?:坚持|整改|推进|落实|巩固|深化|跟进|跟踪|开展|保持|抓好|抓|用力|加强|任务|管理|机制|执行|提升|整改任务|整改事项|事项|监管|监督|规范|完善|治理|整治|长效|不懈|问效|推动|抓落实|坚持下去|坚持不懈|发力|关注|跟踪问效){0,3}(?:中|下去|状态|阶段|成果|成效|整改成果|整改成效|落实)?$|^(?:建立|完善|健全|形成|建立健全)(?:了)?(?:长效机制|常态化机制|长效常态机制|整改长效机制)$|^(?:继续)?(?:巩固|提升|巩固提升|深化|拓展)(?:整改)?(?:成果|成效|提升)?$/;
const SUSTAIN =
  /^(?:仍|将|继续|需|需要|要|还需|仍需|正在|正|后续|下一步|今后|目前|在)?持续(?:推进|推动|跟进推进)(?:整改|落实|中|相关工作|之中|整改中|工作)?$/;
const IMMEDIATE =
  /^(?:立行立改|立查立改|立知立改|立整立改|即知即改|即查即改|即时整改|边查边改|边学边改|边整边改|立即整改|马上整改)$/;
const OVERDUE =
  /^(?:目前|现)?(?:已|已经)?(?:超期|逾期|超时|超时限|超期限|超过?(?:整改|办理|规定)?(?:时限|期限|时间)|过期|到期|延误)(?:整改)?(?:(?:尚|仍|还)?未(?:能)?(?:完成|整改|办结|销号|完|完成整改|整改到位|整改完成|落实|办理|完结)|整改中|推进中)?$/;
const EXTENDED =
  /^(?:目前|现)?(?:已|拟|正在|正|经批准|经同意|已经|需|需要)?(?:申请|批准|同意|报批|办理|审批)?(?:延期|延长时限|延长期限|展期|延长整改时限|延长整改期限|延期整改|延期办理|顺延)(?:整改|办理|完成|中|申请|申请中|审批中|已批准|批准|手续|至@?[前底]?|到@[前底]?)?$/;
const EXCLUDED =
  /^(?:已|已经|建议|拟)?(?:移送|移交)(?:给|至|到|由)?(?:其他|其它|有关|相关|外|上级|主管|对口|兄弟|别的)(?:职能|主管)?(?:单位|部门|机关|科室)(?:办理|处理|整改|处置|负责|承办)?$|^(?:不属于?|非|不是|不归)(?:本|我|我们)?(?:单位|部门|局|委|县|市|区|乡|镇|院|校|科室|级|地区|辖区)?(?:的)?(?:职责|职能|职权|事权|管辖|整改|范围|责任|辖区|管理|事项)(?:范围|事项|内)?$|^(?:已|予以|建议|申请)?(?:撤销|剔除|核销|取消)(?:整改|该项|任务|事项)?$|^(?:系|属|属于|为)?重复(?:件|问题|事项|反馈|信访|交办|信访件|件不计|统计)?$|^(?:已|已经)?(?:移送|移交)(?:给|至|到|由)?.{2,14}(?:局|委|办|部门|单位|机关|中心|镇|乡|街道)(?:办理|处理|处置|整改|负责|承办)$|^与(?:问题)?第?\d{1,3}(?:项|条|个|号)?(?:问题)?重复$|^不(?:纳入|计入|计|列入|作)(?:统计|考核|整改|整改范围|台账|统计范围)?$/;
const SIGN_OFF_MISSING =
  /^(?:目前|尚|还|仍|暂|但)?(?:未|没有?|未能|未予|尚未|暂未)(?:完成|申请|办理|进行|予以)?(?:交账|整改|验收)?销号$/;
const SIGN_OFF_PENDING =
  /^(?:正在?|已|拟|等|目前|尚|正在)?(?:待|申请|拟|报请|提请|等待|待申请|办理|提交)(?:完成)?(?:交账|整改|验收)?销号(?:中|验收|申请|审核)?$/;
const SHARE =
  /^(?:目前|已|已经|整改|完成|任务|工作|办理|落实|推进|进度|完成率|整改率|办结率|整改完成率|达到?|约|近|为|至|总体|总进度|完成了){0,5}(\d{1,4}(?:\.\d{1,4})?)%(?:的?(?:整改|任务|工作量|工作|进度|任务量))?(?:以上|左右)?$/;
const HARMLESS =
  /^(?:@|见附件|详见附件|详见佐证材料|见佐证材料|有佐证材料|附佐证材料|佐证材料齐全|另附|见备注|详见备注|于@|在@|时间@|截至@|共\d+(?:项|个|条|件)|目前|现|如下|具体如下|(?:整改|工作)?(?:成效|效果)(?:明显|显著|良好|较好)|(?:已)?取得(?:了)?(?:明显|显著|良好|较好|一定)?的?(?:成效|实效|效果)|已?见(?:成)?效)$/;
const LABEL =
  /^(?:此|该|本)?(?:项|条|个)?(?:问题|任务|事项|线索|信访件)?(?:目前|当前)?(?:整改|办理|完成|工作|落实|当前|任务|问题|总体|处置|销号){0,3}(?:情况|结果|状态|进度|进展|完成率|进展情况)(?:为|是)?$/;
const QUESTION = /^是否(?:已|已经)?(?:整改|按期|按时)?(?:完成|到位|销号|办结|整改|闭环)(?:整改|销号)?$/;
const SUBJECT =
  /^(?:经核实|经核查|经整改|经查|目前|截至目前|截至@|截止目前)?(?:此|该|本|上述|所有|全部|各|以上|有关|相关|反馈|巡察反馈)?(?:项|类|条|个|件)?(?:反馈|具体)?(?:问题|整改任务|整改工作|整改事项|整改措施|任务|事项|措施|信访件|信访事项|线索|问题线索|案件|工作)(?=.)/;

/** 3项措施均已完成: a number only where the predicate speaks of all of them. */
const COUNTED_SUBJECT =
  /^(?:共|全部|所有)?\d{1,3}(?:个|项|条|件)(?:具体)?(?:问题|整改任务|整改措施|措施|任务|事项|信访件|线索)?(?=均|全部|都|已全部|已均)/;

/** Words of the letters and clues that mean nothing elsewhere. */
const CLUE_DONE =
  /^(?:已|已经|均已|予以|经初核)?(?:了结|办结|查结|结案|审结|处置完毕|处置到位|处置完成|初核了结|谈话了结|函询了结|核查了结|立案审结|立案查结|采信了结|予以了结|初核后了结|给予处分|给予党纪处分|给予政务处分|处分到位)$/;
const CLUE_ONGOING =
  /^(?:已|已经|正|正在|拟|待)?(?:初核|初步核实|初步核查|立案|立案审查|立案调查|立案审查调查|审查调查|审理|审查|调查|核查|谈话函询|函询|谈话|暂存待查|暂存|研判|核实|调查核实|线索核查|线索研判|分办|移送审理|受理)(?:中|阶段|过程中|状态)?$/;
const LETTER_DONE =
  /^(?:息访|息诉息访|停访息诉)$|^(?:已|均已|已经)(?:化解|答复|回复|息访|息诉|息诉息访|停访息诉|答复信访人|反馈信访人|书面答复|化解到位)$/;
const LETTER_ONGOING = /^(?:已|均已)?(?:受理|转办|交办|转送|转交办理|调查|调查核实|核查)(?:中)?$/;

const PLAIN_WORDS: ReadonlyMap<string, Clause> = new Map<string, Clause>([
  ["是", "done"],
  ["否", "notDone"],
  ["完", "done"],
  ["已完", "done"],
  ["已结", "done"],
  ["已改", "done"],
  ["√", "done"],
  ["✓", "done"],
  ["✔", "done"],
  ["☑", "done"],
  ["×", "notDone"],
  ["✗", "notDone"],
  ["✘", "notDone"],
  ["☒", "notDone"],
  ["╳", "notDone"],
  ["done", "done"],
  ["completed", "done"],
  ["yes", "done"],
  ["y", "done"],
  ["closed", "done"],
  ["no", "notDone"],
  ["n", "notDone"],
  ["notdone", "notDone"],
  ["notcompleted", "notDone"],
  ["notstarted", "notDone"],
  ["ongoing", "ongoing"],
  ["inprogress", "ongoing"],
  ["wip", "ongoing"],
  ["overdue", "overdueDeclared"],
  ["已完成(含基本完成)", "basic"],
  ["完成(含基本完成)", "basic"],
  ["未超期未完成", "notDone"],
  ["临期", "ongoing"],
  ["临近到期", "ongoing"],
  ["即将到期", "ongoing"],
  ["已叫停", "notDone"],
]);

/** What a clause says, null where it isn't understood. The order matters: negation, then plans, then completion. */
function readClause(clause: string, kind: Kind): Clause | null {
  const plain = PLAIN_WORDS.get(clause);
  if (plain !== undefined) return plain;
  if (clause.length > MAX_CLAUSE) return null;
  if (HARMLESS.test(clause) || LABEL.test(clause)) return "harmless";
  if (SIGN_OFF_MISSING.test(clause)) return "notSignedOff";
  if (SIGN_OFF_PENDING.test(clause)) return "signOffPending";
  if (OVERDUE.test(clause)) return "overdueDeclared";
  if (NOT_WHOLLY.test(clause)) return "partial";
  if (PENDING.test(clause)) return "pending";
  if (NOT_DONE.test(clause)) return "notDone";
  if (PARTIAL.test(clause)) return "partial";
  if (BASIC.test(clause)) return "basic";
  if (PHASED.test(clause)) return "phased";
  if (EXTENDED.test(clause)) return "extended";
  if (INTENDED.test(clause) || INTENDED_BY.test(clause)) return "ongoing";
  if (IMMEDIATE.test(clause)) return "immediate";
  if (kind === "clue") {
    if (CLUE_ONGOING.test(clause)) return "ongoing";
    if (CLUE_DONE.test(clause)) return "done";
  } else if (EXCLUDED.test(clause)) return "excluded";
  if (kind === "letter") {
    if (LETTER_DONE.test(clause)) return "done";
    if (LETTER_ONGOING.test(clause)) return "ongoing";
  }
  if (SUSTAIN.test(clause)) return "sustain";
  if (LONG_TERM.test(clause)) return "longTerm";
  if (ONGOING.test(clause)) return "ongoing";
  const share = SHARE.exec(clause);
  if (share !== null) {
    const read = readShare(Number(share[1]));
    return read.status === "unknown" ? null : read.status;
  }
  return DONE.test(clause) ? "done" : readDatedClause(clause, kind);
}

/**
 * 已于@前完成整改, @已完成, 已完成@. Without 已 the date may lie ahead, and 2026年1月底前已完成 may be a plan: neither is
 * understood. A date in the middle of other words may belong to what was done (已完成@任务).
 */
function readDatedClause(clause: string, kind: Kind): Clause | null {
  const dated = /^(.{0,12}?)([于在]?)@([前底止内]{0,2}(?:之前|以前)?)(.{0,20})$/.exec(clause);
  if (dated === null) return null;
  const [, head = "", at = "", closing = "", tail = ""] = dated;
  if (tail.includes("@") || (tail === "" && (closing !== "" || at !== ""))) return null;
  if (tail !== "" && at === "" && !/^(?:现|已|均|均已|目前)?$/.test(head)) return null;
  const read = readClause(head + tail, kind);
  if (read === "done") return (closing === "" ? /已|了$/.test(head + tail) : head.endsWith("已")) ? "done" : null;
  return closing === "" ? read : null;
}

function readShare(percent: number): StatusReading {
  if (percent === 100) return READ.done;
  if (percent === 0) return READ.notDone;
  return percent > 0 && percent < 100 ? READ.ongoing : READ.unknown;
}

/** What the clauses of a cell say together; null where they contradict each other or say nothing. */
function combine(clauses: ReadonlySet<Clause>): Status | null {
  const has = (clause: Clause): boolean => clauses.has(clause);
  const left = new Set(clauses);
  left.delete("harmless");
  if (has("excluded")) return has("done") || has("basic") || has("phased") ? null : "excluded";
  if (has("done")) {
    if (has("pending")) return has("notDone") ? null : "ongoing";
    for (const beside of [
      "done",
      "longTerm",
      "sustain",
      "immediate",
      "notSignedOff",
      "signOffPending",
      "overdueDeclared",
    ] as const) {
      left.delete(beside);
    }
    // 已超期，现已完成 is done; 超期未完成 beside 已完成 says notDone too, and contradicts it.
    return left.size === 0 ? "done" : null;
  }
  for (const status of ["partial", "basic", "phased"] as const) {
    if (!has(status)) continue;
    const others = (["partial", "basic", "phased", "excluded", "overdueDeclared"] as const).filter(
      (other) => other !== status && has(other),
    );
    return others.length === 0 ? status : null;
  }
  if (has("extended")) return "extended";
  if (has("overdueDeclared")) return "overdueDeclared";
  if (has("ongoing") || has("pending") || has("signOffPending")) return "ongoing";
  if (has("notDone") || has("notSignedOff")) return "notDone";
  if (has("longTerm")) return "longTerm";
  return has("sustain") ? "ongoing" : null;
}

// ---------------------------------------------------------------------------------------------------------------- text

function readText(raw: string, kind: Kind): StatusReading {
  const text = trimText(raw);
  if (text === "") return MISSING;
  if (isErrorText(text)) return ERROR;
  if (text.length > MAX_RAW_LENGTH) return READ.unknown;
  const whole = readFolded(fold(text), kind);
  if (whole !== null) return whole;
  if (text.length > CACHED_LENGTH && !/[\r\n]/.test(text)) return READ.unknown;
  // Blanks were folded away as if they stood inside a word. A line break may have ended a sentence instead, a space or a
  // list number a clause.
  const lines = readFolded(fold(text.replace(/[\r\n]+/g, "。")), kind);
  if (lines !== null || text.length > CACHED_LENGTH) return lines ?? READ.unknown;
  const visible = text.replace(/[\u200b-\u200f\u2060\ufeff]/g, "");
  const apart = visible.replace(LIST_NUMBERS, ";").replace(/\s/g, ",");
  return apart === visible ? READ.unknown : (readFolded(fold(apart), kind) ?? READ.unknown);
}

const LIST_NUMBERS =
  /[①-⑳]|(?<![^;；。，,\s])(?:[(（]?[\d０-９]{1,2}[.．、)）](?![\d０-９])|[(（][一二三四五六七八九十]{1,2}[)）]|[一二三四五六七八九十]{1,2}(?:、|是))/g;

function fold(text: string): string {
  return foldKey(text).toLowerCase();
}

function readFolded(folded: string, kind: Kind): StatusReading | null {
  if (folded === "") return MISSING;
  const ticked = readTicks(unwrapTicks(withoutFullStop(folded)));
  if (ticked === null) return null;
  const sentences = splitSentences(ticked);
  let first: Status | null = null;
  let prose = false;
  const said = new Set<Clause>();
  for (const [n, sentence] of sentences.entries()) {
    const clauses = readSentence(sentence, kind);
    if (clauses === null) {
      if (n === 0) return null;
      prose = true;
      break;
    }
    for (const clause of clauses) said.add(clause);
    if (n === 0) first = combine(said);
  }
  if (!prose) {
    const all = combine(said);
    return all === null ? null : READ[all];
  }
  if (first === null) return null;
  const rest = sentences.slice(1).join("。");
  // Short additions must be understood; behind a status prose may follow.
  if (rest.length < MIN_PROSE) return null;
  return first === "done" && /尚未完成|未完成|未整改|没有完成|未能完成|尚未整改|未办结/.test(rest) ? null : READ[first];
}

function withoutFullStop(folded: string): string {
  let end = folded.length;
  while (end > 0 && "。!".includes(folded.charAt(end - 1))) end--;
  return folded.slice(0, end);
}

/** So many characters are prose. */
const MIN_PROSE = 12;
/** At most so many sentences are looked at one by one; the rest is prose anyway. */
const MAX_SENTENCES = 8;

function splitSentences(folded: string): readonly string[] {
  const sentences: string[] = [];
  let from = 0;
  for (let i = 0; i < folded.length && sentences.length < MAX_SENTENCES; i++) {
    const char = folded.charAt(i);
    if (char !== "。" && char !== "!") continue;
    if (i > from) sentences.push(folded.slice(from, i));
    from = i + 1;
  }
  if (from < folded.length) sentences.push(folded.slice(from));
  return sentences;
}

const CLAUSE_ENDS = /[,;、:()[\]【】〔〕“”"'‘’《》|~…·/]+/;
/** 并, 且 and 但 begin a clause of their own, and so does 需 before 长期. 合并 and 暂且 are words. */
const CONJUNCTIONS =
  /(?:并且|而且|但是|同时|(?<!合)并|(?<![尚暂况])且|但)(?=.)|(?=[仍还尚均]需要?(?:长期|持续|常态))|(?<![仍还尚均])(?=需要?(?:长期|持续|常态))/g;

function readSentence(sentence: string, kind: Kind): readonly Clause[] | null {
  if (sentence.length > MAX_SENTENCE) return null;
  const plain = PLAIN_WORDS.get(sentence);
  if (plain !== undefined) return [plain];
  const clauses: Clause[] = [];
  let question = false;
  let answered = false;
  for (const piece of replaceDates(sentence).replace(CONJUNCTIONS, ",").split(CLAUSE_ENDS)) {
    if (piece === "" || piece === "-" || piece === ".") continue;
    const clause = piece.replace(/\.+$/, "");
    if (QUESTION.test(clause)) {
      question = true;
      continue;
    }
    const read = readClause(clause, kind) ?? readBehindSubject(clause, kind) ?? readCount(clause);
    if (read === null) return null;
    if (question && PLAIN_WORDS.has(clause)) answered = true;
    clauses.push(read);
    if (read === "overdueDeclared" && clause.includes("未")) clauses.push("notDone");
  }
  // 是否完成：是. Anything but a plain answer leaves the question open.
  if (question) return answered && clauses.length === 1 ? clauses : null;
  return joinCounts(clauses, sentence);
}

function readBehindSubject(clause: string, kind: Kind): Clause | null {
  if (clause.length > MAX_CLAUSE) return null;
  const predicate = clause.replace(COUNTED_SUBJECT, "").replace(SUBJECT, "");
  return predicate.length === clause.length ? null : readClause(predicate, kind);
}

/**
 * Dates become @, with the 前 or 底 that closes them. A date without a year behind a verb is left alone: 已完成12月 may
 * mean the work of December.
 */
function replaceDates(sentence: string): string {
  if (!/[\d年月]/.test(sentence)) return sentence;
  let replaced = "";
  let from = 0;
  for (const found of scanDates(sentence, "prose")) {
    if (found.type === "bad") continue;
    if (found.year === null && /[成改结毕位号决实]/.test(sentence.charAt(found.start - 1))) continue;
    const written = sentence.slice(found.start, found.end);
    const closing = /[前底止内末]$/.exec(written);
    replaced +=
      sentence.slice(from, found.start) + "@" + (closing === null ? "" : closing[0] === "末" ? "底" : closing[0]);
    from = found.end;
  }
  return replaced + sentence.slice(from);
}

/** 已完成3项，未完成2项: some of it done. One of the two alone says nothing. */
const SOME_DONE =
  /^(?:已|均已|已经)?(?:完成|完成整改|整改完成|办结|整改|整改到位|销号)(?:了)?(\d{1,4})(?:项|个|条|件)(?:问题|措施|任务)?$/;
const SOME_LEFT =
  /^(?:尚|还|仍)?(?:有|剩余?|余)?(?:未完成|未整改|未办结|正在整改|正在推进|未销号|推进中|整改中)(?:的)?(?:有)?(\d{1,4})(?:项|个|条|件)(?:问题|措施|任务)?$/;

function readCount(clause: string): Clause | null {
  return SOME_DONE.test(clause) || SOME_LEFT.test(clause) ? "harmless" : null;
}

function joinCounts(clauses: readonly Clause[], sentence: string): readonly Clause[] | null {
  if (!/\d(?:项|个|条|件)/.test(sentence)) return clauses;
  let done: number | null = null;
  let left: number | null = null;
  let total: number | null = null;
  for (const piece of sentence.split(CLAUSE_ENDS)) {
    const some = SOME_DONE.exec(piece);
    const rest = SOME_LEFT.exec(piece);
    const all = /^共(?:有)?(\d{1,4})(?:项|个|条|件)/.exec(piece);
    if (some !== null) done = (done ?? 0) + Number(some[1]);
    if (rest !== null) left = (left ?? 0) + Number(rest[1]);
    if (all !== null) total = Number(all[1]);
  }
  if (done === null && left === null) return clauses;
  if (left === null && total !== null && done !== null && done <= total) left = total - done;
  // Without the part that is left nobody knows whether this is all.
  if (left === null) return null;
  if (left === 0) return [...clauses, "done"];
  return [...clauses, done === null || done === 0 ? "ongoing" : "partial"];
}

const TICKS = "√✓✔☑■▣●";
const BOXES = "□☐○";

/** (√)已完成 ( )未完成: brackets drawn around marks. */
function unwrapTicks(folded: string): string {
  if (folded.length > MAX_SENTENCE || !/[√✓✔☑]/.test(folded)) return folded;
  return folded.replace(/[([]([√✓✔☑])[)\]]/g, "$1").replace(/\(\)|\[\]/g, "□");
}

/** Of ticked options the ticked one; a tick beside a word is only emphasis. Null where no choice can be seen. */
function readTicks(folded: string): string | null {
  if (folded.length > MAX_SENTENCE || PLAIN_WORDS.has(folded)) return folded;
  let marks = 0;
  let ticks = 0;
  let boxes = 0;
  for (const char of folded) {
    if (TICKS.includes(char)) ticks++;
    else if (BOXES.includes(char)) boxes++;
    else continue;
    marks++;
  }
  if (marks === 0) return folded;
  if (ticks !== 1) return null;
  const first = folded.charAt(0);
  if (boxes === 0) {
    if (/[×✗✘☒╳]/.test(folded)) return null;
    if (TICKS.includes(first)) return folded.slice(1);
    return TICKS.includes(folded.charAt(folded.length - 1)) ? folded.slice(0, -1) : null;
  }
  const isMark = (char: string): boolean => TICKS.includes(char) || BOXES.includes(char);
  let chosen = "";
  let inside = false;
  if (!isMark(first)) {
    // 已完成□ 未完成☑: the marks stand behind the words.
    if (!isMark(folded.charAt(folded.length - 1))) return null;
    for (const char of folded) {
      if (TICKS.includes(char)) return chosen === "" ? null : chosen;
      chosen = BOXES.includes(char) ? "" : chosen + char;
    }
  }
  for (const char of folded) {
    if (TICKS.includes(char)) inside = true;
    else if (BOXES.includes(char)) inside = false;
    else if (inside) chosen += char;
  }
  return chosen === "" ? null : chosen;
}

/** The expressions that fill most status columns, read once. */
const COMMON: ReadonlyMap<string, StatusReading> = new Map(
  [
    "完成",
    "已完成",
    "已完成整改",
    "已整改",
    "已整改完成",
    "整改完成",
    "完成整改",
    "整改到位",
    "已整改到位",
    "已办结",
    "办结",
    "已销号",
    "基本完成",
    "阶段性完成",
    "阶段性完成整改",
    "部分完成",
    "部分整改",
    "正在整改",
    "整改中",
    "推进中",
    "正在办理",
    "持续推进",
    "持续整改",
    "长期坚持",
    "未完成",
    "未整改",
    "未启动",
    "尚未完成",
    "是",
    "否",
  ].map((text) => [text, readText(text, "problem")] as const),
);
