/**
 * The parts that headers of ledgers are built from: qualifiers before a head noun (整改 + 落实 + 情况). Read by
 * src/ledger/columns/header-parts.ts, which cuts a header into them, the longest first, and judges the string of letters.
 */
export const HEADER_PARTS: readonly (readonly [letter: string, words: string])[] = [
  // a: qualifiers that change nothing
  [
    "a",
    "关联 具体 主要 相关 有关 目前 当前 现 最新 本次 本期 本月 本年 本周 总体 整体 详细 年度 月度 项目 安全 生产 环保 消防 生态 环境 专项 日常 其他 其它 重要 突出 存在 的 及 和 与 或 、 / , 之 各 所 现场 内部 简要 基本 涉及 所属 所在 一般 重大 较大 客观 主观 次 类 目标完成",
  ],
  // g: where it comes from
  [
    "g",
    "巡察 巡视 审计 督察 督查 检查 抽查 巡查 排查 普查 反馈 发现 查出 暴露 提出 交办 移交 转办 反映 来信 信访 投诉 举报 督导 考核 测评 评查 暗访 调研",
  ],
  // w: the work on it
  [
    "w",
    "整改 落实 追踪 处治 整治 承诺 兑现 采纳 办复 治理 处理 处置 办理 推进 执行 解决 化解 整治 纠正 改进 推动 实施 跟进 跟踪 督办 工作 改善 修复 销改 防范 管控 控制 应对 答复 回复 办 改",
  ],
  // d: that it is over
  ["d", "完成 办结 闭环 关闭 到位 销号 了结 结案 达标 消除 清零 合格 通过 改完 办毕 结束"],
  // e: who looks at it again; y: who says it of himself
  [
    "e",
    "验收 验证 复查 复核 核查 核验 审核 认定 评定 评估 复验 确认 回访 审定 核定 督查组 巡察办 巡察组 纪委 主管部门 上级 县级 市级 行业 复检 核实 抽检",
  ],
  ["y", "自报 自评 自查 自查自评 自我评价 自我评定 自检 自验 单位填报 单位自报 单位自评 单位自查"],
  ["q", "是否 可是 有无 能否 是不是 已否"],
  ["z", "与否 否"],
  // S, F: how it stands, how it goes
  ["S", "状态 状况 现状"],
  ["F", "情况 进展 进度 动态 成效 效果 成果 结果 结论 回复情况 评价 完成率 完成比例 完成度 进展程度 进度条 程度 回音"],
  // P, A: planned, as it was
  ["P", "计划 要求 限定 规定 拟 拟定 应 预计 预期 目标 最迟 限 责令 到期 最后 限期 截止 截至 原 原定 调整后 新"],
  ["A", "实际 真正 已"],
  ["T", "时间 日期 时间点 日 时点 年月"],
  ["L", "时限 期限 截止时间 截止日期 时间节点 节点 节点时间 到期日"],
  // R, C: who answers, who helps
  ["R", "责任 牵头 主责 承办 主办 负责 责任主体 包联 包保"],
  ["C", "配合 协办 协助 协同 参与 协作 会办 联办"],
  [
    "U",
    "单位 主体 企业名称 单位名称 部门名称 科室名称 公司名称 单位 部门 科室 处室 股室 科别 部室 机构 社区 村 村居 村社 乡镇 镇街 镇办 街道 县区 区县 县市区 属地 公司 企业 学院 院系 学校 车间 班组 项目部 党组织 党委 党支部 支部 站所 所站 中队 大队 辖区 网格",
  ],
  ["O", "人 人员 联系人 负责人 同志 姓名 人签字 签名 签字"],
  ["V", "领导 分管领导 班子成员 负责同志 分管负责人"],
  ["N", "序号 编号 编码 单号 项次 条目 条号 序次 号码 号 码 顺序号"],
  // x: codes of other things
  ["x", "文件 文书 公文 合同 档案 通知书 证件 身份证 电话 手机 报告 批次 发票 凭证 任务书"],
  // H: what is wrong
  [
    "H",
    "问题 隐患 缺陷 不足 差距 短板 弱项 不符合项 不合格项 不符合 异常 风险 风险点 漏洞 违规行为 违法行为 违规问题 线索 诉求 信访件 病害 病症 缺失 缺项 破损 薄弱环节 偏差 瑕疵 矛盾 纠纷 矛盾纠纷 不规范 扣分项 失分项 失分点 丢分项 否决项 异常情况 扣分问题 失分问题 丢分问题",
  ],
  [
    "X",
    "简要情况 内容 描述 名称 表现 事实 简述 概述 摘要 详情 表述 清单 明细 情形 概况 事由 标题 具体表现 要点 题目 说明",
  ],
  ["M", "措施 举措 对策 办法 方案 建议 意见"],
  // I: what is to be done, without anything being wrong
  ["I", "事项 任务 重点工作 工作任务 目标任务 工作内容 工作事项 重点任务 重点事项 督办件 年度任务 任务目标 工作要点"],
  ["K", "类别 类型 分类 种类 性质 领域 板块 专业 方面"],
  ["J", "佐证 材料 附件 资料 照片 图片 影像 证明 凭据"],
  // o: something else, whatever stands around it
  [
    "o",
    "督办建议 督办意见 督导建议 督导意见 督查建议 督查意见 原因 理由 根源 下步 下一步 下阶段 困难 难点 障碍 瓶颈 堵点 需协调 需要协调 填报 填表 制表 上报时间 报送 电话 联系方式 职务 职级 金额 次数 天数 得分 分值 扣分 权重 重复 公开 涉密 逾期 超期 临期 问责 追责 处罚 罚款 延期 地点 位置 部位 区域 依据 标准 条款 等级 级别 星级 重要程度 严重程度 紧急程度 危害程度 影响程度 来源 开始 启动 受理 登记 收到 下发 下达 通知 提醒 备案 前 后对比 占比 数量 总数",
  ],
];

