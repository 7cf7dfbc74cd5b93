/**
 * The one lexicon of statuses: what the grammar of a clause is made of, whole expressions, words that tell a status inside
 * running text, and the words of a sentence that is nothing but a status. Read by zh/status*.ts.
 */
import type { ClauseSense, Status } from "../terms";

/** Letter of a part, and the words that play it. */
export const PARTS: readonly (readonly [string, string])[] = [
  // a: it has happened
  ["a", "已 已经 业已 现已 早已 全已 均已 都已"],
  // m: manner and time, neither for nor against
  [
    "m",
    "目前 现 现在 当前 至今 截至目前 截止目前 均 都 按期 按时 如期 按要求 按时限 按规定 按进度 提前 超额 顺利 圆满 得到 予以 有效 实际 真正 正式 因故 暂时 确 已于",
  ],
  // y: not yet over
  ["y", "尚 还 仍 暂 仍然 依然 再"],
  // w: wholly
  ["w", "全部 全面 完全 彻底 整体 全 所有 各项"],
  // i: at once
  ["i", "立即 马上 及时 迅速"],
  // o: behind its time
  [
    "o",
    "超期 逾期 超时 超时限 超期限 过期 延误 超过时限 超过整改时限 超过期限 超过整改期限 超整改时限 超过规定时限 超过整改时间",
  ],
  // I: immediate, a way and not a state
  ["I", "立行立改 立查立改 立知立改 立整立改 即知即改 即查即改 即时整改 边查边改 边学边改 边整边改"],
  // D: done
  [
    "D",
    "完成 完毕 办结 了结 完结 结束 到位 办毕 办完 改完 查结 结案 清零 闭环 验收通过 通过验收 验收合格 关闭 消除 达标 竣工 完工 建成 建成投用 结项 归档 达到整改目标 达到整改要求 达到整改标准 实现整改目标",
  ],
  // K: signed off (销号)
  ["K", "销号 销案 整改销号 验收销号 交账销号 对账销号 闭环销号 审核销号 消号 核销"],
  // W: work that is done only with 已 or a word of D
  ["W", "竣工验收 投用 投入使用 交付使用 整改 落实 解决 处理 处置 改正 纠正 办理 化解 兑现 治理 修复 整修 消缺"],
  // n: what is worked on
  ["n", "任务 工作 事项 问题 措施 整改任务 整改工作"],
  // V, M, Z: other work; moving it on; beginning it
  ["V", "实施 进行 开展 建设 调查 调查核实 核查处置 研究 完善 修订 施工 整治 协调 办 改 跟进 跟踪 收尾 见效 落地"],
  ["M", "推进 推动"],
  ["Z", "启动 着手 开始 动工 开工 部署 安排 立项 制定方案 制定整改方案"],
  // E: somebody else examines
  ["E", "验收 审核 复核 核查 评估 复查 审批 确认 审定 审查 核验 评审 批复 审议 批准 认定 核实 检查"],
  [
    "u",
    "上级 省级 市级 县级 有关部门 相关部门 主管部门 主管单位 行业部门 上级部门 上级单位 集团 集团公司 总公司 总部 领导小组 巡察办 巡视办 纪委 县委 市委 省委 县局 市局 省局 总局 省厅 第三方 专家 验收组",
  ],
  // p: asking for it
  ["p", "申请 提请 报请 提交"],
  // N: not
  ["N", "未 未能 未曾 未予 没 没有 没能 无法 不 不能 不可能 难以 暂无法"],
  // A: given up, which no shape holds: whether it counts, nobody but the reader knows (不再实施)
  ["A", "不再"],
  // T: it waits
  ["T", "待 等待"],
  // P: plans, wishes and duties
  [
    "P",
    "即将 将 将要 将于 快 快要 预计 预期 力争 争取 拟 拟于 计划 计划于 规划 打算 接近 临近 准备 有望 可望 确保 保证 需 需要 须 应 应当 必须 要 可 可以 能 能够 限期 尽快 尽早 督促 力促 承诺 要求 差点 几乎 正要 着力 努力",
  ],
  // x: what may stand between a plan and its verb; @ is a date
  ["x", "于 近期 年内 本月 下月 年底 年底前 月底 月底前"],
  ["@", "@"],
  ["b", "前 底 止 内 底前 之前 以前"],
  // G: it is going on; C: the same behind the verb
  ["G", "正在 正 仍在 还在 尚在 在 处于 正处于"],
  ["C", "中 之中 当中 过程中 阶段"],
  // H: how it goes on
  [
    "H",
    "继续 加快 加紧 全力 积极 有序 稳步 抓紧 扎实 按计划 按照计划 按序时进度 按时序进度 按时间节点 按节点 按时序 按序时 逐步 进一步 依法 统筹 分步 稳妥 大力 强力 加力 正常 深入 组织",
  ],
  // B, R, S: basically, in part, for this stage; j: only
  ["B", "基本 基本上"],
  ["R", "部分 大部分 小部分 绝大部分"],
  ["S", "阶段性 本阶段 第一阶段 第二阶段 第三阶段 第四阶段"],
  ["j", "仅 只 只有"],
  // Q, g, r, v: reach clear results; progress
  ["Q", "取得 实现 达到 达成"],
  ["g", "较好 明显 一定 初步 较大 新"],
  ["r", "成果 成效 目标"],
  ["v", "进展"],
  // L, U: for long, continuously; t: keeping it up; f: passing into that
  ["L", "长期 长期性 常态 常态化 长效 常抓"],
  ["U", "持续"],
  ["t", "坚持 巩固 深化 保持 抓 抓好 抓落实 用力 加强 管理 机制 执行 提升 监管 监督 规范 不懈 问效 发力 关注 下去"],
  ["f", "转入 转为 纳入 列入 进入 属 属于 为 作为 今后 后续 下一步 实行 但"],
  ["k", "建立 健全 形成 建立健全"],
  ["l", "了 的"],
];

