/**
 * Full names of persons, found only where the words around point to one: 「X同志」, 「X、Y两位同志」, 「X等3名」, 「职工X在…」,
 * 「联系人：X」, 「X、Y、Z为成员」. A guess by surname alone would find a name in every second word.
 */
import { DOUBLE_SURNAMES, NOT_NAMES, SURNAMES } from "../../zh/words/surnames";
import { charTable, isHan, isIn } from "../../zh/plain";
import type { Line, NamedPerson, WordHit } from "../types";
import { reWith } from "../../zh/pattern";
import { persons as words } from "../../zh/words/persons";

const AFTER_NAME = "，。、；：）)（(,;: 等同在的与及因擅自为被将向已任兼未违受从给予以到两三于由利";
/** Behind a name of three characters a verb of dealing with the person may follow at once. */
const DEALING_AFTER = "批警记开诫处违通约";
const STRICT_AFTER = "，。、；）)（(,; 等";
const NOT_GIVEN: ReadonlySet<string> = new Set(words.notGiven);
/** Words after which a name may begin without any mark. */
const LEADS_TO_NAME = reWith("u")`${words.leadsToName}$`;
/**
 * Words behind a name that is studied or followed, not dealt with: 「X同志先进事迹」, 「X精神」, 「X同志关于…的重要论述」,
 * 「以X同志为主要代表」. Whoever is told of so is a public figure or an example, and no matter of the notice.
 */
const STUDIED_AFTER = reWith(
  "u",
)`^(?:等)?${words.studiedAfter[0]}*(?:的)?${words.studiedAfter[1]}*${words.studiedAfter[2]}`;
const STUDIED_ABOUT = reWith("u")`^(?:等)?${words.studiedAbout[0]}?关于[^。；]{0,30}${words.studiedAbout[1]}`;
const LONGEST_STUDY = 50;
/** 向X学习, 学习X, 弘扬X…: only where nothing but more names stands between. */
const LEARN_FROM = /向$/u;
const LEARN_AFTER = reWith("u")`^(?:等)?${words.learnAfter[0]}?(?:们)?${words.learnAfter[1]}`;

/** Whether a name is told as an example or an author of doctrine. */
function isStudied(plain: string, start: number, end: number): boolean {
  const after = plain.slice(end, end + LONGEST_STUDY);
  if (STUDIED_AFTER.test(after) || STUDIED_ABOUT.test(after)) return true;
  return LEARN_AFTER.test(after) && LEARN_FROM.test(plain.slice(Math.max(0, start - 1), start));
}

const OFFICES = reWith("u")`${words.offices}$`;

/** Names of a line, in text order, without overlaps. */
export function findPersons(line: Line): readonly NamedPerson[] {
  const found: NamedPerson[] = [];
  for (const hit of line.hits) {
    if (hit.topic !== "personNoun") continue;
    if (hit.value === "comrade") fromComrade(line, hit.start, found);
    else fromNoun(line, hit, found);
  }
  fromAndOthers(line, found);
  fromLists(line, found);
  found.sort((a, b) => a.start - b.start);
  return found.filter((person, index) => index === 0 || person.start >= (found[index - 1]?.end ?? 0));
}

const NAME_BEGINS = charTable([...SURNAMES, ...DOUBLE_SURNAMES.map((surname) => surname.slice(0, 1))].join(""));

/** Length of the surname at `at`: 0 where none stands there. */
function surnameLength(plain: string, at: number): number {
  if (!isIn(NAME_BEGINS, plain, at)) return 0;
  if (DOUBLE_SURNAMES.some((surname) => plain.startsWith(surname, at))) return 2;
  return SURNAMES.has(plain[at] ?? "") ? 1 : 0;
}

