/** Lists of counts with their whole, for the check that parts sum to it. */
import type { Line, NumberToken, Sentence, SumClaim } from "../types";
import { exactValue } from "./amounts";
import { charTable, isIn } from "../../zh/plain";
import { firstFrom } from "./within";
import { reWith } from "../../zh/pattern";
import { sums as words } from "../../zh/words/count-sums";

const AMONG_WORDS = ["其中", "包括", "分别为", "分别是", "分别有"];
const AMONG = reWith("gu")`(${words.among})[：:，,、]?`;
/** Last characters of what stands before a total: 合计, 共计为, 共处理, 人民币. */
const BEFORE_TOTAL = charTable("计共为有是达币理责究谈定善订台 ");
const TOTAL_BEFORE = reWith("u")`(${words.totalBefore[0]})${words.totalBefore[1]}?\s*(?:人民币)?$`;
const OVERLAPPING = reWith("u")`${words.overlapping}`;
const FORMS = reWith("u")`${words.forms}`;
const KINDS_OF_WORK = reWith("u")`${words.kindsOfWork}`;
const TERMS = reWith("u")`${words.terms}`;
/** Levels and grades: every counted thing has one. */
const LEVELS = reWith("u")`${words.levels}`;
const GRADES = reWith("u")`${words.grades}`;
/** 共处理6人, 共制定8项: only where the parts before are of one kind. */
const VERB_TOTAL = reWith("u")`共(?:计)?${words.verbTotal}\s*$`;
const LONGEST_GAP = 40;
const LONGEST_BRACKET = 300;
/** No list of a notice is longer. */
const MOST_PARTS = 30;

/** Finds all sums, in text order. */
export function findSums(lines: readonly Line[]): readonly SumClaim[] {
  const sums: SumClaim[] = [];
  for (const line of lines) {
    if (line.tokens.length < 3) continue;
    for (const sentence of line.sentences) {
      if (sentence.tokens.length < 2) continue;
      const own = sentence.tokens.filter((token): token is NumberToken => token.type === "number");
      sums.push(...amongBefore(line, sentence, own));
      if (own.length < 3) continue;
      const numbers = own;
      sums.push(
        ...amongOf(line, sentence, numbers),
        ...bracketsOf(line, numbers),
        ...totalsOf(line, sentence, numbers),
        ...restsOf(line, sentence, numbers),
      );
    }
  }
  return sums;
}

/** Measure word and money alike: money of 元, 万元, 亿元 is one unit, everything else only equals itself. */
function unitKey(token: NumberToken): string {
  if (token.unit === "名" || token.unit === "位") return "人";
  return token.unit;
}

function isExact(token: NumberToken): boolean {
  return !token.approx && token.rangeTo === null && token.unit !== "";
}

/** 「立案187件。其中：…」: a sentence that begins with 其中 speaks of the one before. */
function amongBefore(line: Line, sentence: Sentence, own: readonly NumberToken[]): SumClaim[] {
  if (own.length < 2 || !line.plain.startsWith("其中", sentence.start)) return [];
  const before = line.sentences[line.sentences.indexOf(sentence) - 1];
  if (!before) return [];
  const numbers = before.tokens.filter((token): token is NumberToken => token.type === "number");
  const both: Sentence = { line: line.index, start: before.start, end: sentence.end, tokens: [] };
  const sums = amongOf(line, both, [...numbers, ...own]).filter(
    (sum) => sum.start < sentence.start && sum.end > sentence.start,
  );
  if (sums.length > 1) return sums;
  // Of several counts before, nobody knows which one is broken down.
  return sums.filter((sum) => numbers.filter((token) => unitKey(token) === unitKey(sum.whole)).length === 1);
}

