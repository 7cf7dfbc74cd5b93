/**
 * Groups of counts about the inspection: a whole (反馈的23个问题) with the statuses told of it (已完成20个，正在整改3个) and
 * its rates (整改完成率87%).
 */
import type { Status } from "../../ledger";
import { statusOfWords } from "../../zh/status-sentence";
import { endsPiece } from "../../zh/clause";
import { charTable } from "../../zh/plain";
import { unitFamily } from "../../zh/measure-words";
import type {
  CountGroup,
  CountPart,
  Line,
  NumberToken,
  PercentToken,
  RateClaim,
  Sentence,
  Subject,
  Token,
} from "../types";
import { wholeOf } from "./amounts";
import { firstFrom } from "./within";
import { reWith } from "../../zh/pattern";
import { groups as words } from "../../zh/words/count-groups";

/** A part belongs to one of the last few wholes. */
const MOST_OPEN = 6;

interface OpenGroup {
  readonly subject: Subject;
  readonly total: CountPart;
  readonly parts: CountPart[];
  readonly rates: RateClaim[];
  readonly foreign: boolean;
  end: number;
}

const FOREIGN = ["上轮", "上一轮", "上次", "上届", "往年", "历年", "历次", "以往", "前几轮", "此前巡", "前一轮"];
const REST = ["其余", "剩余", "余下", "另有", "另外", "除此之外", "其他问题", "其它问题"];

/** Finds all groups, in text order. */
export function findGroups(lines: readonly Line[]): readonly CountGroup[] {
  const groups: CountGroup[] = [];
  for (const line of lines) {
    if (line.tokens.length === 0) continue;
    const open: OpenGroup[] = [];
    let carrySentence = -2;
    line.sentences.forEach((sentence, index) => {
      if (sentence.tokens.length === 0) return;
      // 「…23个问题，已完成20个。正在整改3个。」: parts may go on in the next sentence.
      const carried = carrySentence === index - 1 ? (open[open.length - 1] ?? null) : null;
      const before = open.length;
      const touched = readSentence(line, sentence, carried, open);
      if (open.length > before || touched) carrySentence = index;
    });
    for (const group of open) groups.push(closeGroup(line, group));
  }
  return groups;
}

function closeGroup(line: Line, group: OpenGroup): CountGroup {
  const sentence = line.sentences[firstFrom(line.sentences, group.end) - 1];
  const text = line.plain.slice(group.total.start, Math.min(sentence?.end ?? group.end, group.end + 80));
  return {
    line: line.index,
    start: group.total.start,
    end: group.end,
    subject: group.subject,
    total: group.total,
    parts: group.parts,
    rates: group.rates,
    hasRest: REST.some((word) => text.includes(word)),
    foreign: group.foreign,
  };
}

const SENTENCE_NESTED_WORD = reWith("u")`${words.sentenceNestedWord}`;