/** Answers, marks, English, and expressions whose words mean something else together. */
export const EXPRESSIONS: readonly (readonly [ClauseSense, string])[] = [
  [
    "done",
    "是 完 已完 已结 已改 已验收 √ ✓ ✔ ☑ ✅ done completed yes y closed ok okay fixed resolved solved finished finish complete passed pass verified rectified implemented signedoff",
  ],
  [
    "done",
    "合格 检查合格 复查合格 复检合格 复核合格 复验合格 复查已合格 整改合格 通过 已通过 复查通过 复核通过 复检通过 核查通过 审核通过 认定通过 销号通过 通过复查 通过复核 通过核查 通过审核 整改通过 关闭 修复 消除 同意销号 准予销号 可以销号 同意办结 同意关闭 同意闭环 已办 已解除 已消缺 已归零 已销项 已消项 认定完成 认定已完成 认定为已完成 已清退到位 清退到位 已追缴到位 追缴到位 已退还到位 退还到位 已上缴到位 上缴到位 已收回到位 收回到位 已拆除 已拆除到位 拆除到位 核查属实已完成 复查已整改 复查已完成 已改好 已整治",
  ],
  ["partial", "partial partially partiallydone partlydone partiallycompleted partiallyfixed partiallyresolved"],
  ["basic", "mostlydone substantiallycomplete"],
  ["basic", "已完成(含基本完成) 完成(含基本完成)"],
  ["phased", "阶段完成 已阶段完成 阶段整改完成 阶段完成整改 阶段到位 已阶段到位 阶段办结 阶段销号"],
  [
    "notDone",
    "否 不力 整改不力 落实不力 验收未通过 验收不合格 无进展 没有进展 无实质性进展 没有实质性进展 未动 未改 没改 已叫停 未清退 尚未清退 未追缴 尚未追缴 未退还 尚未退还 未上缴 尚未上缴 未收回 尚未收回 未拆除 尚未拆除",
  ],
  [
    "notDone",
    "× ✗ ✘ ☒ ╳ ❌ ✖ no n notstart notyet notfixed unfixed notok nok ng rejected notdone notcompleted notstarted open todo unresolved failed notclosed incomplete notyetstarted notyetdone notyet backlog fail unsolved notimplemented notrectified 未超期未完成",
  ],
  [
    "notDone",
    "不合格 复查不合格 复检不合格 复核不合格 复验不合格 整改不合格 未通过 不通过 复查未通过 复核未通过 复查不通过 复核不通过 审核未通过 审核不通过 核查未通过 认定未通过 不同意销号 不予销号 暂不销号 认定未完成 认定为未完成 复查未整改 复查未完成 仍未改 未消缺 待改 无整改 暂缓销号 未见行动 未行动 零进展 无动静 没动 待下发 待派发 反弹 已反弹 出现反弹 又反弹 有反弹 问题反弹 退回 已退回 被退回 验收退回 暂停 已暂停 挂起 已挂起 暂缓 已暂缓 暂缓实施 暂缓整改 暂缓办理 暂缓推进 暂缓执行 暂缓处理 缓办 已缓办 搁置 已搁置 暂时搁置 中止 已中止 停滞 已停滞",
  ],
  [
    "ongoing",
    "ongoing inprogress wip pending doing inprocess started delayed processing underway reopened working inreview underreview reviewing inprogressing ontrack ⏳ ⌛ 🔄 🚧 滞后 已滞后 严重滞后 进度滞后 进展滞后 推进滞后 整改滞后 工作滞后 进展缓慢 推进缓慢 进度缓慢 整改缓慢 缓慢 受理中 跟踪中 临期 临近到期 即将到期 进行中 完成过半 过半 完成一半 完成大半 已完成一半 已完成过半 在办 在查 在改 在建 办理阶段 整改阶段 重新整改 退回整改 退回重新整改 退回重改 返工整改 未完待续 已转办 已交办",
  ],
  [
    "ongoing",
    "进展顺利 进展正常 有序 正常 顺利 顺利推进 顺利进行 整改有序 推进顺利 推进有序 工作正常 整改顺利 整改正常",
  ],
  [
    "pending",
    "已上报 已报批 已报审 已送审 上报审批 上报待批 已上报待批 已上报待批复 已上报待审批 报审中 报批中 公示中",
  ],
  ["extended", "整改延期 已延期 延期中 办理延期 extended postponed"],
  ["overdueDeclared", "overdue 超期未完 逾期未完 已超期未完 到期未完 到期未完成 到期未整改 到期未办结"],
  [
    "excluded",
    "不涉及 不适用 无需整改 不需整改 不需要整改 无需处理 无须整改 n/a na notapplicable cancelled canceled 作废 已作废 已撤回 撤回 void withdrawn",
  ],
  ["longTerm", "持续改进 巩固提升 巩固成果 巩固整改成果 巩固整改成效 继续巩固"],
];

