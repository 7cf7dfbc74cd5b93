/**
 * What one sentence tells of a part is not carried into the next unasked; a share goes with its count; and what a template
 * writes of the ledger its paragraph was written from are the paragraph's own figures. Signs as in match-paragraph.test.ts.
 */
import * as fc from "fast-check";
import { compose, knownOf, parseTemplate, STYLES, styleTemplate } from "../../src/notice";
import { describeVerdict } from "../../src/paragraph/messages";
import { matchParagraph, type MatchContext } from "../../src/paragraph/match-paragraph";
import { openFigures, templateOf } from "../../src/paragraph/write-template";
import { sheetOf } from "../grid/grid-of";
import { bookOf, contextOf, NOVEMBER, problemGrid, PROBLEMS, thisMonth } from "./month-book";

const NOW = contextOf(thisMonth());

/** Seven problems of three units, two of them late: the parts' figures and the whole's differ. */
const LATE = contextOf(
  bookOf([
    problemGrid([
      ...PROBLEMS,
      [7, "干部人事", "请假手续不全", "补齐", "人事科", "2025年8月底前", "未完成", null, null, null, null],
      [8, "党的建设", "学习走过场", "补课", "办公室", "2025年9月底前", "正在整改", null, null, null, null],
    ]),
  ]),
);

function told(text: string, context: MatchContext): string[] {
  return matchParagraph(text, context).figures.map(({ verdict }) => {
    if (verdict.type === "place") return `{${verdict.place}}`;
    return verdict.type === "doubt" ? `?${verdict.candidates.join("|")}` : "=";
  });
}

describe("behind a part of a whole", () => {
  const whole = "反馈问题8个，已完成3个。财务管理方面3个问题，完成1个";
  it.each<[string, string, readonly string[]]>([
    ["a new sentence with a number only the whole has", "。还有2个问题超期。", ["{反馈问题.超期}"]],
    [
      "总体看 is of the whole, with all that follows",
      "。总体看，进度偏慢，超期2个，正在整改3个。",
      ["{反馈问题.超期}", "{反馈问题.正在整改}"],
    ],
    ["what is left of all", "。还有5个问题未完成，其中2个超期。", ["{反馈问题.其余}", "{反馈问题.超期}"]],
    ["in the same sentence, more than the part has", "，还有5个未完成。", ["{反馈问题.其余}"]],
    ["in the same sentence, a number only the whole has", "，还有2个超期。", ["{反馈问题.超期}"]],
    ["a number only the part has", "。正在整改2个。", ["{反馈问题.正在整改[方面=财务管理]}"]],
    ["a number neither has", "。还有4个问题超期。", ["?反馈问题.超期|反馈问题.超期[方面=财务管理]"]],
    ["the rate of the whole", "。完成率38%。", ["{反馈问题.完成率}"]],
  ])("%s", (_name, behind, expected) => {
    expect(told(whole + behind, LATE).slice(4)).toEqual(expected);
  });

  it("asks where both have the number", () => {
    expect(told("反馈问题6个，已完成3个。财务管理方面3个问题，完成1个。正在整改2个。", NOW).slice(4)).toEqual([
      "?反馈问题.正在整改|反馈问题.正在整改[方面=财务管理]",
    ]);
  });

  it("asks where the paragraph is of another month, for words do not tell", () => {
    expect(told("财务科9个问题，完成4个。还有2个问题超期。", LATE).slice(2)).toEqual([
      "?反馈问题.超期|反馈问题.超期[单位=财务科]",
    ]);
  });

  it("takes 总体, 全部 for the whole where no number tells, too", () => {
    for (const lead of ["总体看，", "总体", "全部问题中，", "全局"])
      expect(told(`财务科9个问题，完成4个。${lead}超期4个。`, LATE).slice(2)).toEqual(["{反馈问题.超期}"]);
  });

  it("a rate that names its kind ends the one before", () => {
    expect(told("信访件2件，办结1件，办结率50%。具体问题完成率50%，正在整改2个。", NOW)).toEqual([
      "{信访件.总数}",
      "{信访件.已办结}",
      "{信访件.办结率}",
      "{反馈问题.完成率}",
      "{反馈问题.正在整改}",
    ]);
  });

  it("asks about a figure that differs where the others are the ledger's", () => {
    const text = "反馈问题8个，已完成3个，正在整改3个，长期坚持1个，完成率38%。超期4个。";
    const figures = matchParagraph(text, LATE).figures;
    expect(figures.map(({ verdict }) => verdict.type)).toEqual([...Array<string>(5).fill("place"), "doubt"]);
    expect(describeVerdict(figures[5]!, "zh")).toContain("与这份台账的数不一样");
  });
});

describe("shares", () => {
  it("go with what their count is", () => {
    expect(told("8个问题中，3个已完成，占38%；5个未完成，占63%。", LATE)).toEqual([
      "{反馈问题.总数}",
      "{反馈问题.已完成}",
      "{反馈问题.完成率}",
      "{反馈问题.其余}",
      "{率:其余}",
    ]);
  });

  it("are answered with their count", () => {
    const text = "反馈问题12个，4个未完成，占33%。";
    const matched = matchParagraph(text, LATE);
    expect(openFigures(matched, new Map()).map((one) => one.text)).toEqual(["4"]);
    const at = text.indexOf("4个");
    for (const [answer, written] of [
      ["反馈问题.其余", "{反馈问题.其余}个未完成，占{率:其余}"],
      ["反馈问题.未完成", "{反馈问题.未完成}个未完成，占{率:未完成}"],
      [null, "4个未完成，占33%"],
    ] as const)
      expect(templateOf(matched, new Map([[at, answer]]))).toContain(written);
  });
});

