import fc from "fast-check";
import { createIntTable } from "../../src/check/int-table";

interface Step {
  readonly do: "set" | "put" | "remove" | "get";
  readonly key: number;
  readonly value: number;
}

const key = fc.oneof(fc.nat(40), fc.nat(2 ** 31 - 1), fc.constantFrom(1023, 1024, 4096, 0x3fffffff));
const step: fc.Arbitrary<Step> = fc.record({
  do: fc.constantFrom("set" as const, "put" as const, "remove" as const, "get" as const),
  key,
  value: fc.nat(1000),
});

describe.each([
  ["spread", {}],
  ["sized beforehand", { expected: 3000 }],
  ["its small keys in their order", { dense: 20 }],
])("a table of whole numbers, %s", (_, options) => {
  test("does what a Map does", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const table = createIntTable(options);
        const map = new Map<number, number>();
        for (const one of steps) {
          if (one.do === "get") expect(table.get(one.key)).toBe(map.get(one.key) ?? -1);
          else if (one.do === "remove") {
            table.remove(one.key);
            map.delete(one.key);
          } else if (one.do === "set") {
            table.set(one.key, one.value);
            map.set(one.key, one.value);
          } else {
            expect(table.put(one.key, one.value)).toBe(map.get(one.key) ?? -1);
            if (!map.has(one.key)) map.set(one.key, one.value);
          }
        }
        for (const [k, value] of map) expect(table.get(k)).toBe(value);
      }),
    );
  });

  test("grows beyond what was expected", () => {
    const table = createIntTable(options);
    for (let i = 0; i < 10_000; i++) table.set(i * 7, i);
    for (let i = 0; i < 10_000; i++) expect(table.get(i * 7)).toBe(i);
    expect(table.get(5)).toBe(-1);
  });
});
