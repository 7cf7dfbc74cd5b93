/**
 * The one lexicon of what is not finished: words that may say so in a text about progress, by family. Each find is judged by
 * its surroundings (pending.ts), in a ledger's cell as in a notice.
 */

/** It stands open: 尚未…, 仍需… */
export const UNFINISHED =
  "尚未 仍未 还未 暂未 一直未 至今未 迟迟未 迟迟没有 还没有 还没 尚没有 尚无 仍无 暂无 未能 尚待 有待 亟待 尚需 仍需 还需 尚在 仍在 还在 尚处 仍处 还处 还差 尚差 仍差 尚欠 仍欠 还欠 尚缺 仍缺 还缺".split(
    " ",
  );
/** It was not done: 未完成, 暂缓. */
export const UNDONE =
  "未完成 未整改 未启动 未落实 未到位 未办结 未建成 未验收 未批复 未拨付 未支付 未收回 未开工 未竣工 未销号 未解决 没有完成 没完成 没有落实 没有到位 无法完成 无法整改 无法办理 无法推进 无法实施 暂时无法 目前无法 暂无法 尚无法 仍无法 暂缓 推迟至 推迟到 延期至 延期到".split(
    " ",
  );
/** It is going on: 正在… */
export const IN_PROGRESS =
  "正在 正积极 正抓紧 正加紧 正加快 正有序 正稳步 正按 正由 正处 正着手 正全力 正组织 正逐步 正协调 正筹 正与 正走 正履行".split(
    " ",
  );
/** What can be 推进中. */
export const MIDST_OF =
  "推进 进行 整改 办理 审批 审核 建设 施工 谋划 筹备 筹建 协调 招标 采购 制定 起草 修订 落实 实施 核查 完善 申请 洽谈 对接 编制 研究 评审 公示 验收 改造 装修 清理 追缴 追讨 诉讼 处理 走流程 流程".split(
    " ",
  );
export const MIDST_WORDS = "过程 阶段 当 之".split(" ");
/** What is waited for: 审核通过后. */
export const APPROVALS = "审核 审批 批复 评审 审定 审议 批准 验收 论证".split(" ");
export const APPROVED = "通过 同意 合格".split(" ");
/** What a share of is told: 工程进度60%. */
export const SHARED = "工程量 工程进度 总进度 整体进度 形象进度 项目进度 总任务 任务量 投资".split(" ");
/** How much of the whole is done: 完成率80%. */
export const DONE_SHARES = "整改完成率 整改进度 整改率 完成率 完成比例".split(" ");
export const DONE_SHARE_IS = "为 达到 达 约".split(" ");
/** What is promised for a day: 6月底前完成. */
export const COMMITTED_HOW = "全面 全部 完全 基本".split(" ");
export const COMMITTED =
  "完成 整改 到位 建成 办结 投入 配齐 达到 落实 解决 销号 交清 付清 还清 缴清 结清 交齐 归还 退还 收回 退回 偿还 追缴 兑付 支付 完工 竣工 交付".split(
    " ",
  );
/** What somebody promised to do within a time: 承诺两年内还清. */
export const PROMISED = ["承诺"];
export const PROMISED_WITHIN = "[^，,。；;、]{1,10}内";
/** What comes next. */
export const NEXT = "下一步 下步 下阶段 下一阶段 接下来 后续 近期 近日 不日".split(" ");
/** Hopes and plans, each a family of its own. */
export const STRIVING = ["争取"];
export const AIMING = ["力争"];
export const EXPECTED = ["预计"];
export const PLANNED = ["计划"];
export const SOON = "尽快 尽早 早日 抓紧".split(" ");
export const AWAITING = ["等待", "等候"];
export const ABOUT_TO = ["即将"];
export const INTENDED = ["拟"];
export const WAITING = ["待"];
export const FUTURE = ["将"];

/** What something waits for to be there: 资金到位后. */
export const ARRIVALS = "资金到位 经费到位 款项到位 拨款到位 预算到位 资金到账 条件成熟 时机成熟 条件具备".split(" ");
/** Put off to another year: 列入2027年计划. */
export const PUT_DOWN = "列入 纳入".split(" ");
export const PUT_DOWN_FOR =
  "20[0-9]{2}年 明年 下年 下一年 来年 二期 三期 后续 远期 下一期 下一轮 改造 维修 采购 更新 扩建 大修".split(" ");
/** What is owed goes on being paid: 分三年归还, 继续催收. */
export const INSTALMENTS =
  "分期 分批 分年 分月 分季 分[2-9两二三四五六七八九十][年期批次个] 分[1-9][0-9]个?[年期月] 逐年 逐月 继续催收 继续追缴 继续追讨 继续清收 继续清缴".split(
    " ",
  );
/** Some of it is left, and not done: 还有3名超编人员未清退. */
export const REMAINING = "还有 仍有 尚有 另有 还剩 尚剩 仍剩 尚余".split(" ");
/** What is left of a sum or of a number: 剩余2户未拆除, 其余1万元已申请法院强制执行. */
export const LEFT_OVER = "剩余 其余 余款 尾款 余下 下剩".split(" ");
/** What has not been done yet, where the sentence ends with it: 2人未到岗. */
export const NOT_YET =
  "未到货 未到岗 未到账 未交付 未安装 未更换 未归还 未返还 未退还 未退回 未清退 未缴清 未缴纳 未付清 未还清 未结清 未核对 未核实 未办妥 未签 未签订 未下达 未拆 未退 未搬 未还 未交".split(
    " ",
  );
/** It stands still: 安装工作推迟. */
export const HALTED = "推迟 延后 搁置 停滞".split(" ");
/** It lies with somebody else: 已报省厅审批. */
export const REPORTED = "已报 已上报 已呈报 已报请 已提交 已报送 已进入 已转入".split(" ");
/** It comes bit by bit: 其余公房陆续收回. */
export const GRADUAL = "逐步 陆续 逐户 逐笔".split(" ");
/** What has to be there before: 需财政资金到位后更新. */
export const NEEDED_FIRST = "需[^，,。；;、：:]{2,14}后";

/** It takes somebody else first: 需与…对接. */
export const NEEDED = "需与 需要与 需向 需要向 需由 需要由 需进一步 需要进一步".split(" ");

/** In an item that only the summary calls done, these tell enough; 正在 alone tells little. */
export const TELLING =
  "尚未 仍未 还未 暂未 未完成 正在审批 正在审核 正在报批 正在办理 审核通过后 审批通过后 研究通过后 待批复 待审批 待审核".split(
    " ",
  );

/** 列入 and 纳入 are many; what may follow them to be a trigger is rare. */
export const RARELY_FOLLOWED =
  "入2 入明 入下 入来 入二 入三 入后 入远 入改 入维 入采 入更 入新 入扩 入大 续催 续追 续清 逐年 逐月".split(" ");
