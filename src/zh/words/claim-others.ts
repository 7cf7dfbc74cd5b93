/** Words by which a count, a share or a change is known to be told of something else than what stands nearest. */
export const others = {
  /** More that came: 新开工33个; 新发现 and 新受理 tell what there is. */
  newOnes: ["(?:[今本全][年月])?[又再]?新(?!发现|排查|收|受理|接)"],
  oneMore: ["[再又]添", "再增", "新增", "再获"],
  inAll: ["累计", "总", "共"],
  all: ["全部", "所有"],
  tillNow: ["至此", "迄今", "连同"],
  /** Things that bear a name of their own wherever they are counted. */
  things: ["项目", "投资", "资金", "款项", "欠款", "租金", "线索", "案件", "积案", "工单", "纠纷"],
  /** What came of whatever was told before: 已回复, 正在整治. */
  came: ["已", "正在", "仍", "尚", "未", "基本", "持续", "长期", "限期", "申请", "还"],
  /** With an object of their own they say what was done, and nothing of what was told before. */
  deeds: ["调整", "取消", "撤销", "终止", "合并", "暂停"],
  added: ["加上", "加：", "另加"],
  /** What was left of several years. */
  ofYears: ["(?:累计|历年|滚存)(?:结存|结余|余额)"],
  /** Reckoned by weights, not summed: 折合教师总数. */
  weighted: ["折合", "折算", "加权"],
  besides: ["另有?", "此外", "还有"],
  /** 另有包括2名儿童在内的4人: what holds the count before it is no part of it. */
  holding: ["在内的?$"],
  together: ["以上", "上述", "合计", "总计", "[两三四五]"],
  /** 排查最多的是甲区, 最少的是乙区: each a bearer of its own. */
  mostOrLeast: ["最[多少高低大小快慢]的?"],
  /** 受理前化解17件: of none that was taken on. */
  beforehand: ["(?:受理|立案|起诉|诉|庭|案)前"],
  net: ["[顺逆]差", "净", "差额", "盈余", "盈亏"],
  /** A rate told beside the rate of all: 其中, 其次, 最高. */
  beside: ["其[中次他]", "最[高低]"],
  /** Before a count they may say where it stands: 未达标准. */
  laidDown: ["标准", "限额", "定额"],
  /** A change told for each year or month of a longer span. */
  yearly: ["[年月]均", "平均", "每[年月]", "复合"],
  notThan: ["(?<!占|[同环](?=比(?!去年|上年|上月)))比(?![例重率])", "较(?![好差大小多高低轻重])"],
  stock: ["累计", "总[数量规]模?"],
  stockLinks: ["达到?", "为", "突破", "增至", "增加到"],
  balance: ["预算", "结余", "结转", "加上", "加：", "转移支付"],
  bounds: ["以上", "以下"],
  notNouns: ["以[上下]", "[已未得左达率受被了]", ".{0,6}满意"],
  /** Marks between names; 普及率, 涉及金额, 参与率, 和谐社区 hold none. */
  nameMarks: ["、", "(?<![涉普以])及(?!时|格|其)", "(?<![总中温饱联缓共])和(?!谐|解|平)", "(?<![参给])与(?!会)"],
  /** Who is charged or sentenced. */
  accused: ["涉嫌[^，。；]{0,12}罪", "立案侦查", "批准逮捕", "提起公诉", "判处", "有期徒刑"],
  /** Measure words of spans of time, and of ranks. */
  spans: ["个月", "月", "年", "周", "天", "小时", "分钟", "级"],
  /** Of this period, and no total of what there is. */
  ofLate: ["今年", "本年", "本月", "本期", "本季", "新增", "新签", "新建"],
} as const;
