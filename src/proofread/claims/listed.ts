/** Lists that say how long they are: 三条措施：一是…四是, 制度3项：《甲》《乙》, 甲某、乙某、丙某等2人, 东镇、西镇2个乡镇. */
import { beginnings, reWith } from "../../zh/pattern";
import { parseCount } from "../../zh/numerals";
import { charTable, isIn } from "../../zh/plain";
import { listed as words } from "../../zh/words/claim-lists";
import { LINE_SIGN, type DateToken, type Line, type NumberToken, wholeAmount } from "../../reading";
import type { ListFault } from "./respective";

export function listFaults(line: Line, next: Line | undefined): readonly ListFault[] {
  const faults: ListFault[] = [];
  const { signs } = line;
  if (!LIST_SIGNS.test(line.plain)) return faults;
  membersFaults(line, next, faults);
  if ((signs & LINE_SIGN.slogan) !== 0) faults.push(...sloganFaults(line));
  if ((signs & LINE_SIGN.enumeration) !== 0)
    faults.push(...sameVerbFaults(line), ...quotedFaults(line), ...maskedFaults(line));
  faults.push(...eachOneFaults(line));
  const hasDays = (signs & LINE_SIGN.respectively) !== 0;
  const hasBracket = line.plain.includes("（");
  const hasTitles = (signs & LINE_SIGN.title) !== 0;
  for (const token of line.tokens) {
    if (token.type !== "number" || token.unit === "") continue;
    const told = wholeAmount(token);
    if (told === null || told < 1 || told > 20) continue;
    const fault =
      (hasTitles ? documents(line, token, told) : null) ??
      (hasBracket ? daysInBracket(line, token, told) : null) ??
      (hasDays ? daysBehind(line, token, told) : null) ??
      namesBefore(line, token, told) ??
      nounsBefore(line, token, told);
    if (fault) faults.push(fault);
  }
  return faults;
}

const NONE: readonly ListFault[] = [];

/** What any of the lists has. */
const LIST_SIGNS = reWith("u")`[、《：:]|第?一(?:${words.ones}?[是要]|[，,])`;
/** The first member, behind the mark that leads it in. */
const FIRST = reWith("uy")`\s*${words.first}`;
const LEADS_IN = charTable("：:。，,；;");
/** What a first member or blanks before it begin with. */
const FIRST_BEGINS = charTable(
  `${beginnings(words.first)} \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff`,
);
const MEMBER = reWith("gu")`${words.member}`;
/** 三条措施, 两方面成效, 五个方面问题, right before the first member. */
const TOLD_HEAD = reWith(
  "u",
)`([一二两三四五六七八九十]{1,3}|\d{1,2})${words.kindsOf}?(?:方面)?[^，。；：:\d、]{0,8}?${words.measures}[^，。；：:\d、]{0,6}[”"]?$`;
/** 主要做法有三条, 采取的措施有四项 */
const TOLD_TAIL = reWith(
  "u",
)`${words.steps}[共主]?[有是为]([一二两三四五六七八九十]{1,3}|\d{1,2})${words.kindsOf}(?:方面)?$`;
/** 三个关键： whatever they are called, if they are no offices. */
const TOLD_ANY = reWith(
  "u",
)`([二两三四五六七八九十]{1,2}|\d{1,2})${words.slogan}(?!${words.places})[\u4e00-\u9fff]{2,6}[”"]?$`;
const MEASURES_ONLY = reWith("u")`${words.steps}$`;
const LONGEST_LEAD = 26;
const LONGEST_LIST = 2000;