/** Adds the sentence's groups to `open`; true where the carried group got a part. */
function readSentence(line: Line, sentence: Sentence, carried: OpenGroup | null, open: OpenGroup[]): boolean {
  let current: OpenGroup | null = carried;
  const here: OpenGroup[] = [];
  let touched = false;
  let counted = false;
  const { tokens } = sentence;
  let floor = sentence.start;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined || (token.type !== "number" && token.type !== "percent")) continue;
    const from = floor;
    floor = endOf(token);
    if (token.type === "percent") {
      // A rate behind counts of its own sentence does not go back to the sentence before.
      if (current === null || (current === carried && !touched && counted)) continue;
      const rate = readRate(line, token, from);
      const group = rate ? groupForRate(rate, here, current) : null;
      if (rate && group) {
        group.rates.push(rate);
        group.end = token.end;
      }
      continue;
    }
    counted = true;
    const ceiling = nextStart(tokens, index + 1, sentence.end);
    if (current === null && !mayCount(line.plain, token, from, ceiling)) continue;
    const part = readPart(line, token, from, ceiling);
    if (part === null) continue;
    const subject = subjectOf(part);
    const nestedWord = SENTENCE_NESTED_WORD.test(line.plain.slice(from, token.start));
    const whole = part.status === null || isWholeDone(part, current);
    if (whole) {
      if (subject === "other") continue;
      if (nestedWord && current && unitFamily(current.total.unit) === unitFamily(part.unit)) {
        current.parts.push({ ...part, nested: true });
        continue;
      }
      const head = line.plain.slice(Math.max(sentence.start, token.start - 60), token.start);
      const group: OpenGroup = {
        subject,
        total: part,
        parts: [],
        rates: [],
        foreign: FOREIGN.some((word) => head.includes(word)),
        end: part.end,
      };
      if (part.status !== null) group.parts.push(part);
      here.push(group);
      if (here.length > MOST_OPEN) here.shift();
      open.push(group);
      current = group;
      continue;
    }
    const group = TOTAL_WORDS.test(part.before)
      ? groupForTotal(part, open)
      : groupForPart(part, subject, here, current);
    if (!group || unitFamily(group.total.unit) !== unitFamily(part.unit)) continue;
    // Over the end of a sentence only the very measure word goes on.
    if (group === carried && group.total.unit !== part.unit) continue;
    const last = group.parts[group.parts.length - 1];
    const nested = nestedWord && last !== undefined && (last.status === part.status || isInBracket(line, part));
    group.parts.push(nested ? { ...part, nested } : part);
    group.end = Math.max(group.end, token.unitEnd);
    if (group === carried) touched = true;
    current = group;
  }
  return touched;
}

/** Where the next number or percentage of a sentence begins. */
function nextStart(tokens: readonly Token[], from: number, end: number): number {
  for (let index = from; index < tokens.length; index++) {
    const token = tokens[index];
    if (token !== undefined && (token.type === "number" || token.type === "percent")) return token.start;
  }
  return end;
}

/** First characters of the words that say what is counted (SUBJECTS, 反馈): most clauses of a notice have none of them. */
const SUBJECT_BEGINS = charTable("方大板措举整任信线立边即交移具问主反意建提议隐积案矛纠诉工图点");

/** Whether a number's clause may say that problems, measures or the like are counted; a quick look before `readPart`. */
function mayCount(plain: string, token: NumberToken, floor: number, ceiling: number): boolean {
  const family = unitFamily(token.unit);
  if (family !== "个") return family === "类" || family === "方面";
  let at = overBracket(plain, token.start, floor);
  while (at > floor) {
    const code = plain.charCodeAt(--at);
    if (SUBJECT_BEGINS[code] === 1) return true;
    if (endsPiece(code)) break;
  }
  for (at = token.unitEnd; at < ceiling; at++) {
    const code = plain.charCodeAt(at);
    if (SUBJECT_BEGINS[code] === 1) return true;
    if (endsPiece(code)) break;
  }
  return plain.charCodeAt(token.start - 1) === BRACKET_CLOSE || plain.charCodeAt(token.start - 1) === 0x29;
}

const LONGEST_NOUN = 10;
/** ） */
const BRACKET_CLOSE = 0xff09;

/** （含…3个）: the number stands in a bracket. */
function isInBracket(line: Line, part: CountPart): boolean {
  const before = line.plain.slice(Math.max(0, part.start - 30), part.start);
  return (
    Math.max(before.lastIndexOf("（"), before.lastIndexOf("(")) >
    Math.max(before.lastIndexOf("）"), before.lastIndexOf(")"))
  );
}

function endOf(token: NumberToken | PercentToken): number {
  return token.type === "number" ? token.unitEnd : token.end;
}

const WHOLE_DONE_BEFORE = reWith("u")`${words.wholeDoneBefore}`;
const WHOLE_DONE_BEFORE_2 = reWith("u")`${words.wholeDoneBefore2}`;
const WHOLE_DONE_NOUN = reWith("u")`^${words.wholeDoneNoun[0]}?${words.wholeDoneNoun[1]}`;
const WHOLE_DONE_AFTER = reWith("u")`^${words.wholeDoneAfter}`;

