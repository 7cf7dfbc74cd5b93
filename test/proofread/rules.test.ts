/** Every rule: texts it must report (ng), texts it must leave alone (ok, mostly prevented false positives). */
import {
  correctLines,
  correctionsOf,
  correctionsOfRule,
  PROOF_RULES,
  proofMessage,
  proofread,
} from "../../src/proofread";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { edit, insertAfter, NESTED_NOTICE, PLAIN_NOTICE, RESULT_NOTICE, STATUS_LINE_NOTICE, without } from "./notices";

interface Cases {
  readonly ng: readonly (readonly string[])[];
  readonly ok: readonly (readonly string[])[];
}

const one = (...texts: string[]): string[][] => texts.map((text) => [text]);

const CASES: Readonly<Record<string, Cases>> = {
  "sum-mismatch": {
    ng: [
      edit(PLAIN_NOTICE, "诫勉谈话1人", "诫勉谈话2人"),
      edit(RESULT_NOTICE, "阶段性完成整改3个", "阶段性完成整改2个"),
    ],
    ok: [PLAIN_NOTICE, RESULT_NOTICE, ...one("反馈问题5个，20个乡镇完成整改。", "排查问题35个，立行立改20个。")],
  },
  "percent-mismatch": {
    ng: [edit(PLAIN_NOTICE, "100%", "98%")],
    ok: [PLAIN_NOTICE, ...one("反馈问题12个，已完成整改9个，其中群众反映问题整改率88%。")],
  },
  "percent-over-hundred": { ng: one("整改完成率为104%。"), ok: one("任务完成率104%。", "同比增长104%。") },
  "percent-points": { ng: one("达标率由70%提升到82%，提升12%。"), ok: one("达标率由70%提升到82%，提升12个百分点。") },
  "average-mismatch": {
    ng: one("一周共接听热线350个，日均70个。", "8个组共走访农户640户，平均每组走访90户。"),
    ok: one("一周共接听热线350个，日均50个。", "全年走访500户，平均每月走访41.7户。", "日均接诊50人次。"),
  },
  "list-count": {
    ng: one(
      "采取两条措施：一是定责任，二是定时限，三是严考核。",
      "甲某、乙某、丙某等2人被约谈。",
      "修订制度3项：《某某办法》《某某细则》。",
      "东某镇、西某镇、南某镇2个乡镇进度偏慢。",
      "甲乡、乙乡、丙乡分别完成5个、7个。",
    ),
    ok: one(
      "采取三条措施：一是定责任，二是定时限，三是严考核。",
      "甲某、乙某、丙某等5人被约谈。",
      "修订制度3项：《某某办法》《某某细则》等。",
      "东某镇、西某镇2个乡镇进度偏慢。",
      "甲乡、乙乡、丙乡分别完成5个、7个、8个。",
    ),
  },
  "all-but-some": {
    ng: one("交办件20件，已全部办结，尚有2件正在办理。", "管网仍在施工，目前改造已全部完成。"),
    ok: one("交办件20件，除2件正在办理外，其余已全部办结。", "上批5件已全部办结；本批8件中，2件正在办理。"),
  },
  "count-body": {
    ng: [
      edit(edit(PLAIN_NOTICE, "反馈的3个问题", "反馈的4个问题"), "已完成整改3个", "已完成整改4个"),
      edit(edit(STATUS_LINE_NOTICE, "线索2件", "线索3件"), "已办结2件", "已办结3件"),
      without(RESULT_NOTICE, "问题②：案卷归档不及时"),
    ],
    ok: [
      PLAIN_NOTICE,
      STATUS_LINE_NOTICE,
      NESTED_NOTICE,
      // The upper level is announced: 2 main problems over 4 items.
      edit(NESTED_NOTICE, "2个方面4个问题，已完成整改2个，部分整改2个", "2个方面2个主要问题"),
    ],
  },
  "count-unsupported": {
    ng: [edit(PLAIN_NOTICE, "先后召开", "将问题细化为30项整改任务，先后召开")],
    ok: [PLAIN_NOTICE, edit(PLAIN_NOTICE, "先后召开", "制定7条整改措施，先后召开"), ["制定整改措施30条，已完成30条。"]],
  },
  "told-twice": {
    ng: [edit(PLAIN_NOTICE, "修订会议制度，", "巡察反馈的4个问题已整改完成3个，修订会议制度，")],
    ok: [
      edit(PLAIN_NOTICE, "修订会议制度，", "巡察反馈的3个问题已整改完成3个，修订会议制度，"),
      edit(PLAIN_NOTICE, "修订会议制度，", "上轮巡察反馈的9个问题已整改完成8个，修订会议制度，"),
    ],
  },
  "summary-missing": {
    ng: [without(PLAIN_NOTICE, "整改完成率100%")],
    ok: [PLAIN_NOTICE, ["一、加强领导", "二、完善制度"]],
  },
  "status-count": {
    ng: [edit(RESULT_NOTICE, "整改结果：完成。", "整改结果：阶段性完成。")],
    ok: [RESULT_NOTICE, STATUS_LINE_NOTICE, PLAIN_NOTICE],
  },
  "done-but-pending": {
    ng: [
      edit(STATUS_LINE_NOTICE, "每次安排两名班子成员发言", "制度已报审，审核通过后印发"),
      edit(STATUS_LINE_NOTICE, "每次安排两名班子成员发言", "拟于2025年3月召开研讨会"),
      edit(STATUS_LINE_NOTICE, "重新审核全部票据", "2024年12月重新审核全部票据"),
      edit(PLAIN_NOTICE, "逐卷补齐目录", "目录尚未补齐"),
    ],
    ok: [
      STATUS_LINE_NOTICE,
      edit(STATUS_LINE_NOTICE, "每次安排两名班子成员发言", "下一步将继续坚持，今后将常态化开展"),
      edit(STATUS_LINE_NOTICE, "每次安排两名班子成员发言", "针对尚未发言的成员逐一安排"),
      edit(STATUS_LINE_NOTICE, "每次安排两名班子成员发言", "制定工作计划并全部实施"),
      edit(NESTED_NOTICE, "安排专题研讨", "正在安排专题研讨"),
      edit(PLAIN_NOTICE, "逐卷补齐目录", "正在使用的目录全部补齐"),
    ],
  },
  "sentence-conflict": {
    ng: one("该企业正在整改，目前整改已完成。"),
    ok: one("甲企业正在整改；乙企业整改已完成。", "待正在整改的企业整改已完成后验收。"),
  },
  "status-conflict": {
    ng: [insertAfter(RESULT_NOTICE, "建立台账", "此项问题部分已整改，需要长期推进。")],
    ok: [RESULT_NOTICE, NESTED_NOTICE],
  },
  "item-status-missing": {
    ng: [
      edit(PLAIN_NOTICE, "已完成整改3个，整改完成率100%", "已完成整改2个，正在整改1个，整改完成率67%"),
      without(RESULT_NOTICE, "整改结果：完成。"),
    ],
    ok: [PLAIN_NOTICE, RESULT_NOTICE],
  },
  "status-wording": {
    ng: [edit(NESTED_NOTICE, "此项问题已整改。5名", "此项问题已完成整改。5名")],
    ok: [NESTED_NOTICE],
  },
  "long-term-and-dated": {
    ng: [edit(NESTED_NOTICE, "需要长期推进。安排", "需要长期推进，2025年10月底前落实到位。安排")],
    ok: [NESTED_NOTICE],
  },
  "item-deadline-missing": {
    ng: [
      insertAfter(
        edit(NESTED_NOTICE, "，2025年12月底前完成", ""),
        "轮岗制度没有落实",
        "整改情况：此项问题已整改。全部轮岗。",
        "（3）谈话提醒不及时。",
        "整改情况：此项问题部分已整改，需要长期推进。逐人谈话，2025年11月底前完成。",
        "（4）考核结果运用不足。",
      ),
    ],
    ok: [NESTED_NOTICE, STATUS_LINE_NOTICE],
  },
  "deadline-vague": {
    ng: one("力争下半年全部完成整改。"),
    ok: one("力争2026年下半年全部完成整改。", "下半年组织培训两次。"),
  },
  "fact-conflict": {
    ng: one("款项已全部支付完毕，结余资金退回财政。"),
    ok: one("款项已全部支付完毕。", "结余资金退回财政。"),
  },
  numbering: {
    ng: [
      edit(PLAIN_NOTICE, "3.关于", "4.关于"),
      edit(RESULT_NOTICE, "问题②：案卷", "问题①：案卷"),
      edit(PLAIN_NOTICE, "二、整改任务", "三、整改任务"),
    ],
    ok: [
      PLAIN_NOTICE,
      STATUS_LINE_NOTICE,
      NESTED_NOTICE,
      RESULT_NOTICE,
      ["1.2024年开展检查。", "2.2025年开展检查。"],
      ["1.5万元已退回。"],
    ],
  },
  "numbering-orphan": {
    ng: one("一、概况\n概况如下。\n二、整改\n1.次数少。\n补学。\n（一）制度\n1.不健全。\n修订。").map(([text = ""]) =>
      text.split("\n"),
    ),
    ok: [PLAIN_NOTICE, NESTED_NOTICE, STATUS_LINE_NOTICE],
  },
  "date-sequence": {
    ng: [
      edit(PLAIN_NOTICE, "2025年6月10日，县委", "2025年5月10日，县委"),
      edit(PLAIN_NOTICE, "巡察反馈的3个问题", "截至2025年12月31日，巡察反馈的3个问题"),
      edit(PLAIN_NOTICE, "巡察反馈的3个问题", "截至2025年3月31日，巡察反馈的3个问题"),
      ["2025年6月10日反馈了意见。", "2025年5月25日，局党组印发整改方案。"],
      ["2025年9月1日审议《考勤办法》，2025年6月3日印发。"],
    ],
    ok: [
      PLAIN_NOTICE,
      edit(PLAIN_NOTICE, "巡察反馈的3个问题", "截至2025年12月10日，巡察反馈的3个问题"),
      ["2025年6月10日反馈了意见。", "2025年5月25日，局党组印发差旅费管理办法。"],
      ["2025年9月1日审议《考勤办法》，2025年6月3日印发的《请假办法》同时废止。"],
      ["截至2020年底，全县共有学校30所。2025年6月10日反馈了意见。"],
    ],
  },
  "period-length": {
    ng: one("集中整改期为3个月，自2025年6月10日至12月10日。", "公示期为2025年4月7日至4月21日，共10天。"),
    ok: one(
      "集中整改期为3个月，自2025年6月10日至9月10日。",
      "公示期为5个工作日，自2025年9月28日至10月11日。",
      "2025年6月10日至12月10日，开展3个月一次的检查。",
    ),
  },
  "title-month": {
    ng: [
      ["××县××局2025年9月整改工作通报", "截至2025年8月31日，已整改8个。"],
      ["××热线三月份工作情况通报", "4月，共受理来电260件。"],
    ],
    ok: [
      ["××县××局2025年9月整改工作通报", "截至2025年10月8日，已整改8个。"],
      ["××县××局2025年1—9月整改工作通报", "截至2025年8月31日，已整改8个。"],
      ["××热线三月份工作情况通报", "3月，共受理来电260件。"],
    ],
  },
  "title-mark-misused": {
    ng: one("召开《巡察整改推进会》。", "开展《纪律教育月》活动。"),
    ok: one("召开会议学习《在全省工作会议上的讲话》。", "印发《纪律教育月活动方案》。", "组织学习《全会》精神。"),
  },
  "except-stop": {
    ng: one("除涉密事项外。其余均已公开。"),
    ok: one("除涉密事项外，其余均已公开。", "其余均已公开，涉密的除外。", "此外。", "垃圾已清除外运。"),
  },
  "heading-ending": {
    ng: [["一、基本情况；", "概况如下。"]],
    ok: [
      ["一、基本情况", "概况如下。"],
      ["1.完善制度；", "2.加强检查。"],
    ],
  },
  "marks-doubled": { ng: one("组织学习6次，，参加300人次。", "已印发。，执行良好。"), ok: one("他说。。。", "完毕。") },
  "enumeration-comma": {
    ng: one("修订《甲》、《乙》。", "“三会一课”、“主题党日”"),
    ok: one("修订《甲》《乙》。", "《甲》、“乙”"),
  },
  "stop-in-series": {
    ng: one("一是甲；二是乙。三是丙；四是丁。", "一是甲，甲。甲；二是乙；三是丙。"),
    ok: one("一是甲；二是乙；三是丙。", "一是甲。二是乙。三是丙。"),
  },
  "colon-in-colon": {
    ng: one("要求做到四点：一要到位：思想到位。"),
    ok: one("整改情况：一是完善制度：修订3项。", "监督方式：电话：0371-2386113；邮箱：无。", "甲：乙。丙：丁。"),
  },
  "ellipsis-and-so-on": { ng: one("购置桌椅……等用品。"), ok: one("购置桌椅等用品。", "“……等”") },
  "percent-range": { ng: one("提高15～30%。"), ok: one("提高15%～30%。", "2024—2025年完成30%。") },
  "year-zero": { ng: one("二零二五年十月"), ok: one("二〇二五年十月", "零散资金") },
  "leading-zero": { ng: one("2026年01月召开会议。", "2026年3月05日召开会议。"), ok: one("2026年10月10日召开会议。") },
  "approx-twice": { ng: one("走访近30多户。", "约200人左右。"), ok: one("走访30多户。", "近30户。") },
  "times-less": { ng: one("投诉减少了2倍。"), ok: one("收入增加了2倍。", "投诉减少一半。") },
  "decimals-mixed": {
    ng: one("得分分别为89.5、90、92.5。"),
    ok: one("得分分别为89.5、90.0、92.5。", "分别为3个、2.5万元。"),
  },
  "group-differs": {
    ng: [edit(PLAIN_NOTICE, "县委第一巡察组反馈了", "县委第二巡察组反馈了")],
    ok: [
      PLAIN_NOTICE,
      ["县委第一巡察组开展了巡察。", "上轮县委第三巡察组反馈的问题已整改。"],
      ["县委第一、县委第二巡察组反馈的意见。", "县委第一巡察组开展了巡察，省委第二巡视组反馈了意见。"],
    ],
  },
  "unit-differs": {
    ng: [["中共甲县水务局党组关于整改情况的通报", "县委第一巡察组对县林业局党组开展了巡察。"]],
    ok: [
      PLAIN_NOTICE,
      ["中共甲县卫生健康委员会党组关于整改情况的通报", "县委第一巡察组对县卫健委党组开展了巡察。"],
      ["中共甲县水务局党组关于整改情况的通报", "我局党组高度重视。"],
    ],
  },
  "numbering-style": { ng: [edit(PLAIN_NOTICE, "1.关于", "1、关于")], ok: [PLAIN_NOTICE] },
  "numbering-level": {
    ng: [[...PLAIN_NOTICE, "五、移交事项办理情况", "1.某事项。"]],
    // A text whose items all stand right below 一、 has two levels.
    ok: [PLAIN_NOTICE, NESTED_NOTICE, without(PLAIN_NOTICE, "（一）党组领导方面")],
  },
  "numbering-doubled": { ng: one("一是开展检查；②二是责令停业。"), ok: one("①开展检查；②责令停业。") },
  "ordinal-break": {
    ng: [
      edit(PLAIN_NOTICE, "三是明确", "四是明确"),
      edit(PLAIN_NOTICE, "二是添置", "二添置"),
      one("一是甲。二是乙。二是丙。")[0] ?? [],
    ],
    ok: [PLAIN_NOTICE, ...one("统一是原则，之一是关键。", "一是甲。二是乙。一是丙。二是丁。")],
  },
  "problem-twice": {
    ng: [edit(NESTED_NOTICE, "（2）研讨交流不充分。", "（2）第一议题制度执行不严格。")],
    ok: [NESTED_NOTICE],
  },
  "text-twice": {
    ng: [
      [
        "一是组织全体干部职工认真学习有关规定并开展自查自纠，逐项登记。",
        "二是组织全体干部职工认真学习有关规定并开展自查自纠，逐项登记。",
      ],
    ],
    ok: [["此项问题已整改。", "此项问题已整改。"], PLAIN_NOTICE],
  },
  "date-impossible": { ng: one("2025年6月31日召开会议。"), ok: one("2025年6月30日召开会议。") },
  "date-incomplete": { ng: one("2025年6月5印发通知。"), ok: one("2025年6月5日印发通知。", "2025年6月3次检查。") },
  "date-shortened": { ng: one("25年12月底前完成。"), ok: one("2025年12月底前完成。", "工龄20年。") },
  "date-without-year": {
    ng: [one("6月5日印发通知。")[0] ?? [], without(without(RESULT_NOTICE, "2025年12月25日"), "县××局党组进行")],
    ok: [RESULT_NOTICE, ...one("2025年6月5日印发通知，7月8日检查。")],
  },
  "date-range": {
    ng: one("2025年9月至3月开展检查。"),
    ok: one("2024年9月至2025年3月开展检查。", "2024年9月至3月5日期间").slice(0, 1),
  },
  "date-before-inspection": {
    ng: [edit(RESULT_NOTICE, "2025年3月7日组织培训", "2023年3月7日组织培训")],
    ok: [RESULT_NOTICE, edit(RESULT_NOTICE, "建立台账", "经查明，2023年3月7日购置设备时未登记，现已建立台账")],
  },
  "money-arithmetic": {
    ng: one("向3人发放4个月补贴，每人每月100元，共计1300元。"),
    ok: one("向3人发放4个月补贴，每人每月100元，共计1200元。"),
  },
  "money-units": { ng: one("收到5万元，支出12000元。"), ok: one("收到5万元，支出1.2万元。", "收到5万元，罚款200元。") },
  "mobile-number": { ng: one("电话13912345678。"), ok: one("电话0371-23861139。", "编号1391234567。") },
  "identity-number": { ng: one("身份证号11010519491231002X。"), ok: one("身份证号110105********002X。") },
  "bank-card": {
    ng: one("开户账号6222021234567890128。"),
    ok: one("开户账号6222****0128。", "编号1234567890123456。"),
  },
  "person-sensitive": {
    ng: one("给予职工孙建国通报批评。"),
    ok: one("给予职工孙某通报批评。", "对负责同志通报批评。", "党组书记孙建国同志通报了违纪案例。"),
  },
  "person-named": { ng: one("联系人：孙建国"), ok: one("联系人：办公室", "局长孙建国主持会议，孙建国同志讲话。") },
  "masked-and-named": {
    ng: [
      edit(
        edit(STATUS_LINE_NOTICE, "3.票据审核不严。", "3.职工孙某票据审核不严。"),
        "重新审核全部票据",
        "孙建国同志作出说明，重新审核全部票据",
      ),
    ],
    ok: [edit(STATUS_LINE_NOTICE, "3.票据审核不严。", "3.职工孙某票据审核不严。")],
  },
  "until-now": { ng: one("截止2025年底，全部完成。"), ok: one("截至2025年底，全部完成。", "截止日期另行通知。") },
  "document-number": { ng: one("（某政办[2025]8号）"), ok: one("（某政办〔2025〕8号）") },
  "title-marks-nested": {
    ng: one("《关于印发《办法》的通知》"),
    ok: one("《关于印发〈办法〉的通知》", "《办法》《细则》"),
  },
  "marks-unpaired": { ng: one("落实“一岗双责制度。"), ok: one("落实“一岗双责”制度。", "（1）完善制度") },
  "regulation-name": {
    ng: one("《中国共产党问责工作条例》"),
    ok: one("《中国共产党问责条例》", "学习问责工作条例的精神"),
  },
  "form-of-address": {
    ng: one("学习新时代特色社会主义思想"),
    ok: one("学习新时代中国特色社会主义思想"),
  },
  misspelling: { ng: one("签定合同"), ok: one("签订合同") },
  "half-width": {
    ng: [...one("完善制度,加强检查。"), Array.from({ length: 12 }, (_, i) => `第${i}条完善制度,加强检查。`)],
    ok: one("完善制度，加强检查。", "比例为3.5,下降。").slice(0, 1),
  },
  "word-residue": { ng: one("[bookmark: _Toc1]正文", "待补充"), ok: one("【某单位】", "[1]参见附件") },
  "title-missing": {
    ng: [without(PLAIN_NOTICE, "整改情况的通报")],
    ok: [PLAIN_NOTICE, ["反馈问题3个，已完成整改3个。"]],
  },
  "sign-off-missing": {
    ng: [PLAIN_NOTICE.slice(0, -2), PLAIN_NOTICE.slice(0, -1)],
    ok: [
      PLAIN_NOTICE,
      ["反馈问题3个，已完成整改3个。"],
      // A table annexed behind the day, whose last cells name bodies and say when.
      [...PLAIN_NOTICE, ..."单位 总数 完成 完成率 信访局 4 3 75% 县住建局 5 2 40% 县人社局 3 3 100%".split(" ")],
      // A day that does not exist is told as such.
      [...PLAIN_NOTICE.slice(0, -1), "2025年11月31日"],
    ],
  },
  "signer-differs": {
    ng: [
      [...PLAIN_NOTICE.slice(0, -2), "中共××县民政局党组", PLAIN_NOTICE[PLAIN_NOTICE.length - 1] ?? ""].map(
        (line, index) => (index === 0 ? "中共××县财政局党组关于巡察整改情况的通报" : line),
      ),
    ],
    ok: [PLAIN_NOTICE],
  },
  "name-variant": {
    ng: [["对宏远餐具清洗服务有限公司立案。", "宏远餐具厂已停业。"]],
    ok: [
      ["对宏远餐具清洗服务有限公司（以下简称宏远公司）立案。", "宏远公司已停业。"],
      ["对宏远餐具有限公司立案。", "对广源餐具有限公司立案。"],
    ],
  },
  "number-form": { ng: one("增加2-3名代表。"), ok: one("增加2—3名代表。", "电话0371-2386113。") },
};

