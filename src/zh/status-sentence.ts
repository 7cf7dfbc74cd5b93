/** Statuses as notices tell them: a label's value, or a short sentence such as 「此项问题部分已整改，需要长期推进」. */
import { readStatus } from "../ledger/status";
import type { Status } from "../ledger/types";

/** Checked in order: what negates or limits comes before what affirms. */
const PHRASES: readonly (readonly [Status, readonly string[]])[] = [
  ["unknown", ["状态待核实", "状态不明"]],
  ["excluded", ["不纳入", "不计入"]],
  ["overdueDeclared", ["超期未", "自报超期", "逾期未"]],
  ["extended", ["延期"]],
  ["notDone", ["未完成", "尚未", "未整改", "未办结", "未销号", "未化解", "未解决", "没有完成", "未启动", "未落实"]],
  ["partial", ["部分已", "部分完成", "部分整改", "部分办结", "部分落实", "已部分"]],
  ["phased", ["阶段性"]],
  ["basic", ["基本完成", "基本整改", "基本办结"]],
  [
    "done",
    [
      "已完成",
      "已整改",
      "完成整改",
      "整改完成",
      "整改到位",
      "落实到位",
      "已办结",
      "办结",
      "已解决",
      "办理完成",
      "已销号",
      "销号",
      "已落实",
      "整改完毕",
      "全部完成",
    ],
  ],
  ["longTerm", ["长期坚持", "长期整改", "长期推进", "持续整改", "持续推进", "持续坚持"]],
  ["ongoing", ["正在", "整改中", "推进中", "进行中", "办理中", "在办", "继续整改", "有序推进", "序时进度"]],
];

/** Phrases by their first character: `BEGINS` holds the number of a list, 0 for characters that begin none. */
const BEGINS = new Uint8Array(0x10000);
const BY_BEGIN: { readonly rank: number; readonly word: string }[][] = [[]];
PHRASES.forEach(([, words], rank) => {
  for (const word of words) {
    const first = word.charCodeAt(0);
    const known = BEGINS[first] ?? 0;
    if (known > 0) BY_BEGIN[known]?.push({ rank, word });
    else {
      BEGINS[first] = BY_BEGIN.length;
      BY_BEGIN.push([{ rank, word }]);
    }
  }
});

/**
 * Status told by words that are known to speak of a status; null where none is told.
 * @example statusOfWords("正在整改") // "ongoing"
 */
export function statusOfWords(text: string): Status | null {
  let least = PHRASES.length;
  for (let at = 0; at < text.length; at++) {
    const begin = BEGINS[text.charCodeAt(at)] ?? 0;
    if (begin === 0) continue;
    for (const { rank, word } of BY_BEGIN[begin] ?? []) if (rank < least && text.startsWith(word, at)) least = rank;
  }
  return PHRASES[least]?.[0] ?? null;
}

/** A status sentence is made of these words and nothing else: 「已完成制度修订」 tells what was done, not how the item stands. */
const STATUS_VOCABULARY = [
  "此项问题",
  "该项问题",
  "本项问题",
  "此问题",
  "该问题",
  "此项",
  "该项",
  "本项",
  "问题",
  "事项",
  "任务",
  "目前",
  "现已",
  "均已",
  "已经",
  "已得到",
  "已取得",
  "取得",
  "阶段性",
  "部分",
  "基本",
  "全部",
  "正在",
  "尚未",
  "仍未",
  "未能",
  "没有",
  "未",
  "已",
  "正",
  "整改",
  "完成",
  "办结",
  "办理",
  "了结",
  "销号",
  "解决",
  "落实",
  "到位",
  "完毕",
  "推进",
  "进行",
  "长期",
  "持续",
  "坚持",
  "继续",
  "有序",
  "立行立改",
  "需要",
  "需",
  "成效",
  "成果",
  "进展",
  "目标",
  "中",
  "了",
  "并",
  "得到",
  "按",
  "超期",
  "逾期",
  "自报",
  "不再",
  "不纳入",
  "完成率",
  "办结率",
  "到位率",
  "统计",
  "序时",
  "进度",
  "达到",
  "状态",
  "申请",
  "延期",
].sort((a, b) => b.length - a.length);

const LONGEST = 40;
const CLOSING = /[。；;.\s]/u;

/** Where a text ends without its closing marks and blanks. */
function endOfWords(text: string): number {
  let end = text.length;
  while (end > 0 && CLOSING.test(text[end - 1] ?? "")) end--;
  return end;
}

/**
 * Status of a short sentence that is nothing but a status; null for any other sentence.
 * @example statusOfSentence("此项问题已完成整改。") // "done"
 */
export function statusOfSentence(text: string): Status | null {
  const bare = text.slice(0, endOfWords(text)).trim();
  if (bare === "完成") return "done";
  if (bare.length < 3 || bare.length > LONGEST) return null;
  const first = bare.split(/[，,]/u, 1)[0] ?? bare;
  if (first.length > LONGEST_CLAUSE || !isOfStatusWords(first)) return null;
  // 立行立改，已完成: a way first, then the state.
  return ledgerStatus(statusWording(bare)) ?? statusOfWords(first);
}

/**
 * What the ledger's reader makes of the same words, null where it knows none: a notice that says what the ledger says must
 * mean what the ledger means.
 */
export function ledgerStatus(words: string): Status | null {
  const read = readStatus(words, "problem");
  return read.state === "ok" ? read.status : null;
}

const LONGEST_CLAUSE = 16;

/** Whether a clause is made of the vocabulary of statuses and nothing else. */
function isOfStatusWords(clause: string): boolean {
  for (let rest = clause; rest !== "";) {
    const word = STATUS_VOCABULARY.find((candidate) => rest.startsWith(candidate));
    if (word === undefined) return false;
    rest = rest.slice(word.length);
  }
  return true;
}

const FRAME = /^(?:此项|该项|本项|此|该|本)(?:问题|事项|任务)?(?:目前|现)?/u;

/**
 * A status in the notice's own words, without its frame and without what follows it: as a ledger's status cell would say it.
 * @example statusWording("此项问题部分已整改，需要长期推进，2025年10月底前完成。") // "部分已整改，需要长期推进"
 */
export function statusWording(text: string): string {
  const bare = text.slice(0, endOfWords(text)).trim().replace(FRAME, "");
  const [first = "", ...others] = bare.split(/[，,。；;]/u, 4);
  const words = [first];
  for (const clause of others) {
    if (clause.length > LONGEST_CLAUSE || clause === "" || !isOfStatusWords(clause)) break;
    words.push(clause);
  }
  return words.join("，");
}