/** 三条措施：一是…，二是…，三是…: the members up to the end of the paragraph. */
function membersFaults(line: Line, next: Line | undefined, faults: ListFault[]): void {
  const { plain } = line;
  let behind = 0;
  for (let mark = 0; mark < plain.length; mark++) {
    if (LEADS_IN[plain.charCodeAt(mark)] !== 1) continue;
    const from = mark + 1;
    if (!isIn(FIRST_BEGINS, plain, from)) continue;
    FIRST.lastIndex = from;
    const first = FIRST.exec(plain)?.[0];
    if (first === undefined) continue;
    mark = FIRST.lastIndex - 1;
    if (from < behind) continue;
    const at = from + first.length - first.trimStart().length;
    const told = toldBefore(plain, from);
    if (!told) continue;
    const list = plain.slice(from, from + LONGEST_LIST);
    if (list.length === LONGEST_LIST) continue;
    behind = from + list.length;
    const { last, end, sound } = membersOf(list);
    if (!sound || last < 2 || last === told.value) continue;
    // The list may go on in the next paragraph.
    if (last < told.value && next && MEMBER_LINE.test(next.plain.slice(next.indent, next.indent + 8))) continue;
    faults.push({
      place: { line: line.index, start: told.start, end: at + end },
      what: "members",
      told: told.value,
      found: last,
    });
  }
}

const numberOf = (text: string): number | null => parseCount(text) ?? (Number(text) || null);

/** How many members a list has, and where the last begins; unsound where one is left out. */
function membersOf(list: string): { readonly last: number; readonly end: number; readonly sound: boolean } {
  let last = 0;
  let end = 0;
  for (const match of list.matchAll(MEMBER)) {
    const value = numberOf(match[1] ?? match[2] ?? match[3] ?? match[4] ?? "");
    if (value === null || (value !== last + 1 && last > 0 && value === 1)) break;
    if (value !== last + 1) return { last, end, sound: false };
    last = value;
    end = match.index + match[0].length;
  }
  return { last, end, sound: true };
}

/** The number a list is told to have; behind a full stop or comma only of what is listed by its nature (三项措施。一是…). */
function toldBefore(plain: string, stop: number): { readonly value: number; readonly start: number } | null {
  const mark = plain[stop - 1] ?? "";
  const head = plain.slice(Math.max(0, stop - 1 - LONGEST_LEAD), stop - 1);
  const tail = TOLD_TAIL.exec(head);
  const match = tail ?? TOLD_HEAD.exec(head) ?? (/^[：:]$/u.test(mark) ? TOLD_ANY.exec(head) : null);
  if (!match?.[1] || (!tail && mark !== "：" && mark !== ":" && !MEASURES_ONLY.test(head))) return null;
  if (/[第几]/u.test(head[match.index - 1] ?? "")) return null;
  const value = match[1] === "两" ? 2 : (parseCount(match[1]) ?? Number(match[1]));
  return value >= 2 && value <= MOST_TOLD ? { value, start: stop - 1 - head.length + match.index } : null;
}

const MOST_TOLD = 20;
const SLOGAN = reWith(
  "gu",
)`([二两三四五六七八九十])${words.slogan}([\u4e00-\u9fff]{2,4}?)[”"]?(?:[：:]|，${words.namely})([^，。；：:\d]{4,80})`;

/** “四个到位”：认识到位、责任到位、措施到位、督查到位; 四本台账，即问题台账、任务台账、责任台账 */
function sloganFaults(line: Line): readonly ListFault[] {
  const faults: ListFault[] = [];
  for (const match of line.plain.matchAll(SLOGAN)) {
    const [all, number = "", noun = "", list = ""] = match;
    const members = list.split(/[、和]/u);
    const told = number === "两" ? 2 : parseCount(number);
    if (told === null || members.length < 2 || members.length === told || /等/u.test(list)) continue;
    const alike =
      members.every((member) => member.endsWith(noun)) || members.every((member) => member.startsWith(noun));
    if (!alike || members.some((member) => member.length === noun.length)) continue;
    const start = match.index;
    faults.push({
      place: { line: line.index, start, end: start + all.length },
      what: "members",
      told,
      found: members.length,
    });
  }
  return faults;
}

