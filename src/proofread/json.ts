/** The published form of proofreading: what `taizhang proofread --format json` prints. Fixed contract, schema 1. */
import type { Lang, Severity } from "../rule";
import { proofMessage } from "./list";
import type { ProofreadResult } from "./proofread";

interface ProofFindingJson {
  readonly rule: string;
  readonly code: string;
  readonly severity: Severity;
  /** 1-based physical line (paragraph of a .docx). */
  readonly line: number;
  readonly quote: string;
  readonly message: string;
  readonly fix: { readonly value: string } | null;
}

/** What of a notice was held against its ledger, outside of the items. */
interface FiguresJson {
  readonly compared: number;
  readonly uncompared: readonly { readonly line: number; readonly quote: string }[];
}

interface ClaimJson {
  readonly line: number;
  readonly quote: string;
  readonly numbers: Readonly<Record<string, number | string>>;
}

export interface ProofreadJson {
  readonly schema: 1;
  readonly file: string;
  readonly findings: readonly ProofFindingJson[];
  readonly claims: readonly ClaimJson[];
  /** Only where a ledger was given. */
  readonly figures?: FiguresJson;
}

/**
 * A result as its JSON object.
 * @example JSON.stringify(proofreadJson(result, { file: "通报.txt", lang: "zh" }))
 */
export function proofreadJson(
  result: ProofreadResult,
  context: { readonly file: string; readonly lang: Lang },
): ProofreadJson {
  return {
    schema: 1,
    file: context.file,
    findings: result.findings.map((finding) => ({
      rule: finding.rule,
      code: finding.code,
      severity: finding.severity,
      line: finding.line,
      quote: finding.quote,
      message: proofMessage(finding, context.lang),
      fix: finding.fix === null ? null : { value: finding.fix.value },
    })),
    claims: result.claims.map((claim) => ({ line: claim.line + 1, quote: claim.quote, numbers: claim.numbers })),
    ...(result.figures === null
      ? {}
      : {
          figures: {
            compared: result.figures.compared,
            uncompared: result.figures.uncompared.map(({ line, quote }) => ({ line, quote })),
          },
        }),
  };
}
