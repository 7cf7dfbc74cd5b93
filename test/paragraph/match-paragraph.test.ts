/**
 * Last month's paragraph as a template, by shapes: what each figure becomes. `{…}` is a place, `?a|b` a figure that is asked
 * about, `=` one that stays as text.
 */
import * as fc from "fast-check";
import { compose } from "../../src/notice/compose";
import { knownOf } from "../../src/notice/known";
import { parseTemplate } from "../../src/notice/template";
import { describeVerdict } from "../../src/paragraph/messages";
import { matchParagraph, type MatchContext } from "../../src/paragraph/match-paragraph";
import { templateOf } from "../../src/paragraph/write-template";
import { bookOf, contextOf, lastMonth, NOVEMBER, problemGrid, thisMonth } from "./month-book";

const NOW = contextOf(thisMonth());
const WITH_LAST = contextOf(thisMonth(), lastMonth());

function told(text: string, context = NOW): string[] {
  return matchParagraph(text, context).figures.map(({ verdict }) => {
    if (verdict.type === "place") return `{${verdict.place}}`;
    return verdict.type === "doubt" ? `?${verdict.candidates.join("|")}` : "=";
  });
}

describe("a paragraph's figures", () => {
  it.each<[string, string, readonly string[]]>([
    [
      "whole, states, rate, and what was handed over",
      "县委巡察组反馈的23个具体问题，已完成整改20个，正在整改3个，整改完成率87%。巡察移交的3件信访件，已办结2件，1件正在办理。",
      ["{反馈问题.总数}", "{反馈问题.已完成}", "{反馈问题.正在整改}", "{反馈问题.完成率}"].concat(
        ["总数", "已办结", "正在办理"].map((word) => `{信访件.${word}}`),
      ),
    ],
    [
      "a status that a column of this ledger has as a value, too",
      "反馈问题6个，持续整改1个。",
      ["{反馈问题.总数}", "?反馈问题.长期坚持|个数:整改类型=持续整改"],
    ],
    [
      "measures beside problems, each with its rate",
      "对照巡察反馈的9个问题，已整改完成6个，长期推进3个。制定的20条整改措施，已落实到位17条，整改到位率85%。",
      ["{反馈问题.总数}", "{反馈问题.已完成}", "{反馈问题.长期坚持}", "{措施.总数}", "{措施.已完成}", "{措施.完成率}"],
    ],
    [
      "due this year, in one clause with what is done of it",
      "截至2025年10月底，反馈问题18个，应于今年完成的13个已完成6个，完成率46%。",
      ["{截至年月底}", "{反馈问题.总数}"].concat(
        ["总数", "已完成", "完成率"].map((word) => `{反馈问题.${word}[时限=今年]}`),
      ),
    ],
    [
      "due by now",
      "到期问题3个，已完成3个，完成率100%。",
      ["总数", "已完成", "完成率"].map((word) => `{反馈问题.${word}[到期]}`),
    ],
    [
      "shares with 占",
      "反馈的6个具体问题，已完成整改3个，占50%；正在整改2个，占33%；长期坚持1个，占17%。",
      [
        "{反馈问题.总数}",
        "{反馈问题.已完成}",
        "{反馈问题.完成率}",
        "{反馈问题.正在整改}",
        "{率:正在整改}",
        "{反馈问题.长期坚持}",
        "{率:长期坚持}",
      ],
    ],
    [
      "a share of letters in brackets",
      "共受理信访件2件，已办结1件（50%）。",
      ["{信访件.总数}", "{信访件.已办结}", "{信访件.办结率}"],
    ],
    ["sums of columns", "共追缴资金30.2万元，修订制度11项。", ["{合计:追缴资金}", "{合计:修订制度}"]],
    ["a column called by another noun for money", "已追缴金额30.2万元。", ["{合计:追缴资金}"]],
    ["a value of a column", "其中建立台账2项。", ["{个数:成果形式=建立台账}"]],
    [
      "by section, as parts of a whole",
      "反馈问题9个，其中党的建设方面3个，财务管理方面4个，干部人事方面2个。",
      ["{反馈问题.总数}"].concat(["党的建设", "财务管理", "干部人事"].map((name) => `{反馈问题.总数[方面=${name}]}`)),
    ],
    [
      "by unit with its state and rate, told after the whole's",
      "反馈问题9个，已完成5个，其中财务科4个，已完成1个，完成率25%。",
      ["{反馈问题.总数}", "{反馈问题.已完成}"].concat(
        ["总数", "已完成", "完成率"].map((word) => `{反馈问题.${word}[单位=财务科]}`),
      ),
    ],
    [
      "against the last period",
      "反馈问题6个，较上月新增完成1个，完成率较上月提高8.7个百分点。",
      ["{反馈问题.总数}", "{反馈问题.较上期新增完成}", "{反馈问题.较上期提高}"],
    ],
    [
      "states before their noun, in a list",
      "截至11月28日，反馈问题共6个：已完成3个、正在整改2个、长期坚持1个。",
      ["{截至}", "{反馈问题.总数}", "{反馈问题.已完成}", "{反馈问题.正在整改}", "{反馈问题.长期坚持}"],
    ],
    [
      "states in brackets behind the whole",
      "反馈问题6个（已完成3个，正在整改2个，长期坚持1个），整改率为50.0%。",
      ["总数", "已完成", "正在整改", "长期坚持", "完成率"].map((word) => `{反馈问题.${word}}`),
    ],
    [
      "partly, with the reason in brackets",
      "巡察反馈的41个具体问题，已完成整改17个，部分整改（需长期推进）24个，整改完成率41%。",
      ["总数", "已完成", "部分整改", "完成率"].map((word) => `{反馈问题.${word}}`),
    ],
    [
      "nothing done yet stands beside other open states",
      "截至12月22日，反馈的62个具体问题，已完成整改3个，阶段性完成整改59个，未完成整改0个。",
      ["{截至}"].concat(["总数", "已完成", "阶段性完成", "未完成"].map((word) => `{反馈问题.${word}}`)),
    ],
    ["with the year", "截至2025年11月28日，反馈问题共6个。", ["{截至年月日}", "{反馈问题.总数}"]],
    [
      "another inspection stays as it is",
      "上轮巡察反馈33项问题，整改完成25项，整改完成率76%。本轮反馈问题6个，已完成3个。",
      ["=", "=", "=", "{反馈问题.总数}", "{反馈问题.已完成}"],
    ],
    [
      "what no ledger counts stays as it is",
      "召开推进会4次，走访企业26家，发放资料300余份，近3个正在整改，三个方面都有进展。",
      ["=", "=", "=", "=", "="],
    ],
    [
      "未完成 may be all that is left",
      "反馈问题8个，已完成5个，未完成3个。",
      ["{反馈问题.总数}", "{反馈问题.已完成}", "?反馈问题.其余|反馈问题.未完成"],
    ],
    [
      "其余",
      "信访件5件，已办结1件，其余4件正在办理。",
      ["{信访件.总数}", "{信访件.已办结}", "?信访件.正在办理|信访件.其余"],
    ],
    ["a whole said to be done", "目前，8个问题已全部整改到位。", ["?反馈问题.总数|反馈问题.已完成"]],
    ["no word says of what", "已完成整改3个。", ["?反馈问题.已完成|信访件.已办结"]],
    [
      "units without a whole, in a ledger of two kinds",
      "办公室2个，已完成2个；财务科3个。",
      [
        "?反馈问题.总数[单位=办公室]|信访件.总数[单位=办公室]",
        "?反馈问题.已完成[单位=办公室]|信访件.已办结[单位=办公室]",
        "?反馈问题.总数[单位=财务科]|信访件.总数[单位=财务科]",
      ],
    ],
    ["a word that may narrow it", "县财政局反馈问题5个，已整改4个。", ["?反馈问题.总数", "?反馈问题.已完成"]],
    ["a scope told before", "群众身边腐败方面，发现问题5个。", ["?反馈问题.总数"]],
    ["a day nobody can filter by", "6月底前应完成的3个问题。", ["=", "?反馈问题.总数"]],
    ["a kind the ledger lacks", "移交问题线索3件，已办结3件。", ["?移交问题线索.总数", "?移交问题线索.已办结"]],
    [
      "a rate that the paragraph's counts do not give",
      "反馈问题8个，已完成6个，完成率90%。",
      ["{反馈问题.总数}", "{反馈问题.已完成}", "?反馈问题.完成率"],
    ],
    [
      "a part whose state may be the whole's",
      "反馈问题9个，其中财务科4个，已完成3个。",
      ["{反馈问题.总数}", "{反馈问题.总数[单位=财务科]}", "?反馈问题.已完成[单位=财务科]|反馈问题.已完成"],
    ],
    [
      "one place by two numbers",
      "市委巡察反馈问题6个，县委巡察反馈问题8个，已完成3个。",
      ["?反馈问题.总数", "?反馈问题.总数", "?反馈问题.已完成"],
    ],
    ["batches", "第一批反馈问题4个，第二批反馈问题2个。", ["?反馈问题.总数", "?反馈问题.总数"]],
    ["a level the ledger has no column for", "主要问题3个、具体问题6个。", ["?反馈问题.主要问题数", "{反馈问题.总数}"]],
    [
      "a difference that names nothing",
      "反馈问题6个，较上月增加1个。",
      ["{反馈问题.总数}", "?反馈问题.较上期新增完成|反馈问题.较上期新增"],
    ],
    ["what is handled, told after its kind", "办结信访件1件，在办1件。", ["{信访件.已办结}", "{信访件.正在办理}"]],
    [
      "words behind the number, without a comma",
      "整改措施6条已完成3条，3条正在推进。",
      ["{措施.总数}", "{措施.已完成}", "{措施.正在推进}"],
    ],
    ["a sum that only its number points to", "挽回损失35.6万元，节约经费3万元。", ["?合计:追缴资金（万元）", "="]],
  ])("%s", (_name, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it("takes the one of several that has the number of that month's ledger", () => {
    expect(told("反馈问题6个，已完成2个，未完成4个。", WITH_LAST)[2]).toBe("{反馈问题.其余}");
  });

  it("asks where that month's ledger gives another number", () => {
    expect(told("反馈问题6个，已完成5个。", WITH_LAST)).toEqual(["{反馈问题.总数}", "?反馈问题.已完成"]);
  });

  const big = bookOf([
    problemGrid(
      Array.from({ length: 26 }, (_, at) => [at + 1, "", `第${at}事`, "", "", "", at < 14 ? "已完成" : "正在整改"]),
    ),
  ]);

  it.each<[string, string, MatchContext, readonly string[]]>([
    [
      "in a sentence that tells others",
      "反馈问题6个，真正改完的2个，还在改的3个，开会3次，发文4份。",
      WITH_LAST,
      ["{反馈问题.总数}", "反馈问题.已完成", "反馈问题.正在整改", "=", "="],
    ],
    ["by itself where it is small", "还在弄的3个。", WITH_LAST, ["="]],
    ["by itself where it is large", "还在弄的12个。", contextOf(thisMonth(), big), ["反馈问题.正在整改"]],
    ["a share", "反馈问题6个，还在弄的占比50%。", WITH_LAST, ["{反馈问题.总数}", "率:正在整改"]],
    ["never 0", "反馈问题6个，没动静的0个。", WITH_LAST, ["{反馈问题.总数}", "="]],
    ["not in a ledger that may be of another month", "反馈问题6个，还在弄的2个。", NOW, ["{反馈问题.总数}", "="]],
    [
      "in the ledger at hand where all that is certain agrees",
      "反馈问题6个，已完成3个，还在弄的2个。",
      NOW,
      ["{反馈问题.总数}", "{反馈问题.已完成}", "反馈问题.正在整改"],
    ],
  ])("asks where no word names a number that the ledger has: %s", (_, text, context, expected) => {
    const found = told(text, context);
    expect(found).toHaveLength(expected.length);
    found.forEach((one, at) => {
      const wanted = expected[at] ?? "";
      if (wanted === "=" || wanted.startsWith("{")) expect(one).toBe(wanted);
      else expect(one.slice(1).split("|")[0]).toBe(wanted);
    });
  });

  it("says why, in both languages, for all that is no place", () => {
    const { figures } = matchParagraph("县财政局反馈问题5个，召开会议3次。", NOW);
    expect(figures.map((one) => describeVerdict(one, "zh"))).toEqual([
      "旁边的「县财政局」可能限定了范围",
      "没有认出是台账里的哪个数",
    ]);
    expect(describeVerdict(figures[0]!, "en")).toContain("县财政局");
  });
});

describe("the template of a paragraph", () => {
  const write = (text: string, answers?: ReadonlyMap<number, string | null>): string =>
    templateOf(matchParagraph(text, NOW), answers);

  it("keeps every other word, and lets an empty state go", () => {
    expect(write("反馈问题6个，已完成3个，正在整改2个，长期坚持1个。")).toBe(
      "反馈问题{反馈问题.总数}个，已完成{反馈问题.已完成}个[，正在整改{反馈问题.正在整改}个][，长期坚持{反馈问题.长期坚持}个]。",
    );
  });

  it("takes answers: a candidate, or text", () => {
    const text = "反馈问题8个，已完成5个，未完成3个。";
    const at = text.indexOf("3个");
    expect(write(text, new Map([[at, "反馈问题.其余"]]))).toContain("未完成{反馈问题.其余}个");
    expect(write(text, new Map([[at, null]]))).toContain("未完成3个");
  });

  it("writes this month's paragraph", () => {
    const source = write("截至10月31日，反馈问题6个，已完成2个，正在整改3个，长期坚持1个，追缴资金10.5万元。");
    const template = parseTemplate(source, knownOf(NOW.reading, NOW.tally));
    expect(template.problems).toEqual([]);
    const source2 = { reading: NOW.reading, dueSoonDays: 15, tolerance: 5, last: null };
    const options = { asOf: NOVEMBER, variables: new Map<string, string>(), precision: 0 as const, source: source2 };
    expect(compose(template, NOW.tally, options).text).toBe(
      "截至11月30日，反馈问题6个，已完成3个，正在整改2个，长期坚持1个，追缴资金35.6万元。",
    );
  });

  it("is always a right template, whatever is pasted, and gives the text back where nothing is matched", () => {
    const piece = fc.constantFrom(
      "反馈问题",
      "6个",
      "已完成",
      "，",
      "。",
      "{",
      "]",
      "\\",
      "｛",
      "（",
      "）",
      "财务科",
      "87%",
      "完成率",
      "截至12月22日",
      "35.6万元",
      "追缴资金",
      "\n",
      "其中",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
        const text = pieces.join("");
        const matched = matchParagraph(text, NOW);
        const known = knownOf(NOW.reading, NOW.tally);
        expect(parseTemplate(templateOf(matched), known).problems).toEqual([]);
        const asText = new Map(matched.figures.map(({ start }) => [start, null]));
        const nodes = parseTemplate(templateOf(matched, asText), known).nodes;
        expect(nodes.map((node) => (node.type === "text" ? node.text : "?")).join("")).toBe(text);
        for (const { start, end, text: figure } of matched.figures) expect(text.slice(start, end)).toBe(figure);
      }),
      { numRuns: 150 },
    );
  });
});

describe("words that are another figure's", () => {
  const figuresOf = (text: string) => matchParagraph(text, NOW).figures;

  it("已完成6个问题中的3个: the state is of the part, and the whole is asked about", () => {
    const [whole, part] = figuresOf("已完成6个问题中的3个。");
    expect(whole?.verdict).toMatchObject({ type: "doubt", why: "whose" });
    expect(part?.verdict.type).not.toBe("place");
  });

  it("分别为: no figure of a list in turn takes the words before it", () => {
    for (const { text, verdict } of figuresOf("反馈问题6个，党的建设、财务管理已完成分别为2个、1个。"))
      if (text !== "6") expect(verdict.type).not.toBe("place");
  });

  it("a share in brackets goes with the clause it is of", () => {
    const text = "反馈问题6个，已完成3个（占50%），正在整改2个（占33%），长期坚持1个。";
    expect(templateOf(matchParagraph(text, NOW))).toMatch(/\[，正在整改\{反馈问题\.正在整改\}个（占[^（）]*）\]/u);
  });
});
