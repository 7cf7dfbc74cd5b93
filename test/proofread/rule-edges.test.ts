/** What stands right beside a rule's limit, on both sides: `rule words`. */
import { NO_LEXICON } from "../../src/ledger";
import { proofread, proofreadAgainst } from "../../src/proofread";
import { countGrids, problemSheet } from "./ledger-side";

const OF_NOTICES = new Set(["title-missing", "sign-off-missing", "summary-missing", "date-without-year"]);

const found = (text: string) =>
  proofread(text.split("\n"))
    .findings.filter(({ rule }) => !OF_NOTICES.has(rule))
    .map(({ rule, line, quote }) => `${rule} ${line} ${quote}`);

test.each<[string, string[]]>([
  ["除2名退休人员外。其余均已退款。", ["except-stop 1 除2名退休人员外。"]],
  ["除险加固水库3处。", []],
  ["除涉密外均已公开。", []],
  ["1.甲\n2.乙\n3.丙", []],
  ["1.甲\n2.乙\n4.丙", ["numbering 3 4."]],
  ["1.甲\n2.乙\n2.丙", ["numbering 3 2."]],
  ["1.甲\n2.乙\n1.丙\n2.丁", []],
  ["1.甲\n1.乙", []],
  [
    "一、整改情况\n1.关于“甲项不实”的问题\n整改情况：已完成。\n1.关于“乙项不实”的问题\n整改情况：已完成。",
    ["numbering 4 1."],
  ],
  [
    "一、整改情况\n1.关于“甲项不实”的问题\n整改情况：已完成。\n2.关于“乙项不实”的问题\n整改情况：已完成。\n1.关于“丙项不实”的问题\n整改情况：已完成。",
    [],
  ],
])("%s", (text, rules) => expect(found(text)).toEqual(rules));

test("a misspelling of the office is found from the first character on, and not within its right form", () => {
  const lexicon = { ...NO_LEXICON, misspellings: { 帐册: "账册", 工会委: "工会委员会" } };
  const { findings } = proofread(["帐册齐全，帐册", "工会委员会召开会议，工会委通过"], { lexicon });
  expect(findings.filter(({ rule }) => rule === "misspelling").map(({ line, start }) => [line, start])).toEqual([
    [1, 0],
    [1, 5],
    [2, 10],
  ]);
});

const BODY =
  "一、整改落实情况\n1.关于“台账不全”的问题\n整改情况：已完成。\n2.关于“档案不齐”的问题\n整改情况：已完成。\n3.关于“账目不清”的问题\n整改情况：已完成。";
const INSPECTED = "2025年3月1日至5月20日，县委第一巡察组对县××局开展了巡察。";

/** With the correction, and without numbering, which short texts have of their own. */
const told = (text: string) =>
  proofread(text.split("\n"))
    .findings.filter(({ rule }) => !OF_NOTICES.has(rule) && !rule.startsWith("numbering"))
    .map(({ rule, line, quote, fix }) => `${rule} ${line} ${quote}${fix ? ` → ${fix.value}` : ""}`);