/** 「21人，其中：约谈5人，通报11人」. */
function amongOf(line: Line, sentence: Sentence, numbers: readonly NumberToken[]): SumClaim[] {
  const text = line.plain.slice(sentence.start, sentence.end);
  const found: SumClaim[] = [];
  if (!AMONG_WORDS.some((word) => text.includes(word))) return found;
  for (const match of text.matchAll(AMONG)) {
    const at = sentence.start + match.index;
    const end = at + match[0].length;
    const opensList = /[：:]$/u.test(match[0]);
    const form = match[1] === "其中" || match[1] === "包括" ? "among" : "listed";
    const twins = opensList ? namedAlike(line, sentence, numbers, at, end) : [];
    if (twins.length > 0) {
      for (const { whole, parts } of twins) found.push(makeSum(line, form, whole, parts, end));
      continue;
    }
    const whole = wholeBefore(line, numbers, at, end);
    if (!whole || whole.unitEnd > at || !isExact(whole) || at - whole.unitEnd > LONGEST_GAP) continue;
    const gap = line.plain.slice(whole.unitEnd, at);
    if (/[；;）)]/u.test(gap)) continue;
    const parts = listAfter(line, numbers, whole, end, opensList, sentence.end);
    if (parts.length < 2 || countsOtherThings(line, whole, parts)) continue;
    found.push(makeSum(line, form, whole, parts, end));
  }
  return found;
}

/**
 * The number that 其中 speaks of: the one before it, or, where that is of another unit than what follows, the one before
 * that (「项目15个，总投资23.6亿元，其中工业项目9个」).
 */
function wholeBefore(line: Line, numbers: readonly NumberToken[], at: number, end: number): NumberToken | undefined {
  const next = firstFrom(numbers, at);
  const nearest = numbers[next - 1];
  const first = numbers[firstFrom(numbers, end)];
  const farther = numbers[next - 2];
  if (!nearest || !first || !farther || unitKey(nearest) === unitKey(first)) return nearest;
  if (unitKey(farther) !== unitKey(first) || /[；;。]/u.test(line.plain.slice(farther.unitEnd, at))) return nearest;
  return farther;
}

const MOST_WHOLES = 6;
const NAME_LENGTH = 2;

/**
 * 「立案187件、处分153人，其中：甲项立案36件、处分29人；乙项立案121件、处分102人」: several wholes at once, each with the parts
 * that bear its name. Only where every number of the list belongs to one of them.
 */
function namedAlike(
  line: Line,
  sentence: Sentence,
  numbers: readonly NumberToken[],
  at: number,
  end: number,
): { whole: NumberToken; parts: NumberToken[] }[] {
  const nameOf = (token: NumberToken): string =>
    `${line.plain.slice(Math.max(sentence.start, token.start - NAME_LENGTH), token.start)}/${unitKey(token)}`;
  const next = firstFrom(numbers, at);
  const wholes = new Map<string, { whole: NumberToken; parts: NumberToken[] }>();
  for (const whole of numbers.slice(Math.max(0, next - MOST_WHOLES), next))
    if (isExact(whole)) wholes.set(nameOf(whole), { whole, parts: [] });
  for (let i = firstFrom(numbers, end); i < numbers.length; i++) {
    const token = numbers[i];
    const own = token && isExact(token) ? wholes.get(nameOf(token)) : undefined;
    if (!token || !own || own.parts.length >= MOST_PARTS) return [];
    own.parts.push(token);
  }
  const told = [...wholes.values()].filter(({ parts }) => parts.length > 0);
  return told.length >= 2 && told.every(({ parts }) => parts.length >= 2) ? told : [];
}

const LIST_AFTER_BETWEEN = reWith("u")`${words.listAfterBetween}`;

function listAfter(
  line: Line,
  numbers: readonly NumberToken[],
  whole: NumberToken,
  from: number,
  opensList: boolean,
  sentenceEnd: number,
): NumberToken[] {
  const parts: NumberToken[] = [];
  let last = from;
  for (let i = firstFrom(numbers, from); i < numbers.length && parts.length < MOST_PARTS; i++) {
    const token = numbers[i];
    if (!token) break;
    const between = line.plain.slice(last, token.start);
    if (!opensList && /[；;]/u.test(between)) break;
    if (parts.length > 0 && LIST_AFTER_BETWEEN.test(between)) break;
    if (between.length > LONGEST_GAP) break;
    // Numbers of another unit may stand between (金额1.1万元); a bracket belongs to the part before it.
    if (unitKey(token) !== unitKey(whole)) {
      last = token.unitEnd;
      continue;
    }
    if (!isExact(token)) return [];
    if (isInBracket(between)) {
      last = token.unitEnd;
      continue;
    }
    parts.push(token);
    last = token.unitEnd;
  }
  const tail = line.plain.slice(last, Math.min(sentenceEnd, last + 12));
  return /^等|^……/u.test(tail) ? [] : parts;
}

