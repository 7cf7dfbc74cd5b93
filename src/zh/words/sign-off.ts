/** Words by which a cell says that an item was signed off (销号), or that it was not yet. */
export const signOff = {
  signed: ["已销号", "已经销号", "完成销号", "销号完成", "同意销号", "予以销号", "并销号", "已验收销号"],
  notYet: ["未销号", "待销号", "拟销号", "申请销号", "未完成销号", "不予销号", "尚未销号", "建议销号", "可以销号"],
  /** Between names of files in a cell. */
  between: ["、", "，", ",", "；", ";", "。", "\n", "\r", "\t"],
} as const;