/** Headers whose figures are shares of the work in percent. */
export const SHARE_HEADERS: readonly string[] = ["进度", "率", "百分比", "比例", "完成度", "%", "进展程度"];

/** Who says how it stands, for the precedence of status columns; the first that a header holds counts. */
export const STANDING = {
  self: "自报 自评 自查 自检 自验 自我 单位填报 责任单位填报 填报单位 单位上报 承办单位".split(" "),
  verified:
    "认定 核查 核验 复核 验收 复查 复验 复检 审核 审定 核定 核实 评定 督查 督导 督办 巡察办 巡察组 纪委 纪检 主管部门 上级 抽查 评估 回访".split(
      " ",
    ),
  /** Of these, a stage behind the work: what is done and not yet accepted is done to some and not to others. */
  acceptance: ["验收", "复验"],
  /** Which of several times; 上期 and 上月 come before 本期. */
  earlier: "上期 上月 上次 上季度 上年 年初 期初 原 首次 初次 初".split(" "),
  newest: ["最新", "更新后"],
  later: "本期 本月 本次 本季度 目前 当前 最新 期末 最终 截至".split(" "),
} as const;

/** Columns of audit, hazard and letter ledgers that no field takes, by what they hold. */
export const KNOWN_COLUMNS: readonly (readonly [known: string, words: string])[] = [
  [
    "amountDone",
    "已整改金额 已纠正金额 整改金额 已追缴金额 已收回金额 已清退金额 已上缴金额 挽回损失金额 挽回金额 已归还金额",
  ],
  ["amount", "问题金额 涉及金额 金额 违规金额 违纪金额 审计金额 资金 应整改金额 投资额 罚款"],
  ["rectifyType", "整改类型 整改方式 整改形式 整改类别 整改要求类型"],
  ["level", "隐患等级 隐患级别 风险等级 风险级别 问题等级 等级 级别 严重程度 重要程度 紧急程度"],
  ["review", "复查 复核 验收 复验 核查 回访 审核"],
  [
    "found",
    "检查时间 检查日期 发现时间 发现日期 排查时间 排查日期 交办时间 交办日期 移交时间 受理时间 来信时间 登记时间 反馈时间 下发时间",
  ],
  ["place", "隐患部位 隐患地点 检查地点 地点 位置 部位 区域 场所"],
  ["petitioner", "信访人 来信人 举报人 反映人 投诉人 来访人 被反映人"],
  ["basis", "依据 条款 标准 定性依据 法规"],
  ["difficulty", "困难 难点 障碍 瓶颈 未完成原因 未整改原因 原因 需协调"],
  ["nextSteps", "下步 下一步 下阶段"],
  ["phone", "电话 联系方式 手机"],
];
