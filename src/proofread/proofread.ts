/** Proofreading (校对): lines in, findings, claims and the read document out. Pure: no file, no clock, no host. */
import type { FindingCounts, FindingData, Lang } from "../rule";
import type { CivilDate } from "../zh/civil-date";
import { hashText } from "../zh/text";
import { collectClaims, type Claim, type ReadNotice } from "../reading";
import { createContext } from "./context";
import type { ProofHit, ProofRule } from "./rule";
import { PROOF_RULES } from "./rules";
import type { LedgerSide, ProofContext, ProofFinding } from "./types";

export interface ProofreadOptions {
  /** Day the notice is judged on; else the date of signature, else a full 截至 date in the text. */
  readonly asOf?: CivilDate;
  /** A ledger to hold the notice against as well (rules `ledger-…`). */
  readonly ledger?: LedgerSide;
  /** Only these rules (aliases). */
  readonly only?: readonly string[];
}

export interface ProofreadResult {
  /** Sorted by line, place and code. */
  readonly findings: readonly ProofFinding[];
  readonly counts: FindingCounts;
  readonly claims: readonly Claim[];
  readonly document: ReadNotice;
}

/**
 * Reads a notice and holds it against itself.
 * @param lines physical lines of the text (paragraphs of a .docx), in order
 * @example proofread(["反馈问题12个，已完成整改9个，正在整改2个。"], {}).findings[0]?.rule // "sum-mismatch"
 */
export function proofread(lines: readonly string[], options: ProofreadOptions = {}): ProofreadResult {
  const context = createContext(lines, { asOf: options.asOf, ledger: options.ledger });
  const { only } = options;
  const rules = only ? PROOF_RULES.filter((rule) => only.includes(rule.alias)) : PROOF_RULES;
  const findings: ProofFinding[] = [];
  for (const rule of rules) for (const hit of rule.find(context)) findings.push(makeFinding(context, rule, hit));
  const sorted = numberIds(dropDoubles(findings.sort(byPlace)));
  let claims: readonly Claim[] | null = null;
  return {
    findings: sorted,
    counts: countFindings(sorted),
    // Collected when first asked for: panes show findings, reports also want claims.
    get claims() {
      claims ??= collectClaims(context);
      return claims;
    },
    document: context.document,
  };
}

/** An ignore survives changes elsewhere in a long paragraph, and lapses when the words around change. */
const AROUND = 30;

function makeFinding(context: ProofContext, rule: ProofRule, hit: ProofHit): ProofFinding {
  const { place } = hit;
  const text = context.lines[place.line]?.text ?? "";
  return {
    id: `${rule.alias}:${hashText(text.slice(Math.max(0, place.start - AROUND), place.end + AROUND))}`,
    rule: rule.alias,
    code: rule.code,
    severity: hit.severity ?? rule.severity,
    line: place.line + 1,
    start: place.start,
    end: place.end,
    quote: text.slice(place.start, place.end),
    data: hit.data,
    fix: hit.fix === undefined ? null : { value: hit.fix },
  };
}

function byPlace(a: ProofFinding, b: ProofFinding): number {
  return a.line - b.line || a.start - b.start || (a.code < b.code ? -1 : a.code > b.code ? 1 : a.end - b.end);
}

/** The same rule at the same place with the same data says nothing new. */
function dropDoubles(findings: readonly ProofFinding[]): readonly ProofFinding[] {
  return findings.filter((finding, index) => {
    const before = findings[index - 1];
    return (
      !before ||
      before.rule !== finding.rule ||
      before.line !== finding.line ||
      before.start !== finding.start ||
      before.end !== finding.end
    );
  });
}

/** Equal ids get "~2", "~3" in text order. */
function numberIds(findings: readonly ProofFinding[]): readonly ProofFinding[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const n = (seen.get(finding.id) ?? 0) + 1;
    seen.set(finding.id, n);
    return n === 1 ? finding : { ...finding, id: `${finding.id}~${n}` };
  });
}

function countFindings(findings: readonly ProofFinding[]): FindingCounts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const finding of findings) counts[finding.severity]++;
  return counts;
}

const BY_ALIAS: ReadonlyMap<string, ProofRule> = new Map(PROOF_RULES.map((rule) => [rule.alias, rule]));

/** The sentence of a finding in a language. Findings of unknown rules (of a newer version) give their alias. */
export function proofMessage(finding: { readonly rule: string; readonly data: FindingData }, lang: Lang): string {
  return BY_ALIAS.get(finding.rule)?.messages[lang](finding.data) ?? finding.rule;
}