/** 己完成, 以完成, 末完成: slips of the keyboard for 已 and 未, and what stands behind them. */
export const SLIPS = {
  for: ["己", "巳", "以"],
  forNot: ["末"],
  before: [
    "(?:经|全部|基本)?(?:启动|部署|开展|移交|关闭|验收|化解|消除|改|完|结案|修复|整治|达标|清零|竣工|办|结|取得)",
    "经?完成",
    "经?整改",
    "经?办结",
    "经?销号",
    "经?落实",
    "经?解决",
    "经?闭环",
    "经?到位",
    "经?处理",
    "经?办理",
  ],
} as const;

/** 已完戍, 完城: another character for 成, by its look. */
export const LOOKALIKES = { of: ["完[戍戌城诚戊]"], meant: "完成" } as const;

/** Words that tell a status inside a sentence, in order: what negates or limits comes before what affirms. */
export const PHRASES: readonly (readonly [Status, readonly string[]])[] = [
  ["unknown", ["状态待核实", "状态不明"]],
  ["excluded", ["不纳入", "不计入"]],
  ["overdueDeclared", ["超期未", "自报超期", "逾期未"]],
  ["extended", ["延期"]],
  ["notDone", ["未完成", "尚未", "未整改", "未办结", "未销号", "未化解", "未解决", "没有完成", "未启动", "未落实"]],
  ["partial", ["部分已", "部分完成", "部分整改", "部分办结", "部分落实", "已部分"]],
  ["phased", ["阶段性"]],
  ["basic", ["基本完成", "基本整改", "基本办结"]],
  [
    "done",
    [
      "已完成",
      "已整改",
      "完成整改",
      "完成了整改",
      "整改完成",
      "整改到位",
      "落实到位",
      "已办结",
      "办结",
      "已解决",
      "办理完成",
      "已销号",
      "销号",
      "已落实",
      "整改完毕",
      "全部完成",
    ],
  ],
  ["longTerm", ["长期坚持", "长期整改", "长期推进", "持续整改", "持续推进", "持续坚持"]],
  ["ongoing", ["正在", "整改中", "推进中", "进行中", "办理中", "在办", "继续整改", "有序推进", "序时进度"]],
];

/**
 * Words that a sentence is made of which is nothing but a status: 「已完成制度修订」 tells what was done, 「按计划推进」 how, and
 * neither how the item stands.
 */
export const SENTENCE_WORDS =
  "此项问题 该项问题 本项问题 此问题 该问题 此项 该项 本项 问题 事项 任务 目前 现已 均已 已经 已得到 已取得 取得 阶段性 部分 基本 全部 正在 尚未 仍未 未能 没有 未 已 正 整改 完成 办结 办理 了结 销号 解决 落实 到位 完毕 推进 进行 长期 持续 坚持 继续 有序 立行立改 需要 需 成效 成果 进展 目标 中 了 并 得到 按 超期 逾期 自报 不再 不纳入 完成率 办结率 到位率 统计 序时 进度 达到 状态 申请 延期".split(
    " ",
  );
