/**
 * Headers as programs and offices really write them (docs/ledgers.md names the sources), over values of our own: which
 * column is which, and the tally, or the hold.
 */
import { check } from "../../../src/check/check";
import type { CellValue } from "../../../src/grid/grid";
import { readWorkbook } from "../../../src/ledger/read-workbook";
import type { ColumnKey, Status } from "../../../src/ledger/types";
import { gridOf } from "../../grid/grid-of";

const TODAY = { year: 2025, month: 10, day: 10 };

const TEXTS = [
  "内控制度没有及时修订",
  "往来账款长期挂账未清",
  "物资采购未履行比选",
  "档案缺少签字页",
  "车辆派单登记不全",
  "疏散通道堆放纸箱",
];
const V: Readonly<Record<string, readonly CellValue[]>> = {
  n: [1, 2, 3, 4, 5, 6],
  code: ["YH-01", "YH-02", "YH-03", "YH-04", "YH-05", "YH-06"],
  same: Array.from({ length: 6 }, () => "某发〔2025〕7号"),
  text: TEXTS,
  item: ["综合事务", "综合事务", "后勤保障", "后勤保障", "综合事务", "后勤保障"],
  measure: ["修订并印发", "逐笔核对", "重新比选", "补签归档", "每日登记", "立即清理"],
  unit: ["综合科", "财务科", "后勤科", "综合科", "后勤科", "后勤科"],
  both: ["综合科/甲某", "财务科/乙某", "后勤科/丙某", "综合科/甲某", "后勤科/丙某", "后勤科/丙某"],
  name: ["甲某", "乙某", "丙某", "甲某", "丙某", "丁某"],
  due: ["2025年6月30日", "2025年8月底前", "2025-09-30", "2025年12月底前", "2025年7月底", "2025年11月底"],
  day: ["2025-06-01", "2025-06-01", "2025-06-02", "2025-06-02", "2025-06-03", "2025-06-03"],
  doneDay: ["2025-06-20", null, "2025-09-12", null, "2025-07-20", null],
  status: ["已完成", "整改中", "已完成", "未完成", "已完成", "整改中"],
  flow: ["已闭环", "整改中", "已销号", "待整改", "已关闭", "待验收"],
  allDone: Array.from({ length: 6 }, () => "已完成"),
  yes: ["是", "否", "是", "否", "是", "否"],
  pass: ["合格", "不合格", "合格", "不合格", "合格", "不合格"],
  code012: [1, 0, 1, 2, 1, 0],
  codeABC: ["A", "B", "A", "C", "A", "B"],
  points: [100, 50, 100, 0, 100, 60],
  share: [1, 0.5, 1, 0, 1, 0.6],
  tick: ["√", null, "√", null, "√", null],
  doing: [null, "√", null, null, null, "√"],
  not: [null, null, null, "√", null, null],
  level: ["一般", "一般", "重大", "一般", "一般", "较大"],
  money: [12.5, 3, 0.8, 40, 7, 1.2],
  none: Array.from({ length: 6 }, () => "无"),
  talk: [
    "修订稿已印发，组织两次学习",
    "核对到六月份凭证，其余继续",
    "比选结果已公示",
    "正在联系经办人补签",
    "登记本已启用",
    "纸箱清走一半",
  ],
  score: [10, 9, 10, 8, 10, 9],
  begun: ["已建成", "正在建设", "开工建设", "已建成", "正在建设", "开工建设"],
  firstOnly: ["修订稿已印发，组织两次学习", null, null, null, null, null],
  blank: Array.from({ length: 6 }, () => null),
};
const DONE3 = { done: 3, ongoing: 2, notDone: 1 } as const;
const YES3 = { done: 3, notDone: 3 } as const;

interface Shape {
  readonly name: string;
  readonly title?: string;
  readonly note?: string;
  /** Header and the values below. */
  readonly columns: readonly (readonly [string, keyof typeof V])[];
  readonly kind?: string;
  readonly is: { readonly [K in ColumnKey]?: string };
  readonly tally: { readonly [S in Status]?: number };
  readonly held?: readonly string[];
}

const BASE: Shape["columns"] = [
  ["序号", "n"],
  ["反馈问题", "text"],
  ["责任单位", "unit"],
  ["整改时限", "due"],
];

