/** A notice read as a whole: lines, structure and claims, made once. */
import { NO_LEXICON, type OfficeLexicon } from "../ledger";
import { bodyCounts } from "./claims/body";
import { findOfficers, findPersons } from "./claims/persons";
import { paragraphsInSteps } from "./claims/paragraphs";
import { wholesOf } from "./claims/wholes";
import { documentInSteps } from "./document";
import { LINE_SIGN } from "./signs";
import { atOnce } from "./steps";
import type {
  Line,
  NamedPerson,
  NoticeReading,
  ReadNotice,
  Topic,
  WordHit,
  CodeToken,
  DateToken,
  DocNumberToken,
  NumberToken,
  PercentToken,
} from "./types";

const NONE: readonly WordHit[] = [];

/**
 * Reads a notice's physical lines.
 * @example readNotice(["反馈问题12个，已完成整改9个。"]).groups[0]?.total.value // 12
 */
export function readNotice(
  texts: readonly string[],
  lexicon: OfficeLexicon = NO_LEXICON,
  cells?: ReadonlySet<number>,
): NoticeReading {
  return atOnce(noticeInSteps(texts, lexicon, cells));
}

/** The same in steps. */
export function* noticeInSteps(
  texts: readonly string[],
  lexicon: OfficeLexicon = NO_LEXICON,
  cells?: ReadonlySet<number>,
): Generator<void, NoticeReading> {
  const document = yield* documentInSteps(texts, lexicon, cells);
  const byTopic = new Map<Topic, WordHit[]>();
  for (const line of document.lines) {
    for (const hit of line.hits) {
      const list = byTopic.get(hit.topic);
      if (list) list.push(hit);
      else byTopic.set(hit.topic, [hit]);
    }
  }
  yield;
  const paragraphs = yield* paragraphsInSteps(document.lines);
  yield;
  return {
    document,
    lines: document.lines,
    groups: wholesOf(paragraphs.filter(({ line }) => mayAnnounce(document, line))),
    hitsOf: (topic) => byTopic.get(topic) ?? NONE,
    ...tokensByType(document.lines),
    personsOf: rememberPersons(),
    officers: findOfficers(document.lines, byTopic.get("office") ?? NONE),
    counts: bodyCounts(document, byTopic.get("ordinal") ?? NONE),
  };
}

/** Counts inside of an item announce nothing, unless they speak of the feedback. */
function mayAnnounce({ itemOfLine }: ReadNotice, line: Line): boolean {
  return (itemOfLine[line.index] ?? -1) < 0 || (line.signs & LINE_SIGN.feedback) !== 0;
}

const NOBODY: readonly NamedPerson[] = [];

/** Names stand beside nouns for persons, before 等 or between 、. */
function mayName(line: Line): boolean {
  if ((line.signs & (LINE_SIGN.others | LINE_SIGN.enumeration)) !== 0) return true;
  for (const hit of line.hits) if (hit.topic === "personNoun") return true;
  return false;
}

/** Names are asked for by several rules; each line is searched once. */
function rememberPersons(): (line: Line) => readonly NamedPerson[] {
  const known = new Map<number, readonly NamedPerson[]>();
  return (line) => {
    const before = known.get(line.index);
    if (before) return before;
    if (!mayName(line)) return NOBODY;
    const persons = findPersons(line);
    known.set(line.index, persons.length > 0 ? persons : NOBODY);
    return persons;
  };
}

type TokenLists = Pick<NoticeReading, "dates" | "numbers" | "percents" | "docNumbers" | "codes">;

function tokensByType(lines: readonly Line[]): TokenLists {
  const dates: DateToken[] = [];
  const numbers: NumberToken[] = [];
  const percents: PercentToken[] = [];
  const docNumbers: DocNumberToken[] = [];
  const codes: CodeToken[] = [];
  for (const { tokens } of lines) {
    for (const token of tokens) {
      if (token.type === "number") numbers.push(token);
      else if (token.type === "date") dates.push(token);
      else if (token.type === "percent") percents.push(token);
      else if (token.type === "docNumber") docNumbers.push(token);
      else codes.push(token);
    }
  }
  return { dates, numbers, percents, docNumbers, codes };
}
