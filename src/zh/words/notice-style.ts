/** Read by the rules of marks and forms of numbers in src/proofread/rules. */
export const noticeStyle = {
  /** What is held or done, and takes no title marks. */
  held: [
    "比赛",
    "竞赛",
    "会议",
    "座谈会",
    "生活会",
    "推进会",
    "动员会",
    "现场会",
    "工作会",
    "专题会",
    "培训会",
    "部署会",
    "调度会",
    "协调会",
    "研讨会",
    "发布会",
    "分析会",
    "汇报会",
    "通报会",
    "警示教育会",
    "大会",
    "例会",
    "培训班",
    "活动",
    "行动",
  ],
  campaign: ["[月周日年]", "行动", "工程", "课程", "活动"],
  holding: ["召开", "举行", "组织", "开展", "举办", "参加", "出席", "启动", "承办", "召集"],
  /** Of a meeting, what is done with what it asked. */
  following: ["按照", "根据", "落实", "贯彻", "贯彻落实"],
  /** 全会, 工作会 may be called so for what they issued. */
  meeting: ["会议", "大会"],
  studying: ["传达", "学习", "传达学习", "学习贯彻", "贯彻", "贯彻落实", "落实"],
  followed: ["要求", "部署", "安排", "会议", "确定的?", "提出的?"],
  /** Between the verb and the mark: 召开了全县《…》. */
  heldAfter: ["会议", "活动", "行动", "大会"],
  /** 清除, 拆除: the last part of another word. */
  exceptEnds: ["外", "以外", "之外"],
  approxBefore: ["(?<![预节合集公制条契签失违守])约", "大约", "近", "将近", "接近"],
  approxAfter: ["余", "多", "左右", "上下"],
  around: ["左右", "上下"],
  /** Between 约 and its number. */
  approxVerbs: ["为", "有", "占", "计", "达", "需", "投入", "花费", "涉及"],
  /** 超过50余家 */
  more: ["超过", "超", "逾", "突破"],
  scales: ["[十百千万亿]"],
  fewer: ["减少", "下降", "降低", "缩短", "缩减", "压减", "精简", "减"],
  hedged: ["近", "约", "超过"],
  few: ["[一二两三四五六七八九十]{1,3}"],
  rangeSigns: ["——", "[～~—–至到]"],
  beforeZero: ["^", "年", "月"],
  listed: ["分别为", "分别是", "分别达到", "分别达", "依次为"],
  andSoOn: ["…{1,2}等等?", "等等?…{1,2}", "\\.{3,6}等等?"],
  yearDigits: ["[〇○零一二三四五六七八九0oO]"],
  /** What stands for 〇 in a year, where it stands. */
  yearZeros: ["零", "○", "二0", "二o", "二O"],
} as const;