const SHAPES: readonly Shape[] = [
  {
    name: "地铁隐患导出，报告部门、复查日期不作数",
    columns: [
      ["隐患排查单号", "code"],
      ["发现日期", "day"],
      ["隐患等级", "level"],
      ["隐患内容", "text"],
      ["地点", "item"],
      ["整改措施", "measure"],
      ["计划完成日期", "due"],
      ["整改部门", "unit"],
      ["整改情况", "talk"],
      ["复查人", "name"],
      ["复查日期", "day"],
      ["完成情况", "status"],
    ],
    is: { problem: "隐患内容", measure: "整改措施", unit: "整改部门", deadline: "计划完成日期", status: "完成情况" },
    tally: DONE3,
  },
  {
    name: "企业检查整改，状态为编码",
    columns: [
      ["序号", "n"],
      ["整改企业名称", "unit"],
      ["问题描述", "text"],
      ["状态 0整改中 1已改正 2待审核 3审核通过 4审核失败", "code012"],
      ["检查时间", "day"],
      ["最晚整改时间", "due"],
    ],
    is: { unit: "整改企业名称", problem: "问题描述", deadline: "最晚整改时间" },
    tally: { done: 3, ongoing: 3 },
  },
  {
    name: "问题清单，整改进度用词",
    columns: [
      ["序号", "n"],
      ["问题描述", "text"],
      ["发现时间", "day"],
      ["责任单位", "unit"],
      ["整改措施", "measure"],
      ["完成时限", "due"],
      ["整改进度", "status"],
      ["责任人", "name"],
      ["复核人", "name"],
    ],
    is: { problem: "问题描述", unit: "责任单位", deadline: "完成时限", status: "整改进度", person: "责任人" },
    tally: DONE3,
  },
  {
    name: "隐患治理信息台账",
    columns: [
      ["序号", "n"],
      ["排查时间", "day"],
      ["排查人", "name"],
      ["隐患部位", "item"],
      ["隐患名称", "text"],
      ["隐患等级", "level"],
      ["治理措施", "measure"],
      ["完成时限", "due"],
      ["责任部门", "unit"],
      ["治理情况", "status"],
    ],
    is: { problem: "隐患名称", measure: "治理措施", unit: "责任部门", deadline: "完成时限", status: "治理情况" },
    tally: DONE3,
  },
  {
    name: "隐患系统导出",
    columns: [
      ["隐患编号", "code"],
      ["隐患描述", "text"],
      ["隐患等级", "level"],
      ["发现时间", "day"],
      ["整改责任人", "name"],
      ["整改期限", "due"],
      ["状态", "flow"],
    ],
    is: { number: "隐患编号", problem: "隐患描述", person: "整改责任人", deadline: "整改期限", status: "状态" },
    tally: DONE3,
  },
  {
    name: "隐患导出，复查结果在后",
    columns: [
      ["隐患编号", "code"],
      ["隐患标题", "text"],
      ["隐患位置", "item"],
      ["所属部门", "unit"],
      ["整改期限", "due"],
      ["当前状态", "flow"],
      ["整改开始日期", "day"],
      ["整改完成日期", "doneDay"],
    ],
    is: { problem: "隐患标题", deadline: "整改期限", status: "当前状态", doneDate: "整改完成日期" },
    tally: DONE3,
  },
  {
    name: "整改责任单位/责任人合列",
    columns: [
      ["事故名称", "text"],
      ["发生时间", "day"],
      ["整改措施", "measure"],
      ["整改责任单位/责任人", "both"],
      ["整改完成情况", "status"],
      ["整改完成时间", "doneDay"],
      ["验收人", "name"],
      ["验收时间", "doneDay"],
    ],
    is: { measure: "整改措施", unit: "整改责任单位/责任人", status: "整改完成情况", doneDate: "整改完成时间" },
    tally: DONE3,
  },
  {
    name: "加油站隐患排查",
    columns: [
      ["排查日期", "day"],
      ["整改隐患内容", "text"],
      ["整改措施", "measure"],
      ["整改时限", "due"],
      ["整改责任人", "name"],
      ["填表人", "name"],
      ["整改资金", "money"],
      ["整改完成情况", "status"],
    ],
    is: { problem: "整改隐患内容", deadline: "整改时限", person: "整改责任人", status: "整改完成情况" },
    tally: DONE3,
  },
  {
    name: "代码写在表头（0. 1. 2.）",
    columns: [
      ["联系电话", "n"],
      ["存在隐患", "text"],
      ["整改措施", "measure"],
      ["整改完成情况 0. 未整改 1.已整改 2.整改延期", "code012"],
      ["整改期限", "due"],
    ],
    is: { problem: "存在隐患", status: "整改完成情况0.未整改1.已整改2.整改延期" },
    tally: { done: 3, notDone: 2, extended: 1 },
  },
  {
    name: "代码写在括号里",
    columns: [...BASE, ["隐患状态（未整改:0;已验收:1;整改中:2）", "code012"]],
    is: { status: "隐患状态（未整改:0;已验收:1;整改中:2）" },
    tally: { done: 3, notDone: 2, ongoing: 1 },
  },
  {
    name: "表头带选项",
    columns: [...BASE, ["处置状态：待处置/处理中/已办结", "status"]],
    is: { status: "处置状态：待处置/处理中/已办结" },
    tally: DONE3,
  },
  {
    name: "代码写在表下说明",
    columns: [...BASE, ["状态", "codeABC"]],
    note: "注：A—已完成；B—正在整改；C—未完成",
    is: { status: "状态" },
    tally: DONE3,
  },
  {
    name: "质量问题导入模板",
    columns: [
      ["标题", "text"],
      ["严重程度", "level"],
      ["责任人(姓名)", "name"],
      ["发现日期", "day"],
      ["期望完成日期", "due"],
      ["状态", "status"],
      ["整改要求", "measure"],
    ],
    title: "质量问题台账",
    is: { person: "责任人(姓名)", deadline: "期望完成日期", status: "状态" },
    tally: DONE3,
  },
  {
    name: "督办表",
    title: "督办事项台账",
    kind: "matter",
    columns: [
      ["督办编号", "code"],
      ["督办事项", "text"],
      ["督办人", "name"],
      ["主办部门", "unit"],
      ["办结期限", "due"],
      ["状态", "status"],
    ],
    is: { number: "督办编号", problem: "督办事项", unit: "主办部门", deadline: "办结期限", status: "状态" },
    tally: DONE3,
  },
  {
    name: "重点工作督办，存在问题是困难",
    title: "年度重点工作推进台账",
    kind: "matter",
    columns: [
      ["序号", "n"],
      ["重点工作", "text"],
      ["牵头单位", "unit"],
      ["完成时限", "due"],
      ["目前进展", "talk"],
      ["存在问题", "none"],
      ["完成状态", "status"],
    ],
    is: { problem: "重点工作", status: "完成状态", progress: "目前进展" },
    tally: DONE3,
  },
  {
    name: "绩效任务表",
    kind: "matter",
    columns: [
      ["是否完成", "status"],
      ["自评分", "score"],
      ["工作任务", "text"],
      ["考核要点", "item"],
      ["完成时限", "due"],
    ],
    is: { problem: "工作任务", status: "是否完成" },
    tally: DONE3,
  },
  {
    name: "矛盾纠纷化解",
    columns: [
      ["序号", "n"],
      ["单位", "unit"],
      ["矛盾纠纷简要情况", "text"],
      ["责任人", "name"],
      ["化解时限", "due"],
      ["化解情况", "status"],
      ["销号情况", "yes"],
    ],
    is: { problem: "矛盾纠纷简要情况", unit: "单位", deadline: "化解时限", status: "化解情况", signOff: "销号情况" },
    tally: DONE3,
  },
  {
    name: "监督通知书",
    columns: [
      ["检查日期", "day"],
      ["隐患问题描述", "text"],
      ["隐患类型", "item"],
      ["整改要求（措施）", "measure"],
      ["整改期限", "due"],
      ["整改责任单位", "unit"],
      ["整改完成日期", "doneDay"],
      ["销号情况", "status"],
    ],
    is: {
      problem: "隐患问题描述",
      deadline: "整改期限",
      unit: "整改责任单位",
      doneDate: "整改完成日期",
      signOff: "销号情况",
      status: "销号情况",
    },
    tally: DONE3,
  },
  {
    name: "审计问题",
    title: "审计问题整改台账",
    columns: [
      ["序号", "n"],
      ["问题定性", "item"],
      ["问题描述", "text"],
      ["问题金额", "money"],
      ["已整改金额", "money"],
      ["整改类型", "level"],
      ["责任单位", "unit"],
      ["整改截止日期", "due"],
      ["整改状态", "status"],
    ],
    is: { number: "序号", problem: "问题描述", deadline: "整改截止日期", status: "整改状态" },
    tally: DONE3,
  },
  {
    name: "不符合项",
    columns: [
      ["不符合项编号", "code"],
      ["不符合项描述", "text"],
      ["不符合项等级", "level"],
      ["责任部门", "unit"],
      ["要求关闭时间", "due"],
      ["不符合项状态", "flow"],
    ],
    is: { problem: "不符合项描述", deadline: "要求关闭时间", status: "不符合项状态" },
    tally: DONE3,
  },
  {
    name: "内审不符合项与跟踪结论",
    columns: [
      ["序号", "n"],
      ["不符合项描述", "text"],
      ["条款编号", "code"],
      ["责任部门", "unit"],
      ["完成时限", "due"],
      ["跟踪审核结论", "pass"],
    ],
    is: { number: "序号", problem: "不符合项描述", status: "跟踪审核结论" },
    tally: YES3,
  },
  {
    name: "医院督查",
    columns: [
      ["科别", "unit"],
      ["存在问题", "text"],
      ["整改措施", "measure"],
      ["可是落实", "yes"],
    ],
    is: { unit: "科别", problem: "存在问题", status: "可是落实" },
    tally: YES3,
  },
  {
    name: "民心网诉求",
    title: "来信来访办理台账",
    kind: "letter",
    columns: [
      ["受理编号", "code"],
      ["投诉标题", "text"],
      ["责任部门", "unit"],
      ["投诉时间", "day"],
      ["截止时间", "due"],
      ["状态", "status"],
    ],
    is: { unit: "责任部门", deadline: "截止时间", status: "状态" },
    tally: DONE3,
  },
  {
    name: "办理事项",
    title: "交办事项办理台账",
    kind: "matter",
    columns: [
      ["事项名称", "text"],
      ["文号", "same"],
      ["办理状态", "status"],
      ["办理时限", "due"],
      ["承办部门", "unit"],
    ],
    is: { problem: "事项名称", deadline: "办理时限", status: "办理状态" },
    tally: DONE3,
  },
  {
    name: "函件附表：事项名称与存在问题",
    columns: [
      ["序号", "n"],
      ["事项类别", "level"],
      ["事项名称", "item"],
      ["存在问题", "text"],
      ["责任单位", "unit"],
      ["整改时限", "due"],
      ["整改情况", "status"],
    ],
    is: { problem: "存在问题", status: "整改情况" },
    tally: DONE3,
  },
  {
    name: "单位自报与巡察办认定",
    columns: [...BASE, ["单位自报", "allDone"], ["巡察办认定", "status"]],
    is: { status: "巡察办认定" },
    tally: DONE3,
  },
  {
    name: "自评结果与验收结果",
    columns: [...BASE, ["自评结果", "allDone"], ["验收结果", "status"]],
    is: { status: "验收结果" },
    tally: DONE3,
  },
  {
    name: "按月各一列",
    columns: [...BASE, ["7月整改状态", "allDone"], ["8月整改状态", "allDone"], ["9月整改状态", "status"]],
    is: { status: "9月整改状态" },
    tally: DONE3,
  },
  {
    name: "按月各一列进展，督办建议不是措施",
    columns: [...BASE, ["8月进展", "talk"], ["9月进展", "begun"], ["整改状态", "status"], ["督办建议", "blank"]],
    is: { status: "整改状态", progress: "9月进展", measure: "" },
    tally: DONE3,
  },
  {
    name: "按月各一列进展，新一月还没有填",
    columns: [...BASE, ["8月进展", "talk"], ["9月进展", "firstOnly"], ["整改状态", "status"]],
    is: { status: "整改状态", progress: "8月进展" },
    tally: DONE3,
  },
  {
    name: "两列都像状态",
    columns: [...BASE, ["整改状态", "allDone"], ["完成情况", "status"]],
    is: { status: "整改状态" },
    tally: { done: 6 },
    held: ["column-ambiguous"],
  },
  {
    name: "整改状态与是否完成一致",
    columns: [...BASE, ["是否完成", "yes"], ["整改状态", "status"]],
    is: { status: "整改状态" },
    tally: DONE3,
  },
  {
    name: "三列打勾",
    columns: [...BASE, ["已完成", "tick"], ["正在整改", "doing"], ["未完成", "not"]],
    is: { status: "已完成" },
    tally: DONE3,
  },
  { name: "一列打勾", columns: [...BASE, ["是否完成", "tick"]], is: { status: "是否完成" }, tally: YES3 },
  { name: "完成率（%）", columns: [...BASE, ["完成率（%）", "points"]], is: { status: "完成率（%）" }, tally: DONE3 },
  { name: "完成进度（小数）", columns: [...BASE, ["完成进度", "share"]], is: { status: "完成进度" }, tally: DONE3 },
  {
    name: "只有实际完成时间",
    columns: [...BASE, ["实际完成时间", "doneDay"]],
    is: { doneDate: "实际完成时间" },
    tally: { unknown: 6 },
    held: ["column-missing", "column-ambiguous"],
  },
  {
    name: "文件编号全同",
    columns: [
      ["文件编号", "same"],
      ["反馈问题", "text"],
      ["责任单位", "unit"],
      ["整改时限", "due"],
      ["整改状态", "status"],
    ],
    is: { problem: "反馈问题", status: "整改状态" },
    tally: DONE3,
  },
  {
    name: "护理问题整改",
    columns: [
      ["整改期限", "due"],
      ["问题描述", "text"],
      ["整改措施", "measure"],
      ["整改状态", "pass"],
      ["审核人", "name"],
    ],
    is: { problem: "问题描述", measure: "整改措施", deadline: "整改期限", status: "整改状态" },
    tally: YES3,
  },
  {
    name: "问题工单",
    columns: [
      ["问题描述", "text"],
      ["要求整改完成时间", "due"],
      ["工单状态", "status"],
      ["处理人真实姓名", "name"],
      ["整改完成时间", "doneDay"],
    ],
    is: { problem: "问题描述", deadline: "要求整改完成时间", status: "工单状态", doneDate: "整改完成时间" },
    tally: DONE3,
  },
  {
    name: "整改任务派发",
    columns: [
      ["整改任务编码", "code"],
      ["关联问题名称", "text"],
      ["责任部门名称", "unit"],
      ["整改负责人姓名", "name"],
      ["整改任务状态", "status"],
      ["整改期限", "due"],
    ],
    is: { number: "整改任务编码", problem: "关联问题名称", status: "整改任务状态", deadline: "整改期限" },
    tally: DONE3,
  },
  {
    name: "车间隐患",
    columns: [
      ["所属车间", "unit"],
      ["检查时间", "day"],
      ["隐患描述", "text"],
      ["隐患等级", "level"],
      ["整改期限", "due"],
      ["是否整改", "yes"],
    ],
    is: { unit: "所属车间", problem: "隐患描述", deadline: "整改期限", status: "是否整改" },
    tally: YES3,
  },
  {
    name: "隐患详情，提交时间不是时限",
    columns: [
      ["ID", "n"],
      ["隐患类型", "item"],
      ["隐患详情", "text"],
      ["提交时间", "day"],
      ["整改情况", "status"],
    ],
    is: { number: "ID", problem: "隐患详情", deadline: "", status: "整改情况" },
    tally: DONE3,
  },
  {
    name: "督办单",
    title: "督办事项台账",
    kind: "matter",
    columns: [
      ["督办号", "code"],
      ["工作内容", "text"],
      ["完成时限", "due"],
      ["责任部门", "unit"],
      ["分管领导", "name"],
      ["落实情况", "status"],
    ],
    is: { number: "督办号", problem: "工作内容", unit: "责任部门", deadline: "完成时限", status: "落实情况" },
    tally: DONE3,
  },
  {
    name: "民航隐患清单",
    columns: [
      ["主体单位", "unit"],
      ["隐患名称", "text"],
      ["编号", "code"],
      ["发现时间", "day"],
      ["等级", "level"],
      ["等效措施", "measure"],
      ["整改期限", "due"],
      ["整改情况", "status"],
    ],
    is: { unit: "主体单位", problem: "隐患名称", measure: "等效措施", deadline: "整改期限", status: "整改情况" },
    tally: DONE3,
  },
  {
    name: "英文表头",
    columns: [
      ["No.", "n"],
      ["Issue", "text"],
      ["Department", "unit"],
      ["Due Date", "due"],
      ["Status", "status"],
    ],
    is: { number: "No.", problem: "Issue", unit: "Department", status: "Status" },
    tally: DONE3,
  },
  {
    name: "督办待办，推进状态与拟办结时间",
    title: "督办事项待办清单",
    columns: [
      ["事项编号", "code"],
      ["事项类别", "item"],
      ["来源时间", "day"],
      ["事项名称", "text"],
      ["任务要求", "measure"],
      ["主办单位", "unit"],
      ["主办人", "name"],
      ["拟办结时间", "due"],
      ["最近反馈时间", "day"],
      ["推进状态", "status"],
      ["进展情况", "talk"],
    ],
    kind: "matter",
    is: { number: "事项编号", problem: "事项名称", unit: "主办单位", deadline: "拟办结时间", status: "推进状态" },
    tally: DONE3,
  },
  {
    name: "巡更隐患，括号里的编码",
    columns: [
      ["事件编号", "code"],
      ["隐患说明", "text"],
      ["隐患位置", "item"],
      ["责任科室", "unit"],
      ["整改期限", "due"],
      ["隐患状态（0待核查，1处理中，2已办结，3超时完成）", "code012"],
    ],
    is: { problem: "隐患说明", unit: "责任科室", deadline: "整改期限" },
    tally: { ongoing: 5, done: 1 },
  },
  {
    name: "银行检查问题，整改机构与审核反馈",
    columns: [
      ["问题编号", "code"],
      ["问题登记时间", "day"],
      ["问题类型", "item"],
      ["问题整改机构", "unit"],
      ["整改责任人", "name"],
      ["问题描述", "text"],
      ["整改期限", "due"],
      ["审核反馈", "pass"],
    ],
    is: { number: "问题编号", problem: "问题描述", unit: "问题整改机构", deadline: "整改期限", person: "整改责任人" },
    tally: YES3,
  },
  {
    name: "学校审计问题整改情况表",
    title: "审计发现问题整改情况表",
    columns: [
      ["序号", "n"],
      ["问题摘要", "text"],
      ["涉及金额", "money"],
      ["整改类型", "item"],
      ["整改措施", "measure"],
      ["完成时间", "due"],
      ["责任部门", "unit"],
      ["责任人", "name"],
      ["整改情况", "status"],
    ],
    is: { problem: "问题摘要", deadline: "完成时间", unit: "责任部门", status: "整改情况", measure: "整改措施" },
    tally: DONE3,
  },
  {
    name: "审计整改情况推进表",
    title: "审计整改情况推进表",
    columns: [
      ["序号", "n"],
      ["问题摘要", "text"],
      ["责任部门", "unit"],
      ["整改情况", "status"],
      ["主要原因", "talk"],
      ["整改进展情况", "talk"],
      ["完成时限", "due"],
      ["下一步措施", "measure"],
    ],
    is: { problem: "问题摘要", deadline: "完成时限", unit: "责任部门", status: "整改情况" },
    tally: DONE3,
  },
  {
    name: "审计整改台账，整改标准在旁",
    columns: [
      ["编号", "n"],
      ["整改问题", "text"],
      ["整改标准", "measure"],
      ["整改时限", "due"],
      ["责任部门及责任人", "both"],
      ["落实情况", "status"],
    ],
    is: { problem: "整改问题", deadline: "整改时限", unit: "责任部门及责任人", status: "落实情况" },
    tally: DONE3,
  },
  {
    name: "排查台账，参与人签字，验收记录",
    columns: [
      ["排查时间", "day"],
      ["排查地点", "item"],
      ["隐患描述", "text"],
      ["隐患级别", "level"],
      ["整改措施", "measure"],
      ["整改责任人", "name"],
      ["整改期限", "due"],
      ["验收结果", "pass"],
    ],
    is: { problem: "隐患描述", measure: "整改措施", person: "整改责任人", deadline: "整改期限", status: "验收结果" },
    tally: YES3,
  },
  {
    name: "治理台账，资金预算与治理进度",
    columns: [
      ["隐患编号", "code"],
      ["隐患详情", "text"],
      ["风险等级", "level"],
      ["治理方案", "measure"],
      ["资金预算", "money"],
      ["完成时限", "due"],
      ["负责部门", "unit"],
      ["治理进度", "status"],
    ],
    is: { number: "隐患编号", problem: "隐患详情", deadline: "完成时限", unit: "负责部门", status: "治理进度" },
    tally: DONE3,
  },
  {
    name: "内审不符合项，计划完成与关闭日期",
    columns: [
      ["编号", "code"],
      ["不符合项描述", "text"],
      ["责任部门", "unit"],
      ["纠正措施", "measure"],
      ["计划完成", "due"],
      ["验证结论", "flow"],
      ["关闭日期", "doneDay"],
    ],
    is: { problem: "不符合项描述", deadline: "计划完成", doneDate: "关闭日期", status: "验证结论" },
    tally: { done: 3, ongoing: 2, notDone: 1 },
  },
  {
    name: "表头什么也没说",
    columns: [
      ["列1", "n"],
      ["列2", "text"],
      ["列3", "unit"],
      ["列4", "due"],
      ["列5", "status"],
    ],
    is: { number: "列1", problem: "列2", unit: "列3", deadline: "列4", status: "列5" },
    tally: DONE3,
  },
];