/**
 * 23个问题均已完成整改: the whole itself carries the status. Behind a whole, 「20个问题已完成整改」 and 「剩余3个问题正在整改」
 * are parts of it.
 */
function isWholeDone(part: CountPart, current: OpenGroup | null): boolean {
  if (part.status === null || statusOfWords(part.before) !== null) return false;
  if (WHOLE_DONE_BEFORE.test(part.before)) return true;
  if (WHOLE_DONE_BEFORE_2.test(part.before)) return false;
  const noun = WHOLE_DONE_NOUN.exec(part.after)?.[0];
  if (noun === undefined) return false;
  // 2023年4个问题、2024年5个问题均已整改: both are wholes of their own.
  return current === null || part.value > current.total.value || WHOLE_DONE_AFTER.test(part.after.slice(noun.length));
}

function readPart(line: Line, token: NumberToken, floor: number, ceiling: number): CountPart | null {
  const value = wholeOf(token);
  if (value === null) return null;
  const family = unitFamily(token.unit);
  if (family !== "个" && family !== "类" && family !== "方面") return null;
  const { plain } = line;
  let from = overBracket(plain, token.start, floor);
  while (from > floor && !endsPiece(plain.charCodeAt(from - 1))) from--;
  let to = token.unitEnd;
  while (to < ceiling && !endsPiece(plain.charCodeAt(to))) to++;
  const before = plain.slice(from, token.start).trim();
  const after = plain.slice(token.unitEnd, to).trim();
  const reachesNext = to === ceiling && ceiling < plain.length && !endsPiece(plain.charCodeAt(to));
  const status: Status | null =
    statusOfWords(before) ?? (DONE_BEFORE.test(before) ? "done" : reachesNext ? null : statusOfCount(after));
  return {
    line: line.index,
    start: token.start,
    end: token.end,
    value,
    unit: token.unit,
    status,
    before,
    after,
    nested: false,
  };
}

/** 102项任务完成97项, 化解58件: bare verbs tell a status only where they count what stands before. 计划完成97项 tells none. */
const DONE_BEFORE = reWith("u")`^(?:[^，。]{0,4}${words.doneBefore[0]})?${words.doneBefore[1]}?${words.doneBefore[2]}$`;

/** 部分整改（需长期推进）24个: a bracket right before the number belongs to the words before it. */
function overBracket(plain: string, at: number, floor: number): number {
  const last = plain[at - 1];
  if (last !== "）" && last !== ")") return at;
  const from = Math.max(floor, at - 20);
  const near = plain.slice(from, at - 1);
  const open = Math.max(near.lastIndexOf("（"), near.lastIndexOf("("));
  return open >= 0 ? from + open : at;
}

const STATUS_BEGINS = reWith("u")`^${words.statusBegins}`;
const COUNTED_NOUN = reWith("u")`^${words.countedNoun[0]}?${words.countedNoun[1]}?${words.countedNoun[2]}*`;

/** Status told behind a number: 「1件正在办理」, 「23个问题已全部完成整改」. */
function statusOfCount(after: string): Status | null {
  if (after.length > 24 || after.endsWith("率")) return null;
  // 20个乡镇完成整改 counts townships: between number and status only the thing itself may be named.
  const rest = after.replace(COUNTED_NOUN, "");
  return STATUS_BEGINS.test(rest) ? statusOfWords(rest) : null;
}

const SUBJECTS: readonly (readonly [Subject, readonly string[]])[] = [
  ["section", ["方面", "大类", "板块"]],
  ["measure", ["措施", "举措", "整改任务", "任务"]],
  ["letter", ["信访"]],
  ["clue", ["线索"]],
  ["immediate", ["立行立改", "立改立行", "边巡边改", "即知即改"]],
  ["matter", ["交办", "移交事项", "移交问题", "移交的问题"]],
  ["detail", ["具体表现", "具体事例", "问题表现"]],
  ["parent", ["主要问题"]],
  ["problem", ["具体问题", "问题"]],
  ["thing", ["意见", "建议", "提案", "议案", "隐患", "积案", "案件", "矛盾", "纠纷", "诉求", "工单", "图斑", "点位"]],
];

