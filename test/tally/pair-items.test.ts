/** Items of two periods against the plain definition, in which every text is compared with every other. */
import * as fc from "fast-check";
import { foldText, pairItems, similarity } from "../../src/tally/pair-items";
import { nearPairs } from "../../src/tally/near-texts";
import { sheetOf } from "../grid/grid-of";
import { bookOf, OCTOBER } from "../paragraph/month-book";

interface Row {
  readonly number: string;
  readonly problem: string;
  readonly unit: string;
}

function bookFrom(rows: readonly Row[]) {
  const head = ["序号", "反馈的具体问题", "整改措施", "责任单位", "整改时限", "整改状态"];
  const body = rows.map(({ number, problem, unit }) => [number, problem, "整改", unit, "2025年12月底前", "正在整改"]);
  return bookOf([sheetOf("问题整改台账", [["××县某局党组巡察反馈问题整改台账"], head, ...body])], OCTOBER).reading;
}

const row = (number: string, problem: string, unit = "办公室"): Row => ({ number, problem, unit });

function paired(old: readonly Row[], now: readonly Row[]) {
  const found = pairItems(bookFrom(old), bookFrom(now)).find(({ kind }) => kind === "problem");
  const names = (items: readonly { readonly number: string }[] = []): string =>
    items.map((one) => one.number).join(" ");
  return {
    pairs: (found?.pairs ?? []).map((one) => `${one.old.number}=${one.now.number}`).join(" "),
    added: names(found?.added),
    removed: names(found?.removed),
    near: (found?.near ?? []).map((one) => `${one.old.number}~${one.now.number}`).join(" "),
    ambiguous: (found?.ambiguous ?? []).map((one) => `${names(one.old)}|${names(one.now)}`).join(" "),
  };
}

describe("items of two periods", () => {
  it.each<[string, readonly Row[], readonly Row[], Partial<ReturnType<typeof paired>>]>([
    [
      "one text on each side, other numbers",
      [row("1", "会议记录不完整")],
      [row("5", "（一）会议记录，不完整。")],
      { pairs: "1=5" },
    ],
    [
      "equal texts, told apart by units",
      [row("1", "制度不健全", "办公室"), row("2", "制度不健全", "财务科")],
      [row("1", "制度不健全", "财务科"), row("2", "制度不健全", "办公室")],
      { pairs: "1=2 2=1" },
    ],
    [
      "equal texts of one unit, told apart by numbers",
      [row("1", "制度不健全"), row("2", "制度不健全")],
      [row("2", "制度不健全"), row("1", "制度不健全")],
      { pairs: "1=1 2=2" },
    ],
    [
      "a text that only gained words, of the same unit: a person says",
      [row("1", "公务接待费超标准列支")],
      [row("5", "公务接待超标准")],
      { pairs: "", ambiguous: "1|5", added: "", removed: "" },
    ],
    [
      "six characters of ten are enough, five of them are not",
      [row("1", "甲乙丙丁戊己天地玄黄"), row("2", "子丑寅卯辰宇宙洪")],
      [row("5", "甲乙丙丁戊己"), row("6", "子丑寅卯辰")],
      { ambiguous: "1|5", added: "6", removed: "2" },
    ],
    [
      "less than six tenths are not",
      [row("1", "甲乙丙丁戊己天地玄黄宇")],
      [row("5", "甲乙丙丁戊己")],
      { ambiguous: "", added: "5", removed: "1" },
    ],
    [
      "another unit's is another matter, and so is one of several",
      [row("1", "公务接待费超标准列支"), row("2", "应急物资管理制度缺失")],
      [row("5", "公务接待超标准", "财务科"), row("6", "应急物资制度缺失"), row("7", "应急管理制度缺失")],
      { ambiguous: "2|6 7", added: "5", removed: "1" },
    ],
    [
      "equal texts that nothing tells apart",
      [row("1", "制度不健全"), row("2", "制度不健全")],
      [row("7", "制度不健全"), row("8", "制度不健全")],
      { pairs: "", ambiguous: "1 2|7 8", added: "", removed: "" },
    ],
    [
      "of equal texts one unit's is gone",
      [row("1", "制度不健全", "办公室"), row("2", "制度不健全", "财务科")],
      [row("9", "制度不健全", "办公室")],
      { pairs: "1=9", removed: "2" },
    ],
    [
      "one number, six tenths alike",
      [row("3", "甲乙丙丁戊己庚辛壬癸")],
      [row("3", "甲乙丙丁戊己一二三四")],
      { pairs: "3=3" },
    ],
    [
      "one number, less alike",
      [row("3", "甲乙丙丁戊己庚辛壬癸")],
      [row("3", "甲乙丙丁戊一二三四五")],
      { pairs: "", added: "3", removed: "3" },
    ],
    [
      "eight tenths alike under another number",
      [row("3", "甲乙丙丁戊己庚辛壬癸")],
      [row("4", "甲乙丙丁戊己庚辛一二")],
      { pairs: "3=4" },
    ],
    [
      "two alike, one a tenth nearer",
      [row("3", "甲乙丙丁戊己庚辛壬癸")],
      [row("4", "甲乙丙丁戊己庚辛一二"), row("5", "甲乙丙丁戊己庚辛壬二")],
      { pairs: "3=5", added: "4" },
    ],
    [
      "two alike, none nearer",
      [row("3", "甲乙丙丁戊己庚辛壬癸")],
      [row("4", "甲乙丙丁戊己庚辛壬二"), row("5", "甲乙丙丁戊己庚辛壬三")],
      { pairs: "", ambiguous: "3|4 5", added: "", removed: "" },
    ],
    [
      "one alike, a third nearly so: told, and paired with nothing",
      [row("3", "甲乙丙丁戊己庚辛壬癸")],
      [row("4", "甲乙丙丁戊己庚辛一二"), row("5", "甲乙丙丁戊己庚辛三四五")],
      { pairs: "", near: "3~4", added: "4 5", removed: "3", ambiguous: "" },
    ],
  ])("%s", (_name, old, now, expected) => {
    expect(paired(old, now)).toMatchObject(expected);
  });

  it("folds ordinals, width and signs, and keeps numbers that are no ordinals", () => {
    expect(["①会议少", "１．会议少", "（一）1、会议少！", "1.5万元未入账"].map(foldText)).toEqual([
      "会议少",
      "会议少",
      "会议少",
      "15万元未入账",
    ]);
  });

  it("compares code points", () => {
    expect(similarity("𠮷会议", "𠮶会议")).toBeCloseTo(2 / 3);
  });
});

