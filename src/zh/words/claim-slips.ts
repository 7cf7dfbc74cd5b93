/** What is known by arithmetic more than by words: what makes up a hundred, and what leads in a share of whatever. */
export const hundreds = {
  shares: ["占", "占比", "率"],
  links: ["为", "达", "达到", "约为"],
  others: ["其他", "其它", "其余"],
  /** Before a rate's name: with it, it makes up all. */
  opposed: ["不", "未", "基本", "非"],
  ratios: ["结构比", "结构比例", "产业结构", "结构", "比例", "构成"],
} as const;

export const slipShares = {
  /** What a share may be of without its being told. */
  plans: ["计划", "目标", "任务", "预算"],
  /** Right before a percentage of two counts: 占问题总数的, 整改率达, 完成年度计划的. */
  leads: [
    "占[^，。；、\\d]{0,16}",
    "(?:比重|比例|率)[为是达到]{0,2}",
    "[占为][^，。；、\\d]{0,12}的",
    "完成[^，。；、\\d]{0,12}的",
    "^的",
  ],
  change: ["[增降升减涨][^，。；、]{0,4}$"],
} as const;
