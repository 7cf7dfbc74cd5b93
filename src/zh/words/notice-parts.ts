/** Words by which a notice is taken apart: sections, answers, signers. */

/** Read by src/reading/structure. */
export const noticeParts = {
  bareSectionText: ["反馈问题", "关于"],
  underRectificationText: ["下一步", "今后", "打算", "安排", "组织", "领导", "基本情况", "长效"],
  underRectificationText2: ["问题", "整改"],
  sectionTitleText: ["方面", "领域", "工作", "建设"],
  sectionTitleText2: ["整改", "情况"],
  statusesText: [
    ["此", "该", "本"],
    ["项", "问题", "事项"],
  ],
  statusesText2: ["目前", "现已", "现"],
  signerEnds: [
    "党组",
    "党委",
    "党支部",
    "党总支",
    "党工委",
    "委员会",
    "局",
    "院",
    "中心",
    "办公室",
    "公司",
    "政府",
    "学校",
    "厅",
    "办",
    "会",
    "所",
    "站",
    "大队",
    "支队",
    "集团",
    "银行",
    "部",
    "社",
    "馆",
    "街道",
    "镇",
    "乡",
    "医院",
    "大学",
    "学院",
    "中学",
    "小学",
  ],
  inspectionText: ["巡察", "巡视", "审计", "检查", "督察"],
} as const;

/** Read by src/reading/extract/answer.ts. */
export const answer = {
  promise: ["争取", "力争", "预计", "计划", "确保", "拟", "将", "承诺", "时限"],
  deadlineText: ["\\d{4}年", "长期", "立行立改"],
  promiseEndWord: ["之前", "以前", "前"],
  promiseEndPart: ["底", "末"],
  promiseEndAfter: ["整改到位", "完成", "落实", "到位", "达到", "实现"],
} as const;

/** Read by src/reading/extract/extract.ts. */
export const extract = {
  titleOfBare: ["通报", "公告", "报告", "公示", "通告"],
} as const;
