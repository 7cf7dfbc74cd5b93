/** Claims: pairs of sentences, the named explanations, and generated true paragraphs with one number changed. */
import fc from "fast-check";
import { proofread } from "../../src/proofread";
import { EXPLANATIONS } from "../../src/proofread/claims/explain";
import type { ReadingName } from "../../src/proofread/claims/explanation";
import { mayLead, opensWhole, toldIn } from "../../src/reading/claims/told-words";
import { anyOf } from "../../src/zh/pattern";
import { OPENERS, leads } from "../../src/zh/words/claim-leads";
import { SIDES } from "../../src/zh/words/claim-sides";
import { CLAIM_PAIRS } from "./claims-pairs";

/** These ask something of a whole notice. */
const OF_NOTICES: ReadonlySet<string> = new Set([
  "title-missing",
  "sign-off-missing",
  "summary-missing",
  "date-without-year",
  "count-unsupported",
  "item-status-missing",
]);

/** Errors and warnings, as "rule quote". */
function serious(text: string): readonly string[] {
  return proofread(text.split("\n"))
    .findings.filter(({ severity, rule }) => severity !== "info" && !OF_NOTICES.has(rule))
    .map(({ rule, quote }) => `${rule} ${quote}`);
}

const ARITHMETIC =
  /^(?:sum-mismatch|percent|average-mismatch|list-count|all-but-some|money-arithmetic|status|told-twice)/u;

describe.each(Object.entries(CLAIM_PAIRS))("%s", (_, rows) => {
  test.each(rows)("%s", (row) => {
    const side = (take: 0 | 1): string =>
      row.replace(/\{([^|}]*)\|([^}]*)\}/u, (_all, right: string, wrong: string) => (take === 0 ? right : wrong));
    expect(serious(side(0))).toEqual([]);
    expect(serious(side(1)).filter((found) => ARITHMETIC.test(found))).not.toEqual([]);
  });
});

