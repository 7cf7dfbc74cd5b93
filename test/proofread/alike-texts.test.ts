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
        expect(index.nearest(one, number, (other) => free.has(other))?.at ?? null).toBe(at);
        // As items are matched: each text once.
        if (at !== null) free.delete(at);
      }
    }),
    { numRuns: 2000 },
  );
});

test("a text that holds another is marked so", () => {
  const index = new AlikeTexts([{ key: "个别台账不清账实不符", number: "" }]);
  expect(index.nearest("台账不清", "", () => true)).toMatchObject({ at: 0, contained: true });
  expect(index.nearest("个别台账不全账实不符", "", () => true)).toMatchObject({ at: 0, contained: false });
  expect(index.nearest("收入未入账", "", () => true)).toBeNull();
});

test("a text that holds it goes before one of its number that is nearly the same", () => {
  const key = "学习贯彻上级决策部署有差距个别制度落实不够到位督促检查流于形式";
  const texts = [`${key}了`.replace("个别", "各别"), `关于${key}的具体情况`].map((one, at) => ({
    key: one,
    number: at === 0 ? "3" : "9",
  }));
  expect(new AlikeTexts(texts).nearest(key, "3", () => true)).toMatchObject({ at: 1, contained: true });
});

test("thousands of texts of one template are not compared with one another", () => {
  const texts = Array.from({ length: 3000 }, (_, n) => ({
    key: `学习贯彻上级决策部署有差距第${n + 1}项具体工作落实不够到位`,
    number: String(n + 1),
  }));
  const index = new AlikeTexts(texts);
  let asked = 0;
  texts.forEach(({ key: own, number }, at) => {
    const found = index.nearest(own.replace("不够到位", "不到位"), number, () => {
      asked++;
      return true;
    });
    expect(found?.at).toBe(at);
  });
  expect(asked).toBeLessThan(texts.length * 100);
});
