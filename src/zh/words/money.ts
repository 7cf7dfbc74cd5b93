/** Words around sums of money and accounts. */

/** Read by src/proofread/rules/money-arithmetic.ts. */
export const moneyArithmetic = {
  each: [
    [
      "每[户台件个套份亩吨间头栋棵辆]每[月年天次]",
      "每人每月",
      "每人每年",
      "每人每天",
      "每人每次",
      "每月每人",
      "每人",
      "每月",
      "每台",
      "每件",
      "每个",
      "每户",
      "每套",
      "每份",
      "每次",
      "每天",
      "每亩",
      "每吨",
      "每间",
      "每头",
      "每栋",
      "每棵",
      "每辆",
      "人均",
      "单价",
    ],
    ["补助", "补贴", "发放", "标准"],
    ["为", "按", "各", "各发放", "标准为"],
  ],
  totalAfterGap: ["共计", "合计", "总计", "共", "累计"],
  gives: ["发放", "支付", "补助", "兑付", "发", "收入", "收取", "租金", "缴纳", "拨付", "合计", "共计", "总计"],
  totalBeforeText: ["共计", "合计", "共", "计", "金额"],
  factorsForText: ["人", "户", "台", "件", "个", "套", "份", "亩", "吨", "间", "头", "栋", "棵", "辆"],
  /** Measure words of persons. */
  persons: ["人", "名", "位"],
  times: ["个月", "月", "天", "年", "次"],
} as const;

/** Read by src/proofread/rules/bank-card.ts. */
export const bankCard = {
  cardWords: ["卡号", "账号", "帐号", "账户", "开户", "银行"],
} as const;