function isInBracket(between: string): boolean {
  const open = Math.max(between.lastIndexOf("（"), between.lastIndexOf("("));
  const close = Math.max(between.lastIndexOf("）"), between.lastIndexOf(")"));
  return open > close;
}

const BRACKET_OPENS = charTable("（(");

const BRACKETS_OF_INNER = reWith("u")`${words.bracketsOfInner}`;

/** 「8项（新制定5项、修订3项）」. */
function bracketsOf(line: Line, numbers: readonly NumberToken[]): SumClaim[] {
  const found: SumClaim[] = [];
  numbers.forEach((whole, index) => {
    if (!isExact(whole)) return;
    let open = whole.unitEnd;
    const farthest = Math.min(line.plain.length - 1, open + 8);
    while (open < farthest && !isIn(BRACKET_OPENS, line.plain, open)) open++;
    if (!isIn(BRACKET_OPENS, line.plain, open)) return;
    if (/[，。；,;]/u.test(line.plain.slice(whole.unitEnd, open))) return;
    const near = line.plain.slice(open + 1, open + LONGEST_BRACKET);
    const length = near.indexOf(line.plain[open] === "（" ? "）" : ")");
    if (length < 0) return;
    const close = open + 1 + length;
    const inner = near.slice(0, length);
    if (BRACKETS_OF_INNER.test(inner)) return;
    const inside: NumberToken[] = [];
    for (let i = index + 1; i < numbers.length && (numbers[i]?.end ?? 0) <= close; i++) {
      const token = numbers[i];
      if (token) inside.push(token);
    }
    if (inside.length < 2) return;
    if (countsOtherThings(line, whole, inside)) return;
    if (inside.some((token) => unitKey(token) !== unitKey(whole) || !isExact(token))) return;
    found.push(makeSum(line, "listed", whole, inside));
  });
  return found;
}

const TOTALS_OF_BETWEEN = reWith("u")`${words.totalsOfBetween}`;

/** 「新制定5项、修订3项，共计8项」. */
function totalsOf(line: Line, sentence: Sentence, numbers: readonly NumberToken[]): SumClaim[] {
  const found: SumClaim[] = [];
  numbers.forEach((whole, index) => {
    if (index < 2 || !isIn(BEFORE_TOTAL, line.plain, whole.start - 1) || !isExact(whole)) return;
    const before = line.plain.slice(Math.max(sentence.start, whole.start - 8), whole.start);
    const verb = VERB_TOTAL.test(before);
    const word = TOTAL_BEFORE.exec(before)?.[1] ?? (verb ? "共" : undefined);
    if (word === undefined) return;
    const parts: NumberToken[] = [];
    let next = whole;
    for (let i = index - 1; i >= 0 && parts.length < MOST_PARTS; i--) {
      const token = numbers[i];
      if (!token || unitKey(token) !== unitKey(whole) || !isExact(token)) break;
      const between = line.plain.slice(token.unitEnd, next.start);
      if (between.length > LONGEST_GAP || TOTALS_OF_BETWEEN.test(between)) break;
      // 共计5个 is the whole of another list.
      if (TOTAL_BEFORE.test(line.plain.slice(Math.max(sentence.start, token.start - 8), token.start))) break;
      parts.unshift(token);
      next = token;
    }
    const head = line.plain.slice(Math.max(sentence.start, (parts[0]?.start ?? 0) - 6), parts[0]?.start ?? 0);
    if (/每|[×xX*]$/u.test(head)) return;
    if (parts.length < 2) return;
    const sum = makeSum(line, word === "共" || word === "总共" ? "all" : "total", whole, parts);
    if (!verb || sum.exclusive) found.push(sum);
  });
  return found;
}

const REST_BEFORE = reWith("u")`${words.restBefore}(?:的)?$`;
const REST_ENDS = charTable("余下剩的");
const DEALT_WITH = reWith("u")`${words.dealtWith}`;
const MOST_BEFORE_REST = 5;

