/** The text most like another one is the one that comparing it with each of them gives, whatever is not compared. */
import fc from "fast-check";
import { AlikeTexts } from "../../src/proofread/against/alike-texts";

interface Numbered {
  readonly key: string;
  readonly number: string;
}

const pairsOf = (key: string): ReadonlySet<string> =>
  new Set(Array.from({ length: Math.max(0, key.length - 1) }, (_, at) => key.slice(at, at + 2)));

/** Every text compared, in the order of the pairs of the one that is looked for. */
function nearest(texts: readonly Numbered[], key: string, number: string, free: ReadonlySet<number>): number | null {
  const own = pairsOf(key);
  const order = new Set<number>();
  for (const pair of own) texts.forEach((text, at) => pairsOf(text.key).has(pair) && order.add(at));
  let best: { readonly at: number; readonly score: number } | null = null;
  for (const at of order) {
    const text = texts[at];
    if (text === undefined || !free.has(at)) continue;
    const theirs = pairsOf(text.key);
    const share = (2 * [...own].filter((pair) => theirs.has(pair)).length) / (own.size + theirs.size);
    const isPart = (key.length >= 4 && text.key.includes(key)) || (text.key.length >= 4 && key.includes(text.key));
    const score = (isPart ? 2 : share) + (number !== "" && number === text.number ? 0.1 : 0);
    if ((isPart || share >= 0.5) && (best === null || score > best.score)) best = { at, score };
  }
  return best?.at ?? null;
}

/** Short texts of few characters share much; a template's texts differ in a figure; some are parts of others. */
const key = fc.oneof(
  fc.string({ unit: fc.constantFrom(..."甲乙丙丁"), maxLength: 9 }),
  fc
    .tuple(fc.nat(30), fc.constantFrom("落实不够到位", "落实不到位", ""))
    .map(([n, end]) => `学习有差距第${n}项工作${end}`),
  fc.constantFrom("台账不清", "台账不清账实不符", "个别台账不清账实不符", "账实不符"),
);
const text = fc.record({ key, number: fc.constantFrom("", "1", "2", "3", "12") });

test("is the one that is nearest of all", () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 25 }), fc.array(text, { minLength: 1, maxLength: 8 }), (texts, wanted) => {
      const index = new AlikeTexts(texts);
      const free = new Set(texts.keys());
      for (const { key: one, number } of wanted) {
        const at = nearest(texts, one, number, free);
        expect(index.nearest(one, number)?.at ?? null).toBe(at);
        // As items are matched: each text once.
        if (at === null) continue;
        free.delete(at);
        index.take(at);
      }
    }),
    { numRuns: 2000 },
  );
});

test("a text that holds another is marked so", () => {
  const index = new AlikeTexts([{ key: "个别台账不清账实不符", number: "" }]);
  expect(index.nearest("台账不清", "")).toMatchObject({ at: 0, contained: true });
  expect(index.nearest("个别台账不全账实不符", "")).toMatchObject({ at: 0, contained: false });
  expect(index.nearest("收入未入账", "")).toBeNull();
});

test("a text that holds it goes before one of its number that is nearly the same", () => {
  const key = "学习贯彻上级决策部署有差距个别制度落实不够到位督促检查流于形式";
  const texts = [`${key}了`.replace("个别", "各别"), `关于${key}的具体情况`].map((one, at) => ({
    key: one,
    number: at === 0 ? "3" : "9",
  }));
  expect(new AlikeTexts(texts).nearest(key, "3")).toMatchObject({ at: 1, contained: true });
});

/** Texts made of the same few words, none like its own version more than by half: the hardest to keep apart. */
const WORDS = ["制度执行", "督促检查", "台账登记", "资金管理", "项目推进", "学习教育", "监督问责", "公务接待"];
const FAULTS = ["不够到位", "流于形式", "不规范", "不及时", "有差距", "有短板"];
const made = fc
  .array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...FAULTS)), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.flat().join(""));

test("is the one that is nearest of many that are made of the same words", () => {
  const many = fc.record({ key: made, number: fc.constantFrom("", "1", "2") });
  fc.assert(
    fc.property(
      fc.array(many, { minLength: 60, maxLength: 200 }),
      fc.array(many, { maxLength: 20 }),
      (texts, wanted) => {
        const index = new AlikeTexts(texts);
        const free = new Set(texts.keys());
        for (const { key: one, number } of wanted) {
          const at = nearest(texts, one, number, free);
          expect(index.nearest(one, number)?.at ?? null).toBe(at);
          if (at === null) continue;
          free.delete(at);
          index.take(at);
        }
      },
    ),
    { numRuns: 60 },
  );
});

test.each([
  ["of one template", (n: number) => `学习贯彻上级决策部署有差距第${n + 1}项具体工作落实不够到位`, /不够到位/u],
  [
    "of the same words",
    (n: number) => [1, 7, 31].map((k) => `${WORDS[(n * k) % 8]}${FAULTS[(n * k) % 5]}`).join(""),
    /^.{4}/u,
  ],
])("thousands of texts %s are not compared with one another", (_, keyOf, changed) => {
  const texts = Array.from({ length: 3000 }, (_one, n) => ({ key: keyOf(n), number: String((n % 8) + 1) }));
  const index = new AlikeTexts(texts);
  const compared = jest.spyOn(index as unknown as { score: () => number }, "score");
  for (const { key: own, number } of texts) {
    const found = index.nearest(own.replace(changed, "不到位"), number);
    if (found) index.take(found.at);
  }
  expect(compared.mock.calls.length).toBeLessThan(texts.length * 100);
});