describe("explain before accusing", () => {
  const ROWS: Readonly<Record<ReadingName, readonly [right: string, wrong: string]>> = {
    "another whole": [
      "巡察共发现问题70个，其中需立行立改30个，已完成28个，正在整改2个。",
      "巡察共发现问题70个，其中需立行立改30个，已完成28个，正在整改4个。",
    ],
    "a sibling fills the gap": [
      "反馈问题30个，因规划调整另行研究的2个，已完成25个，正在整改3个。",
      "反馈问题30个，因规划调整另行研究的2个，已完成25个，正在整改1个。",
    ],
    "a second breakdown": [
      "清单30项，甲某口12项、乙某口18项、丙某口另计4项，合计30项。",
      "清单30项，已完成12项、正在推进19项。",
    ],
    "parts of a part": [
      "反馈问题23个，已完成20个，其中立行立改15个、长期坚持5个，未完成3个。",
      "反馈问题23个，已完成20个，其中立行立改15个、长期坚持5个，未完成4个。",
    ],
    "each of one named before it": [
      "共退回补正46件，重新报送45件。其中首次退回补正40件，首次重新报送38件。",
      "重新报送材料46件。其中县级40件、乡镇9件。",
    ],
    "told again by its name": [
      "全年安排项目58个，其中工业类24个，已开工20个，开工率83.3%；城建类34个，已开工30个，开工率88.2%。从进度看，达到序时进度的35个，其中工业类12个；城建类34个均已入库。",
      "全年安排项目58个，其中工业类24个、城建类37个。",
    ],
    "behind the list": [
      "受理移送人员50人。其中，普通类40人，涉企类4人。经审查，采取措施25人，不采取措施21人。",
      "受理移送人员50人。其中，普通类40人，涉企类14人。",
    ],
    "measures beside each other": [
      "已落实4100万元。其中，纳入下年预算2580万元，取消支出330万元，加快拨付18万元，规范资金3600万元。",
      "涉及资金4100万元，其中已拨付2580万元，未拨付1820万元。",
    ],
    "left beside one part": [
      "方案共65项任务，应于今年底前完成的有15项，明年完成的有48项，长期坚持的有2项。目前，15项任务已基本完成7项，完成率47%。其余50项任务按序时推进。",
      "方案共65项任务，已基本完成15项，正在推进38项，其余2项尚未启动。",
    ],
    "a whole told of each": [
      "从责任处室看，甲处、乙处、丙处各14个，都是完成8个。\n不同的是，甲处和乙处各有6个超期，丙处没有超期，剩余的6个下月完成。",
      "从责任处室看，甲处14个，其中完成8个，剩余的7个下月完成。",
    ],
    "new ones, and old ones untold": ["新收案件169件，审结152件，未结45件。", "受理案件169件，审结152件，未结45件。"],
    "some of one time": [
      "调解案件231件，调解成功149件，第二季度调解成功107件。",
      "受理案件231件，已办结149件，未办结107件。",
    ],
    "several wholes": [
      "甲县应招14人、乙县应招30人，已招40人、未完成招聘4人。",
      "乙县应招30人，已招28人、未完成招聘4人。",
    ],
    "a partial list": ["反馈问题70个，其中党建类20个、作风类15个等。", "反馈问题70个，其中党建类50个、作风类25个等。"],
    "the same told again": [
      "发现挪用资金3.5万元，一是退回资金2.5万元，甲科账目已全部核实；二是退回资金2.5万元，乙科账目已补齐。",
      "发现挪用资金3.5万元，一是退回资金2.5万元；二是追缴资金2.5万元。",
    ],
    "a name told again": [
      "共有场馆41个，其中甲区36个，乙区3个，丙区2个，甲区21个与邻县共用。",
      "共有场馆41个，其中甲区36个，乙区3个，丙区2个，丁区21个。",
    ],
    "things that may overlap": [
      "发现隐患90处，主要涉及消防60处、用电50处等方面。",
      "发现隐患90处，其中消防隐患60处、用电隐患50处。",
    ],
    "a share told of them together": [
      "交办100件，办结80件、在办15件，两项合计占95%。",
      "交办100件，办结80件、在办15件，两项合计占90%。",
    ],
    "a plain list": [
      "收到线索76件，初核30件、谈话函询20件、暂存待查6件，予以了结20件。",
      "收到线索76件，初核30件、谈话函询20件、暂存待查6件，予以了结22件。",
    ],
    "one thing counted twice": [
      "处理违规人员14人，其中通报批评9人、诫勉6人（1人同时受到两种处理）。",
      "处理违规人员14人，其中通报批评9人、诫勉6人（均已存档）。",
    ],
    "a list set apart": [
      "现有耕地52亩，其中水田36亩，种植水稻34亩、油菜15亩。",
      "现有耕地52亩，其中水田36亩、种植水稻34亩、油菜15亩。",
    ],
    "money from before": [
      "上年结转经费20万元，当年安排经费100万元，已支出96万元，结余24万元。",
      "当年安排经费100万元，已支出96万元，结余24万元。",
    ],
    "members of one list": [
      "其中：立行立改问题6个，已全部完成；限期整改问题15个，已完成11个；长期整改问题5个，取得阶段性成效。",
      "限期整改问题15个，已完成11个，正在整改5个。",
    ],
    "beside its whole": [
      "复议收案63件，受理55件，不予受理8件，审结51件。",
      "复议收案63件，受理55件，不予受理9件，审结51件。",
    ],
    "told again": [
      "反馈问题9个，已完成6个，正在整改3个。目前逾期未完成1个。",
      "反馈问题9个，已完成6个，正在整改3个。目前逾期未完成4个。",
    ],
    "left of all kinds": [
      "检查发现问题50个，其中普通问题43个、突出问题7个。普通问题已整改40个，突出问题已整改5个。尚未整改的5个问题已挂牌督办。",
      "检查发现问题50个，其中普通问题43个、突出问题7个。普通问题已整改40个，突出问题已整改5个。尚未整改的6个问题已挂牌督办。",
    ],
    "what is excepted, told again": [
      "反馈的27个问题除2个外已完成整改，正在整改2个。",
      "反馈的27个问题除2个外已完成整改，正在整改4个。",
    ],
    "of a part named before it": [
      "收到建议46件，其中主办30件、会办16件。主办件中，已解决21件，列入计划解决9件。",
      "收到建议46件，其中主办30件、会办16件。主办件中，已解决24件，列入计划解决9件。",
    ],
    "old ones beside the new": [
      "全年受理案件860件，上年旧存114件，审结905件，未结69件。",
      "全年受理案件860件，审结805件，未结69件。",
    ],
    "told apart": [
      "受理工单860件，办结838件，办结率97.4%。回访群众300人，满意291人。退回重办9件。",
      "受理工单860件，办结838件，办结率97.4%，退回重办9件。",
    ],
    "what is done of a class": [
      "审计查出问题50个。持续整改问题7个，已整改3个。",
      "审计查出问题50个。正在整改7个，已整改40个。",
    ],
    "the last of the list before": [
      "受理来信来访126件次。其中初信初访84件次，重复信访42件次。已办结119件次。",
      "受理来信来访126件次。其中初信初访84件次，重复信访43件次。已办结119件次。",
    ],
    "more of the last part": [
      "巡察反馈问题32个，已完成28个。对未完成的4个问题逐一分析，2个因资金未到位，2个涉及规划。",
      "巡察反馈问题32个，已完成28个。对未完成的5个问题逐一分析，2个因资金未到位，3个涉及规划。",
    ],
    "told of what changed": [
      "反馈的12个问题，已完成整改6个，正在整改6个。反馈问题新增完成2个，完成后又退回1个，新超期3个。",
      "反馈的12个问题，已完成整改6个，正在整改2个。反馈问题新增完成2个，完成后又退回1个，新超期3个。",
    ],
    "a list with its total behind": [
      "工业项目有60个，加上交通20个、水利30个、其他36个，全部重点项目共有146个。",
      "工业项目有60个，加上交通20个、水利30个、其他36个，全部重点项目共有156个。",
    ],
    "each with its share": [
      "共承办建议88件，其中已解决42件，占总数的47.7%；正在研究落实20件，占总数的22.7%。",
      "共承办建议88件，其中已解决42件，占总数的47.7%；正在研究落实20件，占总数的27.7%。",
    ],
    "some are excepted": [
      "重点工程156项，除了17项已完工外，已办结手续32项，正在办理手续103项。",
      "重点工程156项，已办结手续32项，正在办理手续103项。",
    ],
    "late ones of what is open": [
      "交办件90件，办结80件，在办10件，超期在办4件。",
      "交办件90件，办结80件，在办10件，超期在办14件。",
    ],
    "a rest without a number": [
      "反馈问题23个，已完成18个，正在整改2个，其余问题分年推进。",
      "反馈问题23个，已完成18个，正在整改7个，其余问题分年推进。",
    ],
  };

  test("each reading has its sentences", () => {
    expect(EXPLANATIONS.map(({ name }) => name).sort()).toEqual(Object.keys(ROWS).sort());
  });

  test.each(Object.entries(ROWS))("%s", (_, [right, wrong]) => {
    expect(serious(right)).toEqual([]);
    expect(serious(wrong)).not.toEqual([]);
  });
});

