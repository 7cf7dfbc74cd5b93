/**
 * One clause of a status cell: what it says, or that it isn't understood. Most clauses are cut into the words of
 * status-lexicon.ts and judged by their order; fixed expressions stand in tables.
 */
import { spellClause } from "./status-lexicon";
import type { Clause, Kind } from "./terms";
import { EXPRESSIONS } from "./words/status";

/** No clause of a status is longer. */
const MAX_CLAUSE = 32;

/**
 * Shapes of clauses in letters of the lexicon, in the order in which they are tried: sign-off, delay, negation, parts,
 * plans, duration, work in progress, and completion last. Every shape covers its clause from end to end, so a word of
 * completion beside anything unexpected is never completion.
 */
const SHAPES: readonly (readonly [Clause, RegExp])[] = [
  // 尚未申请销号; 待销号, 拟申请销号
  ["notSignedOff", /^[my]*N[mpD]*K$/],
  ["signOffPending", /^[mayG]*[TpP]+[pDTm]*K[CpE]*$/],
  // 已超期, 超期未完成整改, 逾期整改中
  ["overdueDeclared", /^[my]*a?oW?(?:y*Nm*[DWKV]+|[WM]C)?$/],
  // 未全部完成
  ["partial", /^[mywBWn]*N[my]*w+[DWKn]+$/],
  // 待上级验收, 验收中, 申请验收, 未验收
  ["pending", /^[Gmy]*Tu*E+C?$|^EC$|^a?p+E+C?$|^[my]*NE+$/],
  // 尚未完成整改, 未能按期启动, 长期未完成; 整改未到位, 落实不彻底, 完成不了; 待整改
  ["notDone", /^[mywBLWn]*[my]*N[mHyZi]*[DWKVMZnE]+l?$|^[WDMn]+[my]*N[my]*(?:[DWKZ]+|w|l)$|^T[mH]*[DWVMZn]+$/],
  // 部分已整改, 大部分完成, 部分正在整改; 仅完成部分
  ["partial", /^[majnW]*R[RnmayNGDWKVM]*[DWKVMn]$|^[maj]*[DW]l?R[Wn]*$/],
  // 已基本整改到位
  ["basic", /^[mawWn]*B[maw]*[DWK][DWKn]*$/],
  // 阶段性完成整改, 取得阶段性成果, 完成第一阶段整改任务
  ["phased", /^[mWna]*B?[QD]?l?g?l?S[DWKnr]+$/],
  // 预计年底前完成, 即将完成, 限期整改; 12月底前完成
  ["ongoing", /^[maGyWni]*P[PxmwHBiGT@b]*[DWK][DWKn]*$|^x?@b+[mw]*[DWK][DWn]*$/],
  ["immediate", /^I$/],
  // 持续推进中; 需长期坚持, 持续巩固整改成果; 建立长效机制
  ["sustain", /^[PfmyGHx]*UM[WnC]*$/],
  ["longTerm", /^[PfmyaGHtx]*[LU]+[LUtWnVMHfr]*C?$|^a?k+l?Lt$/],
  // 正在抓紧整改, 整改推进中, 有序推进, 推进整改, 已启动, 取得一定进展
  ["ongoing", /^[mayH]*G[mHyU]*[WVMEn]+C?$|^[mayHn]*[WVMEZn]*[WVME]C$|^[mW]*H+[WVM]+C?$|^M[Wn]*$|^W?Gm*[VM]$/],
  ["ongoing", /^[mWna]*Z[WVMn]*$|^[ma]*Q?l?g?l?S?v$/],
  // 已完成整改, 整改落实到位, 超期完成; 已整改, 已立即解决; 整改了
  ["done", /^[mwoIWn]*a?[mwoIi]*[Wn]*[DK]l?[wWn]*[DK]?[WnK]*l?$|^[mwoWn]*a[mwoIi]*[WI]+D?n?l?$|^[WD]l[Wn]*$/],
];

/** What a clause says, null where it isn't understood. Dates stand in it as @. */
export function readClause(clause: string, kind: Kind): Clause | null {
  const fixed = FIXED.get(clause);
  if (fixed !== undefined) return fixed;
  if (clause.length > MAX_CLAUSE) return null;
  return readPlain(clause, kind) ?? readBehindSubject(clause, kind);
}

function readBehindSubject(clause: string, kind: Kind): Clause | null {
  const predicate = clause.replace(COUNTED_SUBJECT, "").replace(SUBJECT, "");
  return predicate.length === clause.length ? null : (FIXED.get(predicate) ?? readPlain(predicate, kind));
}