/** Whether the text between is a whole name. */
export function isName(text: string): boolean {
  if (text.length < 2 || text.length > 4 || text.includes("某")) return false;
  const surname = surnameLength(text, 0);
  if (surname === 0 || text.length - surname < 1 || text.length - surname > 2) return false;
  if (surname === 1 && NOT_NAMES.has(text.slice(0, 2))) return false;
  if (NOT_GIVEN.has(text.slice(surname))) return false;
  // 于当日, 于去年: a preposition, not a surname.
  if (text[0] === "于" && "当今昨去同次本上下每前后近其该此日".includes(text[1] ?? "")) return false;
  if (words.titles.some((title) => text.endsWith(title) || text.slice(surname).startsWith(title))) return false;
  for (let i = 0; i < text.length; i++) if (!isHan(text.charCodeAt(i))) return false;
  return true;
}

/** Longest name that begins at `at` and ends before a character that may follow a name. */
function nameFrom(plain: string, at: number): string | null {
  if (!isIn(NAME_BEGINS, plain, at)) return null;
  for (const length of [4, 3]) {
    const name = plain.slice(at, at + length);
    const after = plain[at + length];
    const fits = length === 4 ? DOUBLE_SURNAMES.some((surname) => name.startsWith(surname)) : true;
    if (fits && isName(name) && (after === undefined || AFTER_NAME.includes(after) || DEALING_AFTER.includes(after)))
      return name;
  }
  const name = plain.slice(at, at + 2);
  const after = plain[at + 2];
  return isName(name) && (after === undefined || STRICT_AFTER.includes(after)) ? name : null;
}

/** Longest name that ends right before `end`. */
function nameBefore(plain: string, end: number): string | null {
  for (const length of [4, 3, 2]) {
    const name = plain.slice(end - length, end);
    if (name.length !== length || !isName(name)) continue;
    if (length === 4 && !DOUBLE_SURNAMES.some((surname) => name.startsWith(surname))) continue;
    const before = plain[end - length - 1];
    const head = plain.slice(Math.max(0, end - length - 12), end - length);
    if (before === undefined || !isHan(before.charCodeAt(0)) || OFFICES.test(head)) return name;
    if (length >= 3 && LEADS_TO_NAME.test(head)) return name;
  }
  return null;
}

function push(found: NamedPerson[], line: Line, end: number, name: string, by: NamedPerson["by"]): void {
  const start = end - name.length;
  const official = OFFICES.test(line.plain.slice(Math.max(0, start - 12), start));
  const double = DOUBLE_SURNAMES.find((surname) => name.startsWith(surname));
  found.push({ line: line.index, start, end, name, by, official, surname: double ?? name[0] ?? "" });
}

/** X同志, X、Y同志, X、Y两位同志, X等3位同志. */
function fromComrade(line: Line, at: number, found: NamedPerson[]): void {
  const { plain } = line;
  const near = plain.slice(Math.max(0, at - 5), at);
  const bare = near.replace(/(?:等)?[两二三四五六七八九十\d]{1,2}[位名]$/u, "");
  let end = at - (near.length - bare.length);
  const names: { readonly end: number; readonly name: string }[] = [];
  while (names.length < MOST_COMRADES) {
    const name = nameBefore(plain, end);
    if (name === null) break;
    names.push({ end, name });
    end -= name.length + 1;
    if (plain[end] !== "、") break;
  }
  const first = names[names.length - 1];
  // The words behind the last name speak of all of them.
  if (first === undefined || isStudied(plain, first.end - first.name.length, at)) return;
  for (const entry of names) push(found, line, entry.end, entry.name, "comrade");
}

const MOST_COMRADES = 10;

/** X等3名: a name before 等 and a count of people. */
function fromAndOthers(line: Line, found: NamedPerson[]): void {
  const { plain } = line;
  for (const token of line.tokens) {
    if (token.type !== "number") continue;
    if (token.unit !== "名" && token.unit !== "人" && token.unit !== "位") continue;
    if (plain[token.start - 1] !== "等") continue;
    const end = token.start - 1;
    const name = plain.slice(end - 3, end);
    if (isName(name)) push(found, line, end, name, "andOthers");
  }
}

