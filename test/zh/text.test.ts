import * as fc from "fast-check";
import { foldKey, hashText, setSolid, tidyText, trimText, widthOf } from "../../src/zh/text";

/** Characters that cells are known to hold, and that are easy to treat wrongly. */
const trickyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        " ",
        "\u00a0",
        "\u3000",
        "\u200b",
        "\ufeff",
        "\t",
        "\n",
        "\r",
        "\u2028",
        "\u00ad",
        "\u2065",
        "\u206a",
        "\u0085",
        "（",
        "）",
        "，",
        "１",
        "Ａ",
        "ﬁ",
        "Å",
        "e\u0301",
        "\u0301",
        "豈",
        "①",
        "㈠",
        "已",
        "完",
        "成",
        "a",
        "1",
        "\ud83d\ude00",
        "\ud800",
      ),
      fc.string({ unit: "binary", maxLength: 3 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

describe("trimText", () => {
  test.each([
    ["已完成", "已完成"],
    [" 已完成 ", "已完成"],
    ["\u3000\u3000已完成\u00a0", "已完成"],
    ["\u200b\ufeff已完成\u200e", "已完成"],
    ["\r\n已 完成\t", "已 完成"],
    ["", ""],
    [" \u3000\u200b", ""],
    ["（已）", "（已）"],
  ])("%p gives %p", (from, to) => expect(trimText(from)).toBe(to));

  test("takes at least what String.trim takes, and is idempotent", () => {
    fc.assert(
      fc.property(trickyText, (s) => {
        const once = trimText(s);
        return trimText(once) === once && once === once.trim() && trimText(s.trim()) === once;
      }),
    );
  });
});

describe("foldKey", () => {
  test.each([
    ["县财政局", "县财政局"],
    ["县财政局（本级 ）", "县财政局(本级)"],
    ["２０２５年６月", "2025年6月"],
    ["已 完\u3000成\u200b", "已完成"],
    ["Ａ，Ｂ；Ｃ：Ｄ", "A,B;C:D"],
    ["A、B。", "A、B。"],
    ["①", "1"],
    ["", ""],
  ])("%p gives %p", (from, to) => expect(foldKey(from)).toBe(to));

  test("is idempotent and knows no blanks", () => {
    fc.assert(
      fc.property(trickyText, (s) => {
        const once = foldKey(s);
        return foldKey(once) === once && !/\s/.test(once);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("hashText", () => {
  test("is short, stable and tells near texts apart", () => {
    expect(hashText("")).toMatch(/^[0-9a-z]{11}$/);
    expect(hashText("县财政局")).toBe(hashText("县财政局"));
    const seen = new Set<string>();
    for (let i = 0; i < 50_000; i++) seen.add(hashText(`问题${i}`));
    expect(seen.size).toBe(50_000);
  });

  test("keeps its values, because stored ignores depend on them", () => {
    expect([hashText(""), hashText("a"), hashText("未按规定公示")]).toMatchInlineSnapshot(`
     [
       "13914thhyq6",
       "1ag4v57cd6d",
       "17eblarg9a6",
     ]
    `);
  });
});

describe("tidyText", () => {
  test.each([
    ["县财政局", "县财政局"],
    [" 县财政局", "县财政局"],
    ["县财政局\u00a0", "县财政局"],
    ["\u3000\u3000一是完善制度。\n\u3000\u3000二是加强学习。 ", "一是完善制度。\n二是加强学习。"],
    ["县财政局\u3000\u3000县教育局", "县财政局 县教育局"],
    ["县财政局 县教育局", "县财政局 县教育局"],
    ["２０２５年６月", "2025年6月"],
    ["已完\u200b成", "已完成"],
    ["制度（试行），已印发；", "制度（试行），已印发；"],
    ["一\r\n二\r三", "一\n二\n三"],
    ["\n\n一\n\n二\n", "一\n\n二"],
    ["Ａ级", "A级"],
    ["", ""],
  ])("%p gives %p", (from, to) => expect(tidyText(from)).toBe(to));

  test("is idempotent and never changes what a text is compared by", () => {
    fc.assert(
      fc.property(trickyText, (s) => {
        const once = tidyText(s);
        return tidyText(once) === once && foldKey(once) === foldKey(s);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("widthOf", () => {
  test.each([
    ["", 0],
    ["abc", 3],
    ["第7行 OK", 8],
    ["（１）", 6],
    ["e\u0301", 1],
    ["a\u200bb", 2],
    ["\ud83d\ude00", 2],
    ["𠀀", 2],
  ])("%p takes %p columns", (s, width) => expect(widthOf(s)).toBe(width));

  /** Stretches of Unicode of one width, and what stands right before and behind them. */
  test.each([
    [0x200b, 0x200f, 0, 1],
    [0x202a, 0x202e, 0, 1],
    [0x2060, 0x206f, 0, 1],
    [0x20d0, 0x20ff, 0, 1],
    [0xfe00, 0xfe0f, 0, 1],
    [0x2e80, 0x303e, 2, 1],
    [0xa960, 0xa97f, 2, 1],
    [0xac00, 0xd7a3, 2, 1],
    [0xf900, 0xfaff, 2, 1],
    [0xfe30, 0xfe6f, 2, 1],
    [0xff01, 0xff60, 2, 1],
    [0xffe0, 0xffe6, 2, 1],
    [0x1f300, 0x1f64f, 2, 1],
    [0x1f680, 0x1f6ff, 2, 1],
    [0x1f900, 0x1faff, 2, 1],
    [0x20000, 0x3fffd, 2, 1],
  ])("%p to %p take %p columns, their neighbours %p", (from, to, inside, outside) => {
    expect([from - 1, from, to, to + 1].map((code) => widthOf(String.fromCodePoint(code)))).toEqual([
      outside,
      inside,
      inside,
      outside,
    ]);
  });
});

describe("setSolid", () => {
  test.each([
    [
      "完成时间 2025年6月3日 比时限 2025年5月31日 晚 3 天，请核对日期。",
      "完成时间2025年6月3日比时限2025年5月31日晚3天，请核对日期。",
    ],
    ["序号 7 与 A14 重复，请改正序号。", "序号7与A14重复，请改正序号。"],
    ["完成率 50% 有误", "完成率50%有误"],
    ["进展 写着“已完成 3 项，余 2 项”与 2 项不符", "进展 写着“已完成 3 项，余 2 项”与2项不符"],
    ["见 3 处「甲 1」和「乙 2」，共 5 处", "见3处「甲 1」和「乙 2」，共5处"],
    ["a b 12 c", "a b 12 c"],
  ])("%s", (sentence, solid) => {
    expect(setSolid(sentence)).toBe(solid);
  });
  it("takes out nothing but blanks, and nothing from what is quoted", () => {
    fc.assert(
      fc.property(trickyText, trickyText, (before, quoted) => {
        const sentence = `${before.replace(/[“”「」]/gu, "")}“${quoted}”`;
        const solid = setSolid(sentence);
        expect(solid.endsWith(`“${quoted}”`)).toBe(true);
        expect(solid.replace(/ /gu, "")).toBe(sentence.replace(/ /gu, ""));
        expect(setSolid(solid)).toBe(solid);
      }),
    );
  });
});

test("long cells cost linear time", () => {
  const hostile = [" ", "\u3000", "\u200b", " a", "\n ", "（", "e\u0301", "\r"].map((c) => c.repeat(100_000));
  for (const s of hostile) {
    const ends = `已${s}成`;
    expect(trimText(ends)).toBe(ends);
    expect(foldKey(s)).toBe(foldKey(foldKey(s)));
    expect(tidyText(ends)).toBe(tidyText(tidyText(ends)));
    expect(hashText(s)).toHaveLength(11);
    expect(widthOf(s)).toBeLessThanOrEqual(200_000);
  }
}, 20_000);
