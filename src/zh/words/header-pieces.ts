/** Pieces of headers that are no whole words. Read by src/ledger/columns/header-words.ts. */

/** Head nouns at the end of a longer header, with what they mean. Longer ones first where one ends in another. */
export const HEAD_NOUNS: readonly (readonly [
  end: string,
  key: string,
  score: number,
  ambiguous: boolean,
  depth: number,
])[] = [
  ["序号", "number", 0.85, false, 0],
  ["编号", "number", 0.8, false, 0],
  ["编码", "number", 0.75, false, 0],
  ["来源", "source", 0.85, false, 0],
  ["类别", "section", 0.8, false, 0],
  ["板块", "section", 0.85, false, 0],
  ["领域", "section", 0.8, false, 0],
  ["方面", "section", 0.8, false, 0],
  ["分类", "section", 0.75, false, 0],
  ["具体问题", "problem", 0.9, false, 3],
  ["具体表现", "problem", 0.9, false, 3],
  ["主要问题", "problem", 0.9, false, 1],
  ["问题描述", "problem", 0.9, false, 3],
  ["问题线索", "problem", 0.9, false, 2],
  ["反馈意见", "problem", 0.85, false, 2],
  ["问题", "problem", 0.85, false, 2],
  ["信访事项", "problem", 0.9, false, 2],
  ["信访件", "problem", 0.85, false, 2],
  ["事项", "problem", 0.65, false, 2],
  ["任务", "task", 0.85, false, 0],
  ["措施", "measure", 0.85, false, 0],
  ["举措", "measure", 0.85, false, 0],
  ["领导", "leader", 0.85, false, 0],
  ["配合单位", "coUnits", 0.9, false, 0],
  ["配合部门", "coUnits", 0.9, false, 0],
  ["协办单位", "coUnits", 0.9, false, 0],
  ["牵头单位", "unit", 0.95, false, 0],
  ["责任单位", "unit", 0.9, false, 0],
  ["责任部门", "unit", 0.9, false, 0],
  ["责任科室", "unit", 0.9, false, 0],
  ["单位", "unit", 0.6, false, 0],
  ["部门", "unit", 0.6, false, 0],
  ["科室", "unit", 0.6, false, 0],
  ["处室", "unit", 0.6, false, 0],
  ["股室", "unit", 0.6, false, 0],
  ["责任人", "person", 0.9, false, 0],
  ["负责人", "person", 0.75, false, 0],
  ["承办人", "person", 0.85, false, 0],
  ["经办人", "person", 0.8, false, 0],
  ["时限", "deadline", 0.9, false, 0],
  ["期限", "deadline", 0.88, false, 0],
  ["限期", "deadline", 0.85, false, 0],
  ["截止时间", "deadline", 0.9, false, 0],
  ["截止日期", "deadline", 0.9, false, 0],
  ["办结时间", "doneDate", 0.88, false, 0],
  ["销号时间", "doneDate", 0.88, false, 0],
  ["完成时间", "deadline", 0.75, true, 0],
  ["完成时间", "doneDate", 0.75, true, 0],
  ["完成日期", "deadline", 0.72, true, 0],
  ["完成日期", "doneDate", 0.75, true, 0],
  ["状态", "status", 0.88, false, 0],
  ["销号", "signOff", 0.85, false, 0],
  ["进展情况", "status", 0.75, true, 0],
  ["进展情况", "progress", 0.85, true, 0],
  ["进展", "status", 0.78, true, 0],
  ["进展", "progress", 0.8, true, 0],
  ["完成情况", "status", 0.8, true, 0],
  ["完成情况", "progress", 0.78, true, 0],
  ["整改情况", "status", 0.78, true, 0],
  ["整改情况", "progress", 0.82, true, 0],
  ["落实情况", "status", 0.75, true, 0],
  ["落实情况", "progress", 0.8, true, 0],
  ["办理情况", "status", 0.78, true, 0],
  ["办理情况", "progress", 0.8, true, 0],
  ["结果", "status", 0.7, true, 0],
  ["结果", "progress", 0.6, true, 0],
  ["进度", "status", 0.75, true, 0],
  ["进度", "progress", 0.6, true, 0],
  ["成效", "progress", 0.8, false, 0],
  ["佐证材料", "evidence", 0.9, false, 0],
  ["印证材料", "evidence", 0.9, false, 0],
  ["佐证", "evidence", 0.85, false, 0],
  ["佐证资料", "evidence", 0.9, false, 0],
  ["备注", "remarks", 0.9, false, 0],
  ["问责方式", "form", 0.9, false, 0],
  ["处理方式", "form", 0.8, false, 0],
  ["问责对象", "name", 0.9, false, 0],
];

/** Words at the front that settle what follows, whatever the head noun is. */
export const FRONTS: readonly (readonly [front: string, key: string, score: number])[] = [
  ["是否销号", "signOff", 0.95],
  ["是否公开", "public", 0.95],
  ["是否完成", "status", 0.95],
  ["是否整改", "status", 0.95],
  ["是否办结", "status", 0.95],
  ["是否到位", "status", 0.9],
  ["佐证", "evidence", 0.8],
  ["印证", "evidence", 0.8],
  ["责任单位", "unit", 0.7],
  ["责任科室", "unit", 0.7],
  ["牵头单位", "unit", 0.75],
  ["整改状态", "status", 0.85],
  ["整改时限", "deadline", 0.85],
  ["整改措施", "measure", 0.7],
];

/** A header with one of these in front is about something else. */
export const OTHER_FRONTS: readonly string[] =
  "下步 下一步 下阶段 下一阶段 填报 填表 上报 报送 未完成 未整改 未办结 尚未 延期 申请延期 新制定 新修订 超期 临期 累计 被巡察 被巡视 反馈时间 反馈日期 反馈单位 验收单位 验收责任 审批 涉及金额 挽回 追缴 清退 收回 原因 应整改 已整改 已完成 正在整改 已办结 应落实 已落实 建章立制 制度 联系电话 联系方式 电话 职务 职级 政治面貌 发文 文号 开始 启动 交办时间 移交时间 受理时间 收到时间 登记 来信时间 信访人 举报人 反映人 来信人 被反映人 问责时间 处理时间 处分时间 提醒 预警 剩余 总数 小计 合计".split(
    " ",
  );

/** A header with one of these at the end counts or measures something. */
export const OTHER_ENDS: readonly string[] =
  "数 数量 个数 件数 条数 项数 总数 率 占比 比例 比率 百分比 金额 万元) (元) (个) (件) (条) (项) 原因 理由 电话 次数 天数 小计 合计 得分 分值 评分 打算".split(
    " ",
  );

/** 完成率, 办结比例: the work, and that a share of it is meant. */
export const SHARE_HEADERS = {
  work: ["完成", "整改", "办结", "销号", "落实", "进度完成", "任务完成"],
  share: ["率", "比例", "百分比", "比率"],
} as const;
