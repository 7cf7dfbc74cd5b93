import fc from "fast-check";
import { comparePlaces, reaches, type SortKey } from "../../../src/rule/order";
import { isRepeat } from "../../../src/rule/pipeline/dedupe";
import { applyIgnores } from "../../../src/rule/pipeline/ignore";
import { chooseSeverity } from "../../../src/rule/pipeline/severity";
import { sortPlaces } from "../../../src/rule/pipeline/sort";
import { countFindings } from "../../../src/rule/counts";
import { findingOf } from "../finding-of";

const place = fc.record<SortKey & { field: string | null }>({
  sheetOrder: fc.nat(2),
  row: fc.nat(5),
  col: fc.nat(3),
  severity: fc.constantFrom("error", "warning", "info"),
  code: fc.constantFrom("U101", "D204", "L003"),
  tie: fc.constantFrom("", "unit:0", "unit:1"),
  field: fc.constantFrom(null, "unit", "deadline"),
});

function sorted(places: readonly SortKey[]): SortKey[] {
  const steps = sortPlaces(places);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

describe("sort", () => {
  it("goes by sheet, row, column, severity, code", () => {
    const at = (part: Partial<SortKey>): SortKey => ({
      sheetOrder: 0,
      row: 0,
      col: 0,
      severity: "info",
      code: "A",
      tie: "",
      ...part,
    });
    const wanted = [
      at({ severity: "error", code: "Z" }),
      at({ severity: "warning" }),
      at({}),
      at({ code: "B" }),
      at({ col: 1, severity: "error" }),
      at({ row: 1 }),
      at({ sheetOrder: 1 }),
    ];
    expect(sorted([...wanted].reverse())).toEqual(wanted);
  });

  it("keeps every place, in order, and equal ones as they came; never stops late", () => {
    const many = fc.sample(place, { numRuns: 500, seed: 7 });
    const places = Array.from({ length: 40_000 }, (_, came) => ({ ...(many[(came * 7) % 500] as SortKey), came }));
    const steps = sortPlaces(places);
    let pauses = 0;
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) pauses++;
    expect(pauses).toBeGreaterThan(5);
    const result = step.value;
    expect(new Set(result).size).toBe(places.length);
    const isInOrder = (a: (typeof result)[0], b: (typeof result)[0]) => (comparePlaces(a, b) || a.came - b.came) < 0;
    expect(result.every((one, i) => i === 0 || isInOrder(result[i - 1]!, one))).toBe(true);
  });
});

describe("dedupe", () => {
  const at = { sheetOrder: 0, row: 2, col: 0, severity: "error", code: "L001" } as const;

  it("takes two measures that share a merged cell for one", () => {
    expect(isRepeat({ ...at, tie: "unit:0", field: "unit" }, { ...at, tie: "unit:1", field: "unit" })).toBe(true);
  });

  it("keeps two fields missing at one header cell", () => {
    expect(isRepeat({ ...at, tie: "deadline:0", field: "deadline" }, { ...at, tie: "unit:0", field: "unit" })).toBe(
      false,
    );
  });
});

describe("severity", () => {
  it("is the rule's own unless chosen; off is none", () => {
    expect(chooseSeverity("warning", undefined)).toBe("warning");
    expect(chooseSeverity("warning", "info")).toBe("info");
    expect(chooseSeverity("warning", "off")).toBeNull();
    expect(reaches("warning", "error")).toBe(false);
    expect(reaches("error", "info")).toBe(true);
  });
});

describe("ignore", () => {
  const findings = [findingOf({ id: "a" }), findingOf({ id: "b", severity: "error" }), findingOf({ id: "c" })];
  const ignores = [
    { id: "b", reason: "已批准延期", when: "2025-12-01" },
    { id: "gone", reason: "旧", when: "2025-11-01" },
  ];

  it("parts a report and keeps the reason beside the finding", () => {
    const { kept, ignored, lapsed } = applyIgnores(findings, ignores);
    expect(kept.map((finding) => finding.id)).toEqual(["a", "c"]);
    expect(ignored).toEqual([{ finding: findings[1], ignore: ignores[0] }]);
    expect(lapsed).toEqual([ignores[1]]);
  });

  it("without ignores is the report itself", () => {
    expect(applyIgnores(findings, []).kept).toBe(findings);
  });

  it("counts by severity", () => {
    expect(countFindings(findings)).toEqual({ error: 1, warning: 2, info: 0 });
  });
});