function readPlain(clause: string, kind: Kind): Clause | null {
  const ofKind = readWordsOfKind(clause, kind);
  if (ofKind !== null) return ofKind;
  const letters = spellClause(clause);
  if (letters !== null) {
    for (const [said, shape] of SHAPES) if (shape.test(letters)) return said;
  }
  if (HARMLESS.test(clause)) return "harmless";
  if (EXTENDED.test(clause)) return "extended";
  if (kind !== "clue" && EXCLUDED.test(clause)) return "excluded";
  if (SCHEDULE.test(clause)) return "ongoing";
  const share = SHARE.exec(clause);
  if (share !== null) return readShare(Number(share[1]));
  return readDatedClause(clause, kind);
}

/**
 * A share of the work in percent: all of it is done, none notDone, anything between ongoing.
 * @example readShare(80) // "ongoing"
 */
export function readShare(percent: number): "done" | "ongoing" | "notDone" | null {
  if (percent === 100) return "done";
  if (percent === 0) return "notDone";
  return percent > 0 && percent < 100 ? "ongoing" : null;
}

/**
 * 已于@前完成整改, @已完成, 已完成@. Without 已 the date may lie ahead, and 2026年1月底前已完成 may be a plan: neither is
 * understood. A date in the middle of other words may belong to what was done (已完成@任务).
 */
function readDatedClause(clause: string, kind: Kind): Clause | null {
  const dated = /^([^@]{0,12}?)([于在]?)@([前底止内]{0,2}(?:之前|以前)?)([^@]{0,20})$/.exec(clause);
  if (dated === null) return null;
  const [, head = "", at = "", closing = "", tail = ""] = dated;
  if (tail === "" && (closing !== "" || at !== "")) return null;
  if (tail !== "" && at === "" && !/^(?:现|已|均|均已|目前)?$/.test(head)) return null;
  const read = readClause(head + tail, kind);
  if (read === "done") return (closing === "" ? /已|了$/.test(head + tail) : head.endsWith("已")) ? "done" : null;
  return closing === "" ? read : null;
}

// ---------------------------------------------------------------------------------------------------- fixed expressions

/** Whole expressions (words/status.ts), each with what it says. */
export const FIXED: ReadonlyMap<string, Clause> = new Map<string, Clause>(
  EXPRESSIONS.flatMap(([said, words]) => words.split(" ").map((word) => [word, said] as const)),
);

/** Clauses that say nothing of the status. */
const HARMLESS = new RegExp(
  "^(?:" +
    [
      "@|[于在]@|时间@|截至@|目前|现|如下|具体如下|共\\d{1,4}[项个条件]",
      "详?见(?:附件|佐证材料|备注)|[有附]佐证材料|佐证材料齐全|另附",
      "(?:整改|工作)?(?:成效|效果)(?:明显|显著|良好|较好)",
      "已?取得了?(?:明显|显著|良好|较好|一定)?的?(?:成效|实效|效果)|已?见成?效",
      // 整改情况：, 完成状态：
      "[此该本]?[项条个]?(?:问题|任务|事项|线索|信访件)?(?:目前|当前)?(?:整改|办理|完成|工作|落实|任务|总体|处置|销号){0,3}(?:情况|结果|状态|进度|进展|完成率|进展情况)[为是]?",
    ].join("|") +
    ")$",
);

/** 申请延期整改, 已批准延期, 延期至@. */
const EXTENDED = new RegExp(
  "^(?:目前|现)?(?:已经?|拟|正在?|经批准|经同意|需要?)?(?:申请|批准|同意|报批|办理|审批)?" +
    "(?:延期|展期|顺延|延长(?:整改)?[时期]限|延期整改|延期办理)" +
    "(?:整改|办理|完成|中|申请中?|审批中|已?批准|手续|[至到]@?[前底]?)?$",
);

