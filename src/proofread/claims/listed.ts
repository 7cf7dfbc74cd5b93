/** Lists that say how long they are: 三条措施：一是…四是, 制度3项：《甲》《乙》, 甲某、乙某、丙某等2人, 东镇、西镇2个乡镇. */
import { reWith } from "../../zh/pattern";
import { parseCount } from "../../zh/numerals";
import { charTable, isIn } from "../../zh/plain";
import { listed as words } from "../../zh/words/claims";
import { type Line, type NumberToken, wholeOf } from "../../reading";
import type { ListFault } from "./respective";

export function listFaults(line: Line, next: Line | undefined): readonly ListFault[] {
  const faults: ListFault[] = [];
  if (!LIST_SIGNS.test(line.plain)) return faults;
  const lastColon = Math.max(line.plain.lastIndexOf("："), line.plain.lastIndexOf(":"));
  const hasTitles = line.plain.includes("《");
  for (const token of line.tokens) {
    if (token.type !== "number" || token.unit === "") continue;
    const told = wholeOf(token);
    if (told === null || told < 1 || told > 20) continue;
    const fault =
      (token.unitEnd <= lastColon ? membersAfter(line, next, token, told) : null) ??
      (hasTitles ? documents(line, token, told) : null) ??
      namesBefore(line, token, told);
    if (fault) faults.push(fault);
  }
  return faults;
}

/** What any of the lists has. */
const LIST_SIGNS = /[、《：:]/u;
const HEAD = reWith("u")`^[^，。；：:\d]{0,8}?${words.measures}[^，。；：:\d]{0,6}[：:]\s*`;
const FIRST = reWith("u")`^${words.first}`;
const MEMBER = reWith("gu")`${words.member}`;
const LONGEST_LIST = 2000;

/** 三条措施：一是…，二是…，三是…: the members up to the end of the paragraph. */
function membersAfter(line: Line, next: Line | undefined, token: NumberToken, told: number): ListFault | null {
  const head = HEAD.exec(line.plain.slice(token.unitEnd, token.unitEnd + 32));
  if (!head) return null;
  const rest = line.plain.slice(token.unitEnd, token.unitEnd + LONGEST_LIST);
  const list = rest.slice(head[0].length);
  if (!FIRST.test(list) || rest.length === LONGEST_LIST) return null;
  let last = 0;
  let end = 0;
  for (const match of list.matchAll(MEMBER)) {
    const value = parseCount(match[1] ?? match[2] ?? "");
    if (value === null || (value !== last + 1 && last > 0 && value === 1)) break;
    if (value !== last + 1) return null;
    last = value;
    end = match.index + match[0].length;
  }
  if (last < 2 || last === told) return null;
  // The list may go on in the next paragraph.
  if (last < told && next && MEMBER_LINE.test(next.plain.slice(next.indent, next.indent + 8))) return null;
  return {
    place: { line: line.index, start: token.start, end: token.unitEnd + head[0].length + end },
    what: "members",
    told,
    found: last,
  };
}

const MEMBER_LINE = reWith("u")`^${words.memberLine}`;

const DOCUMENT_NOUN = reWith("u")`^[^，。；：:《》\d]{0,4}${words.documents}`;
const LONGEST_HEAD = 4 + Math.max(...words.documents.map((word) => word.length));
const LONGEST_NOUN = Math.max(...words.before.map((word) => word.length));
const DOCUMENTS_BEFORE = reWith("u")`${words.before}$`;

/** 制度3项：《甲》《乙》《丙》 and 《甲》《乙》等2项制度. */
function documents(line: Line, token: NumberToken, told: number): ListFault | null {
  const { plain } = line;
  const isOfDocuments = DOCUMENT_NOUN.test(plain.slice(token.unitEnd, token.unitEnd + LONGEST_HEAD));
  const isBehindDocuments = DOCUMENTS_BEFORE.test(plain.slice(Math.max(0, token.start - LONGEST_NOUN), token.start));
  if (!isOfDocuments && !isBehindDocuments) return null;
  const before = plain.slice(Math.max(0, token.start - 300), token.start);
  const after = plain.slice(token.unitEnd, token.unitEnd + 400);
  const place = (start: number, end: number): ListFault["place"] => ({ line: line.index, start, end });
  if (isOfDocuments) {
    const open = /等?$/u.exec(before)?.[0] === "等";
    const list = titlesEnding(open ? before.slice(0, -1) : before);
    if (list && list.count >= 2 && (open ? list.count > told : list.count !== told))
      return {
        place: place(token.start - (before.length - list.from), token.unitEnd),
        what: "documents",
        told,
        found: list.count,
      };
  }
  if (isBehindDocuments) {
    const list = TITLES.exec(after);
    if (list?.[1] === undefined || /^(?:等|……)/u.test(list[2] ?? "") || !/^[：:，,即分包]/u.test(after)) return null;
    const count = list[1].split("《").length - 1;
    if (count !== told && !list[2]?.startsWith("《"))
      return { place: place(token.start, token.unitEnd + list[0].length), what: "documents", told, found: count };
  }
  return null;
}

const TITLES = reWith("u")`^[：:，,]?${words.titlesLead}?[：:]?((?:《[^《》]{1,60}》[、，,和及]?){2,})(.{0,2})`;

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
const PLACE_NOUN = reWith("u")`^[个家]?${words.places}`;
const PLACE_END = reWith("u")`${words.memberEnds}$`;
const MOST_MEMBERS = 20;

/** Between the members of a list, and before its first. */
const CUTS = charTable("、和，。；：（》”");

/** 甲某、乙某、丙某等3人; 东镇、西镇、南镇3个乡镇. */
function namesBefore(line: Line, token: NumberToken, told: number): ListFault | null {
  const { plain } = line;
  const persons = token.unit === "人" || token.unit === "名";
  const places = !persons && PLACE_NOUN.test(plain.slice(token.start + token.text.length, token.unitEnd + 4));
  if (!persons && !places) return null;
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
    : members.every((name) => PLACE_END.test(name)) &&
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
