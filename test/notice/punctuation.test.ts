import * as fc from "fast-check";
import { mend } from "../../src/notice/punctuation";

describe("mend", () => {
  /** `|` is the gap; what stands before `‖` may not be changed. */
  function mended(text: string, endedSentence = false): string {
    const [fixed = "", rest = ""] = text.includes("‖") ? text.split("‖") : ["", text];
    const [left = "", right = ""] = rest.split("|");
    const result = mend({ left, leftGoesOn: fixed !== "", right, rightEnds: true, endedSentence });
    return fixed + result.left + result.right;
  }

  it.each([
    ["87%；|。", "87%。"],
    ["87%。|；交办3件。", "87%。交办3件。"],
    ["87%。|；。", "87%。"],
    ["20个，|，完成率", "20个，完成率"],
    ["20个，|；信访件", "20个；信访件"],
    ["20个；|，信访件", "20个；信访件"],
    ["20个、|，信访件", "20个，信访件"],
    ["|，信访件3件", "信访件3件"],
    ["一。\n|，信访件3件", "一。\n信访件3件"],
    ["20个|，完成率", "20个，完成率"],
    ["20个|完成率", "20个完成率"],
    ["20个（|）。", "20个。"],
    ["20个（|，其中2个）。", "20个（其中2个）。"],
    ["20个（其中2个，|）。", "20个（其中2个）。"],
    ["20个，|", "20个。"],
    ["20个；|\n二", "20个。\n二"],
    ["情况如下：|\n一", "情况如下：\n一"],
    ["其中：|。", "其中。"],
    ["一。\n　　|\n二。", "一。\n二。"],
    ["一。\n|", "一。"],
    ["23‖|，完成率", "23，完成率"],
    ["23‖个；|。", "23个。"],
  ])("%s → %s", (text, expected) => {
    expect(mended(text)).toBe(expected);
  });

  it("ends a sentence whose last piece disappeared, once", () => {
    expect(mended("23个|", true)).toBe("23个。");
    expect(mended("23个。|", true)).toBe("23个。");
    expect(mended("“23个。”|", true)).toBe("“23个。”");
    expect(mended("23个|\n二", true)).toBe("23个。\n二");
    expect(mended("23个|，完", true)).toBe("23个，完");
  });

  it("ends for any input, and only ever drops or adds punctuation", () => {
    const text = fc
      .array(fc.constantFrom("，", "；", "。", "：", "、", "（", "）", "“", "”", "字", "\n", "　"))
      .map((all) => all.join(""));
    fc.assert(
      fc.property(text, text, fc.boolean(), fc.boolean(), (left, right, leftGoesOn, endedSentence) => {
        const result = mend({ left, leftGoesOn, right, rightEnds: true, endedSentence });
        const words = (all: string): string => all.replace(/[^字]/gu, "");
        expect(words(result.left + result.right)).toBe(words(left + right));
      }),
    );
  });
});