const SUBJECT_OF_BOTH = reWith("u")`${words.subjectOfBoth}`;
const SUBJECT_OF_BOTH_2 = reWith("u")`${words.subjectOfBoth2}`;

/** What is counted: the noun behind the number, else the words before it. */
function subjectOf(part: CountPart): Subject {
  const noun = part.after.slice(0, LONGEST_NOUN);
  // 中央八项规定精神 counts nothing.
  if (noun.startsWith("规定")) return "other";
  if (noun.startsWith("方面") || noun.startsWith("大类")) return "section";
  const both = `${part.before}|${noun}`;
  if (SUBJECT_OF_BOTH.test(both)) return "immediate";
  if (part.unit === "类" || part.unit === "方面") return "section";
  for (const text of [noun, part.before]) {
    for (const [subject, words] of SUBJECTS) {
      if (!words.some((word) => text.includes(word))) continue;
      if (subject === "problem" && SUBJECT_OF_BOTH_2.test(both)) return both.includes("线索") ? "clue" : "matter";
      if (subject === "section" && !noun.startsWith("方面")) continue;
      return subject;
    }
  }
  // 巡察反馈20项: no noun, but it can be nothing else.
  return /反馈(?:的)?$/u.test(part.before) ? "problem" : "other";
}

const TOTAL_WORDS = reWith("u")`^${words.totalWords}`;

/** 「…5个，已完成2个。共完成整改22个」 sums up several groups: it belongs to the first whole that can hold it. */
function groupForTotal(part: CountPart, open: readonly OpenGroup[]): OpenGroup | null {
  return open.find((group) => group.total.value >= part.value && group.total.unit === part.unit) ?? null;
}

const PROBLEM_LEVELS: ReadonlySet<Subject> = new Set<Subject>(["problem", "parent", "detail"]);

function groupForPart(
  part: CountPart,
  subject: Subject,
  here: readonly OpenGroup[],
  current: OpenGroup | null,
): OpenGroup | null {
  if (subject !== "other" && current && subject !== current.subject) {
    const named = [...here].reverse().find((group) => group.subject === subject);
    if (named) return named;
    // Measures told behind problems, or letters behind measures, are no parts of them.
    if (!(PROBLEM_LEVELS.has(subject) && PROBLEM_LEVELS.has(current.subject))) return null;
  }
  if (!current || current.total.unit === part.unit) return current;
  return [...here].reverse().find((group) => group.total.unit === part.unit && group.subject !== "section") ?? current;
}

const RATE_END = reWith("u")`(${words.rateEnd[0]})(?:均)?(?:已)?${words.rateEnd[1]}?$`;

/** A percentage that is called a rate: 整改完成率(达到)87%. */
export function readRate(line: Line, token: PercentToken, floor: number): RateClaim | null {
  const { plain } = line;
  let from = token.start;
  while (from > floor && !isRateStop(plain.charCodeAt(from - 1))) from--;
  const text = plain.slice(from, token.start).trim();
  const match = RATE_END.exec(text);
  if (!match) return null;
  const label = text.slice(0, match.index + (match[1]?.length ?? 0));
  return { line: line.index, start: token.start, end: token.end, token, label };
}

function isRateStop(code: number): boolean {
  return endsPiece(code) && code !== 0xff1a && code !== 0x3a;
}

function groupForRate(rate: RateClaim, here: readonly OpenGroup[], current: OpenGroup | null): OpenGroup | null {
  const named = SUBJECTS.find(([, words]) => words.some((word) => rate.label.includes(word)))?.[0];
  if (named && named !== "section") {
    const group = [...here]
      .reverse()
      .find((g) => g.subject === named || (named === "problem" && g.subject === "parent"));
    if (group) return group;
  }
  return current;
}
