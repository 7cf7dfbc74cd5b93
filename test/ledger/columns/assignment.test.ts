import fc from "fast-check";
import { bestMatching } from "../../../src/ledger/columns/assignment";

/** The best sum by trying everything. */
function bestSum(scores: readonly (readonly number[])[], used: readonly number[] = []): number {
  const [first, ...rest] = scores;
  if (!first) return 0;
  let best = bestSum(rest, used);
  first.forEach((score, column) => {
    if (score > 0 && !used.includes(column)) best = Math.max(best, score + bestSum(rest, [...used, column]));
  });
  return best;
}

describe("bestMatching", () => {
  test("gives way where the other has no choice", () => {
    expect(
      bestMatching([
        [0.9, 0.8],
        [0.9, 0],
      ]),
    ).toEqual([1, 0]);
    expect(bestMatching([[0, 0]])).toEqual([-1]);
    expect(bestMatching([])).toEqual([]);
  });

  test("is the best of all matchings", () => {
    const matrix = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 5 })).chain(([fields, columns]) =>
      fc.array(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: columns, maxLength: columns }), {
        minLength: fields,
        maxLength: fields,
      }),
    );
    fc.assert(
      fc.property(matrix, (scores) => {
        const chosen = bestMatching(scores);
        const taken = chosen.filter((column) => column >= 0);
        expect(new Set(taken).size).toBe(taken.length);
        const sum = chosen.reduce(
          (total, column, field) => total + (column >= 0 ? (scores[field]?.[column] ?? 0) : 0),
          0,
        );
        expect(sum).toBe(bestSum(scores));
      }),
    );
  });
});