/** 「排查64件，化解58件，剩余6件」: what is left and what was dealt with make up the whole. */
function restsOf(line: Line, sentence: Sentence, numbers: readonly NumberToken[]): SumClaim[] {
  const found: SumClaim[] = [];
  numbers.forEach((rest, index) => {
    if (index < 2 || !isIn(REST_ENDS, line.plain, rest.start - 1) || !isExact(rest)) return;
    if (!REST_BEFORE.test(line.plain.slice(Math.max(sentence.start, rest.start - 4), rest.start))) return;
    const before: NumberToken[] = [];
    for (let i = index - 1; i >= 0 && before.length < MOST_BEFORE_REST; i--) {
      const token = numbers[i];
      if (token && unitKey(token) === unitKey(rest)) {
        if (!isExact(token)) return;
        before.unshift(token);
      }
    }
    const values = before.map(exactValue);
    const left = exactValue(rest);
    const fits = values.some((whole, at) => {
      let parts = left;
      return values.slice(at + 1).some((part) => {
        parts += part;
        return whole === part + left || whole === parts;
      });
    });
    const [whole, part] = before;
    if (fits || !whole || !part || before.length > 2 || exactValue(part) > exactValue(whole)) return;
    const between = line.plain.slice(whole.unitEnd, part.start) + line.plain.slice(part.unitEnd, part.unitEnd + 4);
    if (between.length > LONGEST_GAP * 2 || !DEALT_WITH.test(between)) return;
    found.push({ ...makeSum(line, "rest", whole, [part, rest]), overlapping: false });
  });
  return found;
}

/** The noun behind a count: 乡镇 of 3个乡镇, "" where a mark follows. */
function nounOf(line: Line, token: NumberToken): string {
  return /^[\p{Script=Han}]{1,3}/u.exec(line.plain.slice(token.unitEnd, token.unitEnd + 3))?.[0] ?? "";
}

/** Townships are no sum of villages: parts that name another thing than the whole. */
function countsOtherThings(line: Line, whole: NumberToken, parts: readonly NumberToken[]): boolean {
  const noun = nounOf(line, whole);
  if (noun === "" || !"个家所项条件处".includes(whole.unit)) return false;
  const first = noun[0] ?? "";
  return parts.every((part) => {
    const own = nounOf(line, part);
    return own !== "" && own[0] !== first;
  });
}

function makeSum(
  line: Line,
  form: SumClaim["form"],
  whole: NumberToken,
  parts: readonly NumberToken[],
  listFrom: number | null = null,
): SumClaim {
  const first = parts[0] ?? whole;
  const last = parts[parts.length - 1] ?? whole;
  const start = Math.min(whole.start, first.start);
  const end = Math.max(whole.unitEnd, last.unitEnd);
  const isBefore = form === "among" || form === "listed";
  const labels = parts.map((token, index) => {
    const previous = parts[index - 1];
    if (previous) return labelOf(line, token, previous.unitEnd);
    return labelOf(line, token, listFrom ?? (isBefore ? whole.unitEnd : Math.max(0, token.start - LONGEST_LABEL)));
  });
  // 对3人诫勉谈话，对5人批评教育，共处理8人: the names may stand behind.
  const around = isBefore
    ? labels
    : parts.map((token, index) => {
        const next = parts[index + 1] ?? whole;
        const after = next.start > token.unitEnd ? line.plain.slice(token.unitEnd, next.start) : "";
        return `${labels[index] ?? ""}|${after.slice(0, LONGEST_LABEL)}`;
      });
  return {
    line: line.index,
    start,
    end,
    form,
    whole,
    parts,
    wholeValue: exactValue(whole),
    sum: parts.reduce((sum, token) => sum + exactValue(token), 0n),
    unit: whole.unit,
    exclusive: [FORMS, KINDS_OF_WORK, TERMS, LEVELS, GRADES].some((kind) => around.every((label) => kind.test(label))),
    overlapping: labels.some((label) => OVERLAPPING.test(label)),
  };
}

const LONGEST_LABEL = 20;

/** Words before a part that name it. */
function labelOf(line: Line, token: NumberToken, from: number): string {
  return line.plain.slice(Math.max(from, token.start - LONGEST_LABEL), token.start);
}
