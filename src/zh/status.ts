/**
 * The one reader of statuses (整改状态) written in words, for cells of ledgers and sentences of notices alike. An expression
 * is understood whole or not at all: every clause must be a known one, negations and plans are tried before anything that
 * means done, and what is left over makes the whole unknown.
 *
 * Choices of ours (the rest is design.md, Status, and the table of expressions):
 * - 已完成，未销号 is done (sign-off is a field of its own); 未销号 alone is notDone, 待销号 ongoing.
 * - 已完成，待验收 is ongoing: somebody else has the last word.
 * - Intentions (预计完成, 力争完成, 拟完成, 即将完成, 12月底前完成) are ongoing.
 * - A share: 100% is done, 0 notDone, anything between ongoing.
 * - √ is done, × notDone; of ticked options (□已完成 ☑未完成) the ticked one counts.
 * - A sentence with a status, then prose (此项问题已整改。一是…): the sentence counts, unless the prose says 尚未完成.
 */
import { FIXED, QUESTION, readClause } from "./status-clause";
import { readTicks } from "./status-ticks";
import type { ClauseSense, Kind, Status } from "./terms";
import { foldKey } from "./text";
import { scanDates } from "./written-date";
import { re, reWith } from "./pattern";
import { LOOKALIKES, SLIPS } from "./words/status";
import { statusText as words } from "./words/status-text";

/** Longer texts hold no status by themselves: only their first sentence may. */
const LONGEST_EXPRESSION = 400;
/** A sentence that states a status is short. */
const MAX_SENTENCE = 80;

// ------------------------------------------------------------------------------------------------------------- meaning

/** What the clauses of a cell say together; null where they contradict each other or say nothing. */
function combine(clauses: ReadonlySet<ClauseSense>): Status | null {
  const has = (clause: ClauseSense): boolean => clauses.has(clause);
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
  // 预计12月完成 by itself is on its way; behind 未完成 it is a promise.
  if (has("planned")) return "ongoing";
  if (has("longTerm")) return "longTerm";
  return has("sustain") ? "ongoing" : null;
}

// ---------------------------------------------------------------------------------------------------------------- text

/**
 * What an expression of a status says, null where it says none that is known.
 * @param kind decides words that mean something only there: 初核中 of a clue (线索).
 * @example readStatusText("已完成整改，并长期坚持", "problem") // "done"
 * @example readStatusText("尚未完成整改", "problem") // "notDone"
 */
export function readStatusText(text: string, kind: Kind): Status | null {
  const whole = readFolded(fold(text), kind);
  if (whole !== null) return whole;
  if (text.length > LONGEST_EXPRESSION && !/[\r\n]/.test(text)) return null;
  // Blanks were folded away as if they stood inside a word. A line break may have ended a sentence instead, a space or a
  // list number a clause.
  const lines = readFolded(fold(text.replace(/[\r\n]+/g, "。")), kind);
  if (lines !== null || text.length > LONGEST_EXPRESSION) return lines;
  const visible = text.replace(/[\u200b-\u200f\u2060\ufeff]/g, "");
  const apart = visible.replace(LIST_NUMBERS, ";").replace(/\s/g, ",");
  const read = apart === visible ? null : readFolded(fold(apart), kind);
  if (read !== null) return read;
  const open = readOpenFirst(withoutFullStop(fold(text)), kind);
  if (open !== null) return open;
  // 进行中 In Progress: the same in two languages.
  return /[A-Za-z]/.test(visible) ? readFolded(fold(visible.replace(LANGUAGES_MEET, ",")), kind) : null;
}