/** “五抓”：抓责任、抓排查、抓整改、抓督导、抓问效 */
function sameVerbFaults(line: Line): readonly ListFault[] {
  if (!line.plain.includes("”")) return NONE;
  const faults: ListFault[] = [];
  for (const match of line.plain.matchAll(SAME_VERBS)) {
    const [all, number = "", verb = "", list = ""] = match;
    const members = list.split("、");
    const told = number === "两" ? 2 : parseCount(number);
    if (told === null || members.length < 2 || members.length === told || all.endsWith("等")) continue;
    if (!members.every((member) => member.startsWith(verb) && member.length > 1)) continue;
    faults.push({
      place: { line: line.index, start: match.index, end: match.index + all.length },
      what: "members",
      told,
      found: members.length,
    });
  }
  return faults;
}

const SAME_VERBS =
  /“([两三四五六七八九十])个?([\u4e00-\u9fff])”[^，。；：:\d]{0,6}(?:[：:]|，即)((?:[\u4e00-\u9fff]{2,8}、){1,9}[\u4e00-\u9fff]{2,8})(?:等)?/gu;

const EACH_ONE = reWith(
  "gu",
)`([两三四五六七八九])(${words.ones})[^，。；：:\d、]{2,12}[，：:。](?:其中)?一\2[是为][^。]*`;

/** 两次集中培训，一次是4月12日的业务培训，一次是7月6日的廉政培训 */
function eachOneFaults({ plain, index }: Line): readonly ListFault[] {
  if (!ONE_IS.test(plain)) return NONE;
  return [...plain.matchAll(EACH_ONE)].flatMap((match) => {
    const [all, number = "", unit = ""] = match;
    const found = all.split(new RegExp(`一${unit}[是为]`, "u")).length - 1;
    const told = number === "两" ? 2 : parseCount(number);
    // 一个是…，另两个是…; 一起是…，一起发生在…: the others are told in other words.
    const inOtherWords = found < 2 || OTHERS_OF_IT.test(all) || all.split(`一${unit}`).length - 1 > found;
    if (told === null || told === found || (found < told && inOtherWords) || all.includes("等")) return [];
    const place = { line: index, start: match.index, end: match.index + all.length };
    return [{ place, what: "members" as const, told, found }];
  });
}

const OTHERS_OF_IT = reWith("u")`${words.othersOfIt}`;
const ONE_IS = reWith("u")`一${words.ones}[是为]`;

const QUOTED = reWith(
  "gu",
)`“((?:[^“”、，。；\d]{2,8}、){1,7}[^“”、，。；\d]{2,8})”等?([两二三四五六七八九十])[项个种类](?:${[...words.documents, ...words.measures]})`;

/** “日调度、周通报、月总结”三项机制: as many in the quotes as are told behind them. */
function quotedFaults({ plain, index }: Line): readonly ListFault[] {
  if (!plain.includes("”")) return NONE;
  return [...plain.matchAll(QUOTED)].flatMap((match) => {
    const [all, list = "", number = ""] = match;
    const found = list.split("、").length;
    const told = number === "两" ? 2 : parseCount(number);
    const fits = told === found || (all.includes("”等") && found < (told ?? 0));
    if (told === null || fits) return [];
    const place = { line: index, start: match.index, end: match.index + all.length };
    return [{ place, what: "members" as const, told, found }];
  });
}

const MEMBER_LINE = reWith("u")`^${words.memberLine}`;

const DOCUMENT_BEGINS = charTable(beginnings(words.documents));
const DOCUMENT_STOPS = charTable("，。；：:《》0123456789");
const BEFORE_DOCUMENT = 4;
const LONGEST_NOUN = Math.max(...words.before.map((word) => word.length));
const DOCUMENT_ENDS = charTable(words.before.map((word) => word.slice(-1)).join(""));
const DOCUMENTS_BEFORE = reWith("u")`${words.before}$`;

/** 项管理制度: a word for a document, or one behind a short name. */
function isDocumentAhead(plain: string, from: number): boolean {
  for (let at = from; at <= from + BEFORE_DOCUMENT; at++) {
    if (isIn(DOCUMENT_BEGINS, plain, at) && words.documents.some((word) => plain.startsWith(word, at))) return true;
    if (at >= plain.length || isIn(DOCUMENT_STOPS, plain, at)) return false;
  }
  return false;
}

