import fc from "fast-check";
import { createSigns } from "../../src/zh/signs";

const LISTS = { each: ["每", "均"], done: ["完成", "办结"], parts: ["其中", "每年"] } as const;
const { bits, read } = createSigns(LISTS);

const NAMES = Object.keys(LISTS) as (keyof typeof LISTS)[];
const named = (text: string): readonly string[] => NAMES.filter((name) => (read(text) & bits[name]) !== 0);

test.each([
  ["", []],
  ["整改情况", []],
  ["每户800元", ["each"]],
  ["已完成", ["done"]],
  ["完", []],
  ["成完", []],
  ["每年办结", ["each", "done", "parts"]],
  ["其", []],
  ["其中均已完成", NAMES],
])("%s: %j", (text, expected) => {
  expect(named(text)).toEqual(expected);
});

test("a word that stands in a text is never missed", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary" }),
      fc.constantFrom(...NAMES.flatMap((name) => LISTS[name].map((word) => [name, word] as const))),
      fc.string({ unit: "binary" }),
      (before, [name, word], after) => {
        expect(named(before + word + after)).toContain(name);
      },
    ),
  );
});

test("lists have bits of their own, as many as a number holds", () => {
  expect(new Set(Object.values(bits)).size).toBe(NAMES.length);
  const many = Object.fromEntries(Array.from({ length: 31 }, (_, at) => [`list${at}`, ["完成"]]));
  expect(() => createSigns(many)).toThrow("31 lists");
});

test("a form with what may vary in it is refused, for it would be missed", () => {
  expect(() => createSigns({ already: ["已经?"] })).toThrow("已经?");
});