function read(shape: Shape) {
  const rows: CellValue[][] = [];
  if (shape.title !== undefined) rows.push([shape.title]);
  rows.push(shape.columns.map(([header]) => header));
  for (let r = 0; r < 6; r++) rows.push(shape.columns.map(([, values]) => V[values]?.[r] ?? null));
  if (shape.note !== undefined) rows.push([shape.note]);
  return readWorkbook([gridOf(rows, { sheet: "Sheet1" })], { today: TODAY });
}

describe("shapes of real headers", () => {
  it.each(SHAPES.map((shape) => [shape.name, shape] as const))("%s", (_, shape) => {
    const reading = read(shape);
    const [ledger] = reading.ledgers;
    expect(ledger?.items).toHaveLength(6);
    expect(ledger?.kind).toBe(shape.kind ?? "problem");
    const is = Object.fromEntries(
      Object.keys(shape.is).map((key) => [key, ledger?.columns[key as ColumnKey]?.header.split("/").pop() ?? ""]),
    );
    expect(is).toEqual(
      Object.fromEntries(Object.entries(shape.is).map(([key, header]) => [key, header.split("/").pop()])),
    );
    const counted: Record<string, number> = {};
    for (const item of ledger?.items ?? []) counted[item.status] = (counted[item.status] ?? 0) + 1;
    expect(counted).toEqual(shape.tally);
    expect([...new Set(check(reading).held.map((finding) => finding.rule))]).toEqual(shape.held ?? []);
  });

  it("are thirty and more", () => {
    expect(SHAPES.length).toBeGreaterThanOrEqual(30);
  });

  it("ask nothing of most, and at most two questions of one", () => {
    const asked = SHAPES.map(
      (shape) =>
        check(read(shape)).findings.filter(({ rule }) => rule === "column-ambiguous" || rule === "row-ambiguous")
          .length,
    ).sort((one, other) => one - other);
    expect(asked[Math.floor(asked.length / 2)]).toBe(0);
    expect(asked[asked.length - 1]).toBeLessThanOrEqual(2);
  });

  it("leave amounts and levels to templates, and say what they are", () => {
    const audit = SHAPES.find(({ name }) => name === "审计问题") as Shape;
    const known = read(audit).ledgers[0]?.unmapped.map((column) => [column.header, column.known]);
    expect(known).toEqual(
      expect.arrayContaining([
        ["问题金额", "amount"],
        ["已整改金额", "amountDone"],
      ]),
    );
  });
});