function aliasesOf(lines: readonly string[]): readonly string[] {
  return proofread(lines, {}).findings.map((finding) => finding.rule);
}

const own = PROOF_RULES.filter((rule) => !rule.alias.startsWith("ledger-"));

/** Rules with a test file of their own (`npm run new-rule` writes one). */
const apart = existsSync(path.join(__dirname, "rules")) ? readdirSync(path.join(__dirname, "rules")) : [];

test("every rule has its cases, and every case its rule", () => {
  const told = [...Object.keys(CASES), ...apart.map((file) => file.replace(".test.ts", ""))];
  expect(told.sort()).toEqual(own.map((rule) => rule.alias).sort());
});

describe.each(Object.entries(CASES))("%s", (alias, cases) => {
  test.each(cases.ng.map((lines, index) => [index + 1, lines] as const))("ng %i", (_index, lines) => {
    expect(aliasesOf(lines)).toContain(alias);
  });
  test.each(cases.ok.map((lines, index) => [index + 1, lines] as const))("ok %i", (_index, lines) => {
    expect(aliasesOf(lines)).not.toContain(alias);
  });
});

test.each([
  ["plain", PLAIN_NOTICE],
  ["status line", STATUS_LINE_NOTICE],
  ["nested", NESTED_NOTICE],
  ["result", RESULT_NOTICE],
])("the consistent notice %s has no error and no warning", (_name, lines) => {
  expect(
    proofread(lines, {})
      .findings.filter((finding) => finding.severity !== "info")
      .map((finding) => `${finding.line} ${finding.rule} ${finding.quote}`),
  ).toEqual([]);
});

