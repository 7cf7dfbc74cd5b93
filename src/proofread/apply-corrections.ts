/** Writing accepted corrections into a text. Nothing but the accepted places changes; what no longer fits is left. */
import type { Correction, ProofFinding } from "./types";

type LeftReason =
  /** Other words stand at the place now. */
  | "changed"
  /** It overlaps a correction before it. */
  | "overlaps"
  /** There is no such line. */
  | "noLine";

interface CorrectedLines {
  readonly lines: readonly string[];
  readonly applied: readonly Correction[];
  readonly left: readonly { readonly correction: Correction; readonly reason: LeftReason }[];
}

/** The corrections a finding proposes, none where it proposes none. */
export function correctionsOf({ line, start, end, quote, fix }: ProofFinding): readonly Correction[] {
  return fix === null ? [] : [{ line, start, end, quote, value: fix.value }, ...(fix.also ?? [])];
}

/**
 * The corrections of all findings of one rule, to be accepted at once.
 * @example correctLines(lines, correctionsOfRule(findings, "misspelling"))
 */
export function correctionsOfRule(findings: readonly ProofFinding[], rule: string): readonly Correction[] {
  return findings.filter((finding) => finding.rule === rule).flatMap(correctionsOf);
}

/**
 * Applies corrections to lines. Places are those of the lines as given; the order of the list doesn't matter.
 * @example correctLines(["截止目前"], [{ line: 1, start: 0, end: 2, quote: "截止", value: "截至" }]).lines // ["截至目前"]
 */
export function correctLines(lines: readonly string[], corrections: readonly Correction[]): CorrectedLines {
  const byLine = new Map<number, Correction[]>();
  for (const correction of corrections) {
    const list = byLine.get(correction.line);
    if (list) list.push(correction);
    else byLine.set(correction.line, [correction]);
  }
  const applied: Correction[] = [];
  const left: { correction: Correction; reason: LeftReason }[] = [];
  const corrected = lines.map((text, index) => {
    const own = byLine.get(index + 1);
    byLine.delete(index + 1);
    return own ? correctLine(text, own, applied, left) : text;
  });
  for (const lost of byLine.values()) for (const correction of lost) left.push({ correction, reason: "noLine" });
  return { lines: corrected, applied, left };
}

function correctLine(
  text: string,
  corrections: readonly Correction[],
  applied: Correction[],
  left: { correction: Correction; reason: LeftReason }[],
): string {
  const sorted = [...corrections].sort((a, b) => a.start - b.start || a.end - b.end);
  const pieces: string[] = [];
  let from = 0;
  for (const correction of sorted) {
    if (correction.start < from) {
      left.push({ correction, reason: "overlaps" });
      continue;
    }
    if (text.slice(correction.start, correction.end) !== correction.quote) {
      left.push({ correction, reason: "changed" });
      continue;
    }
    pieces.push(text.slice(from, correction.start), correction.value);
    from = correction.end;
    applied.push(correction);
  }
  pieces.push(text.slice(from));
  return pieces.join("");
}

interface CorrectedText extends Omit<CorrectedLines, "lines"> {
  readonly text: string;
}

/**
 * Applies corrections to a text; its line ends (CRLF, LF, CR) stay as they are.
 * @example applyCorrections(text, findings.flatMap(correctionsOf)).text
 */
export function applyCorrections(text: string, accepted: readonly Correction[]): CorrectedText {
  const ends = text.match(/\r\n|\r|\n/g) ?? [];
  const { lines, applied, left } = correctLines(text.split(/\r\n|\r|\n/), accepted);
  return { text: lines.map((line, index) => line + (ends[index] ?? "")).join(""), applied, left };
}