describe("整改情况 that says no more than a status, beside 整改状态", () => {
  const head = ["序号", "问题", "整改措施", "责任单位", "整改时限", "整改状态", "整改情况"];
  const row = (number: number | null, text: string | null, status: string | null, told: string) => [
    ...[number, text, `办理之${told}`, "综合科", "2025年12月底", status, told],
  ];
  const columnsOf = (rows: readonly (readonly CellValue[])[]) =>
    readWorkbook([gridOf([["整改台账"], head, ...rows])], { today: TODAY }).ledgers[0]?.columns;

  it.each([1, 2, 3])("is the progress of %i items of one row", (count) => {
    const rows = TEXTS.slice(0, count).map((text, at) => row(at + 1, text, "正在整改", "正在推进"));
    expect(columnsOf(rows)?.progress?.header).toBe("整改情况");
    expect(columnsOf(rows)?.measureStatus).toBeUndefined();
  });

  it("is the status of measures, where items have several", () => {
    const rows = TEXTS.slice(0, 3).flatMap((text, at) => [
      row(at + 1, text, "正在整改", "已完成"),
      row(null, null, null, "正在推进"),
    ]);
    expect(columnsOf(rows)?.measureStatus?.header).toBe("整改情况");
  });
});

describe("what a unit says of itself, under a heading that names the unit, too", () => {
  const read = (own: string, ...looked: readonly string[]) => {
    const told = ["已完成", "已完成", "已完成", "正在整改", "正在整改", "正在整改"];
    const found = ["已完成", "正在整改", "正在整改", "正在整改", "正在整改", "正在整改"];
    const head = ["序号", "问题", "整改措施", "责任单位", "整改时限", own, ...looked];
    const rows = TEXTS.map((text, at) => {
      return [at + 1, text, "修订", "综合科", "2025年12月底", told[at] ?? "", ...looked.map(() => found[at] ?? "")];
    });
    const reading = readWorkbook([gridOf([["整改台账"], head, ...rows])], { today: TODAY });
    const chosen = check(reading).findings.find(({ rule }) => rule === "column-chosen");
    return [reading.ledgers[0]?.columns.status?.header, chosen?.col];
  };

  it.each(["责任单位自评", "责任单位自报", "承办单位自查情况"])("%s is told beside what was found", (own) => {
    expect(read(own, "督查组认定")).toEqual(["督查组认定", 6]);
  });

  it("alone it is the status", () => {
    expect(read("责任单位自评")).toEqual(["责任单位自评", undefined]);
  });
});