/** 职工X在…, 患者X，…, 联系人：X. */
function fromNoun(line: Line, hit: WordHit, found: NamedPerson[]): void {
  const { plain } = line;
  let at = hit.end;
  if (hit.value === "contact") {
    while (plain[at] === " " || plain[at] === "：" || plain[at] === ":") at++;
    if (at === hit.end) return;
  }
  const name = nameFrom(plain, at);
  if (name === null) return;
  if (isStudied(plain, at, at + name.length)) return;
  if (name.length === 2 && hit.value !== "contact" && hit.value !== "private") return;
  push(found, line, at + name.length, name, hit.value === "contact" ? "contact" : "noun");
}

const LIST_END = reWith("u")`^${words.listEnd}`;

/** Three or more names in a row, closed by what they are: 「X、Y、Z为成员」. */
function fromLists(line: Line, found: NamedPerson[]): void {
  const { plain } = line;
  let run: { end: number; name: string }[] = [];
  let from = -1;
  for (let at = plain.indexOf("、"); at >= 0; from = at + 1, at = plain.indexOf("、", at + 1)) {
    const name = from >= 0 && at - from <= 4 && isIn(NAME_BEGINS, plain, from) ? plain.slice(from, at) : "";
    if (name !== "" && isName(name)) {
      run.push({ end: at, name });
      continue;
    }
    if (run.length >= 2) closeRun(line, from, run, found);
    run = [];
    // The first of a list: a name right before its first 、, behind a stop.
    const first = firstName(plain, at);
    if (first !== null) run.push({ end: at, name: first });
  }
  if (from >= 0 && run.length >= 2) closeRun(line, from, run, found);
}

function firstName(plain: string, end: number): string | null {
  for (const length of [3, 2, 4]) {
    if (!isIn(NAME_BEGINS, plain, end - length)) continue;
    const name = plain.slice(end - length, end);
    const before = plain.charCodeAt(end - length - 1);
    if (name.length === length && !isHan(before) && isName(name)) return name;
  }
  return null;
}

function closeRun(line: Line, from: number, run: readonly { end: number; name: string }[], found: NamedPerson[]): void {
  const closing = closingName(line.plain.slice(from, from + 8));
  if (closing === null || isStudied(line.plain, from, from + closing.length)) return;
  for (const entry of run) push(found, line, entry.end, entry.name, "list");
  push(found, line, from + closing.length, closing, "list");
}

function closingName(segment: string): string | null {
  for (const length of [3, 2]) {
    const name = segment.slice(0, length);
    if (isName(name) && LIST_END.test(segment.slice(length))) return name;
  }
  return null;
}

/** Names told with an office anywhere in the notice (局长X, X书记): such persons are published in office. */
export function findOfficers(lines: readonly Line[], offices: readonly WordHit[]): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (name: string): void => {
    if (isName(name)) found.add(name);
  };
  for (const hit of offices) {
    const plain = lines[hit.line]?.plain ?? "";
    for (const length of [2, 3, 4]) {
      if (isIn(NAME_BEGINS, plain, hit.end)) add(plain.slice(hit.end, hit.end + length));
      add(plain.slice(Math.max(0, hit.start - length), hit.start));
      if (plain[hit.start - 1] === "副") add(plain.slice(Math.max(0, hit.start - 1 - length), hit.start - 1));
    }
  }
  return found;
}

const NOT_PERSON_AFTER = "个些种一项村镇县市区公单医卫乡局校企院所科机地部街社店厂";

/** Masked persons (王某, 李某某, 张艺某) of a line: their surnames. */
export function maskedSurnames(line: Line): ReadonlySet<string> {
  const found = new Set<string>();
  for (const hit of line.hits) {
    if (hit.topic !== "masked") continue;
    const at = hit.start;
    const after = line.plain[at + 1] ?? "";
    if (NOT_PERSON_AFTER.includes(after) && after !== "") continue;
    const before = line.plain[at - 1] ?? "";
    const outer = line.plain[at - 2] ?? "";
    if (SURNAMES.has(before) && !NOT_NAMES.has(`${outer}${before}`)) found.add(before);
  }
  return found;
}