test.each<[string, string[]]>([
  ["信访件40件，不予受理2件，办结38件，办结率100%。", []],
  [
    "信访件40件，不予受理2件，办结37件，办结率100%。",
    ["sum-mismatch 1 40件，不予受理2件，办结37件", "percent-mismatch 1 100%"],
  ],
  // Two digits in each other's place, from the first on, and beside it.
  ["投入资金854万元，其中设备300万元、培训284万元。", ["sum-mismatch 1 854万元，其中设备300万元、培训284万元"]],
  ["投入资金854万元，其中设备300万元、培训245万元。", []],
  // Names of parts are short.
  ["抽查学校48所。\n存在明显问题的学校19所，未发现问题的学校30所。", ["sum-mismatch 2 19所，未发现问题的学校30所"]],
  ["抽查学校48所。\n检查食堂卫生与消防安全均存在明显问题的学校19所，未发现问题的学校30所。", []],
  ["三本台账，即问题台账、任务台账、督查台账。", []],
  ["三本台账，即问题台账、任务台账。", ["list-count 1 三本台账，即问题台账、任务台账"]],
  ["三本台账，即问题台账、台账。", []],
  ["四本台账：问题台账、任务台账、责任清单。", []],
  ["三个方面：一是甲；二是乙。", ["list-count 1 三个方面：一是甲；二是"]],
  ["6个月共接访36次，平均每月6次。", []],
  ["6个月共接访36次，平均每月7次。", ["average-mismatch 1 平均每月7次"]],
  ["3月接访36次，平均每月7次。", []],
  ["为3个组培训36人次，平均每组12人次。", []],
  ["为3个组培训36人次，平均每组13人次。", ["average-mismatch 1 平均每组13人次"]],
  ["2025年3月1日至2025年3月14日，为期10个工作日。", []],
  ["2025年3月1日至2025年3月14日，为期15个工作日。", ["period-length 1 15个工作日"]],
  // On 6 September, a Saturday, the holidays of mid-autumn may begin.
  ["2025年8月25日至2025年9月5日，为期7个工作日。", ["period-length 1 7个工作日"]],
  ["2025年8月25日至2025年9月6日，为期7个工作日。", []],
  ["2025年3月1日至2025年3月14日，为期2周。", []],
  ["2025年3月1日至2025年3月15日，为期2周。", []],
  ["2025年3月1日至2025年3月16日，为期2周。", ["period-length 1 2周"]],
  ["一是补齐；二是建账；三是抽查；四是公示。", []],
  ["一是补齐；二是建账；三是抽查。四是公示。", ["stop-in-series 1 三是抽查。四是"]],
  ["已完成。。", ["marks-doubled 1 完成。。 → 完成。"]],
  ["已完成。。继续推进。另有一处。", ["marks-doubled 1 完成。。 → 完成。"]],
  ["甲、乙两镇分别发现12个、8个，整改10个、7个。", []],
  ["甲、乙两镇分别发现12个、8个，整改14个、7个。", ["sum-mismatch 1 12个、8个，整改14个"]],
  ["已完成。，继续", ["marks-doubled 1 完成。，"]],
  ["。。", ["marks-doubled 1 。。 → 。"]],
  ["整改率90%，较上季度提高6个百分点。", []],
  ["整改率90%，较上季度提高6%。", ["percent-points 1 6%"]],
  ["整改90%，较上季度提高6%。", []],
  ["序时进度为75%，实际完成80%，超序时进度5个百分点。", []],
  ["序时进度为75%，实际完成80%，超序时进度15个百分点。", ["percent-points 1 15个百分点"]],
  ["县委发〔2023〕5号", []],
  ["县委发(2023〕5号", ["half-width 1 县委发(2023 → 县委发（2023", "document-number 1 (2023〕5号 → 〔2023〕5号"]],
  ["县委发〔23〕5号", ["document-number 1 〔23〕5号 → 〔2023〕5号"]],
  ["县委发〔2023〕05号", ["document-number 1 〔2023〕05号 → 〔2023〕5号"]],
  ["县委发〔2023〕第5号", ["document-number 1 〔2023〕第5号 → 〔2023〕5号"]],
  ["职工张三在岗。联系人：李四", ["person-named 1 李四 → 李某"]],
  ["联系人李四", []],
  ["职工张三丰在岗。", ["person-named 1 张三丰 → 张某"]],
  [`${INSPECTED}2025年5月20日，巡察组反馈了意见。`, []],
  [`${INSPECTED}2025年5月19日，巡察组反馈了意见。`, ["date-sequence 1 2025年5月19日"]],
  [`${INSPECTED}2025年2月28日，巡察组反馈了意见。`, ["date-range 1 2025年2月28日"]],
  ["反馈问题12个：党建3个、人事4个、财务5个。", []],
  ["反馈问题12个：党建3个、人事4个、财务6个。", ["sum-mismatch 1 12个：党建3个、人事4个、财务6个"]],
  ["反馈问题12个：党建3个、人事4个、财务2个。", []],
  ["问题37个：\n（一）党建12个\n（二）人事9个\n（三）财务16个", []],
  ["问题36个：\n（一）党建12个\n（二）人事9个\n（三）财务16个", ["sum-mismatch 4 16个"]],
  ["问题36个：\n（一）党建12个\n（三）人事9个\n（三）财务16个", []],
  ["甲、乙、丙分别完成3项、4项、5项。", []],
  ["甲、乙、丙分别完成3项、4项。", ["list-count 1 甲、乙、丙分别完成3项、4项"]],
  ["甲、乙、丙分别完成3项、4项、5项、6项。", ["list-count 1 甲、乙、丙分别完成3项、4项、5项、6项"]],
  [`反馈问题3个，整改措施36条。\n${BODY}`, ["count-unsupported 1 整改措施36"]],
  [`反馈问题3个。\n${BODY}`, []],
  [`反馈问题12个。反馈问题12个。\n${BODY}`, ["count-body 1 12"]],
  [`整改措施3条。\n${BODY}`, ["count-unsupported 1 整改措施3"]],
  ["138 1234 5678", ["mobile-number 1 138 1234 5678 → 138****5678"]],
  ["12 1234 5678", []],
  ["联系电话8613812345678", ["mobile-number 1 8613812345678 → 138****5678"]],
  ["档案编号9913812345678", []],
  ["移交问题线索9件，已了结5件、立案1件，正在核实3件。", []],
  ["移交问题线索12件，已了结5件、立案1件，正在核实3件。", ["sum-mismatch 1 12件，已了结5件、立案1件，正在核实3件"]],
  ["移交问题线索12件，已了结5件、立案1件、初核1件。", []],
  ["移交问题线索12件，已了结5件、立案1件、初核1件，正在核实3件。", []],
  // Where the nearest whole is too small for parts that exclude each other, they are of the one above that is not.
  ["全市项目30个，未开工8个，其中省级12个、市级18个。", []],
  ["全市项目29个，未开工8个，其中省级12个、市级18个。", ["sum-mismatch 1 29个，未开工8个，其中省级12个、市级18个"]],
  ["全市项目10个，未开工8个，其中省级12个、市级18个。", ["sum-mismatch 1 8个，其中省级12个"]],
  ["全市项目29个，未开工8个，其中农业12个、工业18个。", []],
  // Rounded amounts: each may be off by half of its last place, and the sum by less than the coarsest place.
  ["投入资金1.5亿元，其中设备0.75亿元、培训0.44亿元、维修0.25亿元。", []],
  [
    "投入资金1.5亿元，其中设备0.75亿元、培训0.44亿元、维修0.24亿元。",
    ["sum-mismatch 1 1.5亿元，其中设备0.75亿元、培训0.44亿元、维修0.24亿元"],
  ],
  ["投入资金1.5亿元，其中设备0.75亿元、培训0.44亿元、维修0.14亿元、租赁0.10亿元。", []],
  [
    "投入资金1.5亿元，其中设备0.75亿元、培训0.44亿元、维修0.2亿元。",
    ["sum-mismatch 1 1.5亿元，其中设备0.75亿元、培训0.44亿元、维修0.2亿元"],
  ],
  [
    "投入资金1.5亿元，其中设备0.7亿元、培训0.4亿元、维修0.3亿元。",
    ["sum-mismatch 1 1.5亿元，其中设备0.7亿元、培训0.4亿元、维修0.3亿元"],
  ],
  [
    "隐患30处。其中，一般隐患18处，重大隐患12处。一般隐患已整改10处，重大隐患已整改13处。",
    ["sum-mismatch 1 12处。一般隐患已整改10处，重大隐患已整改13处"],
  ],
  ["隐患30处。其中，一般隐患18处，重大隐患12处。一般隐患已整改10处，重大隐患已整改13个。", []],
  ["80件，来信30件、来访50件、办结76件。", []],
  ["80件，来信30件、来访51件、办结76件。", ["sum-mismatch 1 80件，来信30件、来访51件"]],
  ["反馈问题23个，已完成20个，其中立行立改15个，长期坚持5个，未完成3个。", []],
  // Masked in the heading alone, and named below.
  [
    "1.关于“干部张某超标准报销”的问题\n整改情况：对职工张三丰批评教育。",
    ["person-sensitive 2 张三丰 → 张某", "masked-and-named 2 张三丰 → 张某"],
  ],
  ["抽查100份，合格80份，合格率75%。", ["percent-mismatch 1 75%"]],
  ["抽查100份，合格80份，率为75%。", ["percent-mismatch 1 75%"]],
  // About is within a point.
  ["抽查100份，合格80份，合格率约81%。", []],
  ["抽查100份，合格80份，合格率约82%。", ["percent-mismatch 1 82%"]],
  ["受理投诉6件，已办结5件（83%）。", []],
  ["受理投诉6件，已办结5件（80%）。", ["percent-mismatch 1 80%"]],
  ["退还10余万元。", []],
  ["退还10.7万余元。", ["number-form 1 10.7万余元"]],
  ["增加代表2—3名。", []],
  ["增加代表2-3名。", ["number-form 1 2-3名 → 2—3名"]],
  ["59年6月建成。", ["date-shortened 1 59年6月 → 2059年6月"]],
  ["60年6月建成。", ["date-shortened 1 60年6月"]],
  ["在岗12人，环比增加2人，同比减少3人，去年同期为15人。", []],
  ["在岗12人，同比减少4人，去年同期为15人。", ["percent-points 1 4人"]],
  ["在岗12人，减少4人，去年同期为15人。", []],
  ["在岗12人，其中党员同比减少4人，去年同期为15人。", []],
  ["整改3件，分别占总数180件的53.3%、30%。", []],
  ["甲、乙两镇分别上报96件、54件，分别占总数180件的53.3%、30%。", []],
  ["甲、乙两镇分别上报96件、54件，分别占总数180件的53.3%、40%。", ["percent-mismatch 1 40%"]],
  ["甲、乙两镇分别占96件、54件的53.3%、30%。", []],
  ["完成96件、54份，占总数180件的比例分别为53.3%、40%。", []],
])("told and corrected: %s", (text, rules) => expect(told(text)).toEqual(rules));

