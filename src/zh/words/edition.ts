/** Words beside amounts and names that a public notice hides. Read by src/notice/document/edition.ts. */
export const edition = {
  scale: ["[万亿]", "百万", "千万"],
  behindName: ["同志", "等", "本人", "[（(]", "因", "受到", "被"],
  beforeName: [
    "对",
    "给予",
    "予以",
    "约谈",
    "诫勉",
    "警告",
    "处分",
    "书记",
    "主任",
    "局长",
    "科长",
    "院长",
    "校长",
    "所长",
    "站长",
    "[、，：]",
  ],
} as const;

/** Read by src/notice/document/ledger-facts.ts: 巡察反馈问题整改落实台账. */
export const ledgerFacts = {
  titleMiddle: ["情况", "工作", "任务", "落实"],
  titleEnd: ["台账", "清单", "表", "明细"],
} as const;