/** A status, and what follows it in the same breath: 未完成（因资金未到位）, 未完成-资金不足, 正在推进（已完成招标）. */
const HEAD_AND_REST = /^([\u4e00-\u9fff]{2,8})[(,;:、\-—–【[](.{2,14})$/u;
const SHARE_BEHIND = re`^([\u4e00-\u9fff]{2,8}?)${words.about}?(\d{1,2}(?:\.\d+)?)%$`;
const DONE_WITH = re`^${words.doneWith}(?!${words.notWhole})[\u4e00-\u9fff]{2,10}$`;
const NOT_ENDED = reWith("g")`${words.notYet}${words.speaksOfEnd}`;

/**
 * An open status with its reason or what has been reached so far: what follows may tell no end of the whole, only of a
 * part (已完成招标). 基本完成85% is 基本完成.
 */
function readOpenFirst(folded: string, kind: Kind): Status | null {
  const share = SHARE_BEHIND.exec(folded);
  const head = share ?? HEAD_AND_REST.exec(folded);
  if (head === null || DONE_WITH.test(head[1] as string)) return readOpenLast(folded, kind);
  const status = readFolded(head[1] as string, kind);
  if (share !== null) return status === "basic" || (status !== null && OPEN.has(status)) ? status : null;
  if (status === null || !OPEN.has(status)) return null;
  for (const clause of (head[2] as string).split(CLAUSE_ENDS)) {
    const said = readFolded(clause, kind);
    if (said !== null && !OPEN.has(said)) return null;
    if (SPEAKS_OF_END.test(clause.replace(NOT_ENDED, "")) && !DONE_WITH.test(clause)) return null;
  }
  return status;
}

/** 已完成可研，待批复: what has been reached of it, then how it stands. */
function readOpenLast(folded: string, kind: Kind): Status | null {
  const clauses = folded.split(CLAUSE_ENDS).filter((clause) => clause !== "");
  const last = clauses.pop();
  if (last === undefined || clauses.length === 0 || clauses.length > 3) return null;
  if (!clauses.every((clause) => DONE_WITH.test(clause))) return null;
  const status = readFolded(last, kind);
  return status !== null && OPEN.has(status) ? status : null;
}

const LANGUAGES_MEET = /(?<=[\u4e00-\u9fff])\s*(?=[A-Za-z])|(?<=[A-Za-z])\s*(?=[\u4e00-\u9fff])/g;

const SLIP = reWith("g")`(^|[,;，；。])${SLIPS.for}(?=${SLIPS.before})`;
const MAY_SLIP = re`${[...SLIPS.for, ...SLIPS.forNot, ...LOOKALIKES.of]}`;
const LOOKALIKE = reWith("g")`${LOOKALIKES.of}`;
const SLIP_OF_NOT = reWith("g")`(^|[,;，；。尚还仍])${SLIPS.forNot}(?=${SLIPS.before})`;

/**
 * The same for an expression with a slip of the keyboard for 已 or 未 (己完成, 以完成, 末完成); null where there is none, or it is no status.
 * @example readSlippedStatus("己完成整改", "problem") // "done"
 */
export function readSlippedStatus(text: string, kind: Kind): Status | null {
  const folded = foldKey(text);
  if (!MAY_SLIP.test(folded)) return null;
  const mended = folded.replace(LOOKALIKE, LOOKALIKES.meant).replace(SLIP, "$1已").replace(SLIP_OF_NOT, "$1未");
  return mended === folded ? null : readStatusText(mended, kind);
}

const LIST_NUMBERS = reWith("g")`[①-⑳]|(?<![^;；。，,\s])${words.listNumbers}`;

/** The mark that asks for the coloured form of a character (✔️), and stars that only stress. */
const EMOJI_FORM = /[\ufe0f☆★※]/g;

const ENGLISH = /^[a-z][a-z_-]+$/;
const HAS_WORDS = /[\u4e00-\u9fff]{2}|[a-z]{3}/;
/** Those that are no ticks: ☑已完成 □未完成 says which of the two. */
const PICTOGRAPHS = /(?![☑☒✅✔✖❌])\p{Emoji_Presentation}/gu;

function fold(text: string): string {
  const plain = foldKey(text).replace(EMOJI_FORM, "").toLowerCase();
  // in-progress; a pictograph beside words only stresses them.
  if (ENGLISH.test(plain)) return plain.replace(/[-_]/g, "");
  return HAS_WORDS.test(plain) ? plain.replace(PICTOGRAPHS, "") : plain;
}

const FOLDED_REST = re`${words.foldedRest}`;

function readFolded(folded: string, kind: Kind): Status | null {
  const ticked = readTicks(withoutFullStop(folded));
  if (ticked === null) return null;
  const sentences = splitSentences(ticked);
  let first: Status | null = null;
  let prose = false;
  const said = new Set<ClauseSense>();
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
  if (!prose) return combine(said);
  if (first === null) return null;
  const rest = sentences.slice(1).join("。");
  // Behind a status prose may follow; of a few words it must not speak of an end (未完成。资金不足), nor follow one.
  if (rest.length < MIN_PROSE) return OPEN.has(first) && !SPEAKS_OF_END.test(rest) ? first : null;
  return first === "done" && FOLDED_REST.test(rest) ? null : first;
}

const OPEN: ReadonlySet<Status> = new Set<Status>(["notDone", "ongoing"]);
const SPEAKS_OF_END = re`${words.speaksOfEnd}`;

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
/** 并, 且 and 但 begin a clause of their own, and so do 需 before 长期 and 未销号 behind 已完成. 合并 and 暂且 are words. */
const CONJUNCTIONS = reWith("g")`${words.conjunctions}`;

function readSentence(sentence: string, kind: Kind): readonly ClauseSense[] | null {
  if (sentence.length > MAX_SENTENCE) return null;
  const plain = FIXED.get(sentence);
  if (plain !== undefined) return [plain];
  const clauses: ClauseSense[] = [];
  let question = false;
  let answered = false;
  for (const piece of replaceDates(sentence).replace(CONJUNCTIONS, ",").split(CLAUSE_ENDS)) {
    if (piece === "" || piece === "-" || piece === ".") continue;
    const clause = piece.replace(/(?<!\.)\.+$/, "");
    if (QUESTION.test(clause)) {
      question = true;
      continue;
    }
    const read = readClause(clause, kind) ?? readCount(clause);
    if (read === null) return null;
    if (question && FIXED.has(clause)) answered = true;
    clauses.push(read);
    if (read === "overdueDeclared" && clause.includes("未")) clauses.push("notDone");
  }
  // 是否完成：是. Anything but a plain answer leaves the question open.
  if (question) return answered && clauses.length === 1 ? clauses : null;
  return joinCounts(clauses, sentence);
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
const SOME_DONE = re`^${words.someDone[0]}?${words.someDone[1]}(?:了)?(\d{1,4})${words.someDone[2]}${words.someDone[3]}?$`;
const SOME_LEFT = re`^${words.someLeft[0]}?${words.someLeft[1]}?${words.someLeft[2]}(?:的)?(?:有)?(\d{1,4})${words.someLeft[3]}${words.someLeft[4]}?$`;

function readCount(clause: string): ClauseSense | null {
  if (!/\d/.test(clause)) return null;
  return SOME_DONE.test(clause) || SOME_LEFT.test(clause) ? "harmless" : null;
}

const JOIN_COUNTS_TEXT = re`\d${words.joinCountsText}`;
const JOIN_COUNTS_ALL = re`^共(?:有)?(\d{1,4})${words.joinCountsAll}`;

function joinCounts(clauses: readonly ClauseSense[], sentence: string): readonly ClauseSense[] | null {
  if (!JOIN_COUNTS_TEXT.test(sentence)) return clauses;
  let done: number | null = null;
  let left: number | null = null;
  let total: number | null = null;
  for (const piece of sentence.split(CLAUSE_ENDS)) {
    const some = SOME_DONE.exec(piece);
    const rest = SOME_LEFT.exec(piece);
    const all = JOIN_COUNTS_ALL.exec(piece);
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
