/** Template language, second edition: columns, filters, shares, pieces for every type, the last period, and what is refused. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import type { CellValue } from "../../src/grid/grid";
import { compose, impossibleFigures } from "../../src/notice/compose";
import { summaryJson } from "../../src/notice/json";
import { knownOf } from "../../src/notice/known";
import { styleNamed } from "../../src/notice/styles";
import { parseTemplate } from "../../src/notice/template";
import { describeTemplateProblem } from "../../src/notice/template-messages";
import type { Composition } from "../../src/notice/types";
import { bookOf, lastMonth, NOVEMBER, problemGrid, PROBLEMS, thisMonth, type Book } from "../paragraph/month-book";
import { sheetOf } from "../grid/grid-of";

function write(source: string, book: Book = thisMonth(), last: Book | null = null): Composition {
  const template = parseTemplate(source, knownOf(book.reading, book.tally));
  expect(template.problems).toEqual([]);
  return compose(template, book.tally, {
    asOf: NOVEMBER,
    variables: new Map(),
    precision: 0,
    source: { reading: book.reading, dueSoonDays: 15, tolerance: 5, last },
  });
}

/** The sentence of the first problem, as a person reads it. */
function refused(source: string, book: Book = thisMonth(), last: Book | null = null): string {
  const template = parseTemplate(source, knownOf(book.reading, book.tally));
  const found =
    template.problems.length > 0
      ? template.problems
      : impossibleFigures(template, book.tally, { reading: book.reading, dueSoonDays: 15, tolerance: 5, last });
  const [first] = found;
  if (first === undefined) return "";
  expect(describeTemplateProblem(first, "en")).not.toMatch(/undefined|\[object/);
  return describeTemplateProblem(first, "zh");
}

describe("what a template may ask", () => {
  it.each<[string, string]>([
    ["{合计:追缴资金}万元", "35.6万元"],
    ["追缴{合计:追缴资金}", "追缴35.6万元"],
    ["{合计:追缴资金（万元）}元", "356000元"],
    ["{合计:修订制度}项", "12项"],
    ["{合计:追缴资金[方面=财务管理]}万元", "25.1万元"],
    ["{个数:成果形式=建立台账}项", "2项"],
    ["{个数:成果形式}项", "4项"],
    ["{反馈问题.总数[到期]}", "3"],
    ["{反馈问题.已完成[时限=今年]}", "3"],
    ["{反馈问题.总数[时限=今年]}", "4"],
    ["{反馈问题.总数[时限=2025年第四季度]}", "2"],
    ["{反馈问题.总数[时限=2026年]}", "1"],
    ["{反馈问题.总数[单位=财务科]}", "3"],
    ["{反馈问题.完成率[单位=财务科]}", "33%"],
    ["{反馈问题.总数[单位=财务科][状态=正在整改]}", "2"],
    ["{反馈问题.总数[整改类型=立行立改]}", "2"],
    ["{反馈问题.总数[类型=立行立改]}", "2"],
    ["{措施.总数[单位=办公室]}", "2"],
    ["{率:正在整改}", "33%"],
    ["{率:正在办理[类型=信访件]}", "50%"],
    ["{截至年月日}；{截至月底}；{截至年月底}", "截至2025年11月30日；截至11月底；截至2025年11月底"],
    ["｛反馈问题．已完成［单位＝财务科］｝", "1"],
    ["{ 合计：追缴资金 }万元", "35.6万元"],
    ["[{逐类:整改类型}{反馈问题.总数}个、]", "立行立改2个、分阶段整改3个、持续整改1个"],
    ["［2024］{反馈问题.总数}", "［2024］6"],
    ["[{逐类:整改类型}类问题{反馈问题.总数}个、]", "立行立改类问题2个、分阶段整改类问题3个、持续整改类问题1个"],
  ])("%s", (source, expected) => {
    expect(write(source).text).toBe(expected);
  });

  it("a value that says 方面, 类 or 问题 by itself is followed by no 类", () => {
    const book = bookOf([
      sheetOf("问题整改台账", [
        ["序号", "问题类型", "反馈问题", "责任单位", "整改时限", "整改状态"],
        [1, "业务工作方面", "登记不全", "甲科", "2025年6月底前", "已完成"],
        [2, "财务类", "报账不及时", "乙科", "2025年12月底前", "正在整改"],
        [3, "历史遗留问题", "账目不清", "乙科", "2025年12月底前", "正在整改"],
      ]),
    ]);
    const { text } = write("[{逐类:问题类型}类问题{反馈问题.总数}个，]完毕", book);
    expect(text).toBe("业务工作方面问题1个，财务类问题1个，历史遗留问题1个完毕");
    expect(write("[{逐类:问题类型}类别问题{反馈问题.总数}个，]完毕", book).text).toContain("业务工作方面类别问题1个");
  });

  it("compares with the last period", () => {
    const source =
      "较上月新增完成{反馈问题.较上月新增完成}个，完成率提高{反馈问题.较上期提高}个百分点[，下降{反馈问题.较上期下降}个]";
    const { text, figures } = write(source, thisMonth(), lastMonth());
    expect(text).toBe("较上月新增完成1个，完成率提高16.7个百分点");
    expect(figures[0]?.rows).toEqual([{ sheet: "问题整改台账", row: 4, col: 0 }]);
  });

  it("takes 整改金额 for what is put right only beside what was found", () => {
    const paragraph = (headers: readonly [string, string]): string =>
      write(
        "[涉及金额{合计:问题金额}]；[已整改金额{合计:已整改金额}]",
        bookOf([
          sheetOf("整改台账", [
            ["序号", "反馈问题", ...headers, "责任单位", "整改时限", "整改状态"],
            [1, "专项资金滞留", 120.5, 100, "甲局", "2025年6月底前", "已完成"],
            [2, "多付工程款", 45.25, 20, "乙局", "2025年12月底前", "正在整改"],
          ]),
        ]),
      ).text;
    expect(paragraph(["问题金额（万元）", "整改金额（万元）"])).toBe("涉及金额165.75万元；已整改金额120万元");
    expect(paragraph(["户数", "整改金额（万元）"])).not.toContain("已整改金额");
    expect(paragraph(["户数", "已整改金额（万元）"])).toContain("已整改金额120万元");
  });

  it("writes an audit's paragraph, by type", () => {
    const head = [
      "序号",
      "审计查出的问题",
      "整改类型",
      "涉及金额（万元）",
      "已整改金额（万元）",
      "责任单位",
      "整改时限",
      "整改状态",
    ];
    const book = bookOf([
      sheetOf("审计整改台账", [
        ["××县审计查出问题整改台账"],
        head,
        [1, "专项资金滞留", "立行立改", 120.5, 120.5, "甲局", "2025年6月底前", "已完成"],
        [2, "多付工程款", "分阶段整改", 45.25, 20, "乙局", "2025年12月底前", "正在整改"],
      ]),
    ]);
    expect(write(styleNamed("audit")?.template ?? "", book).text).toBe(
      "截至2025年11月30日，审计查出的2个问题，已完成整改1个，正在整改1个，整改完成率50%；涉及金额165.75万元，已整改金额140.5万元。" +
        "其中，立行立改类问题1个，已完成整改1个，已整改金额120.5万元；分阶段整改类问题1个，已完成整改0个，正在整改1个，已整改金额20万元。",
    );
    expect(
      write(
        styleNamed("audit")?.template ?? "",
        bookOf([
          problemGrid(
            PROBLEMS.map((row) => row.slice(0, 7)),
            ["序号", "方面", "反馈的具体问题", "整改措施", "责任单位", "整改时限", "整改状态"],
          ),
        ]),
      ).text,
    ).toBe("截至2025年11月30日，审计查出的6个问题，已完成整改3个，正在整改2个，长期坚持1个，整改完成率50%。");
  });

  it("adds remaining statuses before 未完成, in the sentence of the whole", () => {
    expect(
      write(
        "反馈问题{反馈问题.总数}个，已完成{反馈问题.已完成}个，未完成{反馈问题.未完成}个。其中已完成{反馈问题.已完成}个已公示。",
      ).text,
    ).toBe("反馈问题6个，已完成3个，正在整改2个，长期坚持1个，未完成0个。其中已完成3个已公示。");
    expect(write("财务科{反馈问题.总数[单位=财务科]}个，已完成{反馈问题.已完成[单位=财务科]}个。").text).toBe(
      "财务科3个，已完成1个，正在整改2个。",
    );
  });
});

describe("what a template is told", () => {
  it.each<[string, RegExp]>([
    [
      "{合计:追缴现金}万元",
      /第1字处的「\{合计:追缴现金\}」：台账没有「追缴现金」这一列，最接近的是「追缴资金（万元）」/,
    ],
    ["{合计:}", /没有写是哪一列/],
    ["{个数:成果形式=}", /等号后没有写值/],
    ["{反馈问题.总数[单位]}", /条件「\[单位\]」写法不对/],
    ["{反馈问题.总数[单位=财务课]}", /台账里没有「财务课」，最接近的是「财务科」/],
    ["{反馈问题.总数[时限=某天]}", /时限「某天」认不出来/],
    ["{率:差不多}", /「差不多」不是整改状态/],
    ["{逐类:整改类型}", /要写在方括号里/],
    ["{合记:追缴资金}", /最接近的是「\{合计:追缴资金\}」/],
    ["{合计:追缴资金}个", /计量单位对不上（万元、个）/],
    ["{反馈问题.较上期新增完成}", /请给出上期的台账/],
  ])("%s", (source, sentence) => {
    expect(refused(source)).toMatch(sentence);
  });

  it.each<[string, string]>([
    [
      "{反馈问题.总数}个问题中，{反馈问题.已完成}个已完成，占{反馈问题.完成率}；会议3次。",
      "6个问题中，3个已完成，占50%，正在整改2个，长期坚持1个；会议3次。",
    ],
    ["{反馈问题.总数}个问题，正在整改的{反馈问题.正在整改}个年底前完成。", "6个问题，正在整改的2个年底前完成。"],
    ["{反馈问题.总数}个问题，正在整改{反馈问题.正在整改}个年底前完成。", "6个问题，正在整改2个年底前完成。"],
    ["{反馈问题.总数}个问题，力争今年完成{反馈问题.已完成}个。", "6个问题，力争今年完成3个。"],
    [
      "{反馈问题.总数}个问题已完成{反馈问题.已完成}个。总体看，正在整改{反馈问题.正在整改}个。",
      "6个问题已完成3个。总体看，正在整改2个。",
    ],
    ["未完成的占{率:其余}，财务科的占{率:其余[单位=财务科]}。", "未完成的占50%，财务科的占67%。"],
  ])("adds no status before a share, behind a plan, or to a list told in two sentences: %s", (source, expected) => {
    expect(write(source).text).toBe(expected);
  });

  it("holds what is asked of a unit or section that the ledger does not have", () => {
    const { text, absent } = write("宣传科{反馈问题.总数[单位=宣传科]}个[，超期{反馈问题.超期[方面=宗教]}个]。");
    expect(text).toBe("宣传科【反馈问题.总数[单位=宣传科]】个。");
    expect(absent).toEqual(["反馈问题.总数[单位=宣传科]"]);
    expect(refused("{反馈问题.总数[方面=党建]}")).toContain("最接近的是「党的建设」");
  });

  it("names the cell that is no number instead of leaving it out", () => {
    const rows = PROBLEMS.map((row) => row.map((cell, col) => (row[0] === 5 && col === 7 ? "约3万元" : cell)));
    expect(refused("{合计:追缴资金}万元", bookOf([problemGrid(rows)]))).toMatch(/问题整改台账!H7「约3万元」不是数/);
  });

  it("does not count what nobody can tell apart between two periods", () => {
    const twice = PROBLEMS.map((row) =>
      row[0] === 4 ? [4, ...(PROBLEMS[2] ?? []).slice(1, 6), "正在整改", ...row.slice(7)] : row,
    );
    const changed = bookOf([
      problemGrid(twice.map((row) => row.map((cell, col) => (col === 0 ? `甲${String(cell)}` : cell)))),
    ]);
    expect(refused("{反馈问题.较上期新增完成}", changed, bookOf([problemGrid(twice)]))).toMatch(/算不准/);
  });
});

describe("every figure", () => {
  const cents = fc.integer({ min: 0, max: 9_999_999 });
  const row = fc.record({
    cents: fc.option(cents, { nil: null }),
    asText: fc.boolean(),
    unit: fc.constantFrom("财务科", "办公室", "人事科"),
    status: fc.constantFrom("已完成", "正在整改", "长期坚持"),
  });

  it("is a count over its rows, and a sum adds up exactly", () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 25 }), (rows) => {
        const cells = rows.map(({ cents: amount, asText, unit, status }, index): readonly CellValue[] => {
          const value = amount === null ? null : asText ? `${(amount / 100).toFixed(2)}万元` : amount / 100;
          return [index + 1, "财务管理", `问题${index + 1}`, "整改", unit, "2025年12月底前", status, value];
        });
        const book = bookOf([
          problemGrid(cells, [
            "序号",
            "方面",
            "反馈的具体问题",
            "整改措施",
            "责任单位",
            "整改时限",
            "整改状态",
            "追缴资金（万元）",
          ]),
        ]);
        const composed = write(
          "共{反馈问题.总数}个，财务科{反馈问题.总数[单位=财务科]}个，已完成{反馈问题.已完成}个，追缴{合计:追缴资金}万元、{合计:追缴资金[单位=办公室]}万元",
          book,
        );
        for (const figure of composed.figures) {
          const distinct = new Set(figure.rows.map((ref) => `${ref.sheet}!${ref.row}`));
          expect(distinct.size).toBe(figure.rows.length);
          if (!figure.sum) expect(Number(figure.text)).toBe(figure.rows.length);
          else {
            const added = figure.rows.reduce((sum, ref) => sum + BigInt(rows[ref.row - 2]?.cents ?? 0), 0n);
            const [whole = "", part = ""] = figure.text.split(".");
            expect(BigInt(whole) * 100n + BigInt(part.padEnd(2, "0"))).toBe(added);
          }
        }
        const json = summaryJson(composed, { file: "a.xlsx", style: "template", held: [] });
        for (const { text, start, end } of json.figures) expect(json.text.slice(start, end)).toBe(text);
        // Of a unit that the ledger does not have nothing is summed.
        const hasUnit = rows.some(({ unit }) => unit === "办公室");
        expect(json.figures.filter(({ sum }) => sum)).toHaveLength(hasUnit ? 2 : 1);
      }),
      { numRuns: 60 },
    );
  });
});

describe("docs/template.md", () => {
  const page = readFileSync(join(__dirname, "../../docs/template.md"), "utf8");
  const table = page.split("<!-- examples -->")[1]?.split("<!-- /examples -->")[0] ?? "";
  const rows = [...table.matchAll(/^\| `([^`]+)`\s*\| (.*?)\s*\|$/gmu)].map(
    ([, source = "", text = ""]): [string, string] => [source, text],
  );

  it("shows ten examples", () => {
    expect(rows).toHaveLength(10);
  });

  it.each(rows)("%s", (source, text) => {
    expect(write(source, thisMonth(), lastMonth()).text).toBe(text);
  });

  it("shows no place that is none", () => {
    const known = knownOf(thisMonth().reading, thisMonth().tally);
    const shown = [...page.matchAll(/`([^`]*[{｛][^`]*[}｝][^`]*)`/gu)]
      .map(([, code = ""]) => code)
      .filter((code) => !code.startsWith("\\") && !code.includes("…"));
    for (const code of shown) expect([code, parseTemplate(code, known).problems]).toEqual([code, []]);
    expect(shown.length).toBeGreaterThan(15);
  });
});
