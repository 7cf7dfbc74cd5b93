/** Proofreading (校对): lines in, findings, claims and the read document out. Pure: no file, no clock, no host. */
import { type UnsortedFinding, reportOf, chooseSeverity, type SeverityChoice, type FindingCounts } from "../rule";
import type { OfficeLexicon } from "../ledger";
import type { CivilDate } from "../zh/civil-date";
import { hashText } from "../zh/text";
import { atOnce, collectClaims, type Claim, type ReadNotice } from "../reading";
import { isBorneOut } from "./against/borne-out";
import { comparedFigures, type ComparedFigures } from "./against/compared";
import { createProofContext } from "./context";
import type { ProofHit, ProofRule } from "./rule";
import { PROOF_RULES } from "./list";
import type { LedgerSide, ProofContext, ProofFinding, ProofFix } from "./types";

export interface ProofreadOptions {
  /** Day the notice is judged on; else the date of signature, else a full 截至 date in the text. */
  readonly asOf?: CivilDate;
  /** A ledger to hold the notice against as well (rules `ledger-…`). */
  readonly ledger?: LedgerSide;
  /** The text is to be published as it is: what is still to be filled in (【待补充】) is an error. */
  readonly final?: boolean;
  /** Lines that stand in a table, counted from 0: what recurs there, or numbers a row, is no fault. */
  readonly cells?: ReadonlySet<number>;
  /** Only these rules (aliases). */
  readonly only?: readonly string[];
  /** The office's own words, added to ours. */
  readonly lexicon?: OfficeLexicon;
  /** Severity by alias where it differs from the rule's own; "off" switches a rule off. */
  readonly levels?: ReadonlyMap<string, SeverityChoice>;
}

export interface ProofreadResult {
  /** Sorted by line, place, severity and code. */
  readonly findings: readonly ProofFinding[];
  readonly counts: FindingCounts;
  readonly claims: readonly Claim[];
  readonly document: ReadNotice;
  /** What was held against the ledger; null without one. */
  readonly figures: ComparedFigures | null;
}

/**
 * Reads a notice and holds it against itself.
 * @param lines physical lines of the text (paragraphs of a .docx), in order
 * @example proofread(["反馈问题12个，已完成整改9个，正在整改2个。"], {}).findings[0]?.rule // "sum-mismatch"
 */
export function proofread(lines: readonly string[], options: ProofreadOptions = {}): ProofreadResult {
  return atOnce(proofreadInSteps(lines, options));
}

/** The same in steps of a few milliseconds, so that a pane stays alive. */
export function* proofreadInSteps(
  lines: readonly string[],
  options: ProofreadOptions = {},
): Generator<void, ProofreadResult> {
  const context = yield* createProofContext(lines, options);
  const { only, levels } = options;
  const drafts: UnsortedFinding<ProofFinding>[] = [];
  for (const rule of PROOF_RULES) {
    if (only && !only.includes(rule.alias)) continue;
    const chosen = levels?.get(rule.alias);
    // No paragraph hangs on a rule of notices, so one that is switched off need not run.
    if (chosen === "off") continue;
    for (const hit of rule.find(context)) {
      if (hit === null) yield;
      else if (isBorneOut(context, rule.alias, hit.place)) continue;
      else drafts.push(draftOf(context, rule, hit, chosen));
    }
    yield;
  }
  const { findings, counts } = yield* reportOf(drafts, () => false);
  let claims: readonly Claim[] | null = null;
  return {
    findings,
    counts,
    // Collected when first asked for: panes show findings, reports also want claims.
    get claims() {
      claims ??= collectClaims(context);
      return claims;
    },
    document: context.document,
    figures: comparedFigures(context),
  };
}

/** An ignore survives changes elsewhere in a long paragraph, and lapses when the words around change. */
const AROUND = 30;

function fixOf(context: ProofContext, value: string, also: ProofHit["also"]): ProofFix {
  if (also === undefined) return { value };
  return {
    value,
    also: also.map(({ place: { line, start, end }, fix }) => ({
      line: line + 1,
      start,
      end,
      quote: context.lines[line]?.text.slice(start, end) ?? "",
      value: fix,
    })),
  };
}

function draftOf(
  context: ProofContext,
  rule: ProofRule,
  hit: ProofHit,
  chosen: SeverityChoice | undefined,
): UnsortedFinding<ProofFinding> {
  const { line, start, end } = hit.place;
  const text = context.lines[line]?.text ?? "";
  const own = hit.severity ?? rule.severity;
  return {
    sheetOrder: 0,
    row: line,
    col: start,
    // By the rule's own: hits of one rule at one place stand together, whatever each is worth.
    severity: rule.severity,
    code: rule.code,
    tie: String(end).padStart(8, "0"),
    field: String(end),
    listed: true,
    finding: {
      id: `${rule.alias}:${hashText(text.slice(Math.max(0, start - AROUND), end + AROUND))}`,
      rule: rule.alias,
      code: rule.code,
      severity: chooseSeverity(own, chosen) ?? own,
      line: line + 1,
      start,
      end,
      quote: text.slice(start, end),
      data: hit.data,
      fix: hit.fix === undefined ? null : fixOf(context, hit.fix, hit.also),
    },
  };
}
