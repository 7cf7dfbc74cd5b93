/** The cheap number by which texts are told apart must never part two that are equal once folded. */
import { looseHash } from "../../../src/check/generic/unique";
import { foldKey } from "../../../src/zh/text";

test("every character of the basic plane hashes as its folded form does", () => {
  const apart: string[] = [];
  for (let code = 0; code <= 0xffff; code++) {
    const text = `第1项${String.fromCharCode(code)}a`;
    if (looseHash(text) !== looseHash(foldKey(text))) apart.push(code.toString(16));
  }
  expect(apart).toEqual([]);
});

test("what folding leaves apart mostly differs", () => {
  const hashes = new Set(Array.from({ length: 1000 }, (_, i) => looseHash(`第${i}个问题：制度执行不够到位`)));
  expect(hashes.size).toBeGreaterThan(990);
});
