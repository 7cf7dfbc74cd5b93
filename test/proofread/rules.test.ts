/** Every rule: texts it must report (ng), texts it must leave alone (ok, mostly prevented false positives). */
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { PROOF_RULES, proofMessage, proofread } from "../../src/proofread";
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
  "numbering-style": { ng: [edit(PLAIN_NOTICE, "1.关于", "1、关于")], ok: [PLAIN_NOTICE] },
  "numbering-level": { ng: [without(PLAIN_NOTICE, "（一）党组领导方面")], ok: [PLAIN_NOTICE, NESTED_NOTICE] },
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
    ok: [PLAIN_NOTICE, ["反馈问题3个，已完成整改3个。"]],
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