/** Length of 个专题报告： or 项制度，分别是, a name that ends in a colon or leads a list in; 0 where there is none. */
function nounAndColon(plain: string, from: number): number {
  let at = from;
  while (at < plain.length && at - from < LONGEST_LIST_NAME && !isIn(NAME_STOPS, plain, at)) at++;
  const mark = plain[at];
  const isLed = mark === "，" && words.namely.some((word) => plain.startsWith(word, at + 1));
  return at - from >= SHORTEST_LIST_NAME && (mark === "：" || mark === ":" || isLed) ? at + 1 - from : 0;
}

/** 《甲》《乙》《丙》3本工具书: whatever they are called. */
const BOOK_UNITS: readonly string[] = [..."本部册项个件份篇"];

/** 制度3项：《甲》《乙》《丙》 and 《甲》《乙》等2项制度. */
function documents(line: Line, token: NumberToken, told: number): ListFault | null {
  const { plain } = line;
  const isOfDocuments = isDocumentAhead(plain, token.unitEnd);
  const isBehindDocuments =
    isIn(DOCUMENT_ENDS, plain, token.start - 1) &&
    DOCUMENTS_BEFORE.test(plain.slice(Math.max(0, token.start - LONGEST_NOUN), token.start));
  const noun = nounAndColon(plain, token.unitEnd);
  const isRightBehind = plain[token.start - 1] === "》" && BOOK_UNITS.includes(token.unit);
  if (!isOfDocuments && !isBehindDocuments && noun === 0 && !isRightBehind) return null;
  const before = plain.slice(Math.max(0, token.start - 300), token.start);
  const after = plain.slice(token.unitEnd, token.unitEnd + 400);
  const place = (start: number, end: number): ListFault["place"] => ({ line: line.index, start, end });
  if (isOfDocuments || isRightBehind) {
    const open = /等?$/u.exec(before)?.[0] === "等";
    const list = titlesEnding(open ? before.slice(0, -1) : before.replace(TOGETHER, ""));
    if (list && list.count >= 2 && (open ? list.count > told : list.count !== told))
      return {
        place: place(token.start - (before.length - list.from), token.unitEnd),
        what: "documents",
        told,
        found: list.count,
      };
  }
  // 《甲》《乙》《丙》等制度2项
  const more = isBehindDocuments ? MORE_DOCUMENTS.exec(before) : null;
  if (more) {
    const list = titlesEnding(before.slice(0, more.index));
    if (list && list.count > told)
      return {
        place: place(token.start - (before.length - list.from), token.unitEnd),
        what: "documents",
        told,
        found: list.count,
      };
  }
  if (noun > 0 || isBehindDocuments) {
    const list = TITLES.exec(after.slice(Math.max(0, noun - 1)));
    if (
      list?.[1] === undefined ||
      /^(?:等|……)/u.test(list[2] ?? "") ||
      !/^[：:，,即分包]/u.test(after.slice(Math.max(0, noun - 1)))
    )
      return null;
    const count = list[1].split("《").length - 1;
    if (count !== told && !list[2]?.startsWith("《"))
      return {
        place: place(token.start, token.unitEnd + Math.max(0, noun - 1) + list[0].length),
        what: "documents",
        told,
        found: count,
      };
  }
  return null;
}

/** 会议3次，时间分别为3月4日、5月6日、7月8日: a day each. */
function daysBehind(line: Line, token: NumberToken, told: number): ListFault | null {
  if (!DAY_UNIT.test(token.unit)) return null;
  const days: DateToken[] = [];
  let last = token.unitEnd;
  for (const next of line.tokens.slice(line.tokens.indexOf(token) + 1)) {
    if (next.type !== "date" || next.joinsNext || next.day === null) break;
    const between = line.plain.slice(last, next.start);
    if (!(days.length === 0 ? DAYS_LEAD : DAYS_MARK).test(between)) break;
    days.push(next);
    last = next.end;
  }
  if (days.length < 2 || days.length === told || DAYS_MORE.test(line.plain.slice(last, last + 4))) return null;
  return { place: { line: line.index, start: token.start, end: last }, what: "members", told, found: days.length };
}