test("a finding shows its arithmetic", () => {
  const [finding] = proofread(["处置线索50条，其中了结44条，正在办理4条。"]).findings.filter(
    ({ rule }) => rule === "sum-mismatch",
  );
  expect(finding?.data).toMatchObject({ parts: "44＋4", sum: "48", whole: "50", difference: "2" });
});

// ------------------------------------------------------------------------------------------------ generated paragraphs

type Piece = string | number;
/** A true sentence from small numbers; numbers stand apart so that one can be changed. */
type Form = (a: number, b: number, c: number) => readonly Piece[];

const rate = (part: number, whole: number): string => `${((part * 100) / whole).toFixed(1)}%`;

/** Rates are printed half up by their counts; toFixed of these quotients is, too (no ties at one decimal are drawn). */
const isTie = (part: number, whole: number): boolean =>
  (part * 10000) % whole === 0 && ((part * 10000) / whole) % 10 === 5;

const FORMS: Readonly<Record<string, Form>> = {
  states: (a, b) => ["反馈问题", a + b, "个，已完成整改", a, "个，正在整改", b, "个。"],
  sentences: (a, b) => ["巡察共反馈问题", a + b, "个。截至目前，已完成整改", a, "个，正在整改", b, "个。"],
  lines: (a, b) => ["全县排查隐患", a + b, "处。\n已整改", a, "处，正在整改", b, "处。"],
  other: (a, b, c) => ["收到信访件", a + b + c, "件，办结", a, "件，不予受理", b, "件，正在办理", c, "件。"],
  among: (a, b, c) => ["问责", a + b + c, "人，其中约谈", a, "人、通报批评", b, "人、诫勉谈话", c, "人。"],
  bracket: (a, b) => ["修订制度", a + b, "项（新制定", a, "项、修订", b, "项）。"],
  kinds: (a, b, c) => ["问题清单", a + b + c, "条，其中党建类", a, "条、业务类", b, "条、作风类", c, "条。"],
  rest: (a, b) => ["检视问题", a + b, "个，已完成整改", a, "个，其余", b, "个正在推进。"],
  total: (a, b, c) => ["甲镇", a, "件、乙镇", b, "件、丙镇", c, "件，合计", a + b + c, "件。"],
  respective: (a, b, c) => ["甲镇、乙镇、丙镇分别完成", a, "项、", b, "项、", c, "项，共", a + b + c, "项。"],
  nested: (a, b, c) => [
    "反馈问题",
    a + b + c,
    "个，已完成整改",
    a + b,
    "个，其中按期完成",
    a,
    "个、超期完成",
    b,
    "个；正在整改",
    c,
    "个。",
  ],
  money: (a, b) => ["追缴资金", a + b, "万元，其中退还群众", a, "万元，上缴财政", b, "万元。"],
  rate: (a, b) => ["应办事项", a + b, "件，已办结", a, "件，办结率", rate(a, a + b), "。"],
  rateFirst: (a, b) => ["整改率为", rate(a, a + b), "，反馈的", a + b, "个问题已整改", a, "个。"],
  complement: (a, b) => ["交办信访件", a + b, "件，未办结", b, "件，办结率", rate(a, a + b), "。"],
  negative: (a, b) => ["抽检样品", a + b, "批次，不合格", b, "批次，不合格率", rate(b, a + b), "。"],
  share: (a, b) => ["受理来件", a + b, "件，其中求助类", a, "件，占", rate(a, a + b), "。"],
  change: (a, b) => ["未整改问题由", a + b, "个降至", a, "个，下降", rate(b, a + b), "。"],
  difference: (a, b) => ["今年受理", a + b, "件，比去年的", a, "件增加", b, "件。"],
  average: (a, b) => [b, "个工作组共走访农户", a * b, "户，平均每组走访", a, "户。"],
  satisfaction: (a, b, c) => ["回访群众", a + b + c, "人，满意", a, "人，基本满意", b, "人，不满意", c, "人。"],
};

