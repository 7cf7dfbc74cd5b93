/**
 * Whole header words of ledgers, as collected from published notices and forms. Read by
 * src/ledger/columns/header-words.ts.
 */

/** Words over a column of one field. */
interface HeaderList {
  readonly key: string;
  readonly score: number;
  /** The words are used for other fields as well. */
  readonly ambiguous?: boolean;
  /** Of problem columns: 1 主要问题, 2 问题, 3 具体问题. */
  readonly depth?: 1 | 2 | 3;
  readonly words: string;
  /** The same in English, in small letters. */
  readonly english?: readonly string[];
}

export const HEADERS: readonly HeaderList[] = [
  {
    key: "unit",
    score: 0.95,
    words:
      "责任社区 责任村 责任村居 责任街道 责任镇街 责任园区 责任片区 责任网格 责任班组 责任车间 责任项目部 责任公司 责任企业 属地单位 属地乡镇 属地街道 属地镇街 属地责任单位 主体责任部门",
  },
  {
    key: "unit",
    score: 0.8,
    words: "属地 属地社区 所属社区 所属街道 所属镇街 所属乡镇 所属村 所属村居 所属科室 所属车间",
  },
  {
    key: "deadline",
    score: 1,
    words: "节点时间要求 节点时间 时间节点要求 要求整改时间 拟整改时间 要求完成日期 要求整改日期 要求整改完成时间",
  },
  {
    key: "problem",
    score: 0.9,
    depth: 2,
    words: "",
    english: ["issue", "finding", "problem", "hazard", "issue description", "problem description", "nonconformity"],
  },
  {
    key: "measure",
    score: 0.9,
    words: "",
    english: ["action", "corrective action", "measure", "action plan", "rectification measures"],
  },
  {
    key: "unit",
    score: 0.9,
    words: "",
    english: [
      "department",
      "responsible department",
      "responsible unit",
      "unit",
      "dept",
      "owner dept",
      "owner department",
      "responsible dept",
      "lead department",
      "action department",
    ],
  },
  {
    key: "person",
    score: 0.9,
    words: "",
    english: ["owner", "responsible person", "assignee", "person in charge", "responsible"],
  },
  {
    key: "deadline",
    score: 0.95,
    words: "",
    english: ["due date", "deadline", "target date", "due", "planned completion date"],
  },
  { key: "status", score: 1, words: "", english: ["status", "current status", "state"] },
  {
    key: "doneDate",
    score: 0.95,
    words: "",
    english: ["completion date", "closed date", "close date", "actual completion date", "date closed"],
  },
  { key: "remarks", score: 0.9, words: "", english: ["remarks", "remark", "comments", "notes"] },
  {
    key: "number",
    score: 1,
    words:
      "序号 序 编号 项号 序列 序列号 顺序号 问题编号 问题编码 问题序号 事项编号 总序号 台账编号 清单编号 线索编号 信访编号 信访件编号 问题ID NO No NO. No. no. # F-ID ID 号",
  },
  { key: "number", score: 0.7, words: "任务编号 措施编号 任务序号 措施序号 小序号 分序号 项目编号 号码" },
  {
    key: "source",
    score: 1,
    words:
      "问题来源 来源 反馈来源 巡察来源 发现来源 信息来源 移交来源 来源渠道 反馈渠道 检查来源 信访来源 线索来源 检查类型 来件来源 交办来源 事项来源 来信来源",
  },
  {
    key: "source",
    score: 0.6,
    words: "轮次 巡察轮次 反馈单位 交办单位 移交单位 转办单位 来信单位 交办机关 移交机关 反馈批次 批次 交办批次",
  },
  {
    key: "section",
    score: 1,
    words:
      "问题类别 问题板块 板块 方面 问题方面 反馈方面 领域 发生领域 问题领域 涉及领域 涉及范畴 问题分类 问题类型 问题性质 整改类别 所属板块 所属方面 所属领域 巡察方面 监督重点 一级分类 问题大类 大类 维度 类别 分类 项目类别 重点领域 反馈领域 反馈板块",
  },
  { key: "section", score: 0.6, ambiguous: true, words: "类型 种类 性质 项目" },
  {
    key: "kind",
    score: 1,
    ambiguous: true,
    words: "事项类型 事项类别 台账类型 事项性质 业务类型 事项种类 台账类别 任务类型",
  },
  { key: "kind", score: 0.95, ambiguous: true, words: "类型 类别 种类 性质" },
  // --- problems, from the upper to the deepest
  {
    key: "problem",
    score: 1,
    depth: 1,
    words:
      "主要问题 一级问题 问题大项 反馈的主要问题 反馈主要问题 存在的主要问题 存在主要问题 突出问题 共性问题 面上问题 总体问题",
  },
  {
    key: "problem",
    score: 1,
    depth: 2,
    words:
      "问题 反馈问题 存在问题 存在的问题 巡察反馈问题 巡视反馈问题 反馈的问题 巡察反馈的问题 问题内容 问题名称 问题标题 问题简述 问题概述 问题清单 问题项 反馈意见 巡察反馈意见 问题事项 发现问题 发现的问题 检查发现问题 检查发现的问题 审计发现问题 审计查出问题 督察反馈问题 督查发现问题 巡察发现问题 巡察发现的问题 整改问题 需整改问题 需整改的问题 二级问题 反馈内容 问题摘要 问题事实 问题线索及事项 整改内容",
  },
  {
    key: "problem",
    score: 1,
    depth: 3,
    words:
      "具体问题 反馈的具体问题 反馈具体问题 巡察反馈具体问题 具体表现 问题表现 问题描述 问题表述 具体问题表现 问题具体表现 问题及表现 主要表现 具体情形 三级问题 问题具体内容 问题明细 问题点 问题详情 具体问题描述 存在的具体问题 存在具体问题 问题具体描述 具体问题内容 问题细化 细化问题 子问题",
  },
  {
    key: "problem",
    score: 1,
    depth: 2,
    words:
      "信访事项 信访内容 信访件内容 信访件 信访问题 反映问题 反映的问题 反映内容 反映主要问题 反映的主要问题 信访反映问题 信访件反映问题 信访件反映的主要问题 信访件主要内容 来信内容 举报内容 诉求内容 信访诉求 主要诉求 信访主要内容 信访事由 信访件名称 群众反映问题 来信来访内容",
  },
  {
    key: "problem",
    score: 1,
    depth: 2,
    words: "立行立改问题 立行立改事项 立行立改内容 立行立改的问题 立行立改具体问题 立行立改任务",
  },
  {
    key: "problem",
    score: 1,
    depth: 2,
    words:
      "问题线索 线索 线索内容 线索名称 问题线索内容 线索反映问题 移交问题线索 移交线索 主要问题线索 问题线索名称 线索摘要 线索描述 线索简要情况 问题线索简述",
  },
  {
    key: "problem",
    score: 1,
    depth: 2,
    words:
      "移交事项 交办事项 移交内容 交办内容 移交问题 移交的问题 交办问题 交办的问题 移交事项内容 交办事项内容 交办(移交)事项 移交(交办)事项 交办移交事项 移交交办事项 交办件内容 事项内容 事项名称 转办事项",
  },
  {
    key: "problem",
    score: 0.75,
    depth: 2,
    words: "群众反映 来电反映 来访反映 网民反映 网民留言",
  },
  {
    key: "problem",
    score: 0.75,
    depth: 2,
    words: "事项 主要事项 具体事项 具体内容 内容 主要内容 简要内容 基本内容 简要情况 基本情况 主题",
  },
  {
    key: "problem",
    score: 0.8,
    depth: 2,
    words: "问责事由 问责原因 问责问题 违纪事实 违纪违规事实 处理原因 处理事由 处分事由 问责事项 追责事由",
  },
  { key: "problem", score: 0.75, depth: 2, words: "整改事项 整改项目 整改要点" },
  // What deputies propose.
  {
    key: "problem",
    score: 0.85,
    depth: 2,
    words:
      "案由 提案题目 建议题目 议案题目 建议标题 建议名称 建议内容 提案标题 提案名称 提案内容 议案标题 议案名称 建议提案 建议提案标题 建议(提案)标题 建议案由 提案案由",
  },
  // Tasks that no problem stands behind: taken where no column names one.
  {
    key: "problem",
    score: 0.66,
    depth: 2,
    words:
      "工作任务 重点任务 具体任务 任务名称 任务内容 工作事项 任务 项目名称 工程名称 实事名称 实事项目 民生实事 民生实事项目 建设项目",
  },
  // --- what is done
  {
    key: "task",
    score: 1,
    words:
      "整改任务 整改任务清单 任务 任务内容 任务清单 整改工作任务 具体任务 重点任务 工作任务 整改子任务 任务名称 细化任务",
  },
  { key: "task", score: 0.8, words: "整改事项 整改要点 整改项目 工作事项" },
  {
    key: "measure",
    score: 1,
    words:
      "整改措施 措施 具体措施 整改举措 举措 整改计划及措施 整改计划和措施 具体整改措施 整改具体措施 拟采取措施 拟采取的措施 拟采取的整改措施 整改措施及要求 工作措施 落实措施 主要措施 具体举措 改进措施 整改办法 应对措施 处理措施 办理措施 具体的措施(目标) 整改目标及措施 整改目标和措施 整改措施及目标 整改措施和目标 整改措施清单 措施内容 措施清单 整改方案 整改措施(具体) 解决措施 细化措施",
  },
  {
    key: "measure",
    score: 0.7,
    ambiguous: true,
    words: "整改措施及成效 整改措施及落实情况 整改措施及完成情况 整改措施及进展 整改措施落实情况",
  },
  { key: "measure", score: 0.55, words: "整改要求 工作要求 整改计划 工作计划 整改治理要求" },
  // --- who
  {
    key: "leader",
    score: 1,
    words:
      "责任领导 牵头领导 分管领导 责任区领导 牵头(领导) 包案领导 包抓领导 包保领导 包联领导 挂钩领导 联系领导 县级领导 市级领导 责任县领导 责任市领导 主管领导 局领导 党组责任领导 分管负责人 分管局领导 分管县领导 牵头县领导 牵头市领导 责任班子成员 分管班子成员 班子成员 整改责任领导 领导 责任领导同志 牵头负责领导 主责领导 牵头领导同志",
  },
  { key: "leader", score: 0.7, words: "牵头责任人 牵头人 牵头负责人 督办领导 督导领导 主要领导 单位主要负责人" },
  { key: "leader", score: 0.75, words: "责任领导及责任人 责任领导、责任人 责任领导/责任人" },
  {
    key: "unit",
    score: 1,
    words:
      "牵头单位 牵头部门 牵头科室 牵头处室 牵头股室 牵头责任单位 牵头(责任)单位 责任(牵头)单位 牵头责任部门 牵头责任科室 整改牵头单位 整改牵头部门 主责单位 主责部门 主责科室 主责处室 主办单位 主办部门 主办科室 责任牵头单位",
  },
  {
    key: "unit",
    score: 0.95,
    words:
      "责任单位 责任部门 责任科室 责任处室 责任股室 责任党组织 责任党委 责任党支部 整改责任单位 整改责任部门 整改责任科室 整改主体 整改责任主体 责任主体 整改单位 问题归属单位 整改主责部门 所属责任公司 主体责任单位 责任处室(单位) 责任单位(部门) 责任单位(科室) 责任部门(单位) 责任科室(单位) 责任单位名称 承办单位 承办部门 承办科室 承办股室 办理单位 办理部门 办理科室 落实单位 实施单位 具体责任单位 直接责任单位 整改落实单位 责任县区 责任乡镇 责任机构 责任院部 责任学院 责任部室",
  },
  {
    key: "unit",
    score: 0.8,
    words:
      "责任单位及责任人 责任单位、责任人 责任单位/责任人 责任单位和责任人 责任部门及责任人 责任科室及责任人 责任科室、责任人 责任单位(责任人) 责任单位及人员",
  },
  {
    key: "unit",
    score: 0.75,
    words:
      "单位 部门 科室 处室 股室 所属单位 涉及单位 所在单位 工作单位 单位部门 主管单位 主管部门 行业主管部门 单位及职务 单位职务 所在单位及职务 工作单位及职务 单位和职务 被问责人单位 问责对象单位 对象单位 被反映单位",
  },
  { key: "unit", score: 0.42, words: "督导单位 督导部门 督办单位 督办部门" },
  {
    key: "coUnits",
    score: 1,
    words:
      "配合单位 协办单位 配合部门 配合科室 配合处室 配合股室 协助单位 协助部门 协同单位 参与单位 配合责任单位 责任配合单位 配合(责任)单位 协作单位 参加单位 会办单位 联办单位 其他责任单位 整改配合单位 协同部门 协办部门 协办科室 配合单位(部门) 会同单位 参与部门 协同配合单位",
  },
  {
    key: "person",
    score: 1,
    words:
      "责任人 整改责任人 具体责任人 措施整改责任人 直接责任人 责任人员 承办人 经办人 办理人 具体负责人 责任人及联系电话 责任人(电话) 责任人及电话 责任人姓名 第一责任人 主要责任人 直接负责人 具体承办人 具体经办人 承办责任人 责任同志 科室责任人 科室负责人 责任科室负责人 部门负责人",
  },
  { key: "person", score: 0.75, words: "负责人 联系人 联络员 人员 包案人 经办人员 承办人员 联系人及电话" },
  // --- when
  {
    key: "deadline",
    score: 1,
    words:
      "整改时限 完成时限 整改期限 整改完成时限 整改完成期限 计划完成时间 计划完成日期 计划完成时限 问题整改完成时限 整改截止时间 整改截止日期 截止时间 截止日期 整改限期 办理时限 办结时限 办理期限 办结期限 时限 期限 限期 完成期限 时限要求 整改时限要求 完成时限要求 要求完成时间 要求办结时间 限定完成时间 预计完成时间 预计完成日期 拟完成时间 应完成时间 目标时限 应办结时间 规定时限 计划时限 销号时限 到期日 到期时间 到期日期 最后期限 整改到期日 限时 时间要求 完成时间要求 计划整改完成时间 计划整改时间 整改时间节点 完成时间节点 完成节点 整改完成时间节点 计划办结时间 整改时限(年月日) 措施完成时限 责任时限 限办日期 起止时间 起止日期 起止时限 整改起止时间 起止年月 实施起止时间",
  },
  { key: "deadline", score: 0.85, words: "时间节点 计划时间 整改时间要求 时间安排 整改截止 截止 完成时限(时间)" },
  { key: "deadline", score: 0.8, words: "原整改期限 原整改时限 原定时限 原定完成时间 原完成时限" },
  {
    key: "deadline",
    score: 0.8,
    ambiguous: true,
    words: "完成时间 整改时间 完成日期 整改日期 整改完成时间 整改完成日期 办理时间 落实时间 时间 日期 完成时间(时限)",
  },
  { key: "deadline", score: 0.5, ambiguous: true, words: "进度安排 整改阶段 时间进度" },
  {
    key: "doneDate",
    score: 1,
    words:
      "办结时间 办结日期 销号时间 销号日期 实际完成时间 实际完成日期 实际办结时间 实际办结日期 实际整改完成时间 完成整改时间 整改到位时间 办理完成时间 结案时间 结案日期 了结时间 实际销号时间 已完成时间 实际完成整改时间 整改销号时间 问题销号时间 实际完成 整改办结时间 完成整改日期",
  },
  { key: "doneDate", score: 0.85, ambiguous: true, words: "整改完成时间 整改完成日期" },
  { key: "doneDate", score: 0.78, ambiguous: true, words: "完成时间 完成日期" },
  {
    key: "doneDate",
    score: 0.6,
    ambiguous: true,
    words: "整改时间 整改日期 办理时间 落实时间 时间 日期 验收时间 验收日期",
  },
  // --- how far
  {
    key: "status",
    score: 1,
    words:
      "整改状态 状态 当前状态 目前状态 问题状态 事项状态 办理状态 完成状态 进展状态 办结状态 落实状态 问题整改状态 整改完成状态 问题控制状态 整改工作状态 整改当前状态 状态(已完成/整改中) 完成与否 是否完成 是否整改 是否整改完成 是否完成整改 是否整改到位 是否办结 是否落实 是否已完成 是否已整改 是否到位 整改状态(已完成/整改中/未完成) 线索状态 办理结果状态",
  },
  {
    key: "status",
    score: 0.92,
    ambiguous: true,
    words: "整改结果 办理结果 完成结果 整改进度 办理进度 完成进度 进度 当前进度 目前进度 工作进度",
  },
  {
    key: "status",
    score: 0.88,
    ambiguous: true,
    words: "完成情况 整改完成情况 办结情况 整改到位情况 问题完成情况 问题整改完成情况",
  },
  {
    key: "status",
    score: 0.85,
    ambiguous: true,
    words:
      "整改情况 整改进展 进展 进展情况 整改进展情况 办理情况 办理进展 落实情况 整改落实情况 目前进展 目前情况 当前进展 当前进展情况 目前进展情况 处理结果 处置结果 处置情况 处理情况 结果 情况 工作进展 整改成效 问题整改情况 问题整改进展 整改成果 办理进展情况 线索处置情况 查办情况 核查结果 调查处理情况 办理落实情况 整改效果",
  },
  {
    key: "status",
    score: 0.7,
    ambiguous: true,
    words:
      "措施完成情况 措施落实情况 任务完成情况 任务落实情况 措施状态 任务状态 措施整改状态 措施进展 任务进展 措施进展情况 任务进展情况",
  },
  {
    key: "measureStatus",
    score: 0.8,
    ambiguous: true,
    words:
      "措施完成情况 措施落实情况 任务完成情况 任务落实情况 措施状态 任务状态 措施整改状态 措施进展 任务进展 措施进展情况 任务进展情况 措施完成状态 任务完成状态 措施落实状态 措施整改情况 任务整改情况",
  },
  {
    key: "measureStatus",
    score: 0.45,
    ambiguous: true,
    words:
      "完成情况 整改进展 进展 落实情况 进展情况 整改情况 办理情况 落实状态 完成状态 进展状态 整改落实情况 完成进度 进度",
  },
  { key: "status", score: 0.6, ambiguous: true, words: "整改反馈 办理反馈 落实反馈 处理反馈 反馈结果" },
  {
    key: "signOff",
    score: 1,
    words:
      "销号状态 销案情况 销案状态 是否销案 是否已销案 是否销号 销号情况 销号 销号结果 验收销号 销号与否 销号意见 对账销号 销号验收 验收销号情况 销号验收情况 问题销号 问题销号情况 整改销号情况 整改销号 是否已销号 是否验收销号 销号认定 销号审核",
  },
  { key: "signOff", score: 0.65, words: "验收情况 验收结果 是否验收 验收意见 认定结果 是否通过验收 验收状态 验收" },
  {
    key: "progress",
    score: 0.95,
    words:
      "整改进展情况 进展情况 工作进展 工作进展情况 整改工作进展 整改工作进展情况 目前进展 目前进展情况 当前进展情况 具体整改情况 整改具体情况 整改情况说明 整改过程 整改成效 整改落实及成效 整改措施及成效 工作开展情况 已采取措施 已采取的措施 已完成情况 取得成效 主要成效 整改效果 整改成果 进展情况及成效 整改进展及成效 整改情况及成效 落实整改情况 阶段性成果 整改落实情况 办理进展情况 办理过程 整改推进情况 推进情况 进展说明 整改情况(月) 整改工作情况 整改工作开展情况 调查核实情况 核查情况 调查处理情况 查办情况 成效",
  },
  {
    key: "progress",
    score: 0.9,
    ambiguous: true,
    words:
      "整改情况 整改进展 进展 办理情况 办理进展 落实情况 完成情况 整改完成情况 处理情况 处置情况 办结情况 目前情况 问题整改情况 问题整改进展 情况 情况说明 整改措施及落实情况 整改措施及完成情况 整改措施及进展 整改措施落实情况 措施落实情况 任务完成情况 措施完成情况 任务落实情况 措施进展情况 任务进展情况 线索处置情况",
  },
  {
    key: "progress",
    score: 0.6,
    ambiguous: true,
    words: "整改结果 办理结果 处理结果 结果 整改进度 办理进度 处置结果 核查结果",
  },
  // --- the rest
  {
    key: "evidence",
    score: 1,
    words:
      "佐证材料 佐证资料 佐证 印证资料 印证材料 印证 销号佐证 销号佐证材料 附件 附件材料 支撑材料 支撑资料 证明材料 证明资料 证据材料 整改佐证材料 整改佐证 整改印证材料 备查资料 备查材料 佐证材料目录 佐证材料名称 佐证材料清单 佐证材料编号 佐证材料(附件) 佐证附件 整改佐证资料 印证材料目录 整改台账资料 相关佐证材料 完成佐证",
  },
  { key: "evidence", score: 0.55, words: "相关资料 相关材料 佐证材料数量 佐证数量 档案编号 资料目录 材料清单" },
  { key: "remarks", score: 1, words: "备注 备注说明 其他说明 备注信息 备考" },
  { key: "remarks", score: 0.6, words: "说明 注 其他 补充说明 其它" },
  {
    key: "public",
    score: 1,
    words:
      "是否公开 公开 公开情况 是否对外公开 可否公开 公开属性 公开方式 是否可公开 能否公开 是否向社会公开 是否可以公开 公开意见 拟公开",
  },
  // --- accountability
  {
    key: "form",
    score: 1,
    words:
      "问责方式 问责形式 问责类型 追责方式 追责形式 处分种类 组织处理方式 问责处理方式 问责处理情况 追责问责方式 追责问责情况 问责措施 问责处理 问责情况 处分类型 处理种类 追责问责形式 处分情况 党纪政务处分 处分或处理方式",
  },
  { key: "form", score: 0.8, words: "处理方式 处置方式 处理形式 处理类型 处理决定 处分决定" },
  { key: "form", score: 0.55, words: "处理意见 处理结果 处理情况" },
  {
    key: "persons",
    score: 1,
    words: "人数 问责人数 处理人数 涉及人数 被问责人数 追责人数 人数(人) 处分人数 处理人数(人) 问责人数(人)",
  },
  { key: "persons", score: 0.7, words: "人次 处理人次 问责人次" },
  {
    key: "name",
    score: 1,
    words:
      "问责对象 被问责人 被问责人员 被问责对象 问责人员 问责对象姓名 被问责人姓名 被问责人员姓名 追责对象 追责问责对象 被追责人 受处理人 受处理人员 被处理人 被处理人员 处理对象 处分对象 受处分人 问责对象(姓名)",
  },
  { key: "name", score: 0.8, words: "姓名 对象 对象姓名 人员姓名" },
];
