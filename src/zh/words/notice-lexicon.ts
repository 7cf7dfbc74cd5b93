/** The words proofreading looks for in one pass over a notice, and the labels that head the parts of its items. */

/** By topic: what each word is, and the words, apart by blanks. */
export const TOPIC_WORDS = {
  doneWord: [
    [
      "done",
      "已完成整改 整改已完成 已整改完成 已全部整改完成 已全部整改到位 已整改到位 整改已到位 整改完毕 已全部完成整改 已完成全部整改 全部完成整改",
    ],
  ],
  openWord: [
    ["ongoing", "正在整改 整改中 仍在整改 继续整改 继续停业整改 正在进行整改 正在推进整改 正在逐一整改"],
    ["notDone", "尚未完成整改 未完成整改 尚未整改 未整改到位 仍未整改 还未整改 没有完成整改"],
  ],
  residue: [
    ["bookmark", "[bookmark [Bookmark _GoBack _Toc _Hlk"],
    ["field", "错误!未找到引用源 错误！未找到引用源 错误!未定义书签 错误！未定义书签 MERGEFORMAT HYPERLINK PAGEREF"],
    ["entity", "&nbsp; &lt; &gt; &amp; &quot; &ldquo; &rdquo; &emsp; &ensp; �"],
    ["todo", "TODO 待填写 待补充 （待定） (待定) 此处填写 【待核实】 （待核实） (待核实) 【填写】"],
    ["blank", "XX年 XX月 XX日 xx年 xx月 xx日 ××年 ××月 ××日 X年X月 ×年×月 x年x月 XX个 ××个 XX项 XX% ××%"],
  ],
  sensitive: [
    ["illness", "确诊 阳性 密切接触 密接 病例 流调 感染者 艾滋 精神病 传染病患 患癌 患病 病情 病历"],
    [
      "discipline",
      "处分 记过 开除 撤职 降级 诫勉 批评教育 通报批评 严厉批评 违纪 违法 立案 留置 除名 免职 约谈 书面检查 检讨 行政拘留 判处 移送司法",
    ],
    ["complaint", "举报 投诉 信访人 上访 控告 检举"],
  ],
  untilNow: [["截至", "截止"]],
  spentAll: [["spent", "全部支付完毕 支付完毕 全部使用完毕 已使用完毕 全部拨付完毕 已全部支付 已全部用完"]],
  leftOver: [["left", "存量资金 结余资金 剩余资金 结余款 剩余款 沉淀资金"]],
  everything: [["all", "全覆盖"]],
  deadlineWord: [["vague", "年内 上半年 下半年 年底前 早日 尽快 近期 年度"]],
  personNoun: [
    [
      "staff",
      "职工 干部 医生 护士 医师 村医 教师 老师 科长 股长 所长 驾驶员 司机 会计 出纳 报销 支付给 组长 成员 专干 网格员 干事 员工",
    ],
    ["comrade", "同志"],
    ["private", "患者 病例 接触者 村民 群众 学生 举报人 信访人 投诉人 居民 家属 病人 感染者 贫困户"],
  ],
  office: [
    [
      "office",
      "书记 主任 局长 院长 部长 县长 市长 区长 镇长 乡长 主席 校长 会长 组长 厅长 处长 董事长 总经理 负责人 班子成员 党组成员 党委委员",
    ],
  ],
} as const;

/** Who can be asked, with the blanks that spread the words over a line too; ideographic blanks are folded to spaces. */
export const CONTACTS = ["联系人", "联 系 人"] as const;

/** Labels by part. */
export const LABEL_WORDS = [
  [
    "progress",
    "整改进展情况 整改情况 整改落实情况 整改进展 落实情况 进展情况 整改工作情况 整改完成情况 整改落实进展情况 办理情况 办理进展情况 办理进展",
  ],
  ["result", "整改结果 整改状态 完成情况 整改进度 销号情况 整改时效 当前状态 完成状态 办理结果 办理状态 处理结果"],
  [
    "measures",
    "整改措施及成效 整改措施 整改成效 整改举措 整改做法 主要措施 具体措施 整改效果 整改措施和成效 整改措施及进展 整改任务",
  ],
  ["deadline", "整改时限 完成时限 整改期限 完成时间 办理时限 办结时限 办理期限 办结期限"],
  ["unit", "责任单位 牵头单位 责任部门 责任科室 整改责任单位 配合单位 承办单位 办理单位"],
  ["person", "责任人 整改责任人"],
  ["leader", "责任领导 牵头领导"],
] as const;
