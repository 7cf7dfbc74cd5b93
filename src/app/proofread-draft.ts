/** A draft held against itself and against the ledger that is open, as every surface does it. */
import { NO_LEXICON, type Reading } from "../ledger";
import { proofreadInSteps, type ProofFinding, type ProofreadResult } from "../proofread";
import { atOnce, readDocument, TITLE_LINES } from "../reading";
import { applyIgnores, countFindings } from "../rule";
import type { Tally } from "../tally";
import { judgingWords } from "./lexicon";
import { noticeKey, type Ignore } from "./session";
import type { Settings } from "./settings";

export interface OpenLedger {
  readonly reading: Reading;
  readonly tally: Tally;
}

interface DraftOptions {
  /** Day the draft is judged on, levels of rules, the office's own words. */
  readonly settings?: Partial<Pick<Settings, "asOf" | "rules" | "words" | "lexicon">>;
  /** Findings set aside, by id. */
  readonly ignores?: ReadonlyMap<string, Ignore>;
  /** What is still to be filled in is an error. */
  readonly final?: boolean;
  /** Lines that stand in a table, counted from 0. */
  readonly cells?: ReadonlySet<number>;
}

export interface ProofreadDraft extends ProofreadResult {
  /** Findings a person has set aside; they are not among the others. */
  readonly ignored: readonly { readonly finding: ProofFinding; readonly ignore: Ignore }[];
}

/**
 * Proofreads a draft. The day it is judged on is the one given, else the one the ledger was asked for or states, else
 * what the draft itself says (signature, 截至); today, which says nothing about a draft, is never used.
 */
export function proofreadDraft(
  lines: readonly string[],
  ledger: OpenLedger | null,
  options: DraftOptions = {},
): ProofreadDraft {
  return atOnce(proofreadDraftInSteps(lines, ledger, options));
}

/** The same in steps of a few milliseconds. */
export function* proofreadDraftInSteps(
  lines: readonly string[],
  ledger: OpenLedger | null,
  options: DraftOptions = {},
): Generator<void, ProofreadDraft> {
  const stated = ledger && ledger.reading.asOf.source !== "today" ? ledger.reading.asOf.date : null;
  const asOf = options.settings?.asOf ?? stated;
  const { rules: levels, words, lexicon = NO_LEXICON } = options.settings ?? {};
  return withoutIgnored(
    yield* proofreadInSteps(lines, {
      ...(asOf ? { asOf } : {}),
      ...(ledger ? { ledger } : {}),
      ...(levels ? { levels } : {}),
      lexicon: words ? { ...lexicon, ...judgingWords(words, lexicon) } : lexicon,
      final: options.final ?? false,
      ...(options.cells ? { cells: options.cells } : {}),
    }),
    options.ignores ?? new Map(),
  );
}

/** A result parted by what a person has set aside. */
export function withoutIgnored(result: ProofreadResult, ignores: ReadonlyMap<string, Ignore>): ProofreadDraft {
  const { kept, ignored } = applyIgnores(result.findings, [...ignores.values()]);
  return {
    findings: kept,
    counts: countFindings(kept),
    ignored,
    document: result.document,
    figures: result.figures,
    // Collected when first asked for.
    get claims() {
      return result.claims;
    },
  };
}

/** Key under which what is set aside in a draft is kept (`Session.ignoredInNotice`), from its lines as it was opened. */
export function draftKey(lines: readonly string[]): string {
  const first = lines.findIndex((line) => line.trim() !== "");
  return noticeKey(readDocument(lines.slice(0, Math.max(TITLE_LINES, first + 1))));
}