/** Not ours, not counted: 移送其他单位, 不属于本单位职责, 撤销, 重复件. */
const EXCLUDED = new RegExp(
  "^(?:" +
    [
      "(?:已经?|建议|拟)?移[送交][给至到由]?(?:其他|其它|有关|相关|外|上级|主管|对口|兄弟)(?:职能|主管)?(?:单位|部门|机关|科室)(?:办理|处理|整改|处置|负责|承办)?",
      "(?:已经?)?移[送交][给至到由]?.{2,14}(?:局|委|办|部门|单位|机关|中心|镇|乡|街道)(?:办理|处理|处置|整改|负责|承办)",
      "(?:不属于?|非|不是|不归)[本我]?(?:单位|部门|局|委|县|市|区|乡|镇|院|校|科室|级|地区|辖区)?的?(?:职责|职能|职权|事权|管辖|范围|责任|辖区|管理)(?:范围|事项|内)?",
      "(?:已|予以|建议|申请)?(?:撤销|剔除|核销|取消)(?:整改|该项|任务|事项)?",
      "(?:系|属于?|为)?重复(?:件|问题|事项|反馈|信访|交办|信访件|统计)?",
      "与(?:问题)?第?\\d{1,3}[项条个号]?(?:问题)?重复",
      "不(?:纳入|计入?|列入)(?:(?:完成率|整改率)(?:统计|计算)?|统计|考核|整改|整改范围|台账|统计范围)?",
    ].join("|") +
    ")$",
);

/** On, before or behind its schedule, and not yet due: all of it is going on. */
const SCHEDULE = new RegExp(
  "^(?:" +
    [
      "(?:按|达到|未达到?|超过?|符合|达|滞后于?|落后于?|低于|快于|慢于)(?:序时|时序|计划|时间)进度(?:推进|整改|完成整改|落实|进行|实施|要求)?中?",
      "序时(?:推进|进度)",
      "[尚还暂]?未到(?:整改|办理|完成)?(?:期限|时限|期|时间)",
      "(?:整改|办理)?[时期]限[尚还]?未到",
    ].join("|") +
    ")$",
);

const SHARE =
  /^(?:目前|已|整改|完成|任务|工作|办理|落实|推进|进度|完成率|整改率|办结率|达到?|约|近|为|至|总体|总进度|了){0,5}(\d{1,4}(?:\.\d{1,4})?)%(?:的?(?:整改|任务|工作量|工作|进度|任务量))?(?:以上|左右)?$/;

/** 是否完成： */
export const QUESTION = /^是否(?:已经?)?(?:整改|按期|按时)?(?:完成|到位|销号|办结|整改|闭环)(?:整改|销号)?$/;

const SUBJECT =
  /^(?:经核实|经核查|经整改|经查|目前|截[至止]目前|截至@)?(?:此|该|本|上述|所有|全部|各|以上|有关|相关|反馈|巡察反馈)?[项类条个件]?(?:反馈|具体)?(?:问题|整改任务|整改工作|整改事项|整改措施|任务|事项|措施|信访件|信访事项|线索|问题线索|案件|工作)(?=.)/;
/** 3项措施均已完成: a number only where the predicate speaks of all of them. */
const COUNTED_SUBJECT =
  /^(?:共|全部|所有)?\d{1,3}[个项条件](?:具体)?(?:问题|整改任务|整改措施|措施|任务|事项|信访件|线索)?(?=均|全部|都|已全部|已均)/;

// ------------------------------------------------------------------------------------------------------ words of a kind

/** Clues (问题线索): settled or dealt with; what comes before is going on. */
const CLUE_DONE =
  /^(?:均?已经?|予以|经初核)?(?:初核|谈话|函询|核查|采信|予以|初核后)?(?:了结|办结|查结|结案|审结|立案审结|立案查结|处置(?:完毕|到位|完成)|给予(?:党纪|政务)?处分|处分到位)$/;
const CLUE_ONGOING =
  /^(?:已经?|正在?|拟|待)?(?:初核|初步核[实查]|立案|立案审查|立案调查|立案审查调查|审查调查|审理|审查|调查|核查|谈话函询|函询|谈话|暂存待查|暂存|研判|核实|调查核实|线索核查|线索研判|分办|移送审理|受理)(?:中|阶段|过程中|状态)?$/;
/** Letters (信访件). */
const LETTER_DONE =
  /^(?:息访|息诉息访|停访息诉)$|^均?已经?(?:化解|办复|办|答复|回复|息访|息诉|息诉息访|停访息诉|答复信访人|反馈信访人|书面答复|化解到位)$/;
const LETTER_ONGOING = /^均?已?(?:受理|转办|交办|转送|转交办理|调查|调查核实|核查)中?$/;

function readWordsOfKind(clause: string, kind: Kind): Clause | null {
  if (kind === "clue") {
    if (CLUE_ONGOING.test(clause)) return "ongoing";
    return CLUE_DONE.test(clause) ? "done" : null;
  }
  if (kind !== "letter") return null;
  if (LETTER_DONE.test(clause)) return "done";
  return LETTER_ONGOING.test(clause) ? "ongoing" : null;
}