const SUMMED = (sentence: string): string =>
  `中共××县××局党组关于巡察整改情况的通报\n按照统一部署，县委第一巡察组开展了巡察。${sentence}\n${BODY}\n中共××县××局党组\n2025年12月25日`;

test.each<[string, string, string, readonly string[]]>([
  ["measures are a summary", "summary-missing", SUMMED("制定整改措施12条，已落实12条。"), []],
  ["letters alone are none", "summary-missing", SUMMED("办理信访件5件。"), ["中共××县××局党组关于巡察整改情况的通报"]],
  ...(["2月28日", "3月1日", "4月30日", "5月1日"] as const).map((day): [string, string, string, readonly string[]] => [
    `a month's figures as of ${day}`,
    "title-month",
    `××县2025年3月督办情况通报\n截至2025年${day}，共督办事项45件，已办结45件。`,
    day === "3月1日" || day === "4月30日" ? [] : [`2025年${day}`],
  ]),
  [
    "January's figures",
    "title-month",
    "××县2025年1月督办情况通报\n截至2025年1月31日，共督办事项45件，已办结45件。",
    [],
  ],
  [
    "and those of March",
    "title-month",
    "××县2025年1月督办情况通报\n截至2025年3月1日，共督办事项45件，已办结45件。",
    ["2025年3月1日"],
  ],
  ...[0, 1].map((items): [string, string, string, readonly string[]] => [
    `a day without a year as of which ${items} items are told`,
    "date-without-year",
    ["截至6月30日，有关情况如下。", "一、整改落实情况", "1.关于“台账不全”的问题", "整改情况：已完成。"]
      .slice(0, 2 + 2 * items)
      .join("\n"),
    items === 0 ? [] : ["截至6月30日"],
  ]),
  ["a year's word opens the line", "date-without-year", "今年以来，6月30日前已完成。", []],
  [
    "a year's word 40 characters before the day",
    "date-without-year",
    `一是今年${"按计划".repeat(12)}于是6月30日前完成。`,
    [],
  ],
  ["and 41", "date-without-year", `一是今年${"按计划".repeat(12)}于是在6月30日前完成。`, ["6月30日"]],
])("%s: %s", (_name, rule, text, quotes) =>
  expect(
    proofread(text.split("\n"))
      .findings.filter((one) => one.rule === rule)
      .map(({ quote }) => quote),
  ).toEqual(quotes),
);

