import fc from "fast-check";
import type { Severity } from "../../../src/rule/types";
import type { ProofFinding } from "../../../src/proofread";
import { lineSegments } from "../../../src/panes/proofread/line-segments";

function finding(id: string, start: number, end: number, severity: Severity = "warning"): ProofFinding {
  return { id, rule: "r", code: "P1", severity, line: 1, start, end, quote: "", data: {}, fix: null };
}

test("pieces, the gravest severity, the most exact finding first", () => {
  const segments = lineSegments("甲乙丙丁", [finding("long", 0, 3, "error"), finding("short", 1, 2, "info")]);
  expect(segments).toEqual([
    { text: "甲", severity: "error", ids: ["long"] },
    { text: "乙", severity: "error", ids: ["short", "long"] },
    { text: "丙", severity: "error", ids: ["long"] },
    { text: "丁", severity: null, ids: [] },
  ]);
});

test("places of no width mark nothing", () => {
  expect(lineSegments("甲", [finding("a", 1, 1)])).toEqual([{ text: "甲", severity: null, ids: [] }]);
});

test("property: pieces put together are the line; each finding's pieces are its words", () => {
  const text = fc.string({ maxLength: 20 });
  const places = fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { maxLength: 6 });
  fc.assert(
    fc.property(text, places, (line, pairs) => {
      const findings = pairs.map(([a, b], i) =>
        finding(String(i), Math.min(a, b, line.length), Math.min(Math.max(a, b), line.length)),
      );
      const segments = lineSegments(line, findings);
      expect(segments.map((segment) => segment.text).join("")).toBe(line);
      for (const { id, start, end } of findings) {
        const own = segments.filter((segment) => segment.ids.includes(id)).map((segment) => segment.text);
        expect(own.join("")).toBe(line.slice(start, end));
      }
    }),
  );
});