describe("a status with a report behind it", () => {
  const read = (header: string, cells: readonly string[]) => {
    const rows = cells.map((cell, at) => [at + 1, TEXTS[at] ?? "", "修订", "综合科", "2025年12月底", cell]);
    const head = ["序号", "问题", "整改措施", "责任单位", "整改时限", header];
    const [ledger] = readWorkbook([gridOf([["整改台账"], head, ...rows])], { today: TODAY }).ledgers;
    return { statuses: ledger?.items.map(({ status }) => status), progress: ledger?.columns.progress?.header };
  };

  it.each(["整改状态", "完成情况", "整改完成情况"])("is read by what it begins with, under %s", (header) => {
    const cells = [
      "已完成。制定了制度。",
      "已完成，印发文件3份。",
      "未完成，正在招标。",
      "未完成，正在协调。",
      "未完成，已申请延期。",
      "正在推进，尚差两户。",
      "已完成，尚需组织验收。",
    ];
    // Done with something still to come is left to a person.
    const statuses = ["done", "done", "notDone", "notDone", "extended", "ongoing", "unknown"];
    expect(read(header, cells)).toEqual({ statuses, progress: header });
  });

  it("tells no progress where most cells are statuses alone, and changes none that was understood", () => {
    const cells = ["已完成", "正在整改", "未完成，已申请延期", "已完成", "已完成，印发了文件。"];
    const statuses = ["done", "ongoing", "extended", "done", "done"];
    expect(read("整改状态", cells)).toEqual({ statuses, progress: undefined });
  });
});

