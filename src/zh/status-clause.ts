/**
 * One clause of a status cell: what it says, or that it isn't understood. Most clauses are cut into the words of
 * status-lexicon.ts and judged by their order; fixed expressions stand in tables.
 */
import { parseNumeral } from "./numerals";
import { spellClause } from "./status-lexicon";
import type { ClauseSense, Kind } from "./terms";
import { EXPRESSIONS } from "./words/status";
import { re } from "./pattern";
import { charTable, isIn } from "./plain";
import { statusClause as words } from "./words/status-clause";

/** No clause of a status is longer. */
const MAX_CLAUSE = 32;

/**
 * Shapes of clauses in letters of the lexicon, in the order in which they are tried: sign-off, delay, negation, parts,
 * plans, duration, work in progress, and completion last. Every shape covers its clause from end to end, so a word of
 * completion beside anything unexpected is never completion.
 */
const SHAPES: readonly (readonly [ClauseSense, RegExp])[] = [
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
  ["planned", /^[maGyWni]*P[PxmwHBiGT@b]*[DWK][DWKn]*$|^x?@b+[mw]*[DWK][DWn]*$/],
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
export function readClause(clause: string, kind: Kind): ClauseSense | null {
  const fixed = FIXED.get(clause);
  if (fixed !== undefined) return fixed;
  if (clause.length > MAX_CLAUSE) return null;
  return readPlain(clause, kind) ?? readBehindSubject(clause, kind);
}

function readBehindSubject(clause: string, kind: Kind): ClauseSense | null {
  const predicate = (/\d/.test(clause) ? clause.replace(COUNTED_SUBJECT, "") : clause).replace(SUBJECT, "");
  return predicate.length === clause.length ? null : (FIXED.get(predicate) ?? readPlain(predicate, kind));
}

function readPlain(clause: string, kind: Kind): ClauseSense | null {
  const ofKind = readWordsOfKind(clause, kind);
  if (ofKind !== null) return ofKind;
  const letters = spellClause(clause);
  if (letters !== null) {
    for (const [said, shape] of SHAPES) if (shape.test(letters)) return said;
  }
  if (HARMLESS.test(clause)) return "harmless";
  if (MAY_EXTEND.test(clause) && EXTENDED.test(clause)) return "extended";
  if (kind !== "clue" && MAY_EXCLUDE.test(clause) && EXCLUDED.test(clause)) return "excluded";
  if (SCHEDULE.test(clause)) return "ongoing";
  if (isIn(PASS_ENDS, clause, clause.length - 1)) {
    if (PASSED.test(clause)) return "done";
    if (REFUSED.test(clause)) return "notDone";
  }
  if (!MAY_SHARE.test(clause)) return readDatedClause(clause, kind);
  const share = SHARE.exec(inFigures(clause));
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

const DATED_CLAUSE_DATED = re`^([^@]{0,12}?)([于在]?)@([前底止内]{0,2}${words.datedClauseDated}?)([^@]{0,20})$`;
const DATED_CLAUSE_HEAD = re`^${words.datedClauseHead}?$`;
const DATED_CLAUSE_HEAD_2 = re`${words.datedClauseHead2}`;

/**
 * 已于@前完成整改, @已完成, 已完成@. Without 已 the date may lie ahead, and 2026年1月底前已完成 may be a plan: neither is
 * understood. A date in the middle of other words may belong to what was done (已完成@任务).
 */
function readDatedClause(clause: string, kind: Kind): ClauseSense | null {
  const dated = DATED_CLAUSE_DATED.exec(clause);
  if (dated === null) return null;
  const [, head = "", at = "", closing = "", tail = ""] = dated;
  if (tail === "" && (closing !== "" || at !== "")) return null;
  if (tail !== "" && at === "" && !DATED_CLAUSE_HEAD.test(head)) return null;
  const read = readClause(head + tail, kind);
  if (read === "done")
    return (closing === "" ? DATED_CLAUSE_HEAD_2.test(head + tail) : head.endsWith("已")) ? "done" : null;
  return closing === "" ? read : null;
}

// ---------------------------------------------------------------------------------------------------- fixed expressions

/** Whole expressions (words/status.ts), each with what it says. */
export const FIXED: ReadonlyMap<string, ClauseSense> = new Map<string, ClauseSense>(
  EXPRESSIONS.flatMap(([said, words]) => words.split(" ").map((word) => [word, said] as const)),
);

/** Clauses that say nothing of the status. */
const HARMLESS = re`^${words.harmless}$`;

/** 申请延期整改, 已批准延期, 延期至@. */
const EXTENDED = re`^${words.extendedWhen}?${words.extendedHow}?${words.extendedAsked}?${words.extended}${words.extendedWhat}?$`;

/** Not ours, not counted: 移送其他单位, 不属于本单位职责, 撤销, 重复件. */
const EXCLUDED = re`^${words.excluded}$`;

/** On, before or behind its schedule, and not yet due: all of it is going on. */
const SCHEDULE = re`^${words.schedule}$`;

/** First looks: to compile an expression of many words costs as much as a thousand of these. */
const MAY_EXTEND = /[延展]/;
const MAY_EXCLUDE = re`${words.excludedSigns}`;
const MAY_SHARE = /[%百]/;
const PASS_ENDS = charTable(words.passes.map((word) => word.slice(-1)).join(""));

const SHARE = re`^${words.share[0]}{0,5}(\d{1,4}(?:\.\d{1,4})?)%(?:的?${words.share[1]})?${words.share[2]}?$`;

const HUNDREDTHS = /百分之([零〇一二两三四五六七八九十百]{1,5})/;

/** 百分之六十 as 60%. */
function inFigures(clause: string): string {
  return clause.replace(HUNDREDTHS, (whole, said: string) => {
    const percent = said === "百" ? 100 : parseNumeral(said);
    return percent === null ? whole : `${percent}%`;
  });
}

const PASSED = re`^${words.examinedBefore}?(?:${words.examined}){1,2}(?:结果)?${words.passesAll}?${words.passes}$|^${words.passesAll}${words.passes}$`;
const REFUSED = re`^${words.examinedBefore}?(?:${words.examined}){0,2}(?:结果)?[尚仍还]?${words.passesNot}${words.passes}$`;

/** 是否完成： */
export const QUESTION = re`^是否(?:已经?)?${words.question[0]}?${words.question[1]}${words.question[2]}?$`;

const SUBJECT = re`^${words.subject[0]}?${words.subject[1]}?[项类条个件]?${words.subject[2]}?${words.subject[3]}(?=.)`;
/** 3项措施均已完成: a number only where the predicate speaks of all of them. */
const COUNTED_SUBJECT = re`^${words.countedSubject[0]}?\d{1,3}[个项条件](?:具体)?${words.countedSubject[1]}?(?=${words.countedSubject[2]})`;

// ------------------------------------------------------------------------------------------------------ words of a kind

/** Clues (问题线索): settled or dealt with; what comes before is going on. */
const CLUE_DONE = re`^${words.clueDone[0]}?${words.clueDone[1]}?${words.clueDone[2]}$`;
const CLUE_ONGOING = re`^${words.clueOngoing[0]}?${words.clueOngoing[1]}${words.clueOngoing[2]}?$`;
/** Letters (信访件). */
const LETTER_DONE = re`${words.letterDone}`;
const LETTER_ONGOING = re`^均?已?${words.letterOngoing}中?$`;

function readWordsOfKind(clause: string, kind: Kind): ClauseSense | null {
  if (kind === "clue") {
    if (CLUE_ONGOING.test(clause)) return "ongoing";
    return CLUE_DONE.test(clause) ? "done" : null;
  }
  if (kind !== "letter") return null;
  if (LETTER_DONE.test(clause)) return "done";
  return LETTER_ONGOING.test(clause) ? "ongoing" : null;
}