/** 4次召开会议（3月5日、4月12日、6月20日、8月1日）: a bracket that holds days and nothing else. */
function daysInBracket(line: Line, token: NumberToken, told: number): ListFault | null {
  if (!DAY_UNIT.test(token.unit)) return null;
  const match = BRACKET_OF_DAYS.exec(line.plain.slice(token.unitEnd, token.unitEnd + LONGEST_DAYS));
  if (!match?.[1]) return null;
  const found = match[1].split("、").length;
  if (found < 2 || found === told) return null;
  const end = token.unitEnd + match[0].length;
  return { place: { line: line.index, start: token.start, end }, what: "members", told, found };
}

const BRACKET_OF_DAYS = /^[^，。；、\d（）]{0,8}（((?:\d{1,2}月\d{1,2}日、){1,9}\d{1,2}月\d{1,2}日)）/u;
const LONGEST_DAYS = 90;
const DAY_UNIT = reWith("u")`^${words.dayUnits}$`;
const DAYS_LEAD = /^[^。；\d]{0,12}分别[为于在是]$/u;
const DAYS_MARK = /^[、和及与]$/u;
/** 5月6日、10日; 5月6日等 */
const DAYS_MORE = reWith("u")`^${words.moreDays}`;

const MORE_DOCUMENTS = /等[^，。；：:《》\d、]{2,6}$/u;
const TOGETHER = reWith("u")`${words.together}$`;
/** 三个专题报告： */
const SHORTEST_LIST_NAME = 2;
const LONGEST_LIST_NAME = 8;
const NAME_STOPS = charTable("，。；：:《》、0123456789");
const TITLES = reWith("u")`^[：:，,]?${words.namely}?[：:]?((?:《[^《》]{1,60}》[、，,和及]?){2,})(.{0,2})`;

/** The 《》 that stand side by side at the end of a text. */
function titlesEnding(text: string): { readonly count: number; readonly from: number } | null {
  let count = 0;
  let end = text.length;
  let from = end;
  while (end > 0 && text[end - 1] === "》") {
    const open = text.lastIndexOf("《", end - 1);
    if (open < 0) break;
    count++;
    from = open;
    end = open;
    if (/[、和及，]/u.test(text[end - 1] ?? "")) end--;
  }
  return count > 0 ? { count, from } : null;
}

const MASKED = /[\u4e00-\u9fff]某{1,2}$/u;
const NAME = reWith("u")`^${words.masked}$`;
const PLACE_NOUN = reWith("u")`^[个家所]?${words.places}`;
const PLACE_END = reWith("u")`${words.memberEnds}$`;
const MOST_MEMBERS = 20;

const MEMBER_LEAD = reWith("u")`^${words.memberLeads}[\u4e00-\u9fff]{2,4}$`;

/** 对城关、河西、山口: short names of one length, led in by what is done to them. */
function areBare(first: string, others: readonly string[]): boolean {
  return MEMBER_LEAD.test(first) && others.every((name) => /^[\u4e00-\u9fff]{2,3}$/u.test(name));
}
/** 东街、西街、南街: short names that end in one character, whatever it is. */
function endAlike(members: readonly string[]): boolean {
  const [first = "", ...others] = members;
  const last = first.slice(-1);
  return others.length > 1 && others.every((name) => /^[\u4e00-\u9fff]{2,4}$/u.test(name) && name.endsWith(last));
}
/** Between the members of a list, and before its first. */
const CUTS = charTable("、和，。；：（》”");

/** Measure words of whatever has names of its own: 东湖、西湖、南湖3个景区. */
const PLACE_UNITS: readonly string[] = [..."个家所处座条"];

