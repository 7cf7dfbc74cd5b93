import { clauseAround, clausesOf, endsAt, STOPS } from "../../src/zh/clause";

test("a stop cuts at its rank and all finer ones", () => {
  const ends = (mark: string): readonly boolean[] =>
    [STOPS.sentence, STOPS.member, STOPS.comma, STOPS.clause, STOPS.piece].map((rank) =>
      endsAt(mark.charCodeAt(0), rank),
    );
  expect(ends("。")).toEqual([true, true, true, true, true]);
  expect(ends(";")).toEqual([false, true, true, true, true]);
  expect(ends("，")).toEqual([false, false, true, true, true]);
  expect(ends("：")).toEqual([false, false, false, true, true]);
  expect(ends("、")).toEqual([false, false, false, false, true]);
  expect(ends("完")).toEqual([false, false, false, false, false]);
  expect(endsAt(Number.NaN, STOPS.piece)).toBe(false);
});

test("the clause around a place, either width of a mark, at most as far as it may reach", () => {
  const text = "已印发!制度已报审，待批复后施行。";
  expect(clauseAround(text, { start: 6, end: 7 }, 80).text).toBe("制度已报审");
  expect(clauseAround(text, { start: 6, end: 7 }, 1).text).toBe("度已报");
});

test("clauses without their numbers; a colon doesn't cut", () => {
  expect(clausesOf("一是印发制度；（2）整改情况：已完成。", 0, 19, 9).map((clause) => clause.text)).toEqual([
    "印发制度",
    "整改情况：已完成",
  ]);
});