describe("what is offered, and what is called by the ledger's own noun", () => {
  it("nothing that cannot be meant", () => {
    expect(told("8个问题中，办公室完成2个，其他单位完成7个。", LATE)[2]).toBe("=");
  });

  it("hazards are the items of a ledger of hazards", () => {
    const context = contextOf(
      bookOf([
        sheetOf("隐患", [
          ["××县隐患排查整改台账"],
          ["序号", "隐患", "责任单位", "整改时限", "整改状态"],
          [1, "线路老化", "甲站", "2025年9月底前", "已完成"],
          [2, "通道堵塞", "甲站", "2025年9月底前", "正在整改"],
          [3, "栏杆松动", "乙站", "2026年9月底前", "正在整改"],
        ]),
      ]),
    );
    expect(told("排查隐患3处，已整改1处，整改率33%，其中超期1处。", context)).toEqual(
      ["总数", "已完成", "完成率", "超期"].map((word) => `{反馈问题.${word}}`),
    );
  });
});

/** What a template makes of a ledger. */
function written(source: string, { reading, tally, dueSoonDays, tolerance }: MatchContext): string {
  const template = parseTemplate(source, knownOf(reading, tally));
  expect(template.problems).toEqual([]);
  const from = { reading, dueSoonDays, tolerance, last: null };
  return compose(template, tally, { asOf: NOVEMBER, variables: new Map(), precision: 0, source: from }).text;
}

/** Every figure taken without a question is written as it stood. */
function expectOwnFigures(text: string, context: MatchContext): void {
  for (const { verdict, text: figure } of matchParagraph(text, context).figures)
    if (verdict.type === "place" && !figure.startsWith("截至"))
      expect([verdict.place, written(`{${verdict.place}}`, context)]).toEqual([verdict.place, figure]);
}

describe("the ledger that the paragraph was written from", () => {
  it.each(STYLES.map(({ name }) => name))("%s gives its own figures back", (name) => {
    for (const context of [NOW, LATE]) {
      const { reading, tally, tolerance } = context;
      const lights = { yellowAt: 0.8, tolerance } as never;
      const template = styleTemplate(name, { reading, tally, lights, tolerance, nextStep: false });
      const source = { reading, dueSoonDays: 15, tolerance, last: null };
      const options = { asOf: NOVEMBER, variables: new Map<string, string>(), precision: 0 as const, source };
      const { text } = compose(template, tally, options);
      expectOwnFigures(text, context);
      const matched = matchParagraph(text, context);
      if (openFigures(matched, new Map()).length === 0) expect(written(templateOf(matched), context)).toBe(text);
    }
  });

  const part = fc.constantFrom(
    "财务管理方面3个问题，完成1个",
    "办公室3个问题完成2个",
    "人事科2个",
    "党的建设方面3个，已完成2个，完成率67%",
  );
  const after = fc.constantFrom(
    "还有2个问题超期",
    "总体看，超期2个",
    "正在整改3个，占38%",
    "未完成5个，占63%",
    "全部问题完成率38%",
    "长期坚持1个",
    "其中超期1个",
    "另有1个正在整改",
  );
  const stop = fc.constantFrom("。", "，", "；");
  it("holds for parts and what follows them, in any order", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.oneof(part, after), stop), { minLength: 1, maxLength: 6 }), (pieces) => {
        const text = `反馈问题8个，已完成3个，正在整改3个，长期坚持1个，完成率38%。${pieces.flat().join("")}`;
        expectOwnFigures(text, LATE);
      }),
      { numRuns: 150 },
    );
  });
});

describe("behind a state that the sentence speaks of", () => {
  const whole = "反馈问题8个，已完成3个。";
  it.each<[string, string, readonly string[]]>([
    [
      "其中 a unit, by its number",
      "超期的2个，其中财务科0个、办公室1个。",
      ["{反馈问题.超期}", "{反馈问题.超期[单位=财务科]}", "{反馈问题.超期[单位=办公室]}"],
    ],
    [
      "of a piece without a count",
      "超期问题涉及人事科、办公室2个科室，其中办公室1个。",
      ["=", "{反馈问题.超期[单位=办公室]}"],
    ],
    [
      "so many of a unit whose own states follow",
      "超期2个，财务科3个，完成1个。",
      ["{反馈问题.超期}", "{反馈问题.总数[单位=财务科]}", "{反馈问题.已完成[单位=财务科]}"],
    ],
    [
      "behind a semicolon, of the whole",
      "超期2个；财务科3个，人事科1个。",
      ["{反馈问题.超期}", "{反馈问题.总数[单位=财务科]}", "{反馈问题.总数[单位=人事科]}"],
    ],
  ])("%s", (_name, behind, expected) => {
    expect(told(whole + behind, LATE).slice(2)).toEqual(expected);
  });
});

it("asks of what a unit's number is where the paragraph is of another month", () => {
  expect(told("反馈问题9个，已完成4个，超期3个，其中财务科2个。", LATE).slice(3)).toEqual([
    "?反馈问题.超期[单位=财务科]|反馈问题.总数[单位=财务科]",
  ]);
});

it.each(["没有启动", "尚未启动", "未启动"])("%s is 未完成 beside other states", (words) => {
  expect(told(`反馈问题8个，已完成3个，正在整改3个，长期坚持1个，${words}1个。`, LATE).slice(-1)).toEqual([
    "{反馈问题.未完成}",
  ]);
});