test("four measures older than the inspection are warned of, the fifth is told", () => {
  const answers = ["甲项", "乙项", "丙项", "丁项", "戊项"].map(
    (name, index) => `${index + 1}.关于“${name}不实”的问题\n整改情况：2024年${index + 1}月5日印发制度。`,
  );
  const { findings } = proofread([INSPECTED, "一、整改落实情况", ...answers].join("\n").split("\n"));
  const old = findings.filter(({ rule }) => rule === "date-before-inspection");
  expect(old.map(({ severity }) => severity)).toEqual(["warning", "warning", "warning", "warning", "info"]);
});

test.each<[string, string]>([
  ["反馈问题62个，移交23个，已整改22个、基本整改20个、正在整改21个。", "warning"],
  ["反馈问题62个，移交22个，已整改22个、基本整改20个、正在整改21个。", "warning"],
  ["反馈问题62个，移交21个，已整改22个、基本整改20个、正在整改21个。", "error"],
  ["反馈问题62个。已整改42个，正在整改21个。", "error"],
  ["反馈问题62个。已整改42个。正在整改21个。", "warning"],
  ["反馈问题62个，乙类60个，已整改42个，正在整改21个。", "warning"],
  ["资金总额1234.56万元，已拨付1000万元，剩余234.65万元。", "warning"],
  ["反馈3个问题，完成1个，长期坚持1个。", "warning"],
  ["反馈3个问题，完成1个，正在整改1个。", "error"],
])("a sum is certain where no other whole could hold the parts: %s %s", (text, severity) => {
  const sums = proofread([text]).findings.filter(({ rule }) => rule === "sum-mismatch");
  expect(sums.map((one) => one.severity)).toEqual([severity]);
});