test("every finding points into its line, and has a sentence in both languages without a hole", () => {
  for (const cases of Object.values(CASES)) {
    for (const lines of [...cases.ng, ...cases.ok]) {
      for (const finding of proofread(lines, {}).findings) {
        const text = lines[finding.line - 1] ?? "";
        expect(finding.start).toBeGreaterThanOrEqual(0);
        expect(finding.end).toBeGreaterThan(finding.start);
        expect(text.slice(finding.start, finding.end)).toBe(finding.quote);
        for (const lang of ["zh", "en"] as const) {
          const message = proofMessage(finding, lang);
          expect(message).not.toMatch(/undefined|null|NaN|\[object/);
          expect(message.length).toBeGreaterThan(5);
        }
      }
    }
  }
});

test("in a final version what is still to be filled in is an error", () => {
  const lines = ["成文日期：【待补充：成文日期】", "联系人待补充。"];
  const levels = (final: boolean): string[] => proofread(lines, { final }).findings.map(({ severity }) => severity);
  expect(levels(false)).toEqual(["info", "warning"]);
  expect(levels(true)).toEqual(["error", "error"]);
});

test("half-width marks are one finding a text, and one correction", () => {
  const lines = ["完善制度,加强检查;逐项销号.及时上报。", "", "建立台账(共3本),专人保管。"];
  const found = proofread(lines, {}).findings.filter(({ rule }) => rule === "half-width");
  expect(found).toHaveLength(1);
  expect(correctLines(lines, found.flatMap(correctionsOf)).lines).toEqual([
    "完善制度，加强检查；逐项销号。及时上报。",
    "",
    "建立台账（共3本），专人保管。",
  ]);
});

test("all corrections of a rule at once leave the others alone", () => {
  const lines = ["签定合同,归档。", "签定协议。"];
  const { findings } = proofread(lines, {});
  expect(correctLines(lines, correctionsOfRule(findings, "misspelling")).lines).toEqual([
    "签订合同,归档。",
    "签订协议。",
  ]);
});
