/** Read by src/ledger/layout/forms: what stands in a form beside its labels. */
export const formValues = {
  /** Values that tell how to fill a form in: the sheet explains fields, it holds none. */
  instruction: [
    "填写",
    "填报",
    "必填",
    "选填",
    "请.{0,6}填",
    "下拉",
    "格式[:：为]",
    "如[:：]",
    "例如",
    "字符",
    "文本型?",
    "日期型",
    "varchar",
    "字段",
  ],
  /** The value of the item to the left, and how tables say it. */
  sameLeft: ["同左(?:列|侧|格|项)?", "同前(?:项|列)?", "←"],
  sameAbove: "同上",
  /** The column of headings that have no label of their own. */
  headingHeader: "问题",
  numbering: [
    "[一二三四五六七八九十百]{1,4}[、.．]",
    "[(（][一二三四五六七八九十]{1,3}[)）]",
    "\\d{1,3}[.．、](?!\\d)",
    "(?:问题|第)[一二三四五六七八九十\\d]{1,4}[个项条号]?(?:问题)?[:：、]?",
  ],
} as const;
