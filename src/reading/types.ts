/**
 * What a read notice is: lines, tokens, structure, claims. A notice arrives as its physical lines (a .txt file's lines,
 * a .docx file's paragraphs); everything below points into those lines with UTF-16 offsets, end exclusive.
 */
import type { CivilDate } from "../zh/civil-date";
import type { DateAsWritten } from "../zh/written-date";
import type { Kind, Status } from "../ledger";

/** A stretch of one line. `line` is zero-based here; what is shown to people counts from 1. */
export interface Place {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

// ------------------------------------------------------------------------------------------------------------- tokens

/** A number as written. `value` is exact for up to 15 digits: `mantissa / 10 ** decimals`. */
export interface NumberToken extends Place {
  readonly type: "number";
  readonly text: string;
  readonly mantissa: number;
  readonly decimals: number;
  /** 十余, 近20, 约3, 100多: no figure to reckon with. */
  readonly approx: boolean;
  /** Measure word, longest match (个, 人次, 万元, 个百分点), "" where none follows. */
  readonly unit: string;
  /** 万, 亿, 千 between number and unit (3万人次). */
  readonly scale: 1 | 1000 | 10000 | 100000000;
  /** End of number and unit together; `end` is the end of the digits. */
  readonly unitEnd: number;
  /** Second end of a range (2-3名, 6到9个), else null. */
  readonly rangeTo: number | null;
}

export interface PercentToken extends Place {
  readonly type: "percent";
  readonly text: string;
  readonly mantissa: number;
  readonly decimals: number;
  readonly approx: boolean;
}

/** A date as written, part by part. */
export interface DateToken extends Place, DateAsWritten {
  readonly type: "date";
  readonly text: string;
}

/** 新卫〔2024〕16号: the part from the bracket to 号. */
export interface DocNumberToken extends Place {
  readonly type: "docNumber";
  readonly text: string;
  readonly year: string;
  readonly number: string;
  readonly open: string;
  readonly close: string;
}

/** Digits that are a code: telephone numbers, identity numbers, cards, postcodes. */
export interface CodeToken extends Place {
  readonly type: "code";
  readonly text: string;
  /** Digits only, without blanks and hyphens. */
  readonly digits: string;
}

export type Token = NumberToken | PercentToken | DateToken | DocNumberToken | CodeToken;

/** A word of the lexicon where it stands. */
export interface WordHit extends Place {
  readonly topic: Topic;
  readonly word: string;
  /** What the word stands for (the right spelling, a status …). */
  readonly value: string;
}

/** What words are looked for; one pass over the text finds them all. */
export type Topic =
  | "misspelling"
  | "regulation"
  | "address"
  | "deadlineWord"
  | "doneWord"
  | "openWord"
  | "among"
  | "sumWord"
  | "untilNow"
  | "residue"
  | "sensitive"
  | "ordinal"
  | "spentAll"
  | "leftOver"
  | "everything"
  | "personNoun"
  | "label"
  | "masked"
  | "office";

/** One sentence: up to and including 。！？ or the end of the line. */
export interface Sentence extends Place {
  readonly tokens: readonly Token[];
}

/** The numbering at the beginning of a line. */
export interface NumberingMark {
  readonly style: HeadingStyle;
  /** null for a labelled heading without a number (问题：…). */
  readonly number: number | null;
  readonly start: number;
  /** Where the heading's text begins. */
  readonly textStart: number;
}

export interface Line {
  readonly index: number;
  readonly text: string;
  /** Same length as `text`, with full-width digits, Latin letters, ％ and ． as half-width and blanks as spaces. */
  readonly plain: string;
  readonly tokens: readonly Token[];
  readonly hits: readonly WordHit[];
  readonly sentences: readonly Sentence[];
  /** Offsets of half-width punctuation outside of numbers. */
  readonly half: readonly number[];
  /** Its numbering, null where it has none. */
  readonly numbering: NumberingMark | null;
  /** Offsets of quotes, brackets and title marks behind the line's numbering. */
  readonly marks: readonly number[];
  /** Offset of the first character that is no blank; equals the length for blank lines. */
  readonly indent: number;
  /** Words that may stand in it (signs.ts), as bits. */
  readonly signs: number;
}

// ---------------------------------------------------------------------------------------------------------- structure

/** Numbering style of a heading, from the outermost to the innermost (一、 （一） 1. （1） ①). */
export const HEADING_STYLES = ["chinese", "bracketedChinese", "arabic", "bracketedArabic", "circled"] as const;
export type HeadingStyle = (typeof HEADING_STYLES)[number] | "labelled";

/** A numbered line: 一、…, （一）…, 1.…, （1）…, ①…, 问题①：… */
export interface Heading extends Place {
  readonly style: HeadingStyle;
  /** null for a labelled heading without a number (问题：…). */
  readonly number: number | null;
  /** The mark as written: "1、", "（一）", "问题①：". */
  readonly mark: string;
  /** Text behind the mark, to the end of the line, trimmed. */
  readonly text: string;
  /** Index into `headings` of the heading above it, -1 at the top. */
  readonly parent: number;
}

/** 整改情况：, 整改结果：, 责任单位：… at the beginning of a line or sentence. */
export interface Label extends Place {
  readonly name: LabelName;
  readonly word: string;
}
export type LabelName = "progress" | "result" | "measures" | "deadline" | "unit" | "person" | "problem" | "leader";

/** How an item's status is known. */
export interface ItemStatus extends Place {
  readonly status: Status;
  readonly text: string;
}

/** 事项: one problem of the body with what is said to have been done about it. */
export interface ReadItem {
  /** Its heading, -1 where the problem is an unnumbered paragraph. */
  readonly heading: number;
  readonly kind: Kind;
  /** First and last line, zero-based, inclusive. */
  readonly firstLine: number;
  readonly lastLine: number;
  /** The line that names the problem. */
  readonly problemPlace: Place;
  readonly number: string;
  readonly problem: string;
  /** Where the answer begins (its first label's line), null where the item has none. */
  readonly progressLine: number | null;
  /** All statuses told in the item, the first is the one that counts. */
  readonly statuses: readonly ItemStatus[];
  readonly section: string | null;
  readonly parent: string | null;
  /** Headings that hold it, outermost first (indices into `headings`). */
  readonly path: readonly number[];
}

export interface ReadNotice {
  readonly lines: readonly Line[];
  /** Lines that are known to stand in a table. */
  readonly cells: ReadonlySet<number>;
  readonly headings: readonly Heading[];
  readonly labels: readonly Label[];
  readonly items: readonly ReadItem[];
  /** Item index by line, -1 where the line belongs to none. */
  readonly itemOfLine: readonly number[];
  readonly title: { readonly firstLine: number; readonly lastLine: number; readonly text: string } | null;
  readonly signature: Place | null;
  readonly signed: (Place & { readonly date: CivilDate }) | null;
  /** First day of the inspection and day of its feedback, as the introduction tells them. */
  readonly inspectionFrom: CivilDate | null;
  readonly inspectionTo: CivilDate | null;
  readonly feedback: (Place & { readonly date: CivilDate }) | null;
  /** Lines that begin with a numbering. */
  readonly headingLines: ReadonlySet<number>;
  /** First line of the body's items; number of lines where there are none. */
  readonly bodyStart: number;
}

// ------------------------------------------------------------------------------------------------------------- claims

/** What is counted in a statement about the inspection. */
export type ToldSubject =
  | Kind
  | "measure"
  | "parent"
  | "section"
  | "detail"
  /** Opinions, cases, hazards and the like, which are dealt with one by one but are none of a ledger's. */
  | "thing"
  | "other";

/** One count inside a group. */
export interface CountPart extends Place {
  readonly value: number;
  readonly unit: string;
  /** Status told by its words, null where none. */
  readonly status: Status | null;
  /** Words before and behind the number within its clause. */
  readonly before: string;
  readonly after: string;
  /** A part of the part before it (其中, 含), not of the whole. */
  readonly nested: boolean;
}

/** A whole with what is told of its parts: 「反馈的23个问题，已完成20个，正在整改3个，完成率87%」. */
export interface CountGroup extends Place {
  readonly subject: ToldSubject;
  readonly total: CountPart;
  readonly parts: readonly CountPart[];
  readonly rates: readonly RateClaim[];
  /** 其余, 剩余, 另: something is told without a number. */
  readonly hasRest: boolean;
  /** About another inspection or another time (上轮, 2017年). */
  readonly foreign: boolean;
  /** A piece of a whole told before it (其中，甲类问题5个，已完成4个): no figure of all of its kind. */
  readonly subset: boolean;
}

export interface RateClaim extends Place {
  readonly token: PercentToken;
  /** Word of the rate: 整改完成率, 办结率. */
  readonly label: string;
}

/** A checked or checkable statement, for reports. */
export interface Claim extends Place {
  readonly type: "count" | "sum" | "percent" | "date" | "money" | "docNumber";
  readonly quote: string;
  readonly numbers: Readonly<Record<string, number | string>>;
}

/** A full name where the words around point to a person. */
export interface NamedPerson extends Place {
  readonly name: string;
  /** How the name was found. */
  readonly by: "comrade" | "andOthers" | "noun" | "contact" | "list";
  /** A leading post right before the name (党组书记X同志): published in office. */
  readonly official: boolean;
  readonly surname: string;
}

/** Counts of the body, level by level. */
export interface BodyCounts {
  /** Items of kind problem. */
  readonly problems: number;
  /** Distinct headings of 1.-level above or at the items; 0 where there is no such level. */
  readonly parents: number;
  readonly sections: number;
  /** 一是…二是… inside the problems themselves. */
  readonly subproblems: number;
  /** 一是…二是… in the answers. */
  readonly measures: number;
  /** Every item has an answer under a label: what is counted are items beyond doubt. */
  readonly uniform: boolean;
}

/** A notice, read: everything that its own text tells. Made once, whoever asks. */
export interface NoticeReading {
  readonly document: ReadNotice;
  readonly lines: readonly Line[];
  /** Wholes that are announced: all told outside of items, and those inside whose lines speak of the feedback. */
  readonly groups: readonly CountGroup[];
  readonly hitsOf: (topic: Topic) => readonly WordHit[];
  /** All tokens of a type, in text order. */
  readonly dates: readonly DateToken[];
  readonly numbers: readonly NumberToken[];
  readonly percents: readonly PercentToken[];
  readonly docNumbers: readonly DocNumberToken[];
  readonly codes: readonly CodeToken[];
  /** Full names of persons in a line; found once. */
  readonly personsOf: (line: Line) => readonly NamedPerson[];
  /** Names told with an office anywhere (局长X, X书记). */
  readonly officers: ReadonlySet<string>;
  readonly counts: BodyCounts;
}