/** 甲某、乙某、丙某等3人; 东镇、西镇、南镇3个乡镇. */
function namesBefore(line: Line, token: NumberToken, told: number): ListFault | null {
  const { plain } = line;
  const persons = token.unit === "人" || token.unit === "名";
  const isThings = PLACE_UNITS.includes(token.unit);
  const places = !persons && PLACE_NOUN.test(plain.slice(token.start + token.text.length, token.unitEnd + 4));
  if (!persons && !places && !isThings) return null;
  const before = plain.slice(Math.max(0, token.start - 160), token.start);
  const open = before.endsWith("等");
  const text = open ? before.slice(0, -1) : before;
  const members: string[] = [];
  let rest = text;
  while (members.length < MOST_MEMBERS) {
    let cut = rest.length - 1;
    while (cut >= 0 && !isIn(CUTS, rest, cut)) cut--;
    members.unshift(rest.slice(cut + 1).trim());
    if (cut < 0 || (rest[cut] !== "、" && rest[cut] !== "和")) break;
    rest = rest.slice(0, cut);
  }
  if (members.length < 2) return null;
  const [first = "", ...others] = members;
  const fits = persons
    ? others.every((name) => NAME.test(name)) && MASKED.test(first)
    : (members.every((name) => PLACE_END.test(name)) || areBare(first, others) || endAlike(members)) &&
      (places || endAlike(members)) &&
      others.every((name) => name.length <= 8) &&
      !members.some((name) => /\d/u.test(name));
  if (!fits) return null;
  const found = members.length;
  if (open ? found <= told : found === told) return null;
  const start =
    token.start - (before.length - text.lastIndexOf(members.join("、").slice(0, 1) === "" ? "" : (others[0] ?? "")));
  return {
    place: {
      line: line.index,
      start: Math.max(0, Math.min(start, token.start) - first.length - 1),
      end: token.unitEnd,
    },
    what: persons ? "names" : "places",
    told,
    found,
  };
}

const NOUNS_BEHIND = reWith("u")`^${words.documents}(?=[，。；、）)]|$)`;
const VERB_WITHIN = reWith("u")`${words.makes}`;
const LEADING_VERBS = reWith("u")`^.*${words.makes}了?`;

/** 修订完善采购、招标、验收三项制度 */
function nounsBefore(line: Line, token: NumberToken, told: number): ListFault | null {
  const { plain } = line;
  if (token.unit !== "项" && token.unit !== "个") return null;
  if (!isIn(DOCUMENT_BEGINS, plain, token.unitEnd)) return null;
  if (!NOUNS_BEHIND.test(plain.slice(token.unitEnd, token.unitEnd + 4))) return null;
  const before = plain.slice(Math.max(0, token.start - 60), token.start);
  const from = Math.max(...["，", "。", "；", "：", "》", "”", "）"].map((mark) => before.lastIndexOf(mark))) + 1;
  const [first = "", ...others] = before.slice(from).split(/[、和与及]/u);
  const head = first.replace(LEADING_VERBS, "");
  if (others.length === 0 || head === first || head.length < 2 || before.endsWith("等")) return null;
  if (others.some((noun) => noun.length < 2 || noun.length > 8 || VERB_WITHIN.test(noun) || /\d/u.test(noun)))
    return null;
  const found = others.length + 1;
  if (found === told) return null;
  const start = token.start - before.length + from;
  return { place: { line: line.index, start, end: token.unitEnd }, what: "members", told, found };
}

const MASKED_LIST = /((?:[\u4e00-\u9fff]某{1,2}[、和]){1,20}[\u4e00-\u9fff]某{1,2})([两二三四五六七八九十])[人名]/gu;

/** 张某、李某、赵某三人 */
function maskedFaults(line: Line): readonly ListFault[] {
  if (!line.plain.includes("某")) return [];
  return [...line.plain.matchAll(MASKED_LIST)].flatMap((match) => {
    const [all, list = "", number = ""] = match;
    const found = list.split(/[、和]/u).length;
    const told = number === "两" ? 2 : parseCount(number);
    if (told === null || told === found) return [];
    return [
      {
        place: { line: line.index, start: match.index, end: match.index + all.length },
        what: "names" as const,
        told,
        found,
      },
    ];
  });
}