const natural = fc.integer({ min: 11, max: 97 });
const small = fc.integer({ min: 3, max: 9 });

/** A form's pieces where its rates are no ties of rounding. */
function piecesOf(form: Form, a: number, b: number, c: number): readonly Piece[] | null {
  return isTie(a, a + b) || isTie(b, a + b) ? null : form(a, b, c);
}

describe("generated paragraphs", () => {
  test.each(Object.entries(FORMS))("true ones are silent: %s", (_, form) => {
    fc.assert(
      fc.property(natural, small, small, (a, b, c) => {
        const pieces = piecesOf(form, a, b, c);
        fc.pre(pieces !== null);
        expect(serious((pieces ?? []).join(""))).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  test("true ones side by side are silent", () => {
    const forms = Object.values(FORMS);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(forms.length - 1), natural, small, small), { minLength: 2, maxLength: 4 }),
        (drawn) => {
          const texts = drawn.map(([at, a, b, c]) => piecesOf(forms[at] as Form, a, b, c)?.join("") ?? "");
          // Two totals of one feedback, or a sentence told twice, are other rules' matter.
          const own = serious(texts.join("\n\n\n\n")).filter((one) => !/^(?:told-twice|text-twice)/u.test(one));
          expect(own).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("of single changed numbers at least 85% are found", () => {
    let tried = 0;
    let found = 0;
    const missed = new Map<string, number>();
    fc.assert(
      fc.property(natural, small, small, fc.integer({ min: 1, max: 9 }), (a, b, c, by) => {
        for (const [name, form] of Object.entries(FORMS)) {
          const pieces = piecesOf(form, a, b, c);
          if (pieces === null) continue;
          pieces.forEach((piece, index) => {
            if (typeof piece !== "number") return;
            tried++;
            const text = pieces.map((one, at) => (at === index ? piece + by : one)).join("");
            if (serious(text).length > 0) found++;
            else missed.set(name, (missed.get(name) ?? 0) + 1);
          });
        }
      }),
      { numRuns: 30, seed: 20251129 },
    );
    expect({
      share: found / tried > 0.85,
      missed: found / tried > 0.85 ? {} : Object.fromEntries(missed),
      found,
      tried,
    }).toMatchObject({
      share: true,
    });
  });
});

test("a sentence of more counts than a person tells is read without breakdowns", () => {
  const sums = (visits: number): number =>
    serious(`反馈问题12个，已完成整改9个，正在整改2个${"，走访1户".repeat(visits)}。`).filter((found) =>
      found.startsWith("sum-mismatch"),
    ).length;
  expect(sums(0)).toBe(1);
  expect(sums(147)).toBe(1);
  expect(sums(148)).toBe(0);
});

test("one pass over a text finds of each side the word an expression finds first, and whether words open or lead", () => {
  const lists = Object.values(SIDES);
  const expressions = lists.map((list) => new RegExp(anyOf([...list].sort((a, b) => b.length - a.length)), "u"));
  const pieces = [...lists.flat(), ...OPENERS, ...leads.changed, "某", "，", "不", "第", "一"];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 8 }), (words) => {
      const text = words.join("");
      const told = toldIn(text);
      expect(lists.map((_, side) => told.sides?.[side])).toEqual(expressions.map((one) => one.exec(text)?.[0]));
      expect(opensWhole(told)).toBe(OPENERS.some((word) => text.includes(word)));
      expect(mayLead(told) || !leads.changed.some((word) => text.includes(word))).toBe(true);
    }),
  );
});
