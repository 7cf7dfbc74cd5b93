/**
 * A header understood from its parts: cut into qualifiers and a head noun (zh/words/header-parts.ts), written as letters,
 * and judged by their order. 整改落实情况 is w w F, 可是落实 q w, 要求整改时间 P w T. A header that has anything else in it is not
 * understood here.
 */
import type { ColumnKey } from "../types";
import { re } from "../../zh/pattern";
import { HEADER_PARTS } from "../../zh/words/header-parts";
import { headerPhrases as words } from "../../zh/words/header-phrases";
import type { HeaderSense } from "./header-sense";

const BY_WORD: ReadonlyMap<string, string> = new Map(
  HEADER_PARTS.flatMap(([letter, words]) => words.split(" ").map((word) => [word, letter] as const)),
);
const LONGEST = Math.max(...Array.from(BY_WORD.keys(), (word) => word.length));

/**
 * The parts of a header as letters, null where something in it is no part.
 * @example spellHeader("整改落实情况") // "wwF"
 */
export function spellHeader(folded: string): string | null {
  const letters = spell(folded);
  return letters.includes(UNKNOWN) ? null : letters;
}

/** Stands for each character of a header that is in no part. */
const UNKNOWN = "?";

function spell(folded: string): string {
  let letters = "";
  for (let i = 0; i < folded.length;) {
    let length = Math.min(LONGEST, folded.length - i);
    let letter: string | undefined;
    while (length > 0 && (letter = BY_WORD.get(folded.slice(i, i + length))) === undefined) length--;
    letters += letter ?? UNKNOWN;
    i += Math.max(1, length);
  }
  return letters;
}

type Said = readonly [key: ColumnKey, score: number, ambiguous?: boolean, depth?: 0 | 1 | 2 | 3];

/** Shapes in the order in which they are tried; the first that fits says all. No senses: it is about something else. */
const SHAPES: readonly (readonly [RegExp, readonly Said[]])[] = [
  // 未完成原因, 联系电话, 隐患等级
  [/o/, []],
  [/x.*N$/, [["number", 0.45]]],
  [/^N$/, [["number", 0.9]]],
  [/^[agwHId]*N$/, [["number", 0.75]]],
  // 是否闭环, 可是落实, 整改完成与否; 是否公开 is another question
  [/^[aewHI]*q[aewHIAP]*[dw][dwe]*[SFz]?$/, [["status", 0.93]]],
  [/^[aewHId]*[dw]z$/, [["status", 0.93]]],
  [/q/, []],
  // 整改现状, 闭环状态; 问题现状 may tell what is wrong
  [/^[agH]*H[agH]*S$/, [["status", 0.6, true]]],
  [/^[agwHIdeyRU]*S$/, [["status", 0.86]]],
  // 检查情况, 隐患情况: what was found
  [
    /^[a]*[gH][agH]*F$/,
    [
      ["problem", 0.66, true, 2],
      ["status", 0.5, true],
    ],
  ],
  // 复查情况, 验收结果; 自评结果
  [
    /^[agwHIdyU]*e[agwHIdeyU]*F$/,
    [
      ["status", 0.7, true],
      ["signOff", 0.62],
      ["progress", 0.5, true],
    ],
  ],
  [
    /^[agwHIdyU]*F+$/,
    [
      ["status", 0.8, true],
      ["progress", 0.82, true],
    ],
  ],
  // 自查问题, 自查自纠问题
  [/^a*y[aw]*H[X]?$/, [["problem", 0.86, false, 2]]],
  // 自报, 单位自评, 巡察办认定, 整改复核
  [/^[aewdHIU]*[ey][aewdHI]*$/, [["status", 0.62, true]]],
  // 整改闭环, 问题销号 over states
  [/^[agwH]*d$/, [["status", 0.6, true]]],
  // 整改回复, 督办答复
  [
    /^[agwHI]*w$/,
    [
      ["status", 0.55, true],
      ["progress", 0.55, true],
    ],
  ],
  // 节点时间要求, 要求整改时间; 交办时间 and 复查日期 are other days
  [/^[ag]*[ge][ageO]*T$/, []],
  [/^[agwHIdRPTL]*(?:L[agwdPTL]*|P[agwHIdRTL]*T[PL]*|T[agwd]*P)$/, [["deadline", 0.86]]],
  // 计划完成, 要求整改 over days
  [/^[agHId]*P[agw]*[wd]+$/, [["deadline", 0.74, true]]],
  [/A.*T$/, [["doneDate", 0.86]]],
  // 关闭日期, 闭环时间: the day it was over, seldom the day it should be
  [
    /^[agHI]*d+T$/,
    [
      ["doneDate", 0.78, true],
      ["deadline", 0.6, true],
    ],
  ],
  [
    /^[agwHIRU]*[wd][agwdR]*T$/,
    [
      ["deadline", 0.72, true],
      ["doneDate", 0.72, true],
    ],
  ],
  // 配合单位; 责任单位/责任人; 责任社区; 验收单位, 评价单位 are none of ours
  [/C[aw]*U+$/, [["coUnits", 0.9]]],
  [/^[aR]*U?C$/, [["coUnits", 0.7]]],
  [/[geyF][agwHIey]*[UOV]$/, []],
  [/^(?=.*R)[awHId]*R?[aw]*U+a*R?[OV]$/, [["unit", 0.82]]],
  [/^[awHId]*U+a*[OV]$/, [["unit", 0.6]]],
  // 责任单位 over 牵头 is the lead
  [/R[aw]*U+R?$/, [["unit", 0.92]]],
  [/^[awHId]*U+$/, [["unit", 0.7]]],
  [/R[aw]*O$/, [["person", 0.9]]],
  [/^[aw]*O$/, [["person", 0.7]]],
  [/[aRw]*V$/, [["leader", 0.85]]],
  // 验收意见; 处理建议, 整改对策
  [/e[aw]*M$/, [["signOff", 0.6]]],
  [/^[agwHIdPa]*M$/, [["measure", 0.72]]],
  // 隐患描述, 存在不足, 问题或隐患; 检查内容
  [/^[agwI]*H[agHI]*[X]*[FX]?$/, [["problem", 0.86, false, 2]]],
  [/^[aw]*g[ag]*X$/, [["problem", 0.62, false, 2]]],
  // 督办事项, 重点工作, 工作任务: what is worked on, where nothing better is
  [
    /^[agw]*I[X]*$/,
    [
      ["problem", 0.66, false, 2],
      ["task", 0.85],
    ],
  ],
  [/^[agwHI]*K$/, [["section", 0.75]]],
  [/^[agwde]*J+$/, [["evidence", 0.85]]],
];