const word = fc.constantFrom("制度", "会议", "记录", "不", "健全", "完整", "合同", "管理", "𠮷", "未", "公开");
const text = fc.array(word, { minLength: 0, maxLength: 9 }).map((words) => words.join(""));

/** Every text with every other. */
function plainNear(ones: readonly string[], others: readonly string[]): readonly string[] {
  return ones.flatMap((one, at) =>
    others.flatMap((other, to) =>
      one !== "" && other !== "" && Math.round(similarity(one, other) * 1e9) >= 7e8 ? [`${at}-${to}`] : [],
    ),
  );
}

it("finds exactly the texts that are near by comparing each with each", () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 14 }), fc.array(text, { maxLength: 14 }), (ones, others) => {
      const found: string[] = [];
      nearPairs(ones, others, (one, other) => found.push(`${one}-${other}`));
      expect(found.sort()).toEqual([...plainNear(ones, others)].sort());
    }),
  );
});

/** Mutually best, runner-up a tenth lower on both sides, of what is left behind texts and numbers. */
function plainLikeness(olds: readonly string[], nows: readonly string[]): readonly string[] {
  const tenths = (a: string, b: string): number => Math.round(similarity(a, b) * 1e9);
  return olds.flatMap((old, at) =>
    nows.flatMap((now, to) => {
      const score = tenths(old, now);
      const rivals = [
        ...nows.filter((_one, index) => index !== to).map((other) => tenths(old, other)),
        ...olds.filter((_one, index) => index !== at).map((other) => tenths(other, now)),
      ];
      return score >= 8e8 && rivals.every((other) => score - other >= 1e8) ? [`${at}=${to}`] : [];
    }),
  );
}

it("pairs by likeness as the plain definition does", () => {
  const distinct = fc.uniqueArray(
    text.filter((one) => one !== "").map((one) => `${one}问题`),
    { maxLength: 7 },
  );
  fc.assert(
    fc.property(distinct, distinct, (ones, others) => {
      const olds = ones.filter((one) => !others.includes(one));
      const nows = others.filter((one) => !ones.includes(one));
      fc.pre(olds.length > 0 && nows.length > 0);
      const found = paired(
        olds.map((problem, index) => row(String(index + 1), problem)),
        nows.map((problem, index) => row(String(index + 101), problem)),
      );
      const pairs = plainLikeness(olds, nows).map((pair) => {
        const [at = "", to = ""] = pair.split("=");
        return `${Number(at) + 1}=${Number(to) + 101}`;
      });
      expect(found.pairs.split(" ").filter(Boolean).sort()).toEqual([...pairs].sort());
    }),
    { numRuns: 60 },
  );
});
