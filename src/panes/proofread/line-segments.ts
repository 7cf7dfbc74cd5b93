/** A line cut at the edges of its findings, each piece with what is said about it. */
import { SEVERITIES } from "../../app/core";
import type { Severity } from "../../rule";
import type { ProofFinding } from "../../proofread";

interface Segment {
  readonly text: string;
  /** Gravest severity there; null where nothing is said. */
  readonly severity: Severity | null;
  /** Ids of the findings that cover it, shortest first: a press means the most exact one. */
  readonly ids: readonly string[];
}

/**
 * @param findings those of this line, places in UTF-16 units
 * @example lineSegments("截止目前", [finding(0, 2)]).map((s) => s.text) // ["截止", "目前"]
 */
export function lineSegments(text: string, findings: readonly ProofFinding[]): readonly Segment[] {
  const shown = findings.filter((finding) => finding.end > finding.start);
  if (shown.length === 0) return [{ text, severity: null, ids: [] }];
  const edges = new Set([0, text.length]);
  for (const { start, end } of shown) edges.add(start).add(end);
  const sorted = [...edges].filter((edge) => edge >= 0 && edge <= text.length).sort((a, b) => a - b);
  const byLength = [...shown].sort((a, b) => a.end - a.start - (b.end - b.start));
  const segments: Segment[] = [];
  for (let i = 0; i + 1 < sorted.length; i += 1) {
    const from = sorted[i] ?? 0;
    const to = sorted[i + 1] ?? 0;
    const covering = byLength.filter((finding) => finding.start <= from && finding.end >= to);
    const severity = SEVERITIES.find((each) => covering.some((finding) => finding.severity === each)) ?? null;
    segments.push({ text: text.slice(from, to), severity, ids: covering.map((finding) => finding.id) });
  }
  return segments;
}
