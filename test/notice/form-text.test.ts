/** Texts of somebody else's form: places are filled, nothing else moves. */
import * as fc from "fast-check";
import { fillText, type FilledText } from "../../src/notice/form-text";
import { placeChanges } from "../../src/notice/place-changes";
import { NOVEMBER, thisMonth } from "../paragraph/month-book";

const book = thisMonth();
const context = {
  tally: book.tally,
  source: { reading: book.reading, dueSoonDays: 15, tolerance: 5, last: null },
  asOf: NOVEMBER,
  precision: 0 as const,
  variables: new Map([
    ["单位全称", "某县某局"],
    ["公式", "=1+1"],
  ]),
};

const put = (text: string, { changes }: Pick<FilledText, "changes">): string =>
  [...changes].reverse().reduce((out, { start, end, value }) => out.slice(0, start) + value + out.slice(end), text);

function filled(text: string): string {
  const read = fillText(text, context);
  if (read === null) return text;
  expect(read.problems).toEqual([]);
  return put(text, read);
}

describe("fillText", () => {
  it.each<[string, string]>([
    ["{反馈问题.总数}", "6"],
    ["共{反馈问题.总数}个，已完成{反馈问题.已完成}个。", "共6个，已完成3个。"],
    ["｛反馈问题．已完成［单位＝办公室］｝个", "2个"],
    ["追缴{合计:追缴资金}万元", "追缴35.6万元"],
    ["追缴{合计:追缴资金}元", "追缴356000元"],
    // The status that a summary would add is none of a form's business.
    ["总数{反馈问题.总数}，完成{反馈问题.已完成}", "总数6，完成3"],
    ["[，其中部分整改{反馈问题.部分整改}个]，完成{反馈问题.已完成}个", "完成3个"],
    ["单位：{单位全称}", "单位：某县某局"],
    ["{公式}", "=1+1"],
    ["见注[1]和{反馈问题.总数}、[附件]", "见注[1]和6、[附件]"],
    ["集合{1,2}与{反馈问题.总数}", "集合{1,2}与6"],
    ["C:\\台账和{反馈问题.总数}", "C:\\台账和6"],
    ["\\\\服务器：{反馈问题.总数}", "\\\\服务器：6"],
    ["\\{反馈问题.总数\\}写作{反馈问题.总数}", "{反馈问题.总数}写作6"],
    ["]{反馈问题.总数}[", "]6["],
    ["{反馈问题.总数}{反馈问题.已完成}", "63"],
    ["{联系人}填，共{反馈问题.总数}个", "{联系人}填，共6个"],
  ])("%s", (text, expected) => {
    expect(filled(text)).toBe(expected);
  });

  it("leaves texts without places alone", () => {
    for (const text of ["", "甲", "见注[1]", "{}", "{ }", "函数 f() { return; }", "}{", "[[[", "{a\nb}"])
      expect(fillText(text, context)?.changes ?? []).toEqual([]);
  });

  it("names what is open and what is wrong", () => {
    expect(fillText("{联系人}", context)).toMatchObject({ changes: [], open: ["联系人"] });
    expect(fillText("{信访件.总数}和{问责.人数}", context)?.open).toEqual(["问责.人数"]);
    expect(fillText("甲{反馈问题.己完成}", context)?.problems).toMatchObject([
      { type: "unknownPlace", start: 1, nearest: "反馈问题.已完成" },
    ]);
    expect(fillText("甲{反馈问题.总数，见[1]", context)?.problems).toMatchObject([{ type: "unclosed", start: 1 }]);
    expect(fillText("注[1]：{反馈问题.较上期新增}", context)?.problems).toMatchObject([
      { type: "noLastPeriod", start: 5 },
    ]);
  });

  it("makes a number of a figure alone, and of nothing else", () => {
    const number = (text: string) => fillText(text, context)?.number;
    expect(number("{反馈问题.总数}")).toBe(6);
    expect(number("{合计:修订制度}")).toBe(12);
    expect(number("{合计:追缴资金（万元）}")).toBe(35.6);
    // Under a header in 元 a bare 35.6 would be wrong: the unit stays.
    expect(number("{合计:追缴资金}")).toBeNull();
    expect(filled("{合计:追缴资金}")).toBe("35.6万元");
    for (const text of ["{反馈问题.完成率}", "{反馈问题.总数}个", "{公式}", "{截至}", "0{反馈问题.总数}"])
      expect(number(text)).toBeNull();
  });

  it("changes the places only, whatever stands around them", () => {
    const around = fc.array(
      fc.constantFrom("甲", "个", "，", "[", "]", "}", "\\", "6", "3", " ", "：", "{1}", "[注]", "<b>&", "😀"),
      { maxLength: 8 },
    );
    const place = fc.constantFrom<[string, string]>(
      ["{反馈问题.总数}", "6"],
      ["｛反馈问题．已完成｝", "3"],
      ["{单位全称}", "某县某局"],
      ["{反馈问题.正在整改}", "2"],
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(around, place), { minLength: 1, maxLength: 6 }), around, (parts, tail) => {
        // A backslash before a brace is the template's own sign; brackets around a place make a piece of it.
        const plain = (list: readonly string[]): string => list.filter((one) => one !== "[" && one !== "]").join("");
        const safe = (list: readonly string[]): string =>
          plain(list)
            .replace(/\\+$/u, "")
            .replace(/\\+(?=[{}[\]])/gu, "");
        const text = parts.map(([before, [source]]) => safe(before) + source).join("") + safe(tail);
        const expected = parts.map(([before, [, value]]) => safe(before) + value).join("") + safe(tail);
        expect(filled(text)).toBe(expected);
      }),
      { numRuns: 300 },
    );
  });

  it("never throws, whatever is put into braces", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."{}[]｛｝［］\\反馈问题.总数:=合计 a1\n"), maxLength: 60 }),
        (text) => {
          const read = fillText(text, context);
          if (read !== null && read.problems.length === 0) put(text, read);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe("placeChanges", () => {
  it("gives the written text, piece by piece", () => {
    const text = fc.string({ unit: fc.constantFrom(..."甲乙12，"), maxLength: 12 });
    fc.assert(
      fc.property(text, text, text, text, (a, b, c, written) => {
        const source = `${a}{x}${b}{yy}${c}`;
        const places = [
          { start: a.length, end: a.length + 3 },
          { start: a.length + 3 + b.length, end: a.length + 7 + b.length },
        ];
        const changes = placeChanges(source, places, written);
        expect(put(source, { changes })).toBe(written);
        changes.slice(1).forEach(({ start }, index) => expect(start).toBeGreaterThan(changes[index]!.end));
      }),
    );
  });

  it("keeps literal words out of the changes", () => {
    const changes = placeChanges(
      "共{n}个，完{m}个",
      [
        { start: 1, end: 4 },
        { start: 7, end: 10 },
      ],
      "共23个，完20个",
    );
    expect(changes).toEqual([
      { start: 1, end: 4, value: "23" },
      { start: 7, end: 10, value: "20" },
    ]);
  });
});