const WELL_DESCRIBED = /X$/;

/**
 * What a header means by its parts; null where it isn't made of known parts, no senses where it is about something else.
 * @example sensesOfParts("是否闭环") // [{ key: "status", score: 0.93, ambiguous: false, depth: 0 }]
 */
export function sensesOfParts(folded: string): readonly HeaderSense[] | null {
  const letters = spellHeader(folded);
  return letters === null ? null : sensesOfLetters(letters);
}

function sensesOfLetters(letters: string): readonly HeaderSense[] | null {
  for (const [shape, said] of SHAPES) {
    if (!shape.test(letters)) continue;
    return said.map(([key, score, ambiguous = false, depth = 0]) => ({
      key,
      score,
      ambiguous,
      depth: key === "problem" && depth === 2 && WELL_DESCRIBED.test(letters) ? 3 : depth,
    }));
  }
  return null;
}

/** A word of the trade before or inside what is known: up to four characters, the rest a head noun of its own. */
const ONE_UNKNOWN = /^[^?]*[?]{1,4}[^?]+$/;
/** Fields whose head nouns keep their meaning whatever stands before them (火灾 + 隐患, 问题 + 点位 + 描述). */
const KEEPS_MEANING: ReadonlySet<ColumnKey> = new Set<ColumnKey>(["problem", "deadline", "unit", "status"]);
/** What was not found out is certain only in part. */
const IN_PART = 0.92;
/** 责任 + a word for those who answer that we don't know: 责任分包, 责任片区. */
const ANSWERS = /^[aw]*R[?]{1,3}$/;
const NO_BODY = re`${words.noBody}$`;
const TURNS = re`${words.turns}`;

/**
 * The same for a header with a word in it that is no part: what its head noun says, where that noun keeps its meaning.
 * Empty where it tells nothing.
 * @example sensesInPart("火灾隐患") // [{ key: "problem", score: 0.79, … }]
 */
export function sensesInPart(folded: string): readonly HeaderSense[] {
  const letters = spell(folded);
  if (TURNS.test(folded)) return [];
  if (ANSWERS.test(letters) && !NO_BODY.test(folded)) return [{ key: "unit", score: 0.62, ambiguous: false, depth: 0 }];
  if (!ONE_UNKNOWN.test(letters)) return [];
  const known = sensesOfLetters(letters.replace(/[?]+/, "a")) ?? [];
  return known.every(({ key }) => KEEPS_MEANING.has(key))
    ? known.map((sense) => ({ ...sense, score: sense.score * IN_PART }))
    : [];
}
