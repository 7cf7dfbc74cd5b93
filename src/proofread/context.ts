/** Everything the rules look at: the notice as read, the day it is judged on, the ledger it is held against. */
import { buildDirectory, NO_LEXICON, type Kind, type OfficeLexicon } from "../ledger";
import { dateOf, noticeInSteps, type ReadNotice } from "../reading";
import { coreOfBody, mayBeOneBody } from "../zh/bodies";
import type { CivilDate } from "../zh/civil-date";
import { foldLine } from "../zh/plain";
import { foldKey } from "../zh/text";
import { listedKinds } from "./against/listed-kinds";
import { matchItems } from "./against/match-items";
import type { LedgerSide, MatchResult, ProofContext } from "./types";

interface ContextOptions {
  /** Day the notice is judged on; else the date of signature, else a full 截至 date. */
  readonly asOf?: CivilDate;
  readonly ledger?: LedgerSide;
  readonly lexicon?: OfficeLexicon;
  readonly final?: boolean;
  readonly cells?: ReadonlySet<number>;
}

/** Reads a notice's lines into a context, in steps. */
export function* createProofContext(texts: readonly string[], options: ContextOptions): Generator<void, ProofContext> {
  const { lexicon = NO_LEXICON } = options;
  const reading = yield* noticeInSteps(texts, lexicon, options.cells);
  const unitName = unitNames(lexicon.units);
  const { document } = reading;
  return {
    ...reading,
    lexicon,
    pendingWords: { harmless: lexicon.harmless.map(foldLine), pending: lexicon.pending.map(foldLine) },
    unitName,
    mayBeOneUnit: (a, b) => mayBeOneBody(unitName(coreOfBody(a)), unitName(coreOfBody(b))),
    asOf: options.asOf ?? document.signed?.date ?? statedAsOf(document),
    final: options.final ?? false,
    ledger: options.ledger ? { ...options.ledger, matches: yield* matchesOf(document, options.ledger) } : null,
  };
}

function unitNames(units: OfficeLexicon["units"]): (text: string) => string {
  const rows = Object.entries(units).map(([name, shortNames]) => ({ name, shortNames }));
  if (rows.length === 0) return (text) => text;
  const { byKey } = buildDirectory(rows, "");
  return (text) => byKey.get(foldKey(text)) ?? text;
}

/** Matching is asked for by several rules; each kind that both list is matched once. */
function* matchesOf(document: ReadNotice, { reading }: LedgerSide): Generator<void, ReadonlyMap<Kind, MatchResult>> {
  const matches = new Map<Kind, MatchResult>();
  for (const kind of listedKinds(document, reading)) matches.set(kind, yield* matchItems(document, reading, kind));
  return matches;
}

/** 截至2025年12月22日, the last one before the items. */
function statedAsOf(document: ReadNotice): CivilDate | null {
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
