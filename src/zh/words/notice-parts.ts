/** Words by which a notice is taken apart: sections, answers, signers. */

/** Read by src/reading/structure. */
export const noticeParts = {
  /** What a web page sets around a text that was copied from it. */
  pageFurniture: [
    "发布日期",
    "发布时间",
    "发布机构",
    "发文日期",
    "成文日期",
    "信息来源",
    "文章来源",
    "稿件来源",
    "来源",
    "作者",
    "责任编辑",
    "编辑",
    "浏览次数",
    "浏览量",
    "点击数",
    "点击量",
    "阅读次数",
    "阅读量",
    "访问量",
    "字体",
    "字号",
    "索引号",
    "当前位置",
    "您的位置",
    "您现在的位置",
    "分享到",
    "打印",
    "主题分类",
    "信息分类",
    "有效性",
  ],
  bareSectionText: ["反馈问题", "关于"],
  underRectificationText: ["下一步", "今后", "打算", "安排", "组织", "领导", "基本情况", "长效"],
  underRectificationText2: ["问题", "整改"],
  sectionTitleText: ["方面", "领域", "工作", "建设"],
  sectionTitleText2: ["整改", "情况"],
  /** What is handed over and dealt with, in a heading. */
  handed: [
    "移交",
    "交办",
    "转办",
    "督办",
    "信访(?:件|事项|举报|问题)",
    "来信",
    "举报件",
    "线索",
    "立行立改",
    "即知即改",
    "立知立改",
    "立查立改",
    "边巡边改",
    "办理",
  ],
  /** A heading that says what is wrong. */
  fault: [
    "不[到够力足及严实细强规符合]",
    "差距",
    "短板",
    "薄弱",
    "滞后",
    "欠缺",
    "缺乏",
    "缺失",
    "漏洞",
    "违规",
    "方面$",
  ],
  statusesText: [
    ["此", "该", "本"],
    ["项", "问题", "事项"],
  ],
  /** A sentence that tells a status and nothing else. */
  bareStatus: [
    "(?:目前)?(?:已|已经|均已|现已)?(?:全部|基本|整体|阶段性)?(?:完成|整改到位|整改完毕)(?:整改|整改任务)?",
    "(?:目前)?(?:正在|持续|部分)(?:推进)?(?:完成)?整改(?:中)?",
    "(?:尚)?未完成(?:整改)?",
  ],
  statusesText2: ["目前", "现已", "现"],
  inspectionText: ["巡察", "巡视", "审计", "检查", "督察"],
  /** What inspectors do when they have seen everything. */
  fedBack: ["反馈", "出具[^，。；]{0,6}报告", "通报[^，。；]{0,6}(?:检查|审计|督察)(?:结果|情况)"],
  titleWords: ["通报", "公告", "公示", "报告", "通告", "情况"],
  dayWords: ["时间", "日期"],
  /** Some of these stand in the headings of most items. */
  faultWords: ["问题", "不", "差距", "短板", "薄弱", "滞后", "缺", "不足", "欠缺", "宽松", "漏洞", "违规", "风险"],
  /** They open what stands behind the last item. */
  closing: [
    "欢迎广大",
    "欢迎干部",
    "欢迎社会",
    "欢迎各界",
    "联系电话",
    "联系方式",
    "电子邮箱",
    "通讯地址",
    "以上整改情况",
    "以上整改进展",
    "上述整改情况",
    "公示期为",
    "公示期：",
    "公示时间：",
    "特此公示",
    "特此通报",
  ],
} as const;

/** Read by src/reading/extract/answer.ts. */
export const answer = {
  /** Labels of what is to be done; 整改成效 and 整改措施及成效 tell what was. */
  plan: ["整改措施", "整改举措", "整改任务", "主要措施", "具体措施"],
  /** An answer that goes on in the problem's line. */
  begins: ["一是", "已", "现已", "目前", "经", "针对", "通过", "为此", "整改"],
  promise: ["争取", "力争", "预计", "计划", "确保", "拟", "将", "承诺", "时限"],
  deadlineText: ["\\d{4}年", "长期", "立行立改"],
  promiseEndWord: ["之前", "以前", "前"],
  promiseEndPart: ["底", "末"],
  promiseEndAfter: ["整改到位", "完成", "落实", "到位", "达到", "实现"],
} as const;

/** Read by src/reading/extract/extract.ts. */
export const extract = {
  /** Between 关于 and the end of a title: 关于巡察整改进展情况. */
  titleAbout: ["巡察", "巡视", "审计", "督察", "整改"],
  titleState: ["整改落实进展情况", "整改落实情况", "整改进展情况", "整改工作情况", "整改情况", "整改进展", "整改落实"],
  titleOfBare: ["通报", "公告", "报告", "公示", "通告"],
} as const;
