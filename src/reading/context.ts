/** Everything the rules look at, made once. */
import type { CivilDate } from "../zh/civil-date";
import type { Kind } from "../ledger/types";
import { matchItems } from "../proofread/against/match-items";
import { bodyCounts } from "./claims/body";
import { findOfficers, findPersons } from "./claims/persons";
import { paragraphsOf } from "./claims/paragraphs";
import { wholesOf } from "./claims/wholes";
import { dateOf, readDocument } from "./document";
import type {
  LedgerSide,
  Line,
  MatchResult,
  NamedPerson,
  NoticeDocument,
  ProofContext,
  Topic,
  WordHit,
  CodeToken,
  DateToken,
  DocNumberToken,
  NumberToken,
  PercentToken,
} from "./types";

export interface ContextOptions {
  /** Day the notice is judged on; else the date of signature, else a full 截至 date. */
  readonly asOf?: CivilDate;
  readonly ledger?: LedgerSide;
}

const NONE: readonly WordHit[] = [];

/** Reads a notice's lines into a context. */
export function createContext(texts: readonly string[], options: ContextOptions): ProofContext {
  const document = readDocument(texts);
  const byTopic = new Map<Topic, WordHit[]>();
  for (const line of document.lines) {
    for (const hit of line.hits) {
      const list = byTopic.get(hit.topic);
      if (list) list.push(hit);
      else byTopic.set(hit.topic, [hit]);
    }
  }
  return {
    document,
    lines: document.lines,
    groups: wholesOf(paragraphsOf(document.lines)),
    asOf: options.asOf ?? document.signed?.date ?? statedAsOf(document),
    hitsOf: (topic) => byTopic.get(topic) ?? NONE,
    ...tokensByType(document.lines),
    personsOf: rememberPersons(),
    officers: findOfficers(document.lines),
    counts: bodyCounts(document),
    ledger: options.ledger ? { ...options.ledger, matches: rememberMatches(document, options.ledger) } : null,
  };
}

const NOBODY: readonly NamedPerson[] = [];

/** Names are asked for by several rules; each line is searched once. */
function rememberPersons(): (line: Line) => readonly NamedPerson[] {
  const known = new Map<number, readonly NamedPerson[]>();
  return (line) => {
    const before = known.get(line.index);
    if (before) return before;
    const persons = findPersons(line);
    known.set(line.index, persons.length > 0 ? persons : NOBODY);
    return persons;
  };
}

type TokenLists = Pick<ProofContext, "dates" | "numbers" | "percents" | "docNumbers" | "codes">;

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

/** Matching is asked for by several rules; each kind is matched once. */
function rememberMatches(document: NoticeDocument, ledger: LedgerSide): (kind: Kind) => MatchResult {
  const known = new Map<Kind, MatchResult>();
  return (kind) => {
    const before = known.get(kind);
    if (before) return before;
    const result = matchItems(document, ledger.reading, kind);
    known.set(kind, result);
    return result;
  };
}

/** 截至2025年12月22日, the last one before the items. */
function statedAsOf(document: NoticeDocument): CivilDate | null {
  let found: CivilDate | null = null;
  for (const line of document.lines.slice(0, document.bodyStart)) {
    for (const token of line.tokens) {
      if (token.type !== "date" || !/截[至止]\s*$/u.test(line.plain.slice(Math.max(0, token.start - 4), token.start)))
        continue;
      found = dateOf(token) ?? found;
    }
  }
  return found;
}