describe("what is an item, and what only stands beside it", () => {
  const columnsOf = (head: readonly string[], rows: readonly (readonly string[])[]) => {
    const [ledger] = readWorkbook([gridOf([["推进台账"], [...head], ...rows.map((row) => [...row])])], {
      today: TODAY,
    }).ledgers;
    const named = Object.entries(ledger?.columns ?? {}).map(([key, column]) => [key, column.header] as const);
    return { ...Object.fromEntries(named), hasMeasures: ledger?.hasMeasures };
  };
  const end = ["综合科", "2025年12月底", "已完成"];

  it("项目名称 where 存在问题 behind the status tells what is in the way", () => {
    const head = ["序号", "项目名称", "责任单位", "完成时限", "项目状态", "存在问题"];
    const rows = ["甲路改造", "乙桥重建", "丙校扩建"].map((name, at) => [
      String(at + 1),
      name,
      ...end,
      at === 1 ? "缺电" : "",
    ]);
    expect(columnsOf(head, rows)).toMatchObject({ problem: "项目名称" });
  });

  it("项目名称 beside 存在问题 of every row is where it was found", () => {
    const head = ["序号", "项目名称", "存在问题", "整改措施", "责任单位", "整改时限", "整改状态"];
    const rows = ["甲路改造", "乙桥重建", "丙校扩建"].map((name, at) => [
      String(at + 1),
      name,
      TEXTS[at] ?? "",
      "修订制度",
      ...end,
    ]);
    expect(columnsOf(head, rows)).toMatchObject({ problem: "存在问题" });
  });

  it("a task that comes again and again is what the problems are of, and nothing to be counted", () => {
    const head = ["序号", "督查事项", "督查发现问题", "责任单位", "完成时限", "是否完成"];
    const rows = Array.from({ length: 8 }, (_, at) => [
      String(at + 1),
      at % 2 === 0 ? "人居环境" : "秸秆禁烧",
      `第${at + 1}处没有清理`,
      ...end,
    ]);
    expect(columnsOf(head, rows)).toMatchObject({ section: "督查事项", hasMeasures: false });
    const each = rows.map((row, at) => row.map((cell, col) => (col === 1 ? `督查要点${at}` : cell)));
    expect(columnsOf(head, each)).toMatchObject({ task: "督查事项", hasMeasures: true });
  });
});