test.each<[string, number]>([
  ["线索100桩：停薪留职30桩、长期病休30桩、调离未减20桩。", 1],
  ["线索100桩：停薪留职30桩、长期病休30桩、调离未减19桩。", 0],
  ["发现线索167条，其中自行发现100条，上级转办67条。自行发现的线索中，谈话函询40条，初步核实30条，直接了结20条。", 1],
  ["发现线索167条，其中自行发现100条，上级转办67条。自行发现的线索中，谈话函询40条，初步核实30条，直接了结19条。", 0],
  ["未销号问题24个，逾期未办的24个。", 0],
  ["未销号问题24个，逾期未办的25个。", 1],
  ["排查机器214台，合格197台，需维修18台，已停用9台。", 1],
  ["排查机器214台，合格197台，需维修18台，已停用10台。", 0],
])("a list is near enough its whole to be asked about, or is not: %s", (text, found) => {
  expect(proofread([text]).findings.filter(({ severity }) => severity !== "info")).toHaveLength(found);
});

/** Of this notice's problem beside a ledger's: one of them contained in the other is the same from four characters on. */
test.each<[string, string, string[]]>([
  ["台账不全", "台账不全，登记漏项多", []],
  ["台账乱", "台账乱，登记漏项多", ["ledger-item-extra", "ledger-item-missing"]],
  ["台账不全，登记漏项多", "台账不全", []],
  ["台账乱，登记漏项多", "台账乱", ["ledger-item-extra", "ledger-item-missing"]],
  ["台账不全", "旧台账与登记簿对不上", ["ledger-item-extra", "ledger-item-missing"]],
])("“%s” of a notice, “%s” of its ledger", (ofNotice, ofLedger, rules) => {
  const other = "经费报销附件缺失严重";
  const side = countGrids([problemSheet([ofLedger, other].map((problem) => ({ problem, status: "已完成" })))]);
  const lines = [ofNotice, other].flatMap((problem, at) => [`${at + 1}.关于“${problem}”的问题`, "整改情况：已完成。"]);
  const { findings } = proofreadAgainst(["一、整改落实情况", ...lines], side.reading, side.tally);
  expect(findings.map(({ rule }) => rule).filter((rule) => rule.startsWith("ledger-item-"))).toEqual(rules);
});
